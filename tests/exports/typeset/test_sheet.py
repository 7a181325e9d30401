"""Placed things: whatever a page or column holds can be moved, and nothing else about it changes."""

import pytest

from exports.typeset.sheet import PlacedPicture, RowItem, Rule, Run, SetLine, Tint, moved

THINGS: list[RowItem] = [
    Run("serif", 9.0, 1.0, 2.0, ((7, 500.0, 0.0, 0.0, "a"),), 10.0, 3.0, 0.98, (0.0, 0.0, 0.0, 0.6)),
    Tint(1.0, 2.0, 30.0, 40.0, (0.0, 0.0, 0.0, 0.2)),
    PlacedPicture("ab", 1.0, 2.0, 30.0, 40.0, (0.1, 0.0, 0.9, 1.0), "a quay"),
    SetLine(3, 1.0, 2.0, 130.0, "words", 4, 5, 10, 1, 2, "dek"),
]


@pytest.mark.parametrize("item", THINGS, ids=lambda item: type(item).__name__)
def test_a_thing_keeps_all_but_its_place(item: RowItem) -> None:
    there = moved(item, 10, 20)
    assert not isinstance(item, Rule) and not isinstance(there, Rule)
    assert (there.x, there.y) == (11, 22)
    assert moved(there, -10, -20) == item


def test_both_ends_of_a_rule_move() -> None:
    assert moved(Rule(1, 2, 3, 4, 0.7), 10, 20) == Rule(11, 22, 13, 24, 0.7)


def test_nothing_else_is_moved() -> None:
    with pytest.raises(TypeError, match="is nothing a page or column holds"):
        moved(("text",), 1, 1)  # type: ignore[arg-type]  # what the types forbid may still be given
