"""The operators of a page or form, read within bounds: a small file may hold more of them than memory."""

import re
from dataclasses import dataclass
from typing import Final

import pikepdf
from pikepdf import Array, Object, Stream

from exports.pdf.check.stream_sizes import unpacks_to_more

_MOST_BYTES: Final = 64 << 20
"""Bytes of one content stream, unpacked: the largest maps take a tenth of it."""

_MOST_OPERATORS: Final = 500_000
"""Operators of a whole file, forms counted each time they are drawn; each takes about a kilobyte while it is read."""

_OPERATOR = re.compile(rb"(?<![A-Za-z*'\"])[A-Za-z*'\"]++(?=[\s\[(</]|$)")


Instructions = list[pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage]


class TooMuch(ValueError):
    """A content is larger than is checked."""


@dataclass
class Budget:
    """Operators that may still be read."""

    left: int = _MOST_OPERATORS

    def take(self, count: int) -> None:
        """Take some of what is left. Raises TooMuch when that is less."""
        self.left -= count
        if self.left < 0:
            raise TooMuch(f"more than {_MOST_OPERATORS:,} operators")


def instructions(stream: Object, budget: Budget) -> Instructions:
    """The operators of a page, form, pattern or glyph with their operands. Raises TooMuch before they are too many."""
    parts = _parts(stream)
    if any(unpacks_to_more(part, _MOST_BYTES) for part in parts):
        raise TooMuch(f"a content of more than {_MOST_BYTES >> 20} MB")
    budget.take(1 + sum(sum(1 for _ in _OPERATOR.finditer(part.read_bytes())) for part in parts))
    return pikepdf.parse_content_stream(stream)


def _parts(stream: Object) -> list[Stream]:
    """What a page's content is made of; a form is itself."""
    given = stream if isinstance(stream, Stream) else stream.get("/Contents")
    parts = list(given) if isinstance(given, Array) else [given]
    return [part for part in parts if isinstance(part, Stream)]
