"""Small pictures of all pages, drawn when they come in sight; the one that is chosen is shown large."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QIcon, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.localization import tr
from desktop.look.theme import GRID
from desktop.proof.proof_work import THUMBNAIL
from desktop.widgets.current_row import CurrentRow

_WIDTH = THUMBNAIL + 12 * GRID
_WAIT_MS = 120
"""Milliseconds without a further step before what has come in sight is drawn: who scrolls by needs none of it."""


class ThumbnailList(QListWidget):
    """A page in each row, named by its number."""

    chosen = Signal(int)
    """Number of the page that was gone to, counted from 0."""
    wanted = Signal(object)
    """Numbers of the pages in sight that have no picture yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        CurrentRow(self)
        self._drawn: set[int] = set()
        self._late = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._late.timeout.connect(self._on_late)
        self.setAccessibleName(tr("Pages"))
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setFlow(QListWidget.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListWidget.Movement.Static)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
        self.setSpacing(GRID)
        self.setFixedWidth(_WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(self._on_row)
        self.verticalScrollBar().valueChanged.connect(self._late.start)

    def show_pages(self, many: int) -> None:
        """Rows for so many pages, without pictures yet."""
        self._drawn = set()
        self.blockSignals(True)
        self.clear()
        blank = QPixmap(self.iconSize())
        blank.fill(Qt.GlobalColor.transparent)
        for number in range(many):
            item = QListWidgetItem(QIcon(blank), str(number + 1))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, tr("Page {n}").format(n=number + 1))
            item.setSizeHint(QSize(THUMBNAIL + 6 * GRID, THUMBNAIL + 8 * GRID))
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.addItem(item)
        self.blockSignals(False)
        self._late.start()

    def take(self, page: int, image: QImage) -> None:
        """The picture of a page has come."""
        item = self.item(page)
        if item is not None:
            self._drawn.add(page)
            item.setIcon(QIcon(QPixmap.fromImage(image)))

    def set_page(self, page: int) -> None:
        """Another page is seen."""
        if page != self.currentRow():
            self.blockSignals(True)
            self.setCurrentRow(page)
            self.blockSignals(False)
            self._late.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More rows may be in sight."""
        super().resizeEvent(event)
        self._late.start()

    @Slot(int)
    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)

    @Slot()
    def _on_late(self) -> None:
        if not self.count() or not self.isVisible():
            return
        height = self.sizeHintForRow(0) + 2 * self.spacing()
        first = max(self.verticalScrollBar().value() // max(height, 1) - 1, 0)
        last = min(first + self.viewport().height() // max(height, 1) + 3, self.count())
        missing = [number for number in range(first, last) if number not in self._drawn]
        if missing:
            self.wanted.emit(missing)
