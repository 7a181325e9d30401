"""What keeps a story from print or from approval, among its details: the hold on it, and its checks."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.acts import Act
from db.story.checks import StoryCheck
from db.values import Hold
from desktop.localization import day_and_time, tr, utc_now
from desktop.look.theme import GRID, set_property

HOLD_KEYS, CHECK_KEYS = "Ctrl+Alt+H", "Ctrl+Alt+C"
"""Keys that hold a story back, and ask for a check of it."""


class HoldingCard(QWidget):
    """Shows what it is given; asks for what is clicked."""

    hold_wanted = Signal()
    lift_wanted = Signal()
    ask_wanted = Signal()
    done_wanted = Signal(str)
    """Name of the check that was done."""
    drop_wanted = Signal(str)
    """Name of the check that is asked for no more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held, self._checks = QLabel(), QVBoxLayout()
        self.hold, self.lift = QPushButton(tr("Hold back…")), QPushButton(tr("Lift the hold…"))
        self.ask = QPushButton(tr("Ask for a check…"))
        self.rows: dict[str, QLabel] = {}
        """By the name of each check what is said of it."""
        self.done: dict[str, QPushButton] = {}
        self._shown: object = None
        self._build()

    def show_hold(self, hold: Hold | None, may: Collection[Act]) -> None:
        """What holds the story back, and what this person may do about it."""
        self._held.setText(_held(hold) if hold else "")
        self._held.setVisible(hold is not None)
        self.hold.setEnabled(Act.HOLD in may)
        self.lift.setVisible(hold is not None)
        self.lift.setEnabled(Act.LIFT_HOLD in may)
        self.ask.setEnabled(Act.ASK_CHECK in may)

    def show_checks(self, checks: Sequence[StoryCheck], may: Collection[Act]) -> None:
        """The checks of the story, each with what may be done about it."""
        wanted = (tuple(checks), frozenset(may))
        if wanted == self._shown:
            return
        self._shown = wanted
        self.rows, self.done = {}, {}
        while item := self._checks.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for check in checks:
            self._checks.addWidget(self._row(check, may))

    def _row(self, check: StoryCheck, may: Collection[Act]) -> QFrame:
        frame, said = QFrame(), QLabel(_said(check))
        frame.setProperty("card", "problem")
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        self.rows[check.name] = said
        column, buttons = QVBoxLayout(frame), QHBoxLayout()
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(said)
        if not check.is_of_this_text:
            buttons.addWidget(self._done_button(check, may))
            if check.asked_by:
                buttons.addWidget(self._drop_button(check, may))
            buttons.addStretch()
            column.addLayout(buttons)
        return frame

    def _done_button(self, check: StoryCheck, may: Collection[Act]) -> QPushButton:
        button = self.done[check.name] = QPushButton(tr("It is done…"))
        button.setAccessibleName(tr("The check {name} is done").format(name=check.name))
        button.setEnabled(Act.CHECK in may)
        button.clicked.connect(partial(self.done_wanted.emit, check.name))
        return button

    def _drop_button(self, check: StoryCheck, may: Collection[Act]) -> QPushButton:
        button = QPushButton(tr("No longer needed"))
        button.setAccessibleName(tr("The check {name} is no longer needed").format(name=check.name))
        button.setEnabled(Act.ASK_CHECK in may)
        button.clicked.connect(partial(self.drop_wanted.emit, check.name))
        return button

    def _build(self) -> None:
        self._held.setTextFormat(Qt.TextFormat.PlainText)
        self._held.setWordWrap(True)
        set_property(self._held, "badge", "warning")
        self._held.hide()
        self.lift.hide()
        self._checks.setSpacing(2 * GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self._held)
        column.addLayout(self._checks)
        self._build_buttons(column)

    def _build_buttons(self, column: QVBoxLayout) -> None:
        """Those of a hold in a row, and that of checks under it: the details are narrow."""
        for buttons in (((self.hold, self.hold_wanted), (self.lift, self.lift_wanted)), ((self.ask, self.ask_wanted),)):
            row = QHBoxLayout()
            row.setSpacing(2 * GRID)
            for button, wanted in buttons:
                button.clicked.connect(wanted)
                row.addWidget(button)
            row.addStretch()
            column.addLayout(row)


def _held(hold: Hold) -> str:
    """By whom it is held back, how long and why."""
    if hold.until is None:
        said = tr("Held back from print by {name} until that is lifted: {reason}")
        return said.format(name=hold.name, reason=hold.reason)
    said = tr("Held back from print by {name} until {time}: {reason}")
    return said.format(name=hold.name, time=day_and_time(hold.until, utc_now()), reason=hold.reason)


def _said(check: StoryCheck) -> str:
    """Whether a check was done, by whom and when, or who asks for it and why."""
    if check.done is not None and check.is_of_this_text:
        done = tr("✓ {check}: done by {name}, {time}")
        said = done.format(check=check.name, name=check.done_by, time=day_and_time(check.done, utc_now()))
        return f"{said}: {check.remark}" if check.remark else said
    if check.done_by:
        return tr("! {check}: the text was changed since {name} did it").format(check=check.name, name=check.done_by)
    asked = tr("! {check}: asked for by {name}") if check.asked_by else tr("! {check}: needed by its kind")
    said = asked.format(check=check.name, name=check.asked_by)
    return f"{said}: {check.note}" if check.note else said
