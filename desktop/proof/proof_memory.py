"""How a proof window was left, for the next one: its place, its switches, the size of pages, the page of each file."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.look.theme import GRID
from desktop.proof.proof_file import ProofFile
from desktop.proof.proof_view import ProofView, Zoom
from desktop.settings import LocalSettings

_COMMON = QSize(300 * GRID, 200 * GRID)
_LAYOUT = "proof"
SWITCHES = {"spread": False, "boxes": False, "marks": True, "list_pages": True, "list_problems": True}
"""Switches that stay as they were left, with what they are at first."""


class ProofMemory:
    """Keeps it for one window."""

    def __init__(
        self, settings: LocalSettings, window: QWidget, view: ProofView, actions: Mapping[str, QAction]
    ) -> None:
        self._settings, self._window, self._view, self._actions = settings, window, view, actions
        self._story_pages: dict[int, int] = {}

    def restore(self) -> None:
        """Let the window begin as it was left. Its switches are set without a signal."""
        if not self._window.restoreGeometry(self._settings.layout(_LAYOUT)):
            self._window.resize(_COMMON.boundedTo(self._window.screen().availableSize()))
        for name, usual in SWITCHES.items():
            with QSignalBlocker(self._actions[name]):
                self._actions[name].setChecked(self._settings.flag(f"proof/{name}", default=usual))
        kind, _, scale = self._settings.view_of(_LAYOUT, "size").partition(" ")
        if kind in list(Zoom) and _is_number(scale):
            self._view.zoom_to(Zoom(kind), float(scale))

    def keep_switches(self) -> dict[str, bool]:
        """Remember how the switches stand, and say it."""
        on = {name: self._actions[name].isChecked() for name in SWITCHES}
        for name, is_on in on.items():
            self._settings.set_flag(f"proof/{name}", on=is_on)
        return on

    def keep_window(self) -> None:
        """Remember its place, and how large pages are shown."""
        self._settings.keep_layout(_LAYOUT, self._window.saveGeometry())
        self._settings.keep_view(_LAYOUT, "size", f"{self._view.zoom_kind} {self._view.scale:.4f}")

    def page_of(self, file: ProofFile) -> int:
        """Number of the page at which a file was left; of a story, at which this window left it."""
        return self._settings.page_of(file.path) if file.path is not None else self._story_pages.get(file.story_id, 0)

    def keep_page(self, file: ProofFile | None) -> None:
        """Remember the page that is seen of a file."""
        if file is not None and file.path is not None:
            self._settings.keep_page(file.path, self._view.page)
        elif file is not None:
            self._story_pages[file.story_id] = self._view.page


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal()
