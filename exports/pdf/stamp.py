"""What a file says of itself: XMP metadata with Galley's stamp, and the Info dictionary that older flavours read."""

import re
from dataclasses import dataclass
from datetime import datetime
from html import escape
from uuid import NAMESPACE_URL, uuid5

from exports.pdf.provenance import Provenance

NAMESPACE = "urn:galley:stamp:1"
"""Galley's own properties in XMP: slug, version, content hash, sign-off."""

PRODUCER = "Galley"

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfx": "http://ns.adobe.com/pdfx/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "galley": NAMESPACE,
}

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" {names}>
{properties}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True)
class FileIdentity:
    """One file as it is stamped."""

    provenance: Provenance
    format: str
    flavour: str
    """`PDF/X-4` or `PDF/X-1a:2003`."""
    proof: bool
    pages: int
    held: tuple[Provenance, ...] = ()
    """The stories in it when there are several."""

    @property
    def title(self) -> str:
        """The title of the file; a proof says so."""
        return f"PROOF: {self.provenance.title}" if self.proof else self.provenance.title


def info(edition: FileIdentity) -> dict[str, str]:
    """The Info dictionary, without Trapped."""
    provenance, date = edition.provenance, _pdf_date(edition.provenance.at)
    entries = {
        "/Title": edition.title, "/Author": provenance.author, "/Keywords": ", ".join(provenance.keywords),
        "/Creator": PRODUCER, "/Producer": PRODUCER, "/CreationDate": date, "/ModDate": date,
    }  # fmt: skip
    if edition.flavour != "PDF/X-4":
        entries["/GTS_PDFXVersion"] = edition.flavour
    return {name: said for name, value in entries.items() if (said := _clean(value))}


def xmp(edition: FileIdentity) -> bytes:
    """The metadata packet (ISO 16684-1). Its identifiers come from the content: the same file has the same ones."""
    names = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _NAMES.items())
    properties = "\n".join(f"<{name}>{value}</{name}>" for name, value in _properties(edition).items() if value)
    return _PACKET.format(names=names, properties=properties).encode("utf-8")


def _properties(edition: FileIdentity) -> dict[str, str]:
    provenance, date = edition.provenance, edition.provenance.at.isoformat(timespec="seconds")
    work = f"{NAMESPACE}:{provenance.slug}/{provenance.content_hash}"
    copy = f"{work}/{provenance.version}/{edition.format}/{edition.flavour}/{edition.pages}/{edition.proof}/{date}"
    version = "pdfxid:GTS_PDFXVersion" if edition.flavour == "PDF/X-4" else "pdfx:GTS_PDFXVersion"
    return {
        "dc:format": "application/pdf",
        "dc:title": _default(edition.title),
        "dc:creator": _list("Seq", [provenance.author] if provenance.author else []),
        "dc:subject": _list("Bag", provenance.keywords),
        "dc:language": _list("Bag", [provenance.language]),
        "xmp:CreateDate": date,
        "xmp:ModifyDate": date,
        "xmp:MetadataDate": date,
        "xmp:CreatorTool": PRODUCER,
        "xmpMM:DocumentID": f"uuid:{uuid5(NAMESPACE_URL, work)}",
        "xmpMM:InstanceID": f"uuid:{uuid5(NAMESPACE_URL, copy)}",
        "xmpMM:VersionID": str(provenance.version),
        "xmpMM:RenditionClass": "proof" if edition.proof else "default",
        "pdf:Producer": PRODUCER,
        "pdf:Keywords": _plain(", ".join(provenance.keywords)),
        "pdf:Trapped": "False",
        version: edition.flavour,
        **_stamp(edition),
    }


def _stamp(edition: FileIdentity) -> dict[str, str]:
    """Galley's own properties, by which a sheet of paper is traced back to its approval."""
    several = {"galley:Stories": _list_of(edition)} if edition.held else {}
    return _traced(edition.provenance, edition) | several


def _list_of(edition: FileIdentity) -> str:
    """The stories of a file of several, each with all that traces it (ISO 16684-1, 7.9.2.3)."""
    items = []
    for provenance in edition.held:
        properties = _traced(provenance, edition)
        inside = "".join(f"<{name}>{value}</{name}>" for name, value in properties.items() if value)
        items.append(f'<rdf:li rdf:parseType="Resource">{inside}</rdf:li>\n')
    return f"<rdf:Seq>{''.join(items)}</rdf:Seq>"


def _traced(provenance: Provenance, edition: FileIdentity) -> dict[str, str]:
    """What traces one story."""
    signed = None if edition.proof else provenance.sign_off
    approval = {} if signed is None else {
        "galley:SignOffBy": _plain(signed.login), "galley:SignOffName": _plain(signed.name),
        "galley:SignOffAt": signed.at.isoformat(timespec="seconds"), "galley:SignOffRevision": str(signed.revision),
        "galley:SignOffHash": signed.content_hash, "galley:SignOffAlone": str(signed.alone),
        "galley:Signature": _plain(signed.signature),
    }  # fmt: skip
    return {
        "galley:Slug": _plain(provenance.slug), "galley:Version": str(provenance.version),
        "galley:ContentHash": provenance.content_hash, "galley:Format": _plain(edition.format),
        "galley:Proof": str(edition.proof), **approval,
    }  # fmt: skip


def _default(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{_plain(text)}</rdf:li></rdf:Alt>'


def _list(kind: str, values: list[str] | tuple[str, ...]) -> str:
    items = "".join(f"<rdf:li>{_plain(value)}</rdf:li>" for value in values)
    return f"<rdf:{kind}>{items}</rdf:{kind}>" if items else ""


def _plain(text: str) -> str:
    """Text for XML 1.0, without the characters it cannot hold (clause 2.2)."""
    return escape(_clean(text), quote=False)


def _clean(text: str) -> str:
    """Text as both Info and metadata can hold it: they must agree."""
    return _NOT_XML.sub("", text).replace("\r", " ").strip()


def _pdf_date(at: datetime) -> str:
    """A date as Info holds it (ISO 32000-2, 7.9.4)."""
    zone = at.strftime("%z") or "+0000"
    return f"D:{at.strftime('%Y%m%d%H%M%S')}{zone[:3]}'{zone[3:5]}'"
