"""PDFs that other programs make here and now: each is read to its end, and what a printer would refuse is named."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QImage,
    QLinearGradient,
    QPagedPaintDevice,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)
from reportlab.lib.colors import CMYKColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from exports import Flavour
from exports.pdf.check import check_pdf
from tests.press.test_broken_files import refused_by_printer


def by_reportlab(path: Path) -> None:
    canvas = Canvas(str(path), pagesize=(200, 200))
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(20, 20, 100, 100, stroke=0, fill=1)
    canvas.drawString(20, 150, "Pilots stay through winter")
    canvas.save()


def by_pillow(path: Path) -> None:
    Image.new("RGB", (40, 40), (200, 80, 40)).save(path, "PDF", resolution=20)


def by_ghostscript(path: Path) -> None:
    source = path.with_suffix(".ps")
    source.write_text(
        "1 0 0 setrgbcolor 20 20 100 100 rectfill /Times-Roman 12 selectfont 20 150 moveto (Pilots) show showpage"
    )
    command = ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", f"-sOutputFile={path}", str(source)]
    subprocess.run(command, check=True, capture_output=True)


def by_cairo(path: Path) -> None:
    source = path.with_suffix(".source.pdf")
    by_reportlab(source)
    subprocess.run(["pdftocairo", "-pdf", str(source), str(path)], check=True, capture_output=True)


MAKERS: dict[str, tuple[Callable[[Path], None], str]] = {
    "reportlab": (by_reportlab, "fonts"),
    "Pillow": (by_pillow, "resolution"),
    "Ghostscript": (by_ghostscript, "colours"),
    "cairo": (by_cairo, "colours"),
}
"""Each program with a rule that what it makes here must break."""


@pytest.mark.parametrize("maker", MAKERS)
def test_what_another_program_makes_is_read_and_its_faults_are_named(maker: str, tmp_path: Path) -> None:
    make, broken = MAKERS[maker]
    make(path := tmp_path / "foreign.pdf")
    found = check_pdf(path, ink_limit=240, min_ppi=150)
    rules = {problem.rule for problem in found}
    assert {"flavour", "output-intent", "trim", broken} <= rules
    assert not rules & {"unreadable", "encrypted", "too-large"}
    assert not any("damaged" in problem.sentence for problem in found)


FACE = Path(__file__).parent.parent.parent / "resources/fonts/SourceSerifPro-Regular.ttf"

SAME = {
    "F1": {"version"}, "F2": {"encrypted"}, "F3": {"identifier"}, "F4": {"unreadable"}, "F5": {"object-streams"},
    "M1": {"info"}, "M2": {"trapped"}, "M3": {"metadata"}, "M4": {"flavour"}, "M5": {"properties"},
    "M6": {"agreement"}, "O1": {"output-intent"}, "O2": {"profile"}, "P1": {"trim"}, "P2": {"nesting"},
    "P3": {"bleed"}, "P4": {"annotations"}, "P5": {"viewing"}, "D1": {"actions"}, "D2": {"outside"}, "D3": {"layers"},
    "D4": {"compression"}, "D5": {"curves"}, "D6": {"transparency"}, "T1": {"fonts"}, "T3": {"font-widths"},
    "T2": {"font-subsets", "font-unicode"}, "C1": {"colours", "picture-colours"}, "C2": {"alternates"},
    "C3": {"intents"}, "C4": {"white"}, "C5": {"text-ink"}, "C6": {"ink"}, "I1": {"resolution"}, "I2": {"hairlines"},
}  # fmt: skip
"""Each rule of the printer's check, and those of ours that say the same. T4 looks again at what T1 says."""


def by_qt(version: QPagedPaintDevice.PdfVersion, draw: Callable[[QPainter], object]) -> Callable[[Path], None]:
    """A page that Qt writes, with a line of text and something else."""

    def make(path: Path) -> None:
        writer = QPdfWriter(str(path))
        writer.setPdfVersion(version)
        writer.setPageSize(QPageSize(QSizeF(100, 100), QPageSize.Unit.Millimeter))
        writer.setResolution(300)
        painter = QPainter(writer)
        face = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(FACE)))[0]
        painter.setFont(QFont(face, 14))
        painter.drawText(100, 200, "Pilots stay through winter")
        draw(painter)
        painter.end()

    return make


def coarse(painter: QPainter) -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 80, 40))
    painter.rotate(10)
    painter.drawImage(QRectF(300, 300, 400, 400), image)


def seen_through(painter: QPainter) -> None:
    painter.setOpacity(0.5)
    painter.fillRect(100, 300, 300, 300, QColor(255, 0, 0))


def slope(painter: QPainter) -> None:
    gradient = QLinearGradient(0, 300, 500, 800)
    gradient.setColorAt(0, QColor(255, 0, 0))
    gradient.setColorAt(1, QColor(0, 0, 255))
    painter.fillRect(100, 300, 400, 400, gradient)


def thin(painter: QPainter) -> None:
    """A line too thin by its number, too: what it is scaled by, the printer's check does not ask."""
    painter.setPen(QPen(QColor(0, 0, 0), 0.1))
    painter.drawLine(100, 300, 500, 500)


def by_canvas(draw: Callable[[Canvas], object]) -> Callable[[Path], None]:
    """A page that reportlab writes in an embedded face."""

    def make(path: Path) -> None:
        pdfmetrics.registerFont(TTFont("Serif", str(FACE)))
        canvas = Canvas(str(path), pagesize=(250, 250), initialFontName="Serif")
        canvas.setFont("Serif", 12)
        draw(canvas)
        canvas.save()

    return make


def inked(c: float, m: float, y: float, k: float) -> Callable[[Canvas], object]:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColor(CMYKColor(c, m, y, k))
        canvas.drawString(20, 200, "Pilots stay")
        canvas.rect(20, 20, 100, 100, stroke=0, fill=1)

    return draw


def lost_white(canvas: Canvas) -> None:
    inked(1, 1, 0, 0)(canvas)
    canvas.setFillOverprint(True)
    canvas.setFillColor(CMYKColor(0, 0, 0, 0))
    canvas.rect(40, 40, 50, 50, stroke=0, fill=1)


def unseen(canvas: Canvas) -> None:
    canvas.setFillColor(CMYKColor(0.3, 0.3, 0.3, 1))
    canvas.drawString(20, 100, "scanned", mode=3)


def again(make: Callable[[Path], None], *command: str) -> Callable[[Path], None]:
    """What a further program makes of a file: IN and OUT stand for both."""

    def made(path: Path) -> None:
        make(source := path.with_suffix(".source.pdf"))
        names = {"IN": str(source), "OUT": str(path)}
        subprocess.run([names.get(part, part) for part in command], check=True, capture_output=True)

    return made


_VERSION = QPagedPaintDevice.PdfVersion
TO_INKS = ("-sColorConversionStrategy=CMYK", "-dProcessColorModel=/DeviceCMYK")
GHOSTSCRIPT = ("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", *TO_INKS, "-o", "OUT", "IN")
CAIRO = ("pdftocairo", "-pdf", "IN", "OUT")

FOREIGN: dict[str, Callable[[Path], None]] = {
    "Qt, 1.4, turned and coarse": by_qt(_VERSION.PdfVersion_1_4, coarse),
    "Qt, 1.6, seen through": by_qt(_VERSION.PdfVersion_1_6, seen_through),
    "Qt, 1.6, a slope": by_qt(_VERSION.PdfVersion_1_6, slope),
    "Qt, PDF/A, thin lines": by_qt(_VERSION.PdfVersion_A1b, thin),
    "Qt, PDF/A, turned and coarse": by_qt(_VERSION.PdfVersion_A1b, coarse),
    "Qt, PDF/X-4": by_qt(_VERSION.PdfVersion_X4, seen_through),
    "reportlab, black alone": by_canvas(inked(0, 0, 0, 1)),
    "reportlab, black of four inks": by_canvas(inked(0.6, 0.5, 0.5, 1)),
    "reportlab, white that overprints": by_canvas(lost_white),
    "reportlab, text nobody sees": by_canvas(unseen),
    "cairo from Qt": again(by_qt(_VERSION.PdfVersion_1_4, seen_through), *CAIRO),
    "cairo from reportlab": again(by_canvas(inked(0.6, 0.5, 0.5, 1)), *CAIRO),
    "Ghostscript from Qt": again(by_qt(_VERSION.PdfVersion_1_6, coarse), *GHOSTSCRIPT),
    "Ghostscript from reportlab": again(by_canvas(inked(0.6, 0.5, 0.5, 1)), *GHOSTSCRIPT),
    "qpdf from Qt": again(by_qt(_VERSION.PdfVersion_1_4, thin), "qpdf", "--object-streams=generate", "IN", "OUT"),
}


@pytest.mark.parametrize("what", FOREIGN)
@pytest.mark.parametrize("flavour", ["x4", "x1a"])
@pytest.mark.usefixtures("qapp")
def test_both_checks_name_the_same_faults_of_what_other_programs_make(
    what: str, flavour: Flavour, tmp_path: Path
) -> None:
    FOREIGN[what](path := tmp_path / "foreign.pdf")
    printers = refused_by_printer(path, x1a=flavour == "x1a", tac=240, ppi=150) - {"T4"}
    found = check_pdf(path, flavour=flavour, ink_limit=240, min_ppi=150)
    ours = {problem.rule for problem in found if problem.blocks}
    assert printers
    assert {rule for rule, same in SAME.items() if same & ours} == printers
