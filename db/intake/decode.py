"""Bytes in, text out: UTF-8, UTF-16, GB18030 and Windows-1252 told apart, and what is no text refused."""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass

from db.errors import Unreadable

MAX_BYTES = 10_000_000
"""The longest file that is read; the longest stories come to some 100,000 bytes."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word file or other archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"SQLite format 3\x00", "a database"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f\x80-\x9f]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_HIGH_ALONE = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
_USUAL = re.compile(
    "[\t-\r -~\u00a0-\u017f\u2010-\u2027\u2030-\u203a\u20ac\u2122\u3000-\u303f\u4e00-\u9fff\uff00-\uff5e]"
)
_LEAST_USUAL = 0.9
_MOST_CONTROL = 0.02


@dataclass(frozen=True)
class Decoded:
    """A file's text, and how many of its characters could not be read and stand as U+FFFD."""

    text: str
    lost: int = 0


def decode(data: bytes, name: str) -> Decoded:
    """The text of a file.

    `name` is how messages call it. Raises Unreadable, with one sentence, when it is too long, empty, or no text.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable(f"{name} is larger than 10 MB and was not read; a story is a text file far smaller than that.")
    _refuse_known_kinds(data, name)
    decoded = _decoded(data)
    if decoded is None or _looks_binary(decoded.text):
        raise Unreadable(f"{name} is not a text file; Galley reads plain text, mails and wire copy.")
    if not decoded.text.replace("\ufeff", "").strip("\x00\x1a \t\r\n\f\v\u3000\u200b"):
        raise Unreadable(f"{name} is empty; there is nothing to import.")
    return decoded


def _refuse_known_kinds(data: bytes, name: str) -> None:
    for start, kind in _MAGIC:
        if data.startswith(start):
            raise Unreadable(f"{name} is {kind}, not a text file; save its text as plain text and import that.")


def _decoded(data: bytes) -> Decoded | None:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _counted(data[len(bom) :].decode(encoding, "replace"))
    for attempt in (_as_utf8, _as_wide, _as_windows, _as_chinese, _as_damaged_utf8):
        found = attempt(data)
        if found is not None:
            return found
    return None


def _counted(text: str) -> Decoded:
    return Decoded(text, text.count("\ufffd"))


def _strict(encoding: str) -> Callable[[bytes], str | None]:
    def attempt(data: bytes) -> str | None:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            return None

    return attempt


def _as_utf8(data: bytes) -> Decoded | None:
    """UTF-8; a few damaged characters, or a last one cut off, do not make it another encoding."""
    text = data.decode("utf-8", "replace")
    if _is_wide(data):
        return None
    lost = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    good = sum(len(run.group()) for run in re.finditer("[^\x00-\x7f\ufffd]+", text)) if lost else 0
    return Decoded(text, max(lost, 0)) if lost <= 0 or lost * 10 < good else None


def _is_wide(data: bytes) -> bool:
    return data.count(b"\x00") * 50 > len(data) or b"\n\x00" in data or b"\x00\n" in data


def _as_wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: no other text holds zero bytes; the order is the one that reads as usual characters."""
    if not _is_wide(data):
        return None
    whole = data[: len(data) // 2 * 2]
    texts = [whole.decode(encoding, "replace") for encoding in ("utf-16-le", "utf-16-be")]
    best = max(texts, key=_usual)
    return _counted(best) if _usual(best) >= _LEAST_USUAL else None


def _as_windows(data: bytes) -> Decoded | None:
    """Windows-1252: its high bytes stand alone between plain letters, those of Chinese encodings never do."""
    runs = _HIGH_RUN.subn(b"", data)[1]
    if not runs or _HIGH_ALONE.subn(b"", data)[1] * 10 < runs * 9:
        return None
    text = _strict("cp1252")(data)
    return Decoded(text) if text is not None else None


def _as_chinese(data: bytes) -> Decoded | None:
    text = data.decode("gb18030", "replace")
    return _counted(text) if _usual(text) >= _LEAST_USUAL else None


def _as_damaged_utf8(data: bytes) -> Decoded | None:
    decoded = _counted(data.decode("utf-8", "replace"))
    return decoded if decoded.lost * 20 < len(decoded.text) else None


def _usual(text: str) -> float:
    """The share of characters that newspaper copy is made of."""
    sample = text[:20_000]
    return len(_USUAL.findall(sample)) / len(sample) if sample else 0.0


def _looks_binary(text: str) -> bool:
    return _CONTROL.subn("", text)[1] > max(_MOST_CONTROL * len(text), 1)
