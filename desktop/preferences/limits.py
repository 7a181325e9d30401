"""What is asked of a story before its approval, by desk and by kind; and which kinds of stories there are."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton

from db.errors import NewsroomError, one_line
from db.newsroom import Newsroom
from db.story.limits import ALL_DESKS, LIMITS, MOST, Asked
from db.values import Account, Severity
from desktop.localization import tr
from desktop.look.theme import GRID, Theme
from desktop.preferences.page import SavedPage, field_label
from desktop.widgets.number import NumberField


class LimitsPage(SavedPage):
    """A row for each limit: the number, and whether breaking it stops approval."""

    name, title = "limits", "Limits"
    about = (
        "What a desk does not set for itself is as set for all desks, and what a kind does not set is as its desk's. "
        "A warning is shown; a blocker stops approval."
    )

    def __init__(self, newsroom: Newsroom, account: Account, theme: Theme) -> None:
        super().__init__(newsroom, account, theme, load=self.load, save=self.save)
        self._of: list[tuple[str, str]] = []
        """Desk and kind of each choice; one of them is empty."""
        self._build()
        self._fill_choices()

    def _build(self) -> None:
        self.whose, self.fresh = QComboBox(), QLineEdit()
        self.add, self.remove = QPushButton(tr("Add kind")), QPushButton(tr("Take off the list"))
        self.whose.setMinimumHeight(30)
        self.whose.setAccessibleName(tr("Desk or kind"))
        self.values: dict[str, NumberField] = {}
        self.blocks: dict[str, QCheckBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        grid.addWidget(field_label(tr("Of")), 0, 0)
        grid.addWidget(self.whose, 0, 1)
        grid.addWidget(self.remove, 0, 2)
        for row, limit in enumerate(LIMITS, start=1):
            self._build_row(grid, row, limit.name, limit.meaning)
        grid.setColumnStretch(3, 1)
        self.body.addLayout(grid)
        self.body.addStretch()
        self.body.addLayout(self._build_kinds())
        self.whose.currentIndexChanged.connect(self._on_whose)
        self.remove.clicked.connect(self._on_remove)

    def _build_kinds(self) -> QHBoxLayout:
        self.fresh.setPlaceholderText(tr("Name of another kind of story: News, Brief, Feature …"))
        self.fresh.setAccessibleName(tr("Name of another kind of story"))
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self.fresh, 1)
        row.addWidget(self.add)
        for button in (self.add, self.remove):
            button.setAutoDefault(False)
        self.add.clicked.connect(self._on_add)
        self.fresh.returnPressed.connect(self._on_add)
        return row

    def _fill_choices(self, kind: str = "") -> None:
        """All desks, each desk, each kind; that kind is shown, or all desks."""
        kinds = self.newsroom.kinds.all()
        desks = [(desk, "") for desk in (ALL_DESKS, *self.newsroom.desks.all())]
        self._of = [*desks, *((ALL_DESKS, one) for one in kinds)]
        self.whose.blockSignals(True)
        self.whose.clear()
        self.whose.addItems([tr("{kind} (kind)").format(kind=one) if one else desk for desk, one in self._of])
        self.whose.setItemText(0, tr("All desks"))
        self.whose.setCurrentIndex(self._of.index((ALL_DESKS, kind)))
        self.whose.blockSignals(False)
        self.load()

    def _build_row(self, grid: QGridLayout, row: int, name: str, meaning: str) -> None:
        value, blocks = NumberField(minimum=-1, maximum=MOST), QCheckBox(tr("blocks"))
        value.setMinimumHeight(30)
        value.setMinimumWidth(28 * GRID)
        value.setAccessibleName(tr(meaning))
        blocks.setAccessibleName(f"{tr(meaning)}: {tr('blocks approval')}")
        label = QLabel(tr(meaning[0].upper() + meaning[1:]))
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(value, row, 1)
        grid.addWidget(blocks, row, 2)
        self.values[name], self.blocks[name] = value, blocks

    def load(self) -> None:
        """Show what there is."""
        kind, asked = self._kind(), self._asked()
        self.remove.setVisible(bool(kind))
        for name, field in self.values.items():
            value, severity = asked.get(name, (-1, Severity.WARNING))
            field.setSpecialValueText(tr("as the desk") if kind else tr("not asked"))
            field.setValue(value)
            self.blocks[name].setChecked(severity is Severity.BLOCKER)

    def save(self) -> None:
        """Store what is shown. Raises NewsroomError when it is refused."""
        desk, kind = self._of[self.whose.currentIndex()]
        asked = self._asked()
        for name, field in self.values.items():
            value = field.value() if field.value() >= 0 else None
            blocks = self.blocks[name].isChecked()
            standing = asked.get(name)
            now = (value, Severity.BLOCKER if blocks else Severity.WARNING) if value is not None else None
            if now != standing:
                self.newsroom.limits.set(name, value, actor=self.account, desk=desk, kind=kind, blocker=blocks)

    def _kind(self) -> str:
        return self._of[self.whose.currentIndex()][1]

    def _asked(self) -> Asked:
        desk, kind = self._of[self.whose.currentIndex()]
        return self.newsroom.limits.of_kind(kind) if kind else self.newsroom.limits.of(desk)

    @Slot()
    def _on_whose(self) -> None:
        self.load()

    @Slot()
    def _on_add(self) -> None:
        try:
            name = self.newsroom.kinds.add(self.fresh.text(), actor=self.account)
        except NewsroomError as error:
            self.said.emit(one_line(error), False)
            return
        self.fresh.clear()
        self._fill_choices(name)
        self.said.emit(tr("There is a kind {name} now.").format(name=name), True)

    @Slot()
    def _on_remove(self) -> None:
        try:
            name = self.newsroom.kinds.remove(self._kind(), actor=self.account)
        except NewsroomError as error:
            self.said.emit(one_line(error), False)
            return
        self._fill_choices()
        self.said.emit(tr("{name} is offered no more; stories that have it keep it.").format(name=name), True)
