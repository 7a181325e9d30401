"""Care of the newsroom from its menu: settings, opening, backing up, restoring, auditing, verifying a sheet."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QProgressBar, QProgressDialog, QWidget
from shiboken6 import isValid

from db.acts import Act, why_never
from db.errors import NewsroomError
from db.newsroom import Newsroom
from db.store.secrets import Secrets
from db.upkeep.audit import Audit, audit
from db.upkeep.backup import FOLDER, CheckedBackup, back_up
from db.upkeep.restore import RestoredNewsroom
from db.values import Account, Progress
from desktop.editor.text.typing_habits import TypingHabits
from desktop.localization import tr, worded
from desktop.look.theme import GRID, Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.shell.help import TextDialog, audited_dialog, verified_dialog
from desktop.shell.move_to_server import MoveDialog
from desktop.shell.restore_dialog import RestoreDialog, StandingNewsroom, restore_over, standing_at
from desktop.tasks import Task, TaskRunner
from desktop.widgets.message import Message, Tone

if TYPE_CHECKING:
    from desktop.press.verify import Verdict

_SHOWN_AFTER_MS = 500
_WHOLE = 1_000


class Maintenance(QObject):
    """Whatever takes longer than half a second shows that it works, and can be given up waiting for."""

    said = Signal(object)
    """Message"""
    newsroom_wanted = Signal(str)
    """The newsroom in this file is to be opened."""
    habit_switched = Signal(str, bool)
    """Name of a habit of writing, and whether it is on."""
    settings_opened = Signal(object)
    """PreferencesDialog: what the window has chosen is to be shown in it."""
    settings_closed = Signal()

    def __init__(
        self,
        door: NewsroomDoor,
        account: Account,
        runner: TaskRunner,
        theme: Theme,
        habits: TypingHabits,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._habits = habits
        self._door, self._account, self._runner, self._theme = door, account, runner, theme
        self._window = window

    def slots(self) -> dict[str, Callable[[], None]]:
        """Slots of the menu's entries, by the names of their actions."""
        return {
            "settings": self.show_settings, "open_newsroom": self.ask_newsroom, "back_up": self.ask_back_up,
            "restore": self.ask_restore, "audit": self.audit, "verify": self.ask_verify,
        }  # fmt: skip

    @Slot()
    def show_settings(self) -> None:
        """The settings of the newsroom, and one's own."""
        self.open_settings("")

    @Slot()
    def show_password(self) -> None:
        """The page of the settings on which one's password is set."""
        self.open_settings("password")

    def open_settings(self, page: str) -> None:
        """Open the settings on the page of this name, or on the first."""
        from desktop.preferences.dialog import PreferencesDialog  # with its pages: few open it at each start

        dialog = PreferencesDialog(self._door, self._account, self._theme, self._habits, self._window)
        dialog.habit_switched.connect(self.habit_switched)
        dialog.finished.connect(self.settings_closed)
        self.settings_opened.emit(dialog)
        if page:
            dialog.show_page(page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot()
    def ask_newsroom(self) -> None:
        """Open the newsroom in another file."""
        title, folder = tr("Open a newsroom"), str(self._door.folder or Path.home())
        name, _ = QFileDialog.getOpenFileName(self._window, title, folder, _kinds())
        if name:
            self.newsroom_wanted.emit(name)

    @Slot()
    def ask_back_up(self) -> None:
        """Copy the newsroom into a file, and check the copy."""
        folder = self._door.folder or Path.home()
        proposed = folder / f"newsroom-{self._door.now():%Y-%m-%d}.db"
        name, _ = QFileDialog.getSaveFileName(
            self._window, tr("Back up the newsroom"), str(proposed), _kinds(),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if name:
            self._run(
                tr("Backing up …"), partial(self._door.read, back_up_as, Path(name), self._account), self._on_backed_up
            )

    @Slot()
    def ask_restore(self) -> None:
        """Check a backup and put it into a file; where a newsroom stands, its chief is asked, and it is kept aside."""
        folder = (self._door.folder or Path.home()) / FOLDER
        source, _ = QFileDialog.getOpenFileName(self._window, tr("Restore a backup"), str(folder), _kinds())
        if not source:
            return
        place, _ = QFileDialog.getSaveFileName(
            self._window, tr("Restore it as"), str(folder.parent / "restored.db"), _kinds(),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if place:
            known = partial(self._ask_chief, Path(source), Path(place))
            self._runner.run(standing_at, Path(place), Path(source), on_done=known, on_error=self._on_failed)

    def _ask_chief(self, source: Path, place: Path, standing: StandingNewsroom | None) -> None:
        """Put the backup there, once the chief of the newsroom that stands there has confirmed it."""
        if standing is None:
            self._restore(source, place, None)
            return
        dialog = RestoreDialog(self._theme, source, standing, self._runner, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._restore, source, place, standing))
        dialog.open()

    def _restore(self, source: Path, place: Path, confirmed: StandingNewsroom | None) -> None:
        work = partial(self._runner.run, restore_over, source, place, confirmed)
        self._run(tr("Restoring …"), work, self._on_restored)

    @Slot()
    def ask_move(self) -> None:
        """Move the newsroom from its file to a server."""
        if why := why_never(Act.MOVE_NEWSROOM, self._account.role):
            self.said.emit(Message(worded(why), Tone.REFUSED))
        elif self._door.folder is None:
            self.said.emit(Message(tr("This newsroom is on a server already."), Tone.REFUSED))
        else:
            dialog = MoveDialog(self._theme, self._door, Secrets(), self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open_wanted.connect(self.newsroom_wanted)
            dialog.open()

    @Slot()
    def audit(self) -> None:
        """Check that everything is as it was written."""
        self._run(tr("Auditing …"), partial(self._door.read, audit), self._on_audited)

    @Slot()
    def ask_verify(self) -> None:
        """Trace a printed file back to its approval."""
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Verify a sheet"), "", tr("PDF files (*.pdf)"))
        if name:
            self._run(
                tr("Verifying …"), partial(self._door.read, verify, Path(name)), self._on_verified, measured=False
            )

    def _on_verified(self, verdict: "Verdict") -> None:
        tone = Tone.DONE if verdict.sound else Tone.REFUSED
        show = (
            partial(self._show, verified_dialog, worded(verdict.sentence), [*map(worded, verdict.each)])
            if verdict.each
            else None
        )
        self.said.emit(Message(worded(verdict.sentence), tone, tr("Show each") if show else "", show))

    def _show(self, make: Callable[..., TextDialog], sentence: str, lines: Sequence[str]) -> None:
        dialog = make(self._theme, sentence, lines, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _run(
        self, title: str, begin: Callable[..., Task], on_done: Callable[[Any], None], *, measured: bool = True
    ) -> None:
        """Let something begin. What is measured gets a `progress` to call, and the bar shows the share."""
        waiting = QProgressDialog(title, tr("Cancel"), 0, _WHOLE if measured else 0, self._window)
        bar = QProgressBar(waiting)
        bar.setTextVisible(False)
        bar.setRange(waiting.minimum(), waiting.maximum())
        waiting.setBar(bar)
        waiting.setAutoClose(False)
        waiting.setAutoReset(False)
        waiting.setWindowTitle(title)
        waiting.setMinimumWidth(80 * GRID)
        waiting.setMinimumDuration(_SHOWN_AFTER_MS)
        waiting.setValue(0)
        watch = partial(_show_share, waiting) if measured else None
        task = begin(on_done=on_done, on_error=self._on_failed, on_end=waiting.deleteLater, on_progress=watch)
        waiting.canceled.connect(task.cancel)
        waiting.canceled.connect(waiting.deleteLater)

    def _on_failed(self, error: NewsroomError) -> None:
        self.said.emit(Message(worded(error), Tone.REFUSED))

    def _on_backed_up(self, made: CheckedBackup) -> None:
        text = tr("Backed up and checked: {path} ({held}).").format(path=made.path, held=worded(made.sentence))
        self.said.emit(Message(text, Tone.DONE))

    def _on_restored(self, made: RestoredNewsroom) -> None:
        """One that is open here already goes on by itself."""
        text = tr("Restored and checked: {path} ({held}).").format(path=made.path, held=worded(made.sentence))
        is_open = self._door.folder is not None and made.path == Path(self._door.url).resolve()
        show = None if is_open else partial(self.newsroom_wanted.emit, str(made.path))
        self.said.emit(Message(text, Tone.DONE, tr("Open it") if show else "", show))

    def _on_audited(self, found: Audit) -> None:
        text = tr("{records} records, {rows} sealed rows and {sign_offs} sign-offs are as they were written.")
        values = {"records": found.records, "rows": found.rows, "sign_offs": found.sign_offs}
        sentence = text.format(**values) if found.passed else worded(found.faults[0])
        lines = [*map(worded, (*found.faults, *found.notes))]
        show = partial(self._show, audited_dialog, sentence, lines) if found.notes or len(lines) > 1 else None
        tone = Tone.DONE if found.passed else Tone.REFUSED
        self.said.emit(Message(sentence, tone, tr("Show all") if show else "", show))


def _show_share(waiting: QProgressDialog, share: float) -> None:
    if isValid(waiting):
        waiting.setValue(round(share * _WHOLE))


def back_up_as(newsroom: Newsroom, path: Path, actor: Account, progress: Progress) -> CheckedBackup:
    """Copy the newsroom into a file for somebody who may."""
    newsroom.require(actor, Act.BACK_UP)
    return back_up(newsroom, path, progress)


def verify(newsroom: Newsroom, path: Path) -> "Verdict":
    """Whether a sheet is as it was approved. The press is loaded here, on a worker, when it is first needed."""
    from desktop.press.verify import verify_file

    return verify_file(newsroom, path)


def _kinds() -> str:
    return tr("Newsrooms (*.db);;All files (*)")
