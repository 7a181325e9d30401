"""Connecting to a newsroom on a server: its address, its password once, and the ones that were opened lately."""

from collections.abc import Sequence
from functools import partial
from threading import Event

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QWidget,
)

from db.errors import NeedsPassword, NewsroomError, Refused
from db.newsroom import Newsroom, open_newsroom
from db.store.address import filled_in, is_server, keep_password, password_in, with_password, without_password
from db.store.secrets import Secrets
from db.values import Progress, no_progress
from desktop.localization import tr, worded
from desktop.look.theme import FIELD_HEIGHT, GRID, Theme, set_property
from desktop.newsroom_door import NewsroomDoor
from desktop.newsroom_location import point_to
from desktop.signin.upgrading import UPGRADING, WHOLE
from desktop.tasks import Task, TaskRunner
from desktop.widgets.current_row import CurrentRow
from desktop.widgets.dialog import FormDialog
from desktop.widgets.rows import ROW, add_row

_SCHEME = "postgresql://"
_MOST_RECENT = 4


class ServerDialog(FormDialog):
    """Asks for the address of a database on a server and its password, and shows that something is under way."""

    wide = 140 * GRID

    def __init__(self, theme: Theme, title: str, button: str, address: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, title, button, parent)
        self._task: Task | None = None
        self.address = QLineEdit(without_password(address) if address else "")
        self.password = QLineEdit(password_in(address) if address else "", echoMode=QLineEdit.EchoMode.Password)
        self.address.setCursorPosition(0)
        self.address.setPlaceholderText("postgresql://name@server/newsroom")
        self.password.setPlaceholderText(tr("only if it is not in the keyring of this computer yet"))
        self.progress, self.state = QProgressBar(), QLabel()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(2 * GRID)
        self.state.setWordWrap(True)
        set_property(self.state, "tone", "muted")

    @property
    def place(self) -> str:
        """The address that was given, with its password. Raises Refused when it is not one of a server.

        Its beginning, which is always the same, may be left out.
        """
        address = self.address.text().strip()
        if "@" in address and "://" not in address:
            address = f"{_SCHEME}{address}"
        if not is_server(address) or without_password(address).rstrip("/") == _SCHEME.rstrip("/"):
            raise Refused(tr("Please give an address like postgresql://name@server/newsroom."))
        return with_password(address, self.password.text())

    def build_fields(self) -> QFormLayout:
        """The rows of the form."""
        form = QFormLayout()
        form.setHorizontalSpacing(4 * GRID)
        form.setVerticalSpacing(3 * GRID)
        for title, field in ((tr("Address"), self.address), (tr("Password"), self.password)):
            label = QLabel(title)
            label.setMinimumHeight(FIELD_HEIGHT)
            set_property(label, "tone", "muted")
            field.setAccessibleName(title)
            field.setMinimumHeight(FIELD_HEIGHT)
            form.addRow(label, field)
        return form

    def add_progress(self) -> None:
        """Room for the bar and what it is about; both are hidden while nothing is under way."""
        self.body.addWidget(self.state)
        self.body.addWidget(self.progress)
        self.show_busy("")

    def show_busy(self, said: str, most: int = 0) -> None:
        """Tell what is under way, or with an empty text that nothing is; the bar goes to `most`, or just moves."""
        self.state.setVisible(bool(said))
        self.progress.setVisible(bool(said))
        self.state.setText(said)
        self.progress.setRange(0, most)
        for widget in (self.address, self.password, self.go):
            widget.setEnabled(not said)

    def failed(self, error: NewsroomError) -> None:
        """Say why not, and let the person try again where it was wrong."""
        self.show_busy("")
        wrong = self.password if isinstance(error, NeedsPassword) else self.address
        self.refuse(_sentence(error))
        wrong.setFocus()
        wrong.selectAll()

    def reject(self) -> None:
        """Give up, whatever is under way."""
        if self._task is not None:
            self._task.cancel()
        super().reject()


def _sentence(error: NewsroomError) -> str:
    """Reason of a refusal in the words of the window: a password is typed here, not at a terminal."""
    if not isinstance(error, NeedsPassword):
        return worded(error)
    return tr("The server does not take that password.") if error.given else tr("The server asks for a password.")


class ConnectDialog(ServerDialog):
    """Opens the newsroom off the main thread; `connected` hands out the door to it."""

    connected = Signal(object)
    """NewsroomDoor."""

    def __init__(
        self, theme: Theme, runner: TaskRunner, secrets: Secrets, recent: Sequence[str] = (), address: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, tr("Connect to a server"), tr("Connect"), address, parent)
        self._runner, self._secrets = runner, secrets
        self._given_up = Event()
        self.recent = QListWidget()
        CurrentRow(self.recent)
        self.from_now_on = QCheckBox(tr("Open it whenever Galley starts"))
        self.add_note(tr("Whoever runs the server knows its address."))
        self.body.addLayout(self.build_fields())
        self.body.addWidget(self.from_now_on)
        self._build_recent([place for place in recent if is_server(place)])
        self.add_progress()
        self.submitted.connect(self.connect_now)

    def _build_recent(self, places: Sequence[str]) -> None:
        for place in places[:_MOST_RECENT]:
            add_row(self.recent, place)
        self.recent.setAccessibleName(tr("Opened lately"))
        self.recent.setFixedHeight(min(len(places), _MOST_RECENT) * ROW)
        self.recent.currentItemChanged.connect(self._on_recent)
        self.recent.itemActivated.connect(self.connect_now)
        if places:
            self.add_note(tr("Opened lately"))
            self.body.addWidget(self.recent)

    @Slot(QListWidgetItem)
    def _on_recent(self, item: QListWidgetItem) -> None:
        self.address.setText(item.text())
        self.password.clear()

    @Slot()
    def connect_now(self) -> None:
        """Try to open what is named."""
        try:
            place = self.place
        except NewsroomError as error:
            self.failed(error)
            return
        self.show_busy(tr("Connecting to {place} …").format(place=without_password(place)))
        work = partial(connect, place, self._secrets, self._given_up, from_now_on=self.from_now_on.isChecked())
        self._task = self._runner.run(
            work, on_done=self._on_connected, on_error=self.failed, on_progress=self._on_progress
        )

    def _on_progress(self, share: float) -> None:
        self.state.setText(tr(UPGRADING))
        self.progress.setRange(0, WHOLE)
        self.progress.setValue(round(share * WHOLE))

    def _on_connected(self, newsroom: Newsroom | None) -> None:
        if newsroom is not None:
            self.accept()
            self.connected.emit(NewsroomDoor(newsroom, self._runner))

    def reject(self) -> None:
        """A newsroom that opens after all is closed again."""
        self._given_up.set()
        super().reject()


def connect(
    place: str, secrets: Secrets, given_up: Event, *, from_now_on: bool = False, progress: Progress = no_progress
) -> Newsroom | None:
    """Open a newsroom with its password, which is kept once it was right; None when nobody waits any more.

    `from_now_on` it is what the program opens when it starts.
    """
    newsroom = open_newsroom(filled_in(place, secrets), progress=progress)
    if given_up.is_set():
        _let_go(newsroom)
        return None
    (point_to if from_now_on else keep_password)(place, secrets)
    return newsroom


def _let_go(newsroom: Newsroom) -> None:
    newsroom.close()
