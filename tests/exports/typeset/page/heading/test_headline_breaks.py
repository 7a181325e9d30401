"""Where a headline is better not divided."""

from exports.typeset.page.heading.head import headline
from tests.exports.typeset.page.heading.test_head import STYLE, WIDE, broken


def test_no_line_ends_in_a_word_that_belongs_to_the_next_one_where_others_are_about_as_even() -> None:
    assert broken("Eleven pilots hold on as the quay beneath them crumbles", WIDE) == [
        "Eleven pilots hold on as the quay",
        "beneath them crumbles",
    ]
    assert broken("Alle Lotsen bleiben in der Station an der Mole", 500.0, "de") == [
        "Alle Lotsen bleiben",
        "in der Station an der Mole",
    ]


def test_what_another_language_calls_a_small_word_is_none_here() -> None:
    assert broken("Alle Lotsen bleiben in der Station an der Mole", 500.0, "fi") == [
        "Alle Lotsen bleiben in",
        "der Station an der Mole",
    ]


def test_a_chinese_headline_is_divided_behind_its_comma() -> None:
    assert broken("引航站整个冬季仍将开放，委员会否决工程师建议", 450.0, "zh-CN") == [
        "引航站整个冬季仍将开放，",
        "委员会否决工程师建议",
    ]


def test_lines_divided_by_sense_are_no_wider_than_their_place_and_stay_where_a_break_was_typed() -> None:
    for width in range(200, 700, 25):
        text = "Pilots of the port stay in the station on the mole for the winter"
        size, lines = headline(text, STYLE, width, "en")
        assert all(line.width <= width + 0.01 for line in lines), size
    typed = "Pilots stay in the\u2028station of the port"
    assert broken(typed, WIDE) == ["Pilots stay in the", "station of the port"]
