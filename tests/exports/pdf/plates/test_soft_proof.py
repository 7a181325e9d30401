"""Plates laid on one another look as they will print, and too much ink is found where it lies."""

from PIL import Image

from exports.pdf.plates.separate import Plate
from exports.pdf.plates.soft_proof import over_limit, seen

PLATES = tuple(Plate(name, tuple(float(n == at) for at in range(4))) for n, name in enumerate("CMYK"))
NAMES = ("Cyan", "Magenta", "Yellow", "Black")
PLATES = tuple(Plate(name, plate.ink) for name, plate in zip(NAMES, PLATES, strict=True))
SPOT = Plate("Signal Red", (0.0, 1.0, 0.8, 0.0))


def films(*percents: int) -> dict[str, Image.Image]:
    names = (*NAMES, SPOT.name)
    return {name: Image.new("L", (4, 4), round(255 - 2.55 * one)) for name, one in zip(names, percents, strict=False)}


def test_paper_is_white_and_one_plate_alone_is_its_film() -> None:
    assert seen(films(0, 0, 0, 0), PLATES, frozenset(NAMES), b"").getpixel((0, 0)) == (255, 255, 255)
    assert seen(films(60, 0, 0, 0), PLATES, frozenset(("Cyan",)), b"").getpixel((0, 0)) == (102, 102, 102)


def test_plates_that_are_not_shown_are_not_seen() -> None:
    red, green, blue = seen(films(100, 0, 0, 100), PLATES, frozenset(NAMES[:3]), b"").getpixel((0, 0))
    assert blue > 150 > red
    assert green > 100


def test_a_spot_colour_lies_over_the_others_in_the_colour_that_stands_for_it() -> None:
    shown = frozenset((*NAMES, SPOT.name))
    red, green, blue = seen(films(0, 0, 0, 0, 100), (*PLATES, SPOT), shown, b"").getpixel((0, 0))
    assert red > 200 > green
    assert blue < 120
    paler = seen(films(0, 0, 0, 0, 50), (*PLATES, SPOT), shown, b"").getpixel((0, 0))
    assert all(full < half < 255 for full, half in zip((red, green, blue), paler, strict=True))


def test_a_broken_profile_is_as_none() -> None:
    given = films(100, 50, 0, 0), PLATES, frozenset(NAMES)
    assert seen(*given, b"no profile").tobytes() == seen(*given, b"").tobytes()


def test_ink_over_the_limit_is_found_where_it_counts() -> None:
    given = films(70, 60, 60, 60)
    mask, most = over_limit(given, 240, (0, 0, 2, 4))
    assert most == 250
    assert [mask.getpixel((x, 0)) for x in range(4)] == [255, 255, 0, 0]
    assert over_limit(given, 250, (0, 0, 4, 4))[0].getbbox() is None
    assert over_limit(given, 240, (0, 0, 0, 0))[1] == 0
