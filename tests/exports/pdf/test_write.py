"""Parts bound into one file: fonts are shared where glyphs stand for the same, and each page reads as it was typed."""

import io
import subprocess
from dataclasses import replace
from pathlib import Path

from pikepdf import Pdf

from db.document import Document, paragraph
from db.values import Story
from exports import Order, provenance_of
from exports.formats import load_format
from exports.pdf import FilePart, Written, bind, write_part
from exports.typeset import sheets_of
from tests.exports.conftest import AT
from tests.press.conftest import approved, full_story

TABLOID = load_format("tabloid")
MICRO, MU = "\u00b5", "\u03bc"
"""Two characters that the serif face shows with one glyph."""


def written(*words: str) -> list[Written]:
    """Stories of a few words each as parts."""
    return [write_part(part_of(story_of(text)), TABLOID, flavour="x4", proof=False) for text in words]


def story_of(text: str) -> Story:
    return approved(replace(full_story(), body=Document(blocks=(paragraph(text),))))


def part_of(story: Story) -> FilePart:
    order = Order(story, TABLOID, {}, AT)
    return FilePart(sheets_of(order.layout), provenance_of(order), {})


def pages_of(path: Path) -> list[str]:
    read = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True)
    return read.stdout.split("\f")[:-1]


def fonts_of(data: bytes) -> set[int]:
    """The numbers of the font objects that the pages call."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        return {font.objgen[0] for page in pdf.pages for font in page.Resources.Font.values()}


def test_stories_share_their_fonts() -> None:
    one, several = (bind(written(*words), TABLOID, "city", AT) for words in (["Pilots."], ["Pilots.", "Boards."]))
    assert len(fonts_of(several)) == len(fonts_of(one))


def test_a_glyph_that_stands_for_two_characters_is_read_as_each_of_them(tmp_path: Path) -> None:
    data = bind(written(f"Some 5 {MICRO}m.", f"Some 6 {MU}m."), TABLOID, "city", AT)
    path = tmp_path / "city.pdf"
    path.write_bytes(data)
    first, second = pages_of(path)
    assert f"5 {MICRO}m" in first
    assert f"6 {MU}m" in second
    assert len(fonts_of(data)) == len(fonts_of(bind(written("Some."), TABLOID, "city", AT))) + 1
