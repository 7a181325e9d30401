"""Bytes in, text out: marks, UTF-8, UTF-16 and -32 without a mark, else the likeliest set; else a refusal."""

import codecs
import re
from dataclasses import dataclass, replace

from db.errors import Refused, Unreadable
from db.intake.charset import detect
from db.intake.wire import is_wire

MAX_BYTES = 10_000_000
"""The longest file that is read; the longest stories come to some 100,000 bytes."""

CHARSETS = {
    "UTF-8": "utf-8", "UTF-16": "utf-16", "UTF-16LE": "utf-16-le", "UTF-16BE": "utf-16-be", "UTF-32": "utf-32",
    "Windows-1252 (Western)": "cp1252", "Windows-1250 (Central European)": "cp1250",
    "Windows-1251 (Cyrillic)": "cp1251",
    "Windows-1253 (Greek)": "cp1253", "Windows-1254 (Turkish)": "cp1254", "Windows-1255 (Hebrew)": "cp1255",
    "Windows-1256 (Arabic)": "cp1256", "Windows-1257 (Baltic)": "cp1257", "Windows-1258 (Vietnamese)": "cp1258",
    "Windows-874 (Thai)": "cp874", "ISO 8859-2 (Central European)": "iso8859_2", "ISO 8859-5 (Cyrillic)": "iso8859_5",
    "ISO 8859-6 (Arabic)": "iso8859_6", "ISO 8859-7 (Greek)": "iso8859_7", "ISO 8859-8 (Hebrew)": "iso8859_8",
    "ISO 8859-9 (Turkish)": "iso8859_9", "ISO 8859-15 (Western)": "iso8859_15", "KOI8-R (Russian)": "koi8_r",
    "KOI8-U (Ukrainian)": "koi8_u", "Mac Roman": "mac_roman", "Mac Cyrillic": "mac_cyrillic", "Mac Greek": "mac_greek",
    "Mac Turkish": "mac_turkish", "Mac Central European": "mac_latin2", "DOS 850 (Western)": "cp850",
    "DOS 852 (Central European)": "cp852", "DOS 866 (Cyrillic)": "cp866", "DOS 437 (Western)": "cp437",
    "DOS 737 (Greek)": "cp737", "DOS 855 (Cyrillic)": "cp855", "DOS 862 (Hebrew)": "cp862",
    "GB18030 (Chinese)": "gb18030", "Big5 (Chinese)": "big5hkscs", "Shift_JIS (Japanese)": "cp932",
    "EUC-JP (Japanese)": "euc_jp", "ISO-2022-JP (Japanese)": "iso2022_jp_2", "EUC-KR (Korean)": "cp949",
}  # fmt: skip
"""The sets a person can name, as they are called to people and in Python."""

_KNOWN_AS = {codecs.lookup(name).name: name for name in CHARSETS.values()}
"""How Python calls a set, and how it is called here."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_ESCAPES = ((b"\x1b$B", "iso2022_jp_2"), (b"\x1b$@", "iso2022_jp_2"), (b"\x1b$)C", "iso2022_kr"), (b"~{", "hz"))
"""What opens a stretch of Japanese, Korean or Chinese in the sets of seven bits."""

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word file or other archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word file or a message of Outlook"),
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
_FRAME = re.compile("[\x01-\x04\x08\x10-\x14\x16\x7f]+")
"""What frames a wire's message and the rows of its tables: of a short one it is a good part."""
_MOST_CONTROL = 0.02
_USUAL = re.compile(
    "[\t-\r -~\u00a0-\u05ff\u0600-\u06ff\u0e00-\u0e7f\u2010-\u2027"
    "\u2030-\u203a\u20ac\u2122\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uff5e]"
)
_LEAST_USUAL = 0.9
"""The share of a text in UTF-16 or -32 without a mark that the usual scripts and signs make up; in the wrong order of
bytes it is a tenth.
"""
_LOOKED_AT = 20_000
_PAUSE = re.compile("[\\s。、，．]")
"""What every text has somewhere."""
_LOST_OF_LETTERS = 10
"""Letters beyond ASCII that must be whole for each that is damaged: with fewer, the text is in another encoding."""
_LOST_OF_ALL = 20
"""Characters for each that is lost, in a text that no encoding fits: with fewer, it is no text."""
_ZEROS = 50
"""Bytes for each zero: no text of single bytes has any, but a damaged file may have one."""


def charset_title(charset: str) -> str:
    """What a set is called to people."""
    return next((title for title, name in CHARSETS.items() if name == charset), charset)


@dataclass(frozen=True)
class Decoded:
    """A file's text, the set it was read in, and what is uncertain about it."""

    text: str
    lost: int = 0
    """Characters that could not be read and stand as U+FFFD."""
    charset: str = "utf-8"
    doubtful: bool = False
    """Whether another set may be meant."""
    others: tuple[str, ...] = ()
    """Other sets it may be in, the likeliest first."""


def decode(data: bytes, name: str, charset: str = "") -> Decoded:
    """The text of a file, in the set that somebody names, else in the likeliest.

    `name` is how messages call it. Raises Unreadable, with one sentence, when it is too long, empty, or no text, and
    Refused for a set that is not known.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable(f"{name} is larger than 10 MB and was not read; a story is a text file far smaller than that.")
    _refuse_known_kinds(data, name)
    decoded = read_as(data, charset) if charset else _decoded(data)
    if decoded is None or _looks_binary(decoded.text if not is_wire(decoded.text) else _FRAME.sub("", decoded.text)):
        raise Unreadable(f"{name} is not a text file; Galley reads plain text, mails and wire copy.")
    if not decoded.text.replace("\ufeff", "").strip("\x00\x1a \t\r\n\f\v\u3000\u200b"):
        raise Unreadable(f"{name} is empty; there is nothing to import.")
    return decoded


def read_as(data: bytes, charset: str) -> Decoded:
    """The text of some bytes in a set that somebody names, by any usual name. Raises Refused for an unknown one."""
    known = CHARSETS.get(charset, charset)
    if not _NAME.fullmatch(known):
        known = "none"
    try:
        python_name = codecs.lookup(_WIDER.get(codecs.lookup(known).name, known)).name
        text = data.decode(python_name, "replace")
    except (LookupError, UnicodeError):
        raise Refused(
            f"There is no character set “{charset}”: name one such as Windows-1252, GB18030 or UTF-8."
        ) from None
    return _counted(text.removeprefix("\ufeff"), _KNOWN_AS.get(python_name, python_name))


_NAME = re.compile(r"[A-Za-z0-9_.:+-]{1,40}")
_WIDER = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs",
    "shift_jis": "cp932", "euc_kr": "cp949", "iso8859-9": "cp1254", "tis-620": "cp874", "iso8859-11": "cp874",
    "iso2022_jp": "iso2022_jp_2",
}  # fmt: skip
"""Sets whose label stands for the wider one that programs really write (WHATWG Encoding, 4.2)."""


def _refuse_known_kinds(data: bytes, name: str) -> None:
    for start, kind in _MAGIC:
        if data.startswith(start):
            raise Unreadable(f"{name} is {kind}, not a text file; save its text as plain text and import that.")


def _decoded(data: bytes) -> Decoded | None:
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return _counted(data[len(mark) :].decode(charset, "replace"), charset)
    return _as_escaped(data) or _as_utf8(data) or _as_wide(data) or _as_detected(data) or _as_damaged_utf8(data)


def _counted(text: str, charset: str, doubtful: bool = False) -> Decoded:
    return Decoded(text, text.count("\ufffd"), charset, doubtful)


def _as_escaped(data: bytes) -> Decoded | None:
    """The sets of seven bits, told by their escapes."""
    if not data.isascii():
        return None
    for escape, charset in _ESCAPES:
        if escape in data:
            try:
                text = data.decode(charset)
            except UnicodeDecodeError:
                continue
            if not text.isascii():
                return Decoded(text, 0, charset)
    return None


def _as_utf8(data: bytes) -> Decoded | None:
    """UTF-8; a few damaged characters, or a last one cut off, do not make it another encoding."""
    if _is_wide(data):
        return None
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    good = sum(len(run.group()) for run in re.finditer("[^\x00-\x7f\ufffd]+", text)) if lost else 0
    return Decoded(text, max(lost, 0)) if lost <= 0 or lost * _LOST_OF_LETTERS < good else None


def _is_wide(data: bytes) -> bool:
    if data.count(b"\x00") * _ZEROS > len(data):
        return True
    return len(data) % 2 == 0 and any(
        end in data for end in (b"\n\x00", b"\x00\n", b"\r\x00", b"\x00\r", b"0\x02", b"\x020")
    )


def _as_wide(data: bytes) -> Decoded | None:
    """UTF-32 and -16 without a mark: the order of bytes is the one that reads as usual characters."""
    if not _is_wide(data):
        return None
    found = []
    for charset, unit in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        text = data[: len(data) // unit * unit].decode(charset, "replace")
        found.append((_usual(text), -unit, charset, text))
    share, _unit, charset, text = max(found)
    return _counted(text, charset) if share >= _LEAST_USUAL and _PAUSE.search(text) else None


def _as_detected(data: bytes) -> Decoded | None:
    found = detect(data)
    if found is None:
        return None
    return replace(_counted(data.decode(found.charset, "replace"), found.charset, found.doubtful), others=found.others)


def _as_damaged_utf8(data: bytes) -> Decoded | None:
    decoded = _counted(data.decode("utf-8", "replace"), "utf-8", True)
    return decoded if decoded.lost * _LOST_OF_ALL < len(decoded.text) else None


def _usual(text: str) -> float:
    """The share of characters that newspaper copy is made of."""
    sample = text[:_LOOKED_AT]
    return len(_USUAL.findall(sample)) / len(sample) if sample else 0.0


def _looks_binary(text: str) -> bool:
    return _CONTROL.subn("", text)[1] > max(_MOST_CONTROL * len(text), 1)
