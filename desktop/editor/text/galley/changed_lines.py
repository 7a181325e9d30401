"""Lines of a block that are other ones after a key: what is to be painted anew."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from exports.typeset.galley.galley_block import GalleyBlock
from exports.typeset.sheet import PlacedPicture, Rule, Run, Tint

_PLACE = 2
"""Fields of a line that say where in the text it stands, its first ones."""


@dataclass(frozen=True)
class Seen:
    """A block as it is seen, with its text."""

    block: GalleyBlock
    text: str

    def looks(self) -> list[tuple[str, int, tuple[object, ...]]]:
        """What each line looks like, wherever it begins, with all of the text up to the next one: spaces take room."""
        starts = [0, *(line.start for line in self.block.lines[1:])]
        return [
            (self.text[start:following], line.end - line.start, line[_PLACE:])
            for line, start, following in zip(self.block.lines, starts, [*starts[1:], len(self.text)], strict=False)
        ]


def changed_reach(before: Seen, now: Seen) -> tuple[float, float] | None:
    """The first and the last height of a block, in points from its top, at which something is other than before."""
    theirs, mine = before.looks(), now.looks()
    head = _alike(zip(theirs, mine, strict=False))
    tail = _alike(zip(reversed(theirs[head:]), reversed(mine[head:]), strict=False))
    heights = [line.y for one in (before, now) for line in one.block.lines[head : len(one.block.lines) - tail]]
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
