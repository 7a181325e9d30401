"""Sizes of the packed parts of a PDF, told without ever holding them: a small file may unpack to terabytes."""

import re
import zlib
from collections.abc import Iterable, Iterator
from typing import Final

import pikepdf
from pikepdf import Object, Stream

_MOST: Final = 512 << 20
"""Bytes one stream may unpack to: a picture of 100 megapixels in four inks is 400 MB."""

_MOST_STRUCTURE: Final = 64 << 20
"""Bytes a stream may unpack to that the reader itself unpacks into memory."""

_RATIO = 1032
"""Deflate makes nothing smaller than by this (zlib's technical details)."""

_CHUNK = 1 << 20
_FED = 1 << 16
"""Bytes unpacked in one go: what comes out is a thousand times as much at most."""

PackedPart = bytes | memoryview
PackedParts = Iterable[PackedPart]
_HEAD = 512
_FLATE = ("/FlateDecode", "/Fl")
_GROWS: Final = {"/RunLengthDecode": 64, "/RL": 64, "/LZWDecode": 1400, "/LZW": 1400}


def swells(data: bytes) -> bool:
    """Whether a stream in the bytes of a file unpacks to too much; asked before anything opens it."""
    for found in re.finditer(rb"stream\r?\n", data):
        if data[found.start() - 3 : found.start()] == b"end":
            continue
        end = data.find(b"endstream", found.end())
        packed = memoryview(data)[found.end() : end if end >= 0 else len(data)]
        head = data[max(0, found.start() - _HEAD) : found.start()]
        most = _MOST_STRUCTURE if b"/ObjStm" in head or b"/XRef" in head else _MOST
        if len(packed) * _RATIO > most and sum(map(len, _inflated([packed], most))) > most:
            return True
    return False


def unpacks_to_more(stream: Stream, most: int) -> bool:
    """Whether a stream unpacks to more than so many bytes."""
    parts: PackedParts = [stream.read_raw_bytes()]
    for name in filters_of(stream):
        if name in _GROWS:
            return len(stream.read_bytes()) > most
        if name in _FLATE:
            parts = _inflated(parts, most)
    return sum(map(len, parts)) > most


def filters_of(stream: Object) -> list[str]:
    """The names of a stream's filters."""
    given = stream.get("/Filter") if isinstance(stream, Stream) else None
    return [str(one) for one in given] if isinstance(given, pikepdf.Array) else [str(given)] if given else []


def layers_swell(pdf: pikepdf.Pdf) -> bool:
    """Whether a stream that is packed more than once unpacks to too much."""
    return any(_layers_swell(thing) for thing in pdf.objects if isinstance(thing, Stream))


def _layers_swell(stream: Stream) -> bool:
    filters = filters_of(stream)
    if not any(name in _GROWS for name in filters) and sum(name in _FLATE for name in filters) < 2:
        return False
    parts: PackedParts = [stream.read_raw_bytes()]
    grown = 1
    for name in filters:
        if name in _FLATE:
            parts = _inflated(parts, _MOST)
        grown *= _GROWS.get(name, 1)
    return sum(map(len, parts)) * min(grown, _RATIO) > _MOST


def _fed(parts: PackedParts) -> Iterator[PackedPart]:
    """PackedParts in small pieces: of what it does not take, zlib makes a copy each time."""
    for part in parts:
        for start in range(0, len(part), _FED):
            yield part[start : start + _FED]


def _inflated(parts: PackedParts, most: int) -> Iterator[bytes]:
    """What deflated parts unpack to, chunk by chunk, to just past `most`; it ends where they are damaged."""
    unpack, made = zlib.decompressobj(), 0
    for part in _fed(parts):
        rest = part
        while rest and not unpack.eof and made <= most:
            try:
                chunk = unpack.decompress(rest, _CHUNK)
            except zlib.error:
                return
            made += len(chunk)
            yield chunk
            rest = unpack.unconsumed_tail
