"""A page as it is seen, whichever way it is turned."""

import pytest
from PySide6.QtCore import QRectF

from desktop.proof.page_geometry import PageGeometry
from exports.pdf.check.file_facts import PdfPage

BOXES = (("Media", (10.0, 10.0, 210.0, 110.0)), ("Trim", (20.0, 30.0, 200.0, 100.0)))


@pytest.mark.parametrize(
    ("rotation", "size", "trim"),
    [
        (0, (200, 100), QRectF(10, 10, 180, 70)),
        (90, (100, 200), QRectF(20, 10, 70, 180)),
        (180, (200, 100), QRectF(10, 20, 180, 70)),
        (270, (100, 200), QRectF(10, 10, 70, 180)),
    ],
)
def test_boxes_turn_with_their_page(rotation: int, size: tuple[int, int], trim: QRectF) -> None:
    seen = PageGeometry(PdfPage(BOXES, rotation))
    assert (seen.width, seen.height) == size
    assert seen.trim == trim


def test_a_page_without_a_trim_is_cut_nowhere() -> None:
    seen = PageGeometry(PdfPage(BOXES[:1]))
    assert seen.trim == seen.paper == seen.printed
