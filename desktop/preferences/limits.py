"""What is asked of a story before its approval, for all desks or for one."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QSpinBox

from db.limits import ALL_DESKS, LIMITS
from db.newsroom import Newsroom
from db.values import Account, Severity
from desktop.look.theme import GRID, Theme
from desktop.preferences.page import SavedPage, field_label
from desktop.words import tr

_MOST = 100_000


class LimitsPage(SavedPage):
    """A row for each limit: the number, and whether breaking it stops approval."""

    name, title = "limits", "Limits"
    about = "What a desk does not set for itself is as set for all desks. A warning is shown; a blocker stops approval."

    def __init__(self, newsroom: Newsroom, account: Account, theme: Theme) -> None:
        super().__init__(newsroom, account, theme, load=self.load, save=self.save)
        self._build()
        self.load()

    def _build(self) -> None:
        self.desk = QComboBox()
        self.desk.setMinimumHeight(30)
        self.desk.setAccessibleName(tr("Desk"))
        self.desk.addItem(tr("All desks"), ALL_DESKS)
        for desk in self.newsroom.desks.all():
            self.desk.addItem(desk, desk)
        self.values: dict[str, QSpinBox] = {}
        self.blocks: dict[str, QCheckBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        grid.addWidget(field_label(tr("Of")), 0, 0)
        grid.addWidget(self.desk, 0, 1)
        for row, limit in enumerate(LIMITS, start=1):
            self._build_row(grid, row, limit.name, limit.meaning)
        grid.setColumnStretch(2, 1)
        self.body.addLayout(grid)
        self.body.addStretch()
        self.desk.currentIndexChanged.connect(self._on_desk)

    def _build_row(self, grid: QGridLayout, row: int, name: str, meaning: str) -> None:
        value, blocks = QSpinBox(minimum=-1, maximum=_MOST), QCheckBox(tr("blocks"))
        value.setSpecialValueText(tr("not asked"))
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
        asked = self.newsroom.limits.of(self.desk.currentData())
        for name, field in self.values.items():
            value, severity = asked.get(name, (-1, Severity.WARNING))
            field.setValue(value)
            self.blocks[name].setChecked(severity is Severity.BLOCKER)

    def save(self) -> None:
        """Store what is shown. Raises NewsroomError when it is refused."""
        limits, desk = self.newsroom.limits, self.desk.currentData()
        asked = limits.of(desk)
        for name, field in self.values.items():
            value = field.value() if field.value() >= 0 else None
            blocks = self.blocks[name].isChecked()
            standing = asked.get(name)
            now = (value, Severity.BLOCKER if blocks else Severity.WARNING) if value is not None else None
            if now != standing:
                limits.set(name, value, actor=self.account, desk=desk, blocker=blocks)

    @Slot()
    def _on_desk(self) -> None:
        self.load()
