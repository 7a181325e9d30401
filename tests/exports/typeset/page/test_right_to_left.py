"""Stories in Arabic and Hebrew: heads at the right, columns from the right on, furniture the other way round."""

from dataclasses import replace

import pytest

from db.document import Block, BlockKind, PictureUse, Span, paragraph
from db.values import Picture
from exports.formats import MM, Format, load_format
from exports.typeset import set_story
from exports.typeset.sheet import PlacedPicture, Run, SetLine, Sheet
from tests.exports.conftest import WORDS, make_story, small_format

ARABIC = (
    "صوّت مجلس الميناء مساء الثلاثاء 23 نوفمبر على إبقاء محطة الإرشاد القديمة مفتوحة طوال الشتاء، بكلفة 1,400,000 دولار."
)
HEBREW = "מועצת הנמל הצביעה ביום שלישי בערב, 23 בנובמבר, להשאיר את תחנת הנתבים הישנה פתוחה, בעלות של 1,400,000 דולר."
PICTURE = Picture(sha256="c" * 64, name="quay.jpg", width=1200, height=800, mode="RGB", size=1)
TEXTS = pytest.mark.parametrize("text", [ARABIC, HEBREW], ids=("ar", "he"))


def rtl(text: str, count: int = 9, fmt: Format | None = None, *more: Block) -> list[Sheet]:
    """The pages of a story of so many paragraphs."""
    language = "ar" if text == ARABIC else "he"
    fields = {"headline": text[:50], "dek": text[:60], "kicker": text[:9], "byline": text[:12], "language": language}
    return set_story(make_story(*more, *[text] * count, **fields), fmt or load_format("tabloid"), {"c" * 64: PICTURE})


def extent(sheet: Sheet, line: SetLine) -> tuple[float, float]:
    """Where the ink of a line begins and ends."""
    runs = [run for run in runs_of(sheet) if abs(run.y - line.y) < 0.01 and line.x - 1 <= run.x < line.x + line.width]
    ends = [
        run.x + sum(g[1] + run.tracking + run.space * (g[4] == " ") for g in run.glyphs) * run.scale * run.size / 1000
        for run in runs
    ]
    return min(run.x for run in runs), max(ends)


def runs_of(sheet: Sheet) -> list[Run]:
    """Everything set in type."""
    return [item for item in sheet.items if isinstance(item, Run)]


def said(sheet: Sheet) -> str:
    """All text of a page, each run in the order of reading."""
    return " ".join(
        "".join(g[4] for g in run.glyphs[:: -1 if run.face.startswith(("arabic", "hebrew")) else 1])
        for run in runs_of(sheet)
    )


@TEXTS
@pytest.mark.parametrize("columns", [1, 3])
def test_all_of_the_head_stands_flush_with_the_right_edge(text: str, columns: int) -> None:
    fmt = load_format("tabloid")
    sheet = rtl(text, columns * 3)[0]
    for field in ("kicker", "headline", "dek", "byline"):
        for line in (line for line in sheet.uncounted if line.field == field):
            assert extent(sheet, line)[1] == pytest.approx(fmt.trim_width - fmt.right, abs=0.5), field


def test_a_head_in_latin_over_a_hebrew_text_stands_at_the_right_too() -> None:
    fmt = load_format("tabloid")
    sheet = set_story(make_story(*[HEBREW] * 9, headline="Pilots"), fmt, {})[0]
    (line,) = [line for line in sheet.uncounted if line.field == "headline"]
    assert extent(sheet, line)[1] == pytest.approx(fmt.trim_width - fmt.right, abs=0.5)


@TEXTS
def test_columns_run_from_the_right_to_the_left(text: str) -> None:
    (sheet,) = rtl(text, 24)
    columns = [line.column for line in sheet.lines]
    assert columns == sorted(columns, reverse=True)
    assert columns[0] == load_format("tabloid").columns - 1
    assert len(set(columns)) > 2
    fmt = load_format("tabloid")
    for line in sheet.lines:
        assert fmt.column_x(line.column) - 0.1 <= extent(sheet, line)[0]
        assert extent(sheet, line)[1] <= fmt.column_x(line.column) + fmt.measure + 0.1


def test_columns_of_a_latin_story_that_quotes_hebrew_run_from_the_left() -> None:
    (sheet,) = set_story(make_story(WORDS, *[HEBREW] * 9), load_format("tabloid"), {})
    assert sheet.lines[0].column == 0


@TEXTS
def test_the_picture_stands_over_the_last_columns_at_the_left_and_its_credit_at_its_right(text: str) -> None:
    fmt = load_format("tabloid")
    use = PictureUse(sha256="c" * 64, credit="Ada Lund", columns=2)
    (sheet,) = rtl(text, 40, fmt, Block(kind=BlockKind.PICTURE, spans=(Span(text=text[:40]),), picture=use))
    (placed,) = [item for item in sheet.items if isinstance(item, PlacedPicture)]
    assert placed.x == pytest.approx(fmt.column_x(0))
    (credit,) = [run for run in runs_of(sheet) if "".join(g[4] for g in run.glyphs) == "Ada Lund"]
    end = credit.x + sum(g[1] for g in credit.glyphs) * credit.size / 1000
    assert end == pytest.approx(placed.x + placed.width, abs=0.1)


@TEXTS
def test_figures_keep_their_order_and_stand_where_they_are_read(text: str) -> None:
    (sheet,) = rtl(text, 1)
    whole = ["".join(g[4] for g in run.glyphs) for run in runs_of(sheet)]
    assert any("1,400,000" in part for part in whole)
    line = next(line for line in sheet.lines if "1,400,000" in line.text)
    figure = next(run for run in runs_of(sheet) if "1,400" in "".join(g[4] for g in run.glyphs) and run.y == line.y)
    before = line.text.index("1,400,000") / len(line.text)
    place = 1 - (figure.x - line.x) / line.width
    assert place == pytest.approx(before, abs=0.4)


@TEXTS
@pytest.mark.parametrize("kind", [BlockKind.BULLET, BlockKind.NUMBER])
def test_the_mark_of_a_list_stands_at_the_right_of_its_item(text: str, kind: BlockKind) -> None:
    (sheet,) = rtl(text, 0, None, paragraph(text), paragraph(text, kind))
    mark = next(run for run in runs_of(sheet) if "".join(g[4] for g in run.glyphs) in ("•", ".1"))
    line = next(line for line in sheet.lines if line.block == 1)
    assert mark.y == pytest.approx(line.y, abs=3)
    assert mark.x > line.x + line.width - 12
    unmarked = replace(sheet, items=tuple(item for item in sheet.items if item is not mark))
    assert mark.x - 12 < extent(unmarked, line)[1] < mark.x


@TEXTS
def test_a_story_that_goes_on_says_so_in_its_language_at_the_left_and_at_the_right(text: str) -> None:
    fmt = small_format()
    first, second, *_ = rtl(text, 12, fmt)
    to, whence = ("التتمة في الصفحة", "تتمة الصفحة") if text == ARABIC else ("המשך בעמוד", "המשך מעמוד")
    assert to.split()[0] in said(first)
    assert whence.split()[1] in said(second)
    foot = max(run.y for run in runs_of(first))
    assert min(run.x for run in runs_of(first) if run.y == foot) == pytest.approx(fmt.left, abs=0.1)
    head = [run for run in runs_of(second) if run.size == fmt.styles.kicker.size and run.y > fmt.top]
    last = max(head, key=lambda run: run.x)
    assert last.x + sum(g[1] for g in last.glyphs) * last.size / 1000 == pytest.approx(fmt.trim_width - 5 * MM, abs=0.2)


@TEXTS
def test_the_page_line_begins_at_the_right(text: str) -> None:
    fmt = small_format()
    runs = runs_of(rtl(text, 2, fmt)[0])
    desk = next(run for run in runs if "".join(g[4] for g in run.glyphs)[::-1] in ("محليات", "מקומי"))
    assert desk.x > fmt.trim_width / 2


@pytest.mark.parametrize(
    ("language", "words"), [("en-US", "Continued on page 2"), ("de", "Fortsetzung auf Seite 2"), ("xx", "Continued")]
)
def test_jump_lines_are_in_the_language_of_the_story(language: str, words: str) -> None:
    first, *_ = set_story(make_story(*[WORDS] * 12, language=language), small_format(), {})
    assert words in said(first)
