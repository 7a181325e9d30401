"""Pictures say who took them, when, and what they show: by XMP or IPTC, in every format we take."""

import io
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from db.picture.pixels import inspect

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" {attributes}>
{elements}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

CAPTION = (
    '<dc:description><rdf:Alt><rdf:li xml:lang="de">Fähre</rdf:li><rdf:li xml:lang="x-default">The ferry, 渡轮</rdf:li>'
    "</rdf:Alt></dc:description>"
)
CREATORS = "<dc:creator><rdf:Seq><rdf:li>Wu Jing</rdf:li><rdf:li>Lena Ott</rdf:li></rdf:Seq></dc:creator>"
CREDIT = "<photoshop:Credit>Courier</photoshop:Credit>"
DATE = "<photoshop:DateCreated>2026-11-20T08:15:00+01:00</photoshop:DateCreated>"


def xmp(*elements: str, attributes: str = "") -> bytes:
    return XMP.format(elements="".join(elements), attributes=attributes).encode()


def iptc(**records: bytes) -> bytes:
    """Records of IPTC-IIM."""
    numbers = {
        "declared": (1, 90), "caption": (2, 120), "credit": (2, 110), "maker": (2, 80), "source": (2, 115),
        "taken": (2, 55),
    }  # fmt: skip
    return b"".join(struct.pack(">BBBH", 0x1C, *numbers[name], len(value)) + value for name, value in records.items())


def saved(form: str, packet: bytes = b"", records: bytes = b"") -> bytes:
    """A picture that holds these."""
    out, image = io.BytesIO(), Image.new("RGB", (8, 6))
    if form == "PNG":
        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", packet.decode("utf-8", "replace"))
        image.save(out, form, pnginfo=info)
    elif form == "TIFF":
        tags = ImageFileDirectory_v2()
        for number, kind, value in ((700, 1, packet), (33723, 7, records)):
            if value:
                tags.tagtype[number] = kind
                tags[number] = value
        image.save(out, form, tiffinfo=tags)
    else:
        image.save(out, form, xmp=packet)
    data = out.getvalue()
    return with_app13(data, records) if form == "JPEG" and records else data


def with_app13(jpeg: bytes, records: bytes) -> bytes:
    """A JPEG with IPTC records where Photoshop puts them."""
    even = records + b"\0" * (len(records) % 2)
    block = b"Photoshop 3.0\0" + b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(records)) + even
    return jpeg[:2] + b"\xff\xed" + struct.pack(">H", len(block) + 2) + block + jpeg[2:]


def said(data: bytes) -> tuple[str, str, str]:
    found = inspect(data, "a picture")
    return found.caption, found.credit, found.taken


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_xmp_is_read_in_every_format(form: str) -> None:
    assert said(saved(form, xmp(CAPTION, CREDIT, CREATORS, DATE))) == ("The ferry, 渡轮", "Courier", "2026-11-20")


def test_what_a_picture_shows_is_read_for_who_cannot_see_it() -> None:
    core = 'xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"'
    text = (
        "<core:AltTextAccessibility><rdf:Alt><rdf:li>A ferry at a quay</rdf:li></rdf:Alt></core:AltTextAccessibility>"
    )
    assert inspect(saved("JPEG", xmp(text, attributes=core)), "a.jpg").alt == "A ferry at a quay"
    assert inspect(saved("JPEG", xmp(CAPTION)), "a.jpg").alt == ""


@pytest.mark.parametrize("form", ["JPEG", "TIFF"])
def test_iptc_is_read_where_it_may_stand(form: str) -> None:
    records = iptc(caption="Fähre".encode(), credit=b"Courier", taken=b"20261120")
    assert said(saved(form, records=records)) == ("Fähre", "Courier", "2026-11-20")


def test_iptc_of_older_programs_is_read_too() -> None:
    assert said(saved("JPEG", records=iptc(caption="Fähre".encode("cp1252"))))[0] == "Fähre"


@pytest.mark.parametrize(
    ("escape", "charset", "text"),
    [
        (b"\x1b%G", "utf-8", "Zoë på kajen"),
        (b"\x1b-A", "cp1252", "Zoë på kajen"),
        (b"\x1b-L", "iso8859_5", "Паром у старого причала"),
        (b"\x1b-B", "iso8859_2", "Prom przy nabrzeżu"),
        (b"\x1b$)A", "gb18030", "引航员在旧码头"),
    ],
)
def test_iptc_is_read_in_the_set_it_declares(escape: bytes, charset: str, text: str) -> None:
    assert said(saved("JPEG", records=iptc(declared=escape, caption=text.encode(charset))))[0] == text


@pytest.mark.parametrize(
    ("charset", "caption"),
    [
        ("mac_roman", "Zoë O’Neill—“we stay”—at the café in Øresund, 24 November"),
        ("gb18030", "引航员在旧码头"),
    ],
)
def test_iptc_that_declares_nothing_is_read_in_the_likeliest_set(charset: str, caption: str) -> None:
    assert said(saved("JPEG", records=iptc(caption=caption.encode(charset))))[0] == caption


def test_a_declaration_that_is_not_true_is_not_followed() -> None:
    assert said(saved("JPEG", records=iptc(declared=b"\x1b%G", caption="Fähre".encode("cp1252"))))[0] == "Fähre"


def test_padding_and_line_ends_are_no_part_of_a_caption() -> None:
    records = iptc(caption=b"Pilots on the quay.\rPhoto: Ola\r\nSecond\0\0")
    assert said(saved("JPEG", records=records))[0] == "Pilots on the quay. Photo: Ola Second"


def test_without_a_credit_its_maker_and_its_source_are_named() -> None:
    records = iptc(maker=b"Ola Brandt", source=b"Harbour Courier")
    assert said(saved("JPEG", records=records))[1] == "Ola Brandt / Harbour Courier"
    assert said(saved("JPEG", records=iptc(credit=b"Courier") + records))[1] == "Courier"


def exif(tags: dict[int, object]) -> bytes:
    """A JPEG with what a camera or Windows says of it."""
    out, image = io.BytesIO(), Image.new("RGB", (8, 6))
    found = image.getexif()
    found.update(tags)
    image.save(out, "JPEG", exif=found)
    return out.getvalue()


def test_what_a_camera_says_fills_what_nobody_else_says() -> None:
    tags = {
        0x010E: "Fähre".encode(),
        0x013B: "Zoë".encode("latin-1"),
        0x8298: b"Courier",
        0x8769: {0x9003: "2026:11:20 08:00:00"},
    }
    assert said(exif(tags)) == ("Fähre", "Zoë / Courier", "2026-11-20")


def test_what_windows_says_is_read_and_what_cameras_always_write_is_not() -> None:
    tags = {
        0x010E: "OLYMPUS DIGITAL CAMERA",
        0x9C9C: "Паром\0".encode("utf-16-le"),
        0x9C9D: "Ola\0".encode("utf-16-le"),
    }
    assert said(exif(tags))[:2] == ("Паром", "Ola")


def test_xmp_goes_first_and_iptc_fills_what_it_leaves_open() -> None:
    data = saved("JPEG", xmp(CREDIT), iptc(caption=b"Ferry", credit=b"Somebody", taken=b"20261120"))
    assert said(data) == ("Ferry", "Courier", "2026-11-20")


def test_without_a_credit_its_makers_are_named() -> None:
    assert said(saved("JPEG", xmp(CREATORS)))[1] == "Wu Jing, Lena Ott"


def test_properties_may_stand_as_attributes_and_the_camera_s_date_serves() -> None:
    packet = xmp(attributes='photoshop:Credit="Courier" xmp:CreateDate="2026-11-21T10:00:00"')
    assert said(saved("WEBP", packet)) == ("", "Courier", "2026-11-21")


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + xmp(
    "<photoshop:Credit>&b;</photoshop:Credit>"
)


@pytest.mark.parametrize(
    "packet", [BOMB, xmp("<dc:description>")[:300], b"\xff\xfe rubbish", b"<a>" * 1000, b"\0" * 50]
)
def test_a_packet_that_is_not_sound_is_left_out_and_the_picture_taken(packet: bytes) -> None:
    assert said(saved("JPEG", packet)) == ("", "", "")


def test_a_packet_that_is_too_large_is_left_out() -> None:
    assert said(saved("WEBP", xmp(CREDIT) + b" " * (1 << 20))) == ("", "", "")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_torn_iptc_does_no_harm(records: bytes) -> None:
    assert len(said(saved("JPEG", records=b"\x1c\x02" + records))) == 3
