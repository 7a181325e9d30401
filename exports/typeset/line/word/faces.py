"""The faces Galley sets type with: HarfBuzz shaping, kerned widths and coverage, cached by text. No PDF in it."""

import struct
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import uharfbuzz as hb

from exports import cache_sizes
from exports.formats import SHIPPED
from exports.typeset.sheet import Glyph
from exports.units import PER_EM
from resources import resource

UNSEEN = frozenset("\u061c\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that shape what stands beside them and are not seen themselves: any face sets them."""

_JOINERS, _LAST_EUROPEAN = frozenset("\u200c\u200d"), "\u052f"
"""What joins letters or keeps them apart; and the last character of scripts whose letters stand side by side."""

STANDING_IN = {"\u2011": "-"}
"""What is set for a character that no face has: a hyphen behind which no line ends looks as any other does."""


def as_set(text: str) -> str:
    """The text with what stands in for characters that no face has."""
    return text if text.isascii() else text.translate(_STANDING_IN)


_STANDING_IN = str.maketrans(STANDING_IN)


def _seen(text: str) -> str:
    """The text less what is not seen; what joins letters or keeps them apart is part of a word where letters join."""
    if text.isascii():
        return text
    kept = _JOINERS if text[0] > _LAST_EUROPEAN else frozenset[str]()
    return "".join(one for one in text if one not in UNSEEN or one in kept)


@dataclass(frozen=True)
class Facts:
    """What a PDF says of a face; lengths in 1/1000 em."""

    name: str
    """PostScript name."""
    slant: float
    """Degrees, negative when it leans to the right."""
    ascent: int
    descent: int
    cap_height: int
    box: tuple[int, int, int, int]


class _Advances(dict[int, float]):
    """Advances by glyph id as the font program has them, each looked up once."""

    def __init__(self, font: hb.Font, per_unit: float) -> None:
        self._font = font
        self._per_unit = per_unit

    def __missing__(self, glyph_id: int) -> float:
        advance = self[glyph_id] = float(self._font.get_glyph_h_advance(glyph_id) * self._per_unit)
        return advance


class _Shaped(dict[str, tuple[tuple[Glyph, ...], float]]):
    """The glyphs of texts and their widths, by text: at hand without a call for each word of a line."""

    def __init__(self, source: "Face") -> None:
        super().__init__()
        self._face = source

    def __missing__(self, text: str) -> tuple[tuple[Glyph, ...], float]:
        shaped = self[text] = self._face.shape(text), self._face.width(text)
        return shaped


class Face:
    """One font file; widths in 1/1000 em."""

    def __init__(self, key: str, path: Path) -> None:
        self.key = key
        self.path = path
        self._features: dict[str, bool | int] = dict.fromkeys(("chws", *key.split("+")[1:]), True)
        self.hb_face = hb.Face(hb.Blob.from_file_path(str(path)))
        self.hb_font = hb.Font(self.hb_face)
        self.per_unit = PER_EM / self.hb_face.upem
        self.advances = _Advances(self.hb_font, self.per_unit)
        self._shaped: dict[str | tuple[str, tuple[str, ...], str], tuple[Glyph, ...]] = {}
        self._glyphs_met: dict[Glyph, Glyph] = {}
        """Each glyph once: words share theirs, so that walking along a line stays in the processor's cache."""
        self._known: dict[str, bool] = {}
        self._widths: dict[str, float] = {}
        self.shaped = _Shaped(self)
        """Words with their widths, kerned and with ligatures."""

    def has(self, character: str) -> bool:
        """Whether the face has a glyph for this character."""
        known = self._known.get(character)
        if known is None:
            shown = STANDING_IN.get(character, character)
            known = self._known[character] = (
                character in UNSEEN or self.hb_font.get_nominal_glyph(ord(shown)) is not None
            )
        return known

    def covers(self, text: str) -> bool:
        """Whether the face has a glyph for each character of a text."""
        return all(map(self.has, text))

    def shape(self, text: str, features: tuple[str, ...] = (), direction: str = "") -> tuple[Glyph, ...]:
        """The glyphs of a text in visual order, kerned and with ligatures; `features` as `smcp`, `onum`, `-liga`."""
        key = (text, features, direction) if features or direction else text
        glyphs = self._shaped.get(key)
        if glyphs is None:
            glyphs = self._shaped[key] = self._shape(text, features, direction)
        return glyphs

    def width(self, text: str) -> float:
        """The kerned width of a text."""
        width = self._widths.get(text)
        if width is None:
            width = self._widths[text] = sum(glyph[1] for glyph in self.shape(text))
        return width

    def prefix_width(self, text: str) -> float:
        """The kerned width of a text that is measured, but seldom set: its glyphs are not kept."""
        if text in self._widths or text in self._shaped:
            return self.width(text)
        buffer = self._buffer(text, (), "")
        width = self._widths[text] = float(self.per_unit * sum(place.x_advance for place in buffer.glyph_positions))
        return width

    def advance(self, glyph_id: int) -> float:
        """The advance of a glyph as the font program has it."""
        return self.advances[glyph_id]

    @cached_property
    def facts(self) -> Facts:
        """What a PDF says of the face, read from its head, hhea and OS/2 tables (OpenType 1.9)."""
        table = self.hb_face.reference_table
        box = struct.unpack(">4h", table("head").data[36:44])
        ascent, descent = struct.unpack(">2h", table("hhea").data[4:8])
        os2, k = table("OS/2").data, self.per_unit
        cap = struct.unpack(">h", os2[88:90])[0] if os2[:2] >= b"\x00\x02" else ascent
        slant = struct.unpack(">i", table("post").data[4:8])[0] / 65536
        left, bottom, right, top = (round(value * k) for value in box)
        name = self.hb_face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self.key
        return Facts(name, slant, round(ascent * k), round(descent * k), round(cap * k), (left, bottom, right, top))

    def _shape(self, text: str, features: tuple[str, ...], direction: str) -> tuple[Glyph, ...]:
        met = self._glyphs_met.setdefault
        return tuple([met(glyph, glyph) for glyph in self._glyphs(text, self._buffer(text, features, direction))])

    def _buffer(self, text: str, features: tuple[str, ...], direction: str) -> hb.Buffer:
        buffer = hb.Buffer()
        buffer.add_str(as_set(text))
        buffer.guess_segment_properties()
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        if direction:
            buffer.direction = direction
        wanted = {name.lstrip("-"): not name.startswith("-") for name in features}
        hb.shape(self.hb_font, buffer, self._features | wanted if wanted else self._features)
        return buffer

    def _glyphs(self, text: str, buffer: hb.Buffer) -> list[Glyph]:
        """Each glyph with its share of the text; further glyphs of a cluster stand for nothing."""
        infos, k, text = buffer.glyph_infos, self.per_unit, as_set(text)
        clusters = [info.cluster for info in infos]
        if not clusters:
            return []
        if len(clusters) == len(text) and clusters == sorted(set(clusters)):
            sources = list(text)
        else:
            starts = sorted(set(clusters))
            ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
            first = starts[0]
            sources = [
                _seen(text[start if start > first else 0 : ends.pop(start)]) if start in ends else ""
                for start in clusters
            ]
        return [
            (info.codepoint, place.x_advance * k, place.x_offset * k, place.y_offset * k, source)
            for info, place, source in zip(infos, buffer.glyph_positions, sources, strict=True)
        ]


@lru_cache(maxsize=cache_sizes.STYLES)
def face(key: str) -> Face:
    """The face of that key, opened once; `serif+onum` is the same with OpenType features on.

    Raises KeyError for a key no format may name.
    """
    return Face(key, resource(SHIPPED[key.partition("+")[0]]))
