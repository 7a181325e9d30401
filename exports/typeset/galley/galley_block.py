"""A block as the galley shows it: its lines by the characters they begin and end with, and what stands round them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from exports.formats import Format
from exports.typeset.line.lines import Line
from exports.typeset.line.script.bidi import runs_right_to_left
from exports.typeset.line.word.faces import face
from exports.typeset.line.word.hyphenation import SOFT_HYPHEN
from exports.typeset.page.column.rows import CAP, Row
from exports.typeset.page.heading.head import HeadField
from exports.typeset.sheet import Item, Run, SetLine, Tint, moved
from exports.units import PER_EM

_TINT_ABOVE, _TINT_BELOW = 0.3, 0.4
"""Reach of a box's ground over and under its text where no empty row opens or closes it, in grid lines, as on paper."""

_ADVANCE, _SOURCE = itemgetter(1), itemgetter(4)


class FaceRun(NamedTuple):
    """So many characters in one face."""

    length: int
    face: str
    """Key of the face, OpenType features behind a `+`."""


class GalleyLine(NamedTuple):
    """A line of a block's text. Lengths in points, from the column's left edge and the block's top."""

    start: int
    """Offset of its first character in the block's text."""
    end: int
    left: float
    right: float
    """Edges of its letters; a painted hyphen, dateline or end mark stands beyond them."""
    y: float
    """Its baseline."""
    natural: float
    """Width that its letters and spaces would have if nothing gave."""
    space: float
    """Width of a word space; 0 when it has none."""
    size: float
    """Size of its letters."""
    scale: float
    """Share by which they are wider, or narrower, than the face has them."""
    faces: tuple[FaceRun, ...]
    """Faces of its characters in order, the last for all that follow; empty where they are read in another order."""
    hyphen: bool = False
    hidden: int = 0
    """Characters at its beginning that are painted as a large letter."""
    number: int = -1
    """Row of its block that is counted for it; -1 for what is not counted."""
    leftwards: bool = False
    """Whether it begins at the right."""


@dataclass(frozen=True, slots=True)
class GalleyBlock:
    """A block with all that is seen of it."""

    rows: int
    """Grid lines it takes."""
    lines: tuple[GalleyLine, ...] = ()
    painted: tuple[Item, ...] = ()
    """What is no text of it: pictures, rules, marks of lists, hyphens, the dateline."""
    opens: bool = False
    """Whether its first row only parts it from what is above."""
    closes: bool = False
    """Whether its last row only parts it from what is below."""


def galley_block(rows: Sequence[Row], fmt: Format, text: str, *, capital: bool) -> GalleyBlock:
    """What is to be seen of a block with this text that is set in rows. `capital` it may begin with a drop cap."""
    length, leftwards = len(text), runs_right_to_left(text)
    lines: list[GalleyLine] = []
    painted: list[Item] = list(_tints(rows, fmt))
    for number, row in enumerate(rows):
        y = (number + 1) * fmt.baseline
        found, others = _lines_of_items(row, y)
        lines += found
        painted += others
        if row.line:
            line, beside = _line_of(row, y, length, number, leftwards=leftwards)
            painted += beside
            if line:
                lines.append(_beside_capital(line) if capital and row.items and not lines else line)
    opens, closes = bool(rows and rows[0].space), bool(rows and rows[-1].space)
    return GalleyBlock(len(rows), tuple(lines), tuple(painted), opens, closes)


def head_block(field: HeadField, width: float) -> GalleyBlock:
    """What is to be seen of a field over so wide a space, from its top on. An empty one has a line, too."""
    size, lines = field.style.size, []
    leftwards = runs_right_to_left(field.text)
    for number, line in enumerate(field.lines):
        if line.runs:
            left, y = width - line.width if leftwards else 0.0, size + number * field.leading
            lines.append(_head_line(field, line, (left, y), leftwards=leftwards))
    empty = GalleyLine(0, len(field.text), 0.0, 0.0, size, 0.0, 0.0, size, 1.0, (FaceRun(1, field.style.face),))
    return GalleyBlock(len(lines), tuple(lines) or (empty,))


def _head_line(field: HeadField, line: Line, at: tuple[float, float], *, leftwards: bool) -> GalleyLine:
    """One of its lines at a point. Faces of what runs from right to left Qt finds by itself."""
    (left, y), runs, length = at, line.runs, line.end - line.start
    faces = (FaceRun(length, field.style.face),) if leftwards else _faces_of(runs, length)
    return GalleyLine(
        line.start, line.end, left + runs[0].x, left + line.width, y, _natural(runs), _space_of(runs), runs[0].size,
        runs[0].scale, faces, leftwards=leftwards,
    )  # fmt: skip


def _tints(rows: Sequence[Row], fmt: Format) -> Iterator[Item]:
    """The ground of a box."""
    for tint, run in groupby(range(len(rows)), key=lambda at: rows[at].tint):
        if tint:
            first, *_, last = [*run] * 2
            above = CAP * fmt.styles.body.size + (_TINT_ABOVE * fmt.baseline if rows[first].line else 0.0)
            below = _TINT_BELOW * fmt.baseline if rows[last].line else 0.0
            top = (first + 1) * fmt.baseline - above
            yield Tint(0.0, top, fmt.measure, (last + 1) * fmt.baseline + below - top, (0.0, 0.0, 0.0, tint))


def _lines_of_items(row: Row, y: float) -> tuple[list[GalleyLine], list[Item]]:
    """Lines of text that hang on a row, as a cutline's: the runs before each are its letters. The rest is painted."""
    lines: list[GalleyLine] = []
    waiting: list[Item] = []
    painted: list[Item] = []
    for item in row.items:
        if isinstance(item, SetLine):
            runs = [one for one in waiting if isinstance(one, Run)]
            painted += [one for one in waiting if not isinstance(one, Run)]
            if runs:
                lines.append(_hanging(item, runs, y))
            waiting = []
        else:
            waiting.append(_placed(item, y))
    return lines, [*painted, *waiting]


def _hanging(item: SetLine, runs: Sequence[Run], y: float) -> GalleyLine:
    right = item.x + item.width
    faces = _faces_of(runs, item.end - item.start)
    return GalleyLine(
        item.start,
        item.end,
        runs[0].x,
        right,
        item.y + y,
        _natural(runs),
        _space_of(runs),
        runs[0].size,
        runs[0].scale,
        faces,
    )


def _line_of(
    row: Row, y: float, length: int, number: int, *, leftwards: bool
) -> tuple[GalleyLine | None, Sequence[Item]]:
    """The text of a row, and what is painted beside it: of a line that has none of the block's text, all."""
    line = row.line
    if line is None or not line.runs:
        return None, ()
    runs: Sequence[Run] = line.at(row.x, y + row.dy)
    start, end = min(max(line.start - row.shift, 0), length), min(max(line.end - row.shift, 0), length)
    if start >= end:
        return None, runs
    before, behind = max(0, row.shift - line.start), max(0, line.end - row.shift - length) + line.hyphen
    shown, beside = _cut(runs, behind, before) if leftwards else _cut(runs, before, behind)
    if not shown:
        return None, beside
    right = row.x + line.width if shown[-1] is runs[-1] else _right_edge(shown[-1])
    runs = shown
    set_line = GalleyLine(
        start, end, runs[0].x, right, y + row.dy, _natural(runs), _space_of(runs), runs[0].size,
        runs[0].scale, () if leftwards else _faces_of(runs, end - start), line.hyphen, 0, number, leftwards,
    )  # fmt: skip
    return set_line, beside


def _beside_capital(line: GalleyLine) -> GalleyLine:
    """The line beside a large letter, which its first characters stand for: they have the room of that."""
    shown = sum(run.length for run in line.faces)
    return line._replace(hidden=line.end - line.start - shown)


def _cut(runs: Sequence[Run], before: int, behind: int) -> tuple[Sequence[Run], Sequence[Run]]:
    """Runs without so many characters at their left and at their right, and what was cut off."""
    if not before and not behind:
        return runs, ()
    off, kept = _divided(runs, before)
    shown, over = _divided(kept, sum(len(_text(run)) for run in kept) - behind)
    return shown, [*off, *over]


def _divided(runs: Sequence[Run], characters: int) -> tuple[list[Run], list[Run]]:
    """Runs up to so many characters, and those behind them."""
    first, rest = list[Run](), list[Run]()
    for run in runs:
        if characters <= 0:
            rest.append(run)
            continue
        one, other, characters = _parted(run, characters)
        first.append(one)
        rest += [other] if other else []
    return first, rest


def _parted(run: Run, characters: int) -> tuple[Run, Run | None, int]:
    """A run in two behind so many characters, and how many it had too few."""
    at, x = 0, run.x
    while at < len(run.glyphs) and (characters > 0 or not run.glyphs[at][4]):
        characters -= len(run.glyphs[at][4])
        x += _advance(run, at)
        at += 1
    rest = run._replace(x=x, glyphs=run.glyphs[at:]) if at < len(run.glyphs) else None
    return run._replace(glyphs=run.glyphs[:at]), rest, characters


def _text(run: Run) -> str:
    return "".join(map(_SOURCE, run.glyphs))


def _advance(run: Run, at: int) -> float:
    _, advance, _, _, source = run.glyphs[at]
    return (advance + run.tracking + (run.space if source == " " else 0.0)) * run.scale * run.size / PER_EM


def _right_edge(run: Run) -> float:
    """Where the last letter of a run ends, without what is added between letters."""
    width = sum(_advance(run, at) for at in range(len(run.glyphs)))
    return run.x + width - run.tracking * run.scale * run.size / PER_EM


def _natural(runs: Sequence[Run]) -> float:
    return float(sum(sum(map(_ADVANCE, run.glyphs)) * run.size for run in runs)) / PER_EM


def _space_of(runs: Sequence[Run]) -> float:
    for run in runs:
        for at, glyph in enumerate(run.glyphs):
            if glyph[4] == " ":
                return _advance(run, at)
    return 0.0


def _faces_of(runs: Sequence[Run], length: int) -> tuple[FaceRun, ...]:
    """Faces of so many characters; none where the runs stand for more than these."""
    found = tuple(FaceRun(len(_text(run).rstrip(SOFT_HYPHEN)), run.face) for run in runs)
    return found if sum(run.length for run in found) <= length else ()


def _placed(item: Item, y: float) -> Item:
    return moved(item, 0.0, y)  # type: ignore[return-value]  # an item is moved as an item


def natural_space(key: str, size: float) -> float:
    """Width of a face's own word space, in points."""
    return face(key).width(" ") * size / PER_EM
