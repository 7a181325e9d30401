"""Files that mean harm or are none: the press check ends in a verdict, soon and in little memory."""

import io
import random
import subprocess
import sys
import zlib
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from exports.pdf.check import check_pdf, read_claims
from tests.press.conftest import printed

ROOT = Path(__file__).resolve().parents[2]


@cache
def swollen(times: int) -> bytes:
    """Half a gibibyte and more of nothing, deflated; deflated again where asked."""
    if times > 1:
        return zlib.compress(swollen(times - 1))
    pack, out = zlib.compressobj(9), io.BytesIO()
    for _ in range(34):
        out.write(pack.compress(bytes(1 << 24)))
    out.write(pack.flush())
    return out.getvalue()


def with_stream(data: bytes, filters: int) -> bytes:
    """A file whose one page is this stream."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    stream = pdf.make_stream(b"")
    names = [Name.FlateDecode] * filters
    stream.write(data, filter=names[0] if filters == 1 else Array(names))
    page.obj.Contents = stream
    out = io.BytesIO()
    pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()


@pytest.mark.parametrize("times", [1, 2])
def test_what_unpacks_to_gibibytes_is_not_unpacked(times: int) -> None:
    (problem,) = check_pdf(with_stream(swollen(times), times))
    assert problem.rule == "too-large"


def contents(*parts: bytes) -> bytes:
    """A file of one page with these contents, packed."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    page.obj.Contents = Array([pdf.make_indirect(pdf.make_stream(part)) for part in parts])
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def forms_in_forms() -> bytes:
    """Ten forms, each of which draws the next ten times: a few hundred bytes that paint ten thousand million times."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    inner = pdf.make_stream(b"0 0 1 1 re f")
    inner.stream_dict.Subtype, inner.stream_dict.Type = Name.Form, Name.XObject
    for _ in range(10):
        outer = pdf.make_stream(b"/X Do " * 10)
        outer.stream_dict.Subtype, outer.stream_dict.Type = Name.Form, Name.XObject
        outer.stream_dict.Resources = Dictionary(XObject=Dictionary(X=inner))
        inner = outer
    page.obj.Resources = Dictionary(XObject=Dictionary(X=inner))
    page.obj.Contents = pdf.make_stream(b"/X Do")
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


LARGE = {
    "many operators": lambda: contents(b"q Q " * 4_000_000),
    "many operators in parts": lambda: contents(*[b"q Q " * 400_000] * 10),
    "many operators in two halves": lambda: contents(*[b"0 0 1 1 re f " * 130_000] * 2),
    "many operands": lambda: contents(b"0 " * (34 << 20)),
    "forms in forms": forms_in_forms,
}

_MOST_MEGABYTES = 700


@pytest.mark.parametrize("kind", LARGE)
def test_a_content_of_more_than_is_checked_is_named_in_bounded_memory(kind: str, tmp_path: Path) -> None:
    # VmHWM, not getrusage: that counts the memory of the test run, from which the process is forked, as well.
    path = tmp_path / "large.pdf"
    path.write_bytes(LARGE[kind]())
    assert path.stat().st_size < 1 << 20
    look = (
        "import sys; from pathlib import Path; from exports.pdf.check import check_pdf\n"
        "print(*(problem.rule for problem in check_pdf(Path(sys.argv[1]))))\n"
        "status = dict(line.split(':', 1) for line in Path('/proc/self/status').read_text().splitlines())\n"
        "print(int(status['VmHWM'].split()[0]) >> 10)"
    )
    run = subprocess.run([sys.executable, "-c", look, str(path)], cwd=ROOT, capture_output=True, text=True, check=True)
    rules, megabytes = run.stdout.splitlines()
    assert rules == "too-large"
    assert int(megabytes) < _MOST_MEGABYTES


def test_objects_that_unpack_to_gibibytes_are_not_opened() -> None:
    packed = swollen(1)
    head = f"%PDF-1.6\n1 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length {len(packed)}>>stream\n"
    (problem,) = check_pdf(head.encode() + packed + b"\nendstream endobj")
    assert problem.rule == "too-large"


def test_a_page_tree_that_holds_itself_ends_in_a_verdict() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)
    out = io.BytesIO()
    pdf.save(out)
    assert any(problem.blocks for problem in check_pdf(out.getvalue()))


def test_a_form_that_paints_itself_ends_in_a_verdict() -> None:
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    form = pdf.make_stream(b"/F Do /F Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    form.Resources = Dictionary(XObject=Dictionary(F=form))
    page.obj.Resources = Dictionary(XObject=Dictionary(F=form))
    page.obj.Contents = pdf.make_stream(b"/F Do")
    out = io.BytesIO()
    pdf.save(out)
    assert any(problem.blocks for problem in check_pdf(out.getvalue()))


def test_any_damage_to_a_sound_file_ends_in_a_verdict() -> None:
    sound = printed("galley", "x1a").data
    chance = random.Random(11)
    for _ in range(60):
        data = bytearray(sound)
        for _ in range(chance.choice((1, 20, 400))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        harmed = bytes(data[: chance.choice((len(data), chance.randrange(len(data))))])
        assert all(problem.sentence for problem in check_pdf(harmed))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.6", bytes(1000), b"%PDF-1.4\n1 0 obj" + b"[" * 100_000])
def test_what_cannot_be_read_claims_nothing(tmp_path, data: bytes) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(data)
    assert read_claims(path).format == ""
    (problem,) = check_pdf(path)
    assert problem.rule == "unreadable"
