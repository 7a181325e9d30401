"""The proof windows that are open: one for each file or story, which comes to the front when it is wanted again.

What they are made of is loaded with the first: reading and drawing PDFs takes a third of a second to load.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.values import StoryText
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.proof.pdf_files import ask_pdf
from desktop.settings import LocalSettings
from desktop.tasks import TaskRunner

if TYPE_CHECKING:
    from desktop.proof.proof_window import ProofWindow


class ProofWindows(QObject):
    """Opens and closes them."""

    text_wanted = Signal(int, object)
    """See `ProofWindow.text_wanted`."""

    def __init__(
        self, door: NewsroomDoor, runner: TaskRunner, theme: Theme, settings: LocalSettings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._door, self._runner, self._theme, self._settings = door, runner, theme, settings
        self._window = window
        self._open: list[ProofWindow] = []

    @property
    def windows(self) -> "list[ProofWindow]":
        """Those that are open."""
        return list(self._open)

    @Slot()
    def ask_file(self) -> None:
        """Ask for a PDF, and show it."""
        if path := ask_pdf(self._window, self._settings):
            self.show_file(path)

    def show_file(self, path: Path) -> "ProofWindow":
        """Show a PDF from anywhere."""
        window = self._window_for(path)
        window.open_file(path)
        return window

    def show_story(self, story_id: int, name: str, text: StoryText | None = None) -> "ProofWindow":
        """Show the pages of a story, as it stands or with a text that is being typed."""
        window = self._window_for(story_id)
        window.open_story(story_id, name, text)
        return window

    def close_all(self) -> None:
        """The newsroom is left."""
        for window in self.windows:
            window.close()

    def _window_for(self, subject: Path | int) -> "ProofWindow":
        """The window that looks at this by now, whatever it was opened for, or another one."""
        window = next((one for one in self._open if one.subject == subject), None) or self._another()
        window.show()
        window.raise_()
        window.activateWindow()
        return window

    def _another(self) -> "ProofWindow":
        from desktop.proof.proof_window import ProofWindow

        window = ProofWindow(self._door, self._runner, self._theme, self._settings)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.text_wanted.connect(self.text_wanted)
        window.closed.connect(self._on_closed)
        self._open.append(window)
        return window

    @Slot()
    def _on_closed(self) -> None:
        self._open = [window for window in self._open if window is not self.sender()]
