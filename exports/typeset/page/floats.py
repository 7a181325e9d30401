"""Float placement: a box stands some paragraphs earlier or later where a column would end short of it."""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice, pairwise
from operator import itemgetter
from typing import TypeVar

from db.document import Block, BlockKind
from exports.typeset.page.column.column_balance import LEVEL
from exports.typeset.page.paged_story import ColumnedPart, PagedStory

_FLOATS = (BlockKind.BOX, BlockKind.PULL_QUOTE, BlockKind.PICTURE)
"""Floats: they belong to no place in the text, and may stand some lines away from where they were put."""

_PASSED = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.BULLET, BlockKind.NUMBER)
"""Blocks that a float may pass on its way."""

_LISTS = (BlockKind.BULLET, BlockKind.NUMBER)

_UNEVEN = 2
"""Grid lines from which on a column ends too far above the others."""

_FARTHEST = 6
"""Paragraphs by which a thing moves at the most."""

_MOST_TRIED = 60
"""Orders tried for a story: the time it takes to set one stays bounded."""

_LONGEST = 900
"""Rows from which on a story is left as it is."""

Order = tuple[int, ...]


Tried = TypeVar("Tried", bound=PagedStory)


def has_floats(blocks: Sequence[Block], spanning: Collection[int]) -> bool:
    """Whether anything in the columns of a story may stand elsewhere than it was put."""
    return any(block.kind in _FLOATS and index not in spanning for index, block in enumerate(blocks))


def place_floats(first: Tried, apart: Collection[int], set_in_order: Callable[[Order], Tried]) -> Tried:
    """The story with its blocks in the order in which its columns end most evenly; as it is when they do.

    `apart` are the blocks of the pictures set apart, which stand in nobody's way.
    """
    blocks, best, least = first.story.body.blocks, first, _unevenness(first)
    order: Order = tuple(range(len(blocks)))
    left = _MOST_TRIED if len(first.rows) < _LONGEST else 0
    waiting = deque(_obstacles(best))
    while least and waiting and left > 0:
        tried = [*_tried(islice(orders(blocks, order, waiting.popleft(), apart), left), set_in_order)]
        left -= len(tried)
        found = min(tried, key=itemgetter(0), default=(least, order, best))
        if found[0] < least:
            least, order, best = found
            waiting = deque(_obstacles(best))
    return best


def _tried(asked: Iterable[Order], set_in_order: Callable[[Order], Tried]) -> Iterator[tuple[int, Order, Tried]]:
    """The story in each order that is asked for, with how uneven it then is: up to the first that is even."""
    for order in asked:
        layout = set_in_order(order)
        uneven = _unevenness(layout)
        yield uneven, order, layout
        if not uneven:
            return


def _unevenness(layout: PagedStory) -> int:
    """Lines by which feet of columns differ too much, each squared: one large gap is worse than two."""
    return sum(max(0, part.unlevel - LEVEL) ** 2 for page in layout.pages for part in page.parts)


def shortages(part: ColumnedPart) -> list[int]:
    """Grid lines by which each column ends above the others, or above the foot of the page where the story goes on."""
    feet = part.feet
    shown = [number for number, column in enumerate(part.columns) if column.end > column.start]
    ends = set(shown[-1:]) if part.last else set()
    return [
        0 if number not in shown or number in ends else max(0, feet[number] - column.foot)
        for number, column in enumerate(part.columns)
    ]


def _obstacles(layout: PagedStory) -> Iterator[int]:
    """What may stand in the way of level columns: blocks that are kept whole and so begin a column behind one that ends
    short, and then all such in a part that is not level.
    """
    opening = len(layout.opening)
    for page in layout.pages:
        for part in page.parts:
            for column, short in zip(part.columns, shortages(part), strict=True):
                at = column.end - opening
                while 0 <= at < len(layout.body.rows) and layout.body.rows[at].space:
                    at += 1
                if short >= _UNEVEN and 0 <= at < len(layout.body.rows):
                    index = layout.body.blocks[at]
                    if layout.story.body.blocks[index].kind in _FLOATS:
                        yield index
            if part.unlevel > LEVEL:
                yield from _floats_in(layout, part)


def _floats_in(layout: PagedStory, part: ColumnedPart) -> Iterator[int]:
    """The things that stand in the columns of a part, those last in it first: the boxes by their first blocks."""
    opening, blocks = len(layout.opening), layout.story.body.blocks
    first, last = (max(0, at - opening) for at in (part.columns[0].start, part.columns[-1].end))
    inside = dict.fromkeys(layout.body.blocks[first:last])
    box = BlockKind.BOX
    for before, index in reversed([*pairwise([-1, *inside])]):
        begins = before < 0 or blocks[before].kind is not box
        if blocks[index].kind in _FLOATS and (begins or blocks[index].kind is not box):
            yield index


def orders(blocks: Sequence[Block], order: Order, index: int, apart: Collection[int]) -> Iterator[Order]:
    """The blocks with one of them, or the box it begins, some paragraphs earlier or later; the nearest first.

    Pictures set `apart` are passed as if they were not there, and follow what they followed.
    """
    flow = tuple(at for at in order if at not in apart)
    first = last = flow.index(index)
    if blocks[index].kind is BlockKind.BOX:
        while last + 1 < len(flow) and blocks[flow[last + 1]].kind is BlockKind.BOX:
            last += 1
    moved, rest = flow[first : last + 1], (*flow[:first], *flow[last + 1 :])
    for steps in range(1, _FARTHEST + 1):
        for place in (first - steps, first + steps):
            passed = rest[min(place, first) : max(place, first)]
            if not 0 < place <= len(rest) or not _may_stand(blocks, rest, place, blocks[index]):
                continue
            if _all_passed(blocks, passed, blocks[index]):
                yield _with_apart((*rest[:place], *moved, *rest[place:]), order, apart)


def _with_apart(flow: Order, order: Order, apart: Collection[int]) -> Order:
    """Blocks with the pictures set apart behind those that they follow in an order."""
    found = list(flow)
    for before, at in pairwise((-1, *order)):
        if at in apart:
            found.insert(found.index(before) + 1 if before >= 0 else 0, at)
    return tuple(found)


def _may_stand(blocks: Sequence[Block], order: Order, place: int, thing: Block) -> bool:
    """Whether a thing may stand before the block at a place: after a lede, under no subhead, in no list, alone.

    A box may end the story, too.
    """
    before = blocks[order[place - 1]].kind
    if place == len(order):
        return thing.kind is BlockKind.BOX and before in _PASSED
    after = blocks[order[place]].kind
    return before in _PASSED and after in (*_PASSED, BlockKind.SUBHEAD) and not (before in _LISTS and after in _LISTS)


def _all_passed(blocks: Sequence[Block], passed: Order, thing: Block) -> bool:
    """Whether a thing may pass those blocks: text, and things of other kinds; things of a kind keep their order."""
    kinds = {*_PASSED, BlockKind.SUBHEAD, *_FLOATS} - {thing.kind}
    return all(blocks[index].kind in kinds for index in passed)
