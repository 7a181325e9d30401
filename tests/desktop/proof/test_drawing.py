"""Pages are drawn to the size that is asked for, and not to more than may come back."""

import io

import pikepdf
import pytest

from db.errors import Unreadable
from db.sandbox import sandboxed
from desktop.proof.drawing import Part, draw_plates, draw_thumbnails, hold_library
from desktop.proof.page_geometry import PageGeometry
from exports.pdf.check.file_facts import PdfPage
from exports.pdf.plates.separate import separate
from tests.desktop.proof.conftest import CYAN, RICH, pdf_of


def test_a_part_of_a_page_is_drawn_as_it_lies_on_the_whole() -> None:
    pages = separate(pdf_of(CYAN), 0)
    part = Part((200, 200), 30, 30, 21, 20)
    film = draw_plates(pages, part, frozenset(("Cyan",)), None).films["Cyan"]
    assert [film[10 * part.width + x] for x in (0, 8, 12, 20)] == [255, 255, 0, 0]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_turned_page_is_drawn_where_its_geometry_says(rotation: int) -> None:
    with pikepdf.open(io.BytesIO(pdf_of("1 0 0 0 k 20 60 10 30 re f"))) as pdf:
        pdf.pages[0].obj["/Rotate"] = rotation
        out = io.BytesIO()
        pdf.save(out)
    box = PageGeometry(PdfPage((("Media", (0.0, 0.0, 100.0, 100.0)),), rotation)).seen((20, 60, 30, 90))
    part = Part((100, 100), int(box.x()) - 1, int(box.y()) - 1, 8, 8)
    film = draw_plates(separate(out.getvalue(), 0), part, frozenset(("Cyan",)), None).films["Cyan"]
    assert [film[row * 8 + row] for row in range(3)] == [255, 0, 0]


def test_films_that_are_there_are_not_drawn_again() -> None:
    part = Part((10, 10), 0, 0, 10, 10, (0, 0, 10, 10))
    pages = separate(pdf_of(CYAN), 0)
    films = {plate.name: bytes([0]) * 100 for plate in pages.plates}
    found = draw_plates(pages, part, frozenset(("Cyan",)), 300.0, films)
    assert (found.films, found.most, set(found.pixels)) == (films, 400, {0})


def test_a_large_part_is_drawn_coarser() -> None:
    part = Part((1000, 1000), 200, 400, 400, 200, (0, 0, 400, 200))
    assert part.within(400 * 200) is part
    assert part.within(100 * 200) == Part((500, 500), 100, 200, 200, 100, (0, 0, 200, 100))


def test_thumbnails_are_as_large_as_they_may_be() -> None:
    (one,) = draw_thumbnails(pdf_of(RICH, CYAN), (1,), 50)
    assert one[:2] == (50, 50)
    assert len(one[2]) == 50 * 50 * 3


def test_what_cannot_be_drawn_is_refused() -> None:
    with pytest.raises(Unreadable, match="is not a PDF that can be drawn"):
        draw_thumbnails(b"no pdf", (0,), 50)


def test_all_of_it_works_in_a_process_of_its_own_which_stays() -> None:
    given = pdf_of(CYAN)
    for _ in range(2):
        (one,) = sandboxed(draw_thumbnails, given, (0,), 20, name="x.pdf", ready=hold_library)
        assert one[:2] == (20, 20)
