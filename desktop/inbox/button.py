"""The inbox in the header: how much is unread, and what one was told; whoever opens a notice has read it."""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QMenu, QToolButton

from db.errors import Refused
from db.newsroom import Newsroom
from db.story.inbox import Notice
from db.values import Account
from desktop.localization import count, day_and_time, tr, utc_now, worded
from desktop.look.icons import dress, icon
from desktop.look.theme import GRID, Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.widgets.menu_tool import open_menu

_SHOWN = 15
_LONGEST = 90
_MINUTE_MS = 60_000


class InboxButton(QToolButton):
    """Reads the inbox when told to, and once a minute for what falls due."""

    opened = Signal(int)
    """Number of the story to open."""

    def __init__(self, door: NewsroomDoor, account: Account, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__()
        self._door, self._account, self._theme = door, account, theme
        self._notices: Sequence[Notice] = ()
        self.unread = 0
        """Number of unread notices, of all."""
        self._list = QMenu(self)
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self.refresh)
        self._list.aboutToShow.connect(self._fill)
        open_menu(self, self._list)
        self.setMinimumSize(8 * GRID, 8 * GRID)
        dress(self, "inbox", theme, "muted")
        self._show(([], 0))

    @Slot()
    def refresh(self) -> None:
        """Read the inbox again."""
        self._minute.start()
        self._door.read(read_inbox, self._account, on_done=self._show, key="inbox")

    def _show(self, found: tuple[Sequence[Notice], int]) -> None:
        self._notices, self.unread = found
        number = self.unread
        self.setText(str(number) if number else "")
        dress(self, "inbox", self._theme, "accent" if number else "muted")
        said = count(number, "{n} unread notice", "{n} unread notices") if number else tr("Nothing unread")
        self.setToolTip(said)
        self.setAccessibleName(f"{tr('Inbox')}, {said}")
        if not self._list.isVisible():  # nothing changes under the mouse of whoever is choosing
            self._fill()

    @Slot()
    def _fill(self) -> None:
        self._list.clear()
        if not self._notices:
            self._list.addAction(tr("You have not been told anything yet")).setEnabled(False)
        for notice in self._notices:
            said = worded(notice.sentence)
            text = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
            when = day_and_time(notice.at, utc_now())
            action = self._list.addAction(f"{when}   {text}".replace("&", "&&"))
            action.setIcon(
                icon("info" if notice.read else "circle-alert", self._theme, "muted" if notice.read else "accent")
            )
            action.setToolTip(said)
            action.triggered.connect(partial(self._open, notice))
        self._list.addSeparator()
        everything = self._list.addAction(tr("Mark all read"))
        everything.setEnabled(bool(self.unread))
        everything.triggered.connect(self._on_mark_all)

    def _open(self, notice: Notice) -> None:
        """Whoever goes to its story has read it."""
        if not notice.read:
            self._door.write(mark_read, notice.id, self._account, on_done=self._on_marked)
        self.opened.emit(notice.story_id)

    @Slot()
    def _on_mark_all(self) -> None:
        self._door.write(mark_all, self._account, on_done=self._on_marked)

    def _on_marked(self, _nothing: object) -> None:
        self.refresh()


def read_inbox(newsroom: Newsroom, account: Account) -> tuple[list[Notice], int]:
    """The newest notices, what has fallen due among them, and how many were not read, of all."""
    with suppress(Refused):  # whoever may do nothing here any more goes on reading what they were told
        newsroom.inbox.notify_of_due_stories(actor=account)
    return newsroom.inbox.all(account, limit=_SHOWN), newsroom.inbox.unread(account)


def mark_read(newsroom: Newsroom, notice_id: int, account: Account) -> None:
    """Somebody has read one notice."""
    newsroom.inbox.mark([notice_id], actor=account)


def mark_all(newsroom: Newsroom, account: Account) -> None:
    """Mark everything read, what is not shown, too."""
    unread = newsroom.inbox.all(account, unread_only=True, limit=newsroom.inbox.unread(account))
    newsroom.inbox.mark([notice.id for notice in unread], actor=account)
