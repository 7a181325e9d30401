"""What a file that Galley wrote says of itself: the stamp in its metadata, read back."""

import io
import warnings
from dataclasses import dataclass

import pikepdf

from exports.pdf.check.opened import Opened, Wanted


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


def read_stamp(data: bytes) -> Stamp | None:
    """The stamp of a PDF; None when there is none that can be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with pikepdf.open(io.BytesIO(data)) as pdf:
                return _stamp(Opened(pdf, Wanted("x4", None, None, 0.0)))
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _stamp(opened: Opened) -> Stamp | None:
    content_hash = opened.said("galley:ContentHash")
    if not content_hash:
        return None
    return Stamp(
        slug=opened.said("galley:Slug"), version=int(opened.said("galley:Version") or 0), content_hash=content_hash,
        proof=opened.said("galley:Proof") == "True", login=opened.said("galley:SignOffBy"),
        revision=int(opened.said("galley:SignOffRevision") or 0), signature=opened.said("galley:Signature"),
    )  # fmt: skip
