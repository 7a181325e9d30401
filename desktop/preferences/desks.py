"""Settings of the newsroom's desks: another one, another name, one that is retired or taken back."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QWidget

from db.errors import NewsroomError
from db.newsroom import Newsroom
from db.values import Account
from desktop.localization import count, tr
from desktop.look.theme import GRID, Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.preferences.page import PreferencesPage
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.current_row import CurrentRow
from desktop.widgets.dialog import FormDialog
from desktop.widgets.rows import add_row

_RETIRED = Qt.ItemDataRole.UserRole
"""The name of a desk whose row says more than that: that it is retired."""


@dataclass(frozen=True)
class DeskNames:
    """The desks of a newsroom, in the order they were made."""

    active: tuple[str, ...]
    retired: tuple[str, ...]


class DesksPage(PreferencesPage):
    """The desks, each with the way to another name and out of use, and a field for another one."""

    changed = Signal()
    """There is another desk, one has another name, or one is retired or taken back."""

    name, title = "desks", "Desks"
    about = "The teams stories belong to. One may be renamed, or retired: it takes no more stories then."

    def __init__(self, door: NewsroomDoor, account: Account, theme: Theme) -> None:
        super().__init__(door, account, theme)
        self._active: tuple[str, ...] = ()
        self._build()
        self.load()

    def _build(self) -> None:
        self.list, self.fresh = QListWidget(), QLineEdit()
        CurrentRow(self.list)
        self.add, self.rename = QPushButton(tr("Add desk")), QPushButton(tr("Rename…"))
        self.retire = QPushButton(tr("Retire…"))
        self.list.setAccessibleName(tr("Desks"))
        self.fresh.setPlaceholderText(tr("Name of another desk"))
        self.fresh.setAccessibleName(tr("Name of another desk"))
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self.fresh, 1)
        row.addWidget(self.add)
        row.addWidget(self.rename)
        row.addWidget(self.retire)
        self.retire.setAutoDefault(False)
        self.retire.clicked.connect(self._on_retire)
        self.list.currentRowChanged.connect(self._on_row)
        self.rename.setAutoDefault(False)
        self.rename.clicked.connect(self._on_rename)
        self.list.itemActivated.connect(self._on_rename)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(row)
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._on_add)
        self.fresh.returnPressed.connect(self._on_add)

    def load(self) -> None:
        """Read which there are."""
        self.read(all_desks, on_done=self._show)

    def _show(self, desks: DeskNames) -> None:
        row = max(self.list.currentRow(), 0)
        self._active = desks.active
        self.list.clear()
        for desk in desks.active:
            add_row(self.list, desk)
        for desk in desks.retired:
            add_row(self.list, tr("{desk} · retired").format(desk=desk)).setData(_RETIRED, desk)
        self.list.setCurrentRow(min(row, self.list.count() - 1))

    @Slot(int)
    def _on_row(self, row: int) -> None:
        """What the button does follows the desk: a retired one is taken back."""
        item = self.list.item(row)
        retired = item is not None and bool(item.data(_RETIRED))
        self.retire.setText(tr("Use again") if retired else tr("Retire…"))
        last = not retired and len(self._active) < 2
        self.retire.setEnabled(not last)
        self.retire.setToolTip(tr("A newsroom needs one desk") if last else "")

    @Slot()
    def _on_add(self) -> None:
        self.write(add_desk, self.fresh.text(), self.account, on_done=self._on_added)

    def _on_added(self, name: str) -> None:
        self.fresh.clear()
        self.load()
        self.said.emit(tr("There is a desk {name} now.").format(name=name), True)
        self.changed.emit()

    @Slot()
    def _on_rename(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            dialog = RenameDeskDialog(self.door, self.account, self.theme, _desk_of(item), self.window())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.renamed.connect(self._on_renamed)
            dialog.rejected.connect(self.load)  # it may have been refused because another chief was faster
            dialog.open()

    @Slot(str)
    def _on_renamed(self, name: str) -> None:
        self.load()
        self.said.emit(tr("The desk is called {name} now.").format(name=name), True)
        self.changed.emit()

    @Slot()
    def _on_retire(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        desk = _desk_of(item)
        if item.data(_RETIRED):
            self.write(take_back_desk, desk, self.account, on_done=self._on_taken_back)
            return
        others = [name for name in self._active if name != desk]
        dialog = RetireDeskDialog(self.door, self.account, self.theme, desk, others, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.retired.connect(self._on_retired)
        dialog.rejected.connect(self.load)
        dialog.open()

    @Slot(str)
    def _on_retired(self, name: str) -> None:
        self.load()
        self.said.emit(tr("The desk {name} is retired.").format(name=name), True)
        self.changed.emit()

    def _on_taken_back(self, name: str) -> None:
        self.load()
        self.said.emit(tr("The desk {name} takes stories again.").format(name=name), True)
        self.changed.emit()


class RetireDeskDialog(FormDialog):
    """A desk that takes no more stories, and where those in Draft and Edit go."""

    retired = Signal(str)
    """The desk that takes no more stories."""

    def __init__(
        self, door: NewsroomDoor, chief: Account, theme: Theme, desk: str, others: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, tr("Retire the desk {name}").format(name=desk), tr("Retire"), parent)
        self._door, self._chief, self._desk, self._stories = door, chief, desk, 0
        self.add_note(tr("It takes no more stories. Approved, printed and spiked ones keep it; it can be taken back."))
        self.going, self.into = QLabel(), ChoiceBox()
        self.going.setWordWrap(True)
        self.into.addItems(list(others))
        self.into.setAccessibleName(tr("Desk its stories go to"))
        self.body.addWidget(self.going)
        self.body.addWidget(self.into)
        self.go.setEnabled(False)
        self.submitted.connect(self._on_submitted)
        self._count()

    def _count(self) -> None:
        self._door.read(moved_stories, self._desk, on_done=self._on_counted, on_error=self.failed)

    def _on_counted(self, stories: int) -> None:
        self._stories = stories
        self.going.setText(
            count(stories, "{n} story in Draft and Edit goes to:", "{n} stories in Draft and Edit go to:")
            if stories else tr("It has no stories in Draft and Edit.")
        )  # fmt: skip
        self.into.setVisible(bool(stories))
        self.go.setEnabled(True)

    @Slot()
    def _on_submitted(self) -> None:
        self.begin()
        self._door.write(
            retire_desk, self._desk, self.into.currentText(), self._stories, self._chief, on_done=self._on_done,
            on_error=self._on_refused, on_end=self.end,
        )  # fmt: skip

    def _on_refused(self, error: NewsroomError) -> None:
        """There may be other stories by now: they are counted anew for another try."""
        self.failed(error)
        self._count()

    def _on_done(self, _moved: int) -> None:
        self.retired.emit(self._desk)
        self.accept()


class RenameDeskDialog(FormDialog):
    """Another name for a desk."""

    renamed = Signal(str)
    """Its name from now on."""

    def __init__(
        self, door: NewsroomDoor, chief: Account, theme: Theme, desk: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, tr("Rename the desk {name}").format(name=desk), tr("Rename"), parent)
        self._door, self._chief, self._desk = door, chief, desk
        self.fresh = QLineEdit(desk)
        self.fresh.setAccessibleName(tr("Its new name"))
        self.fresh.selectAll()
        self.add_note(tr("Stories, people, limits and saved searches follow; pages carry the new name from now on."))
        self.body.addWidget(self.fresh)
        self.submitted.connect(self._on_submitted)

    @Slot()
    def _on_submitted(self) -> None:
        self.begin()
        self._door.write(
            rename_desk, self._desk, self.fresh.text(), self._chief, on_done=self._on_done, on_error=self.failed,
            on_end=self.end,
        )  # fmt: skip

    def _on_done(self, name: str) -> None:
        self.renamed.emit(name)
        self.accept()


def all_desks(newsroom: Newsroom) -> DeskNames:
    """The names of the desks."""
    return DeskNames(tuple(newsroom.desks.all()), tuple(newsroom.desks.retired()))


def moved_stories(newsroom: Newsroom, desk: str) -> int:
    """Number of the stories that another desk would get if this one was retired."""
    return newsroom.desks.moved_stories(desk)


def retire_desk(newsroom: Newsroom, desk: str, into: str, stories: int, actor: Account) -> int:
    """Take no more stories for a desk; so many of its go to another one."""
    return newsroom.desks.retire(desk, into=into, stories=stories, actor=actor)


def take_back_desk(newsroom: Newsroom, desk: str, actor: Account) -> str:
    """Have a retired desk take stories again; its name."""
    return newsroom.desks.take_back(desk, actor=actor)


def add_desk(newsroom: Newsroom, name: str, actor: Account) -> str:
    """Another desk; its name as it is written from now on."""
    return newsroom.desks.add(name, actor=actor)


def rename_desk(newsroom: Newsroom, desk: str, name: str, actor: Account) -> str:
    """Another name for a desk, as it is written from now on."""
    return newsroom.desks.rename(desk, name, actor=actor)


def _desk_of(item: QListWidgetItem) -> str:
    return item.data(_RETIRED) or item.text()
