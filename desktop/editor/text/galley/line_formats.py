"""Formats by which Qt sets the lines of a block as wide as the press does: faces, and what stands between letters.

Qt keeps its own measure of every letter, so that cursor, clicks and selections are exact; what a line of the press has
more or less than that is shared out between its letters and its word spaces, as on paper.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor
from unicodedata import category

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout

from desktop.look.press_faces import PressFaces
from exports.typeset.galley.galley_block import FaceRun, GalleyLine, natural_space
from exports.typeset.line.script.clusters import has_joined, mostly_thai

_MOST_APART = 0.08
"""Share of their size by which letters stand apart, or closer, at the most: more than any format gives to its letters.
Where more were needed the spaces have it.
"""
_UNITS = 64
"""Parts of a pixel in which Qt measures: what letters cannot have of it the spaces get."""
_HIDDEN = 1
"""Pixels of characters that a large letter stands for."""

_MARKS = ("Mn", "Me", "Cf")
"""Categories of characters that take no room beside others (Unicode 15, table 4-4)."""

_SPECIFIED = QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly


@dataclass(frozen=True)
class Slack:
    """Pixels added to each letter of a line, and to each of its word spaces."""

    letter: float = 0.0
    space: float = 0.0


def slack_of(line: GalleyLine, text: str, face: str, scale: float, over: float = 0.0) -> Slack:
    """What letters and spaces of a line get so that it is as wide as on paper. `over` it was so much too wide.

    `text` is what the line shows, in pixels of which `scale` are a point.
    """
    pixels = pixels_of(line, scale)
    shown = text.rstrip(" ")
    spaces = shown.count(" ")
    letters = _letters(shown) - spaces
    wanted = (line.right - line.left) * scale - over
    stretch = stretch_of(line) / 100
    natural = line.natural * stretch * pixels / line.size
    if has_joined(text) and not mostly_thai(text):
        return Slack(0.0, (wanted - natural) / spaces if spaces else 0.0)
    own = natural_space(face, pixels) * stretch
    wider = line.space * scale - own if spaces else 0.0
    most = _MOST_APART * pixels
    apart = (wanted - natural - spaces * wider) / max(1, letters - 1)
    letter = floor(min(max(apart, -most), most) * _UNITS) / _UNITS if letters > 1 else 0.0
    if spaces:
        wider = (wanted - natural - letter * (letters - 1)) / spaces
    return Slack(letter, wider - letter if spaces else 0.0)


def _letters(text: str) -> int:
    """Characters that stand side by side, not over or under others."""
    if not has_joined(text):
        return len(text)
    return sum(category(one) not in _MARKS for one in text)


def stretch_of(line: GalleyLine) -> int:
    """Width of a line's letters in per cent of the face's own: Qt knows whole ones."""
    return round(line.scale * 100)


def pixels_of(line: GalleyLine, scale: float) -> int:
    """Size of a line's letters: Qt knows whole pixels in the formats of a document."""
    return max(1, round(line.size * scale))


def char_formats(
    faces: PressFaces, runs: Sequence[FaceRun], pixels: int, slack: Slack, stretch: int = 100
) -> Iterator[tuple[int, QTextCharFormat]]:
    """Length and format of each stretch of a line."""
    for run in runs:
        font = QFont(faces.font(run.face, pixels))
        if stretch != 100:
            font.setStretch(stretch)
        if slack.letter:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, slack.letter)
        if slack.space:
            font.setWordSpacing(slack.space)
        form = QTextCharFormat()
        form.setFont(font, _SPECIFIED)
        yield run.length, form


def without_spaces(form: QTextCharFormat) -> QTextCharFormat:
    """A format of text in which spaces take no room."""
    font = QFont(form.font())
    font.setWordSpacing(font.wordSpacing() - QFontMetricsF(font).horizontalAdvance(" "))
    result = QTextCharFormat(form)
    result.setFont(font, _SPECIFIED)
    return result


def hidden_format(faces: PressFaces, face: str, width: float) -> QTextCharFormat:
    """Format of characters that a large letter stands for: unseen, and each as wide as its share of that."""
    font = QFont(faces.font(face, _HIDDEN))
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, max(0.0, width - _HIDDEN))
    form = QTextCharFormat()
    form.setFont(font, _SPECIFIED)
    form.setForeground(QColor(Qt.GlobalColor.transparent))
    return form


def format_range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    """A format for some characters of a block."""
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, form
    return found
