"""What makes a PDF a PDF/X: output intent, metadata, boxes, identity. Written with pikepdf onto reportlab's pages.

PDF/X-4 is ISO 15930-7, PDF/X-1a:2003 is ISO 15930-4.
"""

import io
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from exports.formats import Format
from exports.pdf.marks import REGISTRATION
from exports.pdf.page import KNOCKOUT, OVERPRINT, SLUG
from exports.pdf.pictures import Plate
from exports.pdf.stamp import Press, utc

NAMESPACE: Final = "urn:galley:stamp:1"
"""XMP namespace of what Galley writes about a story."""

_PRODUCER = "Galley"

_ID_SPACE = uuid.UUID("6a1f3a5e-7b2c-5c8e-9d40-2f6f1c1f7a10")
"""Namespace of document ids (RFC 9562, version 5): the same story at the same time has the same."""


@dataclass(frozen=True)
class _Flavour:
    version: str
    object_streams: pikepdf.ObjectStreamMode


_FLAVOURS: Final = {
    "x4": _Flavour("1.6", pikepdf.ObjectStreamMode.generate),
    "x1a": _Flavour("1.4", pikepdf.ObjectStreamMode.disable),
}


def finish(
    draft: bytes, fmt: Format, press: Press, pictures: Mapping[str, Plate], flavour: Literal["x4", "x1a"]
) -> bytes:
    """The finished file from reportlab's pages. `pictures` by the names the pages call them."""
    with pikepdf.open(io.BytesIO(draft)) as pdf:
        _output_intent(pdf, fmt)
        images = {name: _image(pdf, made) for name, made in pictures.items()}
        states, spaces = _states(pdf), _registration(pdf)
        for page in pdf.pages:
            _boxes(page, fmt)
            resources = page.obj.Resources
            resources.ExtGState, resources.ColorSpace = states, spaces
            if images:
                resources.XObject = Dictionary({f"/{name}": image for name, image in images.items()})
        _describe(pdf, press, flavour)
        kind = _FLAVOURS[flavour]
        out = io.BytesIO()
        pdf.save(
            out, force_version=kind.version, object_stream_mode=kind.object_streams, deterministic_id=True,
            compress_streams=True,
        )  # fmt: skip
    return out.getvalue()


def _output_intent(pdf: pikepdf.Pdf, fmt: Format) -> None:
    profile = Stream(pdf, _profile(fmt.profile))
    profile.N = 4
    intent = Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier=fmt.condition,
        OutputCondition=fmt.condition_name, Info=fmt.condition_name, RegistryName="http://www.color.org",
        DestOutputProfile=pdf.make_indirect(profile),
    )  # fmt: skip
    pdf.Root.OutputIntents = Array([intent])


@lru_cache(maxsize=8)
def _profile(path: Path) -> bytes:
    return path.read_bytes()


def _image(pdf: pikepdf.Pdf, plate: Plate) -> pikepdf.Object:
    """A JPEG as an image; Pillow writes CMYK the way Adobe does, inverted, and the decode array says so."""
    image = Stream(pdf, plate.jpeg)
    image.Type, image.Subtype = Name.XObject, Name.Image
    image.Width, image.Height, image.BitsPerComponent = plate.width, plate.height, 8
    image.ColorSpace = Name.DeviceGray if plate.grey else Name.DeviceCMYK
    image.Filter = Name.DCTDecode
    if not plate.grey:
        image.Decode = Array([1, 0, 1, 0, 1, 0, 1, 0])
    return pdf.make_indirect(image)


def _states(pdf: pikepdf.Pdf) -> pikepdf.Object:
    over = Dictionary(Type=Name.ExtGState, op=True, OP=True, OPM=1)
    clear = Dictionary(Type=Name.ExtGState, op=False, OP=False, OPM=0)
    return pdf.make_indirect(Dictionary({f"/{OVERPRINT}": over, f"/{KNOCKOUT}": clear}))


def _registration(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The colour of registration marks: full ink on every plate."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    space = Array([Name.Separation, Name.All, Name.DeviceCMYK, tint])
    return pdf.make_indirect(Dictionary({f"/{REGISTRATION}": space}))


def _boxes(page: pikepdf.Page, fmt: Format) -> None:
    trim = [SLUG, SLUG, SLUG + fmt.trim_width, SLUG + fmt.trim_height]
    bleed = [trim[0] - fmt.bleed, trim[1] - fmt.bleed, trim[2] + fmt.bleed, trim[3] + fmt.bleed]
    page.obj.TrimBox = Array([round(value, 3) for value in trim])
    page.obj.BleedBox = Array([round(value, 3) for value in bleed])


def _describe(pdf: pikepdf.Pdf, press: Press, flavour: Literal["x4", "x1a"]) -> None:
    """The document's information and metadata, which must agree."""
    stamp = f"D:{utc(press.at):%Y%m%d%H%M%S}+00'00'"
    info = {
        "/Title": press.full_title, "/Author": press.author, "/Keywords": ", ".join(press.keywords),
        "/Creator": _PRODUCER, "/Producer": _PRODUCER, "/CreationDate": stamp, "/ModDate": stamp,
    }  # fmt: skip
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    for key, value in info.items():
        if value:
            pdf.docinfo[key] = value
    pdf.docinfo["/Trapped"] = Name("/False")
    if flavour == "x1a":
        pdf.docinfo["/GTS_PDFXVersion"] = "PDF/X-1a:2003"
        pdf.docinfo["/GTS_PDFXConformance"] = "PDF/X-1a:2003"
    metadata = Stream(pdf, _xmp(press, flavour).encode())
    metadata.Type, metadata.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = pdf.make_indirect(metadata)
    pdf.Root.Lang = press.language
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _xmp(press: Press, flavour: str) -> str:
    """The XMP packet (ISO 16684-1), with the stamp `galley verify` reads."""
    at = f"{utc(press.at):%Y-%m-%dT%H:%M:%S}+00:00"
    identity = uuid.uuid5(_ID_SPACE, f"{press.slug}\n{press.version}\n{press.content_hash}\n{at}\n{press.proof}")
    simple: Sequence[tuple[str, str]] = (
        ("xmp:CreateDate", at), ("xmp:ModifyDate", at), ("xmp:MetadataDate", at), ("xmp:CreatorTool", _PRODUCER),
        ("xmpMM:DocumentID", f"uuid:{identity}"), ("xmpMM:VersionID", str(press.version)),
        ("xmpMM:RenditionClass", "proof:pdf" if press.proof else "default"), ("pdf:Producer", _PRODUCER),
        ("pdf:Trapped", "False"), ("pdf:Keywords", ", ".join(press.keywords)),
        ("pdfxid:GTS_PDFXVersion", "PDF/X-4" if flavour == "x4" else ""),
        *_stamp(press),
    )  # fmt: skip
    rows = "\n".join(f"   <{name}>{escape(text)}</{name}>" for name, text in simple if text)
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:galley="{NAMESPACE}">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(press.full_title)}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{escape(press.author)}</rdf:li></rdf:Seq></dc:creator>
{rows}
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def _stamp(press: Press) -> list[tuple[str, str]]:
    """Slug, version, content hash, and who approved it when."""
    said = [
        ("galley:Slug", press.slug), ("galley:Version", str(press.version)), ("galley:ContentHash", press.content_hash),
        ("galley:Proof", "True" if press.proof else ""),
    ]  # fmt: skip
    if press.sign_off:
        said += [
            ("galley:SignOffBy", press.sign_off.login), ("galley:SignOffName", press.sign_off.name),
            ("galley:SignOffRevision", str(press.sign_off.revision)),
            ("galley:SignOffAt", f"{utc(press.sign_off.at):%Y-%m-%dT%H:%M:%S}+00:00"),
            ("galley:Signature", press.sign_off.signature),
        ]  # fmt: skip
    return said
