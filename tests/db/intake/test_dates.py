"""Lines that are nothing but a date or a time."""

import pytest

from db.intake.dates import is_date, is_mostly_date


@pytest.mark.parametrize(
    "line",
    [
        "2026-11-03",
        "Nov 3, 2026",
        "Tuesday, 3 November 2026 18:45",
        "Updated: 2026-11-03 08:15 (Beijing time)",
        "3 hours ago",
        "18:45",
        "6:45 p.m.",
        "2026年11月3日",
        "发布时间：2026年11月3日 星期二 上午 08:15",
        "11月3日",
        "2 min read",
        "2026-11-03T08:15:00Z",
    ],
)
def test_dates_and_times_are_told(line: str) -> None:
    assert is_date(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "May",
        "On the first day",
        "2026",
        "3 boats",
        "November rain",
        "港口",
        "Nov 3: ferry stops",
        "2026-11-03 " * 20,
    ],
)
def test_other_lines_are_no_date(line: str) -> None:
    assert not is_date(line)


def test_a_line_of_dates_with_a_word_or_two_is_mostly_one() -> None:
    assert is_mostly_date("Published 3 November 2026, 10:15 by us")
    assert not is_mostly_date("The ferry ran until 3 November 2026")
    assert not is_mostly_date("Published by us")


@pytest.mark.parametrize(
    "line",
    [
        "Dienstag, 24. November 2026, 15:20 Uhr",
        "Publié le 24 novembre 2026 à 10:40",
        "24 de noviembre de 2026",
        "24 listopada 2026 r.",
        "24 ноября 2026 г.",
        "Santander, 24 de noviembre de 2026",
        "Rennes, le 24 novembre 2026",
    ],
)
def test_dates_of_many_languages_are_told_with_the_place_before_them(line: str) -> None:
    assert is_date(line)
