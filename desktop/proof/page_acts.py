"""What the acts of the proof window do to its pages and plates: pages turned, sizes, a plate alone."""

from collections.abc import Callable
from functools import partial

from desktop.proof.plate_bar import PlateBar
from desktop.proof.proof_view import ProofView, Zoom
from exports.pdf.plates.ink_spaces import PROCESS


class PageActs:
    """Has a slot for each of them."""

    def __init__(self, view: ProofView, plates: PlateBar) -> None:
        self._view, self._plates = view, plates

    def slots(self) -> dict[str, Callable[..., object]]:
        """The slots by the names of their acts."""
        plates = {name.lower(): partial(self._on_plate, name) for name in PROCESS}
        return {
            "next": partial(self._on_turn, 1), "before": partial(self._on_turn, -1),
            "first": self._on_first, "last": self._on_last,
            "larger": partial(self._on_zoom_by, 1), "smaller": partial(self._on_zoom_by, -1),
            "fit_page": partial(self._on_zoom, Zoom.PAGE), "fit_width": partial(self._on_zoom, Zoom.WIDTH),
            "true_size": partial(self._on_zoom, Zoom.OWN), "all_plates": self._on_all_plates, **plates,
        }  # fmt: skip

    def _on_turn(self, by: int, _checked: bool = False) -> None:
        self._view.turn(by)

    def _on_first(self, _checked: bool = False) -> None:
        self._view.go_to(0)

    def _on_last(self, _checked: bool = False) -> None:
        self._view.go_to(self._view.pages - 1)

    def _on_zoom_by(self, steps: int, _checked: bool = False) -> None:
        self._view.zoom_by(steps)

    def _on_zoom(self, kind: Zoom, _checked: bool = False) -> None:
        self._view.zoom_to(kind, self._view.true_scale)

    def _on_plate(self, name: str, _checked: bool = False) -> None:
        self._plates.show_alone(name)

    def _on_all_plates(self, _checked: bool = False) -> None:
        self._plates.show_all()
