"""One entry beside a story, of its history or of a talk: who and when, and below it what."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.localization import day_and_time, full_time, tr, utc_now
from desktop.look.theme import GRID, set_property


def entry(name: str, at: datetime, said: QLabel) -> QWidget:
    """The name in bold, the time beside it in full for whoever points at it."""
    who, when = QLabel(name), QLabel(day_and_time(at, utc_now()))
    who.setTextFormat(Qt.TextFormat.PlainText)
    who.setStyleSheet("font-weight: bold")
    set_property(when, "tone", "muted")
    when.setToolTip(full_time(at))
    head = QHBoxLayout()
    head.setSpacing(GRID + 2)
    head.addWidget(who)
    head.addWidget(when)
    head.addStretch()
    whole = QWidget()
    whole.setAccessibleName(tr("{name}, {time}: {words}").format(name=name, time=when.text(), words=said.text()))
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addLayout(head)
    layout.addWidget(said)
    return whole
