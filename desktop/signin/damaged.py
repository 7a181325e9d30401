"""Shown when a newsroom's file is damaged: what is wrong, and its newest good backup to put in its place."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from db.errors import Damaged, NewsroomError
from db.store.backup_files import when
from db.upkeep.backup import CheckedBackup
from db.upkeep.recovery import recover
from desktop.localization import full_time, tr, worded
from desktop.look.theme import Theme
from desktop.tasks import TaskRunner
from desktop.widgets.dialog import FormDialog


class DamagedDialog(FormDialog):
    """Accepted once the backup is in place; the damaged file lies beside it under another name."""

    def __init__(self, theme: Theme, found: Damaged, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("The newsroom is damaged"), tr("Put the backup back"), parent)
        self._found, self._runner = found, runner
        assert found.backup is not None
        self.add_note(str(found).split(";", 1)[0] + ".")
        self.add_note(tr("Its newest good backup is of {time}.").format(time=full_time(when(found.backup))))
        self.add_note(tr("The damaged file is set aside under another name, not overwritten."))
        self.cancel.setText(tr("Leave it"))
        self.submitted.connect(self._on_submitted)

    @Slot()
    def _on_submitted(self) -> None:
        self.go.setEnabled(False)
        self.go.setText(tr("Putting it back …"))
        work = partial(recover, self._found.place, self._found.backup)
        self._runner.run(work, on_done=self._on_recovered, on_error=self._on_failed)

    def _on_recovered(self, _made: CheckedBackup) -> None:
        self.accept()

    def _on_failed(self, error: NewsroomError) -> None:
        self.go.setText(tr("Put the backup back"))
        self.refuse(worded(error))
