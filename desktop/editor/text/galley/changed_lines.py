"""Lines of a block that are other ones after a key: what is to be painted anew."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from exports.typeset.galley.galley_block import GalleyBlock, GalleyLine
from exports.typeset.sheet import PlacedPicture, Rule, Run, Tint


@dataclass(frozen=True)
class Seen:
    """A block as it is seen, with its text."""

    block: GalleyBlock
    text: str

    @cached_property
    def lines(self) -> list[tuple[GalleyLine, str]]:
        """Each line, as if it began its block, with all of the text up to the next one: spaces take room, too."""
        starts = [0, *(line.start for line in self.block.lines[1:])]
        return [
            (line._replace(start=0, end=line.end - line.start), self.text[start:following])
            for line, start, following in zip(self.block.lines, starts, [*starts[1:], len(self.text)], strict=False)
        ]


def changed_reach(before: Seen, now: Seen) -> tuple[float, float] | None:
    """The first and the last height of a block, in points from its top, at which something is other than before."""
    head = _alike(zip(before.lines, now.lines, strict=False))
    tail = _alike(zip(reversed(before.lines[head:]), reversed(now.lines[head:]), strict=False))
    others = (*before.lines[head : len(before.lines) - tail], *now.lines[head : len(now.lines) - tail])
    heights = [line.y for line, _ in others]
    for item in set(before.block.painted) ^ set(now.block.painted):
        if isinstance(item, Run):
            heights += item.y - item.size, item.y
        elif isinstance(item, Rule):
            heights += item.y0, item.y1
        elif isinstance(item, Tint | PlacedPicture):
            heights += item.y, item.y + item.height
    return (min(heights), max(heights)) if heights else None


def _alike(pairs: Iterable[tuple[object, object]]) -> int:
    """Pairs that are of one kind before the first that is not."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
