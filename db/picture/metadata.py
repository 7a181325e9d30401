"""What a picture says of itself: caption, credit and date, by XMP (ISO 16684-1) or else by IPTC-IIM (4.2)."""

import re
import struct
from collections.abc import Iterable
from xml.etree import ElementTree

from PIL import ImageFile, IptcImagePlugin

from db.document import clean

FIELDS = ("caption", "credit", "taken")

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
_BASIC = "{http://ns.adobe.com/xap/1.0/}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

_XMP = {
    "caption": (f"{_DC}description",),
    "credit": (f"{_PHOTOSHOP}Credit", f"{_DC}creator"),
    "taken": (f"{_PHOTOSHOP}DateCreated", f"{_BASIC}CreateDate"),
}
"""The properties that say it, the one that counts most first."""
_IPTC = {"caption": (2, 120), "credit": (2, 110), "taken": (2, 55)}
"""Caption/abstract, credit, date created."""

_LONGEST_PACKET = 1 << 20
_LONGEST_TEXT = 2_000
_DAY = re.compile(r"(\d{4})[-:]?(\d\d)[-:]?(\d\d)")


def said_by(image: ImageFile.ImageFile) -> dict[str, str]:
    """Caption, credit and the day it was taken (`2026-11-24`), each empty when the picture does not say."""
    xmp, iptc = _xmp(image), _iptc(image)
    said = {name: clean(xmp.get(name) or iptc.get(name, "")).strip()[:_LONGEST_TEXT] for name in FIELDS}
    day = _DAY.match(said["taken"])
    return said | {"taken": "-".join(day.groups()) if day else said["taken"]}


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
    return {name: _decoded(found.get(tag)) for name, tag in _IPTC.items()}


def _decoded(value: bytes | list[bytes] | None) -> str:
    """UTF-8, or what older cameras' programs wrote."""
    first = value[0] if isinstance(value, list) and value else value
    if not isinstance(first, bytes):
        return ""
    try:
        return first.decode("utf-8")
    except UnicodeDecodeError:
        return first.decode("cp1252", "replace")
