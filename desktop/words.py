"""Words and times as the window says them: translated, counted, in the time of this computer."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """A sentence in the language of the window."""
    return QCoreApplication.translate("Galley", text)


def count(number: int, one: str, many: str) -> str:
    """`1 story`, `1,204 stories`: both forms hold `{n}`."""
    return tr(one if number == 1 else many).format(n=f"{number:,}")


def stories(number: int) -> str:
    """So many stories."""
    return count(number, "{n} story", "{n} stories")


def words(number: int) -> str:
    """So many words."""
    return count(number, "{n} word", "{n} words")


def clock(moment: datetime) -> str:
    """The time of day here: `18:45`."""
    return f"{moment.astimezone():%H:%M}"


def day_and_time(moment: datetime, now: datetime) -> str:
    """As short as can be without doubt: `18:45`, `tomorrow 09:00`, `Wed 25 Nov`."""
    here, today = moment.astimezone(), now.astimezone()
    days = (here.date() - today.date()).days
    if days == 0:
        return f"{here:%H:%M}"
    if days in _NEAR:
        return f"{tr(_NEAR[days])} {here:%H:%M}"
    return f"{here:%a} {here.day} {here:%b}"


def full_time(moment: datetime) -> str:
    """`Tue 24 Nov 2026, 18:45`, for tooltips."""
    here = moment.astimezone()
    return f"{here:%a} {here.day} {here:%b %Y, %H:%M}"


def length_of(time: timedelta) -> str:
    """`20 min`, `3 h`, `2 days`: rounded down to the unit that matters."""
    minutes = int(time.total_seconds() // 60)
    if minutes < 60:
        return count(max(minutes, 1), "{n} min", "{n} min")
    if minutes < 48 * 60:
        return count(minutes // 60, "{n} h", "{n} h")
    return count(minutes // (24 * 60), "{n} day", "{n} days")


def utc_now() -> datetime:
    """The moment, aware, in UTC."""
    return datetime.now(UTC)


_NEAR = {-1: "yesterday", 1: "tomorrow"}
