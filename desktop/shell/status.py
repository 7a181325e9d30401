"""The status bar: which newsroom, whether everything is saved, and the totals of what is shown."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from db.store.address import label
from desktop.localization import clock, tr
from desktop.look.theme import GRID, Theme, set_property
from desktop.widgets.parted_label import PartedLabel


class StatusBar(QWidget):
    """One line at the foot of the window."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("bar", "status")
        self.setFixedHeight(7 * GRID)
        self._dot = _Dot(theme)
        self._place, self._saved = PartedLabel(theme), PartedLabel(theme)
        self._story, self._stored, self._right = PartedLabel(theme), QLabel(), QLabel()
        self._build()

    def set_place(self, name: str, where: str, address: str) -> None:
        """Which newsroom, and where it is kept: in few words, and in full for whoever points at them."""
        self._place.say(f"{name} · {where}", address)

    def set_saved(self, moment: datetime | None) -> None:
        """Time at which the last change was stored; None while nothing was."""
        self._saved.say(tr("Everything saved {time}").format(time=clock(moment)) if moment else "")

    def set_connected(self, why_not: str) -> None:
        """Whether the newsroom answers; the reason why not, or nothing."""
        self._dot.set_role("bad" if why_not else "good")
        self._dot.setToolTip(why_not or tr("The newsroom answers"))

    def set_totals(self, text: str) -> None:
        """Totals of what the board shows."""
        self._right.setText(text)

    def set_story(self, text: str, saved: str = "") -> None:
        """Status of the open story, and the time it was stored; empty when the board is shown."""
        self._story.say(text)
        self._stored.setText(saved)
        for part in (self._place, self._saved, self._right):
            part.setVisible(not text)
        row = self._row
        row.removeWidget(self._dot)
        row.insertWidget(row.indexOf(self._stored) if text else 0, self._dot)

    def _build(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(4 * GRID, 0, 4 * GRID, 0)
        row.setSpacing(GRID + 2)
        row.addWidget(self._dot)
        row.addWidget(self._place)
        row.addSpacing(2 * GRID)
        row.addWidget(self._saved)
        row.addWidget(self._story)
        row.addStretch()
        row.addWidget(self._stored)
        row.addWidget(self._right)
        for part in (self._place, self._saved, self._right, self._story, self._stored):
            set_property(part, "tone", "muted")


class _Dot(QWidget):
    """Green when all is well; the tooltip says what it means."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._role = theme, "good"
        self.setFixedSize(2 * GRID, 2 * GRID)
        theme.changed.connect(self._on_changed)

    def set_role(self, role: str) -> None:
        """The colour it has from now on."""
        self._role = role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(self._role))
        painter.drawEllipse(self.rect())

    @Slot()
    def _on_changed(self) -> None:
        self.update()


def where_kept(url: str, folder: Path | None) -> str:
    """Place of a newsroom, in few words."""
    if folder:
        return tr("this computer")
    database, host = label(url)
    return tr("{database} on {server}").format(database=database, server=host or tr("this computer’s server"))
