"""The time zone in which times are shown and asked for: the newsroom's, else that of this computer."""

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QTimeZone
from PySide6.QtWidgets import QDateTimeEdit

from db.settings import zone_of

_PROPERTY = "galley_time_zone"


def use_zone(name: str) -> bool:
    """Show times in this zone of the IANA data base from now on; the empty name means that of this computer.

    Whether that is another zone than before. Like the language, it belongs to the application.
    """
    app = QCoreApplication.instance()
    if app is None or _name() == name:
        return False
    app.setProperty(_PROPERTY, name)
    return True


def here(moment: datetime) -> datetime:
    """A moment as the clock on the wall of the newsroom has it."""
    return moment.astimezone(zone_of(_name()))


def qt_zone() -> QTimeZone:
    """The zone, as Qt wants it."""
    zone = QTimeZone(_name().encode())
    return zone if zone.isValid() else QTimeZone.systemTimeZone()


_SOON_S = 2 * 3600
"""Seconds until what is due when nothing else is said: a story for today is seldom due within the hour it is begun."""


def soon() -> QDateTime:
    """Two hours on, at the full hour: near enough to need little change."""
    moment = QDateTime.currentDateTimeUtc().toTimeZone(qt_zone()).addSecs(_SOON_S)
    return moment.addSecs(-60 * moment.time().minute() - moment.time().second())


def show_moment(field: QDateTimeEdit, moment: datetime | QDateTime) -> None:
    """Let a field hold a moment, and be read and changed in this zone."""
    if isinstance(moment, datetime):
        moment = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()), QTimeZone(QTimeZone.Initialization.UTC))
    field.setTimeZone(qt_zone())
    field.setDateTime(moment.toTimeZone(qt_zone()))


def moment_in(field: QDateTimeEdit) -> datetime:
    """Moment that such a field holds; aware, UTC."""
    return datetime.fromtimestamp(field.dateTime().toSecsSinceEpoch(), UTC)


def _name() -> str:
    app = QCoreApplication.instance()
    value = app.property(_PROPERTY) if app is not None else None
    return value if isinstance(value, str) else ""
