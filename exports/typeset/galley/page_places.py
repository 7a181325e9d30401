"""Places of a text on the pages it is set on, and back: which line stands under a point, and where a letter stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exports.typeset.sheet import SetLine, Sheet

_REACH = 24.0
"""Points by which a point may lie beside a line's text and still mean it: more than a gutter's half."""


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A place in a story's text."""

    field: str
    """Name of the field; `body` for the body."""
    block: int
    """Block of the body; -1 for another field."""
    offset: int


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A line on a page, in points from the trim's top left: baseline and edges."""

    page: int
    """Counted from 0."""
    x: float
    y: float
    width: float


class PagePlaces:
    """The lines of the pages of one story."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._pages = [list(_lines_of(sheet)) for sheet in sheets]
        self._texts: dict[tuple[str, int], list[tuple[int, SetLine]]] = {}
        """Lines of each field and block, with their pages."""
        for page, lines in enumerate(self._pages):
            for line in lines:
                self._texts.setdefault((line.field, line.block), []).append((page, line))

    def at(self, page: int, x: float, y: float) -> TextPlace | None:
        """The place in the text nearest to a point on a page; None where no text is near."""
        near = [
            line
            for line in self._pages[page]
            if line.x - _REACH <= x <= line.x + line.width + _REACH and abs(line.y - y) <= _REACH
        ]
        if not near:
            return None
        line = min(near, key=lambda one: _distance(one, x, y))
        share = min(max((x - line.x) / line.width, 0.0), 1.0) if line.width else 0.0
        return TextPlace(line.field, line.block, line.start + round(share * (line.end - line.start)))

    def of(self, place: TextPlace) -> PagePlace | None:
        """The line in which a place of the text stands, or the last one before it; None where none is on a page."""
        found = None
        for page, line in self._texts.get((place.field, place.block), ()):
            if found is None or line.start <= place.offset:
                found = PagePlace(page, line.x, line.y, line.width)
        return found


def _lines_of(sheet: Sheet) -> Iterator[SetLine]:
    """All lines of text of a page."""
    yield from sheet.lines
    yield from sheet.uncounted


def _distance(line: SetLine, x: float, y: float) -> float:
    """How far a point is from a line's letters, which stand above its baseline."""
    beside = max(line.x - x, x - line.x - line.width, 0.0)
    return beside + abs(line.y - y - _MIDDLE)


_MIDDLE = 3.0
"""Points from a baseline up to the middle of its letters."""
