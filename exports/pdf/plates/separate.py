"""One page of a PDF parted into its plates: a small PDF with a page in grey for each ink."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from db.errors import Unreadable
from exports.pdf.check.paint.colour_spaces import Ink
from exports.pdf.plates.ink_spaces import PROCESS, alternate_ink
from exports.pdf.plates.plate_content import PlateJob, grey_group, part_page
from exports.pdf.plates.plate_images import coarseness, pixels_of

MOST_SPOTS: Final = 12
"""Spot colours that are parted: a press has four to twelve towers, and each is drawn as a page of its own."""


@dataclass(frozen=True)
class Plate:
    """An ink of a page."""

    name: str
    ink: Ink
    """The inks of the press by which it is seen: its own, or those that stand for a spot colour."""

    @property
    def is_process(self) -> bool:
        """Whether it is one of the four of the press."""
        return self.name in PROCESS


_PROCESS_PLATES: Final = tuple(
    Plate(name, tuple(float(number == place) for place in range(len(PROCESS)))) for number, name in enumerate(PROCESS)
)


@dataclass(frozen=True)
class PlatePages:
    """A page on its plates."""

    data: bytes
    """A PDF with a page in grey for each plate, white being paper; as large as the page's MediaBox."""
    plates: tuple[Plate, ...]
    """In the order of those pages."""
    profile: bytes = b""
    """The ICC profile of the press that the file is made for; empty when it names none."""
    notes: tuple[str, ...] = ()
    """What is not shown exactly as it will print, a sentence each."""


TOO_MANY = f"More than {MOST_SPOTS} spot colours: the others are not shown."


def separate(source: bytes, page: int) -> PlatePages:
    """Part a page, counted from 0. Called in the process of `db/sandbox.py`; raises Unreadable for a page that is not
    there, and what reading a damaged file raises.
    """
    with pikepdf.open(io.BytesIO(source)) as pdf:
        if not 0 <= page < len(pdf.pages):
            raise Unreadable(f"The file has no page {page + 1}.")
        wanted = pdf.pages[page]
        spots = list(_spots(wanted))
        plates = (*_PROCESS_PLATES, *spots[:MOST_SPOTS])
        job = PlateJob(pdf, [plate.name for plate in plates], coarseness(pixels_of(wanted.resources)))
        parted = part_page(wanted, job)
        notes = {*job.notes, *((TOO_MANY,) if len(spots) > MOST_SPOTS else ())}
        profile = _profile(pdf)
        _keep_only(pdf, wanted, [parted[plate.name] for plate in plates])
        written = io.BytesIO()
        pdf.save(written, static_id=True, compress_streams=False)
    return PlatePages(written.getvalue(), plates, profile, tuple(sorted(notes)))


def _keep_only(pdf: pikepdf.Pdf, page: pikepdf.Page, parted: list[tuple[bytes, Object]]) -> None:
    """Put the plates in the place of all pages."""
    media, rotation = Array(list(page.mediabox)), int(page.rotation)
    group = page.obj.get("/Group")
    del pdf.pages[:]
    for operators, resources in parted:
        plate = Dictionary({"/Type": Name.Page, "/MediaBox": media, "/Resources": resources, "/Rotate": rotation})
        if group is not None:
            plate["/Group"] = group
            grey_group(plate)
        plate["/Contents"] = pdf.make_indirect(Stream(pdf, operators))
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(plate)))
    for key in list(pdf.Root.keys()):
        if key not in ("/Type", "/Pages", "/OCProperties"):
            del pdf.Root[key]


def _profile(pdf: pikepdf.Pdf) -> bytes:
    for intent in pdf.Root.get("/OutputIntents", []):
        profile = intent.get("/DestOutputProfile")
        if isinstance(profile, Stream) and int(profile.get("/N", 0)) == len(PROCESS):
            return profile.read_bytes()
    return b""


def _spots(page: pikepdf.Page) -> Iterator[Plate]:
    """The spot colours that a page names, wherever it does."""
    found: set[str] = set()
    for space in _arrays(page.resources):
        names = [space[1]] if isinstance(space[1], Name) else list(space[1])
        for name in (str(one)[1:] for one in names):
            if name not in (*PROCESS, "All", "None") and name not in found:
                found.add(name)
                yield Plate(name, alternate_ink(space, page.resources, name))


def _arrays(resources: Object) -> Iterator[Array]:
    """Every space of colourants under the resources of a page."""
    waiting, seen = [resources], set[tuple[int, int]]()
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Array | Dictionary | Stream) or (node.is_indirect and node.objgen in seen):
            continue
        seen.add(node.objgen)
        if isinstance(node, Array):
            if len(node) >= 4 and node[0] in (Name.Separation, Name.DeviceN):
                yield node
            waiting += list(node)
        else:
            waiting += [value for key, value in node.items() if key not in ("/Parent", "/Font")]
