"""Copyfitting: the space a story takes, and what would make it fit."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice

from db.document import BlockKind
from db.values import Picture, Story
from exports.formats import MM, Format
from exports.typeset.page.block.body import Body
from exports.typeset.page.column.rows import Row
from exports.typeset.page.paginate import StoryLayout
from exports.typeset.sheet import Copyfit, Fit
from exports.units import PER_EM, PER_INCH

_MOST_OFFERED = 12
"""Lines over or under its target up to which paragraphs are offered for copyfitting: more is cut, not squeezed."""

_TRIED = 16
"""Paragraphs tried for a measure, the likeliest first: the time one keystroke takes stays bounded."""

RUNNING = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.BULLET, BlockKind.NUMBER, BlockKind.BOX)
"""The kinds of blocks that are running text: what can be tightened and loosened."""


def measure(story: Story, fmt: Format, originals: Mapping[str, Picture]) -> Fit:
    """Space a story takes, over or under its target, and where a cut would fall.

    Only paragraphs that were not measured lately are set; pages are counted, not drawn.
    """
    return fit_of(StoryLayout(story, fmt, originals))


def fit_of(layout: StoryLayout) -> Fit:
    """Space a story takes that is laid out already: with its paragraphs as long as they are by themselves, whatever
    lines some of them give for the sake of level columns.
    """
    story, fmt = layout.story, layout.fmt
    body = layout.placed.body
    lines = len(body.rows) + sum(box.rows * box.columns for box in layout.placed.spanning.values())
    depth = lines * fmt.baseline
    target = story.target_lines
    over = lines - target if target is not None else 0
    offers = _copyfit(layout, over)
    return Fit(
        lines=lines, depth_mm=round(depth / MM, 2), column_inches=round(depth / PER_INCH, 2), pages=len(layout.pages),
        target=target, over=over, cut=_cut(body, over),
        advice=(*_advice(story, lines, over), *_in_words(offers)), copyfit=offers,
    )  # fmt: skip


def _cut(body: Body, over: int) -> tuple[int, int] | None:
    """Block and offset of the first character that is too much."""
    if over <= 0:
        return None
    for at in range(max(0, len(body.rows) - over), len(body.rows)):
        row = body.rows[at]
        if row.line:
            return body.blocks[at], max(0, row.line.start - row.shift)
    return None


def _copyfit(layout: StoryLayout, over: int) -> tuple[Copyfit, ...]:
    """Paragraphs that take a line fewer, or more, when asked to: as many as there are lines over or under."""
    if not 0 < abs(over) <= _MOST_OFFERED:
        return ()
    wanted = -1 if over > 0 else 1
    likely = sorted(_paragraphs(layout), key=lambda found: _effort(found[1], wanted))
    offers = (offer for block, rows in likely[:_TRIED] if (offer := _offer(layout, block, rows, wanted)))
    return tuple(islice(offers, abs(over)))


def _in_words(offers: Sequence[Copyfit]) -> tuple[str, ...]:
    """What copyfitting offers, as advice; blocks are counted from 1 as everywhere a person reads of them."""
    if not offers:
        return ()
    blocks = ", ".join(str(offer.block + 1) for offer in sorted(offers, key=lambda offer: offer.block))
    verb = "tightened" if offers[0].lines < 0 else "loosened"
    if len(offers) == 1:
        return (f"Block {blocks} can be {verb} by a line.",)
    return (f"Blocks {blocks} can each be {verb} by a line.",)


def _paragraphs(layout: StoryLayout) -> Iterator[tuple[int, list[Row]]]:
    """Each block of running text that is set as it comes, with its rows."""
    body, blocks = layout.placed.body, layout.story.body.blocks
    for block, run in groupby(range(len(body.rows)), key=lambda at: body.blocks[at]):
        rows = [body.rows[at] for at in run if body.rows[at].line]
        if len(rows) > 1 and blocks[block].kind in RUNNING and not blocks[block].looseness:
            yield block, rows


def _effort(rows: Sequence[Row], wanted: int) -> float:
    """Effort expected: many lines give easily, a short last one is soon taken in, a full one soon runs over."""
    last = rows[-1].line
    width = last.width if last else 0.0
    return width / len(rows) if wanted < 0 else -width * len(rows)


def _offer(layout: StoryLayout, block: int, rows: Sequence[Row], wanted: int) -> Copyfit | None:
    """What asking a block for a line fewer or more gives; None when it stays as long."""
    asked = layout.story.body.blocks[block].model_copy(update={"looseness": wanted})
    found = [row for row in layout.rows_if(block, asked) if row.line]
    if len(found) != len(rows) + wanted:
        return None
    tracked = [run.tracking / PER_EM for row in found for run in (row.line.runs if row.line else ())]
    return Copyfit(block, wanted, (round(min(tracked), 4), round(max(tracked), 4)))


def _advice(story: Story, lines: int, over: int) -> tuple[str, ...]:
    """What would make it fit, in words: lines are what a newsroom plans in, words what a writer cuts."""
    if not over or not lines:
        return ()
    words = max(1, round(abs(over) * story.words / lines))
    count = f"{abs(over)} line{'s' if abs(over) != 1 else ''}"
    return (
        (f"Cut {count}, about {words} words.",) if over > 0 else (f"There is room for {count}, about {words} words.",)
    )
