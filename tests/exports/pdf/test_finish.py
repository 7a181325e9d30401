"""A finished file: its boxes."""

import io
import re
from pathlib import Path

import pikepdf
import pytest

from exports import export_story
from exports.formats import MM
from exports.pdf.check import check_pdf
from tests.exports.pdf.test_pdf import order


def test_boxes_are_the_format_s() -> None:
    with pikepdf.open(io.BytesIO(export_story(order()))) as pdf:
        trim = [float(value) for value in pdf.pages[0].trimbox]
        bleed = [float(value) for value in pdf.pages[0].obj.BleedBox]
    assert trim[2] - trim[0] == pytest.approx(280 * MM, abs=0.01)
    assert trim[3] - trim[1] == pytest.approx(400 * MM, abs=0.01)
    assert trim[0] - bleed[0] == pytest.approx(3 * MM, abs=0.01)


def test_no_page_has_an_empty_transition() -> None:
    with pikepdf.open(io.BytesIO(export_story(order()))) as pdf:
        assert not any("/Trans" in page.obj for page in pdf.pages)


def test_a_linearised_file_whose_hints_are_wrong_is_not_damaged(tmp_path: Path) -> None:
    whole, path = export_story(order()), tmp_path / "web.pdf"
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        pdf.save(path, linearize=True, force_version="1.6")
    data = path.read_bytes()
    end = re.search(rb"/E (\d+)", data)
    assert end
    wrong = str(int(end[1]) + 1).encode().rjust(len(end[1]), b"0")
    path.write_bytes(data.replace(end[0], b"/E " + wrong, 1))
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax()
    assert "unreadable" not in {problem.rule for problem in check_pdf(path, ink_limit=None, min_ppi=None)}
