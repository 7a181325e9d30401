"""Faces in a PDF: glyph runs as text operators, and each face as a Type 0 font that knows the text it stands for.

Codes are glyph numbers of two bytes (Identity-H). A glyph that stands for other text than it usually does, such as the
hyphen of a divided word, is marked with that text (ActualText, ISO 32000-2, 14.9.4): copied text is the story's.
"""

import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, groupby
from operator import itemgetter

from reportlab.pdfbase import pdfdoc

from exports import cache_sizes
from exports.pdf.draw.numbers import rounded
from exports.pdf.draw.subset import english, subset, widths
from exports.typeset.line.word.faces import Face, face
from exports.typeset.line.word.hyphenation import SOFT_HYPHEN
from exports.typeset.sheet import Glyph, Run
from exports.units import PER_EM

_CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{}endcmap CMapName currentdict /CMap defineresource pop end end
"""


_QUICK = 4
"""Deflating harder takes longer than it saves bytes here."""

_SPACE, _ODD = "~", "!"
"""Stand-ins in a glyph's code: the run's word space, and a glyph that needs the run or its neighbours to be shown."""

_GAP = f">{_SPACE}<"
"""What stands between two strings of glyphs that are one where nothing is added to the word space."""

_LEAST = 0.05
"""1/1000 em: an adjustment of less would be written as nothing."""


class _Codes(dict[Glyph, str]):
    """What shows each glyph inside a TJ array's string, made when it is first met; joining a run is then one step."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._face = face(key)
        self._usual_of = english(key)
        self._known = _english_codes(key)
        self.texts: dict[int, str] = {}
        """The text each glyph usually stands for."""

    def __missing__(self, glyph: Glyph) -> str:
        number, source = glyph[0], glyph[4]
        code = self._known.get(glyph)
        if code is not None:
            self[glyph] = code
            self.texts[number] = self._usual_of[number]
            return code
        usual = self._usual_of.get(number) or self.texts.get(number) or self._usual(number, source)
        self.texts[number] = usual
        code = self[glyph] = _code(self._face, glyph, usual)
        if number in self._usual_of:
            self._known[glyph] = code
        return code

    def _usual(self, number: int, source: str) -> str:
        """The character a face has the glyph for, if that is part of what it stands for here; else just that."""
        first = "-" if source == SOFT_HYPHEN else source[:1]
        plain = first and self._face.hb_font.get_nominal_glyph(ord(first)) == number
        return first if plain else source


def _adjustment(by: float) -> str:
    """Adjustment of the glyphs behind it, 1/1000 em, as a TJ array has it; nothing where that is too little."""
    return f"{by:.1f}" if abs(by) >= _LEAST else ""


@lru_cache(maxsize=cache_sizes.STYLES)
def _english_codes(key: str) -> dict[Glyph, str]:
    """The codes of a face's glyphs that stand for the same in every file, remembered from file to file."""
    return {}


def _code(face: Face, glyph: Glyph, usual: str) -> str:
    """What shows a glyph that usually stands for some text."""
    number, advance, dx, dy, source = glyph
    if dx or dy or not source:
        return _ODD
    code, adjustment = f"{number:04X}", _adjustment(face.advances[number] - advance)
    if source == " ":
        code += _GAP
    elif adjustment:
        code += f">{adjustment}<"
    if source == usual:
        return code
    return f">]TJ{_begin_text(source)}[<{code}>]TJ EMC[<"


class ShownFont:
    """One face on some pages: writes its runs, and remembers which glyphs it showed."""

    def __init__(self, key: str, name: str) -> None:
        self.name = name
        """The font's name in the pages' resources."""
        self._face = face(key)
        self._codes = _Codes(key)
        self.texts = self._codes.texts
        """The glyphs shown so far, and the text each usually stands for."""

    def show(self, run: Run) -> str:
        """The operators that show a run's glyphs, word space and kerning as adjustments between them.

        Operator Tw moves nothing with codes of two bytes (ISO 32000-2, 9.3.3).
        """
        codes = "".join(map(self._codes.__getitem__, run.glyphs))
        if _ODD in codes:
            return "".join(self._show_marked(run))
        space = run.space
        if -_LEAST < space < _LEAST:
            return f"[<{codes.replace(_GAP, '')}>]TJ"
        return f"[<{codes.replace(_SPACE, f'{-space:.1f}')}>]TJ"

    def _show_marked(self, run: Run) -> Iterator[str]:
        """A run some of whose glyphs are moved off their place or stand for a text together."""
        for odd, clusters in groupby(_clusters(run.glyphs), key=self._is_odd):
            if not odd:
                yield from self._show_moved(chain.from_iterable(clusters), run)
                continue
            for cluster in clusters:
                text = "".join(glyph[4] for glyph in cluster)
                for part, said in _parted(cluster, text):
                    yield _begin_text(said)
                    yield from self._show_moved(part, run)
                    yield "EMC "

    def _is_odd(self, cluster: list[Glyph]) -> bool:
        return len(cluster) > 1 or self.texts[cluster[0][0]] != cluster[0][4]

    def _show_moved(self, glyphs: Iterable[Glyph], run: Run) -> Iterator[str]:
        """Operators for glyphs that may stand off the pen's place: aside by adjustment, up and down by text rise."""
        for rise, group in groupby(glyphs, key=itemgetter(3)):
            parts = []
            for number, advance, dx, _, source in group:
                after = dx + self._face.advances[number] - advance - (run.space if source == " " else 0.0)
                parts.append(f"{_adjustment(-dx)}<{number:04X}>{_adjustment(after)}")
            shown = f"[{' '.join(parts)}]TJ "
            yield f"{rounded(rise * run.size / PER_EM)} Ts {shown}0 Ts " if rise else shown


def font_object(document: pdfdoc.PDFDocument, name: str, key: str, texts: dict[int, str]) -> bytes:
    """The font of some glyphs of a face, which stand for these texts, ready written: that takes no time.

    What it is made of is put into the file under names that begin with its own.
    """
    part, facts = subset(key, frozenset(texts)), face(key).facts

    def put(what: str, body: bytes) -> str:
        return f"{document.Reference(body, f'{name}.{what}').format(document).decode()}"

    descriptor = (
        f"<</Type/FontDescriptor/FontName/{part.name}/Flags {68 if facts.slant else 4}/ItalicAngle {facts.slant}"
        f"/Ascent {facts.ascent}/Descent {facts.descent}/CapHeight {facts.cap_height}/StemV 80"
        f"/FontBBox[{' '.join(map(str, facts.box))}]/CIDSet {put('cids', _stream(part.cids))}"
        f"/FontFile2 {put('program', _stream(part.program, f'/Length1 {part.length}'))}>>"
    )
    descendant = (
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{part.name}/DW 1000"
        f"/W {widths(key, texts)}/CIDToGIDMap/Identity"
        f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {put('descriptor', descriptor.encode())}>>"
    )
    font = (
        f"<</Type/Font/Subtype/Type0/BaseFont/{part.name}/Encoding/Identity-H"
        f"/ToUnicode {put('texts', _stream(_to_unicode(key, texts)))}"
        f"/DescendantFonts[{put('descendant', descendant.encode())}]>>"
    )
    return font.encode()


def _to_unicode(key: str, texts: dict[int, str]) -> bytes:
    """The map from glyphs to text, deflated; one for all files whose glyphs stand for what they do in English."""
    return _english_map(key) if texts.items() <= english(key).items() else _map(texts)


@lru_cache(maxsize=cache_sizes.STYLES)
def _english_map(key: str) -> bytes:
    return _map(english(key))


def _map(texts: dict[int, str]) -> bytes:
    pairs = [f"<{number:04X}> <{_utf16(text)}>" for number, text in sorted(texts.items()) if text]
    blocks = (pairs[start : start + 100] for start in range(0, len(pairs), 100))
    written = "".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks)
    return zlib.compress(_CMAP.format(written).encode(), _QUICK)


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


def _parted(cluster: list[Glyph], text: str) -> Iterator[tuple[list[Glyph], str]]:
    """The glyphs of a cluster that move the pen, with its text; those before and behind, its marks, with none.

    Readers take the text to reach from its first glyph to its last, and see a gap behind one that ends in a mark.
    """
    moving = [at for at, glyph in enumerate(cluster) if glyph[1]] or [0, len(cluster) - 1]
    start, end = moving[0], moving[-1] + 1
    for part, said in ((cluster[:start], ""), (cluster[start:end], text), (cluster[end:], "")):
        if part:
            yield part, said


def _begin_text(text: str) -> str:
    """Begins glyphs that stand for a text of their own."""
    return f"/Span<</ActualText<FEFF{_utf16(text)}>>>BDC "


def _utf16(text: str) -> str:
    return text.encode("utf-16-be", "surrogatepass").hex().upper()


def _stream(deflated: bytes, entries: str = "") -> bytes:
    """A stream object of data that is deflated already."""
    head = f"<</Filter/FlateDecode/Length {len(deflated)}{entries}>>\nstream\n"
    return head.encode() + deflated + b"\nendstream\n"
