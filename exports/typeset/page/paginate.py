"""Stories placed on pages, counted in grid lines: which part of a story stands where.

It is long because a story that is placed is one thing: what it is made of, its parts and level feet ask each other.
What each of these works out by itself (columns, levelling, floats, heads, pictures) stands in modules of its own.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice, product
from typing import Any

from db.document import Block, BlockKind
from db.values import Picture, Story
from exports.formats import Format
from exports.typeset.line.lines import ragged, set_plain
from exports.typeset.page.block.block_rows import row_setter
from exports.typeset.page.block.body import Body, body_rows
from exports.typeset.page.byline import byline_as_set
from exports.typeset.page.column.column_balance import LEVEL
from exports.typeset.page.column.columns import Column, balance, feathered, fill
from exports.typeset.page.column.rows import BLANK, KEEP, Row, field_rows, of_block
from exports.typeset.page.floats import has_floats, place_floats
from exports.typeset.page.furniture import in_one_line, jump_from
from exports.typeset.page.heading.head import HEAD_FIELDS, Head, head, least_rows, reads_leftwards
from exports.typeset.page.levelling import levelled
from exports.typeset.page.picture.pictures import Box, picture_box
from exports.typeset.page.picture.spanning_pictures import (
    LEAST_BODY,
    SpanningPicture,
    pictures_for_page,
    reserved,
    tops_below,
)
from exports.typeset.sheet import RowItem

_FEWEST = 12
"""Rows a column should have at least: a shorter story takes fewer columns."""

_MOST_NAMED = 5
"""Words of a headline that a jump line repeats."""

_LONGEST_NAMED = 200
"""Characters of a headline among which a jump line finds them."""

_LEAST_START = 6
"""Grid lines of body text with which a story may begin at the foot of a page that others share."""

_SHORTEST_BESIDE = 8
"""Grid lines by which a column may end above a picture at the foot of others: one of a shorter story stands in its
column.
"""

_ROUNDING = 0.01
"""Share of a grid line that a page's height may lack for it: millimetres do not divide evenly into points."""

_JUMP_DROP = 0.8
"""Drop of the line that says where a story continues from, in grid lines: it stands free above the columns."""

_MOST_UNLEVEL = 2
"""Lines by which feet of columns differ at the most: where they would by more, a box that is not short is parted."""

_UNDER_JUMP = 2
"""The first grid line of text under the line that says where a story continues from."""

_TALLEST_TYPE = 0.9
"""Size of a head that is set as lines of the columns, at most, in grid lines: larger would touch the line above."""

_PREPARED = ("body", "opening", "rows", "spanning", "leftwards", "_head_too_tall", "_order")
"""What a story consists of before it is placed: each is worked out once and kept."""

_ALIKE = ("opening", "texts", "leftwards", "_head_too_tall")
"""What is the same in whatever order its blocks stand, and however long they are."""


@dataclass(frozen=True, slots=True)
class PagePart:
    """What stands on one page of one story, in grid lines of the type area."""

    layout: "StoryLayout"
    page: int
    top: int
    above: tuple[RowItem, ...]
    """Head or jump line, from the type area's left edge and the part's top."""
    columns: list[Column]
    last: bool
    spanning: tuple[SpanningPicture, ...] = ()
    """The pictures set apart, but for the grid lines of those at the foot."""
    waiting: tuple[int, ...] = ()
    """The blocks of those that are left for further pages."""

    @property
    def foot(self) -> int:
        """The grid line below all it shows."""
        return max(self._foot_line, *(one.row + one.box.rows for one in self.pictures), 0)

    @property
    def _foot_line(self) -> int:
        """The grid line above which its columns end, or the pictures under them."""
        return max(column.foot + column.reserved for column in self.columns) if self.last else self.layout.depth

    @property
    def pictures(self) -> list[SpanningPicture]:
        """The pictures set apart, each where it stands: those at the foot end level with the columns."""
        jump = not self.last
        lows = (
            self._foot_line - (jump and len(self.columns) - 1 in one.columns) - one.box.rows for one in self.spanning
        )
        return [replace(one, row=low) if one.at_foot else one for one, low in zip(self.spanning, lows, strict=True)]

    @property
    def feet(self) -> list[int]:
        """The grid line above which each column should end: all level, and the jump line under the last one."""
        ends = [self._foot_line - column.reserved for column in self.columns]
        return ends if self.last else [*ends[:-1], ends[-1] - 1]

    @property
    def is_well_filled(self) -> bool:
        """Whether there is text in all its columns, and about as much as pictures at their foot leave room for."""
        low = any(one.at_foot for one in self.spanning)
        return all(
            column.end > column.start and not (low and foot - column.foot > _SHORTEST_BESIDE)
            for column, foot in zip(self.columns, self.feet, strict=True)
        )

    def feathered(self) -> "PagePart":
        """The part with more space in columns that would end above the others.

        The column in which the story ends may end above them, and has it only where that makes it level.
        """
        if len(self.columns) == 1:
            return self
        columns = [
            feathered(self.layout.rows, column, foot) for column, foot in zip(self.columns, self.feet, strict=True)
        ]
        if self.last and self.feet[-1] - columns[-1].foot > LEVEL:
            columns[-1] = self.columns[-1]
        return replace(self, columns=columns)

    @property
    def unlevel(self) -> int:
        """Lines by which the feet of its columns differ, or end above the foot of the page where the story goes on."""
        if len(self.columns) == 1:
            return 0
        short = [foot - seen for foot, seen in zip(self.feet, self._seen_feet, strict=True)]
        return max(short) - (min(short) if self.last else 0)

    @property
    def _seen_feet(self) -> list[int]:
        """The grid line below what each column shows above the pictures at its foot: text, or a picture over it."""
        over = [0] * len(self.columns)
        for one in self.spanning:
            for number in () if one.at_foot else one.columns:
                over[number] = one.row + one.box.rows
        return [
            column.foot if column.end > column.start else over[number] or column.foot
            for number, column in enumerate(self.columns)
        ]


@dataclass(frozen=True, slots=True)
class Page:
    """The parts on one page, downwards."""

    number: int
    parts: list[PagePart] = field(default_factory=list)

    @property
    def foot(self) -> int:
        """The grid line below all parts."""
        return max((part.foot for part in self.parts), default=0)


class StoryLayout:
    """One story on its way to pages. What is asked for is worked out once."""

    def __init__(
        self,
        story: Story,
        fmt: Format,
        originals: Mapping[str, Picture],
        *,
        number: int = 0,
        order: Sequence[int] | None = None,
        spanning: Mapping[int, Box] | None = None,
        looseness: Mapping[int, int] | None = None,
        parted: bool = False,
        columns: int = 0,
    ) -> None:
        self.story = story
        self.fmt = fmt
        self.number = number
        """Which of the stories set together it is, counted from 0."""
        self._originals = originals
        self._order = order
        self._given_spanning = spanning
        self._looseness = looseness or {}
        self._parted = parted
        self._parts: dict[tuple[int, int, int], list[PagePart]] = {}
        self._columns = columns

    @cached_property
    def body(self) -> Body:
        """The rows of the body, without byline and the pictures set apart.

        Unless an order of its blocks was asked for, boxes, pull quotes and pictures may stand some paragraphs from
        where they were put, and paragraphs and pictures may be a line longer or shorter than they would be alone.
        """
        if self._order is None:
            return self._levelled.body
        return body_rows(
            self.story, self.fmt, self._originals, without=self.spanning, order=self._order,
            looseness=self._looseness, parted=self._parted,
        )  # fmt: skip

    @cached_property
    def spanning(self) -> Mapping[int, Box]:
        """The pictures set apart, by their blocks: the first one, and those over several columns, where they have room.

        One that would stand without text beside it, or on a page of its own, stands in its column.
        """
        if self._given_spanning is not None:
            return self._given_spanning
        return self._levelled.spanning if self._order is None else self._with_pictures(self._order).spanning

    @cached_property
    def placed(self) -> "StoryLayout":
        """The story with boxes, pull quotes and pictures where its columns are most even on pages of its own."""
        return self._floated(self._with_pictures(self.order)) if self._order is None else self

    def _floated(self, first: "StoryLayout") -> "StoryLayout":
        """A layout of the story with what stands in its columns where they are most even."""
        if self.fmt.columns == 1 or not has_floats(self.story.body.blocks, first.spanning):
            return first
        apart, parted = first.spanning, first._parted
        return place_floats(first, apart, lambda order: self._with(order, apart, parted=parted))

    def _with_pictures(self, order: Sequence[int]) -> "StoryLayout":
        """The story with as many pictures set apart as leave its pages well filled."""
        boxes = dict(self._may_span())
        found = self._with(order, boxes)
        while len(boxes) > 1 and not all(part.is_well_filled for part in found.parts_from(1)):
            boxes.popitem()
            found = self._with(order, boxes)
        return found

    @cached_property
    def _levelled(self) -> "StoryLayout":
        return self.placed.levelled_at(1)

    def levelled_at(self, page: int, top: int = 0, columns: int = 0) -> "StoryLayout":
        """The story so that its columns end level when it begins on a page, on that grid line, over so many columns."""
        placed = self.placed
        if self.fmt.columns == 1:
            return placed

        def worst(layout: StoryLayout) -> int:
            return max(part.unlevel for part in layout.parts_from(page, top, columns))

        best = self._level_with(placed, page, top, columns)
        if worst(best) <= LEVEL:
            return best
        for bearable, other in self._other_ways(best, page, top, columns):
            if worst(best) <= bearable:
                break
            best = min(best, self._level_with(other, page, top, columns), key=worst)
        if worst(best) > _MOST_UNLEVEL:
            best = min(best, self._level_with(placed, page, top, columns, level=_MOST_UNLEVEL), key=worst)
        return best

    def _other_ways(
        self, found: "StoryLayout", page: int, top: int, columns: int
    ) -> Iterator[tuple[int, "StoryLayout"]]:
        """What is tried where feet differ by more lines than are given with it: other numbers of columns, then columns
        that may end inside a box, then one picture fewer that is set apart.
        """
        placed = self.placed
        first = found.begin(page, top, columns)
        for number in self._other_columns(len(first.columns)) if first.last and not columns else ():
            yield LEVEL, placed._with(placed.order, placed.spanning, columns=number)
        parting = (False, True) if any(map(_is_box, self.story.body.blocks)) else (False,)
        for parted in parting[1:]:
            yield _MOST_UNLEVEL, placed._with(placed.order, placed.spanning, parted=parted)
        fewer = product((placed.spanning, *_without_one(placed.spanning)), parting)
        for apart, parted in islice(fewer, 1, None):  # the first is as it is placed
            yield _MOST_UNLEVEL, self._floated(self._with(self._as_put, apart, parted=parted))

    def _level_with(
        self, placed: "StoryLayout", page: int, top: int, columns: int, *, level: int = LEVEL
    ) -> "StoryLayout":
        """The story as it is placed, with paragraphs a line longer or shorter, so that feet differ by `level` lines."""

        def set_with(looseness: Mapping[int, int]) -> StoryLayout:
            return placed._with(
                placed.order, placed.spanning, looseness, parted=placed._parted, columns=placed._columns
            )

        return levelled(placed, set_with, lambda layout: layout.parts_from(page, top, columns), level)

    @property
    def order(self) -> Sequence[int]:
        """The order in which it has its blocks."""
        return self._as_put if self._order is None else self._order

    @property
    def _as_put(self) -> Sequence[int]:
        """The order in which they were put."""
        return range(len(self.story.body.blocks))

    @property
    def given(self) -> Mapping[int, int]:
        """Lines more or fewer that blocks are set in for the sake of level columns."""
        return self._levelled._looseness if self._order is None else self._looseness

    def _with(
        self,
        order: Sequence[int],
        spanning: Mapping[int, Box],
        looseness: Mapping[int, int] | None = None,
        *,
        parted: bool = False,
        columns: int = 0,
    ) -> "StoryLayout":
        """The story with its blocks in an order, these pictures set apart, and lines more or fewer for some blocks."""
        asked = looseness or {}
        boxes = {at: self._box(at, asked[at]) if at in asked else box for at, box in spanning.items()}
        made = StoryLayout(
            self.story, self.fmt, self._originals, number=self.number, order=order, spanning=boxes, looseness=asked,
            parted=parted, columns=columns,
        )  # fmt: skip
        made.adopt({name: self.__dict__[name] for name in _ALIKE if name in self.__dict__})
        return made

    def rows_if(self, index: int, block: Block) -> tuple[Row, ...]:
        """The rows that another block would have in the place of one."""
        return row_setter(self.fmt, self.story.language).rows(block, self.body.places[index])

    @cached_property
    def texts(self) -> list[str]:
        """The words of each block of the body."""
        return [block.text for block in self.story.body.blocks]

    @cached_property
    def leftwards(self) -> bool:
        """Whether it is read from right to left, and so from the column at the right on."""
        return reads_leftwards(self.story)

    def column(self, number: int) -> int:
        """Where the story's column of that number stands, both counted from 0, places from the left."""
        return self.fmt.columns - 1 - number if self.leftwards else number

    @cached_property
    def opening(self) -> list[Row]:
        """The rows before the body's: the byline's, and the head's where that is too tall for any page."""
        return [*(self._head_in_rows() if self._head_too_tall else ()), *self._byline()]

    @cached_property
    def rows(self) -> list[Row]:
        """All rows in the columns."""
        return [*self.opening, *self.body.rows]

    @property
    def depth(self) -> int:
        """Grid lines of a whole page."""
        return int(self.fmt.type_height / self.fmt.baseline + _ROUNDING)

    @cached_property
    def pages(self) -> list[Page]:
        """The first page, balanced when all fits on it; else further ones with jump lines both ways."""
        if self._order is None:
            return self._levelled.pages
        return [Page(part.page, [part]) for part in self.parts_from(1)]

    def parts_from(self, page: int, top: int = 0, columns: int = 0) -> list[PagePart]:
        """The story's parts, when it begins on a grid line of a page: worked out once for each place."""
        place = page, top, columns
        if place not in self._parts:
            parts = self._parts[place] = [self.begin(page, top, columns)]
            while not parts[-1].last:
                parts.append(self.continue_on(parts[-1], parts[-1].page + 1))
        return self._parts[place]

    def begin(self, page: int, top: int = 0, columns: int = 0) -> PagePart:
        """The story's first part, from a grid line of a page down, over so many columns or as many as suit it."""
        asked = columns or self._columns
        first = self._begun(page, top, asked or self._columns_used())
        if asked or not first.last or first.unlevel <= _MOST_UNLEVEL:
            return first
        others = (self._begun(page, top, number) for number in self._other_columns(len(first.columns)))
        return _most_level([first, *_until_level(others)])

    def _begun(self, page: int, top: int, columns: int) -> PagePart:
        """The story's first part over so many columns, or over all where it does not fit."""
        above = self._head(columns)
        part = self._part(page, (top, above.items), [top + above.rows] * columns)
        return (
            part.feathered() if part.last or columns == self.fmt.columns else self._begun(page, top, self.fmt.columns)
        )

    def _other_columns(self, columns: int) -> Iterator[int]:
        """Numbers of columns that a story may take besides one that does not suit it: the nearest first, one the last.

        Its pictures must go in, and its head must leave room.
        """
        widest = max((box.columns for box in self.spanning.values()), default=1)
        yield from filter(self._head_leaves_room, self._nearest_columns(columns, widest))

    def _nearest_columns(self, columns: int, widest: int) -> Iterator[int]:
        """All numbers of columns but one, no fewer than the widest picture has: the nearest first, one the last."""
        numbers = sorted(range(2, self.fmt.columns + 1), key=lambda number: (abs(number - columns), -number))
        return (number for number in (*numbers, 1) if number != columns and number >= widest)

    def continue_on(self, before: PagePart, page: int) -> PagePart:
        """The next part, at the head of a further page; it takes fewer columns only where they would not end level."""
        first = self._continued(before, page, self.fmt.columns)
        if not first.last or first.unlevel <= LEVEL:
            return first
        widest = max((self.spanning[index].columns for index in before.waiting), default=1)
        numbers = self._nearest_columns(self.fmt.columns, widest)  # no head stands over them
        others = (self._continued(before, page, number) for number in numbers)
        return _most_level([first, *_until_level(others)])

    def _continued(self, before: PagePart, page: int, columns: int) -> PagePart:
        above = tuple(self._jump(before.page))
        return self._part(page, (0, above), [_UNDER_JUMP] * columns, before).feathered()

    def _part(
        self, page: int, head: tuple[int, tuple[RowItem, ...]], tops: list[int], before: PagePart | None = None
    ) -> PagePart:
        """What goes on a page into columns that begin on `tops`, under a head and the grid line it stands on.

        It is what the part before has left, or the story's beginning.
        """
        start, waiting = (before.columns[-1].end, before.waiting) if before else (0, tuple(self.spanning))
        columns, begins = len(tops), before is None or start >= len(self.rows)
        pictures = pictures_for_page(self._due(start, waiting, tops), tops, self.depth, force=begins)
        under, waiting = tops_below(pictures, tops), waiting[len(pictures) :]
        filled = balance(self.rows, under, self.depth, start, reserved(pictures, columns, jump=False))
        last = filled is not None and not waiting
        if filled is None or not last:
            less = reserved(pictures, columns, jump=True)
            force = before is not None and not pictures  # without one a further page has more room
            filled = fill(self.rows, under, self.depth, start, reserved=less, force=force, jump=True)
        return PagePart(self, page, *head, filled, last=last, spanning=tuple(pictures), waiting=waiting)

    def _due(self, start: int, waiting: Sequence[int], tops: Sequence[int]) -> list[tuple[int, Box]]:
        """Waiting pictures whose turn comes with the text of a page; all with the last text."""
        until = start + sum(self.depth - top for top in tops) - len(self.opening)
        blocks, first, found = self.body.blocks, next(iter(self.spanning), None), []
        for index in waiting:
            if bisect_right(blocks, index) >= until and until < len(blocks) and index != first:
                break
            if self.spanning[index].columns > len(tops):
                break
            found.append((index, self.spanning[index]))
        return found

    def prepared(self) -> dict[str, Any]:
        """What the story consists of before it is placed, to be handed to another process and adopted there."""
        return {name: getattr(self.placed, name) for name in _PREPARED}

    def adopt(self, prepared: dict[str, Any]) -> None:
        """Take over what another process has made of the same story."""
        self.__dict__.update(prepared)

    def fits_below(self, top: int) -> bool:
        """Whether there is room under a grid line to begin with head, picture and some lines of text."""
        needed = self._head(self.fmt.columns).rows + min(_LEAST_START, -(-len(self.rows) // self.fmt.columns))
        first = next(iter(self.spanning.values()), None)
        return top + needed + (first.rows + 1 if first else 0) <= self.depth

    def _head(self, columns: int) -> Head:
        if self._head_too_tall:
            return Head((), 0)
        return head(self.story, self.fmt, self.fmt.span_width(columns))

    @cached_property
    def _head_too_tall(self) -> bool:
        """Whether not even over the whole page the head leaves room for text."""
        width, room = self.fmt.span_width(self.fmt.columns), self.depth - 2 * LEAST_BODY
        return least_rows(self.story, self.fmt, width) > room or head(self.story, self.fmt, width).rows > room

    def _head_in_rows(self) -> list[Row]:
        """Kicker, headline and dek as lines of the columns: no one would print it so, but all of it is there."""
        styles, grid = self.fmt.styles, self.fmt.baseline
        rows = []
        for one in HEAD_FIELDS:
            style, text = getattr(styles, one.style), getattr(self.story, one.name)
            small = style.model_copy(update={"size": min(style.size, _TALLEST_TYPE * grid)})
            rows += field_rows(one.name, text, set_plain(text, ragged(small), self.fmt.measure))
        return [*rows, BLANK]

    def _jump(self, page: int) -> list[RowItem]:
        """A line above continued columns that says whence the story comes, with as much of its headline as fits."""
        words = (self.story.headline or self.story.slug)[:_LONGEST_NAMED].split()
        style, width = self.fmt.styles.kicker, self.fmt.span_width(self.fmt.columns)
        names = (*(_short(words, count) for count in range(_MOST_NAMED, 0, -1)), "")
        texts = [jump_from(page, self.story.language, name) for name in names]
        line = in_one_line(texts, style, width)
        x = width - line.width if self.leftwards else 0.0
        return list(line.at(x, _JUMP_DROP * self.fmt.baseline))

    def _columns_used(self) -> int:
        """Columns that give each a fair depth; at least two beside each other where the page has them."""
        boxes = list(self.spanning.values())
        area = len(self.rows) + sum(box.rows * box.columns for box in boxes)
        fewest = min(self.fmt.columns, max((box.columns + 1 for box in boxes), default=2))
        wanted = max(fewest, min(self.fmt.columns, area // _FEWEST))
        while wanted < self.fmt.columns and not self._head_leaves_room(wanted):
            wanted += 1
        return wanted

    def _head_leaves_room(self, columns: int) -> bool:
        """Whether the head over so many columns leaves room for text; what is far too tall is not set to see it."""
        most = self.depth - 2 * LEAST_BODY
        if not self._head_too_tall and least_rows(self.story, self.fmt, self.fmt.span_width(columns)) > most:
            return False
        return self._head(columns).rows <= most

    def _may_span(self) -> Iterator[tuple[int, Box]]:
        """The first picture and those over several columns, blocks and boxes, where a page has several and room."""
        if self.fmt.columns < 2:
            return
        blocks = self.story.body.blocks
        pictures = [index for index, block in enumerate(blocks) if block.kind is BlockKind.PICTURE]
        for number, index in enumerate(pictures):
            box = self._box(index)
            room = self.depth - (self._head(self.fmt.columns).rows if not number else 2) - LEAST_BODY
            if not box.overflow and box.rows <= room and (not number or box.columns > 1):
                yield index, box
            elif not number:
                return

    def _box(self, index: int, lines: int = 0) -> Box:
        """The box of a picture set apart; so many lines taller."""
        block = self.story.body.blocks[index].model_copy(update={"looseness": lines})
        wanted = block.picture.columns if block.picture else 1
        original = self._originals.get(block.picture.sha256) if block.picture else None
        box = picture_box(block, self.fmt, original, columns=max(1, min(wanted, self.fmt.columns)))
        return replace(box, items=of_block(box.items, index))

    def _byline(self) -> list[Row]:
        """The byline's rows at the head of the first column; they keep with the lede."""
        text = byline_as_set(self.story.byline, self.story.language)
        lines = set_plain(text, ragged(self.fmt.styles.byline), self.fmt.measure)
        return field_rows("byline", text, lines, keep=KEEP)


def _is_box(block: Block) -> bool:
    return block.kind is BlockKind.BOX


def _without_one(boxes: Mapping[int, Box]) -> Iterator[Mapping[int, Box]]:
    """Pictures set apart without one of them, the last first; never without the first."""
    for left_out in reversed(list(boxes)[1:]):
        yield {index: box for index, box in boxes.items() if index != left_out}


def _until_level(parts: Iterable[PagePart]) -> Iterator[PagePart]:
    """Parts that show all of their story, up to the first that is level."""
    for part in parts:
        if part.last:
            yield part
            if part.unlevel <= LEVEL:
                return


def _most_level(parts: Sequence[PagePart]) -> PagePart:
    """The first of those parts whose feet differ least."""
    return min(parts, key=lambda part: max(LEVEL, part.unlevel))


def run_in(layouts: Iterable[StoryLayout]) -> Iterator[Page]:
    """Stories one below the other, each beginning where the one before ends; what does not fit flows on.

    A page is given when nothing more comes on it: no more than two are held.
    """
    page = Page(1)
    for layout in (layout.placed for layout in layouts):
        top = page.foot + 2 if page.parts else 0
        if top and not layout.fits_below(top):
            yield page
            page, top = Page(page.number + 1), 0
        layout = layout.levelled_at(page.number, top, layout.fmt.columns)
        part = layout.begin(page.number, top, layout.fmt.columns)
        page.parts.append(part)
        while not part.last:
            yield page
            page = Page(page.number + 1)
            part = layout.continue_on(part, page.number)
            page.parts.append(part)
    if page.parts:
        yield page


def _short(words: list[str], count: int) -> str:
    """The first words of a headline, for a jump line."""
    return " ".join(words) if len(words) <= count else f"{' '.join(words[:count])} …"
