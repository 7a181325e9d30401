"""The press check: whether a PDF, Galley's or any other program's, will be taken by a printer. One table of rules.

Rules follow ISO 15930-7 (PDF/X-4) and ISO 15930-4 (PDF/X-1a:2003) as far as public material tells them; those marked
“press” are trade practice. Nothing is rendered: inks that mix on the plate are worked out from the operators.
"""

import io
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Literal

import pikepdf

from db.errors import Unreadable
from db.input_files import need_file, read_input
from db.sandbox import OutOfBounds, sandboxed
from db.values import PageArea, Problem
from exports.pdf.check.file_rules import FILE_RULES, TOO_LARGE
from exports.pdf.check.font_rules import FONT_RULES
from exports.pdf.check.opened import FileRule, OpenPdf, PressTarget, Spot
from exports.pdf.check.paint_rules import PAINT_RULES
from exports.pdf.check.stream_sizes import layers_swell, swells

RULES: tuple[FileRule, ...] = (TOO_LARGE, *FILE_RULES, *FONT_RULES, *PAINT_RULES)
"""Every rule, in the order its findings are listed."""

LARGEST = 100_000_000
"""Bytes of a PDF that is opened: a page with a dozen pictures is a tenth of it, and it is held in memory."""

_MOST_PLACES = 3
_MOST_AREAS = 200
"""Parts of pages that are told of a problem: more marks on a page than anybody looks at one by one."""

DAMAGE = (
    pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, IndexError,
    ArithmeticError, NotImplementedError, RecursionError,
)  # fmt: skip
"""What reading a file raises where it is not what it says: it is the file's fault, not ours."""

_SWOLLEN = Problem(
    "too-large", "A part of the file unpacks to more than a page could hold.", mend="Export it again; do not open it."
)


def check_pdf(
    source: bytes | Path,
    *,
    flavour: Literal["x4", "x1a"] = "x4",
    ink_limit: float | None = None,
    min_ppi: int | None = None,
    bleed: float = 3.0,
) -> list[Problem]:
    """What stands in the way of printing a PDF, in the order of the rules; none for a sound one.

    `ink_limit` in percent and `min_ppi` are not checked when None; `bleed` in millimetres. A file that cannot be
    read, or not within the bounds of `db/sandbox.py`, is one blocker.
    """
    wanted = PressTarget(flavour, ink_limit, min_ppi, bleed)
    return found_within_bounds(_found, source, wanted, name=source.name if isinstance(source, Path) else "The file")


def found_within_bounds(find: Callable[..., list[Problem]], *given: Any, name: str) -> list[Problem]:
    """What `find(*given)` finds in a file, in a process of its own; one blocker where that had to be ended."""
    try:
        for path in (one for one in given if isinstance(one, Path)):
            need_file(path)
        return sandboxed(find, *given, name=name)
    except OutOfBounds as error:
        return [Problem("too-large", str(error), mend="Export it again with simpler drawings.")]
    except Unreadable as error:
        return [Problem("unreadable", str(error), mend="Export it again.")]


def _found(source: bytes | Path, wanted: PressTarget) -> list[Problem]:
    """What stands in the way of printing a PDF."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if swells(read_input(source, LARGEST) if isinstance(source, Path) else source):
                return [_SWOLLEN]
            with _opened(source) as pdf:
                if layers_swell(pdf):
                    return [_SWOLLEN]
                opened = OpenPdf(pdf, wanted)
                if large := _too_large(opened):
                    return large
                return [problem for rule in RULES for problem in _broken(rule, opened)]
    except pikepdf.PasswordError:
        return [Problem("encrypted", "The file is locked with a password.", mend="Save it without a password.")]
    except Unreadable as error:
        return [Problem("unreadable", str(error))]
    except DAMAGE:
        return [Problem("unreadable", "The file is not a PDF that can be read.", mend="Export it again.")]


@contextmanager
def _opened(source: bytes | Path) -> Iterator[pikepdf.Pdf]:
    """A PDF, of which only what is looked at lies in memory: the pictures of a large page need the rest.

    It is given open: qpdf opens no file whose name is no UTF-8.
    """
    opened = source.open("rb") if isinstance(source, Path) else io.BytesIO(source)
    with opened as file, pikepdf.open(file, access_mode=pikepdf.AccessMode.stream) as pdf:
        yield pdf


def _too_large(opened: OpenPdf) -> list[Problem]:
    """The one problem of a file whose contents are more than is checked; what is damaged is for the other rules."""
    try:
        found = list(TOO_LARGE.find(opened))
    except DAMAGE:
        return []
    return [Problem(TOO_LARGE.name, f"{TOO_LARGE.sentence} ({detail}).", mend=TOO_LARGE.mend) for _, detail in found]


@dataclass(frozen=True)
class ClaimedStandards:
    """What a file says of itself, as far as it says so."""

    flavour: Literal["x4", "x1a"] = "x4"
    format: str = ""
    """The format Galley set it in."""


def read_claims(source: bytes | Path) -> ClaimedStandards:
    """What a PDF says it is; PDF/X-4 in no format where it says nothing or cannot be read."""
    try:
        return sandboxed(_claimed, source, name=source.name if isinstance(source, Path) else "The file")
    except Unreadable:
        return ClaimedStandards()


def _claimed(source: bytes | Path) -> ClaimedStandards:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            data = read_input(source, LARGEST) if isinstance(source, Path) else source
            if swells(data):
                return ClaimedStandards()
            with pikepdf.open(io.BytesIO(data)) as pdf:
                opened = OpenPdf(pdf, PressTarget("x4", None, None, 0.0))
                old = str(opened.info.get("/GTS_PDFXVersion", "")).startswith("PDF/X-1")
                return ClaimedStandards("x1a" if old else "x4", opened.said("galley:Format"))
    except (Unreadable, pikepdf.PasswordError, *DAMAGE):
        return ClaimedStandards()


def _broken(rule: FileRule, opened: OpenPdf) -> Iterator[Problem]:
    """One problem for a broken rule, with the first places it is broken at.

    What the rule looks at may itself be damaged; a rule that cannot be judged is a broken one.
    """
    told: dict[tuple[str, str], None] = {}
    areas: dict[PageArea, None] = {}
    try:
        for place, detail in rule.find(opened):
            told[str(place), detail] = None
            if isinstance(place, Spot) and len(areas) < _MOST_AREAS:
                areas[PageArea(place.page, place.box)] = None
    except DAMAGE:
        yield Problem(rule.name, f"{rule.sentence}, or what tells so is damaged.", rule.severity, "", rule.mend)
        return
    if told:
        yield Problem(
            rule.name, f"{rule.sentence}{_said(told)}.", rule.severity, _places(told), rule.mend, tuple(areas)
        )


def _said(told: Iterable[tuple[str, str]]) -> str:
    """The first details of what was found, and how many there are more."""
    details = list(dict.fromkeys(detail for _, detail in told if detail))
    more = f" and {len(details) - _MOST_PLACES} more" if len(details) > _MOST_PLACES else ""
    return f" ({', '.join(details[:_MOST_PLACES])}{more})" if details else ""


def _places(told: Iterable[tuple[str, str]]) -> str:
    return ", ".join(dict.fromkeys(place for place, _ in islice(told, _MOST_PLACES) if place))
