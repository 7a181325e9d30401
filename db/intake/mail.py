"""Mails: what a message says of itself, the text of all its parts, and what is attached (RFC 5322, 2045, 2047, 3676).

Nothing in a mail is taken for what it says it is: heads, names of character sets and ways of packing are looked at with
bounds, and parts are gone through without recursion.
"""

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr
from typing import Any, TypeAlias

from db.errors import NewsroomError, Unreadable
from db.intake.decode import Decoded, decode, read_as
from db.intake.markup import text_of_html

_HEADS = (
    "From",
    "To",
    "Cc",
    "Newsgroups",
    "Subject",
    "Date",
    "Sent",
    "Reply-To",
    "Organization",
    "Attachments",
    "Importance",
    "Message-ID",
    "Received",
    "MIME-Version",
)
"""Lines of the head that are told to the desk, in this order."""
_BLANK = b"\xef\xbb\xbf\r\n "
"""A mark of the encoding and empty lines, which may stand before a mail's head."""
_HEAD = re.compile(rb"(?:[A-Za-z-]{2,30}:[^\n]*\n(?:[ \t][^\n]*\n)*){2}")
_HEAD_LOOKED_AT = 4_000
"""Bytes in which a mail shows by two lines of a head that it is one."""

_LONGEST_HEAD = 2_000
"""Characters of a line of the head that are unfolded and decoded; ten times what any subject has."""
_LONGEST_BYTES = 4 * _LONGEST_HEAD
"""Of a line of the head that says nothing of its set: a character takes four at most."""
_LONGEST_SENDER = 300
"""Characters of a sender that are looked at for a name: comments within comments are followed one by one."""
_LONGEST_NAME = 200
"""Characters of the name of what is attached."""

_WITH_PARAMETERS = ("content-type", "content-disposition")
"""Lines of the head that have any number of parameters, of any number of pieces each (RFC 2231)."""

_MOST_PARTS = 2_000
"""Of a mail: one with hundreds of pictures has fewer, and each costs as much to find as a page of text."""
_DEEPEST = 50
"""Parts within parts: a mail that was sent on twenty times, with what it was sent on with, has fewer."""
_BOUNDARY = re.compile(rb"(?i)\bboundary\s*+=")

_CHARSETS = (
    "utf-8",
    "utf-16",
    "utf-32",
    "utf-7",
    "iso",
    "cp",
    "koi8",
    "gb",
    "big5",
    "shift_jis",
    "euc",
    "hz",
    "mac",
    "tis",
)
"""How the names of those encodings begin that text is sent in: others decode what they are given slowly, or run on."""
_DELSP = re.compile(r"delsp\s*+=\s*+\"?yes")

EmailPart: TypeAlias = "Message[str, str]"
_LOST = 20
"""Characters for each that is lost in the set a mail names: with fewer it names a wrong one."""


@dataclass(frozen=True)
class Attachment:
    """What came with a mail and is no part of its text."""

    name: str
    kind: str
    """Its media type."""
    data: bytes = field(repr=False)

    @property
    def is_text(self) -> bool:
        """Whether a story may be in it that is read here."""
        return self.kind in ("text/plain", "message/rfc822")


@dataclass(frozen=True)
class Mail:
    """A message as it arrived."""

    subject: str
    sender: str
    """The name of who sent it; empty when only an address is given."""
    heads: dict[str, str]
    text: str
    attachments: tuple[Attachment, ...] = ()
    charset: str = ""
    """The character set its text was read in: of several that of the first which is in doubt, else the first."""
    charsets: tuple[str, ...] = ()
    """Other sets it may be in, the likeliest first."""
    doubtful: bool = False
    """Whether another set may be meant."""


class _BoundedMessage(Message):
    """A message, or part of one, of whose parameters as many are read as any has: each is compared with all others."""

    def get(self, name: str, failobj: Any = None) -> Any:
        found = super().get(name, failobj)
        return str(found)[:_LONGEST_HEAD] if found is not failobj and name.lower() in _WITH_PARAMETERS else found


def read_mail(data: bytes, name: str, charset: str = "") -> Mail | None:
    """The mail that some bytes are, its text in the set that somebody names, else in that it says; None for no mail.

    Raises Unreadable when it has more parts than a mail has, and Refused for a set that is not known.
    """
    data = data.lstrip(_BLANK)
    if not _HEAD.match(data[:_HEAD_LOOKED_AT]):
        return None
    _refuse_many_parts(data, name)
    message = message_from_bytes(data, _BoundedMessage, policy=policy.compat32)
    heads = {head: said for head in _HEADS if (said := _said(message, head))}
    if len(heads) < 2 or not {"From", "Subject"} & heads.keys():
        return None
    found = _Parts(charset)
    found.read(message)
    text = "\n\n".join(text for text in found.texts if text.strip())
    sender = name_of_sender(heads.get("From", ""))
    first = found.first
    attached = tuple(found.attachments)
    return Mail(heads.get("Subject", ""), sender, heads, text, attached, first.charset, first.others, first.doubtful)


def name_of_sender(sender: str) -> str:
    """The name in an address such as `Nora Hale <nora@example.org>` or without one; empty where none is."""
    sender = sender[:_LONGEST_SENDER]
    return parseaddr(sender)[0] if "@" in sender else " ".join(sender.split())


def _refuse_many_parts(data: bytes, name: str) -> None:
    """Raise Unreadable before the parts of a mail are taken apart one by one."""
    nested = _BOUNDARY.subn(b"", data)[1]
    if nested > _DEEPEST or data.count(b"\n--") > 2 * _MOST_PARTS or data.lower().count(b"message/rfc822") > _DEEPEST:
        raise Unreadable(f"{name} is a mail of more parts than Galley looks at; save its text and import that.")


def _said(message: EmailPart, head: str) -> str:
    """What a line of the head says, in one line; what is longer than any is not decoded."""
    raw = " ".join(_unescaped(_raw(message, head)).split())
    if len(raw) > _LONGEST_HEAD:
        return raw
    try:
        return " ".join("".join(_pieces(raw)).split())
    except (HeaderParseError, ValueError):
        return raw


def _raw(message: EmailPart, head: str) -> str:
    """A line of the head as it stands in the mail."""
    return next((str(said) for name, said in message.raw_items() if name.lower() == head.lower()), "")


def _unescaped(raw: str) -> str:
    """A line with bytes beyond ASCII, as mails have that say nothing of them (RFC 6532), in the likeliest set."""
    try:
        data = raw.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return raw
    return raw if raw.isascii() else _decoded(data[:_LONGEST_BYTES], "").text


def _pieces(raw: str) -> Iterator[str]:
    """The parts of a line of the head, each decoded as it says it is written (RFC 2047)."""
    for piece, charset in decode_header(raw):
        yield piece if isinstance(piece, str) else _decoded(piece, _codec(charset or "")).text


class _Parts:
    """The texts of a message in their order, and what is attached."""

    def __init__(self, charset: str) -> None:
        self.texts: list[str] = []
        self.attachments: list[Attachment] = []
        self.first = Decoded("", charset="")
        self._charset = charset

    def read(self, message: EmailPart) -> None:
        """Go through all parts that hold something."""
        for part in _leaves(message):
            kind, name = part.get_content_type(), _file_name(part)
            if kind == "message/rfc822":
                self.attachments.append(Attachment(name or "the forwarded mail", kind, _inner_mail(part)))
            elif kind in ("text/plain", "text/html") and not _is_attached(part):
                found = _text_of(part, self._charset)
                self.texts.append(found.text)
                if not self.first.charset or (found.doubtful and not self.first.doubtful):
                    self.first = found
            else:
                self.attachments.append(Attachment(name or kind, kind, _payload(part)))


def _leaves(message: EmailPart) -> Iterator[EmailPart]:
    """The parts that hold something, in their order; of alternatives the plainest that says something."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        inner = part.get_payload() if part.is_multipart() else None
        if isinstance(inner, list) and part.get_content_type() != "message/rfc822":
            parts = [child for child in inner if isinstance(child, Message)]
            waiting += reversed(_chosen(parts) if part.get_content_subtype() == "alternative" else parts)
        else:
            yield part


def _chosen(parts: Sequence[EmailPart]) -> Sequence[EmailPart]:
    """Of alternatives the plain text, unless it is empty beside another (RFC 2046, 5.1.4)."""
    plain = [part for part in parts if part.get_content_type() == "text/plain" and _text_of(part).text.strip()]
    return plain[:1] or parts[-1:]


def _is_attached(part: EmailPart) -> bool:
    return str(part.get("Content-Disposition", "")).strip().lower().startswith("attachment")


def _file_name(part: EmailPart) -> str:
    try:
        found = part.get_filename("")
    except (HeaderParseError, ValueError, LookupError, TypeError):
        return ""
    return " ".join(str(found).split())[:_LONGEST_NAME]


def _payload(part: EmailPart) -> bytes:
    """The bytes of a part, unpacked. Unpacking asks what encoding it is in, too, and fails where that is none."""
    kind = part.get_content_type()
    del part["Content-Type"]
    payload = part.get_payload(decode=True)
    part["Content-Type"] = kind
    return payload if isinstance(payload, bytes) else b""


def _inner_mail(part: EmailPart) -> bytes:
    inner = part.get_payload()
    try:
        return inner[0].as_bytes() if isinstance(inner, list) and inner and isinstance(inner[0], Message) else b""
    except (ValueError, LookupError, TypeError, AttributeError):
        return b""


def _text_of(part: EmailPart, charset: str = "") -> Decoded:
    """The words of a part, and the character set they were read in: the one that is named, else the one it says."""
    kind, parameters = part.get_content_type(), str(part.get("Content-Type", "")).lower()
    own = _charset(part)
    payload = _payload(part)
    part.replace_header("Content-Type", parameters or kind)
    found = read_as(payload, charset) if charset else _decoded(payload, own)
    if kind == "text/html":
        return replace(found, text=text_of_html(found.text))
    if "flowed" in parameters[:_LONGEST_HEAD]:
        return replace(found, text=unflowed(found.text, delsp=bool(_DELSP.search(parameters[:_LONGEST_HEAD]))))
    return found


def _charset(part: EmailPart) -> str:
    """The encoding a part says it is in; empty where it says nothing that is one."""
    try:
        return _codec(part.get_content_charset(""))
    except (ValueError, TypeError, IndexError):
        return ""


def _codec(charset: str) -> str:
    """The encoding of that name, if text is sent in it. US-ASCII is none: what says so is often written in another."""
    try:
        codec = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return ""
    return codec if codec.startswith(_CHARSETS) else ""


def _decoded(data: bytes, charset: str) -> Decoded:
    """The text, in the set that is named unless it cannot be in it; else in the likeliest."""
    if charset:
        named = read_as(data, charset)
        if named.lost * _LOST <= len(named.text):
            return named
    try:
        return decode(data, "The mail")
    except NewsroomError:
        return Decoded(data.decode("utf-8", "replace"), doubtful=bool(data.strip()))


def unflowed(text: str, *, delsp: bool = False) -> str:
    """Text that flows, its soft line ends taken out (RFC 3676, 4.1 to 4.5).

    A line that ends with a space goes on in the next of the same depth of quotation, but for the one that opens a
    signature.
    """
    groups: list[list[str]] = []
    depth_before, open_ = -1, False
    for line in text.replace("\r\n", "\n").split("\n"):
        bare = line.lstrip(">")
        depth = len(line) - len(bare)
        bare = bare.removeprefix(" ")
        goes_on = bare.endswith(" ") and bare != "-- "
        kept = bare[:-1] if goes_on and delsp else bare
        if open_ and depth == depth_before and bare != "-- ":
            groups[-1].append(kept)
        else:
            groups.append([f"{'>' * depth}{' ' if depth else ''}{kept}"])
        open_, depth_before = goes_on, depth
    return "\n".join(map("".join, groups))
