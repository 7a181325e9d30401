"""Finishes a written file as PDF/X: output intent, metadata, boxes, version and structure of the flavour."""

import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from exports import cache_sizes
from exports.formats import Format
from exports.pdf.draw.page import Paper
from exports.pdf.stamp import FileIdentity, info, xmp


@dataclass(frozen=True)
class Flavour:
    """What a flavour of PDF/X asks of the file's structure."""

    version: str
    streams: pikepdf.ObjectStreamMode


FLAVOURS: Final = {
    "x4": Flavour("1.6", pikepdf.ObjectStreamMode.generate),
    "x1a": Flavour("1.4", pikepdf.ObjectStreamMode.disable),
}
"""ISO 15930-7 (X-4) and ISO 15930-4 (X-1a:2003)."""


def finish(written: bytes, papers: Sequence[Paper], fmt: Format, edition: FileIdentity, flavour: Flavour) -> bytes:
    """The file with everything its flavour asks for. The same input makes the same bytes."""
    with pikepdf.open(io.BytesIO(written)) as pdf:
        for page, paper in zip(pdf.pages, papers, strict=True):
            page.obj.MediaBox = _box(paper.media)
            page.obj.BleedBox = _box(paper.bleeds)
            page.obj.TrimBox = _box(paper.trim)
            if "/Trans" in page.obj:
                del page.obj.Trans
        _complete_catalog(pdf, fmt, edition)
        details = {name: String(value) for name, value in info(edition).items()}
        pdf.trailer.Info = pdf.make_indirect(Dictionary({**details, "/Trapped": Name("/False")}))
        out = io.BytesIO()
        pdf.save(
            out, force_version=flavour.version, object_stream_mode=flavour.streams, deterministic_id=True,
            compress_streams=True, fix_metadata_version=False,
        )  # fmt: skip
    return out.getvalue()


def _complete_catalog(pdf: pikepdf.Pdf, fmt: Format, edition: FileIdentity) -> None:
    for name in ("/Outlines", "/PageMode"):
        if name in pdf.Root:
            del pdf.Root[name]
    pdf.Root.Lang = String(edition.provenance.language)
    pdf.Root.Metadata = pdf.make_stream(xmp(edition), Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.OutputIntents = Array([pdf.make_indirect(_output_intent(pdf, fmt))])
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _output_intent(pdf: pikepdf.Pdf, fmt: Format) -> Dictionary:
    """The printing condition with its profile inside (ISO 32000-2, 14.11.5)."""
    profile = pdf.make_stream(b"", N=4)
    profile.write(deflated(fmt.profile), filter=Name.FlateDecode)
    return Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier=String(fmt.condition),
        OutputCondition=String(fmt.condition_name), Info=String(fmt.condition_name),
        RegistryName=String("http://www.color.org"), DestOutputProfile=profile,
    )  # fmt: skip


_QUICK = 4
"""Deflating a profile harder takes twice as long and makes it no smaller."""


def deflated(profile: Path) -> bytes:
    """A profile's bytes, deflated once for all files that carry it."""
    return _deflated(profile, profile.stat().st_mtime_ns)


@lru_cache(maxsize=cache_sizes.HEAVY)
def _deflated(profile: Path, _changed: int) -> bytes:
    return zlib.compress(profile.read_bytes(), _QUICK)


def _box(corners: tuple[float, float, float, float]) -> Array:
    return Array([round(value, 3) for value in corners])
