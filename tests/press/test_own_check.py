"""Galley's own press check agrees with the printer's, and names what is wrong with files that are not for print."""

import io

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from db.values import Original
from exports import Flavour
from exports.pdf.check import check_pdf
from tests.press.conftest import printed


@pytest.mark.parametrize("flavour", ["x4", "x1a"])
@pytest.mark.parametrize("layout", ["tabloid", "broadsheet", "galley"])
def test_a_clean_file_has_no_problem(layout: str, flavour: Flavour, ramp: Original) -> None:
    made = printed(layout, flavour, ramp)
    assert check_pdf(made.data, flavour=flavour, ink_limit=made.ink_limit, min_ppi=made.min_ppi) == []


def office_pdf() -> bytes:
    """A file as an office program writes it: RGB, a font that is not embedded, no boxes."""
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setFillColorRGB(1, 0, 0)
    canvas.drawString(72, 72, "memo")
    canvas.save()
    return out.getvalue()


def test_an_office_file_is_refused_with_every_reason() -> None:
    rules = {problem.rule for problem in check_pdf(office_pdf())}
    assert {"fonts", "colours", "output-intent", "flavour", "trim", "bleed"} <= rules


def test_a_lower_ink_limit_finds_the_picture_that_exceeds_it(ramp: Original) -> None:
    made = printed("tabloid", "x4", ramp)
    rules = [problem.rule for problem in check_pdf(made.data, ink_limit=120, min_ppi=None)]
    assert rules == ["ink"]


def test_a_higher_resolution_finds_the_picture_that_lacks_it(ramp: Original) -> None:
    made = printed("tabloid", "x4", ramp)
    (problem,) = check_pdf(made.data, ink_limit=None, min_ppi=900)
    assert problem.rule == "resolution"
    assert problem.place == "page 1"


def test_a_problem_of_something_on_a_page_says_where_it_lies(ramp: Original) -> None:
    (problem,) = check_pdf(printed("tabloid", "x4", ramp).data, ink_limit=None, min_ppi=900)
    (area,) = problem.areas
    assert area.box is not None
    left, low, right, high = area.box
    assert area.page == 1
    assert right - left > high - low > 100


@pytest.mark.parametrize(
    ("harm", "rule"),
    [
        (lambda pdf: pdf.pages[0].obj.__delitem__("/TrimBox"), "trim"),
        (lambda pdf: pdf.Root.__delitem__("/OutputIntents"), "output-intent"),
        (lambda pdf: pdf.Root.__delitem__("/Metadata"), "metadata"),
        (lambda pdf: pdf.docinfo.__delitem__("/Trapped"), "trapped"),
        (lambda pdf: setattr(pdf.Root, "AA", pikepdf.Dictionary()), "actions"),
        (lambda pdf: setattr(pdf.pages[0].obj, "BleedBox", pdf.pages[0].obj.TrimBox), "bleed"),
    ],
)
def test_each_harm_is_named(harm, rule: str) -> None:
    with pikepdf.open(io.BytesIO(printed("galley", "x4").data)) as pdf:
        harm(pdf)
        out = io.BytesIO()
        pdf.save(out, static_id=True)
    assert rule in {problem.rule for problem in check_pdf(out.getvalue())}


def test_x1a_is_not_x4() -> None:
    assert "flavour" in {problem.rule for problem in check_pdf(printed("galley", "x4").data, flavour="x1a")}


@pytest.mark.parametrize("data", [b"", b"%PDF-1.6", b"hello", bytes(1000)])
def test_what_is_no_pdf_is_one_blocker(data: bytes) -> None:
    (problem,) = check_pdf(data)
    assert problem.rule == "unreadable"
    assert problem.blocks


def test_what_is_damaged_is_told_in_words() -> None:
    data = printed("galley", "x4").data
    found = check_pdf(data[: data.rindex(b"startxref")] + b"startxref\n9999999\n%%EOF\n", ink_limit=240)
    assert found[0].sentence.startswith("The file is damaged (file is damaged, (offset 9999999): xref not found")
