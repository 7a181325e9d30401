"""Chinese: squares in line with one another, marks pinched in pairs, a quarter em beside Latin, no forbidden ends."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.document import Span
from exports.formats import load_format
from exports.typeset.line.lines import Line, justified, set_paragraph
from exports.typeset.line.script.cjk import NOT_FIRST, NOT_LAST, pitch, spacing_between, split_squares
from exports.typeset.line.word.faces import face

FORMAT = load_format("tabloid")
BODY = justified(FORMAT.styles.body, FORMAT.setting, "zh-CN")
TEXT = "港口委员会周二晚上投票决定保留旧引航站整个冬季仍将开放工程师认为码头不安全雷达塔无法修复" * 3


def set_text(text: str, indent: float = 0.0) -> tuple[Line, ...]:
    return set_paragraph((Span(text=text),), BODY.indented(indent), FORMAT.measure)


def places(line: Line) -> list[float]:
    """Where each glyph of a line stands."""
    found = []
    for run in line.runs:
        x = run.x
        for glyph in run.glyphs:
            found.append(round(x + glyph[2] * run.size / 1000, 3))
            space = run.space if glyph[4] == " " else 0.0
            x += (glyph[1] + run.tracking + space) * run.scale * run.size / 1000
    return found


@pytest.mark.parametrize("indent", [0.0, 2 * pitch(FORMAT.measure, 9.0)])
def test_squares_of_all_lines_stand_under_one_another(indent: float) -> None:
    step = pitch(FORMAT.measure, 9.0)
    for line in set_text(TEXT, indent):
        assert all(abs(place / step - round(place / step)) < 0.01 for place in places(line))


def test_full_lines_of_squares_fill_the_measure() -> None:
    lines = set_text(TEXT)
    assert {len(places(line)) for line in lines[:-1]} == {14}
    assert all(line.width == pytest.approx(FORMAT.measure, abs=0.5) for line in lines[:-1])


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("港口委员会，。、；：！？（）「」《》“”…—a5"), min_size=1, max_size=120))
def test_no_line_begins_or_ends_with_a_forbidden_mark(text: str) -> None:
    lines = [line for line in set_text(f"港口委{text}员会") if line.end > line.start]
    shown = [f"港口委{text}员会"[line.start : line.end].strip() for line in lines]
    for before, after in itertools.pairwise(shown):
        cut_in_a_row_of_marks = len(before) < 3 or len(after) < 3 or not any(c.isalnum() for c in before + after)
        assert cut_in_a_row_of_marks or before[-1] not in NOT_LAST
        assert cut_in_a_row_of_marks or after[0] not in NOT_FIRST


@pytest.mark.parametrize("pair", ["。」", "，“", "」「", "（「", "：“"])
def test_two_marks_that_meet_share_an_em_and_a_half(pair: str) -> None:
    line = set_text(f"港{pair}口")[0]
    step = pitch(FORMAT.measure, 9.0)
    assert places(line)[-1] == pytest.approx(9 * 2.5 + 3 * (step - 9), abs=0.02)


def test_a_quarter_em_stands_between_chinese_and_latin() -> None:
    line = set_text("港口委员会GDP增长")[0]
    latin = next(run for run in line.runs if run.face == "serif")
    before = line.runs[0]
    end = before.x + 5 * pitch(FORMAT.measure, 9.0)
    assert latin.x - end == pytest.approx(9 / 4, abs=0.05)
    assert line.runs[2].x - latin.x == pytest.approx(face("serif").width("GDP") * 9 / 1000 + 9 / 4, abs=0.05)


def test_a_line_that_begins_with_latin_begins_at_the_edge() -> None:
    starts = [places(line)[0] for count in range(8, 15) for line in set_text(f"{TEXT[:count]}Suzhou{TEXT[:9]}")]
    assert starts == [0.0] * len(starts)


def test_quotation_marks_are_squares_in_chinese_and_not_in_english() -> None:
    chinese, english = set_text("他说：“好”。")[0], set_text("He said “good” once.")[0]
    assert {run.face for run in chinese.runs} == {"han"}
    assert {run.face for run in english.runs} == {"serif"}


def test_english_quotation_marks_round_chinese_words_stay_english() -> None:
    line = set_text("He said “好” once, the “引”—")[0]
    assert "".join(glyph[4] for run in line.runs if run.face == "han" for glyph in run.glyphs) == "好引"


@pytest.mark.parametrize(
    ("before", "after", "apart"), [("港", "A", 250), ("A", "港", 250), ("港", "口", 0), ("A", "b", 0)]
)
def test_what_stands_between_two_characters(before: str, after: str, apart: float) -> None:
    assert spacing_between(before, after) == apart


def test_a_soft_hyphen_takes_no_place_where_a_chinese_line_may_end() -> None:
    plain, marked = set_text(TEXT[:18]), set_text(f"{TEXT[:9]}\u00ad{TEXT[9:18]}")
    assert list(map(places, marked)) == list(map(places, plain))
    assert not any(line.hyphen for line in marked)


def test_chinese_and_latin_stand_as_far_apart_over_a_soft_hyphen() -> None:
    plain, marked = (set_text(f"harbour{joined}港口委员会GDP增长")[0] for joined in ("", "\u00ad"))
    assert places(marked) == places(plain)
    assert marked.width == plain.width


def test_lines_with_marks_that_latin_has_too_end_where_the_measure_does() -> None:
    said = (
        "委员会说：“我们没有选择”，并补充道——“引航员必须有地方住……”港口“关闭”，“开放”都不合适，会议“非常”、“十分”紧张。"
    )
    body = justified(FORMAT.styles.body, FORMAT.setting.model_copy(update={"hang": 0.0}), "zh-CN")
    for indent in (0.0, 18.0):
        *full, _ = set_paragraph((Span(text=said * 3),), body.indented(indent), FORMAT.measure)
        for line in full:
            end = places(line)[-1] + line.runs[-1].glyphs[-1][1] * 9 / 1000
            assert end == pytest.approx(FORMAT.measure, abs=0.01)
            assert line.runs[0].tracking < 300


QUOTED = (
    "港口委员会周二晚上投票决定，尽管工程师认为码头“不安全”、雷达塔无法修复，但旧引航站整个冬季仍将开放。委员会主席林诺拉"
    "（Nora Lin）说：“我们只有11名引航员，其中4名将在2027年春天之前退休。”她补充道，《港口法》第十二条规定，夜间必须"
    "有人值守。"
)


@pytest.mark.parametrize("name", ["galley", "magazine-a4", "letter", "broadsheet"])
def test_full_lines_end_at_the_edge_whatever_marks_and_latin_words_are_in_them(name: str) -> None:
    fmt = load_format(name)
    size = fmt.styles.body.size
    settings = justified(fmt.styles.body, fmt.setting, "zh-CN").indented(2 * pitch(fmt.measure, size))
    for start in range(0, 80, 3):
        text = QUOTED[start:] * 2
        *full, last = set_paragraph((Span(text=text),), settings, fmt.measure)
        for line in full:
            over = line.width - fmt.measure
            assert -0.01 < over < (0.75 * size if text[line.end - 1] in NOT_FIRST else 0.01)
            assert line.end - line.start > 8
        assert last.width < fmt.measure + 0.75 * size


def test_no_line_is_broken_at_a_no_break_space() -> None:
    assert split_squares("港口\u00a0■") == ["港", "口\u00a0■"]
    assert split_squares("5\u00a0元人") == ["5\u00a0元", "人"]
