"""The people of the newsroom, for the chief: added, changed, set inactive, given another password; never deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)

from db.newsroom import Newsroom
from db.people.accounts import LEAST_PASSWORD
from db.stages import Role
from db.values import Account
from desktop.localization import in_order, tr
from desktop.look.theme import FIELD_HEIGHT, GRID, Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.preferences.page import PreferencesPage, field_label
from desktop.widgets.avatar import avatar
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.current_row import CurrentRow
from desktop.widgets.dialog import FormDialog
from desktop.widgets.language import LanguageField
from desktop.widgets.rows import add_row

_DESKS_ABREAST = 3


@dataclass(frozen=True)
class People:
    """Everybody of a newsroom, and the desks they may belong to."""

    accounts: Sequence[Account] = ()
    desks: Sequence[str] = ()


class PeoplePage(PreferencesPage):
    """Everybody, and what may be done with the one chosen."""

    name, title = "people", "People"
    about = "An account is set inactive, never deleted: the history names it."

    def __init__(self, door: NewsroomDoor, account: Account, theme: Theme) -> None:
        super().__init__(door, account, theme)
        self._desks: Sequence[str] = ()
        self._build()
        self.setEnabled(False)
        self.load()

    def _build(self) -> None:
        self.list = QListWidget()
        CurrentRow(self.list)
        self.list.setAccessibleName(tr("People of the newsroom"))
        self.add, self.edit = QPushButton(tr("Add…")), QPushButton(tr("Change…"))
        self.reset = QPushButton(tr("Reset password…"))
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        for button in (self.add, self.edit, self.reset):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        self.body.addWidget(self.list, 1)
        self.body.addLayout(row)
        self.add.clicked.connect(self._on_add)
        self.edit.clicked.connect(self._on_edit)
        self.reset.clicked.connect(self._on_reset)
        self.list.itemActivated.connect(self._on_edit)

    def load(self) -> None:
        """Read who there is."""
        self.read(everybody, on_done=self._show)

    def _show(self, found: People) -> None:
        self._desks = found.desks
        chosen = self.chosen().id if self.list.currentRow() >= 0 else 0
        self.list.clear()
        accounts = in_order(found.accounts, lambda account: account.name)
        for account in accounts:
            desks = ", ".join(account.desks) or tr("no desk")
            idle = "" if account.active else f" · {tr('not active')}"
            item = add_row(self.list, f"{account.name} ({account.login}) · {tr(account.role.value)} · {desks}{idle}")
            item.setIcon(avatar(account, self.theme))
            item.setData(Qt.ItemDataRole.UserRole, account)
        self.list.setCurrentRow(next((row for row, account in enumerate(accounts) if account.id == chosen), 0))
        self.setEnabled(True)

    def chosen(self) -> Account:
        """The person who is chosen."""
        account: Account = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        return account

    @Slot()
    def _on_add(self) -> None:
        self._open(PersonDialog(self.door, self.account, self.theme, None, self._desks, self.window()))

    @Slot()
    def _on_edit(self) -> None:
        self._open(PersonDialog(self.door, self.account, self.theme, self.chosen(), self._desks, self.window()))

    @Slot()
    def _on_reset(self) -> None:
        self._open(ResetDialog(self.door, self.account, self.theme, self.chosen(), self.window()))

    def _open(self, dialog: FormDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._on_done)
        dialog.open()

    @Slot()
    def _on_done(self) -> None:
        self.load()
        self.said.emit(tr("It is done, and in the newsroom's log."), True)


class PersonDialog(FormDialog):
    """One account: a new one, or one to change."""

    def __init__(
        self, door: NewsroomDoor, chief: Account, theme: Theme, account: Account | None, desks: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        title = account.name if account else tr("A new account")
        super().__init__(theme, title, tr("Change") if account else tr("Add"), parent)
        self._door, self._chief, self._account = door, chief, account
        self.fields = {name: QLineEdit() for name in ("login", "name", "initials", "email", "password")}
        self.role, self.language = ChoiceBox(), LanguageField()
        self.desks = {desk: QCheckBox(desk) for desk in desks}
        self.active = QCheckBox(tr("Active: may sign in and work"))
        self._build_fields()
        self._fill()
        self.submitted.connect(self._on_submitted)

    def _build_fields(self) -> None:
        for role in Role:
            self.role.addItem(tr(role.value), role)
        self.fields["password"].setEchoMode(QLineEdit.EchoMode.Password)
        self.fields["initials"].setPlaceholderText(tr("made from the name"))
        self.fields["login"].setPlaceholderText(tr("short, for signing in"))
        self.fields["password"].setPlaceholderText(tr("{n} characters or more").format(n=LEAST_PASSWORD))
        rows: tuple[tuple[str, QWidget], ...] = (
            (tr("Login"), self.fields["login"]), (tr("Name"), self.fields["name"]),
            (tr("Initials"), self.fields["initials"]), (tr("E-mail"), self.fields["email"]),
            (tr("Role"), self.role), (tr("Writes in"), self.language), (tr("First password"), self.fields["password"]),
        )  # fmt: skip
        form = QFormLayout()
        form.setHorizontalSpacing(4 * GRID)
        form.setVerticalSpacing(2 * GRID)
        for title, field in rows:
            field.setAccessibleName(title)
            field.setMinimumHeight(FIELD_HEIGHT)
            form.addRow(field_label(title), field)
        desks = QGridLayout()
        desks.setContentsMargins(0, GRID + 2, 0, 0)
        desks.setHorizontalSpacing(4 * GRID)
        desks.setVerticalSpacing(GRID)
        for number, box in enumerate(self.desks.values()):
            desks.addWidget(box, number // _DESKS_ABREAST, number % _DESKS_ABREAST)
        desks.setColumnStretch(_DESKS_ABREAST, 1)
        form.addRow(field_label(tr("Desks")), desks)
        form.setRowVisible(self.fields["password"], self._account is None)
        self.fields["login"].setReadOnly(self._account is not None)
        self.body.addLayout(form)
        self.body.addWidget(self.active)
        self.active.setVisible(self._account is not None)

    def _fill(self) -> None:
        self.active.setChecked(True)
        account = self._account
        if account is None:
            return
        for name in ("login", "name", "initials", "email"):
            self.fields[name].setText(getattr(account, name))
        self.role.setCurrentIndex(self.role.findData(account.role))
        self.language.show_code(account.language)
        self.active.setChecked(account.active)
        for desk, box in self.desks.items():
            box.setChecked(desk in account.desks)

    @Slot()
    def _on_submitted(self) -> None:
        if self._account is None and not self.fields["password"].text():
            self.refuse(tr("Give a first password: without one anybody could sign in as this person."))
            self.fields["password"].setFocus()
            return
        change = add_account if self._account is None else change_account
        self.begin()
        self._door.write(
            change, self._values(), self._chief, on_done=self._on_stored, on_error=self.failed, on_end=self.end
        )  # fmt: skip

    def _on_stored(self, _account: Account) -> None:
        self.accept()

    def _values(self) -> dict[str, Any]:
        """Values that are filled in, by the newsroom's names for them."""
        values: dict[str, Any] = {
            key: self.fields[key].text().strip() for key in ("login", "name", "initials", "email")
        }
        values |= {"role": Role(self.role.currentData()), "language": self.language.code}
        values["desks"] = tuple(desk for desk, box in self.desks.items() if box.isChecked())
        if self._account is None:
            return values | {"password": self.fields["password"].text()}
        return values | {"active": self.active.isChecked()}


class ResetDialog(FormDialog):
    """Another password for who forgot theirs."""

    def __init__(
        self, door: NewsroomDoor, chief: Account, theme: Theme, account: Account, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, tr("Reset the password of {name}").format(name=account.name), tr("Reset"), parent)
        self._door, self._chief, self._account = door, chief, account
        self.password = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(tr("New password"))
        self.password.setPlaceholderText(tr("New password"))
        self.add_note(tr("A new signing key goes with it; what was approved with the old one stays approved."))
        self.body.addWidget(self.password)
        self.submitted.connect(self._on_submitted)

    @Slot()
    def _on_submitted(self) -> None:
        login, fresh = self._account.login, self.password.text()
        self.begin()
        self._door.write(
            reset_password, login, fresh, self._chief, on_done=self._on_reset, on_error=self.failed, on_end=self.end
        )  # fmt: skip

    def _on_reset(self, _nothing: object) -> None:
        self.accept()


def everybody(newsroom: Newsroom) -> People:
    """All accounts, also those that are not active, and all desks."""
    return People(newsroom.accounts.all(), newsroom.desks.all())


def add_account(newsroom: Newsroom, values: dict[str, Any], chief: Account) -> Account:
    """An account that is new."""
    return newsroom.accounts.add(**values, actor=chief)


def change_account(newsroom: Newsroom, values: dict[str, Any], chief: Account) -> Account:
    """Another name, role, language and so on for an account."""
    return newsroom.accounts.change(**values, actor=chief)


def reset_password(newsroom: Newsroom, login: str, fresh: str, chief: Account) -> None:
    """Another password for who forgot theirs."""
    newsroom.accounts.reset_password(login, fresh, actor=chief)
