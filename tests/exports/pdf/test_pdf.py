"""What a written file holds: fonts, words, stamp, marks; the same bytes for the same order."""

import hashlib
import io
import re
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops

from db.document import Document, paragraph
from exports import Flavour, Order, export_story, provenance_of
from exports.formats import load_format
from exports.pdf import write_pdf
from exports.pdf.draw.labels import label
from exports.pdf.draw.marks import slug_lines
from exports.typeset.sheet import Item, PlacedPicture, Rule, Sheet, Tint
from tests.exports.conftest import AT
from tests.exports.scripts import STORIES
from tests.press.conftest import approved, full_story, picture

PRESS = provenance_of(Order(full_story(), load_format("tabloid"), {}, AT))
GREYS = replace(picture("L", (900, 900)), sha256="d" * 64)


def order(**changes: object) -> Order:
    """The order of a clean tabloid page."""
    made = replace(Order(full_story(), load_format("tabloid"), {}, AT), **changes)
    return made if made.proof else replace(made, story=approved(made.story))


def text_of(data: bytes, tmp_path: Path, *options: str) -> str:
    """The words of a file, as another program reads them."""
    path = tmp_path / "page.pdf"
    path.write_bytes(data)
    return subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, text=True, check=True).stdout


def test_every_word_can_be_read_back(tmp_path: Path) -> None:
    story = full_story()
    read = re.sub(r"[^\w]", "", text_of(export_story(order(story=story)), tmp_path).replace("\u00ad", ""))
    words = set(re.findall(r"\w{5,}", story.body.body_text + story.headline + story.dek))
    assert {word for word in words if word not in read} == set()
    assert "吴静" in read


def test_fonts_are_embedded_and_cut_down(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(export_story(order()))
    report = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in report.splitlines()[2:]]
    assert rows
    assert all(re.match(r"[A-Z]{6}\+", row[0]) for row in rows), report
    assert all(row[-5:-2] == ["yes", "yes", "yes"] for row in rows), report
    assert not re.search("Thin|ExtraLight", report)


def test_the_slug_line_tells_version_hash_and_sign_off(tmp_path: Path) -> None:
    said = " ".join(text_of(export_story(order()), tmp_path).split())
    for fact in ("harbour-pilots", full_story().content_hash[:12], "2026-11-23 14:02"):
        assert fact in said
    assert "NL" in said or "Nora Lin" in said


def test_vowel_marks_above_and_below_arabic_are_written_as_operators_a_printer_reads(tmp_path: Path) -> None:
    story = full_story()
    body = Document(blocks=(paragraph("بُنيت المحطةُ عامَ ١٩٤٦، وَقُدِّمت شَكوى."), *story.body.blocks))
    path = tmp_path / "page.pdf"
    path.write_bytes(export_story(order(story=replace(story, body=body))))
    read = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True)
    assert read.stderr == ""
    assert "المحطة" in read.stdout.replace("\u064f", "")


@pytest.mark.parametrize("language", STORIES)
def test_words_of_letters_with_marks_are_read_as_they_were_typed(language: str, tmp_path: Path) -> None:
    words = STORIES[language].split()
    body = Document(blocks=(paragraph(STORIES[language]), *full_story().body.blocks))
    read = text_of(export_story(order(story=replace(full_story(), body=body, language=language))), tmp_path)
    joined = re.sub("\u00ad?\\s*\\n", "", read)
    assert [word for word in words if word not in joined] == []


def test_a_proof_says_so_and_a_clean_page_does_not(tmp_path: Path) -> None:
    assert "PROOF" in text_of(export_story(order(proof=True)), tmp_path)
    assert "PROOF" not in text_of(export_story(order()), tmp_path)


def printed_page(*items: Item, flavour: Flavour = "x4", proof: bool) -> Image.Image:
    """A small page of these things as Ghostscript prints it, without what stands outside the trim."""
    sheet = Sheet(200.0, 200.0, items)
    data = write_pdf([sheet], load_format("tabloid"), PRESS, {GREYS.sha256: GREYS}, flavour=flavour, proof=proof)
    command = ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dUseTrimBox", "-sDEVICE=pnggray", "-r72", "-o-", "-"]
    made = subprocess.run(command, input=data, capture_output=True, check=True)
    return Image.open(io.BytesIO(made.stdout)).convert("L")


@pytest.mark.parametrize("flavour", ["x4", "x1a"])
@pytest.mark.parametrize("ground", [PlacedPicture("d" * 64, 0, 0, 200, 200), Tint(0, 0, 200, 200), Rule(0, 0, 1, 0)])
def test_the_mark_of_a_proof_shows_over_all_of_the_page_whatever_lies_there(
    ground: PlacedPicture | Tint | Rule, flavour: Flavour
) -> None:
    clean, proof = (printed_page(ground, flavour=flavour, proof=proof) for proof in (False, True))
    apart = ImageChops.difference(clean, proof).point(lambda value: 255 * (value > 12))
    for corner in ((20, 120, 80, 180), (70, 70, 130, 130), (120, 20, 180, 80)):
        assert apart.crop(corner).histogram()[255] > 150, corner


def test_the_mark_of_a_proof_lies_under_the_text_on_paper_and_on_a_tint() -> None:
    letters = tuple(run._replace(size=200.0, x=20, y=160) for run in label("N", 0, 0, 9))
    for ground in ((), (Tint(0, 0, 200, 200),)):
        clean, proof = (printed_page(*ground, *letters, proof=proof) for proof in (False, True))
        black = clean.point(lambda value: 255 * (value < 60))
        assert black.histogram()[255] > 4000
        assert ImageChops.darker(proof, black).getextrema()[1] < 70
        assert ImageChops.difference(clean, proof).getextrema()[1] > 12


def test_a_picture_turned_by_its_camera_is_printed_upright(tmp_path: Path) -> None:
    original = picture()
    image = Image.open(io.BytesIO(original.data))
    image.getexif()[0x0112] = 6
    out = io.BytesIO()
    image.save(out, "JPEG", exif=image.getexif())
    data = out.getvalue()
    sha256 = hashlib.sha256(data).hexdigest()
    turned = replace(original, sha256=sha256, data=data, width=original.height, height=original.width)
    printed = export_story(Order(full_story(turned), load_format("tabloid"), {sha256: turned}, AT))
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        (placed,) = pdf.pages[0].get_images().values()
        assert int(placed.Height) > int(placed.Width)


def test_a_slug_line_names_all_stories_of_a_page_or_says_how_many_more() -> None:
    press = provenance_of(order())
    for others in (2, 8, 60):
        also_on_page = tuple(replace(press, slug=f"story-{number}") for number in range(others))
        lines = slug_lines(
            500, order().format, replace(press, also_on_page=also_on_page), "", flavour="PDF/X-4", proof=False
        )
        said = " ".join(lines)
        named = said.count("story-")
        assert len(lines) <= 4
        assert "FOGRA" in said or "CGATS" in said
        assert "…" not in said
        assert (named == others) != (f"and {others - named} more" in said)


def test_the_slug_line_says_every_fact_of_the_export() -> None:
    sign_off = replace(full_story().sign_off, alone=True, at=AT - timedelta(hours=2))
    press = provenance_of(order(story=replace(full_story(), sign_off=sign_off)))
    said = " | ".join(slug_lines(2000, order().format, press, "page 2 of 3", flavour="PDF/X-4", proof=False))
    assert said.split("  ·  ") == [
        "harbour-pilots", "version 3", f"content {full_story().content_hash[:12]}",
        "approved by Nora Lin (editor), alone 2026-11-23 12:02 UTC", "made 2026-11-23 14:02 UTC",
        "tabloid page 2 of 3", "PDF/X-4, Coldset newsprint, SNAP 2007 (CGATS TR 002)",
    ]  # fmt: skip


def test_each_page_of_several_says_which_it_is(tmp_path: Path) -> None:
    long = replace(full_story(), body=Document(blocks=full_story().body.blocks * 6))
    said = " ".join(text_of(export_story(order(story=long, format=load_format("letter"))), tmp_path).split())
    pages = re.findall(r"letter page (\d) of (\d)", said)
    assert len(pages) > 1
    assert pages == [(str(number), str(len(pages))) for number in range(1, len(pages) + 1)]
