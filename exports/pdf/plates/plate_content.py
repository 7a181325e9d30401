"""Operators of a page parted into plates: every colour becomes the grey of its ink on each.

What leaves an ink as it is, because it overprints, is not painted on that plate at all; what knocks out is painted
white there. So each plate is a page of its own that any program can draw (ISO 32000-2, 8.6.6 and 11.7.4).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from exports.pdf.check.paint.content import Budget, instructions
from exports.pdf.check.paint.forms import printed_notes
from exports.pdf.plates.ink_spaces import BLACK, InkSpace, Paint, ink_space_of, paint_of
from exports.pdf.plates.plate_images import PlateImages, plate_images
from exports.pdf.plates.plate_shadings import NETS, PlateShading
from exports.pdf.plates.plate_state import PATHS, PlateState, path_painted

_DEEPEST = 12
"""Forms within forms are followed so far; a file that calls itself would never end."""
_SPACE: Final = "GalleyGrey"
"""The colour space of patterns that are painted in the colour of the page."""
_DECIMALS = 4

Plates = Sequence[str]
Parted = dict[str, list[bytes]]


@dataclass
class PlateJob:
    """What all parts of a page have in common while it is parted."""

    pdf: pikepdf.Pdf
    plates: Plates
    coarseness: int
    """Pixels of pictures that become one, along each side."""
    budget: Budget = field(default_factory=Budget)
    notes: set[str] = field(default_factory=set)
    """What is not shown as it will print."""
    images: dict[tuple[int, int], PlateImages] = field(default_factory=dict)
    forms: dict[tuple[tuple[int, int], PlateState], dict[str, Object]] = field(default_factory=dict)
    names: int = 0

    def new_name(self) -> str:
        """A name that no resource has."""
        self.names += 1
        return f"/GalleyPart{self.names}"


def part_page(page: pikepdf.Page, job: PlateJob) -> dict[str, tuple[bytes, Object]]:
    """Operators and resources of a page on each plate, the looks of its printed notes among them."""
    reader = _PlateReader(page.resources, PlateState(), 0, job)
    reader.begin()
    reader.read(page.obj)
    for looks, matrix in printed_notes(page):
        reader.note(looks, matrix)
    return {plate: (reader.operators(plate), reader.resources(plate)) for plate in job.plates}


class _PlateReader:
    """Parts one content stream; a form is parted by a further one."""

    def __init__(self, resources: Object, state: PlateState, depth: int, job: PlateJob) -> None:
        self._resources, self._state, self._depth, self._job = resources, state, depth, job
        self._stack: list[PlateState] = []
        self._out: Parted = {plate: [] for plate in job.plates}
        self._same: list[Any] = []
        """Instructions that are the same on all plates, and not written yet."""
        self._made: dict[str, dict[tuple[str, str], Object]] = {plate: {} for plate in job.plates}
        """What each plate calls by a new name."""

    def begin(self) -> None:
        """The colour that a page and a pattern begin with."""
        self._write_paints("fill", "stroke")

    def operators(self, plate: str) -> bytes:
        """What the plate consists of."""
        self._flush()
        return b"\n".join(self._out[plate])

    def resources(self, plate: str) -> Object:
        """What the plate calls by name."""
        made = Dictionary(dict(self._resources.items()))
        for (kind, name), thing in self._made[plate].items():
            table = Dictionary(dict((made.get(kind) or Dictionary()).items()))
            table[name] = thing
            made[kind] = table
        made["/ColorSpace"] = Dictionary({f"/{_SPACE}": Array([Name.Pattern, Name.DeviceGray])})
        return made

    def read(self, stream: Object) -> None:
        """Part a stream."""
        for one in instructions(stream, self._job.budget):
            if isinstance(one, pikepdf.ContentStreamInlineImage):
                self._inline(one)
            else:
                operator = str(one.operator)
                _ACTS.get(operator, _PlateReader._keep)(self, operator, one)

    def note(self, looks: Object, matrix: Sequence[float]) -> None:
        """What a note looks like, over all that stands on the page."""
        self._state = PlateState()
        for plate, form in self._form(looks).items():
            name = self._job.new_name()
            self._made[plate]["/XObject", name] = form
            laid = " ".join(f"{value:.{_DECIMALS}f}" for value in matrix)
            self._flush()
            self._out[plate].append(f"q {laid} cm {name} Do Q".encode())

    # what is written

    def _keep(self, _operator: str, one: Any) -> None:
        self._same.append(one)

    def _flush(self) -> None:
        if self._same:
            written = pikepdf.unparse_content_stream(self._same)
            self._same = []
            for part in self._out.values():
                part.append(written)

    def _write(self, operators: Callable[[str], bytes]) -> None:
        """Write something that differs from plate to plate."""
        self._flush()
        for plate, part in self._out.items():
            if written := operators(plate):
                part.append(written)

    def _write_paints(self, *which: str) -> None:
        for one in which:
            if getattr(self._state, one) is not None:
                self._write(partial(self._coloured, one))

    def _coloured(self, which: str, plate: str) -> bytes:
        return f"{self._tone(which, plate)} {'g' if which == 'fill' else 'G'}".encode()

    def _tone(self, which: str, plate: str) -> str:
        """The grey of an ink; what leaves it as it is is not painted, so its grey does not matter."""
        return f"{1 - (self._state.share(which, plate) or 0.0):.{_DECIMALS}f}"

    # state

    def _push(self, operator: str, one: Any) -> None:
        self._stack.append(self._state)
        self._keep(operator, one)

    def _pop(self, operator: str, one: Any) -> None:
        if self._stack:
            self._state = self._stack.pop()
        self._keep(operator, one)

    def _use(self, operator: str, one: Any) -> None:
        """gs"""
        given, state = self._named("/ExtGState", one.operands[0]) or Dictionary(), self._state
        self._change(
            over_stroke=bool(given.get("/OP", state.over_stroke)),
            over_fill=bool(given.get("/op", given.get("/OP", state.over_fill))),
            mode=int(given.get("/OPM", state.mode)),
        )
        self._keep(operator, one)

    def _render(self, operator: str, one: Any) -> None:
        """Tr"""
        self._change(shown=int(one.operands[0]))
        self._keep(operator, one)

    def _change(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)

    # colours

    def _choose(self, operator: str, one: Any) -> None:
        """cs, CS"""
        which = "fill" if operator == "cs" else "stroke"
        named = (self._resources.get("/ColorSpace") or Dictionary()).get(str(one.operands[0]))
        if isinstance(named, Array) and len(named) > 1 and named[0] == Name.Pattern:
            space = ink_space_of(named[1], self._resources)
        else:
            space = ink_space_of(one.operands[0], self._resources)
        paint = paint_of(space, space.first) if space is not None else BLACK
        self._take(which, space, paint)

    def _plain(self, operator: str, one: Any) -> None:
        """g, rg, k and the like: a space and a colour in it at once."""
        which = "fill" if operator.islower() else "stroke"
        space = ink_space_of(Name(_PLAIN[operator.lower()]))
        assert space is not None
        self._take(which, space, paint_of(space, [float(value) for value in one.operands]))

    def _colour(self, operator: str, one: Any) -> None:
        """sc, scn and the like: a colour of the space, or a pattern."""
        which = "fill" if operator.islower() else "stroke"
        space: InkSpace | None = getattr(self._state, f"{which}_space")
        operands = list(one.operands)
        if operands and isinstance(operands[-1], Name):
            self._pattern(which, operands)
        elif space is not None and len(operands) == space.parts:
            self._take(which, space, paint_of(space, [float(value) for value in operands]))

    def _take(self, which: str, space: InkSpace | None, paint: Paint) -> None:
        self._change(**{which: paint, f"{which}_space": space})
        self._write_paints(which)

    def _pattern(self, which: str, operands: list[Any]) -> None:
        pattern = self._named("/Pattern", operands[-1])
        if pattern is None:
            return
        name, chosen = self._job.new_name(), "cs" if which == "fill" else "CS"
        if isinstance(pattern, Stream) and int(pattern.get("/PaintType", 1)) == 2:
            self._uncoloured(which, pattern, name, operands[:-1])
            return
        for plate, made in self._patterns(pattern).items():
            self._made[plate]["/Pattern", name] = made
        self._change(**{which: None})
        self._write(lambda _: f"/Pattern {chosen} {name} {chosen.replace('cs', 'scn').replace('CS', 'SCN')}".encode())

    def _uncoloured(self, which: str, pattern: Object, name: str, values: list[Any]) -> None:
        """A pattern that is painted in a colour."""
        space: InkSpace | None = getattr(self._state, f"{which}_space")
        paint = paint_of(space, [float(value) for value in values]) if space and len(values) == space.parts else BLACK
        self._change(**{which: paint})
        for made in self._made.values():
            made["/Pattern", name] = pattern
        chosen, set_to = ("cs", "scn") if which == "fill" else ("CS", "SCN")
        self._write(lambda plate: f"/{_SPACE} {chosen} {self._tone(which, plate)} {name} {set_to}".encode())

    def _patterns(self, pattern: Object) -> dict[str, Object]:
        """A pattern on each plate."""
        job = self._job
        if isinstance(pattern, Stream):
            return self._inner(pattern, PlateState(), begins=True)
        shading = PlateShading(job.pdf, pattern["/Shading"], self._resources)
        self._note_shading(shading)
        found: dict[str, Object] = {}
        for plate in job.plates:
            made = Dictionary(dict(pattern.items()))
            made["/Shading"] = shading.on(plate, overprints=False) or _white(job.pdf)
            found[plate] = job.pdf.make_indirect(made)
        return found

    def _note_shading(self, shading: PlateShading) -> None:
        if not shading.parted:
            self._job.notes.add(NETS)

    # what is painted

    def _paint(self, operator: str, one: Any) -> None:
        """A path: on each plate what of it is painted there."""
        fills, strokes = PATHS[operator]
        whole = {plate: self._state.painted(plate, fills, strokes) for plate in self._job.plates}
        if all(painted == (fills, strokes) for painted in whole.values()):
            self._keep(operator, one)
            return
        self._write(lambda plate: path_painted(operator, *whole[plate]).encode())

    def _show(self, operator: str, one: Any) -> None:
        """Text: on each plate filled and drawn as far as it prints there."""
        usual = self._state.shown
        shown = {plate: self._state.shown_on(plate) for plate in self._job.plates}
        if all(one_way == usual for one_way in shown.values()):
            self._keep(operator, one)
            return
        written = pikepdf.unparse_content_stream([one])
        self._write(
            lambda plate: written if shown[plate] == usual else b"%d Tr\n%s\n%d Tr" % (shown[plate], written, usual)
        )

    def _shade(self, operator: str, one: Any) -> None:
        """sh"""
        given = self._named("/Shading", one.operands[0])
        if given is None:
            return
        shading, name = PlateShading(self._job.pdf, given, self._resources), self._job.new_name()
        self._note_shading(shading)
        found = {plate: shading.on(plate, overprints=self._state.over_fill) for plate in self._job.plates}
        for plate, made in found.items():
            if made is not None:
                self._made[plate]["/Shading", name] = made
        self._write(lambda plate: f"{name} sh".encode() if found[plate] is not None else b"")

    def _do(self, operator: str, one: Any) -> None:
        thing = self._named("/XObject", one.operands[0])
        if not isinstance(thing, Stream):
            return
        if thing.get("/Subtype") == Name.Form:
            self._call(self._form(thing))
        elif thing.get("/ImageMask", False):
            self._stencil(operator, one)
        else:
            self._picture(thing)

    def _call(self, things: dict[str, Object]) -> None:
        name = self._job.new_name()
        for plate, thing in things.items():
            self._made[plate]["/XObject", name] = thing
        self._write(lambda plate: f"{name} Do".encode() if plate in things else b"")

    def _stencil(self, _operator: str, one: Any) -> None:
        written = pikepdf.unparse_content_stream([one])
        self._write(lambda plate: written if self._state.share("fill", plate) is not None else b"")

    def _inline(self, one: pikepdf.ContentStreamInlineImage) -> None:
        """A picture among the operators becomes one that is called by name."""
        given = one.iimage
        if given.image_mask:
            self._stencil("BI", one)
            return
        made = Stream(self._job.pdf, given.read_raw_bytes(), dict(given.obj.items()))
        made["/Type"], made["/Subtype"] = Name.XObject, Name.Image
        if given.filters:
            made["/Filter"] = Array([Name(name) for name in given.filters])
        self._picture(made)

    def _picture(self, image: Stream) -> None:
        job, key = self._job, image.objgen
        if key not in job.images or key == (0, 0):
            job.images[key] = plate_images(job.pdf, image, self._resources, job.plates, job.coarseness)
        parted = job.images[key]
        job.notes |= parted.notes
        over = self._state.over_fill
        self._call(
            {
                plate: job.pdf.make_indirect(parted.by_plate.get(plate, parted.blank))
                for plate in job.plates
                if parted.every or plate in parted.named or not over
            }
        )

    def _form(self, form: Object) -> dict[str, Object]:
        """A form on each plate; it begins in the colours of whoever calls it."""
        key = (form.objgen, self._state)
        if key not in self._job.forms or form.objgen == (0, 0):
            self._job.forms[key] = {}  # a form that calls itself finds nothing
            self._job.forms[key] = self._inner(form, self._state, begins=False)
        return self._job.forms[key]

    def _inner(self, thing: Object, state: PlateState, *, begins: bool) -> dict[str, Object]:
        """A form or pattern on each plate."""
        if self._depth >= _DEEPEST:
            return {}
        job = self._job
        inner = _PlateReader(thing.get("/Resources", self._resources), state, self._depth + 1, job)
        if begins:
            inner.begin()
        inner.read(thing)
        found: dict[str, Object] = {}
        for plate in job.plates:
            made = Stream(job.pdf, inner.operators(plate))
            for key, value in thing.items():
                if key not in _PACKING:
                    made[key] = value
            made["/Resources"] = inner.resources(plate)
            grey_group(made)
            found[plate] = job.pdf.make_indirect(made)
        return found

    def _named(self, kind: str, name: Object) -> Object | None:
        return (self._resources.get(kind) or Dictionary()).get(str(name))


def grey_group(thing: Object) -> None:
    """Let a group of a page or form mix in grey: it holds one ink."""
    group = thing.get("/Group")
    if isinstance(group, Dictionary) and "/CS" in group:
        made = Dictionary(dict(group.items()))
        made["/CS"] = Name.DeviceGray
        thing["/Group"] = made


def _white(pdf: pikepdf.Pdf) -> Object:
    """A slope from white to white."""
    way = Dictionary({"/FunctionType": 2, "/Domain": Array([0, 1]), "/C0": Array([1]), "/C1": Array([1]), "/N": 1})
    entries = {
        "/ShadingType": 2, "/ColorSpace": Name.DeviceGray, "/Coords": Array([0, 0, 1, 0]), "/Function": way,
        "/Extend": Array([True, True]),
    }  # fmt: skip
    return pdf.make_indirect(Dictionary(entries))


_PACKING: Final = frozenset(("/Length", "/Filter", "/DecodeParms"))
_PLAIN: Final = {"g": "/DeviceGray", "rg": "/DeviceRGB", "k": "/DeviceCMYK"}
_ACTS: Final[dict[str, Callable[[_PlateReader, str, Any], None]]] = {
    "q": _PlateReader._push, "Q": _PlateReader._pop, "gs": _PlateReader._use, "Tr": _PlateReader._render,
    **dict.fromkeys(("cs", "CS"), _PlateReader._choose),
    **dict.fromkeys(("g", "G", "rg", "RG", "k", "K"), _PlateReader._plain),
    **dict.fromkeys(("sc", "scn", "SC", "SCN"), _PlateReader._colour),
    **dict.fromkeys(PATHS, _PlateReader._paint),
    **dict.fromkeys(("Tj", "TJ", "'", '"'), _PlateReader._show),
    "sh": _PlateReader._shade, "Do": _PlateReader._do,
}  # fmt: skip
"""Operators that are not the same on all plates, or say what is."""
