"""Starts the window and puts its parts together: application, theme, newsroom, who is at work, crash hook."""

import os
import signal
import sys
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from db.errors import Damaged, NewsroomError, Refused, one_line
from db.newsroom import Newsroom, open_newsroom
from db.store.address import filled_in, is_server, keep_password, without_password
from db.store.secrets import Secrets, password_name
from db.upkeep.backup import back_up_today
from db.values import Account, SignedIn
from desktop.crash import CrashHook
from desktop.credentials import PASSWORD
from desktop.display import display_available
from desktop.garbage_collection import GarbageCollector
from desktop.look.icons import pixmap
from desktop.look.theme import Appearance, make_theme
from desktop.newsroom_door import NewsroomDoor, read_facts
from desktop.newsroom_location import pointed_to
from desktop.settings import LocalSettings, own_settings
from desktop.shell.help import not_opened_dialog
from desktop.shell.window import MainWindow
from desktop.signin.connect import ConnectDialog
from desktop.signin.damaged import DamagedDialog
from desktop.signin.first import FirstAccount, Founding, found
from desktop.signin.signin import SignIn
from desktop.tasks import TaskRunner
from desktop.widgets.message import Message, Tone

NO_DISPLAY = "There is no display to open a window on; the commands work without one: galley --help lists them."

_HOUR_MS = 3_600_000


class Program(QObject):
    """The running program: one newsroom, one person, one window at a time."""

    def __init__(self, app: QApplication, settings: LocalSettings) -> None:
        super().__init__()
        self._app, self._settings = app, settings
        self.appearance = Appearance(app, make_theme(), settings.theme)
        self._secrets = Secrets()
        self.runner = TaskRunner(self)
        self.crash = CrashHook(self._keep, self)
        self.window: MainWindow | None = None
        self._newsroom: Newsroom | None = None
        self._hour = QTimer(self, interval=_HOUR_MS)
        self._hour.timeout.connect(self._on_hour)
        self._elsewhere = False
        """Whether whoever was asked to found a newsroom has theirs on a server."""

    def start(self, place: str, login: str | None, password: str = "") -> bool:
        """Open a newsroom and its window; whether somebody is at work now.

        Raises NewsroomError when the newsroom cannot be opened or has no account of that login.
        """
        try:
            newsroom = self._open(filled_in(place, self._secrets))
        except NewsroomError as error:
            if not is_server(place):
                raise
            newsroom = self._wait_for_server(place, error)
        if newsroom is None:
            return False
        keep_password(place, self._secrets)
        return self._enter(newsroom, login, password)

    def _wait_for_server(self, place: str, error: NewsroomError | None = None) -> Newsroom | None:
        """Show why a server did not let the program in, until it does or the person gives up."""
        dialog = self._server_dialog(place)
        found: list[Newsroom] = []
        dialog.connected.connect(lambda newsroom, _address: found.append(newsroom))
        dialog.from_now_on.setChecked(error is None or pointed_to() == without_password(place))
        if error is not None:
            dialog.failed(error)
        dialog.exec()
        dialog.deleteLater()
        return found[0] if found else None

    def _enter(self, newsroom: Newsroom, login: str | None, password: str = "") -> bool:
        """Let somebody in and show the window; the newsroom is closed again when nobody comes in."""
        self._elsewhere = False
        account = self._who(newsroom, login, password)
        if account is None:
            newsroom.close()
            elsewhere = self._wait_for_server("") if self._elsewhere else None
            return elsewhere is not None and self._enter(elsewhere, None)
        self._show(newsroom, account)
        self._settings.remember(newsroom.url)
        self._on_hour()
        self._hour.start()
        return True

    @Slot()
    def _on_hour(self) -> None:
        """The day's backup is due at the start of each day, also in a window that was left open over night."""
        if self._newsroom is not None:
            self.runner.run(back_up_today, self._newsroom)

    def end(self) -> None:
        """Close what is open; nothing that was typed is lost."""
        self._hour.stop()
        self.crash.uninstall()
        if self.window is not None:
            self.window.close()
        self.runner.stop()
        if self._newsroom is not None:
            self._newsroom.close()

    def _open(self, place: str) -> Newsroom | None:
        """The newsroom, put back from its newest good backup when it is damaged and the person wants that."""
        try:
            return open_newsroom(place)
        except Damaged as found:
            if found.backup is None:
                raise
            dialog = DamagedDialog(self.appearance.theme, found, self.runner, self.window)
            done = dialog.exec() == QDialog.DialogCode.Accepted
            dialog.deleteLater()
            return open_newsroom(place) if done else None

    def _who(self, newsroom: Newsroom, login: str | None, password: str) -> SignedIn | None:
        """Who is at work: the one named, else whoever is chosen; in a new newsroom its first account."""
        people = newsroom.accounts.all(active_only=True)
        if not people:
            return self._found(newsroom)
        name = login or self._settings.login
        if name and (login or self._may_stay(newsroom, name)):
            known = password or self._known_password(newsroom, name)
            if known or not newsroom.accounts.has_password(name):
                with suppress(Refused):
                    return newsroom.accounts.sign_in(name, known)
        return self._ask_who(newsroom, people, login or "")

    def _may_stay(self, newsroom: Newsroom, login: str) -> bool:
        """Whether whoever was here last chose to stay signed in, and may."""
        active = {account.login for account in newsroom.accounts.all(active_only=True)}
        return login in active and bool(self._secrets.get(password_name(newsroom.identity, login)))

    def _known_password(self, newsroom: Newsroom, login: str) -> str:
        return os.environ.get(PASSWORD, "") or self._secrets.get(password_name(newsroom.identity, login))

    def _found(self, newsroom: Newsroom) -> SignedIn | None:
        def make(founding: Founding) -> SignedIn:
            return found(newsroom, founding)

        dialog = FirstAccount(self.appearance.theme, make, self.window)
        dialog.server.setVisible(newsroom.folder is not None)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        self._elsewhere = dialog.elsewhere
        dialog.deleteLater()
        return dialog.account if done else None

    def _ask_who(self, newsroom: Newsroom, people: list[Account], login: str = "") -> SignedIn | None:
        accounts = newsroom.accounts
        dialog = SignIn(
            self.appearance.theme, people, accounts.sign_in, newsroom=newsroom.name,
            last=login or self._settings.login, needs_password=accounts.has_password, parent=self.window,
        )  # fmt: skip
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if not done or dialog.account is None:
            return None
        self._remember(newsroom, dialog)
        return dialog.account

    def _remember(self, newsroom: Newsroom, dialog: SignIn) -> None:
        """Keep the password in the keyring, or forget it, as was chosen."""
        name = password_name(newsroom.identity, dialog.login)
        if dialog.stay.isChecked() and dialog.password.text():
            self._secrets.set(name, dialog.password.text())
        elif not dialog.stay.isChecked() and newsroom.accounts.has_password(dialog.login):
            self._secrets.remove(name)

    def _show(self, newsroom: Newsroom, account: SignedIn) -> None:
        old, before = self.window, self._newsroom
        self._settings.login = account.login
        if old is not None:
            old.close()
            self.runner = TaskRunner(self)
        self._newsroom = newsroom
        door = NewsroomDoor(newsroom, self.runner, read_facts(newsroom), self)
        self.window = MainWindow(door, account, self.runner, self.appearance, self._settings)
        self.window.switch_wanted.connect(self._on_switch)
        self.window.newsroom_wanted.connect(self._on_newsroom)
        self.window.connect_wanted.connect(self._on_connect)
        self.window.show()
        if self._secrets.trouble:
            self.window.messages.say(Message(self._secrets.trouble))
        if old is not None:
            old.deleteLater()
        if before is not None and before is not newsroom:
            before.close()

    @Slot()
    def _on_switch(self) -> None:
        """Another person sits down at this computer."""
        assert self._newsroom is not None
        account = self._ask_who(self._newsroom, self._newsroom.accounts.all(active_only=True))
        if account is not None:
            self._show(self._newsroom, account)

    @Slot(str)
    def _on_newsroom(self, place: str) -> None:
        """Open a file at once; a server may take its time, and is waited for in a dialog."""
        try:
            if is_server(place):
                self._ask_server(place).connect_now()
            else:
                self.start(place, None)
        except NewsroomError as error:
            if self.window is not None:
                self.window.messages.say(Message(str(error), Tone.REFUSED))

    @Slot()
    def _on_connect(self) -> None:
        self._ask_server("")

    def _server_dialog(self, address: str) -> ConnectDialog:
        return ConnectDialog(
            self.appearance.theme, self.runner, self._secrets, self._settings.recent, address, self.window
        )

    def _ask_server(self, address: str) -> ConnectDialog:
        dialog = self._server_dialog(address)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.connected.connect(self._on_connected)
        dialog.open()
        return dialog

    @Slot(object, str)
    def _on_connected(self, newsroom: Newsroom, _address: str) -> None:
        try:
            self._enter(newsroom, None)
        except NewsroomError as error:
            newsroom.close()
            if self.window is not None:
                self.window.messages.say(Message(str(error), Tone.REFUSED))

    def _keep(self) -> None:
        if self.window is not None:
            self.window.keep_now()


def run_window(place: str, login: str | None = None, password: str = "") -> int:
    """Open the window on a newsroom and stay until it is closed. Raises NewsroomError when it cannot be opened.

    Who needs a password and has given none is asked for it.
    """
    if not display_available():
        raise NewsroomError(NO_DISPLAY)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("Galley")
    app.setDesktopFileName("galley")
    garbage = GarbageCollector()
    program = Program(app, own_settings())
    app.setWindowIcon(QPixmap(pixmap("newspaper", program.appearance.theme, "accent", 64)))
    program.crash.install()
    signal.signal(signal.SIGTERM, lambda *_: _end(app))
    try:
        if not start_or_tell(program, place, login, password):
            return 0
        return app.exec()
    finally:
        program.end()
        garbage.end()


def start_or_tell(program: Program, place: str, login: str | None, password: str) -> bool:
    """Start; what prevents it is shown in a window before it is raised: not everybody starts Galley at a terminal."""
    try:
        return program.start(place, login, password)
    except NewsroomError as error:
        dialog = not_opened_dialog(program.appearance.theme, one_line(error))
        dialog.exec()
        dialog.deleteLater()
        raise


def _end(app: QApplication) -> None:
    """Close what is open, storing what was typed; a dialog asked before the first window is given up."""
    app.closeAllWindows()
    app.quit()
