"""Stories that use all a page can hold, and the press check run on them as a printer would."""

import hashlib
import importlib.util
import io
import sys
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

import pytest
from PIL import Image

from db.document import Block, BlockKind, Document, PictureUse, Span, paragraph
from db.stages import Stage
from db.values import Original, SignOff, Story
from exports import Flavour, Order, export_story
from exports.formats import load_format
from tests.exports.conftest import AT, WORDS, make_story


def picture(mode: str = "RGB", size: tuple[int, int] = (1400, 900)) -> Original:
    """A picture with every colour at full strength and deep blacks, whose ink no newsprint would take."""
    ramp = Image.linear_gradient("L").resize(size)
    image = Image.merge("RGB", (ramp, ramp.transpose(Image.Transpose.FLIP_TOP_BOTTOM), ramp.point(lambda v: v // 3)))
    image.paste((0, 0, 0), (0, size[1] * 3 // 4, size[0] // 2, size[1]))
    image.paste((0, 40, 10), (size[0] // 2, size[1] * 3 // 4, *size))
    out = io.BytesIO()
    image.convert(mode).save(out, "JPEG", quality=92)
    data = out.getvalue()
    return Original(hashlib.sha256(data).hexdigest(), "ramp.jpg", *size, mode, len(data), data=data)


def full_story(original: Original | None = None) -> Story:
    """Every kind of block, Chinese names, a picture, several columns of text."""
    spans = (Span(text="The pilot, "), Span(text="Wu Jing (吴静)", bold=True), Span(text=", said so.", italic=True))
    blocks = [Block(spans=spans), *(paragraph(WORDS) for _ in range(14))]
    blocks.insert(5, paragraph("What comes next", BlockKind.SUBHEAD))
    blocks.insert(8, paragraph("Nobody asked the pilots.", BlockKind.PULL_QUOTE))
    blocks.insert(9, paragraph("One thing", BlockKind.BULLET))
    if original:
        use = PictureUse(sha256=original.sha256, credit="Ada Lund", columns=2)
        blocks.insert(0, Block(kind=BlockKind.PICTURE, spans=(Span(text="The ramp at dawn."),), picture=use))
    story = make_story(dek="A close vote after a long night", dateline="NORTH QUAY", byline="By Marta Lind")
    body = Document(blocks=tuple(blocks))
    sign_off = SignOff(3, story.content_hash, "editor", "Nora Lin", "NL", AT)
    return approved(replace(story, body=body, sign_off=sign_off, stage=Stage.PUBLISH))


def approved(story: Story) -> Story:
    """The story as it is: its hash is that of its text, and its sign-off, if it has one, is of that."""
    content_hash = story.text.content_hash
    sign_off = replace(story.sign_off, content_hash=content_hash) if story.sign_off else None
    return replace(story, content_hash=content_hash, sign_off=sign_off)


@dataclass(frozen=True)
class Printed:
    """An exported file with the demands its format makes."""

    data: bytes
    ink_limit: float
    min_ppi: int


def printed(layout: str, flavour: Flavour, original: Original | None = None, *, proof: bool = False) -> Printed:
    """The full story in a format."""
    fmt = load_format(layout)
    originals = {original.sha256: original} if original else {}
    data = export_story(Order(full_story(original), fmt, originals, AT, flavour, proof))
    return Printed(data, fmt.ink_limit, fmt.min_ppi)


@pytest.fixture(scope="session")
def ramp() -> Original:
    """The inky picture."""
    return picture()


@cache
def printers_check() -> ModuleType:
    """The printer's check, loaded as a module: a table of rules and the view of a file they share."""
    path = Path(__file__).with_name("check_pdfx.py")
    spec = importlib.util.spec_from_file_location("check_pdfx", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def press_check(options: list[str]) -> tuple[int, str]:
    """Run the printer's check with these options. Returns its exit code and what it prints."""
    said = io.StringIO()
    with patch.object(sys, "argv", ["check_pdfx.py", *options]), redirect_stdout(said):
        code = printers_check().main()
    return int(code), said.getvalue()
