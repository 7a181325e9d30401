"""Files that arrive, from the first look at them to their stories: read, looked over where in doubt, taken in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from db.values import Account
from desktop.arrivals.list_dialog import ArrivalsDialog
from desktop.arrivals.reading import Arrived, files_in, read_arriving, sum_up, take_in, take_in_anew
from desktop.localization import stories, tr
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.settings import LocalSettings
from desktop.tasks import Task
from desktop.widgets.message import Message, Tone

if TYPE_CHECKING:
    from desktop.arrivals.sheet import ImportSheet

_SAID_AFTER = 0.5
"""Seconds after which it is said that files are read: most are read in less."""


_AT_ONCE = 5
"""Texts that are taken in with one write, in a moment; of more it is said how many are, and they can be stopped."""

_MOST_TOLD = 2
"""Refusals that the message can say beside what was imported: more are listed before anything is."""


@dataclass
class FilesRead:
    """Files that were brought together, for a desk."""

    desk: str
    files: list[Path] = field(default_factory=list)
    arrived: list[Arrived] = field(default_factory=list)
    """What was read so far."""
    done: int = 0
    """Files that were read."""
    begun: float = field(default_factory=monotonic)
    said: bool = False
    """Whether it was said that they are read."""
    task: Task | None = None
    stopped: bool = False
    list: ArrivalsDialog | None = None

    @property
    def ended(self) -> bool:
        """Whether nothing more is read."""
        return self.stopped or self.done >= len(self.files)


@dataclass
class _Taking:
    """Texts that are being taken in, a few with each write: what is typed meanwhile need not wait for all of them."""

    desk: str
    waiting: list[Arrived]
    taken: list[Arrived] = field(default_factory=list)
    stopped: bool = False


class StoryImport(QObject):
    """What one person brings in."""

    said = Signal(object)
    """Message."""
    brought_in = Signal(int)
    """Number of the last story that came from a file."""

    def __init__(
        self, door: NewsroomDoor, account: Account, theme: Theme, settings: LocalSettings, desk: Callable[[], str],
        window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._door, self._account, self._theme, self._settings = door, account, theme, settings
        self._desk, self._window = desk, window

    @Slot()
    def ask_files(self) -> None:
        """Ask for files, and bring them in."""
        title, kinds = tr("Import stories"), tr("Text, mail and wire files (*.txt *.eml *.md *.text);;All files (*)")
        names, _ = QFileDialog.getOpenFileNames(self._window, title, str(self._settings.folder), kinds)
        self.bring_in([Path(name) for name in names])

    @Slot()
    def ask_folder(self) -> None:
        """Ask for a folder, and bring in the files in it."""
        name = QFileDialog.getExistingDirectory(self._window, tr("Import a folder"), str(self._settings.folder))
        self.bring_in([Path(name)] if name else [])

    def bring_in(self, paths: Sequence[Path]) -> None:
        """A story of each file, and of each file in a folder, at the desk that is shown."""
        desk = self._desk()
        if paths and not desk:
            self.said.emit(Message(tr("There is no desk yet: the chief must make one first."), Tone.REFUSED))
        elif paths:
            self._door.read(files_in, list(paths), on_done=partial(self._on_files, FilesRead(desk)))

    def _on_files(self, batch: FilesRead, files: list[Path]) -> None:
        batch.files = files
        if files:
            self._read_next(batch)
        else:
            self.said.emit(Message(tr("There are no files in it; nothing was imported."), Tone.REFUSED))

    # reading

    def _read_next(self, batch: FilesRead) -> None:
        """Read one file after the other, in a process of its own: none that is bad holds up those behind it."""
        if batch.ended:
            self._on_read_all(batch)
            return
        self._show_progress(batch)
        batch.task = self._door.read(
            read_arriving, batch.files[batch.done], on_done=partial(self._on_read, batch),
            on_end=partial(self._on_end, batch), on_progress=partial(self._on_progress, batch),
        )  # fmt: skip

    def _on_read(self, batch: FilesRead, arrived: list[Arrived]) -> None:
        batch.arrived += arrived
        if batch.list is not None:
            batch.list.add(arrived)

    def _on_end(self, batch: FilesRead) -> None:
        batch.done += 1
        if not batch.stopped:
            self._read_next(batch)

    def _on_progress(self, batch: FilesRead, _share: float) -> None:
        self._show_progress(batch)

    def _show_progress(self, batch: FilesRead) -> None:
        """Say that files are read, once it takes a while, with the way to stop; several are listed."""
        if not batch.said and monotonic() - batch.begun >= _SAID_AFTER:
            batch.said = True
            if len(batch.files) == 1:
                self.said.emit(Message(tr("Reading…"), Tone.NOTE, tr("Stop"), partial(self._stop, batch)))
            else:
                self._open_list(batch)
        if batch.list is not None:
            batch.list.show_progress(batch.done, len(batch.files), batch.files[batch.done].name)

    def _stop(self, batch: FilesRead) -> None:
        """What was read so far is kept in the list; of one file there is nothing."""
        if batch.ended:
            return
        batch.stopped = True
        if batch.task is not None:
            batch.task.cancel()
        if batch.list is None:
            self.said.emit(Message(tr("Nothing was imported."), Tone.NOTE))
        elif batch.list.isVisible():
            batch.list.show_progress(len(batch.files), len(batch.files), "")

    # looking over

    def _on_read_all(self, batch: FilesRead) -> None:
        """What is sure is taken in at once; a doubt is shown first."""
        doubtful = any(one.doubts for one in batch.arrived)
        refused = sum(bool(one.refusal) for one in batch.arrived)
        if doubtful and len(batch.files) == 1:
            self._open_sheet(batch)
        elif not doubtful and refused <= _MOST_TOLD:
            if batch.list is not None:
                batch.list.accept()
            self._take_in(batch, batch.arrived)
        else:
            self._open_list(batch)
            assert batch.list is not None
            batch.list.show_progress(len(batch.files), len(batch.files), "")

    def _open_list(self, batch: FilesRead) -> None:
        if batch.list is not None:
            return
        dialog = batch.list = ArrivalsDialog(self._theme, self._settings, parent=self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.add(batch.arrived)
        dialog.show_progress(batch.done, len(batch.files), batch.files[min(batch.done, len(batch.files) - 1)].name)
        dialog.stopped.connect(partial(self._stop, batch))
        dialog.sheet_wanted.connect(partial(self._open_sheet_of, batch))
        dialog.submitted.connect(partial(self._on_list_submitted, batch))
        dialog.open()

    def _open_sheet_of(self, batch: FilesRead, number: int) -> None:
        """The sheet of one text of a list, which shows it afterwards as it was left."""
        assert batch.list is not None
        sheet = self._sheet(batch.list.arrived[number], button=tr("Take over"), parent=batch.list)
        sheet.submitted.connect(partial(self._on_looked_over, batch, sheet, number))
        sheet.open()

    def _on_looked_over(self, batch: FilesRead, sheet: "ImportSheet", number: int) -> None:
        assert batch.list is not None
        batch.list.put(number, sheet.looked_over)
        sheet.accept()

    def _on_list_submitted(self, batch: FilesRead) -> None:
        assert batch.list is not None
        wanted = batch.list.wanted
        batch.list.accept()
        self._take_in(batch, wanted)

    def _open_sheet(self, batch: FilesRead) -> None:
        """The sheet of a file alone: of a mail that brings several texts, the first that is in doubt."""
        first = next(one for one in batch.arrived if one.doubts)
        others = [one for one in batch.arrived if one is not first]
        sheet = self._sheet(first, others, parent=self._window)
        sheet.submitted.connect(partial(self._on_sheet_submitted, batch, sheet))
        sheet.rejected.connect(self._on_cancelled)
        sheet.open()

    def _on_sheet_submitted(self, batch: FilesRead, sheet: "ImportSheet") -> None:
        sheet.accept()
        self._take_in(batch, [sheet.looked_over, *sheet.others])

    @Slot()
    def _on_cancelled(self) -> None:
        self.said.emit(Message(tr("Nothing was imported."), Tone.NOTE))

    def _sheet(
        self, one: Arrived, others: Sequence[Arrived] = (), *, button: str = "", parent: QWidget
    ) -> "ImportSheet":
        from desktop.arrivals import sheet as import_sheet  # with all that reads files: a board has no use for that

        sheet = import_sheet.ImportSheet(
            self._theme, self._door, self._settings, one, others, button=button, parent=parent
        )
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return sheet

    # taking in

    def _take_in(self, batch: FilesRead, arrived: Sequence[Arrived]) -> None:
        if arrived:
            self._take_next(_Taking(batch.desk, list(arrived)))

    def _take_next(self, taking: _Taking) -> None:
        """Take in the next few, and say how many wait; at the end, or when it is stopped, what came of all."""
        if not taking.waiting or taking.stopped:
            self._on_taken(taking.taken, left=_texts(taking.waiting))
            return
        if _texts(taking.waiting) > _AT_ONCE or taking.taken:
            said = tr("Importing {stories} …").format(stories=stories(_texts(taking.waiting)))
            self.said.emit(Message(said, Tone.NOTE, tr("Stop"), partial(self._stop_taking, taking)))
        some, taking.waiting = taking.waiting[:_AT_ONCE], taking.waiting[_AT_ONCE:]
        self._door.write(
            take_in, some, taking.desk, self._account, on_done=taking.taken.extend,
            on_end=partial(self._take_next, taking),
        )  # fmt: skip

    def _stop_taking(self, taking: _Taking) -> None:
        """What is being written is written to its end; the rest is left."""
        taking.stopped = True

    def _on_taken(self, taken: list[Arrived], left: int) -> None:
        sentence, tone = sum_up(taken)
        if left:
            sentence = f"{sentence} {tr('{stories} were not imported.').format(stories=stories(left))}"
        made = [one for one in taken if one.story]
        look = partial(self._look, made)
        self.said.emit(Message(sentence, tone, tr("Look…") if made else "", look if made else None))
        if made and made[-1].story:
            self.brought_in.emit(made[-1].story.id)

    def _look(self, made: list[Arrived]) -> None:
        """Look over what was taken in without a doubt: one in its sheet, several in a list."""
        if len(made) == 1:
            self._look_at(made[0], self._window)
            return
        dialog = ArrivalsDialog(self._theme, self._settings, button=tr("Close"), parent=self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.add(made)
        dialog.sheet_wanted.connect(lambda number: self._look_at(dialog.arrived[number], dialog))
        dialog.submitted.connect(dialog.accept)
        dialog.open()

    def _look_at(self, one: Arrived, parent: QWidget) -> None:
        sheet = self._sheet(one, button=tr("Change the story"), parent=parent)
        sheet.submitted.connect(partial(self._on_changed, sheet))
        sheet.open()

    def _on_changed(self, sheet: "ImportSheet") -> None:
        """The story is changed to what the sheet shows, unless somebody has changed it meanwhile."""
        sheet.begin()
        self._door.write(
            take_in_anew, sheet.looked_over, self._account, on_done=partial(self._on_taken_anew, sheet),
            on_error=sheet.failed, on_end=sheet.end,
        )  # fmt: skip

    def _on_taken_anew(self, sheet: "ImportSheet", taken: Arrived) -> None:
        sheet.accept()
        assert taken.story is not None
        self.said.emit(Message(tr("{slug} was changed.").format(slug=taken.story.slug), Tone.DONE))
        self.brought_in.emit(taken.story.id)


def _texts(arrived: Sequence[Arrived]) -> int:
    """How many of what arrived can become stories."""
    return sum(one.draft is not None for one in arrived)
