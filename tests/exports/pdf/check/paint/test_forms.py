"""Forms: where notes that are printed are laid, and which are not."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from exports.pdf.check.paint.forms import form_bounds, form_matrix, printed_notes
from exports.pdf.check.paint.geometry import moved


def page_with(pdf: pikepdf.Pdf, **note: object) -> pikepdf.Page:
    """A page with one note, which looks like a square of ten by ten."""
    page = pdf.add_blank_page()
    look = pikepdf.Stream(pdf, b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 10, 10]))
    given = {"Subtype": Name.Stamp, "Rect": Array([100, 200, 120, 240]), "F": 4, "AP": Dictionary(N=look)} | note
    page.obj.Annots = Array([Dictionary(**given)])
    return page


def test_a_note_fills_its_rectangle() -> None:
    pdf = pikepdf.new()
    ((look, matrix),) = printed_notes(page_with(pdf))
    assert moved(matrix, (0, 0, 10, 10)) == (100, 200, 120, 240)
    assert form_bounds(look) == (0, 0, 10, 10)


@pytest.mark.parametrize("note", [{"F": 0}, {"F": 6}, {"Subtype": Name.Popup}, {"AP": Dictionary()}])
def test_what_is_not_printed_is_left_out(note: dict[str, object]) -> None:
    pdf = pikepdf.new()
    page = page_with(pdf, **note)
    assert len(page.obj.Annots) == 1
    assert list(printed_notes(page)) == []


def test_the_state_of_a_field_chooses_how_it_looks() -> None:
    pdf = pikepdf.new()
    looks = {name: pikepdf.Stream(pdf, b"", BBox=Array([0, 0, 1, size])) for name, size in (("Off", 2), ("Yes", 5))}
    page = page_with(pdf, AS=Name.Yes, AP=Dictionary(N=Dictionary(**looks)))
    ((look, _),) = printed_notes(page)
    assert form_bounds(look) == (0, 0, 1, 5)


def test_a_form_without_extent_is_laid_nowhere() -> None:
    pdf = pikepdf.new()
    flat = pikepdf.Stream(pdf, b"", BBox=Array([0, 0, 10, 0]))
    assert list(printed_notes(page_with(pdf, AP=Dictionary(N=flat)))) == []


def test_a_form_has_the_matrix_it_names_and_bounds_in_order() -> None:
    pdf = pikepdf.new()
    form = pikepdf.Stream(pdf, b"", Matrix=Array([2, 0, 0, 2, 5, 5]), BBox=Array([10, 20, 0, 5]))
    assert form_matrix(form) == (2, 0, 0, 2, 5, 5)
    assert form_bounds(form) == (0, 5, 10, 20)
    assert form_bounds(pikepdf.Stream(pdf, b"")) is None
