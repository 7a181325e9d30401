"""Limits of a story before its approval, by desk and by kind; and which kinds of stories there are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QPushButton

from db.newsroom import Newsroom
from db.story.limits import ALL_DESKS, LIMITS, MOST, Asked
from db.values import Account, Severity
from desktop.localization import tr
from desktop.look.theme import FIELD_HEIGHT, GRID, Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.preferences.page import Change, SavedPage, field_label
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.number import NumberField

Whose = tuple[str, str]
"""A desk, or all of them, and a kind: one of the two is empty."""
LimitValue = tuple[int, Severity]
"""A number, and what breaking it does."""
Limits = Mapping[str, LimitValue | None]
"""Limits by name; None lifts one."""


@dataclass(frozen=True)
class AllLimits:
    """The limits of a whole newsroom."""

    desks: Mapping[str, Asked] = field(default_factory=dict)
    """By desk, that of all desks first."""
    kinds: Mapping[str, Asked] = field(default_factory=dict)


class LimitsPage(SavedPage):
    """A row for each limit: the number, and whether breaking it stops approval."""

    name, title = "limits", "Limits"
    about = (
        "What a desk does not set for itself is as set for all desks, and what a kind does not set is as its desk's. "
        "A warning is shown; a blocker stops approval."
    )

    def __init__(self, door: NewsroomDoor, account: Account, theme: Theme) -> None:
        super().__init__(door, account, theme, load=self.load, change=self.change)
        self._all = AllLimits()
        self._of: list[Whose] = []
        """All that can be chosen."""
        self._whose: Whose = (ALL_DESKS, "")
        """What is chosen, whose limits are shown."""
        self._unsaved: dict[Whose, Limits] = {}
        """Limits that were changed and are not saved, of all that was chosen before."""
        self._build()
        self.setEnabled(False)
        self.load()

    def _build(self) -> None:
        self.whose, self.fresh = ChoiceBox(), QLineEdit()
        self.add, self.remove = QPushButton(tr("Add kind")), QPushButton(tr("Take off the list"))
        self.whose.setMinimumHeight(FIELD_HEIGHT)
        self.whose.setAccessibleName(tr("Desk or kind"))
        self.values: dict[str, NumberField] = {}
        self.blocks: dict[str, QCheckBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        grid.addWidget(field_label(tr("For")), 0, 0)
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

    def load(self) -> None:
        """Read what there is, in place of what is shown; what is chosen stays so."""
        self._unsaved.clear()
        self._load_and_choose(self._whose)

    def _load_and_choose(self, whose: Whose) -> None:
        self.read(all_limits, on_done=partial(self._fill_choices, whose))

    def _fill_choices(self, whose: Whose, found: AllLimits) -> None:
        """All desks, each desk, each kind; of them that one is shown, or all desks where it is gone."""
        self._all = found
        self._of = [*((desk, "") for desk in found.desks), *((ALL_DESKS, kind) for kind in found.kinds)]
        self.whose.blockSignals(True)
        self.whose.clear()
        self.whose.addItems([tr("{kind} (kind)").format(kind=one) if one else desk for desk, one in self._of])
        self.whose.setItemText(0, tr("All desks"))
        self._whose = whose if whose in self._of else self._of[0]
        self.whose.setCurrentIndex(self._of.index(self._whose))
        self.whose.blockSignals(False)
        self._show()
        self.setEnabled(True)

    def _build_row(self, grid: QGridLayout, row: int, name: str, meaning: str) -> None:
        value, blocks = NumberField(minimum=-1, maximum=MOST), QCheckBox(tr("blocks"))
        value.setMinimumHeight(FIELD_HEIGHT)
        value.setMinimumWidth(28 * GRID)
        value.setAccessibleName(tr(meaning))
        blocks.setAccessibleName(f"{tr(meaning)}: {tr('blocks approval')}")
        label = field_label(tr(meaning[0].upper() + meaning[1:]))
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(value, row, 1)
        grid.addWidget(blocks, row, 2)
        self.values[name], self.blocks[name] = value, blocks

    def _show(self) -> None:
        kind, asked = self._whose[1], {**self._asked(), **self._unsaved.get(self._whose, {})}
        self.remove.setVisible(bool(kind))
        for name, number in self.values.items():
            value, severity = asked.get(name) or (-1, Severity.WARNING)
            number.setSpecialValueText(tr("as the desk") if kind else tr("not asked"))
            number.setValue(value)
            self.blocks[name].setChecked(severity is Severity.BLOCKER)

    def change(self) -> Change:
        """The change that stores all limits that were set otherwise than they were read, of whatever was chosen."""
        self._note()
        return partial(set_limits, changes=dict(self._unsaved), actor=self.account)

    def _note(self) -> None:
        """Keep what is shown otherwise than it was read: something else may be chosen."""
        asked, shown = self._asked(), {name: self._limit(name) for name in self.values}
        self._unsaved[self._whose] = {name: limit for name, limit in shown.items() if limit != asked.get(name)}

    def _limit(self, name: str) -> LimitValue | None:
        """The limit as it is shown; None when it is not asked."""
        value, blocks = self.values[name].value(), self.blocks[name].isChecked()
        return (value, Severity.BLOCKER if blocks else Severity.WARNING) if value >= 0 else None

    def _asked(self) -> Asked:
        desk, kind = self._whose
        return self._all.kinds[kind] if kind else self._all.desks[desk]

    @Slot()
    def _on_whose(self) -> None:
        self._note()
        self._whose = self._of[self.whose.currentIndex()]
        self._show()

    @Slot()
    def _on_add(self) -> None:
        self.write(add_kind, self.fresh.text(), self.account, on_done=self._on_added)

    def _on_added(self, name: str) -> None:
        self.fresh.clear()
        self._note()
        self._load_and_choose((ALL_DESKS, name))
        self.said.emit(tr("There is a kind {name} now.").format(name=name), True)

    @Slot()
    def _on_remove(self) -> None:
        self.write(remove_kind, self._whose[1], self.account, on_done=self._on_removed)

    def _on_removed(self, name: str) -> None:
        self._unsaved.pop((ALL_DESKS, name), None)
        self._load_and_choose((ALL_DESKS, ""))
        self.said.emit(tr("{name} is offered no more; stories that have it keep it.").format(name=name), True)


def all_limits(newsroom: Newsroom) -> AllLimits:
    """The limits of all desks, of each desk and of each kind."""
    limits = newsroom.limits
    desks = {desk: limits.of(desk) for desk in (ALL_DESKS, *newsroom.desks.all())}
    return AllLimits(desks, {kind: limits.of_kind(kind) for kind in newsroom.kinds.all()})


def set_limits(newsroom: Newsroom, changes: Mapping[Whose, Limits], actor: Account) -> None:
    """Set the limits of each desk and kind by their names."""
    for (desk, kind), limits in changes.items():
        for name, limit in limits.items():
            value, severity = limit or (None, Severity.WARNING)
            blocks = severity is Severity.BLOCKER
            newsroom.limits.set(name, value, actor=actor, desk=desk, kind=kind, blocker=blocks)


def add_kind(newsroom: Newsroom, name: str, actor: Account) -> str:
    """Another kind of story; its name as it is written from now on."""
    return newsroom.kinds.add(name, actor=actor)


def remove_kind(newsroom: Newsroom, name: str, actor: Account) -> str:
    """A kind that is offered no more; its name."""
    return newsroom.kinds.remove(name, actor=actor)
