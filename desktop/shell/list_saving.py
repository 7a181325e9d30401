"""The list saved as a file: where to, what of it, and what became of it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.board.board import Board
from desktop.board.list_csv import save_csv
from desktop.localization import stories, tr
from desktop.newsroom_door import NewsroomDoor
from desktop.settings import LocalSettings
from desktop.widgets.message import Message, Tone

_LONG = 5_000
"""Stories of which it takes seconds to save them: then it is said that it has begun."""


class ListSaving(QObject):
    """Saves what is selected when that is several stories, else the whole list, with the columns that are shown."""

    said = Signal(object)
    """Message."""

    def __init__(self, door: NewsroomDoor, board: Board, settings: LocalSettings, window: QWidget) -> None:
        super().__init__(window)
        self._door, self._board, self._settings, self._window = door, board, settings, window

    @Slot()
    def ask(self) -> None:
        """Ask for the file, then write it."""
        name = f"{self._board.view.heading}.csv".replace("/", "-")
        place, kinds = str(self._settings.folder / name), tr("Comma-separated values (*.csv)")
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("Save the list"), place, kinds)
        if chosen:
            self.save(Path(chosen))

    def save(self, path: Path) -> None:
        """Write it."""
        picked = self._board.selected()
        asked = picked if len(picked) > 1 else self._board.table_question
        if len(picked) > _LONG or len(self._board.listing.numbers) > _LONG:
            self.said.emit(Message(tr("{name} is being written.").format(name=path.name)))
        columns = self._board.listing.shown_columns()
        self._door.read(save_csv, path, columns, asked, on_done=partial(self._say_saved, path), key="csv")

    def _say_saved(self, path: Path, number: int) -> None:
        self._settings.folder = path.parent
        text = tr("{stories} are in {name} now.") if number != 1 else tr("{stories} is in {name} now.")
        self.said.emit(Message(text.format(stories=stories(number), name=path.name), Tone.DONE))
