"""Short texts that no story holds (slug line, marks) as glyph runs, with the fallback face for what a face lacks."""

import re
from functools import lru_cache
from itertools import groupby

from exports import cache_sizes
from exports.typeset.line.word.faces import face
from exports.typeset.sheet import BLACK, Ink, Run
from exports.units import PER_EM

_FALLBACK = "han"
_UNKNOWN = "?"

BETWEEN = "  ·  "
"""Parts the facts of a slug line."""

_WORDS = re.compile(" |[^ ]+")


def label(text: str, x: float, y: float, size: float, key: str = "sans", ink: Ink = BLACK) -> list[Run]:
    """The runs of a text whose baseline begins at x, y (points). What no face has becomes a question mark."""
    runs = []
    for name, part in _parts(text, key):
        glyphs = tuple(glyph for word in _words(part) for glyph in face(name).shape(word))
        runs.append(Run(name, size, x, y, glyphs, ink=ink))
        x += sum(glyph[1] for glyph in glyphs) * size / PER_EM
    return runs


@lru_cache(maxsize=cache_sizes.SHORT_TEXTS)
def label_width(text: str, size: float, key: str = "sans") -> float:
    """The width of a label in points."""
    return sum(face(name).width(word) for name, part in _parts(text, key) for word in _words(part)) * size / PER_EM


def _words(text: str) -> list[str]:
    """Words and the spaces between them: faces remember what they shaped, and whole slug lines never come again."""
    return _WORDS.findall(text)


def fill_lines(parts: list[str], width: float, size: float, most: int) -> list[str]:
    """Parts put on lines of a width, never more than `most`; what has no room is cut off with an ellipsis."""
    lines: list[list[str]] = []
    taken, between = 0.0, label_width(BETWEEN, size)
    for part in parts:
        wide = label_width(part, size)
        if lines and (taken + between + wide <= width or len(lines) == most):
            lines[-1].append(part)
            taken += between + wide
        else:
            lines.append([part])
            taken = wide
    return [_cut(BETWEEN.join(line), width, size) for line in lines]


def _cut(text: str, width: float, size: float) -> str:
    if label_width(text, size) <= width:
        return text
    while text and label_width(f"{text}…", size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


@lru_cache(maxsize=cache_sizes.SHORT_TEXTS)
def _parts(text: str, key: str) -> tuple[tuple[str, str], ...]:
    """The text in parts of one face each."""
    if face(key).covers("".join(set(text))):
        return ((key, text),)

    def face_of(character: str) -> str:
        return next((name for name in (key, _FALLBACK) if face(name).has(character)), "")

    parts = ((name, "".join(part)) for name, part in groupby(text, face_of))
    return tuple((name or key, part if name else _UNKNOWN * len(part)) for name, part in parts)
