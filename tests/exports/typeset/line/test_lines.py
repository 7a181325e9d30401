"""Lines as they are filled: to the measure exactly, by no more than the format allows, from where they begin."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from db.document import Block, Span
from exports.formats import load_format
from exports.typeset.line.lines import LINE_BREAK, Line, LineSettings, justified, ragged, set_paragraph
from exports.typeset.line.word.faces import face
from exports.typeset.line.word.hyphenation import hyphenator
from exports.typeset.line.word.shaping import words_of
from exports.typeset.sheet import Run
from tests.bench.texts import NARROW, our_format, stories
from tests.exports.conftest import WORDS

FORMAT = load_format("tabloid")
BODY = justified(FORMAT.styles.body, FORMAT.setting, "en-US")
FLUSH = justified(FORMAT.styles.body, FORMAT.setting.model_copy(update={"hang": 0.0}), "en-US")
LONG = (Span(text=f"{WORDS} Extraordinarily considerable responsibilities, reinsurance. " * 9),)


def lines_of(text: str, settings: LineSettings = BODY, measure: float = FORMAT.measure) -> tuple[Line, ...]:
    return set_paragraph((Span(text=text),), settings, measure)


def end_of(run: Run) -> float:
    """Where the ink of a run ends: behind its last letter nothing is added."""
    spaces = sum(glyph[4] == " " for glyph in run.glyphs)
    width = sum(glyph[1] for glyph in run.glyphs) + run.tracking * (len(run.glyphs) - 1) + run.space * spaces
    return run.x + width * run.scale * run.size / 1000


def test_full_lines_end_where_the_measure_does_and_know_it() -> None:
    """One that begins with part of a word was measured with the kerning between its letter and the one before."""
    lines = set_paragraph(LONG, FLUSH, FORMAT.measure)
    assert any(line.hyphen for line in lines)
    for before, line in pairwise(lines[:-1]):
        exact = 0.2 if before.hyphen else 0.001
        assert end_of(line.runs[-1]) == pytest.approx(FORMAT.measure, abs=exact)
        assert line.width == pytest.approx(FORMAT.measure, abs=exact)


def test_letters_change_their_width_and_their_distance_within_what_the_format_allows() -> None:
    runs = [run for line in set_paragraph(LONG, BODY, FORMAT.measure) for run in line.runs]
    down, up = FORMAT.setting.glyph_tolerance
    closer, wider = FORMAT.setting.tracking
    assert 1 + down - 1e-6 <= min(run.scale for run in runs) < 1 < max(run.scale for run in runs) <= 1 + up + 1e-6
    tracked = [run.tracking / 1000 for run in runs]
    assert 1.2 * closer <= min(tracked) < 0 < max(tracked) <= 1.2 * wider


def test_word_spaces_of_a_tightened_paragraph_are_no_narrower_than_it_may_have_them() -> None:
    tight = BODY.tightened().filling
    least = BODY.filling.space - tight.shrink - tight.closer
    tightened = 0
    for block in (block for one in stories(8) for block in one.body.blocks):
        spans = block.spans
        natural, found = (set_paragraph(spans, BODY, FORMAT.measure, looseness=asked) for asked in (0, -1))
        tightened += len(found) < len(natural)
        for run in (run for line in found for run in line.runs):
            space = (face(run.face).width(" ") + run.space) * run.scale
            assert space >= least - 0.5 or len(found) == len(natural)
    assert tightened > 3


def test_a_last_line_closes_up_rather_than_run_over_the_measure() -> None:
    words, closed = WORDS.split(), 0
    for count in range(4, len(words)):
        last = lines_of(" ".join(words[:count]), FLUSH)[-1]
        assert last.width <= FORMAT.measure + 0.001
        closed += last.runs[0].scale < 1
    assert closed


def test_an_opening_mark_hangs_over_the_left_edge_and_closing_ones_over_the_right() -> None:
    first, *_ = lines_of(f"“{WORDS}")
    assert first.runs[0].x == pytest.approx(-0.5 * face("serif").width("“") * 9 / 1000)
    *full, _ = set_paragraph(LONG, BODY, FORMAT.measure)
    over = [end_of(line.runs[-1]) - FORMAT.measure for line in full]
    assert min(over) == pytest.approx(0, abs=0.2)
    assert 1 < max(over) < 2.5


def test_only_what_begins_a_paragraph_is_set_in() -> None:
    lines = lines_of(f"One thing{LINE_BREAK}and another", BODY.indented(9.0))
    assert [line.runs[0].x for line in lines] == [9.0, 0.0]


def test_lines_beside_a_picture_are_counted_over_typed_line_breaks() -> None:
    shape = ((20.0, 80.0),) * 3
    lines = set_paragraph((Span(text=f"One thing{LINE_BREAK}{WORDS}"),), BODY, FORMAT.measure, shape=shape)
    assert [line.runs[0].x > 15 for line in lines[:5]] == [True, True, True, False, False]


def test_a_word_that_has_no_room_behind_the_indent_is_cut() -> None:
    for count in range(20, 60):
        lines = lines_of("n" * count, FLUSH.indented(20.0))
        assert max(line.width for line in lines) <= FORMAT.measure + 0.001, count


def test_spaces_between_bold_words_are_bold() -> None:
    spans = (Span(text="The "), Span(text="Marta Lind of Suzhou", bold=True), Span(text=" sank."))
    (line,) = set_paragraph(spans, ragged(FORMAT.styles.body), 400.0)
    shown = [(run.face, "".join(glyph[4] for glyph in run.glyphs)) for run in line.runs]
    assert shown == [("serif", "The "), ("serif-bold", "Marta Lind of Suzhou "), ("serif", "sank.")]


def test_letters_that_may_only_be_spread_keep_their_distance_when_a_line_closes_up() -> None:
    setting = FORMAT.setting.model_copy(update={"tracking": (0.0, 0.02)})
    lines = set_paragraph(LONG, justified(FORMAT.styles.body, setting, "en-US"), FORMAT.measure)
    spread = {run.scale > 1: run.tracking > 0 for line in lines for run in line.runs if abs(run.scale - 1) > 1e-6}
    assert spread == {True: True, False: False}


def test_no_last_line_is_one_short_word_where_a_line_more_or_fewer_avoids_it() -> None:
    fmt = our_format(NARROW)
    settings = justified(fmt.styles.body, fmt.setting, "en-US").indented(9.0)
    stubs = 0
    for one in stories(40):
        for block in one.body.blocks:
            lines = set_paragraph(block.spans, settings, fmt.measure)
            if not _is_stub(block, lines, fmt.measure):
                continue
            stubs += 1
            for more in (-1, 1):
                asked = set_paragraph(block.spans, settings, fmt.measure, looseness=more)
                assert len(asked) == len(lines) or _is_stub(block, asked, fmt.measure)
    assert stubs <= 12


def _is_stub(block: Block, lines: Sequence[Line], measure: float) -> bool:
    last = lines[-1]
    return len(lines) > 1 and " " not in block.text[last.start : last.end].strip() and last.width < 0.2 * measure


def test_word_spaces_are_seldom_twice_their_width_and_never_far_too_narrow() -> None:
    fmt = our_format(NARROW)
    settings = justified(fmt.styles.body, fmt.setting, "en-US").indented(9.0)
    natural = face("serif").width(" ")
    found = []
    for one in stories(20):
        for block in one.body.blocks:
            for line in set_paragraph(block.spans, settings, fmt.measure)[:-1]:
                spaced = [run for run in line.runs if any(glyph[4] == " " for glyph in run.glyphs)]
                found += [(natural + run.space + run.tracking) * run.scale / natural for run in spaced[:1]]
    assert sum(space > 2 for space in found) / len(found) <= 0.065
    assert sum(space < 0.7 for space in found) / len(found) <= 0.03
    assert min(found) > 0.5


def test_words_in_another_language_are_divided_by_that() -> None:
    def pieces(*spans: Span) -> list[list[str]]:
        words = words_of(spans, FORMAT.styles.body, hyphenator("en-US")).each
        return [["".join(text for _, text in part.segments) for part in word.pieces] for word in words]

    word = "Verwaltungsgerichtshof"
    divided = [part for part, _ in hyphenator("de").divide(word)]
    assert pieces(Span(text=word, language="de")) == [divided] != pieces(Span(text=word))
    assert pieces(Span(text="the "), Span(text=word, language="de"))[1] == divided
