"""One's own settings: another password."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPushButton

from db.newsroom import Newsroom
from db.values import Account, SignedIn
from desktop.localization import tr
from desktop.look.theme import GRID, Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.preferences.page import PreferencesPage, field_label


class PasswordPage(PreferencesPage):
    """The old password, and the new one twice."""

    name, title, about = "password", "Your password", "Your signing key stays the same; only what seals it changes."
    first = "Without a password anybody can sign in as you, and you have no key to sign approvals and exports with."
    for_chief = False

    def __init__(self, door: NewsroomDoor, account: Account, theme: Theme) -> None:
        self._has_key = not isinstance(account, SignedIn) or account.key is not None
        self.about = type(self).about if self._has_key else self.first
        super().__init__(door, account, theme)
        self._build()
        self.load()

    def _build(self) -> None:
        self.old, self.new, self.again = (QLineEdit(echoMode=QLineEdit.EchoMode.Password) for _ in range(3))
        self.change = QPushButton(tr("Change password") if self._has_key else tr("Set a password"))
        self.change.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self.change)
        row.addStretch()
        form = QFormLayout()
        form.setHorizontalSpacing(4 * GRID)
        form.setVerticalSpacing(3 * GRID)
        rows = ((tr("Password now"), self.old), (tr("New password"), self.new), (tr("The new one again"), self.again))
        for title, field in rows:
            field.setAccessibleName(title)
            form.addRow(field_label(title), field)
        form.addRow("", row)
        form.setRowVisible(self.old, self._has_key)
        self.body.addLayout(form)
        self.body.addStretch()
        self.change.clicked.connect(self._on_change)

    def load(self) -> None:
        """Begin anew."""
        for field in (self.old, self.new, self.again):
            field.clear()

    @Slot()
    def _on_change(self) -> None:
        if self.new.text() != self.again.text():
            self.said.emit(tr("The two new passwords are not the same."), False)
            return
        self.write(
            change_password, self.account.login, self.old.text(), self.new.text(), on_done=self._on_changed
        )  # fmt: skip

    def _on_changed(self, _nothing: object) -> None:
        self.load()
        first = tr("Your password is set. Sign in with it once more, by Switch account…, before you approve or export.")
        self.said.emit(tr("Your password is changed.") if self._has_key else first, True)


def change_password(newsroom: Newsroom, login: str, old: str, new: str) -> None:
    """Give somebody who knows their password another one."""
    newsroom.accounts.change_password(login, old, new)
