"""From a problem to its places on the page."""

from pathlib import Path

from tests.desktop.proof.conftest import OpenProof, act


def test_a_problem_leads_to_its_places_one_after_the_other(open_proof: OpenProof, pdf: Path) -> None:
    window = open_proof(pdf)
    (card,) = (card for card in window.findings.cards if card.problem.rule == "ink")
    window.view.go_to(1)
    card.place.click()
    assert window.view.page == 0
    page, box = window.view._areas[0]
    assert (page, box.width(), box.x()) == (0, 60, 20)
    assert [one.problem.rule for one in window.findings.cards if one.property("active")] == ["ink"]
    act(window, "next_problem")
    assert window.problems.shown != card.problem
