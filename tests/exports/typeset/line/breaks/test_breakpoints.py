"""What a line costs: hyphens in a row, names, dashes, short last lines."""

import pytest

from db.document import Span
from exports.typeset.line.breaks.breakpoints import ROW_COST, breakpoints_of, costs
from exports.typeset.line.lines import set_paragraph
from exports.typeset.line.word.hyphenation import hyphenator
from exports.typeset.line.word.shaping import words_of
from tests.exports.conftest import WORDS
from tests.exports.typeset.line.breaks.test_breaking import BODY, FORMAT


def test_a_second_hyphen_in_a_row_costs_four_times_a_first_one_s_row_and_a_third_is_not_set() -> None:
    words = words_of(
        (Span(text="extraordinarily considerable responsibilities"),), FORMAT.styles.body, hyphenator("en-US")
    ).each
    places = breakpoints_of(words, BODY.filling, 0.0)
    cost = costs(places, FORMAT.measure * 1000 / 9, BODY.filling)
    place = next(at for at, hyphen in enumerate(places.hyphen) if hyphen and at > 3)
    assert cost(0, place, 1) - cost(0, place, 0) == pytest.approx(4 * ROW_COST)
    assert cost(0, place, BODY.filling.hyphens_in_a_row) > 1e11


def test_never_more_hyphens_in_a_row_than_the_format_allows() -> None:
    text = (Span(text="extraordinarily considerable responsibilities " * 30),)
    row = worst = 0
    for line in set_paragraph(text, BODY, FORMAT.measure):
        row = row + 1 if line.hyphen else 0
        worst = max(worst, row)
    assert worst <= FORMAT.setting.hyphens_in_a_row


def test_names_are_kept_whole_where_that_costs_little() -> None:
    names = ("Montgomery", "Konstantinopel", "Alexandria", "Wellington", "Rotterdam", "Hamilton", "Barcelona")
    before = [
        "of",
        "the",
        "old",
        "pilots",
        "that",
        "had",
        "gone",
        "to",
        "see",
        "it",
        "in",
        "a",
        "boat",
        "of",
        "the",
        "port",
        "and",
    ]

    def divided(word: str) -> int:
        texts = (" ".join([*(before * 3)[start : start + 40], word, WORDS]) for start in range(len(before)))
        return sum(
            line.hyphen and word.startswith(text[: line.end].split()[-1])
            for text in texts
            for line in set_paragraph((Span(text=text),), BODY, FORMAT.measure)
        )

    assert sum(map(divided, names)) < sum(divided(name.lower()) for name in names)


def test_a_dash_between_spaces_ends_a_line_rather_than_begins_one() -> None:
    text = (
        "Fishermen, ferry crews and the rowing club all signed a petition – some 2,300 names in nine days – that asks "
        "for nothing more than a light on the mole and someone awake beneath it."
    )
    begun = 0
    for measure in range(100, 180):
        begun += sum(text[line.start] == "–" for line in set_paragraph((Span(text=text),), BODY, measure))
    assert begun <= 8


def test_a_last_line_is_seldom_a_short_part_of_a_word() -> None:
    fragments = 0
    for count in range(3, 32):
        for word in ("engineering", "reinsurance", "heating", "coffee"):
            text = " ".join([*WORDS.split()[:count], word])
            lines = set_paragraph((Span(text=text),), BODY, FORMAT.measure)
            fragments += len(lines) > 1 and lines[-2].hyphen and lines[-1].width < 0.15 * FORMAT.measure
    assert fragments <= 3
