"""Places on a page: matrices, boxes, and whether they meet. Points of the page's own space."""

from collections.abc import Iterable, Sequence

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
Point = tuple[float, float]

UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def matrix_of(values: Sequence[float]) -> Matrix:
    """Six numbers as a matrix. Raises ValueError when they are fewer."""
    a, b, c, d, e, f = values[:6]
    return (float(a), float(b), float(c), float(d), float(e), float(f))


def times(first: Matrix, second: Matrix) -> Matrix:
    """One matrix after another."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def apply(matrix: Matrix, x: float, y: float) -> Point:
    """A point as a matrix moves it."""
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def scale_of(matrix: Matrix) -> float:
    """Enlargement by a matrix, over both directions."""
    a, b, c, d, *_ = matrix
    return float(abs(a * d - b * c) ** 0.5)


def around(points: Iterable[Point]) -> Box:
    """The box round points."""
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys), max(xs), max(ys))


def moved(matrix: Matrix, box: Box) -> Box:
    """The box round a box that is moved."""
    x0, y0, x1, y1 = box
    return around(apply(matrix, x, y) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1)))


def grown(box: Box, by: float) -> Box:
    """A box larger on all sides."""
    return (box[0] - by, box[1] - by, box[2] + by, box[3] + by)


def shared(one: Box, other: Box | None) -> Box | None:
    """What two boxes share, were it a line or a point; None when nothing. Without the other it is the one."""
    if other is None:
        return one
    both = (max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]))
    return both if both[0] <= both[2] and both[1] <= both[3] else None


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes share anything."""
    return shared(one, other) is not None
