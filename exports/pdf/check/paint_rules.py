"""What a printer asks of all that is painted: fonts, colours, transparency, pictures, ink, lines."""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import groupby

from pikepdf import Array, Name, Object, Stream

from db.values import Severity
from exports.pdf.check.opened import FileRule, Found, OpenPdf, Spot
from exports.pdf.check.paint.colour_spaces import Ink
from exports.pdf.check.paint.geometry import Box
from exports.pdf.check.paint.graphics_state import Painted
from exports.pdf.check.stream_sizes import filters_of
from exports.units import PER_INCH

_PLATES = ("/DeviceCMYK", "/DeviceGray")
_FOREIGN = ("/DeviceRGB", "/CalRGB", "/CalGray", "/Lab", "/ICCBased")
_INTENTS = {"AbsoluteColorimetric", "RelativeColorimetric", "Perceptual", "Saturation"}
_BLENDS = {
    "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn",
    "HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity",
}  # fmt: skip
_ROUNDING = 2.0
"""Percent of ink over the limit that is let pass: a plate has 256 steps."""
_SPECK = 4.0
"""Square points: where less mixes, nobody sees it (press)."""
_DEEP = 300
"""Things before one among which it is looked for what lies under it."""
_HAIRLINE = 0.2
"""Points; thinner lines vanish on newsprint (press)."""
_SPECKS = 0.001
"""Share of a picture's pixels that may be over the limit: JPEG rings at hard edges (press)."""


def _colours(opened: OpenPdf) -> Found:
    for place, operator, operands in opened.asked:
        if operator in ("rg", "RG"):
            yield place, "RGB"
        elif operator == "BI" and not operands[0].image_mask and operands[0].colorspace not in _PLATES:
            yield place, f"{str(operands[0].colorspace)[1:]} in a picture"
    for node in opened.nodes:
        values = list(node) if isinstance(node, Array) else [value for key, value in node.items() if key != "/ProcSet"]
        yield from (("", str(value)[1:]) for value in values if isinstance(value, Name) and str(value) in _FOREIGN)


def _alternates(opened: OpenPdf) -> Found:
    for node in opened.nodes:
        spot = isinstance(node, Array) and len(node) >= 4 and node[0] in (Name.Separation, Name.DeviceN)
        if spot and str(node[2]) not in _PLATES:
            yield "", str(node[1])


def _picture_colours(opened: OpenPdf) -> Found:
    for image in opened.images:
        space = image.get("/ColorSpace")
        kind = space[0] if isinstance(space, Array) and len(space) else space
        if str(kind) in _FOREIGN:
            yield opened.place_of(image), str(kind)[1:]


def _intents(opened: OpenPdf) -> Found:
    said = [(place, operands[0]) for place, operator, operands in opened.asked if operator == "ri" and operands]
    for node in opened.dictionaries:
        said += [("", node[key]) for key in ("/RI", "/Intent") if key in node and (key == "/RI" or "/Width" in node)]
    yield from (
        (place, str(name)[1:]) for place, name in said if isinstance(name, Name) and str(name)[1:] not in _INTENTS
    )


def _transparency(opened: OpenPdf) -> Found:
    """PDF/X-1a has none; PDF/X-4 the blend modes of ISO 32000 in groups of the press's own colours."""
    for node in opened.dictionaries:
        if node.get("/S") == Name.Transparency:
            if not opened.wanted.x4:
                yield "", "a transparent group"
            elif str(node.get("/CS", Name.DeviceCMYK)) not in _PLATES:
                yield "", "a transparent group in other colours"
    for state in opened.states:
        blend = state.get("/BM", Name.Normal)
        modes = {str(mode)[1:] for mode in (blend if isinstance(blend, Array) else [blend])}
        if modes - _BLENDS:
            yield "", "an unknown blend mode"
    if opened.wanted.x4:
        return
    yield from ((opened.place_of(image), "a soft mask") for image in opened.images if "/SMask" in image)
    for state in opened.states:
        yield from (("", detail) for detail in _mixing(state))


def _mixing(state: Object) -> Iterator[str]:
    if any(float(state.get(name, 1)) < 1 for name in ("/ca", "/CA")):
        yield "opacity"
    if state.get("/BM", Name.Normal) not in (Name.Normal, Name.Compatible):
        yield "a blend mode"
    if state.get("/SMask", Name("/None")) != Name("/None"):
        yield "a soft mask"


def _curves(opened: OpenPdf) -> Found:
    for state in opened.states:
        yield from (("", name[1:]) for name in ("/TR", "/HTP") if name in state)
        if "/TR2" in state and state.get("/TR2") != Name.Default:
            yield "", "TR2"
    kinds = (1, 5, 6, 10, 16) if opened.wanted.x4 else (1, 5)
    for node in opened.dictionaries:
        if "/HalftoneType" in node and (node.get("/HalftoneType") not in kinds or "/HalftoneName" in node):
            yield "", "a screen of its own"


def _compression(opened: OpenPdf) -> Found:
    banned = {"/LZWDecode", "/LZW", "/Crypt"} | (set() if opened.wanted.x4 else {"/JBIG2Decode", "/JPXDecode"})
    for node in opened.dictionaries:
        if isinstance(node, Stream):
            yield from (("", name[1:]) for name in filters_of(node) if name in banned)


_DARK, _TINGED, _COLOURED = 0.5, 0.05, 0.4
"""Share of black from which type counts as black; share of all other inks together that it may carry, for rounding;
and share of each of them from which colours alone count as black type made of three inks.
"""


def _is_rich(ink: tuple[float, ...]) -> bool:
    """Whether black type carries other inks, or all colours lie under it: either shows every fault of register."""
    return (ink[3] > _DARK and sum(ink[:3]) > _TINGED) or min(ink[:3]) > _COLOURED


def _text_ink(opened: OpenPdf) -> Found:
    for page, thing in opened.printed:
        if thing.kind == "text" and thing.ink and _is_rich(thing.ink):
            yield _spot(page, thing), "black type made of several inks"


def _text_colour(opened: OpenPdf) -> Found:
    for page, thing in opened.printed:
        if thing.kind != "text" or (thing.ink and _is_rich(thing.ink)):
            continue
        if thing.ink is None or sum(share > 0 for share in thing.ink) > 1:
            yield _spot(page, thing), "type in several inks" if thing.ink else "type in another colour space"


def _spot(page: int, thing: Painted) -> Spot:
    """The place of a thing on its page."""
    return Spot(page, thing.seen or thing.box)


def _lost_white(opened: OpenPdf) -> Found:
    for page, thing in opened.painted:
        if thing.kind in ("fill", "text") and thing.ink and not any(thing.ink) and thing.overprints:
            yield _spot(page, thing), ""


def _hairlines(opened: OpenPdf) -> Found:
    for page, thing in opened.painted:
        if thing.kind == "line" and thing.width < _HAIRLINE:
            yield _spot(page, thing), f"{thing.width:.2f} pt"


def _ink(opened: OpenPdf) -> Found:
    limit = opened.wanted.ink_limit
    if limit is None:
        return
    for spot, most in _inked(opened):
        if most > limit + _ROUNDING:
            yield spot, f"{most:.0f} % instead of {limit:g} %"
    for page, thing in opened.printed:
        shares = thing.image.shares if thing.image is not None else None
        if shares is not None and sum(shares[int(limit) + 1 :]) > sum(shares) * _SPECKS:
            most = max(percent for percent, count in enumerate(shares) if count)
            yield _spot(page, thing), f"up to {most} % instead of {limit:g} % in a picture"


Laid = tuple[Painted, list[Ink]]
"""Something painted, with its inks."""


def _inked(opened: OpenPdf) -> Iterator[tuple[Spot, float]]:
    """Place and percent of ink of all that is painted in one even ink, and where it mixes with what lies under it."""
    for page, things in groupby(opened.printed, key=lambda pair: pair[0]):
        under: deque[Laid] = deque(maxlen=_DEEP)
        for _, thing in things:
            inks = thing.image.inks if thing.image is not None else [thing.ink] if thing.ink else []
            if thing.image is None:
                yield from ((_spot(page, thing), sum(ink) * 100 * thing.opacity) for ink in inks)
            yield from ((_spot(page, thing), most) for most in _mixed(thing, under))
            if thing.kind in ("fill", "picture", "shade") and inks:
                under.append((thing, inks))


def _mixed(thing: Painted, under: Iterable[Laid]) -> Iterator[float]:
    """The most ink where a thing is laid on each of those under it (ISO 32000-2, 11.7.4.3 and 11.3.5.2).

    Of lines only those that lie level or upright are looked at: the box of others is not where they print. Type is laid
    on even grounds alone: where in a picture it stands is not known.
    """
    if not thing.ink or not thing.solid or not (thing.overprints or thing.multiplies or thing.opacity < 1):
        return
    for below, inks in under:
        if not thing.seen or not below.seen or not _cover(thing.seen, below.seen):
            continue
        for ink in [] if thing.kind == "text" and below.image is not None else inks:
            yield sum(_mix(thing, over, beneath) for over, beneath in zip(thing.ink, ink, strict=True)) * 100


def _mix(thing: Painted, over: float, beneath: float) -> float:
    """One ink where a thing lies on another."""
    laid = over or (beneath if thing.overprints else 0.0)
    if thing.multiplies:
        laid = 1 - (1 - over) * (1 - beneath)
    return beneath + thing.opacity * (laid - beneath)


def _cover(one: Box, other: Box) -> bool:
    """Whether two boxes share more than a speck."""
    width, height = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return width > 0 and height > 0 and width * height > _SPECK


def _resolution(opened: OpenPdf) -> Found:
    least = opened.wanted.min_ppi
    for page, thing in opened.painted:
        image, (width, height) = thing.image, thing.size
        if image is None or least is None or image.stencil or width <= 0 or height <= 0:
            continue
        wanted = 2 * least if image.bits == 1 else least
        ppi = min(image.width / width, image.height / height) * PER_INCH
        if ppi < wanted - 1:
            yield _spot(page, thing), f"{ppi:.0f} ppi instead of {wanted}"


PAINT_RULES = (
    FileRule("colours", "It is painted in colours a press has no ink for", "Convert them to CMYK.", _colours),
    FileRule("alternates", "A spot colour stands for no inks of the press", "Define it in CMYK.", _alternates),
    FileRule(
        "picture-colours", "A picture is not in the colours of the press", "Convert it to CMYK.", _picture_colours
    ),
    FileRule("intents", "It asks for an unknown rendering intent", "Export it again.", _intents),
    FileRule("transparency", "It is transparent in a way this PDF/X does not allow", "Flatten it.", _transparency),
    FileRule("curves", "It changes tones by curves or screens of its own", "Remove them.", _curves),
    FileRule("compression", "It is compressed in a way PDF/X does not allow", "Save it again.", _compression),
    FileRule("ink", "There is more ink than the paper takes", "Convert with the format's profile.", _ink),
    FileRule("resolution", "A picture is too coarse", "Print it smaller or use a larger original.", _resolution),
    FileRule("text-ink", "Black type is not black alone", "Set it in black only.", _text_ink),
    FileRule("text-colour", "Type is in several inks", "Set it in one.", _text_colour, Severity.WARNING),
    FileRule("white", "Something white overprints, and so vanishes", "Let it knock out.", _lost_white),
    FileRule("hairlines", "A line is too thin to print", "Draw it at 0.25 pt.", _hairlines),
)
