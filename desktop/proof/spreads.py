"""Pages as they lie beside each other: one alone, or two that face each other, at the size of paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

from desktop.proof.page_geometry import PageGeometry


@dataclass(frozen=True)
class LaidPage:
    """A page on the desk; points from the top left of all that lies there."""

    number: int
    """Counted from 0."""
    geometry: PageGeometry
    visible: QRectF
    """The part of its paper that is seen."""
    at: QPointF
    """Where the top left of that part lies."""

    @property
    def place(self) -> QRectF:
        """Where it lies."""
        return QRectF(self.at, self.visible.size())

    def on_desk(self, box: QRectF) -> QRectF:
        """A box on its paper, as it lies on the desk."""
        return box.translated(self.at - self.visible.topLeft())


def leaf_of(page: int, pages: int, *, spread: bool) -> tuple[int, ...]:
    """The pages that are seen together with one: the first of a paper alone, then a left one with a right one."""
    if not spread or page == 0:
        return (page,)
    left = page - (page + 1) % 2
    return tuple(number for number in (left, left + 1) if number < pages)


def lay(geometries: Sequence[PageGeometry], leaf: Sequence[int], *, cut: bool) -> list[LaidPage]:
    """Pages side by side; those that face each other meet at their trim. `cut`: nothing beside the trim is seen."""
    shown = [_visible(geometries[number], place, len(leaf), cut) for place, number in enumerate(leaf)]
    top = max((trim_top for _, trim_top in shown), default=0.0)
    return list(_laid(geometries, leaf, shown, top))


def _visible(geometry: PageGeometry, place: int, many: int, cut: bool) -> tuple[QRectF, float]:
    """The part of its paper that is seen of a page, and how far its trim begins below that."""
    seen, trim = QRectF(geometry.trim if cut else geometry.paper), geometry.trim
    if many > 1 and place == 0:
        seen.setRight(trim.right())
    if many > 1 and place > 0:
        seen.setLeft(trim.left())
    return seen, trim.top() - seen.top()


def _laid(
    geometries: Sequence[PageGeometry], leaf: Sequence[int], shown: Sequence[tuple[QRectF, float]], top: float
) -> Iterator[LaidPage]:
    across = 0.0
    for number, (visible, trim_top) in zip(leaf, shown, strict=True):
        yield LaidPage(number, geometries[number], visible, QPointF(across, top - trim_top))
        across += visible.width()


def extent_of(laid: Sequence[LaidPage]) -> QSizeF:
    """Points of all that lies on the desk."""
    whole = QRectF()
    for one in laid:
        whole = whole.united(one.place)
    return QSizeF(whole.right(), whole.bottom())
