"""Moving the newsroom to a server from the window: its address, how far it is, and what came of it."""

import os
from urllib.parse import unquote

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from db.errors import NewsroomError
from db.newsroom import Newsroom
from db.store.address import filled_in, without_password
from db.store.secrets import Secrets
from db.upkeep.move_to_server import Moved, move_to
from db.values import Progress
from desktop.localization import count, tr
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.newsroom_location import VARIABLE, point_to
from desktop.signin.connect import ServerDialog

_WHOLE = 1_000


class MoveDialog(ServerDialog):
    """Copies, compares, and then offers to open the newsroom where it is now."""

    open_wanted = Signal(str)
    """The newsroom at this address, its password in it, is to be opened."""

    def __init__(self, theme: Theme, door: NewsroomDoor, secrets: Secrets, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Move the newsroom to a server"), tr("Move"), "", parent)
        self._door, self._secrets = door, secrets
        self._moved_to = ""
        self.note = self.add_note(
            tr(
                "A backup is made first. Then everything is copied into an empty database and compared, and only a "
                "copy that is the same is opened from then on. The file here stays, to be read: nobody can write in "
                "it any more. What is typed meanwhile by others is kept on their computers until they open it there."
            )
        )
        self.form = QWidget()
        fields = self.build_fields()
        fields.setContentsMargins(0, 0, 0, 0)
        self.form.setLayout(fields)
        self.body.addWidget(self.form)
        self.add_progress()
        self.submitted.connect(self._on_submitted)

    @Slot()
    def _on_submitted(self) -> None:
        if self._moved_to:
            self.open_wanted.emit(self._moved_to)
            self.accept()
            return
        try:
            place = self.place
        except NewsroomError as error:
            self.failed(error)
            return
        self.show_busy(tr("Backing up …"), _WHOLE)
        self._task = self._door.write(
            move_newsroom, place, self._secrets, on_done=self._on_moved, on_error=self.failed,
            on_progress=self._on_progress,
        )  # fmt: skip

    @Slot(float)
    def _on_progress(self, share: float) -> None:
        self.progress.setValue(round(share * _WHOLE))
        said = tr("Comparing …") if share >= _COPIED else tr("Copying … {share} %").format(share=round(100 * share))
        self.state.setText(said)

    def _on_moved(self, moved: Moved) -> None:
        """Say what is there now; the button leads there."""
        self._moved_to = self.place
        for asked in (self.note, self.form):
            asked.hide()
        self.progress.hide()
        held = ", ".join((
            count(moved.counts["story"], "{n} story", "{n} stories"),
            count(moved.counts["revision"], "{n} revision", "{n} revisions"),
            count(moved.counts["picture"], "{n} picture", "{n} pictures"),
        ))  # fmt: skip
        done = tr("✓ {held}: the same there as here.").format(held=held)
        here = tr("The file here can be read, and is written no more. Backup made before: {backup}").format(
            backup=moved.backup
        )
        now = tr("From now on Galley opens {place}").format(place=unquote(without_password(self._moved_to)))
        self.state.setText("\n\n".join(filter(None, (done, here, now, self._secrets.trouble))))
        if os.environ.get(VARIABLE):
            self.refuse(
                tr("But {name} names another newsroom, and what is named there is opened.").format(name=VARIABLE)
            )
        self.go.setText(tr("Open it there"))
        self.cancel.setText(tr("Only read here for now"))
        self.go.setEnabled(True)
        self.go.setFocus()


_COPIED = 0.8
"""The share that is done when all rows are copied, and only comparing is left."""


def move_newsroom(newsroom: Newsroom, place: str, secrets: Secrets, progress: Progress) -> Moved:
    """Move, and open the copy from now on; its password goes into the keyring."""
    moved = move_to(newsroom, filled_in(place, secrets), progress)
    point_to(place, secrets)
    return moved
