"""What a picture says of itself: caption, credit and date, by XMP (ISO 16684-1), IPTC-IIM (4.2) or Exif (2.32)."""

import re
import struct
from collections.abc import Iterable
from xml.etree import ElementTree

from PIL import Image, ImageFile, IptcImagePlugin

from db.document import clean
from db.intake.charset import detect, likelihood

FIELDS = ("caption", "credit", "taken", "alt")

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CORE = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
_PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
_BASIC = "{http://ns.adobe.com/xap/1.0/}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

_XMP = {
    "caption": (f"{_DC}description",),
    "credit": (f"{_PHOTOSHOP}Credit",),
    "alt": (f"{_CORE}AltTextAccessibility", f"{_CORE}ExtDescrAccessibility"),
    "maker": (f"{_DC}creator",),
    "source": (f"{_PHOTOSHOP}Source",),
    "taken": (f"{_PHOTOSHOP}DateCreated", f"{_BASIC}CreateDate"),
}
"""The properties that say it, the one that counts most first."""
_IPTC = {"caption": (2, 120), "credit": (2, 110), "maker": (2, 80), "source": (2, 115), "taken": (2, 55)}
"""Caption/abstract, credit, by-line, source, date created."""
_DECLARED = (1, 90)
_ESCAPES = {
    b"\x1b%G": "utf-8", b"\x1b%/G": "utf-8", b"\x1b%/H": "utf-8", b"\x1b%/I": "utf-8", b"\x1b-A": "cp1252",
    b"\x1b.A": "cp1252", b"\x1b-B": "iso8859_2", b"\x1b-F": "iso8859_7", b"\x1b-G": "iso8859_6", b"\x1b-H": "iso8859_8",
    b"\x1b-L": "iso8859_5", b"\x1b-M": "iso8859_9", b"\x1b-b": "iso8859_15", b"\x1b$)A": "gb18030",
    b"\x1b$A": "gb18030", b"\x1b$)B": "euc_jp", b"\x1b$)C": "cp949",
}  # fmt: skip
"""Sets by the escape sequences that declare them (IIM 1:90; ISO 2022, and its register of sets)."""

_USUAL = 0.3
"""What Windows-1252 is worth beside how likely a text in it is: few letters of a name tell, and most are in it."""

_EXIF = {"caption": (0x010E, 0x9C9C, 0x9C9F, 0x9C9B), "maker": (0x013B, 0x9C9D), "source": (0x8298,)}
"""Image description, comment, subject and title of Windows; artist and author; copyright."""
_WINDOWS_TAGS = range(0x9C9B, 0x9CA0)
"""Tags that Windows writes in UTF-16."""
_EXIF_FOLDER, _EXIF_TAKEN = 0x8769, 0x9003
_CAMERA = re.compile(r"(?i)(?:olympus|konica|minolta|digital|camera|sony|dsc|dcim|samsung|kodak|default|[\W\d_])*")
"""What cameras write as a description of every picture."""

_LONGEST_PACKET = 1 << 20
_LONGEST_TEXT = 2_000
_DAY = re.compile(r"(\d{4})[-:]?(\d\d)[-:]?(\d\d)")


def said_by(image: ImageFile.ImageFile, exif: Image.Exif) -> dict[str, str]:
    """Caption, credit, what it shows and the day it was taken (`2026-11-24`), each empty when the picture does not say.

    The credit is the one it asks for, else who made it and where it came from.
    """
    xmp, iptc, camera = _xmp(image), _iptc(image), _exif(exif)
    said = {
        name: _tidy(xmp.get(name) or iptc.get(name) or camera.get(name, "")) for name in (*FIELDS, "maker", "source")
    }
    maker, source = said.pop("maker"), said.pop("source")
    day = _DAY.match(said["taken"])
    credit = said["credit"] or " / ".join(dict.fromkeys(filter(None, (maker, source))))
    return said | {"credit": credit[:_LONGEST_TEXT], "taken": "-".join(day.groups()) if day else said["taken"]}


def _tidy(text: str) -> str:
    """A text on one line, without what fields are padded with."""
    return clean(" ".join(text.replace("\0", " ").split()))[:_LONGEST_TEXT]


def _xmp(image: ImageFile.ImageFile) -> dict[str, str]:
    """Facts by the XMP packet; none when there is none, or it is not sound.

    A packet has no document type, and entities are declared in one: whatever has one is not read.
    """
    packet = image.info.get("xmp", b"")
    if not isinstance(packet, bytes) or len(packet) > _LONGEST_PACKET:
        return {}
    try:
        text = packet.decode("utf-8").strip("\ufeff\0 \t\r\n")
        if not text or "<!DOCTYPE" in text:
            return {}
        root = ElementTree.fromstring(text)
    except (UnicodeDecodeError, ElementTree.ParseError):
        return {}
    nodes = list(root.iter(f"{_RDF}Description"))
    return {name: _first(_values(nodes, properties)) for name, properties in _XMP.items()}


def _values(nodes: Iterable[ElementTree.Element], properties: Iterable[str]) -> Iterable[str]:
    """Values of some properties, as attributes or elements."""
    for name in properties:
        for node in nodes:
            yield node.get(name, "")
            for element in node.findall(name):
                yield _value(element)


def _value(element: ElementTree.Element) -> str:
    """A property's text: the default one of several languages, all of a list, or what stands in it."""
    items = list(element.iter(f"{_RDF}li"))
    if not items:
        return element.text or ""
    if element.find(f"{_RDF}Alt") is not None:
        items = [item for item in items if item.get(_LANGUAGE) == "x-default"] or items
        return items[0].text or ""
    return ", ".join(item.text.strip() for item in items if item.text)


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value.strip()), "")


def _iptc(image: ImageFile.ImageFile) -> dict[str, str]:
    """Facts by the IPTC records; none when there are none, or they are torn."""
    try:
        found = IptcImagePlugin.getiptcinfo(image) or {}
    except (SyntaxError, OSError, ValueError, IndexError, KeyError, struct.error):
        return {}
    values = {name: _values_of(found.get(tag)) for name, tag in _IPTC.items()}
    declared = _ESCAPES.get(b"".join(_values_of(found.get(_DECLARED))), "")
    charset = _charset([value for each in values.values() for value in each], declared)
    return {name: ", ".join(value.decode(charset, "replace") for value in each) for name, each in values.items()}


def _values_of(value: bytes | list[bytes] | None) -> list[bytes]:
    """Values of a record that may stand there several times, without their padding."""
    each = value if isinstance(value, list) else [value]
    return [one.strip(b"\0 ") for one in each if isinstance(one, bytes)]


def _charset(values: list[bytes], declared: str) -> str:
    """The set that is declared if the values can be in it, else UTF-8, else the likeliest."""
    text = b"\n".join(values)
    for charset in filter(None, (declared, "utf-8")):
        try:
            text.decode(charset)
        except UnicodeDecodeError:
            continue
        return charset
    found = detect(text)
    if found is None:
        return "cp1252"
    if not found.doubtful:
        return found.charset
    scores = {charset: likelihood(text.decode(charset, "replace")).score for charset in (found.charset, *found.others)}
    scores["cp1252"] = likelihood(text.decode("cp1252", "replace")).score + _USUAL
    return max(scores, key=scores.__getitem__)


def _exif(exif: Image.Exif) -> dict[str, str]:
    """Facts by what the camera wrote; none where that is torn."""
    try:
        found = {name: _first(_of_camera(exif, tag) for tag in tags) for name, tags in _EXIF.items()}
        taken = exif.get_ifd(_EXIF_FOLDER).get(_EXIF_TAKEN, "")
    except (SyntaxError, OSError, ValueError, IndexError, KeyError, TypeError, struct.error):
        return {}
    return found | {"taken": taken if isinstance(taken, str) else ""}


def _of_camera(exif: Image.Exif, tag: int) -> str:
    """The text of a tag: UTF-16 in those of Windows, else UTF-8 or Latin-1, as which Pillow reads it."""
    value = exif.get(tag, b"")
    if tag in _WINDOWS_TAGS:
        return bytes(value).decode("utf-16-le", "replace") if isinstance(value, bytes | tuple) else ""
    raw = value.encode("latin-1", "replace") if isinstance(value, str) else value if isinstance(value, bytes) else b""
    try:
        text = raw.strip(b"\0 ").decode("utf-8")
    except UnicodeDecodeError:
        text = raw.strip(b"\0 ").decode("cp1252", "replace")
    return "" if _CAMERA.fullmatch(text) else text
