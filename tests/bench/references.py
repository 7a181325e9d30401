"""The programs Galley is timed against, each setting the same stories on the same page with the same face."""

import html
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.bench.texts import FONTS, Page, columns_of, joined

Texts = Sequence[dict[str, Any]]

SIZES = {"headline": (24, 26), "dek": (14, 16.5), "byline": (8, 11), "body": (9, 11)}
"""Size and leading, points."""

_SERIF = FONTS / "SourceSerifPro-Regular.ttf"


def set_typst(texts: Texts, page: Page, target: Path, *, limits: bool = True) -> None:
    """A file by typst; with limits its spaces may be 75 to 160 %, and letters give −0.01 to 0.015 em."""
    target.write_bytes(typst_bytes(texts, page, limits=limits))


def typst_bytes(texts: Texts, page: Page, *, limits: bool = True) -> bytes:
    """The same, not written to disk."""
    import typst

    return typst.compile(_typst_source(texts, page, limits=limits).encode(), font_paths=[str(FONTS)])


def typst_warm() -> Callable[[Texts, Page], bytes]:
    """Sets by typst with its fonts found already, as in a process that goes on."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
    return lambda texts, page: typst.compile(_typst_source(texts, page, limits=True).encode(), font_paths=fonts)


def _typst_source(texts: Texts, page: Page, *, limits: bool) -> str:
    give = ", justification-limits: (spacing: (min: 75%, max: 160%), tracking: (min: -0.01em, max: 0.015em))"
    lines = [
        f"#set page(width: {page.width}mm, height: {page.height}mm, margin: {page.margin}mm, columns: {page.columns})",
        f"#set columns(gutter: {page.gutter}mm)",
        '#set text(font: "Source Serif Pro", size: 9pt, lang: "en", region: "us", hyphenate: true)',
        f"#set par(justify: true, leading: 4.6pt, spacing: 4.6pt, first-line-indent: 9pt{give if limits else ''})",
    ]
    for kind, text in joined(texts):
        words = json.dumps(text, ensure_ascii=False)
        size = SIZES[kind][0]
        shown = f"#{words}" if kind == "body" else f"#block(text(size: {size}pt, hyphenate: false, {words}))"
        lines.append(f"{shown}\n")
    return "\n".join(lines)


def set_weasyprint(texts: Texts, page: Page, target: Path) -> None:
    """A file by WeasyPrint: CSS columns, justified, hyphenated."""
    target.write_bytes(weasyprint_bytes(texts, page))


def weasyprint_bytes(texts: Texts, page: Page) -> bytes:
    """The same, not written to disk."""
    from weasyprint import HTML

    style = (
        f"@font-face{{font-family:Bench;src:url('{_SERIF.as_uri()}')}}"
        f"@page{{size:{page.width}mm {page.height}mm;margin:{page.margin}mm}}"
        f"body{{margin:0;font:9pt/11pt Bench;columns:{page.columns};column-gap:{page.gutter}mm}}"
        "p{margin:0;text-align:justify;hyphens:auto;text-indent:9pt}"
        + "".join(f".{kind}{{font-size:{size}pt;line-height:{leading}pt;text-align:left;hyphens:none;text-indent:0}}"
                  for kind, (size, leading) in SIZES.items() if kind != "body")
    )  # fmt: skip
    paragraphs = "".join(f"<p class={kind}>{html.escape(text)}</p>" for kind, text in joined(texts))
    document = HTML(string=f"<html lang=en-US><style>{style}</style><body>{paragraphs}")
    made: bytes = document.write_pdf()
    return made


def set_platypus(texts: Texts, page: Page, target: Path) -> None:
    """A file by reportlab's platypus: greedy lines, hyphenated, no PDF/X."""
    from reportlab.lib.enums import TA_JUSTIFY
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    pdfmetrics.registerFont(TTFont("Bench", str(_SERIF)))
    styles = {
        kind: ParagraphStyle(kind, fontName="Bench", fontSize=size, leading=leading)
        for kind, (size, leading) in SIZES.items()
    }
    body = styles["body"]
    body.alignment, body.hyphenationLang, body.firstLineIndent = TA_JUSTIFY, "en_US", 9
    wide, high = columns_of(page) * mm, (page.height - 2 * page.margin) * mm
    frames = [
        Frame((page.margin + at * (columns_of(page) + page.gutter)) * mm, page.margin * mm, wide, high, 0, 0, 0, 0)
        for at in range(page.columns)
    ]
    document = BaseDocTemplate(str(target), pagesize=(page.width * mm, page.height * mm))
    document.addPageTemplates(PageTemplate("page", frames))
    document.build([Paragraph(html.escape(text), styles[kind]) for kind, text in joined(texts)])
