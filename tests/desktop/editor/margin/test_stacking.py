"""Heights of cards beside what they are about."""

import pytest

from desktop.editor.margin.stacking import stacked


@pytest.mark.parametrize(
    ("wanted", "held", "tops"),
    [
        ([0, 100], None, [0, 100]),
        ([0, 10, 20], None, [0, 50, 100]),
        ([100, 110, 120], 1, [60, 110, 160]),
        ([10, 20], 1, [10, 60]),
        ([], None, []),
    ],
    ids=["apart", "pushed down", "the held one stays", "no room above", "none"],
)
def test_cards_stand_where_they_are_wanted_and_never_over_one_another(
    wanted: list[int], held: int | None, tops: list[int]
) -> None:
    assert stacked(wanted, [40] * len(wanted), 10, held) == tops
