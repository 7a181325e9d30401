"""Files broken in one way each: the printer's check and ours both refuse them, and ours names the right rule."""

import io
import zlib
from argparse import Namespace
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from exports.pdf.check import check_pdf
from tests.press.conftest import picture, printed, printers_check

Harm = Callable[[Pdf], object]


def refused_by_printer(path: Path, *, x1a: bool, tac: float, ppi: int) -> set[str]:
    """The printer's rules that a file breaks; a rule that cannot be judged counts as broken, as it does there."""
    check = printers_check()
    options = Namespace(file=path, x1a=x1a, tac=tac, min_ppi=ppi, bleed=3.0, dpi=72, no_tools=False)
    try:
        doc = check.Doc(path, options)
    except (pikepdf.PdfError, pikepdf.PasswordError, OSError):
        return {"unreadable"}
    broken = set()
    for ident, _, rule in check.RULES:
        try:
            found = bool(list(rule(doc) or []))
        except check.Skip:
            raise
        except Exception:
            found = True
        if found:
            broken.add(ident)
    return broken


@cache
def sound(flavour: str, *, pictured: bool) -> bytes:
    """A clean magazine page."""
    return printed("magazine-a4", "x1a" if flavour == "x1a" else "x4", picture() if pictured else None).data


def broken(harm: Harm, flavour: str = "x4", *, pictured: bool = False, **saving: object) -> bytes:
    """A clean file with one harm done to it."""
    streams = pikepdf.ObjectStreamMode.disable if flavour == "x1a" else pikepdf.ObjectStreamMode.generate
    with pikepdf.open(io.BytesIO(sound(flavour, pictured=pictured))) as pdf:
        harm(pdf)
        out = io.BytesIO()
        options: dict[str, object] = {
            "stream_decode_level": pikepdf.StreamDecodeLevel.none,
            "object_stream_mode": streams,
        }
        options |= {"force_version": "1.4" if flavour == "x1a" else "1.6"} | saving
        pdf.save(out, static_id=True, **options)
    return out.getvalue()


def draw(operators: str) -> Harm:
    """Paint something more over the first page."""

    def harm(pdf: Pdf) -> None:
        pdf.pages[0].contents_add(pdf.make_stream(f"q {operators} Q".encode()), prepend=False)

    return harm


def state(operators: str, **entries: Object | bool | int | float) -> Harm:
    """Paint something in a graphics state of its own, called X."""

    def harm(pdf: Pdf) -> None:
        pdf.pages[0].Resources.ExtGState["/X"] = Dictionary(**entries)
        draw(f"/X gs {operators}")(pdf)

    return harm


def fonts(pdf: Pdf) -> list[Object]:
    """The fonts that carry programs."""
    return [one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/Subtype") == Name.CIDFontType2]


def without_program(pdf: Pdf) -> None:
    del fonts(pdf)[0].FontDescriptor["/FontFile2"]


def whole_font(pdf: Pdf) -> None:
    fonts(pdf)[0].BaseFont = Name.SourceSerif


def without_unicode(pdf: Pdf) -> None:
    next(one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/Subtype") == Name.Type0).__delitem__(
        "/ToUnicode"
    )


def wrong_widths(pdf: Pdf) -> None:
    fonts(pdf)[0].W = Array([1, 3000, 1234])


def rgb_picture(pdf: Pdf) -> None:
    next(iter(pdf.pages[0].get_images().values())).ColorSpace = Name.DeviceRGB


def coarse_picture(pdf: Pdf) -> None:
    image = pdf.make_stream(zlib.compress(bytes(4 * 20 * 20)), Filter=Name.FlateDecode)
    for key, value in {"Type": Name.XObject, "Subtype": Name.Image, "ColorSpace": Name.DeviceCMYK}.items():
        image[f"/{key}"] = value
    image.Width, image.Height, image.BitsPerComponent = 20, 20, 8
    pdf.pages[0].Resources.XObject = Dictionary(Coarse=image)
    draw("200 0 0 200 100 100 cm /Coarse Do")(pdf)


def rich_text(pdf: Pdf) -> None:
    page = pdf.pages[0].Contents.read_bytes()
    assert b"0 0 0 1 k" in page
    pdf.pages[0].Contents.write(page.replace(b"0 0 0 1 k", b"0.6 0.5 0.5 1 k"))


def spot(pdf: Pdf) -> None:
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 1, 1], C1=[1, 0, 0], N=1)
    pdf.pages[0].Resources.ColorSpace.Spot = Array([Name.Separation, Name.Red, Name.DeviceRGB, function])
    draw("/Spot cs 1 scn 100 100 50 50 re f")(pdf)


def group(pdf: Pdf) -> None:
    pdf.pages[0].Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceRGB)


def jpeg_2000(pdf: Pdf) -> None:
    stream = pdf.make_stream(b"")
    stream.write(b"\xff\x4f\xff\x51", filter=Name.JPXDecode)
    pdf.pages[0].Resources.Spare = stream


def note(pdf: Pdf) -> None:
    pdf.pages[0].Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[200, 200, 220, 220])])


def layers(pdf: Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(OCGs=[], D=Dictionary())


def attachment(pdf: Pdf) -> None:
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=[]))


def scripted(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(Type=Name.Action, S=Name.JavaScript, JS=String("app.alert(1)"))


def profile_of(pdf: Pdf, data: bytes) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(data, N=4)


def cut_profile(pdf: Pdf) -> None:
    profile_of(pdf, pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()[:-10])


def screen_profile(pdf: Pdf) -> None:
    whole = pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()
    profile_of(pdf, whole[:12] + b"mntrRGB " + whole[20:])


def two_intents(pdf: Pdf) -> None:
    pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])


def box(name: str, change: float | None) -> Harm:
    """Take a box of the first page away, or make it larger on all sides."""

    def harm(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        if change is None:
            del page[name]
        else:
            x0, y0, x1, y1 = (float(value) for value in page[name])
            page[name] = Array([x0 - change, y0 - change, x1 + change, y1 + change])

    return harm


def forget(*path: str) -> Harm:
    """Take an entry out of the document information or the catalog."""

    def harm(pdf: Pdf) -> None:
        where = pdf.trailer.Info if path[0] == "Info" else pdf.Root
        del where[f"/{path[-1]}"]

    return harm


def metadata(was: bytes, becomes: bytes) -> Harm:
    """Change what the metadata says."""

    def harm(pdf: Pdf) -> None:
        said = pdf.Root.Metadata.read_bytes()
        assert was in said
        pdf.Root.Metadata.write(said.replace(was, becomes))

    return harm


DARK = "0 0 0.9 1 k 100 100 200 200 re f"

HARMS: dict[str, tuple[Harm, str, str]] = {
    "no trim box": (box("/TrimBox", None), "trim", "x4"),
    "an art box besides": (lambda pdf: setattr(pdf.pages[0].obj, "ArtBox", pdf.pages[0].TrimBox), "trim", "x4"),
    "trim beyond the bleed": (box("/TrimBox", 20.0), "nesting", "x4"),
    "too little bleed": (box("/BleedBox", -4.0), "bleed", "x4"),
    "no bleed box": (box("/BleedBox", None), "bleed", "x4"),
    "no output intent": (forget("Root", "OutputIntents"), "output-intent", "x4"),
    "two output intents": (two_intents, "output-intent", "x4"),
    "the profile of a screen": (screen_profile, "profile", "x4"),
    "a profile cut short": (cut_profile, "profile", "x4"),
    "no metadata": (forget("Root", "Metadata"), "metadata", "x4"),
    "another flavour": (metadata(b"PDF/X-4", b"PDF/X-3"), "flavour", "x4"),
    "no version": (metadata(b"VersionID", b"VersionNo"), "properties", "x4"),
    "another title in the metadata": (metadata(b"Pilots stay", b"Pilots go"), "agreement", "x4"),
    "no title": (forget("Info", "Title"), "info", "x4"),
    "not said whether trapped": (forget("Info", "Trapped"), "trapped", "x4"),
    "a script": (scripted, "actions", "x4"),
    "an attachment": (attachment, "outside", "x4"),
    "a note on the page": (note, "annotations", "x4"),
    "unnamed layers": (layers, "layers", "x4"),
    "a font without its program": (without_program, "fonts", "x4"),
    "a font embedded whole": (whole_font, "font-subsets", "x4"),
    "a font nobody can read back": (without_unicode, "font-unicode", "x4"),
    "widths that are not the font's": (wrong_widths, "font-widths", "x4"),
    "a picture in RGB": (rgb_picture, "picture-colours", "x4"),
    "a fill in RGB": (draw("1 0 0 rg 100 100 50 50 re f"), "colours", "x4"),
    "a spot colour that stands for RGB": (spot, "alternates", "x4"),
    "an unknown intent": (draw("/Brightest ri"), "intents", "x4"),
    "a group in RGB": (group, "transparency", "x4"),
    "a blend mode of its own": (state("", BM=Name.Glow), "transparency", "x4"),
    "a transfer curve": (state("", TR=Name.Identity), "curves", "x4"),
    "a compression PDF/X-1a does not know": (jpeg_2000, "compression", "x1a"),
    "a picture too coarse": (coarse_picture, "resolution", "x4"),
    "black type in four inks": (rich_text, "text-ink", "x4"),
    "a fill of 380 %": (draw("1 1 0.8 1 k 100 100 200 200 re f"), "ink", "x4"),
    "inks that add up by overprint": (
        state(f"1 1 0 0 k 100 100 200 200 re f {DARK}", op=True, OP=True, OPM=1), "ink", "x4",
    ),
    "inks that add up by multiplying": (
        state(f"0.9 0.9 0 0.5 k 100 100 200 200 re f {DARK}", BM=Name.Multiply), "ink", "x4",
    ),
    "white that overprints": (state("0 0 0 0 k 100 100 50 50 re f", op=True, OP=True, OPM=1), "white", "x4"),
    "a line of 0.1 pt": (draw("0.1 w 0 0 0 1 K 100 100 m 200 200 l S"), "hairlines", "x4"),
    "a transparent state in PDF/X-1a": (state("", ca=0.5), "transparency", "x1a"),
    "layers in PDF/X-1a": (layers, "layers", "x1a"),
    "not said to be PDF/X-1a": (forget("Info", "GTS_PDFXVersion"), "flavour", "x1a"),
}  # fmt: skip


def both(data: bytes, flavour: str, tmp_path: Path, *, tac: float = 300, ppi: int = 200) -> tuple[set[str], set[str]]:
    """The rules of the printer's check and of ours that stop a file."""
    path = tmp_path / "broken.pdf"
    path.write_bytes(data)
    ours = check_pdf(data, flavour="x1a" if flavour == "x1a" else "x4", ink_limit=tac, min_ppi=ppi)
    printers = refused_by_printer(path, x1a=flavour == "x1a", tac=tac, ppi=ppi)
    return printers, {problem.rule for problem in ours if problem.blocks}


@pytest.mark.parametrize("what", HARMS)
def test_both_checks_refuse_it_and_ours_names_the_rule(what: str, tmp_path: Path) -> None:
    harm, rule, flavour = HARMS[what]
    printers, ours = both(broken(harm, flavour, pictured=harm is rgb_picture), flavour, tmp_path)
    assert printers
    assert rule in ours


@pytest.mark.parametrize(
    ("saving", "flavour", "rule"),
    [
        ({"force_version": "1.7"}, "x4", "version"),
        ({"force_version": "1.5"}, "x1a", "version"),
        ({"object_stream_mode": pikepdf.ObjectStreamMode.generate}, "x1a", "object-streams"),
        ({"encryption": pikepdf.Encryption(owner="o", user="")}, "x4", "encrypted"),
        ({"encryption": pikepdf.Encryption(owner="o", user="u")}, "x4", "encrypted"),
    ],
)
def test_both_refuse_how_it_was_saved(saving: dict[str, object], flavour: str, rule: str, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(sound(flavour, pictured=False))) as pdf:
        out = io.BytesIO()
        pdf.save(out, **saving)
    printers, ours = both(out.getvalue(), flavour, tmp_path)
    assert printers
    assert rule in ours


@pytest.mark.parametrize("flavour", ["x4", "x1a"])
@pytest.mark.parametrize("pictured", [True, False])
def test_both_take_it_when_nothing_is_broken(flavour: str, *, pictured: bool, tmp_path: Path) -> None:
    assert both(broken(lambda _: None, flavour, pictured=pictured), flavour, tmp_path) == (set(), set())


def test_inks_that_do_not_meet_are_no_fault(tmp_path: Path) -> None:
    harm = state("1 1 0 0 k 100 100 50 50 re f 0 0 0.9 1 k 200 200 50 50 re f", op=True, OP=True, OPM=1)
    assert both(broken(harm), "x4", tmp_path) == (set(), set())
