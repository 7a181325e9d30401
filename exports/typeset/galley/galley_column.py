"""The body of a story in one endless column, kept while it is written: a key sets its own paragraph, and no other."""

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from math import ceil

from db.document import Block, BlockKind, count_words
from db.values import Picture
from exports.formats import Format
from exports.typeset.galley.body_setting import BodySetting
from exports.typeset.galley.galley_block import GalleyBlock, galley_block
from exports.typeset.line.lines import LINE_BREAK, ragged, set_paragraph, set_plain
from exports.typeset.page.block.block_rows import BlockPlace, row_setter
from exports.typeset.page.block.body import block_places, shows
from exports.typeset.page.byline import byline_as_set
from exports.typeset.page.column.rows import Row

_LETTER = 0.46
"""Width of a middling letter with its share of the spaces, in em: what blocks that are not set yet are reckoned by."""


_Extent = tuple[int, bool, bool]
"""Rows, and whether the first and last of them only part them from others."""

_Measures = tuple[_Extent | None, _Extent, bool, bool]


@dataclass(slots=True)
class _Galley:
    """One block in the column."""

    block: Block
    place: BlockPlace = field(default_factory=BlockPlace)
    given: int = 0
    """Lines more or fewer for the sake of level columns."""
    apart: int | None = None
    """Grid lines that count for it in the place of its own rows."""
    natural: tuple[Row, ...] | None = None
    """Its rows as it comes, once it is set."""
    shown: GalleyBlock | None = None
    """What is seen of it, with the lines that are given."""
    words: int = 0
    seen: bool = True
    """Whether anything of it is seen on paper."""
    open: bool = False
    """Whether it ends in a typed line break, behind which one writes on."""
    extent: _Extent | None = None
    """Of what is seen."""
    natural_extent: _Extent = (0, False, False)
    """Of its rows as it comes."""

    def __post_init__(self) -> None:
        self.take(self.block)

    @property
    def measures(self) -> _Measures:
        """All of it that the depths of the column depend on."""
        return self.extent, self.natural_extent, self.natural is not None, self.open

    def take(self, block: Block) -> None:
        """Become another block in the same place."""
        self.block, self.seen = block, shows(block)
        self.open = bool(block.spans) and block.spans[-1].text.endswith(LINE_BREAK)
        self.words = count_words(block.text) if block.kind is not BlockKind.PICTURE else 0
        self.natural = self.shown = self.extent = None


@dataclass(frozen=True, slots=True)
class _Depths:
    """Grid lines above each block on screen, those of them it shares with the block above, and counted rows."""

    tops: list[int]
    shared: list[int]
    numbers: list[int]
    rows: int
    lines: int
    words: int
    settled: bool
    """Whether all blocks are set."""


class GalleyColumn:
    """Blocks one below the other, numbered from 0; each is set when it is asked for and remembered."""

    def __init__(self, fmt: Format, language: str, originals: Mapping[str, Picture] | None = None) -> None:
        self.fmt, self.language = fmt, language
        self._dateline, self._byline = "", ""
        self._originals = originals or {}
        self._setter = row_setter(fmt, language)
        self._galleys: list[_Galley] = []
        self._order: Sequence[int] = ()
        self._depths: _Depths | None = None
        self._written: dict[int, tuple[_Measures, int]] = {}
        """Blocks that were written in since the depths were measured, with their measures and words then."""

    def __len__(self) -> int:
        return len(self._galleys)

    def block(self, number: int) -> Block:
        """The block of that number."""
        return self._galleys[number].block

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks."""
        return tuple(one.block for one in self._galleys)

    # what changes

    def fill(self, blocks: Sequence[Block]) -> None:
        """Take up another body."""
        self._galleys = [_Galley(block) for block in blocks]
        self._place()

    def forget(self) -> None:
        """Forget what it set before and does not show: another story is written now."""
        forget_paragraphs()
        self._setter = row_setter(self.fmt, self.language)

    def run_in(self, *, byline: str, dateline: str) -> None:
        """Take up what is printed with the body and is no part of it."""
        self._byline = byline
        if dateline != self._dateline:
            self._dateline = dateline
            self._place()

    def replace(self, first: int, removed: int, blocks: Sequence[Block]) -> None:
        """Put blocks in the place of so many others. Those that are only written on keep their places."""
        old = self._galleys[first : first + removed]
        if len(old) == len(blocks) and all(map(_stands_alike, (one.block for one in old), blocks)):
            for number, block in enumerate(blocks, first):
                self._write(number, block)
            return
        self._depths = None
        kept = {one.block: one for one in old}
        given = old[0].given if len(old) == 1 else 0  # those of what it was, as long as the pages are not known
        self._galleys[first : first + removed] = [
            kept.pop(block) if block in kept else _Galley(block, given=given) for block in blocks
        ]
        self._place()

    def _write(self, number: int, block: Block) -> None:
        one = self._galleys[number]
        if one.block != block:
            self._written.setdefault(number, (one.measures, one.words))
            one.take(block)

    def adopt(self, setting: BodySetting) -> bool:
        """Stand as the pages of the story have it; where it was written on since, only what is the same does.

        False when it stood so before.
        """
        changed = False
        for one, index in self._matched(setting):
            given, apart = setting.given.get(index, 0), setting.apart.get(index)
            place = setting.places.get(index, replace(one.place, shape=()))
            changed = changed or (place, given, apart) != (one.place, one.given, one.apart)
            if place != one.place:
                one.natural = one.shown = one.extent = None
            if given != one.given:
                one.shown = one.extent = None
            one.place, one.given, one.apart = place, given, apart
        if len(setting.blocks) == len(self._galleys) and list(setting.order) != list(self._order):
            self._order, changed = setting.order, True
        if changed:
            self._depths = None
        return changed

    def _matched(self, setting: BodySetting) -> Iterator[tuple[_Galley, int]]:
        """Each block that stands in a setting too, with its number there."""
        mine, theirs = self._galleys, setting.blocks
        if len(mine) == len(theirs):
            yield from zip(mine, range(len(theirs)), strict=True)
            return
        shorter = min(len(mine), len(theirs))
        head = next((n for n in range(shorter) if mine[n].block != theirs[n]), shorter)
        tail = next((n for n in range(shorter - head) if mine[-1 - n].block != theirs[-1 - n]), shorter - head)
        yield from ((mine[n], n) for n in range(head))
        yield from ((mine[-n], len(theirs) - n) for n in range(tail, 0, -1))

    def _place(self) -> None:
        """Find anew where each block stands among its neighbours."""
        self._order, self._depths = range(len(self._galleys)), None
        standing = [(n, one.block) for n, one in enumerate(self._galleys) if one.apart is None and one.seen]
        places = block_places(self._dateline, standing, self._originals)
        for number, one in enumerate(self._galleys):
            original = self._originals.get(one.block.picture.sha256) if one.block.picture else None
            place = places.get(number) or BlockPlace(original=original)
            if place != one.place:
                one.place = place
                one.natural = one.shown = one.extent = None

    # what is seen

    @property
    def opening(self) -> GalleyBlock:
        """The byline, as it stands over the first column."""
        style = self.fmt.styles.byline
        lines = set_plain(byline_as_set(self._byline, self.language), ragged(style), self.fmt.measure)
        runs = (line.at(0.0, (number + 1) * self.fmt.baseline) for number, line in enumerate(lines))
        return GalleyBlock(len(lines), painted=tuple(chain.from_iterable(runs)))

    def shown(self, number: int) -> GalleyBlock:
        """What is seen of a block; it is set now if it was not."""
        one = self._galleys[number]
        if one.shown is None:
            natural = self._natural(number)
            rows = self._given(one) if one.given else natural
            capital = bool(self.fmt.setting.drop_cap) and one.place.lede
            one.shown = galley_block(rows, self.fmt, one.block.text, capital=capital)
            one.extent = one.shown.rows, one.shown.opens, one.shown.closes
            self._set_anew(number)
        return one.shown

    def is_set(self, number: int) -> bool:
        """Whether a block is set already."""
        return self._galleys[number].shown is not None

    def set_next(self, first: int = 0) -> bool:
        """Set the first block that is not set, looked for from one on; False when all are."""
        for number in (*range(first, len(self._galleys)), *range(first)):
            if self._galleys[number].shown is None:
                self.shown(number)
                return True
        return False

    def top(self, number: int) -> int:
        """Grid lines above a block, on the screen."""
        return self._measured.tops[number]

    def shared(self, number: int) -> int:
        """Rows at its head that a block shares with the one above: spaces do not add up."""
        return self._measured.shared[number]

    def first_number(self, number: int) -> int:
        """Number of the first row of a block, counted from 1 through the story; 0 for one that is not counted."""
        return self._measured.numbers[number]

    @property
    def rows(self) -> int:
        """Grid lines of all blocks on the screen."""
        return self._measured.rows

    @property
    def lines(self) -> int:
        """Lines the body takes, as `Fit.lines` counts them; blocks that are not set yet are reckoned."""
        return self._measured.lines

    @property
    def words(self) -> int:
        """Words of the body, as `Document.words` counts them."""
        return self._measured.words

    @property
    def settled(self) -> bool:
        """Whether all blocks are set: their lines are counted, not reckoned."""
        return self._measured.settled

    def at_row(self, row: int) -> int:
        """The block that stands on a grid line of the screen; the last one below all."""
        return max(0, bisect(self._measured.tops, row) - 1)

    def cut(self, target: int | None) -> tuple[int, int] | None:
        """Block and offset of the first character beyond so many lines, as `Fit.cut` says it; None when all fits."""
        if target is None or self.lines <= target:
            return None
        left, closed = target - sum(one.apart or 0 for one in self._galleys), False
        for number in self._order:
            one = self._galleys[number]
            if one.apart is not None or not one.seen:
                continue
            rows = self._natural(number)
            rows = rows[1:] if closed and rows and rows[0].space else rows
            for row in rows[max(0, left) :]:
                if row.line:
                    return number, min(max(0, row.line.start - row.shift), len(one.block.text))
            left, closed = left - len(rows), rows[-1].space if rows else closed
        return None

    def beyond(self, number: int, cut: tuple[int, int] | None) -> int | None:
        """Offset from which on a block stands beyond a cut; None when none of it does."""
        if cut is None:
            return None
        if number == cut[0]:
            return cut[1]
        order = self._order
        if isinstance(order, range):
            return 0 if number > cut[0] else None
        return 0 if order.index(number) > order.index(cut[0]) else None

    # helpers

    @property
    def _measured(self) -> _Depths:
        if self._depths is not None and self._written:
            self._depths = self._with_written(self._depths)
        if self._depths is None:
            self._depths = self._measure()
        self._written.clear()
        return self._depths

    def _with_written(self, depths: _Depths) -> _Depths | None:
        """The depths with what was written since; None where that takes other room than what stood there."""
        more = 0
        for number, (measures, words) in self._written.items():
            one = self._galleys[number]
            if one.extent is None or one.measures != measures:
                return None
            more += one.words - words
        return replace(depths, words=depths.words + more)

    def _set_anew(self, number: int) -> None:
        """A block was set: of one that was only written in it will be seen whether it takes other room now."""
        if number not in self._written:
            self._depths = None

    def _measure(self) -> _Depths:
        tops, shared, closed, top = [], [], False, 0
        for one in self._galleys:
            rows, opens, closes = one.extent or self._reckoned(one)
            less = int(opens and closed)
            tops.append(top)
            shared.append(less)
            top += max(1, rows - less + one.open)
            closed = closes
        numbers, lines = self._counted()
        words = sum(one.words for one in self._galleys)
        settled = all(one.natural is not None for one in self._galleys)
        return _Depths(tops, shared, numbers, top, lines, words, settled)

    def _counted(self) -> tuple[list[int], int]:
        """Number of the first row of each block, and the lines of all as they come."""
        numbers, at, closed = [0] * len(self._galleys), 1, False
        lines, ended = 0, False
        for number in self._order:
            one = self._galleys[number]
            if one.apart is not None or not one.seen:
                continue
            rows, opens, closes = one.extent or self._reckoned(one)
            numbers[number] = at - int(opens and closed)
            at += rows - int(opens and closed)
            closed = closes
            if one.natural is not None:
                rows, opens, closes = one.natural_extent
            lines += rows - int(opens and ended)
            ended = closes if rows else ended
        return numbers, lines - int(ended) + sum(one.apart or 0 for one in self._galleys)

    def _reckoned(self, one: _Galley) -> tuple[int, bool, bool]:
        """About how many rows a block has that is not set yet."""
        size = self.fmt.styles.body.size
        wide = size if one.block.text[:1] > "\u2e80" else size * _LETTER
        return max(1, ceil(len(one.block.text) * wide / self.fmt.measure)), False, False

    def _natural(self, number: int) -> tuple[Row, ...]:
        """The rows of a block as it comes."""
        one = self._galleys[number]
        if one.natural is None:
            rows = one.natural = self._setter.rows(one.block, one.place) if one.seen else ()
            one.natural_extent = (len(rows), rows[0].space, rows[-1].space) if rows else (0, False, False)
            self._set_anew(number)
        return one.natural

    def _given(self, one: _Galley) -> Sequence[Row]:
        asked = one.block.model_copy(update={"looseness": one.given})
        return self._setter.rows(asked, one.place)


def forget_paragraphs() -> None:
    """Give back the memory of all paragraphs that were set: of a story that nobody writes any more they are no use."""
    row_setter.cache_clear()
    set_paragraph.cache_clear()


def _stands_alike(one: Block, other: Block) -> bool:
    """Whether a block leaves its neighbours as they are when it is put in the place of another."""
    boxes = one.kind is BlockKind.BOX and one.spans != other.spans
    return one.kind is other.kind and one.picture == other.picture and shows(one) == shows(other) and not boxes
