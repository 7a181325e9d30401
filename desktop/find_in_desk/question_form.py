"""What is to be looked for in many stories, and in which: the upper part of the window."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from db.stages import OPEN_STAGES, Stage
from db.story.story_texts import StoryScope
from db.values import Account
from desktop.editor.find.query import FindQuery
from desktop.find_in_desk.finding import DeskQuestion
from desktop.localization import tr
from desktop.look.theme import FIELD_HEIGHT, GRID
from desktop.settings import LocalSettings
from desktop.widgets.choice_box import ChoiceBox

_STAGES: tuple[tuple[str, tuple[Stage, ...]], ...] = (
    ("writable", (Stage.DRAFT, Stage.EDIT)),
    ("open", tuple(stage for stage in Stage if stage in OPEN_STAGES)),
    ("all", ()),
)
"""The choices of stages: the name under which one is remembered, and the stages."""
_DESK, _KIND = "find in desk: desk", "find in desk: stages"


class QuestionForm(QWidget):
    """Asks when Enter is pressed or the button; the choices are remembered for each person."""

    asked = Signal()
    """Look for it."""
    stopped = Signal()
    changed = Signal()
    """What is looked for or put is another now."""

    def __init__(self, desks: Sequence[str], account: Account, settings: LocalSettings) -> None:
        super().__init__()
        self._login, self._settings = account.login, settings
        self.words, self.put = QLineEdit(), QLineEdit()
        self.case, self.whole, self.regex = QCheckBox(), QCheckBox(), QCheckBox()
        self.desk, self.stages = ChoiceBox(), ChoiceBox()
        self.go = QPushButton()
        self._running = False
        self._build(desks)
        self._connect()
        self.show_running(running=False)

    @property
    def question(self) -> DeskQuestion:
        """What stands in the fields."""
        query = FindQuery(self.words.text(), self.case.isChecked(), self.whole.isChecked(), self.regex.isChecked())
        _name, stages = _STAGES[self.stages.currentIndex()]
        return DeskQuestion(query, self.put.text(), StoryScope(stages, self.desk.currentData()))

    def show_running(self, *, running: bool) -> None:
        """While something is under way the button stops it."""
        self._running = running
        self.go.setText(tr("Stop") if running else tr("Find"))

    @Slot()
    def _on_go(self) -> None:
        (self.stopped if self._running else self.asked).emit()

    @Slot()
    def _on_entered(self) -> None:
        if not self._running:
            self.asked.emit()

    @Slot()
    def _on_chosen(self) -> None:
        self._settings.keep_view(self._login, _DESK, self.desk.currentData())
        self._settings.keep_view(self._login, _KIND, _STAGES[self.stages.currentIndex()][0])
        self.changed.emit()

    # putting it together

    def _build(self, desks: Sequence[str]) -> None:
        self.words.setPlaceholderText(tr("Find in many stories"))
        self.put.setPlaceholderText(tr("Replace with"))
        for field in (self.words, self.put):
            field.setAccessibleName(field.placeholderText())
        for box, title, tip in (
            (self.case, tr("Aa"), tr("Capitals and small letters differ")),
            (self.whole, tr("Whole"), tr("Whole words alone")),
            (self.regex, tr(".*"), tr("A regular expression")),
        ):
            box.setText(title)
            box.setToolTip(tip)
            box.setAccessibleName(tip)
        self._fill_choices(desks)
        for widget in (self.words, self.put, self.desk, self.stages, self.go):
            widget.setMinimumHeight(FIELD_HEIGHT)
        self.go.setProperty("kind", "primary")
        self._lay_out()

    def _fill_choices(self, desks: Sequence[str]) -> None:
        self.desk.addItem(tr("All desks"), "")
        for desk in desks:
            self.desk.addItem(desk, desk)
        titles = (tr("Drafts and edits"), tr("All on the board"), tr("All, spiked and killed too"))
        for (name, _stages), title in zip(_STAGES, titles, strict=True):
            self.stages.addItem(title, name)
        self.desk.setAccessibleName(tr("Desk"))
        self.stages.setAccessibleName(tr("Stages"))
        for box, name in ((self.desk, _DESK), (self.stages, _KIND)):
            box.setCurrentIndex(max(0, box.findData(self._settings.view_of(self._login, name))))

    def _lay_out(self) -> None:
        grid, options, scope = QGridLayout(self), QHBoxLayout(), QHBoxLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2 * GRID)
        for box in (self.case, self.whole, self.regex):
            options.addWidget(box)
        options.addStretch()
        options.addWidget(self.go)
        scope.addWidget(self.desk, 1)
        scope.addWidget(self.stages, 1)
        grid.addWidget(self.words, 0, 0)
        grid.addLayout(options, 0, 1)
        grid.addWidget(self.put, 1, 0)
        grid.addLayout(scope, 1, 1)
        order = (self.words, self.put, self.go, self.case, self.whole, self.regex, self.desk, self.stages)
        for widget, following in pairwise(order):
            self.setTabOrder(widget, following)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)

    def _connect(self) -> None:
        self.go.setAutoDefault(False)
        self.go.clicked.connect(self._on_go)
        for field in (self.words, self.put):
            field.returnPressed.connect(self._on_entered)
            field.textChanged.connect(self.changed)
        for box in (self.case, self.whole, self.regex):
            box.toggled.connect(self.changed)
        for choice in (self.desk, self.stages):
            choice.currentIndexChanged.connect(self._on_chosen)
