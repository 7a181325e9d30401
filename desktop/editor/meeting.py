"""Two people wrote in one story: what each wrote is put together, and where that cannot be, the person chooses."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QLabel, QRadioButton, QScrollArea, QWidget

from db.merge import Conflict, Keep, merge
from db.newsroom import Newsroom
from db.values import Story, StoryText
from desktop.theme import GRID, Theme, set_property
from desktop.widgets.dialog import FormDialog
from desktop.words import tr


@dataclass(frozen=True)
class Clash:
    """Places that two people changed, and not alike; and the story as it would be for each choice."""

    name: str
    """Of the other."""
    conflicts: tuple[Conflict, ...]
    texts: dict[Keep, StoryText]


@dataclass(frozen=True)
class Meeting:
    """What came of a text that met a newer revision."""

    text: StoryText
    said: str
    clash: Clash | None = None


def meet(newsroom: Newsroom, story: Story, mine: StoryText, base: int) -> Meeting:
    """A text that started from revision `base`, together with the newest revision of its story."""
    known = {revision.number: revision for revision in newsroom.stories.revisions(story.id)}
    origin = known[base].text if base in known else story.text
    merged = merge(origin, mine, story.text)
    author = known[story.version].author_name if story.version in known else story.writer_name
    if merged.clean:
        said = tr("{name} saved revision {n} meanwhile; both texts were put together.")
        return Meeting(merged.text, said.format(name=author, n=story.version))
    said = tr("{name} saved revision {n} meanwhile, and changed a place that you changed too.")
    texts = {keep: merge(origin, mine, story.text, keep=keep).text for keep in Keep}
    clash = Clash(author, merged.conflicts, texts)
    return Meeting(merged.text, said.format(name=author, n=story.version), clash)


class ClashDialog(FormDialog):
    """Each place side by side, and the choice; until it is made, mine stands."""

    chosen = Signal(object)
    """StoryText"""

    def __init__(self, theme: Theme, clash: Clash, parent: QWidget | None = None) -> None:
        title = tr("You and {name} changed the same place").format(name=clash.name)
        super().__init__(theme, title, tr("Use this"), parent)
        self._clash = clash
        self.resize(190 * GRID, 120 * GRID)
        self.add_note(tr("Whatever you choose, both texts are kept as revisions."))
        self.body.addWidget(self._build_places(), 1)
        self._group = QButtonGroup(self)
        titles = {
            Keep.MINE: tr("Mine"), Keep.THEIRS: tr("That of {name}").format(name=clash.name),
            Keep.BOTH: tr("Both, mine first"),
        }  # fmt: skip
        self.choices = {keep: QRadioButton(title) for keep, title in titles.items()}
        row = QHBoxLayout()
        row.setSpacing(6 * GRID)
        for button in self.choices.values():
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch()
        self.body.addLayout(row)
        self.choices[Keep.MINE].setChecked(True)
        self.cancel.setText(tr("Decide later"))
        self.submitted.connect(self._on_submitted)

    def _build_places(self) -> QScrollArea:
        inner, area = QWidget(), QScrollArea()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 2 * GRID, 0)
        grid.setHorizontalSpacing(4 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        for column, title in enumerate((tr("Mine"), self._clash.name)):
            head = QLabel(title)
            head.setFont(self.theme.fonts.sans(13, bold=True))
            grid.addWidget(head, 0, column)
            grid.setColumnStretch(column, 1)
        for number, conflict in enumerate(self._clash.conflicts):
            place = QLabel(tr(conflict.place.capitalize()))
            set_property(place, "tone", "muted")
            grid.addWidget(place, 2 * number + 1, 0, 1, 2)
            for column, text in enumerate((conflict.mine, conflict.theirs)):
                grid.addWidget(self._build_text(text), 2 * number + 2, column)
        grid.setRowStretch(2 * len(self._clash.conflicts) + 1, 1)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(tr("The places side by side"))
        return area

    def _build_text(self, text: str) -> QLabel:
        label = QLabel(text or tr("(taken out)"))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setFont(self.theme.fonts.printed(15))
        label.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_property(label, "card", "text")
        return label

    @Slot()
    def _on_submitted(self) -> None:
        keep = next(keep for keep, button in self.choices.items() if button.isChecked())
        self.chosen.emit(self._clash.texts[keep])
        self.accept()
