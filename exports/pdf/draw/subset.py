"""Parts of fonts: the glyphs a file uses, cut out of a face by HarfBuzz and packed for embedding; cached."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz as hb

from exports import cache_sizes
from exports.typeset.line.word.faces import Face, face

_DROPPED = (b"GSUB", b"GPOS", b"GDEF", b"BASE", b"name", b"DSIG", b"STAT", b"OS/2", b"post", b"cmap", b"meta")
"""Tables a printer has no use for: the text is shaped, and glyphs are called by their number."""

_FLAGS = (
    hb.SubsetFlags.RETAIN_GIDS
    | hb.SubsetFlags.NO_HINTING
    | hb.SubsetFlags.NOTDEF_OUTLINE
    | hb.SubsetFlags.NO_LAYOUT_CLOSURE
)


@dataclass(frozen=True, slots=True)
class Subset:
    """Some glyphs of a face as PDF wants them."""

    name: str
    """PostScript name with the tag of the subset (ISO 32000-2, 9.9.2)."""
    program: bytes
    """The TrueType program, deflated."""
    length: int
    """Bytes of the font before compression."""
    cids: bytes
    """The CIDSet, deflated: a bit for each glyph in the program (ISO 32000-1, table 124)."""


_CHARACTERS = (*map(chr, range(0x20, 0x7F)), *"–—‘’“”…•·■£€½¼¾°áàâäåæçéèêëíîïñóôöøúûüß")
_LIGATURES = ("ff", "fi", "fl", "ffi", "ffl", "fb", "fh", "fj", "fk", "ft", "fft", "tt")
"""What nearly all English text consists of, foreign names among it."""


def subset(key: str, glyphs: frozenset[int]) -> Subset:
    """The face of that key cut down to these glyphs and what they are made of.

    Where those of English text are enough all of them are kept: stories share such a part, which is made once.
    """
    return _subset(key, frozenset(english(key)) if glyphs <= english(key).keys() else glyphs)


@lru_cache(maxsize=cache_sizes.STYLES)
def english(key: str) -> dict[int, str]:
    """The glyphs of a face that English text needs, and what each stands for.

    With OpenType features on, each is looked for as it is set.
    """
    source, found = face(key), dict[int, str]()
    for character in _CHARACTERS:
        found.setdefault(source.hb_font.get_nominal_glyph(ord(character)) or 0, character)
    for text in (*_CHARACTERS, *_LIGATURES) if "+" in key else _LIGATURES:
        for glyph in source.shape(text):
            found.setdefault(glyph[0], glyph[4])
    found.pop(0, None)
    return found


_PACKED = 6
"""Effort of zlib on fonts: each is packed once and cached, so smaller counts for more than sooner."""


@lru_cache(maxsize=cache_sizes.SHORT_TEXTS)
def _subset(key: str, glyphs: frozenset[int]) -> Subset:
    source = face(key)
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(int.from_bytes(tag, "big") for tag in _DROPPED)
    wanted.flags = _FLAGS
    plan = hb.SubsetPlan(source.hb_face, wanted)
    kept = sorted(plan.old_to_new_glyph_mapping)
    program = plan.execute().blob.data
    return Subset(
        name=f"{_tag(key, kept)}+{source.path.stem}",
        program=zlib.compress(program, _PACKED),
        length=len(program),
        cids=zlib.compress(_bits(kept)),
    )


class _Widths(dict[int, str]):
    """Widths of a face's glyphs as a file writes them, 1/1000 em."""

    def __init__(self, source: Face) -> None:
        super().__init__()
        self._face = source

    def __missing__(self, glyph: int) -> str:
        width = self[glyph] = f"{round(self._face.advance(glyph), 2):g}"
        return width


@lru_cache(maxsize=cache_sizes.STYLES)
def _widths_of(key: str) -> _Widths:
    return _Widths(face(key))


def widths(key: str, glyphs: Iterable[int]) -> str:
    """The W array of some glyphs; those that follow one another share an array (ISO 32000-2, 9.7.4.3)."""
    known, before, parts = _widths_of(key), -2, []
    for glyph in sorted(glyphs):
        parts.append(f" {known[glyph]}" if glyph == before + 1 else f"]{glyph}[{known[glyph]}")
        before = glyph
    return f"[{''.join(parts)[1:]}]]" if parts else "[]"


def _tag(key: str, glyphs: list[int]) -> str:
    """Six letters made from the glyphs, so that two subsets of a face differ and the same one always agrees."""
    number = zlib.crc32(repr((key, glyphs)).encode())
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))


def _bits(glyphs: list[int]) -> bytes:
    bits = bytearray(glyphs[-1] // 8 + 1)
    for glyph in glyphs:
        bits[glyph // 8] |= 0x80 >> glyph % 8
    return bytes(bits)
