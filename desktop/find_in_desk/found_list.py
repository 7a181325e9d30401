"""The stories in which something was found, as a list: ticked are those in which it is to be replaced."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from desktop.find_in_desk.finding import FoundStory
from desktop.find_in_desk.replacing import Replaced
from desktop.localization import tr
from desktop.look.theme import GRID, Theme
from desktop.widgets.current_row import CurrentRow
from desktop.widgets.rows import ROW

_SLUG, _STAGE, _NUMBER, _SAID = range(4)
"""The columns."""
_WIDTHS = (44 * GRID, 18 * GRID, 16 * GRID)
"""Pixels of the first columns; what is said of a story has the rest."""
_PLACE = Qt.ItemDataRole.UserRole


class FoundList(QTreeWidget):
    """Takes what was found as it comes."""

    chosen = Signal()
    """Another story is the current one."""
    ticked = Signal()
    """More or fewer are to be replaced in."""
    open_wanted = Signal(int)
    """Number of a story that is to be opened."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        CurrentRow(self)
        self._theme = theme
        self.found: list[FoundStory] = []
        self._filling = False
        self._build()

    @property
    def current(self) -> FoundStory | None:
        """The story that the cursor is in."""
        item = self.currentItem()
        return self.found[item.data(_SLUG, _PLACE)] if item is not None else None

    @property
    def wanted(self) -> list[FoundStory]:
        """Those in which something is to be replaced, as they stand in the list."""
        ticked = (item for item in self._items() if item.checkState(_SLUG) is Qt.CheckState.Checked)
        return [self.found[item.data(_SLUG, _PLACE)] for item in ticked]

    def begin(self) -> None:
        """Empty the list."""
        with QSignalBlocker(self):  # while rows go, the current one is one row and then another
            self.clear()
        self.found = []
        self.chosen.emit()

    def add(self, found: FoundStory) -> None:
        """Put a story behind the others; the first becomes the current one."""
        item = QTreeWidgetItem()
        item.setData(_SLUG, _PLACE, len(self.found))
        self.found.append(found)
        card = found.card
        for column, text in enumerate((card.slug, tr(str(card.stage)), f"{found.number:,}", found.why_not)):
            item.setText(column, text)
            item.setToolTip(column, text)
        item.setToolTip(_SLUG, card.headline)
        item.setTextAlignment(_NUMBER, Qt.AlignmentFlag.AlignCenter)
        item.setForeground(_SAID, self._theme.color("muted"))
        item.setSizeHint(_SLUG, QSize(0, ROW))
        self._tick(item, on=None if found.why_not else True)
        self.addTopLevelItem(item)
        if len(self.found) == 1:
            self.setCurrentItem(item)

    def tell(self, done: Replaced, said: str) -> None:
        """Say in the row of a story what came of it; it is ticked no more."""
        place = next(at for at, found in enumerate(self.found) if found.card.id == done.story_id)
        item = self.topLevelItem(place)
        assert item is not None, "each story has a row"
        item.setText(_SAID, said)
        item.setToolTip(_SAID, said)
        item.setForeground(_SAID, self._theme.color("bad" if done.refusal else "good"))
        self._tick(item, on=False if done.refusal else None)

    def _tick(self, item: QTreeWidgetItem, *, on: bool | None) -> None:
        """Tick a story or not; with None there is nothing to tick."""
        self._filling = True
        if on is None:
            item.setData(_SLUG, Qt.ItemDataRole.CheckStateRole, None)
        else:
            item.setCheckState(_SLUG, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self._filling = False

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return [item for item in found if item is not None]

    @Slot(QTreeWidgetItem, int)
    def _on_activated(self, item: QTreeWidgetItem, _column: int) -> None:
        self.open_wanted.emit(self.found[item.data(_SLUG, _PLACE)].card.id)

    @Slot()
    def _on_item_changed(self) -> None:
        if not self._filling:
            self.ticked.emit()

    def _build(self) -> None:
        self.setHeaderLabels([tr("Story"), tr("Stage"), tr("Found"), ""])
        self.setAccessibleName(tr("Stories in which it was found"))
        self.setProperty("list", "copy")
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        self.header().setSectionResizeMode(_SAID, QHeaderView.ResizeMode.Stretch)
        self.currentItemChanged.connect(self.chosen)
        self.itemActivated.connect(self._on_activated)
        self.itemChanged.connect(self._on_item_changed)
