"""Two people wrote in one story: what each wrote is put together, and where that cannot be, the person chooses."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from db.fields import title_of
from db.newsroom import Newsroom
from db.text.merge import SINGLE_VALUED, Choices, Conflict, KeptPlaces, merge
from db.values import Account, Story, StoryText
from desktop.localization import tr
from desktop.look.fonts import TEXT_SIZE_PX
from desktop.look.theme import GRID, Theme, set_property
from desktop.widgets.dialog import FormDialog


@dataclass(frozen=True)
class Conflicted:
    """Places of one story that two people changed, and not alike."""

    name: str
    """Of the other."""
    story_id: int
    base: StoryText
    """The text both began with."""
    mine: StoryText
    theirs: StoryText
    revision: int = 0
    """Number of theirs."""

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The places that are still different."""
        return merge(self.base, self.mine, self.theirs).conflicts

    def resolved(self, choices: Choices) -> StoryText:
        """The story with a choice for all places, or for each."""
        return merge(self.base, self.mine, self.theirs, keep=choices).text


@dataclass(frozen=True)
class ConflictMerge:
    """Result of merging a text with a newer revision."""

    text: StoryText
    said: str
    clash: Conflicted | None = None


def deferred_conflict(newsroom: Newsroom, story: Story, mine: StoryText, actor: Account) -> Conflicted | None:
    """The oldest choice that this person has still to make; those of which nothing is left are forgotten."""
    for waiting in newsroom.choices.open(story.id, actor=actor):
        base, theirs = waiting.base, waiting.theirs
        clash = Conflicted(theirs.author_name, story.id, base.text, mine, theirs.text, theirs.number)
        if clash.conflicts:
            return clash
        newsroom.choices.forget(story.id, theirs=theirs.number, actor=actor)
    return None


def merge_with_newest(newsroom: Newsroom, story: Story, mine: StoryText, base: int) -> ConflictMerge:
    """A text that started from revision `base`, together with the newest revision of its story."""
    known = {revision.number: revision for revision in newsroom.stories.revisions(story.id)}
    origin = known[base].text if base in known else story.text
    merged = merge(origin, mine, story.text)
    author = known[story.version].author_name if story.version in known else story.writer_name
    if merged.clean:
        said = tr("{name} saved revision {n} meanwhile; both texts were put together.")
        return ConflictMerge(merged.text, said.format(name=author, n=story.version))
    said = tr("{name} saved revision {n} meanwhile, and changed a place that you changed too.")
    clash = Conflicted(author, story.id, origin, mine, story.text, story.version)
    return ConflictMerge(merged.text, said.format(name=author, n=story.version), clash)


_TEXT = 15
"""Pixels at 100 % of two texts side by side: smaller than where they are written: a paragraph of each is seen."""


class ConflictDialog(FormDialog):
    """Each place side by side, and a choice for each; until it is made, mine stands."""

    chosen = Signal(object)
    """StoryText"""

    def __init__(self, theme: Theme, clash: Conflicted, parent: QWidget | None = None) -> None:
        title = tr("You and {name} changed the same place").format(name=clash.name)
        super().__init__(theme, title, tr("Use this"), parent)
        self._clash, self._conflicts = clash, clash.conflicts
        self.choices: list[dict[KeptPlaces, QRadioButton]] = []
        """The texts that stand in each place."""
        self.resize(190 * GRID, 120 * GRID)
        self.add_note(tr("Whatever you choose, both texts are kept as revisions."))
        self.body.addWidget(self._build_places(), 1)
        if len(self._conflicts) > 1:
            self.body.addLayout(self._build_all())
        self.cancel.setText(tr("Decide later"))
        self.submitted.connect(self._on_submitted)

    def choose_all(self, keep: KeptPlaces) -> None:
        """The same for every place."""
        for buttons in self.choices:
            buttons[keep].setChecked(True)

    def _titles(self) -> dict[KeptPlaces, str]:
        theirs = tr("That of {name}").format(name=self._clash.name)
        return {KeptPlaces.MINE: tr("Mine"), KeptPlaces.THEIRS: theirs, KeptPlaces.BOTH: tr("Both, mine first")}

    def _build_all(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        label = QLabel(tr("In all places"))
        set_property(label, "tone", "muted")
        row.addWidget(label)
        for keep, title in self._titles().items():
            button = QPushButton(title)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self.choose_all, keep))
            row.addWidget(button)
        row.addStretch()
        return row

    def _build_places(self) -> QScrollArea:
        inner, area = QWidget(), QScrollArea()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 2 * GRID, 0)
        grid.setHorizontalSpacing(4 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        for column, title in enumerate((tr("Mine"), self._clash.name)):
            head = QLabel(title)
            head.setFont(self.theme.fonts.sans(TEXT_SIZE_PX, bold=True))
            grid.addWidget(head, 0, column)
            grid.setColumnStretch(column, 1)
        for number, conflict in enumerate(self._conflicts):
            place = QLabel(tr(title_of(conflict.place)))
            set_property(place, "tone", "muted")
            grid.addWidget(place, 3 * number + 1, 0, 1, 2)
            for column, text in enumerate((conflict.mine, conflict.theirs)):
                grid.addWidget(self._build_text(text), 3 * number + 2, column)
            grid.addLayout(self._build_choice(conflict, inner), 3 * number + 3, 0, 1, 2)
        grid.setRowStretch(3 * len(self._conflicts) + 1, 1)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(tr("The places side by side"))
        return area

    def _build_choice(self, conflict: Conflict, parent: QWidget) -> QHBoxLayout:
        group, row = QButtonGroup(parent), QHBoxLayout()
        row.setSpacing(6 * GRID)
        row.setContentsMargins(0, 0, 0, 2 * GRID)
        buttons = {keep: QRadioButton(title) for keep, title in self._titles().items()}
        for button in buttons.values():
            group.addButton(button)
            row.addWidget(button)
        row.addStretch()
        buttons[KeptPlaces.MINE].setChecked(True)
        buttons[KeptPlaces.BOTH].setVisible(conflict.place not in SINGLE_VALUED)
        self.choices.append(buttons)
        return row

    def _build_text(self, text: str) -> QLabel:
        label = QLabel(text or tr("(taken out)"))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setFont(self.theme.fonts.printed(_TEXT))
        label.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_property(label, "card", "text")
        return label

    @Slot()
    def _on_submitted(self) -> None:
        chosen = [next(keep for keep, button in one.items() if button.isChecked()) for one in self.choices]
        self.chosen.emit(self._clash.resolved(chosen))
        self.accept()
