"""Pictures: kept unchanged under their hash; what is none, or a bomb, is refused in one sentence."""

import hashlib
import io
import struct
import zlib

import pytest
from PIL import Image

from db.document import Block, BlockKind, Document, PictureUse
from db.errors import NotFound, Unreadable
from db.picture import pictures
from db.picture.pixels import inspect


def picture(form: str = "PNG", size: tuple[int, int] = (30, 20), mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 128).save(out, form)
    return out.getvalue()


def bomb() -> bytes:
    """A small PNG that says it has a hundred thousand pixels each way."""
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize(("form", "mode"), [("PNG", "RGB"), ("JPEG", "CMYK"), ("TIFF", "L"), ("WEBP", "RGB")])
def test_an_original_is_kept_unchanged(newsroom, people, form: str, mode: str) -> None:
    data = picture(form, mode=mode)
    kept = newsroom.pictures.add(data, name="quay", actor=people["rita"])
    assert (kept.sha256, kept.width, kept.height) == (hashlib.sha256(data).hexdigest(), 30, 20)
    assert newsroom.pictures.original(kept.sha256).data == data
    assert newsroom.pictures.get(kept.sha256) == kept


def test_the_same_picture_is_kept_once(newsroom, people, snapshot) -> None:
    newsroom.pictures.add(picture(), name="a", actor=people["rita"])
    before = snapshot()
    assert newsroom.pictures.add(picture(), name="b", actor=people["otto"]).name == "a"
    assert snapshot() == before


@pytest.mark.parametrize("data", [b"", b"text", picture()[:40], picture("GIF"), bomb()])
def test_what_is_no_picture_is_refused(newsroom, people, data: bytes) -> None:
    with pytest.raises(Unreadable, match="quay"):
        newsroom.pictures.add(data, name="quay", actor=people["rita"])


def test_a_missing_file_is_named(newsroom, people, tmp_path) -> None:
    with pytest.raises(Unreadable, match="gone"):
        newsroom.pictures.add(tmp_path / "gone.jpg", actor=people["rita"])


def test_the_originals_of_a_body_leave_out_what_is_missing(newsroom, people) -> None:
    kept = newsroom.pictures.add(picture(), name="a", actor=people["rita"])
    uses = [PictureUse(sha256=kept.sha256), PictureUse(sha256="0" * 64)]
    body = Document(blocks=tuple(Block(kind=BlockKind.PICTURE, picture=use) for use in uses))
    assert list(newsroom.pictures.of(body)) == [kept.sha256]
    with pytest.raises(NotFound):
        newsroom.pictures.get("0" * 64)


def test_a_picture_that_lies_on_its_side_is_measured_upright() -> None:
    image = Image.new("RGB", (60, 40))
    exif = image.getexif()
    exif[0x0112] = 6
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    picture = inspect(out.getvalue(), "turned.jpg")
    assert (picture.width, picture.height) == (40, 60)


def test_a_large_file_is_given_more_time_than_a_small_one(newsroom, people, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[float] = []

    def read(function, *args, name: str, longer: float, watch: object):
        given.append(longer)
        return function(*args)

    monkeypatch.setattr(pictures, "sandboxed", read)
    small, large = picture(), picture(size=(900, 900), form="TIFF")
    for data in (small, large):
        newsroom.pictures.add(data, actor=people["rita"])
    assert given[1] / given[0] == pytest.approx(len(large) / len(small))
