"""Mails: which of their parts is the text, and what their head says. Nothing in one is taken for what it says it is."""

import codecs
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr

from db.errors import Unreadable
from db.intake.decode import decode

_HEADS = ("From", "To", "Subject", "Date", "Sent", "Message-ID", "Received", "MIME-Version")
_BLANK = b"\xef\xbb\xbf\r\n "
"""A mark of the encoding and empty lines, which may stand before a mail's head."""
_HEAD = re.compile(rb"(?:[A-Za-z-]{2,30}:[^\n]*\n(?:[ \t][^\n]*\n)*){2}")
_HEAD_LOOKED_AT = 4_000
"""Bytes in which a mail shows by two lines of a head that it is one."""

_LONGEST_HEAD = 2_000
"""Characters of a line of the head that are unfolded and decoded; ten times what any subject has."""
_LONGEST_SENDER = 300
"""Characters of a sender that are looked at for a name: comments within comments are followed one by one."""

_MOST_PARTS = 2_000
"""Of a mail: one with hundreds of pictures has fewer, and each costs as much to find as a page of text."""
_DEEPEST = 50
"""Parts within parts: a mail that was sent on twenty times, with what it was sent on with, has fewer."""
_BOUNDARY = re.compile(rb"(?i)\bboundary\s*+=")

_CHARSETS = ("utf-8", "utf-16", "utf-32", "utf-7", "iso", "cp", "koi8", "gb", "big5", "shift_jis", "euc", "hz", "mac")
"""How the names of those encodings begin that text is sent in: others decode what they are given slowly, or run on."""


def mail_text(data: bytes, name: str) -> tuple[str, dict[str, str]] | None:
    """The text of a mail, with its subject and sender; None when the bytes are no mail.

    Raises Unreadable when it has more parts than a mail has.
    """
    data = data.lstrip(_BLANK)
    if not _HEAD.match(data[:_HEAD_LOOKED_AT]):
        return None
    _refuse_many_parts(data, name)
    message = message_from_bytes(data, policy=policy.compat32)
    heads = {head: said for head in _HEADS if (said := _said(message, head))}
    if len(heads) < 2 or not {"From", "Subject"} & set(heads):
        return None
    part = next(_texts(message), None)
    return (_text_of(part, name), heads) if part is not None else None


def name_of_sender(sender: str) -> str:
    """The name in an address such as `Nora Hale <nora@example.org>`; empty where there is none."""
    return parseaddr(sender[:_LONGEST_SENDER])[0]


def _refuse_many_parts(data: bytes, name: str) -> None:
    """Raise Unreadable before the parts of a mail are taken apart one by one."""
    nested = _BOUNDARY.subn(b"", data)[1]
    if nested > _DEEPEST or data.count(b"\n--") > 2 * _MOST_PARTS or data.lower().count(b"message/rfc822") > _DEEPEST:
        raise Unreadable(f"{name} is a mail of more parts than Galley looks at; save its text and import that.")


def _said(message: "Message[str, str]", head: str) -> str:
    """What a line of the head says, in one line; what is longer than any is cut."""
    raw = " ".join(str(message.get(head, "")).split())
    if len(raw) > _LONGEST_HEAD:
        return raw
    try:
        return "".join(_pieces(raw))
    except (HeaderParseError, ValueError):
        return raw


def _pieces(raw: str) -> Iterator[str]:
    """The parts of a line of the head, each decoded as it says it is written (RFC 2047)."""
    for piece, charset in decode_header(raw):
        yield piece if isinstance(piece, str) else _in_charset(piece, charset or "utf-8")


def _in_charset(data: bytes, charset: str) -> str:
    codec = _codec(charset) or "utf-8"
    return data.decode(codec, "replace")


def _texts(message: "Message[str, str]") -> Iterator["Message[str, str]"]:
    """The parts that are plain text and no attachment, in their order. Mails within it are attachments."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        children = part.get_payload() if part.is_multipart() else None
        if isinstance(children, list) and part.get_content_maintype() == "multipart":
            waiting += [child for child in reversed(children) if isinstance(child, Message)]
        elif part.get_content_type() == "text/plain" and not _is_attached(part):
            yield part


def _is_attached(part: "Message[str, str]") -> bool:
    return str(part.get("Content-Disposition", "")).strip().lower().startswith("attachment")


def _text_of(part: "Message[str, str]", name: str) -> str:
    """The text of a part, unpacked. Unpacking asks what encoding it is in, too, and fails where that is none."""
    charset = _charset(part)
    del part["Content-Type"]
    payload = part.get_payload(decode=True)
    return _decoded(payload if isinstance(payload, bytes) else b"", charset, name)


def _charset(part: "Message[str, str]") -> str:
    """The encoding a part says it is in; empty where it says nothing that is one."""
    try:
        return _codec(part.get_content_charset("")) or ""
    except (ValueError, TypeError, IndexError):
        return ""


def _codec(charset: str) -> str | None:
    """The encoding of that name, if text is sent in it. US-ASCII is none: what says so is often written in another."""
    try:
        codec = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return None
    return codec if codec.startswith(_CHARSETS) else None


def _decoded(payload: bytes, charset: str, name: str) -> str:
    try:
        return payload.decode(charset) if charset else decode(payload, name).text
    except UnicodeDecodeError:
        return decode(payload, name).text
