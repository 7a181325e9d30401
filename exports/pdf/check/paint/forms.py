"""Forms and where they are laid: their own matrix and edges, and the looks of the notes that are printed."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Dictionary, Name, Object

from exports.pdf.check.paint.geometry import UNIT, Box, Matrix, around, matrix_of, moved

_HIDDEN, _PRINTED = 2, 4


def printed_notes(page: pikepdf.Page) -> Iterator[tuple[Object, Matrix]]:
    """What each note or field looks like that is printed, with the matrix that lays it there (ISO 32000-2, 12.5.5)."""
    for note in page.obj.get("/Annots", []):
        flags = int(note.get("/F", 0))
        looks = note.get("/AP", Dictionary()).get("/N")
        if isinstance(looks, Dictionary) and "/AS" in note:
            looks = looks.get(str(note.get("/AS")))
        printed = flags & _PRINTED and not flags & _HIDDEN and note.get("/Subtype") != Name.Popup
        if printed and isinstance(looks, pikepdf.Stream) and (matrix := _laid(looks, note)):
            yield looks, matrix


def _laid(looks: Object, note: Object) -> Matrix | None:
    """Matrix that lays a form into a note's rectangle; None when it has no extent."""
    x0, y0, x1, y1 = around(zip(*[iter(float(value) for value in note.get("/Rect", []))] * 2, strict=True))
    left, low, right, high = moved(form_matrix(looks), form_bounds(looks) or (0.0, 0.0, 1.0, 1.0))
    if left == right or low == high:
        return None
    across, up = (x1 - x0) / (right - left), (y1 - y0) / (high - low)
    return (across, 0.0, 0.0, up, x0 - left * across, y0 - low * up)


def form_matrix(form: Object) -> Matrix:
    """The matrix of a form."""
    return matrix_of([float(value) for value in form["/Matrix"]]) if "/Matrix" in form else UNIT


def form_bounds(form: Object) -> Box | None:
    """What a form is cut to."""
    if "/BBox" not in form:
        return None
    x0, y0, x1, y1 = (float(value) for value in form["/BBox"])
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
