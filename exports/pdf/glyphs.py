"""Fonts for reportlab that draw glyph ids: Type0, Identity-H, subset with HarfBuzz.

What reportlab's own TrueType fonts cannot: ligatures, kerning as HarfBuzz has it, marks, and any glyph without a code.
"""

import zlib
from collections.abc import Sequence
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from exports.typeset.faces import Face
from exports.typeset.hyphens import SOFT_HYPHEN
from exports.typeset.sheet import Run

_DROPPED = (b"GSUB", b"GPOS", b"GDEF", b"name", b"DSIG", b"STAT", b"OS/2", b"post", b"BASE", b"vhea", b"vmtx", b"VORG")

_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
)
_CMAP_FOOT = "endcmap CMapName currentdict /CMap defineresource pop end end"


class GlyphFont:
    """One face in one document: notes the glyphs it is asked for and writes their subset at the end."""

    # What reportlab asks of a font, by its names.
    _dynamicFont = 1  # noqa: N815
    _multiByte = 1  # noqa: N815
    encName = "Identity-H"  # noqa: N815

    def __init__(self, face: Face, number: int) -> None:
        self.face = face
        self.fontName = f"galley-{face.key}"
        self.name = f"G{number}"
        self._used: dict[int, str] = {}

    def operands(self, run: Run) -> str:
        """The glyphs of a run as the operand of TJ: kerning, word space and tracking are adjustments.

        What rounding leaves over is carried on, so that a line ends where it should.
        """
        parts: list[str] = []
        codes = ""
        owed = 0.0
        advances, tracking, space = self.face.advances, run.tracking, run.space
        for glyph, advance, dx, dy, source in run.glyphs:
            if not self._used.get(glyph):
                self._note(glyph, source)
            if dx or dy:
                parts.append((f"<{codes}>" if codes else "") + _offset(dx, dy, run.size, glyph))
                codes = ""
            else:
                codes += f"{glyph:04X}"
            owed += advances[glyph] - advance - tracking
            if source == " ":
                owed -= space
            if owed > 0.5 or owed < -0.5:
                whole = round(owed)
                parts.append(f"<{codes}>{whole}" if codes else str(whole))
                codes = ""
                owed -= whole
        if codes:
            parts.append(f"<{codes}>")
        return "".join(parts)

    def _note(self, glyph: int, source: str) -> None:
        self._used[glyph] = "-" if source == SOFT_HYPHEN else source.replace("\u00a0", " ")

    def addObjects(self, document: Any) -> None:
        """Write the font into the document: what reportlab asks of a font when it closes a file."""
        font = _font_objects(self.face, self._used, document)
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(font)


def _offset(dx: float, dy: float, size: float, glyph: int) -> str:
    """A glyph moved aside, and the pen put back: marks over letters."""
    rise = f"] TJ {dy * size / 1000:.2f} Ts [" if dy else ""
    back = "] TJ 0 Ts [" if dy else ""
    return f"{-dx:.0f}{rise}<{glyph:04X}>{back}{dx:.0f}"


def fonts_in_use(document: Any, fonts: Sequence[GlyphFont]) -> None:
    """Hand a document the fonts its pages name."""
    for font in fonts:
        document.fontMapping[font.fontName] = f"/{font.name}"
        document.delayedFonts.append(font)


def _subset(face: Face, used: dict[int, str]) -> bytes:
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(used)
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(int.from_bytes(tag, "big") for tag in _DROPPED)
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    )  # fmt: skip
    return bytes(hb.subset(face.hb_face, wanted).blob.data)


def _font_objects(face: Face, used: dict[int, str], document: Any) -> Any:
    """The Type0 font dictionary with all that hangs on it (ISO 32000-1, 9.7)."""
    make, name, array, text = pdfdoc.PDFDictionary, pdfdoc.PDFName, pdfdoc.PDFArray, pdfdoc.PDFString

    def stream(data: bytes | str, **entries: object) -> Any:
        made = pdfdoc.PDFStream(make(entries))
        made.content = data
        made.filters = [pdfdoc.PDFZCompress]
        return document.Reference(made)

    glyphs = {0: "", **used}
    base = f"{_tag(face, glyphs)}+{face.facts.name}"
    program = _subset(face, glyphs)
    facts = face.facts
    descriptor = make({
        "Type": name("FontDescriptor"), "FontName": name(base), "Flags": 4, "ItalicAngle": facts.slant,
        "Ascent": facts.ascent, "Descent": facts.descent, "CapHeight": facts.cap_height, "StemV": 80,
        "FontBBox": array(list(facts.box)), "FontFile2": stream(program, Length1=len(program)),
        "CIDSet": stream(_cid_set(glyphs)),
    })  # fmt: skip
    widths: list[object] = []
    for glyph in sorted(glyphs):
        widths += [glyph, array([round(face.advance(glyph), 2)])]
    system = make({"Registry": text("Adobe"), "Ordering": text("Identity"), "Supplement": 0})
    inner = make({
        "Type": name("Font"), "Subtype": name("CIDFontType2"), "BaseFont": name(base), "CIDSystemInfo": system,
        "DW": 1000, "W": array(widths), "FontDescriptor": document.Reference(descriptor),
        "CIDToGIDMap": name("Identity"),
    })  # fmt: skip
    return make({
        "Type": name("Font"), "Subtype": name("Type0"), "BaseFont": name(base), "Encoding": name("Identity-H"),
        "ToUnicode": stream(_to_unicode(used)), "DescendantFonts": array([document.Reference(inner)]),
    })  # fmt: skip


def _tag(face: Face, glyphs: dict[int, str]) -> str:
    """The six capitals that name a subset; the same glyphs give the same."""
    number = zlib.crc32(repr((face.key, sorted(glyphs))).encode())
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))


def _cid_set(glyphs: dict[int, str]) -> bytes:
    bits = bytearray(max(glyphs) // 8 + 1)
    for glyph in glyphs:
        bits[glyph // 8] |= 0x80 >> glyph % 8
    return bytes(bits)


def _to_unicode(used: dict[int, str]) -> str:
    """The map from glyphs to text, a hundred at a time (ISO 32000-1, 9.10.3)."""
    rows = [f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>" for glyph, text in sorted(used.items()) if text]
    parts = (rows[start : start + 100] for start in range(0, len(rows), 100))
    return _CMAP_HEAD + "".join(f"{len(p)} beginbfchar\n" + "\n".join(p) + "\nendbfchar\n" for p in parts) + _CMAP_FOOT
