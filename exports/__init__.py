"""A story in, a file out. No Qt, no database session: plain values at each door."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from db.clearance import why_altered, why_not_clean
from db.errors import NewsroomError, Refused
from db.values import Original, Story, StoryText

if TYPE_CHECKING:
    from exports.formats import Format
    from exports.pdf.provenance import Provenance
    from exports.typeset import StoryLayout

Flavour = Literal["x4", "x1a"]


@dataclass(frozen=True)
class Order:
    """What is to be made: one story, in one format, at one moment."""

    story: Story
    format: "Format"
    originals: Mapping[str, Original]
    at: datetime
    """Printed in the slug line and the file's dates; the same order makes the same bytes."""
    flavour: Flavour = "x4"
    proof: bool = False
    against: StoryText | None = None
    """An earlier text: the proof shows what went and what came since."""
    against_version: int = 0
    """The number of the revision that text is."""
    line_numbers: bool = True
    """A proof has them in margin and gutters."""

    @cached_property
    def layout(self) -> "StoryLayout":
        """The story set: preflight, pages and fit look at the same."""
        from exports.typeset import StoryLayout

        return StoryLayout(self.story, self.format, self.originals)


@dataclass(frozen=True)
class Exporter:
    """One kind of file a story can leave as."""

    name: str
    """As people call it, short: `PDF`."""
    label: str
    suffix: str
    write: Callable[[Order], bytes]
    flavours: Mapping[str, str] = field(default_factory=dict)
    """The standards it can be held to: by the name `--flavour` takes, what they are called."""
    holds_several: bool = False
    """Whether one file can hold several stories."""


def _write_pdf(order: Order) -> bytes:
    """Set the story and write it as PDF/X. The typesetter and the writer load when first needed: they are heavy."""
    from exports.pdf import write_pdf
    from exports.typeset import number_lines, sheets_of

    if order.against is not None:
        from exports.redline import set_redline

        sheets = set_redline(order.story, order.against, order.format, order.originals)
    else:
        sheets = sheets_of(order.layout)
    if order.proof and order.line_numbers:
        sheets = [number_lines(sheet, order.format) for sheet in sheets]
    provenance = provenance_of(order)
    return write_pdf(sheets, order.format, provenance, order.originals, flavour=order.flavour, proof=order.proof)


def provenance_of(order: Order) -> "Provenance":
    """What the file of an order says of its story."""
    from exports.pdf.provenance import Provenance

    story = order.story
    return Provenance(
        title=story.headline or story.slug, author=story.byline, slug=story.slug, version=story.version,
        content_hash=story.content_hash, sign_off=None if order.proof else story.sign_off, at=order.at,
        language=story.language, redline=order.against_version,
        keywords=tuple(dict.fromkeys(filter(None, (story.kicker.strip(), story.desk, story.slug)))),
    )  # fmt: skip


PDF = "pdf"
"""The kind that shows a page as it is printed: proofs and previews are of it, exports when no other is asked for."""

FLAVOURS: Mapping[str, str] = {"x4": "PDF/X-4", "x1a": "PDF/X-1a:2003"}
"""The flavours of PDF for print, as their standards are called."""

EXPORTERS = {
    PDF: Exporter("PDF", "PDF for print", ".pdf", _write_pdf, flavours=FLAVOURS, holds_several=True),
}
"""Every kind of file, by the name `--format` takes."""


def exporter(kind: str) -> Exporter:
    """The exporter of that name. Raises NewsroomError, naming those there are."""
    if kind not in EXPORTERS:
        raise NewsroomError(f"Galley does not export “{kind}”; it exports {', '.join(EXPORTERS)}.")
    return EXPORTERS[kind]


def export_story(order: Order, kind: str = PDF) -> bytes:
    """The bytes of a story as a file of that kind.

    Raises Refused when a clean file is asked for and the story is not approved as it stands, or preflight finds a
    blocker; NewsroomError for a kind there is not.
    """
    make = exporter(kind)
    check_clean(order)
    return make.write(order)


def check_clean(order: Order) -> None:
    """Raises Refused, with the reason, when an order that is no proof may not be carried out.

    Whatever leaves comes through here: one story or many, into files of their own or one, from window or command line.
    """
    from exports.preflight import preflight_of

    if order.proof:
        return
    if why := _why_not_clean(order):
        raise Refused(why)
    blockers = [found.sentence for found in preflight_of(order.layout, order.originals) if found.blocks]
    if blockers:
        raise Refused(f"{order.story.slug}: {' '.join(blockers)}")


def preview(order: Order) -> bytes:
    """The page as it would leave now: clean when the story is approved as it stands, else marked PROOF."""
    shown = replace(order, proof=bool(_why_not_clean(order)), line_numbers=False)
    vars(shown)["layout"] = order.layout  # the same story in the same format: set once
    return export_story(shown, PDF)


def _why_not_clean(order: Order) -> str:
    return why_not_clean(order.story, order.format.name) or why_altered(order.story, order.originals)
