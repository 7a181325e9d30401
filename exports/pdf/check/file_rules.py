"""What a printer asks of a file as a whole: its version, identity, metadata, output intent, boxes; no scripts in it."""

import re
from itertools import pairwise

from pikepdf import Dictionary, Name

from exports.formats import MM
from exports.pdf.check.opened import FileRule, Found, OpenPdf, Spot
from exports.pdf.check.paint.content import TooMuch
from exports.pdf.check.paint.geometry import Box
from exports.profiles import COLOUR_SPACE, DEVICE_CLASS, SIGNATURE, SIZE

_X4_VERSION, _X1A_VERSION = 1.6, 1.4
"""Versions of PDF that the two flavours stand on (ISO 15930-7, 6.1; ISO 15930-4, 6.1)."""
_INKS = 4
"""Of CMYK."""
_SHOWN = 80
"""Characters of another program's message: a line of a terminal, and what follows names bytes that help nobody."""
_SECONDS = 14
"""Digits of a time down to its seconds: zones are written in different ways."""
_NO_MEMORY = "bad_alloc"
"""What qpdf says where it was given no more memory (C++ standard, std::bad_alloc)."""
_SLACK = 0.01
"""Points by which a box may stand out: less than any program rounds to."""


def _version(opened: OpenPdf) -> Found:
    most = _X4_VERSION if opened.wanted.x4 else _X1A_VERSION
    if float(opened.pdf.pdf_version) > most:
        yield "", f"version {opened.pdf.pdf_version}, at most {most}"


def _encrypted(opened: OpenPdf) -> Found:
    if opened.pdf.is_encrypted:
        yield "", ""


def _identifier(opened: OpenPdf) -> Found:
    if len(opened.pdf.trailer.get("/ID", [])) != 2:
        yield "", ""


_HINT = re.compile(
    r"lineari[sz]|hint (?:table|stream)|mismatch|shared object|xref item|incorrect (?:offset|length)", re.I
)
"""What is said of the tables that let a page be shown before the file has come whole: no press reads them (ISO 32000-2,
annex F: they may be wrong, and are then not used).
"""


def _structure(opened: OpenPdf) -> Found:
    for fault in opened.pdf.check_pdf_syntax():
        if _NO_MEMORY in str(fault):
            raise MemoryError  # a large file is no damaged one
        if opened.pdf.is_linearized and _HINT.search(str(fault)):
            continue
        said = re.sub(r"^(WARNING: )?stream <[^>]*>:? *", "", " ".join(str(fault).split()))
        yield "", said[:_SHOWN]


def _object_streams(opened: OpenPdf) -> Found:
    kinds = (Name.ObjStm, Name.XRef)
    if not opened.wanted.x4 and any(node.get("/Type") in kinds for node in opened.dictionaries):
        yield "", ""


def _info(opened: OpenPdf) -> Found:
    names = ("/Title", "/CreationDate", "/ModDate")
    yield from (("Info", f"no {name[1:]}") for name in names if not str(opened.info.get(name, "")).strip())


def _trapped(opened: OpenPdf) -> Found:
    info, said = str(opened.info.get("/Trapped", "")).lstrip("/"), opened.said("pdf:Trapped")
    if info not in ("True", "False"):
        yield "Info", f"“{info}”"
    if opened.wanted.x4 and said and said != info:
        yield "metadata", f"metadata says {said}"


def _metadata(opened: OpenPdf) -> Found:
    stream = opened.root.get("/Metadata")
    if stream is None or stream.get("/Subtype") != Name.XML or "/Filter" in stream or opened.metadata is None:
        yield "metadata", ""


def _flavour(opened: OpenPdf) -> Found:
    if opened.wanted.x4:
        said, wanted = opened.said("x:GTS_PDFXVersion"), "PDF/X-4"
    else:
        said, wanted = str(opened.info.get("/GTS_PDFXVersion", "")), "PDF/X-1a:2003"
    if said != wanted:
        yield "metadata", f"{said or 'nothing'} instead of {wanted}"


_PROPERTIES = (
    "dc:title", "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "mm:DocumentID", "mm:VersionID",
    "mm:RenditionClass",
)  # fmt: skip


def _properties(opened: OpenPdf) -> Found:
    if opened.wanted.x4:
        yield from (("metadata", f"no {name.split(':')[1]}") for name in _PROPERTIES if not opened.said(name))


def _agreement(opened: OpenPdf) -> Found:
    if opened.metadata is None:
        return
    if opened.said("dc:title") != str(opened.info.get("/Title", "")):
        yield "metadata", "title"
    for said, info in (("xmp:CreateDate", "/CreationDate"), ("xmp:ModifyDate", "/ModDate")):
        if _digits(opened.said(said)) != _digits(str(opened.info.get(info, ""))):
            yield "metadata", info[1:]


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)[:_SECONDS]


def _intent(opened: OpenPdf) -> Found:
    if len(opened.intents) != 1:
        yield "output intent", f"{len(opened.intents)} of them"
    for intent in opened.intents:
        names = ("/OutputConditionIdentifier", "/Info")
        yield from (("output intent", f"no {name[1:]}") for name in names if not str(intent.get(name, "")))


def _is_of_a_press(head: bytes) -> bool:
    return (head[SIGNATURE], head[DEVICE_CLASS], head[COLOUR_SPACE]) == (b"acsp", b"prtr", b"CMYK")


def _profile(opened: OpenPdf) -> Found:
    for intent in opened.intents:
        profile = intent.get("/DestOutputProfile")
        head = profile.read_bytes() if profile is not None else b""
        if profile is None or not _is_of_a_press(head) or profile.get("/N") != _INKS:
            yield "output intent", ""
        elif int.from_bytes(head[SIZE], "big") != len(head):
            yield "output intent", "cut short"


def _trim(opened: OpenPdf) -> Found:
    yield from ((Spot(page), "") for page, boxes in opened.boxes() if ("/TrimBox" in boxes) == ("/ArtBox" in boxes))


def _nesting(opened: OpenPdf) -> Found:
    for page, boxes in opened.boxes():
        chain = [boxes[name] for name in ("/TrimBox", "/ArtBox", "/BleedBox", "/MediaBox") if name in boxes]
        crop = boxes.get("/CropBox")
        nested = all(_inside(inner, outer) for inner, outer in pairwise(chain))
        if not nested or (crop and not _inside(chain[0], crop)):
            yield Spot(page), ""


def _inside(inner: Box, outer: Box, slack: float = _SLACK) -> bool:
    low = inner[0] >= outer[0] - slack and inner[1] >= outer[1] - slack
    return low and inner[2] <= outer[2] + slack and inner[3] <= outer[3] + slack


_ROUNDED = 0.05
"""Millimetres of bleed that may lack: boxes are written in points with few digits."""


def _bleed(opened: OpenPdf) -> Found:
    for page, boxes in opened.boxes():
        trim, bleed = boxes.get("/TrimBox"), boxes.get("/BleedBox")
        if not trim or not bleed:
            yield Spot(page), "no bleed box"
            continue
        least = min(trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]) / MM
        if least < opened.wanted.bleed - _ROUNDED:
            yield Spot(page), f"{least:.1f} mm instead of {opened.wanted.bleed:g} mm"


def _annotations(opened: OpenPdf) -> Found:
    for (page, boxes), paper in zip(opened.boxes(), opened.pages, strict=True):
        printed = boxes.get("/BleedBox") or boxes.get("/TrimBox") or boxes["/MediaBox"]
        for note in paper.obj.get("/Annots", []):
            place = [float(value) for value in note.get("/Rect", [0, 0, 0, 0])]
            across = place[0] < printed[2] and place[2] > printed[0]
            if note.get("/Subtype") not in (Name.PrinterMark, Name.TrapNet) and across and _meets(place, printed):
                yield Spot(page, _box_of(place)), str(note.get("/Subtype", "/unknown"))[1:].lower()


def _box_of(place: list[float]) -> Box:
    x0, y0, x1, y1 = place
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _meets(place: list[float], box: Box) -> bool:
    return place[1] < box[3] and place[3] > box[1]


def _viewing(opened: OpenPdf) -> Found:
    for number, page in enumerate(opened.pages, 1):
        yield from ((Spot(number), name[1:]) for name in ("/SeparationInfo", "/PresSteps") if name in page.obj)
    wishes = opened.root.get("/ViewerPreferences", Dictionary())
    for name in ("/ViewArea", "/ViewClip", "/PrintArea", "/PrintClip"):
        if name in wishes and wishes[name] not in (Name.MediaBox, Name.BleedBox):
            yield "", name[1:]


def _actions(opened: OpenPdf) -> Found:
    banned = {"/JS", "/JavaScript", "/AA", "/OpenAction", "/AcroForm", "/XFA"}
    for node in opened.dictionaries:
        yield from (("", name[1:]) for name in sorted(banned.intersection(node.keys())))
        if node.get("/Type") == Name.Action:
            yield "", str(node.get("/S", "/action"))[1:]


def _outside(opened: OpenPdf) -> Found:
    banned = {"/EmbeddedFiles", "/EF", "/OPI", "/Alternates", "/Ref", "/FFilter"}
    for node in opened.dictionaries:
        yield from (("", name[1:]) for name in sorted(banned.intersection(node.keys())))
        if node.get("/Subtype") == Name.PS or node.get("/Subtype2") == Name.PS:
            yield "", "PostScript"


def _layers(opened: OpenPdf) -> Found:
    layers = opened.root.get("/OCProperties")
    if layers is None:
        return
    if not opened.wanted.x4:
        yield "", "layers"
    for setting in [layers.get("/D", Dictionary()), *layers.get("/Configs", [])]:
        if "/AS" in setting or not str(setting.get("/Name", "")):
            yield "", "a setting that is unnamed or changes by itself"


def _too_large(opened: OpenPdf) -> Found:
    """Reading the contents is what tells."""
    try:
        _ = opened.painted, opened.asked
    except TooMuch as much:
        yield "", str(much)


TOO_LARGE = FileRule(
    "too-large", "The file is too large to check", "Export it again with simpler drawings.", _too_large
)
"""Asked first: nothing else is looked at in such a file."""

FILE_RULES = (
    FileRule("unreadable", "The file is damaged", "Export it again.", _structure),
    FileRule("encrypted", "The file is locked with a password", "Save it without a password.", _encrypted),
    FileRule("version", "The PDF version is too new", "Save it as the PDF/X the printer asks for.", _version),
    FileRule("object-streams", "It holds compressed objects", "Save it as PDF 1.4.", _object_streams),
    FileRule("identifier", "The file has no identifier", "Export it again.", _identifier),
    FileRule("info", "The document information is not complete", "Export it again with a title.", _info),
    FileRule("trapped", "It does not say whether it is trapped", "Say so when exporting.", _trapped),
    FileRule("metadata", "The metadata is missing or cannot be read", "Export it again as PDF/X.", _metadata),
    FileRule("flavour", "It does not say which PDF/X it is", "Export it as PDF/X.", _flavour),
    FileRule("properties", "The metadata is not complete", "Export it again as PDF/X.", _properties),
    FileRule("agreement", "Metadata and document information disagree", "Export it again.", _agreement),
    FileRule("output-intent", "It needs one output intent for PDF/X", "Choose the press when exporting.", _intent),
    FileRule("profile", "The output intent holds no whole CMYK profile", "Embed the profile of the press.", _profile),
    FileRule("trim", "A page does not say where it is trimmed", "Export it with a trim box.", _trim),
    FileRule("nesting", "The boxes of a page do not lie in one another", "Export it again.", _nesting),
    FileRule("bleed", "A page has too little bleed", "Export it with bleed.", _bleed),
    FileRule("annotations", "Notes or fields lie on a page", "Remove them or move them off the paper.", _annotations),
    FileRule("viewing", "It asks for views or separations of its own", "Export it again as PDF/X.", _viewing),
    FileRule("actions", "It holds scripts, forms or actions", "Remove them.", _actions),
    FileRule("outside", "It needs parts that are not in it", "Embed all its parts.", _outside),
    FileRule("layers", "Its layers are not fit for print", "Flatten them.", _layers),
)
