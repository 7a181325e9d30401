"""Where every line of six invented stories stands: what changes on the page must be meant.

After an intended change of typesetting write the files anew, look at the differences, and commit them:

    python -m tests.exports.typeset.test_golden
"""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from db.document import Block, BlockKind, PictureUse, Span, paragraph
from db.values import Picture, Story
from exports.formats import load_format
from exports.typeset import set_run_in, set_story
from exports.typeset.sheet import Rule, Sheet, Tint
from tests.exports.conftest import WORDS, make_story

GOLDEN = Path(__file__).parent / "golden"
PICTURE = Picture(sha256="c" * 64, name="quay.jpg", width=1200, height=800, mode="RGB", size=1)
USE = Block(
    kind=BlockKind.PICTURE, spans=(Span(text="The quay at dawn."),),
    picture=PictureUse(sha256="c" * 64, credit="Nora Berg", columns=2),
)  # fmt: skip

TEXTS = (
    "The reinsurance ruling, handed down on Monday, obliges the port to insure every tow against loss, which its "
    "treasurer, Ottoline Vance, put at 1.4 million a year.",
    "“We have eleven pilots,” she said, “and four retire before the spring; nobody has applied.” A first draft of the "
    "contract, seen by this paper, names no successor.",
    "Fishermen, ferry crews and the rowing club all signed a petition – some 2,300 names in nine days – that asks for "
    "nothing more than a light on the mole and someone awake beneath it.",
)
CHINESE = "港口委员会周二晚上投票决定，尽管工程师认为码头“不安全”、雷达塔无法修复，但旧引航站整个冬季仍将开放。"


def stories() -> dict[str, tuple[str, list[Story]]]:
    """Each story by the name of its file, with the format it is set in; the last is several run in."""
    plain = make_story(WORDS, *TEXTS, WORDS, dek="Eleven pilots, and four retire", dateline="Suzhou, Jiangsu")
    rich = make_story(
        WORDS, paragraph("What the pilots say", BlockKind.SUBHEAD), TEXTS[1],
        paragraph("Nobody has applied", BlockKind.PULL_QUOTE), TEXTS[2], paragraph(TEXTS[0], BlockKind.QUOTE),
        *(paragraph(text, BlockKind.BULLET) for text in TEXTS), paragraph("Pilots in numbers", BlockKind.BOX),
        paragraph(TEXTS[0], BlockKind.BOX), *TEXTS, USE, paragraph("An earlier version erred.", BlockKind.CORRECTION),
        kicker="Harbour",
    )  # fmt: skip
    marked = Block(
        spans=(Span(text="The "), Span(text="Marta Lind", italic=True), Span(text=f" sank. {TEXTS[0]}", bold=True))
    )
    fitted = make_story(*(paragraph(text).model_copy(update={"looseness": -1}) for text in TEXTS), marked)
    return {
        "plain": ("tabloid", [plain]), "rich": ("broadsheet", [rich]), "drop-cap": ("magazine-a4", [rich]),
        "chinese": ("tabloid", [make_story(CHINESE * 3, CHINESE, language="zh-CN", headline="引航站整个冬季仍将开放")]),
        "tightened": ("galley", [fitted]), "run-in": ("berliner", [plain, fitted, replace(plain, headline="Again")]),
    }  # fmt: skip


def positions(sheets: list[Sheet]) -> list[dict[str, Any]]:
    """What a golden file holds of each page: its lines, and its rules and tints; points, rounded to 0.01."""
    return [
        {
            "lines": [[round(line.x, 2), round(line.y, 2), line.text] for line in sheet.lines],
            "rules": [[round(v, 2) for v in (i.x0, i.y0, i.x1, i.y1)] for i in sheet.items if isinstance(i, Rule)],
            "tints": [[round(v, 2) for v in (i.x, i.y, i.width, i.height)] for i in sheet.items if isinstance(i, Tint)],
        }
        for sheet in sheets
    ]


def set_as_golden(name: str) -> list[dict[str, Any]]:
    """The positions a story has now."""
    layout, several = stories()[name]
    fmt, originals = load_format(layout), {PICTURE.sha256: PICTURE}
    pages = set_story(several[0], fmt, originals) if len(several) == 1 else set_run_in(several, fmt, originals)
    return positions(pages)


@pytest.mark.parametrize("name", sorted(stories()))
def test_every_line_stands_where_it_stood(name: str) -> None:
    expected = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    found = set_as_golden(name)
    assert [[line[2] for line in page["lines"]] for page in found] == [
        [line[2] for line in page["lines"]] for page in expected
    ]
    assert found == expected


def write_all() -> None:
    """Make the stories' present positions the golden ones."""
    GOLDEN.mkdir(exist_ok=True)
    for name in stories():
        pages = json.dumps(set_as_golden(name), ensure_ascii=False, indent=1)
        (GOLDEN / f"{name}.json").write_text(f"{pages}\n", encoding="utf-8")


if __name__ == "__main__":
    write_all()
