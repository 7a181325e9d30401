"""PDFs that other programs make here and now: each is read to its end, and what a printer would refuse is named."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from exports.pdf.check import check_pdf


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
