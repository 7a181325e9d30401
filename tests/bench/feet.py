"""How level the feet of columns are, and how the last lines of paragraphs end: 300 stories in each shipped format.

    PYTHONPATH=. python tests/bench/feet.py [--stories 300] [--format tabloid …]

Stories with and without pictures, boxes, lists, subheads and quotes, short and long. Goal: feet differ by at most a
line in 99 of 100, never by more than two; no last line is one short word where a line more or fewer avoids it.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random
from typing import Any

from db.document import Block, BlockKind, Document, PictureUse, Span, paragraph
from db.values import Picture, Story
from exports.formats import Format, format_names, load_format
from exports.typeset import StoryLayout
from exports.typeset.page.column.column_balance import LEVEL
from exports.typeset.page.paginate import Page
from tests.bench.texts import story, texts

STORIES = 300
"""Stories set in each format, where no other number is asked for."""

SHAPES = ((1200, 800), (800, 1200), (1600, 700), (1000, 1000))
"""Widths and heights of the pictures."""

PICTURES = {
    f"{number:064d}": Picture(sha256=f"{number:064d}", name=f"{number}.jpg", width=w, height=h, mode="RGB", size=1)
    for number, (w, h) in enumerate(SHAPES)
}

SHORT_WORD = 0.2
"""Share of the measure under which one word is too short to be a last line."""

LENGTHS = (3, 5, 8, 12, 20, 40)
"""Paragraphs of the stories, at most."""


def made_up(number: int) -> list[Story]:
    """So many stories, each with other things among its paragraphs; the same for the same number."""
    parts = texts(number)
    return [_story(at, parts) for at in range(number)]


def _story(at: int, parts: Sequence[dict[str, Any]]) -> Story:
    chance, text = Random(at), parts[at]
    most = LENGTHS[at % len(LENGTHS)]
    paragraphs = [*text["paras"], *parts[(at + 1) % len(parts)]["paras"], *parts[(at + 2) % len(parts)]["paras"]][:most]
    blocks = [paragraph(one) for one in paragraphs]
    for _ in range(chance.choice((0, 0, 1, 2, 4)) if most > 3 else 0):
        place = chance.randrange(1, len(blocks) + 1)
        blocks[place:place] = chance.choice(ELEMENTS)(chance, paragraphs)
    for _ in range(chance.choice((0, 1, 1, 2, 3) if most > 5 else (0, 1))):
        blocks.insert(chance.randrange(0, len(blocks) + 1), _picture(chance))
    made = story(text, at)
    return replace(made, body=Document(blocks=tuple(blocks)), dek=made.dek if at % 3 else "")


def _picture(chance: Random) -> Block:
    use = PictureUse(sha256=chance.choice(list(PICTURES)), credit="Nora Berg", columns=chance.choice((1, 1, 2, 2, 3)))
    return Block(kind=BlockKind.PICTURE, spans=(Span(text="The quay at dawn, seen from the mole."),), picture=use)


def _box(chance: Random, words: Sequence[str]) -> list[Block]:
    title = Block(kind=BlockKind.BOX, spans=(Span(text="The ruling in short", bold=True),))
    return [title, *(paragraph(chance.choice(words), BlockKind.BOX) for _ in range(chance.choice((1, 2))))]


def _list(chance: Random, words: Sequence[str]) -> list[Block]:
    kind = chance.choice((BlockKind.BULLET, BlockKind.NUMBER))
    return [paragraph(chance.choice(words)[:120], kind) for _ in range(chance.choice((2, 3, 4)))]


def _subhead(chance: Random, words: Sequence[str]) -> list[Block]:
    return [paragraph("What the pilots say", BlockKind.SUBHEAD), paragraph(chance.choice(words))]


def _quote(chance: Random, words: Sequence[str]) -> list[Block]:
    return [paragraph(chance.choice(words), BlockKind.QUOTE)]


def _pull_quote(chance: Random, words: Sequence[str]) -> list[Block]:
    return [paragraph(chance.choice(words)[:90], BlockKind.PULL_QUOTE)]


ELEMENTS = (_box, _list, _subhead, _quote, _pull_quote)


def unlevel_parts(stories: Sequence[Story], fmt: Format) -> Iterator[tuple[int, str]]:
    """Lines by which the feet of columns differ on each page of stories that has several, with its story's slug."""
    for one in stories:
        for page in StoryLayout(one, fmt, PICTURES).pages:
            yield from ((part.unlevel, one.slug) for part in page.parts if len(part.columns) > 1)


def short_words(stories: Sequence[Story], fmt: Format) -> tuple[int, int]:
    """Paragraphs of plain text that end in one short word, and how many of them would not with a line more or fewer."""
    found = [avoidable for one in stories for avoidable in _short_words(StoryLayout(one, fmt, PICTURES).pages)]
    return len(found), sum(found)


def _short_words(pages: Sequence[Page]) -> Iterator[bool]:
    layout = pages[0].parts[0].layout
    for at, block in enumerate(layout.story.body.blocks):
        if block.kind is BlockKind.PARAGRAPH and _ends_short(layout, block, at, layout.given.get(at, 0)):
            yield not all(_ends_short(layout, block, at, lines) for lines in (-1, 0, 1))


def _ends_short(layout: StoryLayout, block: Block, at: int, lines: int) -> bool:
    """Whether a paragraph ends in one word of less than a fifth of the measure, in so many lines more."""
    rows = layout.rows_if(at, block.model_copy(update={"looseness": lines}))
    last = rows[-1]
    if len(rows) < 2 or not last.line or last.line.width >= SHORT_WORD * layout.fmt.measure:
        return False
    return " " not in block.text[last.line.start - last.shift : last.line.end - last.shift].strip()


def main() -> None:
    """Print a line for each format."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--stories", type=int, default=STORIES)
    parser.add_argument("--format", action="append", choices=format_names())
    parser.add_argument("--worst", action="store_true", help="name the stories")
    options = parser.parse_args()
    stories = made_up(options.stories)
    for name in options.format or format_names():
        found = list(unlevel_parts(stories, load_format(name)))
        counts = Counter(by for by, _ in found)
        level = sum(count for by, count in counts.items() if by <= LEVEL) / (len(found) or 1)
        print(
            f"{name:12} {len(found):4} pages, level {level:6.1%}, by lines {dict(sorted(counts.items()))}", flush=True
        )
        print(
            "             last lines of one short word {}, avoidable {}".format(
                *short_words(stories, load_format(name))
            )
        )
        if options.worst:
            print("   ", *(f"{slug}: {by}" for by, slug in sorted(found, reverse=True) if by > LEVEL))


if __name__ == "__main__":
    main()
