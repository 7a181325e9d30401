"""How large packed parts are is told without holding them."""

import zlib

import pikepdf
import pytest
from pikepdf import Array, Name

from exports.pdf.check import stream_sizes
from exports.pdf.check.stream_sizes import filters_of, layers_swell, swells, unpacks_to_more

MB = 1 << 20
NOTHING = zlib.compress(bytes(3 * MB))


@pytest.fixture(autouse=True)
def _two_megabytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream may unpack to two megabytes, one of structure to one."""
    monkeypatch.setattr(stream_sizes, "_MOST", 2 * MB)
    monkeypatch.setattr(stream_sizes, "_MOST_STRUCTURE", MB)


def in_file(packed: bytes, head: bytes = b"<< /Filter /FlateDecode >>") -> bytes:
    """A stream as it lies in a file."""
    return b"1 0 obj\n" + head + b"\nstream\n" + packed + b"\nendstream\nendobj\n"


def test_a_small_file_that_unpacks_to_much_is_found_before_it_is_opened() -> None:
    assert swells(in_file(NOTHING))
    assert not swells(in_file(zlib.compress(bytes(MB))))
    assert not swells(b"no stream\nstream\n")


def test_structure_that_the_reader_unpacks_itself_may_be_less() -> None:
    packed = zlib.compress(bytes(MB + 1))
    assert swells(in_file(packed, b"<< /Type /ObjStm >>"))
    assert not swells(in_file(packed))


@pytest.mark.parametrize(("most", "more"), [(3 * MB - 1, True), (3 * MB, False)])
def test_a_stream_is_more_than_so_many_bytes_by_a_single_one(most: int, more: bool) -> None:
    pdf = pikepdf.new()
    assert unpacks_to_more(pikepdf.Stream(pdf, NOTHING, Filter=Name.FlateDecode), most) == more


def test_a_damaged_stream_is_as_large_as_what_can_be_read() -> None:
    pdf = pikepdf.new()
    assert not unpacks_to_more(pikepdf.Stream(pdf, NOTHING[:40] + b"\xff" * 40, Filter=Name.FlateDecode), 3 * MB)


def test_what_is_packed_twice_is_unpacked_twice() -> None:
    pdf = pikepdf.new()
    twice = pdf.make_stream(zlib.compress(NOTHING), Filter=Array([Name.FlateDecode, Name.FlateDecode]))
    assert filters_of(twice) == ["/FlateDecode", "/FlateDecode"]
    assert unpacks_to_more(twice, 2 * MB)
    assert layers_swell(pdf)


def test_once_is_left_to_what_asks_for_it() -> None:
    pdf = pikepdf.new()
    pdf.make_stream(NOTHING, Filter=Name.FlateDecode)
    assert not layers_swell(pdf)
