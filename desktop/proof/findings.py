"""What preflight found in the file and in the story, beside the page: sign, sentence, and the ways to where it is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.values import Problem
from desktop.localization import count, tr, worded
from desktop.look.fonts import HEADING_SIZE
from desktop.look.theme import GRID, Theme, set_property
from desktop.widgets.problem_head import ProblemHead
from desktop.widgets.scrolled import Scrolled

_WIDTH = 76 * GRID


class FindingCard(QFrame):
    """One problem."""

    place_wanted = Signal(object)
    """The problem, whose places are to be shown one after the other."""
    text_wanted = Signal(str)
    """Where in the story's text it is mended."""

    def __init__(self, problem: Problem, *, of_story: bool) -> None:
        super().__init__()
        self.problem = problem
        self.setProperty("card", "problem")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.place, self.text = QPushButton(self._said_of_places()), QPushButton(tr("Go to the text"))
        self._build(of_story)
        self.place.clicked.connect(self._on_place)
        self.text.clicked.connect(self._on_text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """All of the card leads to the place."""
        if self.problem.areas:
            self._on_place()
        event.accept()

    def _said_of_places(self) -> str:
        areas = self.problem.areas
        if len(areas) == 1:
            return tr("Show it on page {n}").format(n=areas[0].page)
        return count(len(areas), "Show {n} place", "Show {n} places")

    def _build(self, of_story: bool) -> None:
        mend = QLabel(worded(self.problem.mend))
        set_property(mend, "tone", "muted")
        mend.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addLayout(ProblemHead(self.problem))
        layout.addWidget(mend)
        mend.setVisible(bool(self.problem.mend))
        layout.addLayout(self._build_ways(of_story))

    def _build_ways(self, of_story: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        for button, wanted in (
            (self.place, bool(self.problem.areas)),
            (self.text, of_story and bool(self.problem.place)),
        ):
            button.setProperty("kind", "flat")
            button.setVisible(wanted)
            row.addWidget(button)
            button.setAccessibleName(f"{button.text()}: {worded(self.problem.sentence)}")
        row.addStretch()
        return row

    @Slot()
    def _on_place(self) -> None:
        self.place_wanted.emit(self.problem)

    @Slot()
    def _on_text(self) -> None:
        self.text_wanted.emit(self.problem.place)


class Findings(QWidget):
    """The story's problems, the file's, what holds, and how the page is shown."""

    place_wanted = Signal(object)
    text_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("bar", "details")
        self.setFixedWidth(_WIDTH)
        self.heading, self.held = QLabel(tr("Press check")), QLabel()
        self._list, self._told, self._inner = QVBoxLayout(), QVBoxLayout(), QWidget()
        self.cards: list[FindingCard] = []
        self._story: tuple[Problem, ...] = ()
        self._file: tuple[Problem, ...] = ()
        self._facts: tuple[tuple[bool, str], ...] = ()
        self._notes: tuple[str, ...] = ()
        self._build()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that was found, in the order in which it is listed."""
        return (*self._story, *self._file)

    def begin(self, story: Sequence[Problem]) -> None:
        """A file was opened, and is being checked."""
        self._story, self._file = tuple(story), ()
        self._fill()
        self.show_facts((), ())
        self.say(tr("Checking …"))

    def say(self, sentence: str) -> None:
        """How far the check is, or why there is none."""
        self.held.setText(sentence)

    def show_found(self, problems: Sequence[Problem], rules: int) -> None:
        """What the check found."""
        self._file = tuple(problems)
        self._fill()
        broken = len({problem.rule for problem in problems})
        self.say(tr("{n} of {all} rules hold").format(n=rules - broken, all=rules))

    def show_facts(self, facts: Sequence[tuple[bool, str]], notes: Sequence[str]) -> None:
        """What is known of the file, and whether it is as it should be; how exactly the page is shown."""
        if (tuple(facts), tuple(notes)) != (self._facts, self._notes):
            self._facts, self._notes = tuple(facts), tuple(notes)
            self._tell()

    def show_current(self, problem: Problem) -> None:
        """This is the one whose places are seen."""
        for card in self.cards:
            if (card.problem == problem) != bool(card.property("active")):
                set_property(card, "active", card.problem == problem)
            if card.problem == problem:
                self._scrolled.ensureWidgetVisible(card)

    def _build(self) -> None:
        self.heading.setFont(self._theme.fonts.sans(HEADING_SIZE - 4, bold=True))
        set_property(self.held, "tone", "muted")
        inner = QVBoxLayout(self._inner)
        inner.setContentsMargins(4 * GRID, 0, 4 * GRID, 4 * GRID)
        for part in (self._list, self._told):
            part.setSpacing(2 * GRID)
            inner.addLayout(part)
        inner.setSpacing(2 * GRID)
        inner.addStretch()
        scrolled = self._scrolled = Scrolled(self._inner)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setMinimumHeight(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 3 * GRID, 0, 0)
        head = QVBoxLayout()
        head.setContentsMargins(4 * GRID, 0, 4 * GRID, GRID)
        head.setSpacing(0)
        head.addWidget(self.heading)
        head.addWidget(self.held)
        layout.addLayout(head)
        layout.addWidget(scrolled, 1)

    def _fill(self) -> None:
        """A card for each problem."""
        _empty(self._list)
        self.cards = []
        for title, problems, of_story in ((tr("The story"), self._story, True), (tr("The file"), self._file, False)):
            if problems:
                self._list.addWidget(self._title(title))
            for problem in problems:
                self._add(problem, of_story=of_story)

    def _tell(self) -> None:
        """A line for each fact and note, under the cards: those stay, with the one that was gone to."""
        _empty(self._told)
        for holds, fact in self._facts:
            self._told.addWidget(_line("✓" if holds else "!", fact, "good" if holds else "warning"))
        if self._notes:
            self._told.addWidget(self._title(tr("How it is shown")))
        for note in self._notes:
            self._told.addWidget(_line("≈", note, "muted"))

    def _add(self, problem: Problem, *, of_story: bool) -> None:
        card = FindingCard(problem, of_story=of_story)
        card.place_wanted.connect(self.place_wanted)
        card.text_wanted.connect(self.text_wanted)
        self.cards.append(card)
        self._list.addWidget(card)

    def _title(self, text: str) -> QLabel:
        label = QLabel(text)
        set_property(label, "tone", "muted")
        label.setContentsMargins(0, 2 * GRID, 0, 0)
        return label


def _line(sign: str, text: str, tone: str) -> QWidget:
    """A sign and a sentence."""
    row, mark, label = QWidget(), QLabel(sign), QLabel(text)
    set_property(mark, "tone", tone)
    label.setWordWrap(True)
    mark.setFixedWidth(4 * GRID)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2 * GRID)
    layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(label, 1)
    return row


def _empty(layout: QVBoxLayout) -> None:
    """Take all out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
