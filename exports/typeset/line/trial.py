"""Ragged text tried at many sizes and widths without being set: how headlines find theirs."""

from typing import NamedTuple

from db.document import Span
from exports.formats import Style
from exports.typeset.line.breaking import lines_between
from exports.typeset.line.breakpoints import Breakpoints, breakpoints_of
from exports.typeset.line.hyphens import hyphenator
from exports.typeset.line.lines import offsets_of, parts_of, ragged
from exports.typeset.line.words import PlacedWord, chopped, words_of


class Outline(NamedTuple):
    """One line: its width in points, and the offset in the text at which it ends."""

    width: float
    end: int


class Trial:
    """A text in a style, whatever its size: words and the places between them are measured once."""

    def __init__(self, text: str, style: Style) -> None:
        self._filling = ragged(style).fitting(text).filling
        self._parts: list[tuple[list[PlacedWord], Breakpoints | None, int]] = []
        for spans, offset in parts_of((Span(text=text),) if text else ()):
            words = words_of(spans, style, hyphenator(""))
            self._parts.append((words, breakpoints_of(words, self._filling, 0.0) if words else None, offset))

    def lines(self, size: float, width: float) -> list[Outline]:
        """The lines the text has in that size and width, in points, as `set_plain` would set them."""
        found, measure = [], width * 1000 / size
        for words, places, offset in self._parts:
            if places is None:
                continue
            if any(placed.word.widest > measure for placed in words):
                words = [chopped(placed, measure * 0.98) for placed in words]
                places = breakpoints_of(words, self._filling, 0.0)
            for line in lines_between(places, measure, self._filling):
                found.append(Outline(line.width * size / 1000, offsets_of(words, line)[1] + offset))
        return found
