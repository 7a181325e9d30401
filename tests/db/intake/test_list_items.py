"""Lines of lists and of results are told from others by how they begin and end."""

import pytest

from db.intake.list_items import is_result, runs, without_sign


def test_neighbours_of_one_kind_are_a_run() -> None:
    assert runs(["", "listed", "listed", "result", ""]) == [range(1, 3), range(3, 4)]


@pytest.mark.parametrize("line", ["Lotsen – Schlepper 1:2", "Houston 26, South Panola, 28", "Harbour v Quay 3-1"])
def test_who_played_and_how_it_ended_is_a_result(line: str) -> None:
    assert is_result(line)


@pytest.mark.parametrize("line", ["Boats stay 11:39", "Harbour 7 in 2013", "26 28", f"Harbour 2, {'Quay ' * 20}3"])
def test_a_time_a_year_bare_numbers_and_a_long_line_are_no_results(line: str) -> None:
    assert not is_result(line)


def test_an_item_without_its_sign_is_its_text() -> None:
    assert without_sign("• Salt").strip() == "Salt"
    assert without_sign("Salt") == "Salt"


@pytest.mark.parametrize("line", ["Marsh Lane P, Quay Rangers P", "Oakham 3, Wick 2 (abandoned 70 mins, fog)"])
def test_matches_that_were_put_off_are_results(line: str) -> None:
    assert is_result(line)
