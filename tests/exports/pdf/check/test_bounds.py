"""PDFs made to do harm: each ends in findings, by preflight, and in a stamp or none, by verify, within the bounds."""

import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import sandbox
from db.errors import Unreadable
from exports.pdf.check import check_pdf, read_claims
from exports.pdf.trace import read_printed

PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << >> >>"


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), more, data)


def packed(data: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, b"/Filter [%s]" % (b"/FlateDecode " * times))


def pdf(*objects: bytes, root: bytes = b"<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R >>") -> bytes:
    """A file of a page, the first object its catalog."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, one) for number, one in enumerate((root, *objects), 1))
    return b"%PDF-1.6\n" + body + b"trailer\n<< /Root 1 0 R /Size %d >>\n%%%%EOF" % (len(objects) + 2)


def metadata(text: bytes) -> bytes:
    return stream(text, b"/Type /Metadata /Subtype /XML")


def entities(levels: int) -> bytes:
    """Text that grows tenfold with each level."""
    made = b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, levels))
    return b'<!DOCTYPE x [<!ENTITY e0 "x">%s]><x>&e%d;</x>' % (made, levels - 1)


def tree(depth: int) -> tuple[bytes, ...]:
    """Pages within pages within pages."""
    return tuple(b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 3) for number in range(depth))


HOSTILE = {
    "content that unpacks to much": pdf(PAGES, PAGE, packed(b"0 0 m " * 9_000_000), metadata(b"<x/>")),
    "content packed twice": pdf(PAGES, PAGE, packed(bytes(200 << 20), 2), metadata(b"<x/>")),
    "one long array": pdf(PAGES, PAGE, packed(b"[" + b"1 " * 9_000_000 + b"] TJ"), metadata(b"<x/>")),
    "one long text": pdf(PAGES, PAGE, packed(b"(" + bytes(60 << 20) + b") Tj"), metadata(b"<x/>")),
    "deep arrays": pdf(PAGES, PAGE, stream(b"[" * 90_000), metadata(b"<x/>")),
    "deep objects": pdf(PAGES, PAGE, b"[" * 90_000 + b"]" * 90_000, metadata(b"<x/>")),
    "a deep tree": pdf(*tree(5_000), PAGE),
    "a tree that is a circle": pdf(b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"),
    "a page of itself": pdf(PAGES, PAGE.replace(b"4 0 R", b"3 0 R"), b"4 0 R", b"5 0 R"),
    "forms that draw themselves": pdf(
        PAGES, PAGE.replace(b"<< >>", b"<< /XObject << /F 5 0 R >> >>"), stream(b"/F Do " * 9),
        stream(b"/F Do " * 9, b"/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>"),
    ),
    "a picture that says it is huge": pdf(
        PAGES, PAGE.replace(b"<< >>", b"<< /XObject << /I 5 0 R >> >>"), stream(b"99 0 0 99 0 0 cm /I Do"),
        stream(b"0", b"/Subtype /Image /Width 30000 /Height 30000 /ColorSpace /DeviceCMYK /BitsPerComponent 8"),
    ),
    "entities": pdf(PAGES, PAGE, stream(b""), metadata(entities(12))),
    "much metadata": pdf(PAGES, PAGE, stream(b""), packed(b"<x>" + b"<y/>" * 9_000_000 + b"</x>")),
    "deep metadata": pdf(PAGES, PAGE, stream(b""), metadata(b"<x>" * 200_000)),
    "many objects": pdf(PAGES, PAGE, stream(b""), metadata(b"<x/>"), *[b"[]"] * 200_000),
    "a count that is a lie": pdf(PAGES.replace(b"/Count 1", b"/Count 2147483647"), PAGE, stream(b""), metadata(b"")),
    "a huge number": pdf(PAGES, PAGE.replace(b"100 100", b"1" * 400 + b" -9e999"), stream(b"1e9999 w"), metadata(b"")),
    "locked": pdf(PAGES, PAGE).replace(b"/Root", b"/Encrypt << /Filter /Standard /V 9 /R 9 >> /Root"),
    "cut short": pdf(PAGES, PAGE, stream(b""))[:120],
    "no PDF": b"%PDF-1.6\n" + b"\xff" * 9_000,
    "nothing": b"",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _little_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each reading is ended early: that it can be ended is what is tried, and the tests are to be short."""
    monkeypatch.setattr(sandbox, "_SECONDS", 1.0)
    yield


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_pdf_made_to_do_harm_ends_in_findings_and_in_no_stamp(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(data)
    found = check_pdf(path)
    assert found
    assert not any("\n" in problem.sentence for problem in found)
    assert read_claims(path).format == ""
    try:
        assert read_printed(path)[0] == []
    except Unreadable as refused:
        assert str(refused).startswith("page.pdf ")


def test_a_picture_that_says_it_is_huge_does_not_keep_the_rest_from_being_checked() -> None:
    names = {problem.rule for problem in check_pdf(HOSTILE["a picture that says it is huge"])}
    assert "trim" in names
    assert "too-large" not in names


def test_a_page_that_takes_too_much_memory_is_called_large_and_not_damaged(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Ten photographs on a page: the program that looks for damage unpacks them."""
    said = ["(offset 9): error decoding stream data for object 6 0: std::bad_alloc"]
    monkeypatch.setattr("pikepdf.Pdf.check_pdf_syntax", lambda _pdf: said)
    monkeypatch.setattr(sandbox, "_INSIDE", [True])  # what is changed here is not changed in another process
    (tmp_path / "page.pdf").write_bytes(pdf(PAGES, PAGE, stream(b""), metadata(b"<x/>")))
    with pytest.raises(MemoryError):
        check_pdf(tmp_path / "page.pdf")
