"""Sheets to PDF/X: reportlab's canvas writes the pages, pikepdf finishes the file."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from reportlab.pdfgen.canvas import Canvas

from db.values import Original
from exports.formats import Format
from exports.pdf.glyphs import fonts_in_use
from exports.pdf.marks import paint_marks
from exports.pdf.page import SLUG, Fonts, Painter
from exports.pdf.stamp import Press, utc
from exports.typeset.lines import ragged, set_plain
from exports.typeset.sheet import Ink, PlacedPicture, Sheet

__all__ = ["Press", "write_pdf"]

_PROOF_INK: Ink = (0.0, 0.0, 0.0, 0.09)
"""The mark over a proof: light enough to read the text over it."""


def write_pdf(
    sheets: Sequence[Sheet], fmt: Format, press: Press, originals: Mapping[str, Original], *,
    flavour: Literal["x4", "x1a"] = "x4", proof: bool = False,
) -> bytes:  # fmt: skip
    """The sheets as a PDF/X file. The same input gives the same bytes.

    Raises NewsroomError, naming it, for a picture that is missing or broken.
    """
    from exports.pdf.finish import finish

    press = replace(press, proof=True, sign_off=None) if proof else press
    names = _picture_names(sheets)
    fonts = Fonts()
    out = io.BytesIO()
    canvas = _Canvas(
        out, pagesize=(fmt.trim_width + 2 * SLUG, fmt.trim_height + 2 * SLUG), pageCompression=0, invariant=1
    )
    for number, sheet in enumerate(sheets, 1):
        painter = Painter(fonts, names, sheet.height)
        if press.proof:
            _paint_proof(painter, fmt, press)
        painter.paint(sheet.items)
        paint_marks(painter, fmt, press, number, len(sheets))
        canvas.add_page(painter.code)
    fonts_in_use(canvas.document, fonts.used)
    canvas.save()
    return finish(out.getvalue(), fmt, press, _plates(names, originals, fmt), flavour)


class _Canvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas whose pages are operators made elsewhere; it names no font of its own, which would not be embedded."""

    def _make_preamble(self) -> None:
        self._preamble = ""

    @property
    def document(self) -> Any:
        """The document that fonts are written into."""
        return self._doc

    def add_page(self, operators: str) -> None:
        """One page of operators."""
        self._code.append(operators)
        self.showPage()


def _picture_names(sheets: Sequence[Sheet]) -> dict[PlacedPicture, str]:
    placed = dict.fromkeys(item for sheet in sheets for item in sheet.items if isinstance(item, PlacedPicture))
    return {picture: f"Im{number}" for number, picture in enumerate(placed, 1)}


def _plates(names: Mapping[PlacedPicture, str], originals: Mapping[str, Original], fmt: Format) -> dict[str, Any]:
    """The pictures by name; without any, the heavy part of the colour code is never loaded."""
    if not names:
        return {}
    from exports.pdf.pictures import plate

    return {name: plate(picture, originals, fmt) for picture, name in names.items()}


def _paint_proof(painter: Painter, fmt: Format, press: Press) -> None:
    """PROOF and its time across the page, under the text."""
    for words, share, drop in (("PROOF", 0.24, 0.0), (f"{utc(press.at):%Y-%m-%d %H:%M} UTC", 0.055, 0.075)):
        size = fmt.trim_width * share
        line = set_plain(words, ragged(fmt.styles.headline.model_copy(update={"size": size})), fmt.trim_height * 2)[0]
        x, y = fmt.trim_width / 2 - 0.35 * line.width, fmt.trim_height / 2 + 0.35 * line.width
        painter.turned(line.at(0, fmt.trim_width * drop, _PROOF_INK), x, y, 45)
