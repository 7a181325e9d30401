"""What a printer asks of fonts: that they are there, that only what is used is, and that widths hold."""

import re
from collections.abc import Iterator

import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name, Object

from exports.pdf.check.opened import FileRule, Found, OpenPdf
from exports.units import PER_EM

_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
_SLACK = 1.5
"""1/1000 em by which a width may differ from the font program's, for rounding."""
_SYMBOLIC = 4
_MOST_CODES = 70000


def _name(font: Object) -> str:
    return str(font.get("/BaseFont", "/a font")).lstrip("/")


def _programmed(opened: OpenPdf) -> Iterator[tuple[Object, Object]]:
    """Each font that should carry a program, with its descriptor."""
    for font in opened.fonts:
        if font.get("/Subtype") != Name.Type3:
            yield font, font.get("/FontDescriptor", Dictionary())


def _embedded(opened: OpenPdf) -> Found:
    for font, descriptor in _programmed(opened):
        if not any(name in descriptor for name in _PROGRAMS):
            yield "", _name(font)


def _kinds(opened: OpenPdf) -> Found:
    for font, descriptor in _programmed(opened):
        program = descriptor.get("/FontFile3")
        if not opened.wanted.x4 and program is not None and program.get("/Subtype") == Name.OpenType:
            yield "", _name(font)


def _subsets(opened: OpenPdf) -> Found:
    for font, _ in _programmed(opened):
        if not re.match(r"[A-Z]{6}\+", _name(font)):
            yield "", _name(font)


def _readable(opened: OpenPdf) -> Found:
    for font in opened.dictionaries:
        known = font.get("/Type") == Name.Font and font.get("/Subtype") in (Name.TrueType, Name.Type0)
        if known and "/ToUnicode" not in font:
            yield "", _name(font)


def _widths(opened: OpenPdf) -> Found:
    for font, descriptor in _programmed(opened):
        program = descriptor.get("/FontFile2")
        if program is None:
            continue
        if (
            font.get("/Subtype") == Name.TrueType
            and int(descriptor.get("/Flags", 0)) & _SYMBOLIC
            and "/Encoding" in font
        ):
            yield "", f"{_name(font)} is symbolic and has an encoding"
        face = hb.Face(program.read_bytes())
        if not face.glyph_count:
            yield "", f"{_name(font)} cannot be read"
            continue
        wrong = next(_wrong_widths(font, face), None)
        if wrong is not None:
            yield "", f"{_name(font)}, code {wrong}"


def _wrong_widths(font: Object, face: hb.Face) -> Iterator[int]:
    """Codes whose width is not that of the glyph they call."""
    drawn, scale = hb.Font(face), PER_EM / face.upem
    for code, glyph, width in _called(font, face, drawn):
        if glyph and glyph < face.glyph_count and abs(drawn.get_glyph_h_advance(glyph) * scale - width) > _SLACK:
            yield code


def _called(font: Object, face: hb.Face, drawn: hb.Font) -> Iterator[tuple[int, int, float]]:
    """Each code with the glyph it calls and the width it is given."""
    if font.get("/Subtype") == Name.CIDFontType2:
        if font.get("/CIDToGIDMap") == Name.Identity:
            yield from ((code, code, width) for code, width in _cid_widths(list(font.get("/W", []))))
        return
    for code, width in enumerate(font.get("/Widths", []), int(font.get("/FirstChar", 0))):
        glyph = drawn.get_nominal_glyph(code) or drawn.get_nominal_glyph(0xF000 + code) or 0
        yield code, glyph, float(width)


def _cid_widths(entries: list[Object]) -> Iterator[tuple[int, float]]:
    """The W array as pairs (ISO 32000-2, 9.7.4.3)."""
    at = 0
    while at + 1 < len(entries):
        first, second = int(entries[at]), entries[at + 1]
        if isinstance(second, Array):
            yield from ((first + step, float(width)) for step, width in enumerate(second))
            at += 2
        else:
            width, last = float(entries[at + 2]), min(int(second), first + _MOST_CODES)
            yield from ((code, width) for code in range(first, last + 1))
            at += 3


FONT_RULES = (
    FileRule("fonts", "A font is not embedded", "Embed all fonts.", _embedded),
    FileRule("font-kinds", "A font is of a kind PDF/X-1a does not know", "Export it as PDF/X-4.", _kinds),
    FileRule("font-subsets", "A font is embedded whole", "Embed only the characters that are used.", _subsets),
    FileRule("font-unicode", "The text of a font cannot be read back", "Export it with a table to Unicode.", _readable),
    FileRule("font-widths", "The widths of a font are not those of its program", "Export it again.", _widths),
)
