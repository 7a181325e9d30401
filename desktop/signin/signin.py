"""Signing in: the people of the newsroom to choose from, and the password of the one chosen."""

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from db.errors import NewsroomError, Refused
from db.newsroom import Newsroom
from db.values import Account, SignedIn
from desktop.localization import tr
from desktop.look.fonts import TEXT_SIZE_PX
from desktop.look.theme import GRID, RADIUS, Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.widgets.avatar import avatar
from desktop.widgets.current_row import CurrentRow
from desktop.widgets.dialog import FormDialog

_ACCOUNT = Qt.ItemDataRole.UserRole + 1
_ROW = 13 * GRID
_MOST_ROWS = 7
"""People who are seen without scrolling: with the password below them the dialog fits the smallest screen."""
_DISC = 8 * GRID
_NARROWEST = 50 * GRID
"""A row without a list round it: a name and its desks."""
_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Staff:
    """Accounts that may sign in, and the logins of those that need a password for it."""

    accounts: Sequence[Account]
    with_password: Collection[str] = ()


class SignIn(FormDialog):
    """A list of people, and a field for the password where the newsroom asks for one."""

    def __init__(
        self, theme: Theme, door: NewsroomDoor, staff: Staff, *, last: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, door.facts.name, tr("Sign in"), parent)
        self._door, self._with_password = door, staff.with_password
        self.account: SignedIn | None = None
        self.people, self.password = _people(staff.accounts, theme), QLineEdit()
        self.stay = QCheckBox(tr("Stay signed in on this computer"))
        self.add_note(tr("Who is at work?"))
        self.body.addWidget(self.people)
        self._build_password()
        self.cancel.setText(tr("Quit") if parent is None else tr("Cancel"))
        self.people.activated.connect(self._on_go)
        self.submitted.connect(self._on_submitted)
        self._choose(last)

    @property
    def login(self) -> str:
        """The person who is chosen."""
        account = self.people.currentIndex().data(_ACCOUNT)
        return account.login if account else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down in the password field choose the person: in one line of text they have nothing else to do."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _STEPS:
            chosen = self.people.model().index(self.people.currentIndex().row() + _STEPS[event.key()], 0)
            if chosen.isValid():
                self.people.setCurrentIndex(chosen)
                self._focus()
            return True
        return super().eventFilter(watched, event)

    def _build_password(self) -> None:
        self.password.installEventFilter(self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(tr("Password"))
        self.password.setAccessibleName(tr("Password"))
        self.stay.setToolTip(tr("The password is kept in the system's keyring until you sign out"))
        self.body.addWidget(self.password)
        self.body.addWidget(self.stay)
        self.people.selectionModel().currentChanged.connect(self._on_person_changed)

    def _choose(self, login: str) -> None:
        """Make the person of this login the current one, else the first."""
        model = self.people.model()
        rows = [model.index(row, 0) for row in range(model.rowCount())]
        self.people.setCurrentIndex(next((row for row in rows if row.data(_ACCOUNT).login == login), rows[0]))
        self._on_person_changed()
        self._focus()

    def _focus(self) -> None:
        """The keyboard begins where there is something to type, else at the people."""
        (self.password if self.password.isVisibleTo(self) else self.people).setFocus()

    @Slot()
    def _on_person_changed(self) -> None:
        """Only who has a password is asked for one."""
        asked = self.login in self._with_password
        self.password.setVisible(asked)
        self.stay.setVisible(asked)
        self.password.clear()
        self.refuse("")

    @Slot()
    def _on_submitted(self) -> None:
        self.begin()
        self._door.write(
            sign_in, self.login, self.password.text(), on_done=self._on_signed_in, on_error=self.failed,
            on_end=self.end,
        )  # fmt: skip

    def _on_signed_in(self, account: SignedIn) -> None:
        self.account = account
        self.accept()

    def failed(self, error: NewsroomError) -> None:
        """Say why not; a wrong password is typed over."""
        super().failed(error)
        self.password.selectAll()


def staff_of(newsroom: Newsroom) -> Staff:
    """All who are active."""
    return Staff(newsroom.accounts.all(active_only=True), newsroom.accounts.with_password())


def sign_in(newsroom: Newsroom, login: str, password: str) -> SignedIn:
    """Let somebody in. Raises Refused for a wrong password."""
    return newsroom.accounts.sign_in(login, password)


def sign_in_as_known(newsroom: Newsroom, login: str, password: str) -> SignedIn | None:
    """Let somebody in with the password that is known here, if any; None when it takes another."""
    if not password and newsroom.accounts.has_password(login):
        return None
    with suppress(Refused):
        return newsroom.accounts.sign_in(login, password)
    return None


def _people(accounts: Sequence[Account], theme: Theme) -> QListView:
    view = _PersonList()
    model = QStandardItemModel(view)
    for account in accounts:
        item = QStandardItem(account.name)
        item.setData(account, _ACCOUNT)
        spoken = ", ".join((account.name, tr(account.role.value), *account.desks))
        item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
        model.appendRow(item)
    view.setModel(model)
    CurrentRow(view)
    view.setItemDelegate(_PersonDelegate(theme, view))
    view.setMouseTracking(True)
    view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    view.setAccessibleName(tr("People of the newsroom"))
    view.setMaximumHeight(_ROW * len(accounts) + 2)
    return view


class _PersonList(QListView):
    """As high as its people are, as far as the screen has that."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _ROW * min(self.model().rowCount(), _MOST_ROWS) + 2)

    def minimumSizeHint(self) -> QSize:
        """Two of them."""
        return QSize(_NARROWEST, 2 * _ROW)


class _PersonDelegate(QStyledItemDelegate):
    """Disc, name, and below it role and desks."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(_NARROWEST, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        account: Account = index.data(_ACCOUNT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, option)
        inner = option.rect.adjusted(2 * GRID, 0, -2 * GRID, 0)
        avatar(account, self._theme, _DISC).paint(
            painter, QRect(inner.left(), inner.top() + (_ROW - _DISC) // 2, _DISC, _DISC)
        )
        text = inner.adjusted(_DISC + 3 * GRID, 2 * GRID, 0, -2 * GRID)
        desks = ", ".join(account.desks)
        under = f"{tr(account.role.value)} · {desks}" if desks else tr(account.role.value)
        self._write(painter, text, account.name, "text", Qt.AlignmentFlag.AlignTop, bold=True)
        self._write(painter, text, under, "muted", Qt.AlignmentFlag.AlignBottom)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        if current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent_soft" if current else "hover"))
            painter.drawRoundedRect(QRectF(option.rect), RADIUS, RADIUS)

    def _write(
        self, painter: QPainter, room: QRect, text: str, role: str, side: Qt.AlignmentFlag, *, bold: bool = False
    ) -> None:
        painter.setFont(self._theme.fonts.sans(TEXT_SIZE_PX, bold=bold))
        painter.setPen(self._theme.color(role))
        painter.drawText(room, side | Qt.AlignmentFlag.AlignLeft, text)
