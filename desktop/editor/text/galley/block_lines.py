"""Lines of one block in Qt's own text layout, each with the characters and at the place that the press gives it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from desktop.editor.text.galley.line_formats import (
    Slack,
    char_formats,
    format_range,
    hidden_format,
    pixels_of,
    slack_of,
    stretch_of,
    without_spaces,
)
from desktop.editor.text.text_ranges import image_length
from desktop.look.press_faces import PressFaces
from exports.formats import Format
from exports.typeset.galley.galley_block import FaceRun, GalleyBlock, GalleyLine

SINK = 0.24
"""Share of a grid line that a baseline stands above the foot of its line on screen: letters hang into it."""
_ALL = 1 << 24
"""More characters than a block has."""
_CLOSE = 0.9
"""Pixels by which a line may miss the measure: it is not seen."""
_ROUNDS = 3
"""Times a block is set until its lines are as wide as on paper: nearly all are at once, and Thai at the second."""
_MOST_KEPT = 2_000
"""Lines whose formats are kept: those of the paragraphs that are written in and seen, many times over."""
_MOST_TRIED = 24
"""Times a line's columns are counted anew: Qt takes letters that stand as one for one column."""


class _Stretch(NamedTuple):
    """Characters of a block's text that make a line; None where the press has none for them."""

    start: int
    end: int
    line: GalleyLine | None


@dataclass(frozen=True)
class BlockSetter:
    """Sets blocks of one format at one size."""

    fmt: Format
    faces: PressFaces
    scale: float
    """Pixels of a point."""
    left: float
    """Pixels from the document's edge to the column's."""
    over: QColor
    """Colour of what is too much."""
    _made: dict[tuple[object, ...], list[tuple[int, QTextCharFormat]]] = field(default_factory=dict)
    """Formats of lines as they were made: most lines of a block that is written in are as they were."""

    def set(self, block: QTextBlock, shown: GalleyBlock, beyond: int | None) -> None:
        """Lay a block out; from the character `beyond` on it is too much."""
        layout, text, skipped = block.layout(), laid_out_text(block), image_length(block)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        option.setUseDesignMetrics(True)
        leftwards = any(line.leftwards for line in shown.lines)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight)
        layout.setTextOption(option)
        stretches = list(_stretches(text, skipped, shown.lines))
        composed, over = _composed_formats(layout), [0.0] * len(stretches)
        for _ in range(_ROUNDS):
            slacks = [self._slack(text, one, more) for one, more in zip(stretches, over, strict=True)]
            ranges = self._ranges(text, stretches, slacks, None if beyond is None else skipped + beyond)
            layout.setFormats([*ranges, *composed])
            missed = self._break(layout, text, stretches, slacks)
            if all(abs(one) <= _CLOSE for one in missed):
                break
            over = [had + (more if abs(more) > _CLOSE else 0.0) for had, more in zip(over, missed, strict=True)]

    # formats

    def _slack(self, text: str, one: _Stretch, over: float) -> Slack:
        if one.line is None:
            return Slack()
        face = one.line.faces[0].face if one.line.faces else self.fmt.styles.body.face
        return slack_of(one.line, text[one.start + one.line.hidden : one.end], face, self.scale, over)

    def _ranges(
        self, text: str, stretches: Sequence[_Stretch], slacks: Sequence[Slack], beyond: int | None
    ) -> Iterator[QTextLayout.FormatRange]:
        units = _Units(text)
        for one, slack in zip(stretches, slacks, strict=True):
            at, shown = one.start, one.end if one is stretches[-1] else _without_left_spaces(text, one)
            for length, form in self._formats(one, slack):
                end = min(at + length, shown)
                for start, stop, late in _parted(at, end, beyond):
                    if late:
                        form = QTextCharFormat(form)
                        form.setForeground(self.over)
                    yield format_range(units.of(start), units.of(stop) - units.of(start), form)
                at = end
            if shown < one.end:
                yield format_range(units.of(shown), units.of(one.end) - units.of(shown), without_spaces(form))

    def _formats(self, one: _Stretch, slack: Slack) -> list[tuple[int, QTextCharFormat]]:
        """Length and format of each range of a line; the last holds for all that follows in it."""
        line = one.line
        key = (slack, line and (line.faces, line.hidden and line.left, line.hidden, line.size, line.scale))
        made = self._made.get(key)
        if made is None:
            if len(self._made) > _MOST_KEPT:
                self._made.clear()
            made = self._made[key] = list(self._make_formats(one, slack))
        return made

    def _make_formats(self, one: _Stretch, slack: Slack) -> Iterator[tuple[int, QTextCharFormat]]:
        line = one.line
        body = self.fmt.styles.body
        if line is None:
            pixels = max(1, round(body.size * self.scale))
            yield from char_formats(self.faces, [FaceRun(_ALL, body.face)], pixels, slack)
            return
        runs = [*line.faces] or [FaceRun(_ALL, body.face)]
        if line.hidden:
            yield line.hidden, hidden_format(self.faces, runs[0].face, line.left * self.scale / line.hidden)
        runs[-1] = FaceRun(_ALL, runs[-1].face)
        yield from char_formats(self.faces, runs, pixels_of(line, self.scale), slack, stretch_of(line))

    # lines

    def _break(
        self, layout: QTextLayout, text: str, stretches: Sequence[_Stretch], slacks: Sequence[Slack]
    ) -> list[float]:
        """Make the lines; pixels by which each is wider than the press has it."""
        units, over = _Units(text), []
        layout.beginLayout()
        for one, slack in zip(stretches, slacks, strict=True):
            left, last, made = units.of(one.end) - units.of(one.start), one is stretches[-1], 0
            while left > 0 or last:
                line = layout.createLine()
                if not line.isValid():
                    break
                _take(line, _ALL if last else left)
                left -= line.textLength()
                self._stand(line, one.line, made)
                if not made:
                    over.append(self._too_wide(line, one.line, slack))
                made += 1
        layout.endLayout()
        return over

    def _stand(self, line: QTextLine, paper: GalleyLine | None, below: int) -> None:
        """Put a line where the press has it; so many grid lines below that what it has no line for."""
        baseline = (paper.y if paper else self.fmt.baseline) + (below - SINK) * self.fmt.baseline
        x = paper.left if paper and not paper.hidden else 0.0
        line.setPosition(QPointF(self.left + x * self.scale, baseline * self.scale - line.ascent()))

    def _too_wide(self, line: QTextLine, paper: GalleyLine | None, slack: Slack) -> float:
        if paper is None:
            return 0.0
        wanted = (paper.right - (0.0 if paper.hidden else paper.left)) * self.scale
        return line.naturalTextWidth() - slack.letter - wanted


def laid_out_text(block: QTextBlock) -> str:
    """The text of a block as Qt lays it out: with what an input method is composing in it."""
    layout, text = block.layout(), block.text()
    composed = layout.preeditAreaText()
    if not composed:
        return text
    at = _Units(text).back(layout.preeditAreaPosition())
    return text[:at] + composed + text[at:]


def _stretches(text: str, skipped: int, lines: Sequence[GalleyLine]) -> Iterator[_Stretch]:
    """The characters of each line with the spaces behind them; an image stands in one of its own."""
    if skipped:
        yield _Stretch(0, skipped, None)
    if not lines:
        yield _Stretch(skipped, len(text), None)
        return
    start = skipped
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        end = min(skipped + following.start, len(text)) if following else len(text)
        yield _Stretch(start, end, line)
        start = end


def _without_left_spaces(text: str, one: _Stretch) -> int:
    """End of a line without the spaces that stand at its left, for it runs from right to left.

    Qt lets them hang over the edge when it paints, and forgets that when it looks for the letter at a point.
    """
    leftwards = one.line is not None and one.line.leftwards
    return one.start + len(text[one.start : one.end].rstrip(" ")) if leftwards else one.end


def _take(line: QTextLine, characters: int) -> None:
    """Let a line have so many characters, or as many as stand before a typed line break."""
    columns = characters
    line.setNumColumns(columns)
    if (length := line.textLength()) > characters:
        columns = max(1, columns * characters // length)
        line.setNumColumns(columns)
    for _ in range(_MOST_TRIED):
        length = line.textLength()
        if length == characters or (length < characters and columns >= characters):
            return
        columns += 1 if length < characters else -1
        line.setNumColumns(columns)


def _parted(start: int, end: int, beyond: int | None) -> Iterator[tuple[int, int, bool]]:
    """A range in what stands before a place and what is beyond it."""
    cut = end if beyond is None else min(max(start, beyond), end)
    if start < cut:
        yield start, cut, False
    if cut < end:
        yield cut, end, True


def _composed_formats(layout: QTextLayout) -> list[QTextLayout.FormatRange]:
    """Lines under what an input method is composing: those it asks for, else one under all of it."""
    start, length = layout.preeditAreaPosition(), _Units(layout.preeditAreaText()).all
    if not length:
        return []
    plain = QTextCharFormat()
    plain.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    found = [format_range(start, length, plain)]
    for asked in layout.formats():
        inside = start <= asked.start and asked.start + asked.length <= start + length
        if inside and asked.format.hasProperty(QTextCharFormat.Property.TextUnderlineStyle):
            form = QTextCharFormat()
            form.setUnderlineStyle(asked.format.underlineStyle())
            if asked.format.hasProperty(QTextCharFormat.Property.BackgroundBrush):
                form.setBackground(asked.format.background())
            found.append(format_range(asked.start, asked.length, form))
    return found


class _Units:
    """Places in a text as Qt counts them, where characters beyond the first 65,536 take two."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._wide = not text.isascii() and max(text) > "\uffff"

    def of(self, characters: int) -> int:
        """Units of the first characters."""
        return len(self._text[:characters].encode("utf-16-le")) // 2 if self._wide else characters

    def back(self, units: int) -> int:
        """Characters in the first units."""
        if not self._wide:
            return units
        return len(self._text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))

    @property
    def all(self) -> int:
        """Units of the whole text."""
        return self.of(len(self._text))
