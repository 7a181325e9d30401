"""Starts the window and puts its parts together: application, theme, newsroom, who is at work, crash hook."""

import os
import sys
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from db.errors import Damaged, NewsroomError
from db.newsroom import open_newsroom
from db.partial_files import remove_abandoned
from db.store.address import filled_in, is_server, keep_password, without_password
from db.store.secrets import Secrets, password_name
from db.upkeep.backup import back_up_today
from db.values import SignedIn
from desktop.crash import CrashHook
from desktop.credentials import PASSWORD
from desktop.display import display_available
from desktop.garbage_collection import GarbageCollector
from desktop.interrupts import Interrupts
from desktop.key_turn import KEY_TURN
from desktop.language import Translation
from desktop.localization import worded
from desktop.look.icons import pixmap
from desktop.look.theme import Appearance, make_theme
from desktop.newsroom_door import NewsroomDoor, read_facts
from desktop.newsroom_location import pointed_to
from desktop.settings import LocalSettings, own_settings
from desktop.shell.help import not_opened_dialog
from desktop.shell.window import MainWindow
from desktop.signin.connect import ConnectDialog
from desktop.signin.damaged import DamagedDialog
from desktop.signin.first import FirstAccount
from desktop.signin.signin import SignIn, Staff, sign_in_as_known, staff_of
from desktop.signin.upgrading import UpgradeDialog
from desktop.tasks import Cancelled, TaskRunner, let_window_go_first
from desktop.widgets.alt_keys import AltKeys
from desktop.widgets.message import Message, Tone
from exports.setting_process import SettingProcess

NO_DISPLAY = "There is no display to open a window on; the commands work without one: galley --help lists them."

_ICON = 64
"""Pixels of the program's icon: the largest that task bars show, and smaller ones are made of it."""
_HOUR_MS = 3_600_000


class Program(QObject):
    """The running program: one newsroom, one person, one window at a time."""

    def __init__(self, app: QApplication, settings: LocalSettings) -> None:
        super().__init__()
        self._app, self._settings = app, settings
        self.appearance = Appearance(app, make_theme(), settings.theme)
        self.translation = Translation(app, settings.language)
        self._alt_keys = AltKeys(app)
        self._secrets = Secrets()
        self.runner, self._setting = TaskRunner(self), SettingProcess(KEY_TURN.step_behind)
        self.crash = CrashHook(self._keep, self)
        self.window: MainWindow | None = None
        self._account: SignedIn | None = None
        self._door: NewsroomDoor | None = None
        self._entering = False
        """Whether a newsroom is being opened, or somebody signs in."""
        self._hour = QTimer(self, interval=_HOUR_MS)
        self._hour.timeout.connect(self._on_hour)
        self._elsewhere = False
        """Whether whoever was asked to found a newsroom has theirs on a server."""
        self._sample = ""
        """The sample newsroom, where whoever was asked to found one wants to look at that."""

    def start(self, place: str, login: str | None, password: str = "") -> bool:
        """Open a newsroom and its window; whether somebody is at work now.

        Raises NewsroomError when the newsroom cannot be opened or has no account of that login.
        """
        try:
            door = self._open_or_wait(place)
            if door is None:
                return False
            self.runner.wait_for(keep_password, place, self._secrets)
            return self._enter(door, login, password)
        except Cancelled:
            return False

    def _open_or_wait(self, place: str) -> NewsroomDoor | None:
        try:
            return self._open(self.runner.wait_for(filled_in, place, self._secrets))
        except NewsroomError as error:
            if not is_server(place):
                raise
            return self._wait_for_server(place, error)

    def _wait_for_server(self, place: str, error: NewsroomError | None = None) -> NewsroomDoor | None:
        """Show why a server did not let the program in, until it does or the person gives up."""
        dialog = self._server_dialog(place)
        found: list[NewsroomDoor] = []
        dialog.connected.connect(found.append)
        dialog.from_now_on.setChecked(error is None or pointed_to() == without_password(place))
        if error is not None:
            dialog.failed(error)
        dialog.exec()
        dialog.deleteLater()
        return found[0] if found else None

    def _enter(self, door: NewsroomDoor, login: str | None, password: str = "") -> bool:
        """Let somebody in and show the window; the newsroom is closed again when nobody comes in."""
        self._elsewhere, self._sample = False, ""
        account = None
        try:
            door.facts = door.wait_for(read_facts)
            account = self._who(door, login, password)
        finally:
            if account is None:
                door.close()
        if account is None and self._sample:
            return self._enter_sample(self._sample)
        if account is None:
            elsewhere = self._wait_for_server("") if self._elsewhere else None
            return elsewhere is not None and self._enter(elsewhere, None)
        self._show(door, account)
        self._settings.remember(door.url)
        self.runner.run(remove_abandoned, self._settings.folder)
        self._on_hour()
        self._hour.start()
        return True

    def _enter_sample(self, place: str) -> bool:
        """Let whoever wants to look around into the sample newsroom, as one of its editors."""
        from desktop.press.sample import PASSWORD as OPEN_TO_ALL

        door = self._open(place)
        return door is not None and self._enter(door, "editor", OPEN_TO_ALL)

    @Slot()
    def _on_hour(self) -> None:
        """The day's backup is due at the start of each day, also in a window that was left open over night."""
        if self._door is not None:
            self._door.read(back_up_today)

    def end(self) -> None:
        """Close what is open; nothing that was typed is lost."""
        self._hour.stop()
        self.crash.uninstall()
        if self.window is not None:
            self.window.close()
        self.runner.stop()
        self._setting.end()
        if self._door is not None and not self.given_up:
            self._door.close()

    @property
    def given_up(self) -> bool:
        """Whether a thread still waits for a newsroom that was given up."""
        return any(runner.given_up for runner in self.findChildren(TaskRunner))

    def _open(self, place: str) -> NewsroomDoor | None:
        """The newsroom, put back from its newest good backup when it is damaged and the person wants that."""
        try:
            return self._door_to(place)
        except Damaged as found:
            if found.backup is None:
                raise
            dialog = DamagedDialog(self.appearance.theme, found, self.runner, self.window)
            done = dialog.exec() == QDialog.DialogCode.Accepted
            dialog.deleteLater()
            return self._door_to(place) if done else None

    def _door_to(self, place: str) -> NewsroomDoor:
        upgrade = UpgradeDialog(self.appearance.theme, self.window)
        try:
            newsroom = self.runner.wait_for(open_newsroom, place, on_progress=upgrade.show_share)
        finally:
            upgrade.hide()
            upgrade.deleteLater()
        return NewsroomDoor(newsroom, self.runner)

    def _who(self, door: NewsroomDoor, login: str | None, password: str) -> SignedIn | None:
        """The person at work: the one named, else whoever is chosen; in a new newsroom its first account."""
        if not door.facts.logins:
            return self._found(door)
        name = login or self._settings.login
        if name and (login or self._may_stay(door, name)):
            known = password or self._known_password(door, name)
            if account := door.wait_for(sign_in_as_known, name, known):
                return account
        return self._ask_who(door, login or "")

    def _may_stay(self, door: NewsroomDoor, login: str) -> bool:
        """Whether whoever was here last chose to stay signed in, and may."""
        return login in door.facts.logins and bool(self._kept_password(door, login))

    def _known_password(self, door: NewsroomDoor, login: str) -> str:
        return os.environ.get(PASSWORD, "") or self._kept_password(door, login)

    def _kept_password(self, door: NewsroomDoor, login: str) -> str:
        """A password in the keyring, which may ask to be unlocked: the windows go on meanwhile."""
        return self.runner.wait_for(self._secrets.get, password_name(door.facts.identity, login))

    def _found(self, door: NewsroomDoor) -> SignedIn | None:
        dialog = FirstAccount(self.appearance.theme, door, self.window)
        dialog.server.setVisible(door.folder is not None)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        self._elsewhere, self._sample = dialog.elsewhere, dialog.sample_place
        dialog.deleteLater()
        return dialog.account if done else None

    def _ask_who(self, door: NewsroomDoor, login: str = "") -> SignedIn | None:
        staff = door.wait_for(staff_of)
        last = login or self._settings.login
        dialog = SignIn(self.appearance.theme, door, staff, last=last, parent=self.window)
        done = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if not done or dialog.account is None:
            return None
        self._remember(door, dialog, staff)
        return dialog.account

    def _remember(self, door: NewsroomDoor, dialog: SignIn, staff: Staff) -> None:
        """Keep the password in the keyring, or forget it, as was chosen."""
        name = password_name(door.facts.identity, dialog.login)
        if dialog.stay.isChecked() and dialog.password.text():
            self.runner.wait_for(self._secrets.set, name, dialog.password.text())
        elif not dialog.stay.isChecked() and dialog.login in staff.with_password:
            self.runner.wait_for(self._secrets.remove, name)

    def _show(self, door: NewsroomDoor, account: SignedIn) -> None:
        """Show the window of one person in one newsroom, in place of the one before."""
        facts = door.wait_for(read_facts)
        old, before = self.window, self._door
        self._settings.login = account.login
        if old is not None:
            old.close()
            self.runner = TaskRunner(self)
        self._door = door.for_runner(self.runner)
        self._door.facts = facts
        self._account = account
        self.window = MainWindow(self._door, account, self.runner, self.appearance, self._settings, self._setting.set)
        self.window.switch_wanted.connect(self._on_switch)
        self.window.newsroom_wanted.connect(self._on_newsroom)
        self.window.connect_wanted.connect(self._on_connect)
        self.window.language_wanted.connect(self._on_language, Qt.ConnectionType.QueuedConnection)
        self.window.show()
        if self._secrets.warning:
            self.window.messages.say(Message(self._secrets.warning))
        if old is not None:
            old.deleteLater()
        if before is not None and not before.leads_where(self._door):
            self.runner.run(before.close)

    def _attempt(self, enter: Callable[[], object]) -> None:
        """Let somebody in, unless somebody is on the way in; a refusal is shown in the window that is open."""
        if self._entering:
            return
        self._entering = True
        try:
            enter()
        except Cancelled:
            return
        except NewsroomError as error:
            if self.window is not None:
                self.window.messages.say(Message(worded(error), Tone.REFUSED))
        finally:
            self._entering = False

    @Slot()
    def _on_switch(self) -> None:
        """Another person sits down at this computer."""
        self._attempt(self._switch)

    def _switch(self) -> None:
        assert self._door is not None
        account = self._ask_who(self._door)
        if account is not None:
            self._show(self._door, account)

    @Slot()
    def _on_language(self) -> None:
        """Speak the language that was chosen: the window is made anew, with the story that was open in it."""
        self.translation.choose(self._settings.language)
        self._attempt(self._show_anew)

    def _show_anew(self) -> None:
        assert self.window is not None and self._door is not None and self._account is not None
        story_id = self.window.shown_story
        self._show(self._door, self._account)
        if story_id:
            self.window.open_story(story_id)

    @Slot(str)
    def _on_newsroom(self, place: str) -> None:
        """Open a file at once; a server may take its time, and is waited for in a dialog."""
        self._attempt(partial(self._open_place, place))

    def _open_place(self, place: str) -> None:
        if is_server(place):
            self._ask_server(place).connect_now()
        else:
            self.start(place, None)

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

    @Slot(object)
    def _on_connected(self, door: NewsroomDoor) -> None:
        if self._entering:
            door.close()
        self._attempt(partial(self._enter, door, None))

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
    let_window_go_first()
    garbage = GarbageCollector()
    program = Program(app, own_settings())
    app.setWindowIcon(QPixmap(pixmap("newspaper", program.appearance.theme, "accent", _ICON)))
    program.crash.install()
    interrupts = Interrupts(partial(_end, app))
    interrupts.install()
    try:
        if not start_or_show_why(program, place, login, password):
            return 0
        return app.exec()
    finally:
        program.end()
        garbage.end()
        interrupts.uninstall()
        if program.given_up:
            os._exit(0)  # taking the program apart would wait for the threads that were given up


def start_or_show_why(program: Program, place: str, login: str | None, password: str) -> bool:
    """Start; what prevents it is shown in a window before it is raised: not everybody starts Galley at a terminal."""
    try:
        return program.start(place, login, password)
    except NewsroomError as error:
        dialog = not_opened_dialog(program.appearance.theme, worded(error))
        dialog.exec()
        dialog.deleteLater()
        raise


def _end(app: QApplication) -> None:
    """Close what is open, storing what was typed; what is asked or waited for before the first window is given up."""
    app.closeAllWindows()
    app.exit()
