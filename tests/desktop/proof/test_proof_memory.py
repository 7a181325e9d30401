"""How a proof window was left."""

from pathlib import Path

from tests.desktop.proof.conftest import OpenProof, act


def test_boxes_and_marks_are_switched_and_remembered(open_proof: OpenProof, pdf: Path) -> None:
    window = open_proof(pdf)
    assert window.view._laid[0].visible.width() == 100
    act(window, "marks")
    act(window, "boxes")
    assert window.view._laid[0].visible.width() == 80
    assert not window.grab().isNull()
    act(window, "last")
    window.close()
    again = open_proof(pdf)
    assert (again.view.marks, again.view.boxes, again.view.page) == (False, True, 2)
