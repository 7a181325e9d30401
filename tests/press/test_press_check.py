"""Every clean file passes the press check, with its tools; a missing tool is a failure."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from db.document import Document, paragraph
from db.values import Original
from exports import Flavour, Order, export_story
from exports.formats import format_names, load_format
from resources import resource
from tests.exports.conftest import AT
from tests.exports.scripts import HEADLINES, STORIES
from tests.press.conftest import Printed, approved, full_story, picture, press_check, printed

LAYOUTS = tuple(format_names())
PROFILES = ("ISOcoated_v2_300_bas.icc", "SNAP2007_newsprint_240.icc")
FLAVOURS = ("x4", "x1a")


def check(path: Path, flavour: Flavour, wanted: Printed) -> str:
    """Run the press check on a file with the limits of its format. Returns its report; it fails where a rule does."""
    path.write_bytes(wanted.data)
    options = [str(path), "--tac", str(wanted.ink_limit), "--min-ppi", str(wanted.min_ppi)]
    code, report = press_check([*options, *(["--x1a"] if flavour == "x1a" else [])])
    assert code == 0, report
    assert "SKIP" not in report
    return report


@pytest.mark.parametrize("name", ["gs", "pdffonts", "pdfimages", "pdftotext", "qpdf"])
def test_the_tools_of_the_check_are_installed(name: str) -> None:
    assert shutil.which(name), f"{name} is missing: make setup installs it on Debian"


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("pictured", [True, False], ids=("pictured", "plain"))
def test_a_clean_file_passes_the_press_check_and_qpdf(
    layout: str, flavour: Flavour, profile: str, *, pictured: bool, ramp: Original, tmp_path: Path
) -> None:
    fmt = replace(load_format(layout), profile=resource(f"icc/{profile}"))
    originals = {ramp.sha256: ramp} if pictured else {}
    data = export_story(Order(full_story(ramp if pictured else None), fmt, originals, AT, flavour))
    path = tmp_path / "story.pdf"
    report = check(path, flavour, Printed(data, fmt.ink_limit, fmt.min_ppi))
    assert {"T4", "C5", "C6", "I1"} <= {line.split()[1] for line in report.splitlines() if line.startswith("PASS")}
    found = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True)
    assert found.returncode == 0, found.stdout + found.stderr
    assert "No syntax or stream encoding errors" in found.stdout


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_proof_marked_over_its_pictures_passes_too(flavour: Flavour, ramp: Original, tmp_path: Path) -> None:
    check(tmp_path / "story.pdf", flavour, printed("letter", flavour, ramp, proof=True))


@pytest.mark.parametrize("mode", ["CMYK", "L"])
def test_pictures_in_other_colours_pass_too(mode: str, tmp_path: Path) -> None:
    check(tmp_path / "story.pdf", "x4", printed("tabloid", "x4", picture(mode)))


CHINESE = "港务局周二晚间投票决定，整个冬季继续开放旧引航站，不顾工程师们的建议。" * 6


ARABIC = "صوّت مجلس الميناء مساء الثلاثاء على إبقاء محطة الإرشاد القديمة مفتوحة. " * 6
HEBREW = "מועצת הנמל הצביעה ביום שלישי בערב להשאיר את תחנת הנתבים הישנה פתוחה. " * 6


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("layout", ["tabloid", "letter"])
@pytest.mark.parametrize(
    ("language", "text"), [("zh", CHINESE), ("ar", ARABIC), ("he", HEBREW)], ids=("zh", "ar", "he")
)
def test_other_scripts_pass(language: str, text: str, layout: str, flavour: Flavour, tmp_path: Path) -> None:
    body = Document(blocks=(paragraph(text),))
    story = approved(replace(full_story(), headline=text[:30], body=body, language=language))
    fmt = load_format(layout)
    data = export_story(Order(story, fmt, {}, AT, flavour))
    check(tmp_path / "story.pdf", flavour, Printed(data, fmt.ink_limit, fmt.min_ppi))


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_scripts_of_india_and_thai_pass(flavour: Flavour, tmp_path: Path) -> None:
    body = Document(blocks=tuple(map(paragraph, STORIES.values())))
    fmt = load_format("tabloid")
    data = export_story(
        Order(approved(replace(full_story(), headline=HEADLINES["te"], body=body)), fmt, {}, AT, flavour)
    )
    check(tmp_path / "story.pdf", flavour, Printed(data, fmt.ink_limit, fmt.min_ppi))


def plates(path: Path, folder: Path) -> dict[str, Image.Image]:
    """The four plates of a file's first page as Ghostscript makes them: 255 is paper."""
    command = ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dUseBleedBox", "-sDEVICE=tiffsep", "-r100"]
    command += ["-dLastPage=1", f"-o{folder}/page.tif", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    names = ("Cyan", "Magenta", "Yellow", "Black")
    return {name: Image.open(folder / f"page({name}).tif").convert("L") for name in names}


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_but_black_lies_under_the_text(layout: str, flavour: Flavour, tmp_path: Path) -> None:
    path = tmp_path / "story.pdf"
    path.write_bytes(printed(layout, flavour).data)
    made = plates(path, tmp_path)
    assert made["Black"].getextrema()[0] == 0
    assert [made[name].getextrema() for name in ("Cyan", "Magenta", "Yellow")] == [(255, 255)] * 3


def test_the_check_fails_a_file_that_is_not_for_print(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "office.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(72, 72, "memo")
    canvas.save()
    code, _ = press_check([str(path), "--tac", "240"])
    assert code == 1


def test_the_check_is_a_program_of_its_own_too(tmp_path: Path) -> None:
    path, program = tmp_path / "story.pdf", Path(__file__).with_name("check_pdfx.py")
    path.write_bytes(printed("galley", "x4").data)
    done = subprocess.run([sys.executable, str(program), str(path), "--tac", "240"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
