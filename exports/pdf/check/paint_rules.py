"""What a printer asks of all that is painted: fonts, colours, transparency, pictures, ink, lines."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from db.values import Severity
from exports.pdf.check.opened import Found, Opened, Rule, filters_of, ink_of

_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
_RGB = ("/DeviceRGB", "/CalRGB", "/Lab", "/CalGray")
_RGB_OPERATORS = {"rg", "RG"}
_HAIRLINE = 0.2
"""Points; thinner lines vanish on newsprint (press)."""
_SPECKS = 0.001
"""Share of a picture's pixels that may be over the limit: JPEG rings at hard edges (press)."""


def _fonts(opened: Opened) -> Found:
    for font in opened.fonts:
        descriptor = font.get("/FontDescriptor", Dictionary())
        if font.get("/Subtype") != Name.Type3 and not any(name in descriptor for name in _PROGRAMS):
            yield "", str(font.get("/BaseFont", "/a font"))[1:]


def _font_kinds(opened: Opened) -> Found:
    for font in opened.fonts:
        program = font.get("/FontDescriptor", Dictionary()).get("/FontFile3")
        if not opened.wanted.x4 and program is not None and program.get("/Subtype") == Name.OpenType:
            yield "", str(font.get("/BaseFont", "/a font"))[1:]


def _colours(opened: Opened) -> Found:
    for place, stream in opened.streams():
        for instruction in pikepdf.parse_content_stream(stream):
            if str(instruction.operator) in _RGB_OPERATORS:
                yield place, "RGB"
                break
    for space in opened.nodes:
        if isinstance(space, Array) and len(space) and not opened.wanted.x4:
            yield from (("", name) for name in ("ICCBased", "CalRGB", "Lab") if space[0] == Name("/" + name))


def _picture_colours(opened: Opened) -> Found:
    for image in opened.images:
        space = image.get("/ColorSpace")
        kind = space[0] if isinstance(space, Array) and len(space) else space
        if str(kind) in _RGB:
            yield f"picture {image.objgen[0]}", str(kind)[1:]


def _transparency(opened: Opened) -> Found:
    if opened.wanted.x4:
        return
    for node in opened.dictionaries:
        group = node.get("/Group")
        if isinstance(group, Dictionary) and group.get("/S") == Name.Transparency:
            yield "", "a transparent group"
    yield from (("", "a soft mask") for image in opened.images if "/SMask" in image)
    for state in opened.states:
        yield from (("", detail) for detail in _mixing(state))


def _mixing(state: Object) -> Iterator[str]:
    if any(float(state.get(name, 1)) < 1 for name in ("/ca", "/CA")):
        yield "opacity"
    if state.get("/BM", Name.Normal) not in (Name.Normal, Name.Compatible):
        yield "a blend mode"
    if state.get("/SMask", Name("/None")) != Name("/None"):
        yield "a soft mask"


def _curves(opened: Opened) -> Found:
    for state in opened.states:
        yield from (("", name[1:]) for name in ("/TR", "/HTP") if name in state)
        if "/TR2" in state and state.get("/TR2") != Name.Default:
            yield "", "TR2"


def _compression(opened: Opened) -> Found:
    banned = {"/LZWDecode", "/JPXDecode"} if not opened.wanted.x4 else {"/LZWDecode"}
    for node in opened.dictionaries:
        if isinstance(node, Stream):
            yield from (("", name[1:]) for name in filters_of(node) if name in banned)


def _text_ink(opened: Opened) -> Found:
    """Small type in more than one ink shows every fault of register (press)."""
    for page, thing in opened.painted:
        if thing.kind == "text" and (thing.ink is None or (len(thing.ink) == 4 and any(thing.ink[:3]))):
            yield f"page {page}", "black type made of several inks" if thing.ink else "type in another colour space"


def _hairlines(opened: Opened) -> Found:
    for page, thing in opened.painted:
        if thing.kind == "line" and thing.width < _HAIRLINE:
            yield f"page {page}", f"{thing.width:.2f} pt"


def _ink(opened: Opened) -> Found:
    limit = opened.wanted.ink_limit
    if limit is None:
        return
    for page, thing in opened.painted:
        if thing.kind in ("fill", "text") and thing.ink and len(thing.ink) == 4 and sum(thing.ink) * 100 > limit + 0.5:
            yield f"page {page}", f"{sum(thing.ink) * 100:.0f} % instead of {limit:g} %"
    for image in opened.images:
        shares = ink_of(image)
        if shares is not None and sum(shares[int(limit) + 1 :]) > sum(shares) * _SPECKS:
            most = max(percent for percent, count in enumerate(shares) if count)
            yield f"picture {image.objgen[0]}", f"up to {most} % instead of {limit:g} %"


def _resolution(opened: Opened) -> Found:
    least = opened.wanted.min_ppi
    for page, thing in opened.painted:
        if thing.kind != "picture" or thing.image is None or least is None:
            continue
        x0, y0, x1, y1 = thing.box
        if x1 <= x0 or y1 <= y0:
            continue
        ppi = min(int(thing.image.Width) / (x1 - x0), int(thing.image.Height) / (y1 - y0)) * 72
        if ppi < least - 1:
            yield f"page {page}", f"{ppi:.0f} ppi instead of {least}"


PAINT_RULES = (
    Rule("fonts", "A font is not embedded", "Embed all fonts.", _fonts),
    Rule("font-kinds", "A font is of a kind PDF/X-1a does not know", "Export it as PDF/X-4.", _font_kinds),
    Rule("colours", "It is painted in colours a press has no ink for", "Convert them to CMYK.", _colours),
    Rule("picture-colours", "A picture is not in the colours of the press", "Convert it to CMYK.", _picture_colours),
    Rule("transparency", "It is transparent, which PDF/X-1a does not allow", "Flatten it.", _transparency),
    Rule("curves", "It changes tones by curves or screens of its own", "Remove them.", _curves),
    Rule("compression", "It is compressed in a way PDF/X does not allow", "Save it again.", _compression),
    Rule("ink", "There is more ink than the paper takes", "Convert with the format's profile.", _ink),
    Rule("resolution", "A picture is too coarse", "Print it smaller or use a larger original.", _resolution),
    Rule("text-ink", "Type is not black alone", "Set it in black only.", _text_ink, Severity.WARNING),
    Rule("hairlines", "A line is too thin to print", f"Draw it at {_HAIRLINE} pt.", _hairlines, Severity.WARNING),
)
