"""Redlines: what went is struck through, what came is underlined, where it stands on the page."""

from dataclasses import replace

import pytest

from db.document import Block, BlockKind, Document, PictureUse, Span, paragraph
from exports import Order, provenance_of
from exports.formats import Format, load_format
from exports.pdf.draw.marks import slug_lines
from exports.redline import _merged, set_redline
from exports.typeset.sheet import Rule, Run, SetLine, Sheet
from tests.exports.conftest import AT, WORDS, make_story

FORMAT = load_format("galley")


def redline(before: list[str], after: list[str]) -> Sheet:
    """The first page of a redline of two bodies."""
    story = make_story()
    old = replace(story.text, body=Document.from_paragraphs(before))
    new = story.with_text(replace(story.text, body=Document.from_paragraphs(after)))
    return set_redline(new, old, FORMAT, {})[0]


def places(sheet: Sheet) -> list[str]:
    """For each drawn line of the body: `struck` or `under`, as it stands above or below its baseline."""
    found = []
    for line in sheet.lines:
        for item in sheet.items:
            if (
                isinstance(item, Rule)
                and item.y0 == item.y1
                and abs(item.y0 - line.y) < 3
                and line.x - 3 <= item.x0 <= line.x + line.width
            ):
                found.append("struck" if item.y0 < line.y else "under")
    return found


def test_a_word_replaced_is_struck_and_its_successor_underlined() -> None:
    sheet = redline(["The lift is slow."], ["The lift is quick."])
    assert "".join(line.text for line in sheet.lines).split() == ["The", "lift", "is", "slow", "quick."]
    assert places(sheet) == ["struck", "under"]


def test_a_paragraph_that_is_gone_stands_struck_in_its_place() -> None:
    sheet = redline(["One stays here.", "Two goes away.", "Three stays too."], ["One stays here.", "Three stays too."])
    assert [line.text for line in sheet.lines] == ["One stays here.", "Two goes away.", "Three stays too."]
    assert places(sheet) == ["struck"]


def test_bold_and_italic_stay_in_a_paragraph_that_changed() -> None:
    old = Block(
        spans=(Span(text="The "), Span(text="slow", italic=True), Span(text=" lift "), Span(text="stops", bold=True))
    )
    new = Block(spans=(Span(text="The quick lift "), Span(text="stops", bold=True)))
    merged = merged_body(old, new)
    marked = [(span.text, span.bold, span.italic) for span in merged.spans]
    assert marked[1:] == [("slow", False, True), (" quick lift ", False, False), ("stops", True, False)]


@pytest.mark.parametrize(
    ("old", "new", "both"),
    [
        ("a word here", "a word, here", "a word, here"),
        ("a word, here", "a word here", "a word, here"),
        ("the slow lift", "the quick lift", "the slow quick lift"),
        ("the lift.", "the lift!", "the lift.!"),
        ("a slow lift", "a “quick” lift", "a slow “quick” lift"),
        ("旧电梯", "新电梯", "旧新电梯"),
        ("One two.", "One.", "One two."),
        ("One.", "One two.", "One two."),
    ],
)
def test_no_space_comes_in_but_between_two_words(old: str, new: str, both: str) -> None:
    assert merged_body(paragraph(old), paragraph(new)).text == both


@pytest.mark.parametrize(
    ("field", "old", "new", "both"),
    [
        ("headline", "Slow lifts", "Quick lifts", "Slow Quick lifts"),
        ("kicker", "Lifts", "Stairs", "Lifts Stairs"),
        ("dek", "", "All day", "All day"),
        ("dek", "All day", "", "All day"),
        ("byline", "Ann Berg", "By Ann Lund", "By Ann Berg Lund"),
    ],
)
def test_a_changed_field_is_marked_where_it_stands(field: str, old: str, new: str, both: str) -> None:
    story = make_story("It stands.")
    sheet = set_redline(replace(story, **{field: new}), replace(story.text, **{field: old}), FORMAT, {})[0]
    shown = [line for line in sheet.uncounted if line.field == field]
    assert " ".join(line.text for line in shown) == both
    assert [line.text for line in sheet.lines] == ["It stands."]
    went, came = words_of(old) - words_of(new), words_of(new) - words_of(old)
    for line in shown:
        assert all(marked_at(sheet, line, word) == "struck" for word in went & set(line.text.split()))
        assert all(marked_at(sheet, line, word) == "under" for word in came & set(line.text.split()))
        assert all(marked_at(sheet, line, word) == "" for word in set(line.text.split()) - went - came)


def words_of(text: str) -> set[str]:
    """The words of a byline or another field."""
    return set(text.split()) - {"By"}


def marked_at(sheet: Sheet, line: SetLine, word: str) -> str:
    """What line is drawn at a word: `struck`, `under`, or none."""
    at = line.text.index(word)
    runs = [run for run in sheet.items if isinstance(run, Run) and abs(run.y - line.y) < 0.01]
    glyphs = [(run, glyph) for run in runs for glyph in run.glyphs]
    before, inside = glyphs[:at], glyphs[at : at + len(word)]
    left, wide = (sum(glyph[1] * run.size / 1000 for run, glyph in part) for part in (before, inside))
    middle = line.x + left + wide / 2
    for rule in level_rules(sheet):
        if rule.x0 < middle < rule.x1 and abs(rule.y0 - line.y) < 0.5 * runs[0].size:
            return "struck" if rule.y0 < line.y else "under"
    return ""


def level_rules(sheet: Sheet) -> list[Rule]:
    """The rules that are not bars in the margin."""
    return [item for item in sheet.items if isinstance(item, Rule) and item.y0 == item.y1]


def bars(sheet: Sheet) -> list[float]:
    """Where the bars in the margin stand, by the middle of their height."""
    return [(item.y0 + item.y1) / 2 for item in sheet.items if isinstance(item, Rule) and item.x0 == item.x1]


def test_a_changed_dateline_is_marked_where_it_runs_into_the_lede() -> None:
    story = make_story("The lift is slow.", dateline="North Quay, Suzhou")
    sheet = set_redline(story, replace(story.text, dateline="South Quay, Suzhou"), FORMAT, {})[0]
    assert "".join(line.text for line in sheet.lines).startswith("SOUTH NORTH QUAY, Suzhou —")
    assert places(sheet) == ["struck", "under"]


def test_a_dateline_that_stayed_is_not_marked_and_moves_no_mark() -> None:
    story = make_story("A quick lift.", dateline="Hull")
    sheet = set_redline(story, replace(story.text, body=Document.from_paragraphs(["A slow lift."])), FORMAT, {})[0]
    line = sheet.lines[0]
    assert line.text == "HULL — A slow quick lift."
    shown = [marked_at(sheet, line, word) for word in line.text.split()]
    assert shown == ["", "", "", "struck", "under", ""]


def test_no_line_under_new_words_runs_into_the_bar_beside_it() -> None:
    story = make_story("旧的文字。", language="zh-CN")
    new = story.with_text(replace(story.text, body=Document.from_paragraphs(["委员会主席（晚上），" * 30])))
    sheet = set_redline(new, story.text, load_format("magazine-a4"), {})[0]
    for bar in {rule.x0 for rule in sheet.items if isinstance(rule, Rule) and rule.x0 == rule.x1}:
        assert not any(rule.x0 < bar < rule.x1 + 0.5 for rule in level_rules(sheet) if rule.width < 0.7)


def test_slug_language_and_source_are_listed_before_the_body_and_the_note_to_colleagues_nowhere() -> None:
    story = make_story("It stands.", slug="quick", source="mail", ednote="call Ann")
    sheet = set_redline(story, replace(story.text, slug="slow", source="wire", ednote="call Bob"), FORMAT, {})[0]
    assert [line.text for line in sheet.lines] == ["Slug: slow quick", "Source: wire mail", "It stands."]


def test_a_language_is_struck_and_underlined_as_a_whole() -> None:
    story = make_story("It stands.", language="zh-Hant")
    sheet = set_redline(story, replace(story.text, language="en-US"), FORMAT, {})[0]
    assert sheet.lines[0].text == "Language: en-US zh-Hant"
    assert places(sheet)[:2] == ["struck", "under"]


@pytest.mark.parametrize("changes", [{"bold": True}, {"italic": True}, {"link": "https://example.com"}])
@pytest.mark.parametrize("turned", [False, True])
def test_words_that_are_only_marked_otherwise_have_dashes_and_a_bar(
    changes: dict[str, object], *, turned: bool
) -> None:
    plain = (Span(text="The "), Span(text="slow"), Span(text=" lift is slow."))
    marked = (Span(text="The "), plain[1].model_copy(update=changes), Span(text=" lift was slow."))
    old, new = (marked, plain) if turned else (plain, marked)
    sheet = of_blocks(Block(spans=old), Block(spans=new))
    dashes = [rule for rule in level_rules(sheet)[1:] if rule.x1 - rule.x0 < 2]
    line = sheet.lines[0]
    assert len(dashes) >= 4
    assert line.x + 9 < dashes[0].x0 < dashes[-1].x1 < line.x + 40
    assert all(rule.y0 > line.y for rule in dashes)
    assert any(abs(bar - line.y) < 5 for bar in bars(sheet))


def test_a_paragraph_of_another_kind_has_bars_and_no_lines() -> None:
    sheet = of_blocks(paragraph("The lift is slow."), paragraph("The lift is slow.", BlockKind.SUBHEAD))
    assert len(bars(sheet)) == 1
    assert places(sheet) == []


def test_a_line_that_is_as_it_was_has_no_bar() -> None:
    sheet = redline(["One.", "Two goes.", "Three."], ["One.", "Two.", "Three."])
    (bar,) = bars(sheet)
    assert sheet.lines[0].y < bar < sheet.lines[1].y + 1


@pytest.mark.parametrize("layout", ["tabloid", "galley"])
def test_a_changed_cutline_is_marked_under_its_picture(layout: str) -> None:
    use = PictureUse(sha256="a" * 64, credit="Lund")
    old, new = (
        Block(kind=BlockKind.PICTURE, spans=(Span(text=text),), picture=use) for text in ("At dawn.", "At dusk.")
    )
    sheet = of_blocks(old, new, load_format(layout))
    (line,) = [line for line in sheet.uncounted if line.field == "body"]
    assert line.text == "At dawn dusk."
    assert [marked_at(sheet, line, word) for word in ("At", "dawn", "dusk")] == ["", "struck", "under"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("המעלית איטית.", "המעלית מהירה."),
        ("سلام بطيء.", "سلام سريع."),
        ("\u05d0\u05b8\u05de\u05b7\u05e8 שלום.", "\u05d0\u05b8\u05de\u05b7\u05e8 תודה."),
    ],
)
def test_text_from_right_to_left_is_marked_where_its_words_stand(old: str, new: str) -> None:
    sheet = redline([old], [new])
    (struck,) = [rule for rule in level_rules(sheet)[1:] if rule.y0 < sheet.lines[0].y]
    (under,) = [
        rule for rule in level_rules(sheet)[1:] if rule.y0 > sheet.lines[0].y and rule.y0 < sheet.lines[0].y + 4
    ]
    assert under.x1 < struck.x0 + 3 < struck.x1 < sheet.lines[0].x + sheet.lines[0].width - 10


def test_a_changed_lede_has_no_drop_cap_so_that_its_first_letter_can_be_struck() -> None:
    fmt = load_format("magazine-a4")
    old, new = WORDS, WORDS.replace("The harbour", "Our harbour")
    sheet = of_blocks(paragraph(old), paragraph(new), fmt)
    assert max(run.size for run in sheet.items if isinstance(run, Run) and run.y >= sheet.lines[0].y) < 12
    assert any(rule.x0 == pytest.approx(sheet.lines[0].x, abs=1) for rule in level_rules(sheet)[1:])


def of_blocks(old: Block, new: Block, fmt: Format = FORMAT) -> Sheet:
    """The first page of a redline of two bodies of one block each."""
    story = make_story(new)
    return set_redline(story, replace(story.text, body=Document(blocks=(old,))), fmt, {})[0]


def test_the_slug_line_of_a_redline_names_both_revisions() -> None:
    story = make_story()
    order = Order(story, FORMAT, {}, AT, proof=True, against=story.text, against_version=3)
    lines = slug_lines(500, FORMAT, provenance_of(order), "", flavour="PDF/X-4", proof=True)
    assert f"REDLINE v{story.version} against v3" in " ".join(lines)


def merged_body(old: Block, new: Block) -> Block:
    """The one block of a redline of two bodies of one block each."""
    text = make_story().text
    (merged,) = _merged(replace(text, body=Document(blocks=(old,))), replace(text, body=Document(blocks=(new,))))
    return merged.block


def test_the_same_text_has_no_lines() -> None:
    assert places(redline(["One stays here."], ["One stays here."])) == []
