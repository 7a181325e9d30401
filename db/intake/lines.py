"""The lines of arriving copy, cleaned of control characters, and the small questions asked about a line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

MAX_LINES = 5_000
"""Lines that are looked at one by one; no story has more, and the rest of a longer file is kept as it stands."""

LINES_KNOWN = 8_192
"""Lines of which the answers to the questions about them are kept: each is asked several times, by several readers."""

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WIDE = re.compile("[\u1100-\u115f\u2e80-\u303e\u3040-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]")
_HAN = re.compile(f"[{HAN}]")
CONTROLS = dict.fromkeys([*range(0x09), *range(0x0E, 0x1C), 0x1F, 0x7F, *range(0x202A, 0x202F), 0xFEFF])
"""What has no meaning on paper. Soft hyphens, joiners, breaks of no width and isolates have one, and stay."""

_SPACES = re.compile("[ \t\x1c-\x1e\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
"""Spaces a line may break at; those that hold words together stay as they are."""
_UNSEEN = "\xad\u200b-\u200f\u2060\u2066-\u2069"
_NOTHING = re.compile(f"[\\s{_UNSEEN}]*")
_SIGN_OF_ITEM = re.compile(r"(?:[•·▪‣◦●○*–—-]|\(?\w{1,3}[.)])")
_CELL_MARK = " | "
"""Between the cells of a row, which a tab keeps apart in the file."""
_SENTENCE_END = re.compile(r"[.!?…。！？：:；;][\"'”’»)\]」』）】*_]*$")
_QUOTE_END = re.compile("[”」』]$")
_CLOSERS = frozenset(",.;:!?)]}%…，。、；：！？）】》」』”’％")
_LEAST_BROKEN = 3
"""Sentences that go on behind an empty line, from which on the lines of a text are double spaced."""
_BREAKS = re.compile("\r\r\n|\r\n|\r")
_PAIRS_BROKEN = 4
"""One pair of lines in so many is of such a sentence in a text that is double spaced."""
_TAB = 4
"""Cells that a tab is wide."""
_CLOSING = 8
"""Characters at the end in which a stop stands with the quotation marks and brackets behind it."""


@dataclass(frozen=True, slots=True)
class CopyLine:
    """One line that is not blank."""

    text: str
    """Its words with single spaces."""
    raw: str
    """As it stood in the file, without the white space at its ends."""
    indent: int
    """Cells of white space before it."""
    gap: int
    """Blank lines before it."""
    row: bool = False
    """Whether it is a row of a table."""

    @property
    def width(self) -> int:
        """Cells it takes in a fixed-width face, its indent included; a Han character takes two."""
        return self.indent + width(self.raw)


@dataclass(frozen=True, slots=True)
class CopyLines:
    """A text taken apart: its first lines, and what follows the last line that is looked at."""

    lines: tuple[CopyLine, ...]
    rest: tuple[str, ...] = ()


def split_lines(text: str) -> CopyLines:
    """The lines of a text with any line ends; `rest` holds those after the last that is looked at."""
    lines: list[CopyLine] = []
    gap = 0
    all_lines = _BREAKS.sub("\n", text.translate(CONTROLS)).splitlines()
    for number, raw in enumerate(all_lines):
        if _NOTHING.fullmatch(raw):
            gap += 1
            continue
        if len(lines) == MAX_LINES:
            return CopyLines(tuple(lines), tuple(filter(None, map(str.strip, all_lines[number:]))))
        lines.append(_line(raw, gap, row=_is_row_of_several(all_lines, number)))
        gap = 0
    return CopyLines(_without_double_spacing(tuple(lines)))


def _line(raw: str, gap: int, *, row: bool) -> CopyLine:
    stripped = raw.strip()
    text = _CELL_MARK.join(map(single_spaced, _cells(raw))) if row else single_spaced(stripped)
    indent = width(raw[: len(raw) - len(raw.lstrip())].expandtabs(_TAB))
    return CopyLine(text, stripped.expandtabs(_TAB), indent, gap, row)


def single_spaced(text: str) -> str:
    """A text with one space where it has several, and none at its ends; no-break spaces stay."""
    return _SPACES.sub(" ", text).strip(" ")


def _cells(raw: str) -> list[str]:
    """What tabs keep apart in a line; one cell where the first is the sign or number of a list."""
    cells = [cell.strip() for cell in raw.strip().split("\t") if cell.strip()]
    return cells if len(cells) > 1 and not _SIGN_OF_ITEM.fullmatch(cells[0]) else cells[:1]


def _is_row_of_several(lines: Sequence[str], at: int) -> bool:
    """Whether a line has cells, as the line before it or behind it has."""
    return len(_cells(lines[at])) > 1 and any(
        len(_cells(lines[near])) > 1 for near in (at - 1, at + 1) if 0 <= near < len(lines)
    )


def _without_double_spacing(lines: tuple[CopyLine, ...]) -> tuple[CopyLine, ...]:
    """Lines of a text that has an empty line after each line, as if it had not."""
    pairs = list(pairwise(lines))
    broken = sum(b.gap == 1 and not ends_sentence(a.text) and starts_low(b.text) for a, b in pairs)
    if broken < _LEAST_BROKEN or broken * _PAIRS_BROKEN < len(pairs) or any(b.gap == 0 for _, b in pairs):
        return lines
    return tuple(replace(line, gap=max(line.gap - 1, 0)) for line in lines)


def width(text: str) -> int:
    """Cells the text takes: two for each Han or other full-width character."""
    return len(text) + len(_WIDE.findall(text))


def han(text: str) -> int:
    """How many Han characters the text has."""
    return len(_HAN.findall(text))


def is_han(character: str) -> bool:
    """Whether a character is of full width: Han or the punctuation that goes with it."""
    return bool(_WIDE.match(character))


def ends_sentence(text: str) -> bool:
    """Whether a text stops where a sentence does, quotation marks and brackets after the stop counted in."""
    end = text[-_CLOSING:]
    return bool(_SENTENCE_END.search(end) or _QUOTE_END.search(end))


def starts_low(text: str) -> bool:
    """Whether a text starts in the middle of a sentence: with a small letter."""
    return text[:1].islower()


def starts_closing(text: str) -> bool:
    """Whether a text starts with a mark that no line may start with."""
    opens = text[:1] in "”’" and text[1:2].isalnum()
    return text[:1] in _CLOSERS and not opens and not text.startswith(("...", "…"))


def words(text: str) -> int:
    """Words of a short text; two Han characters count as one."""
    return len(_HAN.sub(" ", text).split()) + (han(text) + 1) // 2


@lru_cache(maxsize=LINES_KNOWN)
def key(text: str) -> str:
    """What two texts have in common that differ in case, spacing and punctuation alone."""
    return "".join(filter(str.isalnum, text.casefold()))
