"""Line breaking: fast and slow search agree; first lines of other widths; a line more or fewer on request."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from db.document import Span
from exports.formats import load_format
from exports.typeset.line.breaks import breaking_by_line
from exports.typeset.line.breaks.breaking import break_lines
from exports.typeset.line.breaks.breaking_by_line import exactly
from exports.typeset.line.breaks.breakpoints import ROW_COST, breakpoints_of, costs
from exports.typeset.line.lines import Line, justified, ragged, set_paragraph
from exports.typeset.line.word.hyphenation import SOFT_HYPHEN, hyphenator
from exports.typeset.line.word.shaping import words_of
from tests.exports.conftest import WORDS

FORMAT = load_format("tabloid")
BODY = justified(FORMAT.styles.body, FORMAT.setting, "en-US")
TEXT = (Span(text=f"{WORDS} {WORDS}"),)


def ends(lines: tuple[Line, ...]) -> list[int]:
    return [line.end for line in lines]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*WORDS.split(), "吴静", "state-of-the-art", "A"]), min_size=1, max_size=60))
def test_the_search_by_lines_finds_what_the_fast_one_finds(words: list[str]) -> None:
    placed = words_of((Span(text=" ".join(words)),), FORMAT.styles.body, hyphenator("en-US")).each
    width = FORMAT.measure * 1000 / 9
    fast = break_lines(placed, width, BODY.filling)
    places = breakpoints_of(placed, BODY.filling, 0.0)
    cuts = exactly(len(fast), places, width, BODY.filling)
    refs = places.ref
    assume(cuts)
    assert [(line.end_word, line.end_piece) for line in fast] == [refs[cut] for cut in cuts[1:]]


def test_the_first_lines_keep_clear_of_what_stands_beside_them() -> None:
    shape = ((40.0, FORMAT.measure - 40.0),) * 3
    lines = set_paragraph(TEXT, BODY, FORMAT.measure, shape=shape)
    assert [round(line.runs[0].x) >= 37 for line in lines[:4]] == [True, True, True, False]
    assert all(line.width == pytest.approx(FORMAT.measure, abs=4) for line in lines[:-1])
    assert len(lines) > len(set_paragraph(TEXT, BODY, FORMAT.measure))


def test_a_paragraph_that_ends_beside_the_picture_ends_there() -> None:
    short = (Span(text="A few words only."),)
    lines = set_paragraph(short, BODY, FORMAT.measure, shape=((0.0, 60.0),) * 9)
    assert 1 < len(lines) < 9
    assert all(line.width <= 61 for line in lines)


@pytest.mark.parametrize("looseness", [-1, 1])
def test_a_paragraph_is_set_a_line_shorter_or_longer_on_request(looseness: int) -> None:
    text = (Span(text=" ".join([WORDS] * 6)),)
    natural = set_paragraph(text, BODY, FORMAT.measure)
    asked = set_paragraph(text, BODY, FORMAT.measure, looseness=looseness)
    assert len(asked) == len(natural) + looseness
    assert "".join(g[4] for line in asked for run in line.runs for g in run.glyphs if g[4].isalnum()) == "".join(
        filter(str.isalnum, text[0].text)
    )


def test_a_line_too_few_to_be_set_well_is_refused() -> None:
    text = (Span(text="A short paragraph of no more than two lines, here."),)
    assert ends(set_paragraph(text, BODY, FORMAT.measure, looseness=-1)) == ends(
        set_paragraph(text, BODY, FORMAT.measure)
    )


def test_a_line_more_that_would_tear_the_words_apart_is_refused() -> None:
    text = (Span(text="A short paragraph of no more than two lines, here."),)
    natural = set_paragraph(text, BODY, FORMAT.measure)
    assert len(set_paragraph(text, BODY, FORMAT.measure, looseness=1)) == len(natural)


def test_a_very_long_paragraph_is_left_as_long_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (Span(text=" ".join([WORDS] * 7)),)
    natural = set_paragraph(text, BODY, FORMAT.measure)
    monkeypatch.setattr(breaking_by_line, "_MOST_PLACES", 20)
    assert len(set_paragraph(text, BODY, FORMAT.measure, looseness=-1)) == len(natural)


def test_a_second_hyphen_in_a_row_costs_four_times_a_first_one_s_row_and_a_third_is_not_set() -> None:
    words = words_of(
        (Span(text="extraordinarily considerable responsibilities"),), FORMAT.styles.body, hyphenator("en-US")
    ).each
    places = breakpoints_of(words, BODY.filling, 0.0)
    cost = costs(places, FORMAT.measure * 1000 / 9, BODY.filling)
    place = next(at for at, hyphen in enumerate(places.hyphen) if hyphen and at > 3)
    assert cost(0, place, 1) - cost(0, place, 0) == pytest.approx(4 * ROW_COST)
    assert cost(0, place, BODY.filling.hyphens_in_a_row) > 1e11


@pytest.mark.parametrize(("word", "name"), [("Lind", True), ("“Lind", True), ("(‘Lind", True), ("“said", False)])
def test_a_name_is_known_behind_an_opening_mark(word: str, *, name: bool) -> None:
    (found,) = words_of((Span(text=word),), FORMAT.styles.body, hyphenator("en-US")).each
    assert found.name is name


def test_an_added_hyphen_stands_for_no_character_of_the_text() -> None:
    text = (Span(text="extraordinarily considerable responsibilities " * 30),)
    divided = [line for line in set_paragraph(text, BODY, FORMAT.measure) if line.hyphen]
    assert divided
    assert {line.runs[-1].glyphs[-1][4] for line in divided} == {SOFT_HYPHEN}


def test_never_more_hyphens_in_a_row_than_the_format_allows() -> None:
    text = (Span(text="extraordinarily considerable responsibilities " * 30),)
    row = worst = 0
    for line in set_paragraph(text, BODY, FORMAT.measure):
        row = row + 1 if line.hyphen else 0
        worst = max(worst, row)
    assert worst <= FORMAT.setting.hyphens_in_a_row


def test_headlines_are_never_divided() -> None:
    lines = set_paragraph((Span(text="Extraordinary responsibilities"),), ragged(FORMAT.styles.headline), 260.0)
    assert not any(line.hyphen for line in lines)


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
