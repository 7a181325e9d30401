"""Line breaking line by line: as the fast search finds them; paragraphs set a line shorter or longer."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from db.document import Span
from exports.typeset.line.breaks import breaking_by_line
from exports.typeset.line.breaks.breaking import break_lines
from exports.typeset.line.breaks.breaking_by_line import BreaksByLine, exactly
from exports.typeset.line.breaks.breakpoints import breakpoints_of
from exports.typeset.line.lines import Line, set_paragraph
from exports.typeset.line.word.hyphenation import hyphenator
from exports.typeset.line.word.shaping import words_of
from tests.exports.conftest import WORDS
from tests.exports.typeset.line.breaks.test_breaking import BODY, FORMAT


def ends(lines: tuple[Line, ...]) -> list[int]:
    return [line.end for line in lines]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*WORDS.split(), "吴静", "state-of-the-art", "A"]), min_size=1, max_size=60))
def test_the_search_by_lines_finds_what_the_fast_one_finds(words: list[str]) -> None:
    placed = words_of((Span(text=" ".join(words)),), FORMAT.styles.body, hyphenator("en-US")).each
    width = FORMAT.measure * 1000 / 9
    places = breakpoints_of(placed, BODY.filling, 0.0)
    fast = break_lines(places, width, BODY.filling)
    cuts = exactly(len(fast), places, width, BODY.filling)
    assume(cuts)
    found = [places.begins(cut) for cut in cuts[1:]]
    assert [(line.end_word, line.end_piece) for line in fast] == found


@settings(max_examples=60, deadline=None)
@given(
    words=st.lists(st.sampled_from([*WORDS.split(), "吴静", "state-of-the-art", "A"]), min_size=20, max_size=90),
    more=st.sampled_from([-1, 0, 1]),
    beside=st.sampled_from([(), (0.6, 0.6, 0.6)]),
    tight=st.booleans(),
)
def test_no_way_that_is_set_well_is_passed_over(
    words: list[str], more: int, beside: tuple[float, ...], tight: bool
) -> None:
    filling = (BODY.tightened() if tight else BODY).filling
    width = FORMAT.measure * 1000 / 9
    widths = [share * width for share in beside]
    placed = words_of((Span(text=" ".join(words)),), FORMAT.styles.body, hyphenator("en-US")).within(0.6 * width).each
    places = breakpoints_of(placed, filling, 0.0)
    count = len(break_lines(places, width, filling, widths=widths)) + more
    every_way = BreaksByLine(places, filling, width, widths)
    for _ in range(count):
        every_way.add()
    best = every_way.newest.get(len(places.end) - 1)
    assume(best and best.worst <= breaking_by_line._WELL)
    assert exactly(count, places, width, filling, widths) == every_way.path(count)


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
    text = (Span(text=" ".join([WORDS] * 8)),)
    natural = set_paragraph(text, BODY, FORMAT.measure)
    monkeypatch.setattr(breaking_by_line, "_MOST_PLACES", 20)
    assert len(set_paragraph(text, BODY, FORMAT.measure, looseness=-1)) == len(natural)
