"""Every clean file passes the press check, with its tools; a missing tool is a failure."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from db.values import Original
from exports import Flavour
from tests.press.conftest import Printed, picture, printed

CHECK = Path(__file__).with_name("check_pdfx.py")
LAYOUTS = ("tabloid", "broadsheet", "galley")


def check(path: Path, flavour: Flavour, wanted: Printed) -> subprocess.CompletedProcess[str]:
    """Run the press check on a file, with the limits of its format."""
    path.write_bytes(wanted.data)
    options = ["--tac", str(wanted.ink_limit), "--min-ppi", str(wanted.min_ppi)]
    options += ["--x1a"] if flavour == "x1a" else []
    return subprocess.run([sys.executable, str(CHECK), str(path), *options], capture_output=True, text=True)


@pytest.mark.parametrize("name", ["gs", "pdffonts", "pdfimages", "pdftotext", "qpdf"])
def test_the_tools_of_the_check_are_installed(name: str) -> None:
    assert shutil.which(name), f"{name} is missing: make setup installs it on Debian"


@pytest.mark.parametrize("flavour", ["x4", "x1a"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_clean_file_passes_the_press_check(layout: str, flavour: Flavour, ramp: Original, tmp_path: Path) -> None:
    report = check(tmp_path / "story.pdf", flavour, printed(layout, flavour, ramp))
    assert report.returncode == 0, report.stdout + report.stderr
    assert "SKIP" not in report.stdout


@pytest.mark.parametrize("mode", ["CMYK", "L"])
def test_pictures_in_other_colours_pass_too(mode: str, tmp_path: Path) -> None:
    report = check(tmp_path / "story.pdf", "x4", printed("tabloid", "x4", picture(mode)))
    assert report.returncode == 0, report.stdout + report.stderr


def test_a_story_without_a_picture_passes(tmp_path: Path) -> None:
    report = check(tmp_path / "story.pdf", "x4", printed("tabloid", "x4"))
    assert report.returncode == 0, report.stdout + report.stderr


@pytest.mark.parametrize("flavour", ["x4", "x1a"])
def test_qpdf_finds_no_fault(flavour: Flavour, ramp: Original, tmp_path: Path) -> None:
    path = tmp_path / "story.pdf"
    path.write_bytes(printed("tabloid", flavour, ramp).data)
    report = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True)
    assert report.returncode == 0, report.stdout + report.stderr
    assert "No syntax or stream encoding errors" in report.stdout


def test_the_check_fails_a_file_that_is_not_for_print(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "office.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(72, 72, "memo")
    canvas.save()
    report = check(path, "x4", Printed(path.read_bytes(), 240, 200))
    assert report.returncode == 1
