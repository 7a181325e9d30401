"""Slopes of colours: the places at which one is looked at (ISO 32000-2, 8.7.4.5)."""

from pikepdf import Object

_STEPS = 16
"""Parts the way of a slope is cut into: between two of them colours change by little."""

_FIELD_STEPS = 4
"""Parts each side of a slope over a field is cut into: the places grow with the square."""

_LAST_EVEN = 3
"""Kinds of slopes above this are nets of points."""


def ways(shading: Object) -> list[tuple[float, ...]]:
    """What to ask the function of a slope for."""
    kind = int(shading.get("/ShadingType", 0))
    given = [float(value) for value in shading.get("/Domain", [0, 1, 0, 1])]
    if kind == 1:
        across, up = _steps(given[0], given[1], _FIELD_STEPS), _steps(given[2], given[3], _FIELD_STEPS)
        return [(x, y) for x in across for y in up]
    if kind > _LAST_EVEN:
        given = [float(value) for value in shading.get("/Decode", [0, 1])][-2:]
    return [(value,) for value in _steps(given[0], given[1], _STEPS)]


def _steps(low: float, high: float, count: int) -> list[float]:
    return [low + (high - low) * number / count for number in range(count + 1)]
