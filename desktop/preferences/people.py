"""The people of the newsroom, for the chief: added, changed, set inactive, given another password; never deleted."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)

from db.errors import NewsroomError, one_line
from db.newsroom import Newsroom
from db.people.accounts import LEAST_PASSWORD
from db.stages import Role
from db.values import Account
from desktop.localization import tr
from desktop.look.theme import GRID, Theme
from desktop.preferences.page import PreferencesPage, field_label
from desktop.widgets.avatar import avatar
from desktop.widgets.dialog import FormDialog
from desktop.widgets.language import LanguageField
from desktop.widgets.rows import add_row

_DESKS_ABREAST = 3


class PeoplePage(PreferencesPage):
    """Everybody, and what may be done with the one chosen."""

    name, title = "people", "People"
    about = "An account is set inactive, never deleted: the history names it."

    def __init__(self, newsroom: Newsroom, account: Account, theme: Theme) -> None:
        super().__init__(newsroom, account, theme)
        self._build()
        self.load()

    def _build(self) -> None:
        self.list = QListWidget()
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
        """Show what there is."""
        row = max(self.list.currentRow(), 0)
        self.list.clear()
        for account in self.newsroom.accounts.all():
            desks = ", ".join(account.desks) or tr("no desk")
            idle = "" if account.active else f" · {tr('not active')}"
            item = add_row(self.list, f"{account.name} ({account.login}) · {tr(account.role.value)} · {desks}{idle}")
            item.setIcon(avatar(account, self.theme))
            item.setData(Qt.ItemDataRole.UserRole, account)
        self.list.setCurrentRow(row)

    def chosen(self) -> Account:
        """Who is chosen."""
        account: Account = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
        return account

    @Slot()
    def _on_add(self) -> None:
        self._open(PersonDialog(self.newsroom, self.account, self.theme, None, self.window()))

    @Slot()
    def _on_edit(self) -> None:
        self._open(PersonDialog(self.newsroom, self.account, self.theme, self.chosen(), self.window()))

    @Slot()
    def _on_reset(self) -> None:
        self._open(ResetDialog(self.newsroom, self.account, self.theme, self.chosen(), self.window()))

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
        self, newsroom: Newsroom, chief: Account, theme: Theme, account: Account | None, parent: QWidget | None = None
    ) -> None:
        title = account.name if account else tr("A new account")
        super().__init__(theme, title, tr("Change") if account else tr("Add"), parent)
        self._newsroom, self._chief, self._account = newsroom, chief, account
        self.fields = {name: QLineEdit() for name in ("login", "name", "initials", "email", "password")}
        self.role, self.language = QComboBox(), LanguageField()
        self.desks = {desk: QCheckBox(desk) for desk in newsroom.desks.all()}
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
            field.setMinimumHeight(30)
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
        try:
            self._store()
        except NewsroomError as error:
            self.refuse(one_line(error))
        else:
            self.accept()

    def _store(self) -> None:
        login = self.fields["login"].text().strip()
        name, initials, email = (self.fields[key].text().strip() for key in ("name", "initials", "email"))
        role, language = Role(self.role.currentData()), self.language.code
        desks = tuple(desk for desk, box in self.desks.items() if box.isChecked())
        accounts = self._newsroom.accounts
        if self._account is not None:
            accounts.change(
                login, name=name, initials=initials, email=email, role=role, language=language, desks=desks,
                active=self.active.isChecked(), actor=self._chief,
            )  # fmt: skip
            return
        accounts.add(
            login=login, name=name, initials=initials, email=email, role=role, language=language, desks=desks,
            password=self.fields["password"].text(), actor=self._chief,
        )  # fmt: skip


class ResetDialog(FormDialog):
    """Another password for who forgot theirs."""

    def __init__(
        self, newsroom: Newsroom, chief: Account, theme: Theme, account: Account, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, tr("Reset the password of {name}").format(name=account.name), tr("Reset"), parent)
        self._newsroom, self._chief, self._account = newsroom, chief, account
        self.password = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(tr("New password"))
        self.password.setPlaceholderText(tr("New password"))
        self.add_note(tr("A new signing key goes with it; what was approved with the old one stays approved."))
        self.body.addWidget(self.password)
        self.submitted.connect(self._on_submitted)

    @Slot()
    def _on_submitted(self) -> None:
        try:
            self._newsroom.accounts.reset_password(self._account.login, self.password.text(), actor=self._chief)
        except NewsroomError as error:
            self.refuse(one_line(error))
        else:
            self.accept()
