"""What a PDF is asked before it is judged."""

import io

import pikepdf
import pytest

from db.errors import Unreadable
from exports.formats import MM
from exports.pdf.check.file_facts import file_facts
from tests.press.conftest import printed


def test_our_own_page_tells_its_boxes_its_press_and_its_fonts() -> None:
    facts = file_facts(printed("tabloid", "x4").data)
    trim, bleed = facts.pages[0].box("Trim"), facts.pages[0].box("Bleed")
    assert trim and bleed
    assert ((trim[2] - trim[0]) / MM, (bleed[2] - bleed[0]) / MM) == pytest.approx((280, 286), abs=0.1)
    assert facts.pages[0].printed == bleed
    assert facts.fonts == facts.embedded > 2
    assert "SNAP" in facts.press
    assert facts.title == "Pilots stay through winter"


def test_a_page_without_boxes_is_printed_as_large_as_its_paper_and_tells_how_it_is_turned() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(100, 200))
    pdf.pages[0].obj["/Rotate"] = -90
    out = io.BytesIO()
    pdf.save(out)
    (page,) = file_facts(out.getvalue()).pages
    assert page.printed == page.media == (0, 0, 100, 200)
    assert page.rotation == 270


@pytest.mark.parametrize("data", [b"no pdf", b"%PDF-1.7\n", b""])
def test_what_is_no_pdf_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"^The file is not a PDF that can be read\.$"):
        file_facts(data)


def test_a_locked_file_says_so() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(100, 200))
    out = io.BytesIO()
    pdf.save(out, encryption=pikepdf.Encryption(user="a", owner="b"))
    with pytest.raises(Unreadable, match="locked with a password"):
        file_facts(out.getvalue())
