"""What a file that Galley wrote says of itself: the stamp in its metadata, read back."""

import hashlib
import io
import warnings
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pikepdf

from db.input_files import read_input
from db.sandbox import sandboxed
from exports.pdf.check import DAMAGE, LARGEST
from exports.pdf.check.opened import OpenPdf, PressTarget
from exports.pdf.check.stream_sizes import swells
from exports.pdf.stamp import NAMESPACE

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DESCRIPTION, _ITEM = f"{_RDF}Description", f"{_RDF}li"
_TAG = f"{{{NAMESPACE}}}"


@dataclass(frozen=True)
class Stamp:
    """Which text of which story a file holds, and whose signature it carries."""

    slug: str
    version: int
    content_hash: str
    proof: bool
    login: str = ""
    """Who approved it; empty on a proof."""
    revision: int = 0
    signature: str = ""


def read_printed(path: Path) -> tuple[list[Stamp], str]:
    """The stamps of all stories in a PDF, and the SHA-256 of the file, both read in a process of their own.

    Raises Unreadable when the file cannot be read, or not within the bounds of `db/sandbox.py`.
    """
    return sandboxed(_read_printed, path, name=path.name)


def _read_printed(path: Path) -> tuple[list[Stamp], str]:
    data = read_input(path, LARGEST)
    return read_stamps(data), hashlib.sha256(data).hexdigest()


def read_stamps(data: bytes) -> list[Stamp]:
    """The stamps of all stories in a PDF, in their order; none when none can be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if swells(data):
                return []
            with pikepdf.open(io.BytesIO(data)) as pdf:
                metadata = OpenPdf(pdf, PressTarget("x4", None, None, 0.0)).metadata
                return [] if metadata is None else _stamps(metadata)
    except DAMAGE:
        return []


def _stamps(metadata: ElementTree.Element) -> list[Stamp]:
    several = metadata.find(f".//{_TAG}Stories")
    if several is not None:
        return [_stamp(one) for one in several.iter(_ITEM)]
    found = next((one for one in metadata.iter(_DESCRIPTION) if _said(one, "ContentHash")), None)
    return [] if found is None else [_stamp(found)]


def _stamp(holder: ElementTree.Element) -> Stamp:
    return Stamp(
        slug=_said(holder, "Slug"), version=int(_said(holder, "Version") or 0),
        content_hash=_said(holder, "ContentHash"), proof=_said(holder, "Proof") == "True",
        login=_said(holder, "SignOffBy"), revision=int(_said(holder, "SignOffRevision") or 0),
        signature=_said(holder, "Signature"),
    )  # fmt: skip


def _said(holder: ElementTree.Element, name: str) -> str:
    """A property written as element or attribute; empty where it is missing."""
    return (holder.findtext(_TAG + name) or holder.get(_TAG + name) or "").strip()
