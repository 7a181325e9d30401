"""Functions of a PDF: programs worked out, tables read between their places."""

import pikepdf
import pytest

from exports.pdf.check.paint.functions import function_of


@pytest.mark.parametrize(
    ("program", "given", "wanted"),
    [
        ("{ 0.5 mul }", [0.4], [0.2]),
        ("{ dup 0.3 gt { pop 1 } { pop 0 } ifelse }", [0.4], [1]),
        ("{ exch }", [0.1, 0.2], [0.2, 0.1]),
        ("{ 3 1 roll }", [0.1, 0.2, 0.3], [0.3, 0.1, 0.2]),
        ("{ 1 index add 2 copy sub abs }", [0.1, 0.2], [0.1, 0.3, 0.2]),
        ("{ 1 exch sub sqrt }", [0.75], [0.5]),
    ],
)
def test_functions_in_postscript_are_worked_out(program: str, given: list[float], wanted: list[float]) -> None:
    pdf = pikepdf.new()
    function = pdf.make_stream(program.encode(), FunctionType=4, Domain=[0, 1] * len(given), Range=[0, 1] * len(wanted))
    assert function_of(function)(given) == pytest.approx(tuple(wanted))


def test_a_table_is_read_between_its_places() -> None:
    pdf = pikepdf.new()
    entries = {"FunctionType": 0, "Domain": [0, 1], "Range": [0, 1], "Size": [3], "BitsPerSample": 4}
    function = function_of(pdf.make_stream(bytes([0x0F, 0x00]), **entries))
    assert [function([value])[0] for value in (0, 0.25, 0.5, 1)] == pytest.approx([0, 0.5, 1, 0])
