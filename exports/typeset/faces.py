"""The faces Galley sets type with: HarfBuzz shaping, kerned widths and coverage, cached by text. No PDF in it."""

from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

from exports.formats import SHIPPED
from exports.typeset.sheet import Glyph
from resources import resource


class Face:
    """One font file; widths in 1/1000 em."""

    def __init__(self, key: str, path: Path) -> None:
        self.key = key
        self.path = path
        self.hb_face = hb.Face(hb.Blob.from_file_path(str(path)))
        self.hb_font = hb.Font(self.hb_face)
        self.per_unit = 1000 / self.hb_face.upem
        self._shaped: dict[tuple[str, tuple[str, ...], str], tuple[Glyph, ...]] = {}
        self._known: dict[str, bool] = {}
        self._widths: dict[str, float] = {}

    def has(self, character: str) -> bool:
        """Whether the face has a glyph for this character."""
        known = self._known.get(character)
        if known is None:
            known = self._known[character] = self.hb_font.get_nominal_glyph(ord(character)) is not None
        return known

    def covers(self, text: str) -> bool:
        """Whether the face has a glyph for each character of a text."""
        return all(map(self.has, text))

    def shape(self, text: str, features: tuple[str, ...] = (), direction: str = "") -> tuple[Glyph, ...]:
        """The glyphs of a text in visual order, kerned and with ligatures; `features` as `smcp`, `onum`, `-liga`."""
        key = (text, features, direction)
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

    def advance(self, glyph_id: int) -> float:
        """The advance of a glyph as the font program has it."""
        return float(self.hb_font.get_glyph_h_advance(glyph_id) * self.per_unit)

    def _shape(self, text: str, features: tuple[str, ...], direction: str) -> tuple[Glyph, ...]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        if direction:
            buffer.direction = direction
        hb.shape(self.hb_font, buffer, {name.lstrip("-"): not name.startswith("-") for name in features})
        return tuple(self._glyphs(text, buffer))

    def _glyphs(self, text: str, buffer: hb.Buffer) -> list[Glyph]:
        """Each glyph with its share of the text; further glyphs of a cluster stand for nothing."""
        starts = sorted({info.cluster for info in buffer.glyph_infos})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        k, seen, glyphs = self.per_unit, set(), []
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            source = "" if info.cluster in seen else text[info.cluster : ends[info.cluster]]
            seen.add(info.cluster)
            glyphs.append(
                (info.codepoint, position.x_advance * k, position.x_offset * k, position.y_offset * k, source)
            )
        return glyphs


@lru_cache(maxsize=64)
def face(key: str) -> Face:
    """The face of that key, opened once. Raises KeyError for a key no format may name."""
    return Face(key, resource(SHIPPED[key]))
