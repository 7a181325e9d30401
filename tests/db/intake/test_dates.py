"""Lines that are nothing but a date or a time."""

import pytest

from db.intake.dates import is_date, is_mostly_date, says_when


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


def test_a_date_that_says_what_happened_then_is_told_from_others() -> None:
    assert says_when("Updated: 2026-11-03")
    assert says_when("发布时间：2026年11月3日")
    assert not says_when("2026-11-03")


def test_a_line_of_dates_with_a_word_or_two_is_mostly_one() -> None:
    assert is_mostly_date("Published 3 November 2026, 10:15 by us")
    assert not is_mostly_date("The ferry ran until 3 November 2026")
    assert not is_mostly_date("Published by us")
