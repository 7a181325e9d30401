"""The operators of a page are counted before they are read."""

import pikepdf
import pytest

from exports.pdf.check.paint import content
from exports.pdf.check.paint.content import Budget, TooMuch, instructions


def stream(pdf: pikepdf.Pdf, data: bytes) -> pikepdf.Stream:
    """A form with that content."""
    return pikepdf.Stream(pdf, data, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)


def test_operators_come_with_their_operands() -> None:
    pdf = pikepdf.new()
    found = instructions(stream(pdf, b"q 1 0 0 1 5 5 cm (a (b) c) Tj Q"), Budget())
    assert [str(one.operator) for one in found] == ["q", "cm", "Tj", "Q"]


def test_what_is_drawn_again_counts_again() -> None:
    pdf, budget = pikepdf.new(), Budget(9)
    form = stream(pdf, b"q Q n")
    instructions(form, budget)
    instructions(form, budget)
    assert budget.left == 1
    with pytest.raises(TooMuch):
        instructions(form, budget)


def test_the_parts_of_a_page_count_together() -> None:
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    page.obj.Contents = pikepdf.Array([pdf.make_stream(b"q n n"), pdf.make_stream(b"n Q")])
    budget = Budget(6)
    assert len(instructions(page.obj, budget)) == 5
    assert budget.left == 0


def test_a_content_of_too_many_bytes_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "_MOST_BYTES", 1 << 20)
    pdf = pikepdf.new()
    with pytest.raises(TooMuch, match="more than 1 MB"):
        instructions(stream(pdf, b"n " * (1 << 20)), Budget())
