"""Heights at which cards stand beside what they are about, one below another. Pure."""

from collections.abc import Sequence


def stacked(wanted: Sequence[int], heights: Sequence[int], gap: int, held: int | None = None) -> list[int]:
    """Tops of cards in their order, as near to where each is wanted as the others let it be.

    The `held` one stands where it is wanted, and those above it give way upwards; where they cannot, it gives way.
    """
    first = held or 0
    tops = list(wanted)
    for number in range(first + 1, len(tops)):
        tops[number] = max(wanted[number], tops[number - 1] + heights[number - 1] + gap)
    for number in range(first - 1, -1, -1):
        tops[number] = min(wanted[number], tops[number + 1] - heights[number] - gap)
    return stacked(wanted, heights, gap) if held and tops[0] < 0 else tops
