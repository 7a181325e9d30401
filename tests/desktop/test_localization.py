"""Words and times as the window says them."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from desktop import localization
from desktop.localization import count, day_and_time, in_order, length_of, stories, words

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _in_london(monkeypatch: pytest.MonkeyPatch) -> None:
    """The newsroom's days begin at midnight UTC."""
    monkeypatch.setattr(localization, "here", lambda moment: moment.astimezone(UTC))


def test_one_is_one_and_large_numbers_are_parted() -> None:
    assert (stories(1), stories(0), words(1204)) == ("1 story", "0 stories", "1,204 words")
    assert count(2, "{n} was", "{n} were") == "2 were"


@pytest.mark.parametrize(
    ("hours", "said"),
    [(0, "12:00"), (11.9, "23:54"), (12, "tomorrow 00:00"), (-12.1, "yesterday 23:54"), (36, "Thu 26 Nov")],
)
def test_a_moment_is_said_as_shortly_as_is_without_doubt(hours: float, said: str) -> None:
    assert day_and_time(NOON + timedelta(hours=hours), NOON) == said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "1 min"), (59, "59 min"), (60, "1 h"), (2879, "47 h"), (2880, "2 days"), (4319, "2 days"), (4320, "3 days")],
)
def test_a_length_of_time_is_rounded_down_to_the_unit_that_matters(minutes: int, said: str) -> None:
    assert length_of(timedelta(minutes=minutes)) == said


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Desk 9", "Desk 10", "Emil", "Émile", "Zoë"]),
        ("zh_CN", ["陈静", "李娜", "王芳", "张伟"]),
    ],
)
def test_names_stand_in_the_order_of_the_language(language: str, names: list[str]) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        assert in_order(sorted(names, reverse=True), str) == names
    finally:
        QLocale.setDefault(before)
