"""Help with the search field: completion of its filters, saved searches, and what was found with its hits."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QCheckBox, QCompleter, QLineEdit, QMenu, QPushButton

from db.newsroom import Newsroom
from db.stages import Stage
from db.text.folding import fold
from db.text.search_query import FILTERS
from db.values import Account
from desktop.localization import tr
from desktop.look.theme import Theme, set_property
from desktop.newsroom_door import NewsroomDoor
from desktop.widgets.dialog import FormDialog

_DAYS = ("today", "yesterday", "tomorrow")


def filter_words(desks: Sequence[str], kinds: Sequence[str], logins: Sequence[str]) -> list[str]:
    """Everything a filter may say here, and the bare names of the filters."""
    values: dict[str, Sequence[str]] = {
        "stage": [stage.value for stage in Stage], "desk": desks, "kind": kinds, "by": logins, "after": _DAYS[:2],
        "before": _DAYS[:2], "due": _DAYS,
    }  # fmt: skip
    words = [f"{name}:{_quoted(value)}" for name in FILTERS for value in values.get(name, ())]
    return [*(f"{name}:" for name in FILTERS), *words]


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


_MOST_SHOWN = 12
"""Filters that are seen without scrolling: all there are of most names, and the cards below stay in sight."""


class FilterCompleter(QCompleter):
    """Completes the word before the cursor when it begins a filter; the rest of the search stays."""

    def __init__(self, words: Sequence[str], field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self.setModel(_folded_model(words, self))
        self.setCompletionRole(_FOLDED)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setMaxVisibleItems(_MOST_SHOWN)
        if popup := self.popup():
            set_property(popup, "list", "popup")

    def splitPath(self, path: str) -> list[str]:
        """The last word alone is looked at, folded; a space behind it means that it is done."""
        last = path.rsplit(" ", 1)[-1]
        return [fold(last).removeprefix("-") or "\0"]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter with nothing chosen is for the search, not for the list that happens to be open under it."""
        popup = self.popup()
        if popup and watched is popup and _is_enter(event) and not popup.currentIndex().isValid():
            popup.hide()
            return QApplication.sendEvent(self._field, event)
        return super().eventFilter(watched, event)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """The whole search with its last word completed."""
        before, space, last = self._field.text().rpartition(" ")
        minus = "-" if last.startswith("-") else ""
        return f"{before}{space}{minus}{index.data()}"


_FOLDED = Qt.ItemDataRole.UserRole
"""The role of a word as it is compared: *Économie* is offered to who types `desk:eco`."""


def _folded_model(words: Sequence[str], parent: QObject) -> QStandardItemModel:
    model = QStandardItemModel(parent)
    for word in words:
        item = QStandardItem(word)
        item.setData(fold(word), _FOLDED)
        model.appendRow(item)
    return model


def _is_enter(event: QEvent) -> bool:
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return False
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class SearchList:
    """The searches that were saved: what each looks for, by its name."""

    by_name: Mapping[str, str] = field(default_factory=dict)
    unreadable: tuple[str, ...] = ()
    """A sentence for each that cannot be read."""


class SavedSearches(QPushButton):
    """A menu of the searches a person has saved and the shared ones, to run, save and forget.

    It opens with those that were there last, and is filled anew when others have come meanwhile.
    """

    chosen = Signal(str)
    """Words to be searched for."""

    def __init__(self, door: NewsroomDoor, account: Account, theme: Theme, asked: Callable[[], str]) -> None:
        super().__init__(tr("Saved searches"))
        self._door, self._account, self._theme, self._asked = door, account, theme, asked
        self._saved: SearchList | None = None
        """None until they were read once."""
        menu = QMenu(self)
        menu.aboutToShow.connect(self._on_about_to_show)
        self.setMenu(menu)

    @Slot()
    def refresh(self) -> None:
        """Read the searches again."""
        self._door.read(saved_searches, self._account.login, on_done=self._show, key="saved searches")

    @Slot()
    def _on_about_to_show(self) -> None:
        self._fill()
        self.refresh()

    def _show(self, saved: SearchList) -> None:
        if saved != self._saved:
            self._saved = saved
            self._fill()

    def _fill(self) -> None:
        menu, known = self.menu(), self._saved or SearchList()
        saved = known.by_name
        menu.clear()
        for name, asked in saved.items():
            entry = menu.addAction(f"{name}   {asked}".replace("&", "&&"))
            entry.triggered.connect(partial(self.chosen.emit, asked))
        if not saved:
            menu.addAction("…" if self._saved is None else tr("None saved yet")).setEnabled(False)
        for sentence in known.unreadable:
            menu.addAction(sentence.replace("&", "&&")).setEnabled(False)
        menu.addSeparator()
        keep = menu.addAction(tr("Save this search…"))
        keep.setEnabled(bool(self._asked().strip()))
        keep.triggered.connect(self._on_save)
        forget = menu.addMenu(tr("Forget"))
        forget.setEnabled(bool(saved))
        for name in saved:
            forget.addAction(name.replace("&", "&&")).triggered.connect(partial(self._forget, name))

    @Slot()
    def _on_save(self) -> None:
        dialog = SaveSearchDialog(self._theme, self._door, self._account, self._asked(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _forget(self, name: str) -> None:
        self._door.write(forget_search, name, self._account)


class SaveSearchDialog(FormDialog):
    """A name for a search, and whether all shall have it."""

    def __init__(
        self, theme: Theme, door: NewsroomDoor, account: Account, asked: str, parent: QPushButton | None = None
    ) -> None:
        super().__init__(theme, tr("Save this search"), tr("Save"), parent)
        self._door, self._account, self._asked = door, account, asked
        self.add_note(asked)
        self.name, self.shared = QLineEdit(), QCheckBox(tr("Share it with everybody"))
        self.name.setPlaceholderText(tr("Name"))
        self.name.setAccessibleName(tr("Name"))
        self.body.addWidget(self.name)
        self.body.addWidget(self.shared)
        self.submitted.connect(self._on_submitted)

    @Slot()
    def _on_submitted(self) -> None:
        name = " ".join(self.name.text().split())
        if not name:
            self.refuse(tr("Please give it a name."))
            return
        self.begin()
        self._door.write(
            save_search, name, self._asked, self.shared.isChecked(), self._account, on_done=self._on_saved,
            on_error=self.failed, on_end=self.end,
        )  # fmt: skip

    def _on_saved(self, _nothing: object) -> None:
        self.accept()


def saved_searches(newsroom: Newsroom, login: str) -> SearchList:
    """A person's searches and the shared ones."""
    return SearchList(newsroom.search.saved(login), tuple(newsroom.search.unreadable(login)))


def save_search(newsroom: Newsroom, name: str, asked: str, shared: bool, account: Account) -> None:
    """Keep a search under a name, for oneself or for all."""
    newsroom.search.save(name, asked, actor=account, shared=shared)


def forget_search(newsroom: Newsroom, name: str, account: Account) -> None:
    """One's own of that name; the shared one when there is no own."""
    newsroom.search.forget(name, actor=account, shared=not newsroom.search.is_own(name, account.login))
