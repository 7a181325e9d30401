"""A field for the day and time a story is due, with a calendar in the colours of the theme."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QDateTimeEdit

from desktop.localization import tr
from desktop.look.theme import Theme

_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class DueField(QDateTimeEdit):
    """Takes what a QDateTimeEdit takes, but no wheel: that scrolls what it stands in.

    Qt draws weekends in the red that here means that something is wrong.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setDisplayFormat(tr("ddd d MMM") + " HH:mm")
        self.setCalendarPopup(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._draw)
        self._draw()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to whatever the field stands in."""
        event.ignore()

    @Slot()
    def _draw(self) -> None:
        """Days of the weekend a step quieter than others."""
        quiet = QTextCharFormat()
        quiet.setForeground(self._theme.color("muted"))
        for day in _WEEKEND:
            self.calendarWidget().setWeekdayTextFormat(day, quiet)
