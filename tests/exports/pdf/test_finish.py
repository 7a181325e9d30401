"""A finished file: its boxes."""

import io

import pikepdf
import pytest

from exports import export_story
from exports.formats import MM
from tests.exports.pdf.test_pdf import order


def test_boxes_are_the_format_s() -> None:
    with pikepdf.open(io.BytesIO(export_story(order()))) as pdf:
        trim = [float(value) for value in pdf.pages[0].trimbox]
        bleed = [float(value) for value in pdf.pages[0].obj.BleedBox]
    assert trim[2] - trim[0] == pytest.approx(280 * MM, abs=0.01)
    assert trim[3] - trim[1] == pytest.approx(400 * MM, abs=0.01)
    assert trim[0] - bleed[0] == pytest.approx(3 * MM, abs=0.01)
