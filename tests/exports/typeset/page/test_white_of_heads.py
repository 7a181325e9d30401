"""White round heads, measured in the ink of finished pages: equal things are equally far apart, and nothing touches."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

import pytest

from db.document import Document
from db.values import Story
from exports.formats import Format, format_names, load_format
from exports.typeset import set_run_in, set_story
from exports.typeset.line.word.faces import face
from exports.typeset.page.heading.head import HEAD_FIELDS
from exports.typeset.sheet import Rule, Run, Sheet
from tests.exports.conftest import make_story

SHORT, LONG = "Pilots stay", "Pilots stay through the winter, against the advice of engineers"
LONGEST = f"{LONG}, who warn of the old lock and of the ice that comes in January and stays till spring"
DEK = "Eleven pilots, and four retire before the spring; nobody has applied"
LATIN = [(title, kicker, dek) for title in (SHORT, LONG, LONGEST) for kicker in ("", "Harbour") for dek in ("", DEK)]
OTHERS = [
    ("引水员将留任整个冬季，工程师反对", "", "", "zh-CN"),
    ("引水员将留任整个冬季", "港口", "十一名引水员，无人应聘", "zh-CN"),
    ("المرشدون باقون طوال الشتاء رغم تحذيرات المهندسين", "", "", "ar"),
    ("أربعةٌ باقون", "الميناء", "إجراءٌ بعد الربيعِ", "ar"),
    ("הנווטים נשארים בחורף", "הנמל", "אחד־עשר נווטים", "he"),
    ("Économie: l’Été à Århus", "Çevre", "À l’École", "fr"),
    ("नाविक सर्दियों में रुकेंगे", "बंदरगाह", "चार सेवानिवृत्त होंगे", "hi"),
    ("Thuyền trưởng Ễ Ậ", "Ế", "Ỗ", "vi"),
]
LEAST = 0.5
"""Share of the white of a format that no ink is nearer than: ascenders, accents and marks reach into it."""

ALIKE = {"dek": 0.4, "headline": 0.55}
"""Share of a grid line by which whites under one field may differ: fewer whites share what the grid leaves over."""


def told(title: str, kicker: str = "", dek: str = "", language: str = "en-GB") -> Story:
    made = make_story(headline=title, kicker=kicker, dek=dek, language=language)
    return replace(made, body=Document.from_paragraphs(["The pilots of the harbour stay on. " * 12]))


def ink(sheet: Sheet, baseline: float) -> tuple[float, float]:
    """Top and foot of the ink on a baseline."""
    ends = []
    for run in (item for item in sheet.items if isinstance(item, Run) and item.y == baseline):
        font = face(run.face)
        for number, _, _, dy, _ in run.glyphs:
            if seen := font.hb_font.get_glyph_extents(number):
                reach = seen.y_bearing, seen.y_bearing + seen.height
                ends += [(y * font.per_unit + dy) * run.size / 1000 for y in reach]
    return baseline - max(ends), baseline - min(ends)


def rules(sheet: Sheet, fmt: Format) -> list[float]:
    """The rules over the whole page: under the page line, and between stories."""
    whole = fmt.span_width(fmt.columns) - 1
    return sorted(item.y0 for item in sheet.items if isinstance(item, Rule) and item.x1 - item.x0 > whole)


def whites(sheet: Sheet, fmt: Format, number: int = 0) -> Iterator[tuple[str, str, float]]:
    """Fields of the head under one of the rules, each with what is under it, and the white between their inks."""
    fields = [one.name for one in HEAD_FIELDS]
    foot, end = [*rules(sheet, fmt), sheet.height][number : number + 2]
    lines = (line for line in sheet.uncounted if foot < line.y < end and line.field in (*fields, "byline"))
    above = "rule"
    for name, found in groupby(lines, key=lambda line: line.field):
        ys = [line.y for line in found]
        yield above, name, ink(sheet, ys[0])[0] - foot
        above, foot = name, ink(sheet, ys[-1])[1]


@pytest.mark.parametrize("name", format_names())
def test_whites_of_one_kind_are_alike_from_story_to_story(name: str) -> None:
    fmt = load_format(name)
    found: dict[tuple[str, str], list[float]] = {}
    for story in (told(*parts) for parts in LATIN):
        for above, below, white in whites(set_story(story, fmt, {})[0], fmt):
            found.setdefault((above, below), []).append(white)
    for (above, below), each in found.items():
        assert max(each) - min(each) <= ALIKE.get(above, 0.55) * fmt.baseline, (above, below, each)


@pytest.mark.parametrize("name", format_names())
def test_no_ink_of_a_head_touches_the_rule_over_it_or_what_is_below(name: str) -> None:
    fmt = load_format(name)
    over, kicker, dek, text = fmt.setting.head_space
    least = {"headline": kicker, "dek": dek, "byline": text}
    for story in [*(told(*parts) for parts in LATIN), *(told(*parts) for parts in OTHERS)]:
        for above, below, white in whites(set_story(story, fmt, {})[0], fmt):
            assert white >= LEAST * (over if above == "rule" else least[below]), (story.headline, above, below, white)


@pytest.mark.parametrize("name", format_names())
def test_stories_that_share_a_page_stand_evenly_apart(name: str) -> None:
    fmt = load_format(name)
    sheet = set_run_in([told(LONG, "Harbour", DEK)] * 3, fmt, {})[0]
    lines = rules(sheet, fmt)
    first, *others = ([white for *_, white in whites(sheet, fmt, number)] for number in range(len(lines)))
    assert all(other == pytest.approx(first) for other in others)
    feet = [max(line.y for line in sheet.lines if line.y < rule) for rule in lines[1:]]
    apart = [rule - foot for rule, foot in zip(lines[1:], feet, strict=True)]
    assert apart == pytest.approx(apart[:1] * len(apart))
