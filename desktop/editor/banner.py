"""The banner over the text: why it cannot be written in, what became of it, and the way out as a link."""

from html import escape

from PySide6.QtWidgets import QWidget

from desktop.editor.conflict_dialog import Conflicted
from desktop.editor.session.opening import OpenedStory
from desktop.localization import tr, worded
from desktop.look.theme import GRID, set_property
from desktop.widgets.link_label import LinkLabel


class Banner(LinkLabel):
    """`linkActivated` tells `take` to take the story over, `now` to open it as it is, `write` to
    claim it again, `choose` to settle a clash."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setWordWrap(True)
        self.setContentsMargins(0, GRID, 0, GRID)
        set_property(self, "badge", "warning")
        self.hide()

    def show_opened(self, opened: OpenedStory, undecided: Conflicted | None) -> None:
        """What is to be known of a story that was opened; nothing hides the banner."""
        story = opened.story
        behind = tr("You read revision {n}; what is typed now is not in it yet.").format(n=story.version)
        parts = (worded(opened.why_not), behind if opened.why_not and story.claim else "", opened.said, opened.unsaved)
        sentence = " ".join(filter(None, parts))
        if undecided is not None:
            said = tr("You and {name} changed the same place; yours stands.").format(name=undecided.name)
            sentence = f'{escape(said)} <a href="choose">{tr("Choose")}</a>'
        elif opened.given_back:
            sentence += f' <a href="write">{tr("Write in it")}</a>'
        elif opened.may_take_over:
            sentence += f' <a href="take">{tr("Take it over")}</a>'
        self.setText(sentence)
        self.setVisible(bool(sentence))

    def show_lost(self, why: str) -> None:
        """The right to write was lost while the text stays on the screen."""
        said = tr("This is your text as you left it; you can read and copy it.")
        self.setText(f'{escape(f"{why} {said}")} <a href="now">{tr("Show the story as it is now")}</a>')
        self.show()
