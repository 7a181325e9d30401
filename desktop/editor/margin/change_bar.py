"""The bar over the text that says how much others changed, and has the ways to go on with all of it."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.look.theme import GRID, set_property
from desktop.widgets.link_label import LinkLabel


class ChangeBar(LinkLabel):
    """A sentence and links; `linkActivated` tells the name of the one that was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setContentsMargins(0, GRID, 0, GRID)
        set_property(self, "badge", "accent")
        self.hide()

    def say(self, sentence: str, ways: Sequence[tuple[str, str]]) -> None:
        """Say something, with the ways to go on: a name and a word each. Nothing hides it."""
        links = " · ".join(f'<a href="{name}">{escape(word)}</a>' for name, word in ways)
        self.setText("&nbsp; ".join(filter(None, (escape(sentence), links))))
        self.setVisible(bool(sentence))
