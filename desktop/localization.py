"""Words and times as the window says them: translated, counted, in the time of the newsroom."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from PySide6.QtCore import QCollator, QCoreApplication, QDate, QLocale

from db.errors import one_line
from db.values import Revision
from desktop.sentences import NEWSROOM
from desktop.zone import here

Thing = TypeVar("Thing")

_HOUR, _DAY = 60, 24 * 60
"""Minutes."""
_IN_HOURS = 2 * _DAY
"""Minutes up to which a length is told in hours: 30 h says more than 1 day."""


def tr(text: str) -> str:
    """A sentence in the language of the window."""
    return QCoreApplication.translate("Galley", text)


def worded(sentence: object) -> str:
    """A sentence of the newsroom or the press, or an error that is one, in the language of the window and in one line.

    What is no sentence of theirs comes back as it is, as does what is in that language already.
    """
    return QCoreApplication.translate(NEWSROOM, one_line(sentence))


def count(number: int, one: str, many: str) -> str:
    """`1 story`, `1,204 stories`: both forms hold `{n}`, and the file of the language has as many as it needs."""
    words = QCoreApplication.translate("Galley", many, None, number)
    return (one if words == many and number == 1 else words).format(n=f"{number:,}")


def stories(number: int) -> str:
    """So many stories."""
    return count(number, "{n} story", "{n} stories")


def words(number: int) -> str:
    """So many words."""
    return count(number, "{n} word", "{n} words")


def clock(moment: datetime) -> str:
    """The time of day in the newsroom: `18:45`."""
    return f"{here(moment):%H:%M}"


def second(moment: datetime) -> str:
    """The time of day to the second: `18:45:07`."""
    return f"{here(moment):%H:%M:%S}"


def day_and_time(moment: datetime, now: datetime) -> str:
    """As short as can be without doubt: `18:45`, `tomorrow 09:00`, `Wed 25 Nov`."""
    local, today = here(moment), here(now)
    days = (local.date() - today.date()).days
    if days == 0:
        return f"{local:%H:%M}"
    if days in _NEAR:
        return f"{tr(_NEAR[days])} {local:%H:%M}"
    return _day(local, tr("ddd d MMM"))


def full_time(moment: datetime) -> str:
    """`Tue 24 Nov 2026, 18:45`, for tooltips."""
    local = here(moment)
    return f"{_day(local, tr('ddd d MMM yyyy'))}, {local:%H:%M}"


def in_order(things: Iterable[Thing], name: Callable[[Thing], str]) -> list[Thing]:
    """Things as the language of the window puts their names in order: Chinese ones by their sound, 9 before 10."""
    collator = QCollator(QLocale())
    collator.setNumericMode(True)
    return sorted(things, key=lambda thing: collator.sortKey(name(thing)))


def revision_title(one: Revision) -> str:
    """Which revision it is: `3 · Nora Lin · 18:45 · shortened`."""
    return " · ".join(
        filter(None, (str(one.number), one.author_name, day_and_time(one.made, utc_now()), one.label or one.note))
    )


def length_of(time: timedelta) -> str:
    """`20 min`, `3 h`, `2 days`: rounded down to the unit that matters."""
    minutes = int(time.total_seconds() // 60)
    if minutes < _HOUR:
        return count(max(minutes, 1), "{n} min", "{n} min")
    if minutes < _IN_HOURS:
        return count(minutes // _HOUR, "{n} h", "{n} h")
    return count(minutes // _DAY, "{n} day", "{n} days")


def utc_now() -> datetime:
    """The moment, aware, in UTC."""
    return datetime.now(UTC)


def _day(local: datetime, form: str) -> str:
    """The day as the language writes it, by a form of Qt's."""
    return QLocale().toString(QDate(local.year, local.month, local.day), form)


_NEAR = {-1: "yesterday", 1: "tomorrow"}
