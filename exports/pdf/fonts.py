"""Faces in a PDF: glyph runs as text operators, and each face as a Type 0 font that knows the text it stands for.

Codes are glyph numbers of two bytes (Identity-H). A glyph that stands for other text than it usually does, such as the
hyphen of a divided word, is marked with that text (ActualText, ISO 32000-2, 14.9.4): copied text is the story's.
"""

import zlib
from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from reportlab.pdfbase import pdfdoc

from exports.pdf.subset import subset
from exports.typeset.faces import face
from exports.typeset.sheet import Glyph, Run

_SOFT_HYPHEN = "\u00ad"

_CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{}endcmap CMapName currentdict /CMap defineresource pop end end
"""


class DocumentFont:
    """One face in one file: writes its runs, remembers their glyphs, and adds the font to the file at the end."""

    def __init__(self, key: str, name: str) -> None:
        self.key = key
        self.name = name
        """The font's name in the pages' resources."""
        self._face = face(key)
        self._known: dict[int, tuple[str, float, str]] = {}

    def show(self, run: Run) -> str:
        """The operators that show a run's glyphs, word space and kerning as adjustments between them.

        Operator Tw moves nothing with codes of two bytes (ISO 32000-2, 9.3.3).
        """
        known, space = self._known, run.space
        parts: list[str] = []
        for glyph, advance, dx, dy, source in run.glyphs:
            code = known.get(glyph) or self._learn(glyph, source)
            if dx or dy or not source or source != code[2]:
                return "".join(self._show_marked(run))
            parts.append(code[0])
            adjust = code[1] - advance
            if space and source == " ":
                adjust -= space
            if adjust > 0.04 or adjust < -0.04:
                parts.append(f">{adjust:.1f}<")
        return f"[<{''.join(parts)}>]TJ"

    def add_to(self, document: pdfdoc.PDFDocument) -> pdfdoc.PDFObjectReference:
        """Put the font with the glyphs used so far into a file."""
        part, facts, name = subset(self.key, frozenset(self._known)), self._face.facts, pdfdoc.PDFName
        descriptor = pdfdoc.PDFDictionary({
            "Type": name("FontDescriptor"), "FontName": name(part.name), "Flags": 68 if facts.slant else 4,
            "ItalicAngle": facts.slant, "Ascent": facts.ascent, "Descent": facts.descent,
            "CapHeight": facts.cap_height, "StemV": 80, "FontBBox": pdfdoc.PDFArray(list(facts.box)),
            "FontFile2": _deflated(document, part.program, Length1=part.length),
            "CIDSet": _deflated(document, part.cids),
        })  # fmt: skip
        descendant = pdfdoc.PDFDictionary({
            "Type": name("Font"), "Subtype": name("CIDFontType2"), "BaseFont": name(part.name), "DW": 1000,
            "W": part.widths, "FontDescriptor": document.Reference(descriptor), "CIDToGIDMap": name("Identity"),
            "CIDSystemInfo": "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
        })  # fmt: skip
        return document.Reference(pdfdoc.PDFDictionary({
            "Type": name("Font"), "Subtype": name("Type0"), "BaseFont": name(part.name), "Encoding": name("Identity-H"),
            "ToUnicode": _deflated(document, zlib.compress(self._to_unicode().encode("ascii"))),
            "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
        }))  # fmt: skip

    def _learn(self, glyph: int, source: str) -> tuple[str, float, str]:
        """Note a glyph: its code, its own advance, and the text it usually stands for."""
        first = "-" if source == _SOFT_HYPHEN else source[:1]
        plain = first and self._face.hb_font.get_nominal_glyph(ord(first)) == glyph
        code = self._known[glyph] = (f"{glyph:04X}", self._face.advance(glyph), first if plain else source)
        return code

    def _show_marked(self, run: Run) -> Iterator[str]:
        """A run some of whose glyphs are moved off their place or stand for other text than usual."""
        for odd, clusters in groupby(_clusters(run.glyphs), key=self._is_odd):
            if not odd:
                yield from _show_moved(self._codes(chain.from_iterable(clusters)), run)
                continue
            for cluster in clusters:
                text = "".join(glyph[4] for glyph in cluster)
                yield f"/Span<</ActualText<FEFF{_utf16(text)}>>>BDC "
                yield from _show_moved(self._codes(cluster), run)
                yield "EMC "

    def _is_odd(self, cluster: list[Glyph]) -> bool:
        glyph, *_, source = cluster[0]
        return len(cluster) > 1 or (self._known.get(glyph) or self._learn(glyph, source))[2] != source

    def _codes(self, glyphs: Iterable[Glyph]) -> Iterator[tuple[str, float, Glyph]]:
        """Each glyph with its code and its own advance."""
        for glyph in glyphs:
            code, natural, _ = self._known.get(glyph[0]) or self._learn(glyph[0], glyph[4])
            yield code, natural, glyph

    def _to_unicode(self) -> str:
        pairs = [f"<{code}> <{_utf16(text)}>" for _, (code, _, text) in sorted(self._known.items()) if text]
        blocks = (pairs[start : start + 100] for start in range(0, len(pairs), 100))
        return _CMAP.format(
            "".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks)
        )


def _clusters(glyphs: tuple[Glyph, ...]) -> Iterator[list[Glyph]]:
    """Glyphs grouped by the text they stand for together: the first of each group carries it."""
    cluster: list[Glyph] = []
    for glyph in glyphs:
        if glyph[4] and cluster:
            yield cluster
            cluster = []
        cluster.append(glyph)
    if cluster:
        yield cluster


def _show_moved(codes: Iterable[tuple[str, float, Glyph]], run: Run) -> Iterator[str]:
    """Operators for glyphs that may stand off the pen's place: aside by adjustment, up and down by text rise."""
    for rise, group in groupby(codes, key=lambda coded: coded[2][3]):
        parts = []
        for code, natural, (_, advance, dx, _, source) in group:
            after = dx + natural - advance - (run.space if source == " " else 0.0)
            parts.append(f"{-dx:.1f}<{code}>{after:.1f}" if dx else f"<{code}>{after:.1f}")
        shown = f"[{' '.join(parts)}]TJ "
        yield f"{round(rise * run.size / 1000, 3)} Ts {shown}0 Ts " if rise else shown


def _utf16(text: str) -> str:
    return text.encode("utf-16-be", "surrogatepass").hex().upper()


def _deflated(document: pdfdoc.PDFDocument, data: bytes, **entries: int) -> pdfdoc.PDFObjectReference:
    """A stream of data that is deflated already."""
    stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Filter": pdfdoc.PDFName("FlateDecode"), **entries}), data)
    return document.Reference(stream)
