"""The body of a story as rows in one endless column, with what stands beside its paragraphs."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from db.document import Block, BlockKind
from db.values import Picture, Story
from exports.formats import Format
from exports.typeset.line.script.cjk import mostly_squares
from exports.typeset.page.block.block_rows import BlockPlace, RowSetter, dateline_as_set, row_setter, tallest_solid
from exports.typeset.page.column.rows import KEEP, SOLID, Row, of_block
from exports.typeset.page.picture.runaround import Runaround, runaround_of
from exports.typeset.sheet import RowItem

_TEXT = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.BULLET, BlockKind.NUMBER)
"""The kinds of blocks a story may end with: its end mark stands behind the last of them."""

_SHORT_BOX = 12
"""Rows up to which no box is parted, not even to make columns level."""


@dataclass(frozen=True, slots=True)
class Body:
    """The rows of a story in one endless column, and the block of each."""

    rows: list[Row]
    blocks: list[int]
    places: dict[int, BlockPlace]
    """Where each block stands that shows."""


def body_rows(
    story: Story,
    fmt: Format,
    originals: Mapping[str, Picture],
    *,
    without: Collection[int] = (),
    order: Sequence[int] | None = None,
    looseness: Mapping[int, int] | None = None,
    parted: bool = False,
) -> Body:
    """The rows of a story's body, its blocks in an order; those `without`, the pictures set apart, are left out.

    `looseness` asks some of them for lines more or fewer. Columns may end inside a box that is not short where it may
    be `parted`.
    """
    setter, whole = row_setter(fmt, story.language), story.body.blocks
    ordered = ((index, whole[index]) for index in (range(len(whole)) if order is None else order))
    shown = [(index, block) for index, block in ordered if index not in without and shows(block)]
    if looseness:
        shown = [(at, _asked(block, looseness[at]) if at in looseness else block) for at, block in shown]
    rows: list[Row] = []
    blocks: list[int] = []
    placed = block_places(story.dateline, shown, originals)
    runarounds = _runarounds(setter, fmt, shown, placed)
    for index, block in shown:
        made = (
            [] if index in runarounds and block.kind is not BlockKind.PARAGRAPH else setter.rows(block, placed[index])
        )
        if index in runarounds and made:
            made = _hang_runaround(made, *runarounds[index], len(placed[index].shape))
        if rows and made and rows[-1].space and made[0].space:
            rows[-1], made = made[0], made[1:]
        if rows and block.kind is BlockKind.CORRECTION:
            rows[-1] = rows[-1]._replace(keep=max(rows[-1].keep, KEEP))
        rows += made
        blocks += [index] * len(made)
    while rows and rows[-1].space:
        rows.pop()
        blocks.pop()
    if any(block.kind is BlockKind.BOX for _, block in shown):
        _hold_boxes(rows, min(tallest_solid(fmt), _SHORT_BOX) if parted else tallest_solid(fmt))
    return Body(rows, blocks, placed)


def _runarounds(
    setter: RowSetter, fmt: Format, shown: Sequence[tuple[int, Block]], placed: dict[int, BlockPlace]
) -> dict[int, tuple[tuple[RowItem, ...], bool]]:
    """What stands beside the paragraphs that follow it: the blocks it concerns, with what hangs on their first row.

    The bool says whether the next paragraph stands beside it, too. Their places are given their shape. What is followed
    by too little text, or by the story's first paragraph, takes the whole column.
    """
    found: dict[int, tuple[tuple[RowItem, ...], bool]] = {}
    for at, (index, block) in enumerate(shown):
        if index in found or not (runaround := runaround_of(block, fmt, placed[index].original)):
            continue
        shapes = _shapes(setter, runaround, shown[at:], placed)
        placed |= shapes
        for number, below in enumerate(shapes):
            found[below] = (of_block(runaround.items, index) if not number else (), number < len(shapes) - 1)
        if shapes:
            found[index] = ((), False)
    return found


def _shapes(
    setter: RowSetter, runaround: Runaround, shown: Sequence[tuple[int, Block]], placed: Mapping[int, BlockPlace]
) -> dict[int, BlockPlace]:
    """The paragraphs that run beside the first of some blocks with the shape of each; none where they are too short.

    The first of them stands under what the block stands under: flush, under a subhead.
    """
    shapes, left, before = {}, runaround.rows, placed[shown[0][0]].before
    for index, block in shown[1:]:
        if block.kind is not BlockKind.PARAGRAPH or placed[index].lede or mostly_squares(block.text):
            return {}
        shapes[index] = replace(placed[index], shape=runaround.shape(left), before=before)
        before = block.kind
        left -= len(setter.rows(block, shapes[index]))
        if left <= 0:
            return shapes
    return {}


def _hang_runaround(rows: Sequence[Row], items: tuple[RowItem, ...], goes_on: bool, runaround: int) -> list[Row]:
    """The rows of a paragraph with what hangs on its first one; those beside it are never parted."""
    tied = list(rows)
    last = len(rows) if goes_on else min(runaround, len(rows)) - 1
    for at in range(last):
        tied[at] = tied[at]._replace(keep=SOLID)
    tied[0] = tied[0]._replace(items=(*items, *tied[0].items))
    return tied


def _hold_boxes(rows: list[Row], tallest: int) -> None:
    """Let no column end inside a box of at most so many rows."""
    for tint, run in groupby(range(len(rows)), key=lambda at: rows[at].tint):
        inside = list(run)[:-1]
        if tint and len(inside) < tallest:
            for at in inside:
                rows[at] = rows[at]._replace(keep=SOLID)


def _asked(block: Block, lines: int) -> Block:
    return block.model_copy(update={"looseness": lines})


def shows(block: Block) -> bool:
    """Whether anything of a block is seen on paper."""
    return block.kind is BlockKind.PICTURE or bool(block.text.strip())


def block_places(
    dateline: str, shown: Sequence[tuple[int, Block]], originals: Mapping[str, Picture]
) -> dict[int, BlockPlace]:
    """Where each block stands among its neighbours, by its number."""
    kinds = [None, *(block.kind for _, block in shown), None]
    lede = next((at for at, (_, block) in enumerate(shown) if block.kind is BlockKind.PARAGRAPH), -1)
    last = max((at for at, (_, block) in enumerate(shown) if block.kind in _TEXT), default=-1)
    number, places = 0, {}
    for at, (index, block) in enumerate(shown):
        number = number + 1 if block.kind is BlockKind.NUMBER else 0
        original = originals.get(block.picture.sha256) if block.picture else None
        prefix = dateline_as_set(dateline) if at == lede else ""
        begun = kinds[at] is BlockKind.BOX and not all(span.bold for span in shown[at - 1][1].spans)
        places[index] = BlockPlace(kinds[at], kinds[at + 2], number, prefix, at == lede, at == last, original, begun)
    return places
