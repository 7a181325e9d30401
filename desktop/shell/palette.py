"""The command palette: whatever can be done or opened, found by typing a few letters of it, from the keyboard alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.localization import tr
from desktop.look.fonts import TEXT_SIZE_PX
from desktop.look.icons import pixmap
from desktop.look.theme import GRID, RADIUS, Theme, set_property
from desktop.widgets.current_row import CurrentRow
from desktop.widgets.ranking import ranked

_WIDE, _ROW, _MOST_ROWS = 150 * GRID, 9 * GRID, 11
"""Pixels of the palette and of a row, and the rows it shows before it scrolls: a glance's worth."""
_MOST_FOUND = 60
"""Entries that are listed: whoever has not found it among so many types another letter."""
_BELOW = 14 * GRID
"""Pixels from the top of the window: under the header, where the eye is."""
_FIELD = 10 * GRID
_SIGN, _INSET = 16, 3 * GRID
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _MOST_ROWS, Qt.Key.Key_PageUp: -_MOST_ROWS}
_ENTRY = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class PaletteEntry:
    """One thing to do or to open."""

    title: str
    run: Callable[[], object]
    hint: str = ""
    """Its keys, or what kind of thing it is."""
    sign: str = "chevron-right"
    why_not: str = ""
    """Why it cannot be done now; it is shown, and does nothing."""
    words: str = ""
    """More words it is found by."""


class Palette(QFrame):
    """Lies over the window until something is chosen, Escape is pressed, or the keyboard goes elsewhere."""

    typed = Signal(str)
    """Stories that hold this are to be looked for."""

    def __init__(self, theme: Theme, entries: Sequence[PaletteEntry], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("bar", "palette")
        self.setAccessibleName(tr("Commands"))
        self._before = QApplication.focusWidget()
        self._window, self._entries, self._stories = parent, list(entries), list[PaletteEntry]()
        self.field, self.list, self.none = QLineEdit(), QListView(), QLabel(tr("Nothing found"))
        self._found = _CommandModel(self)
        self._build(theme)
        self._show()

    def add(self, entries: Sequence[PaletteEntry]) -> None:
        """Offer these too, before the others: they were asked for when it was opened."""
        self._entries[:0] = entries
        self._show()

    def append(self, entries: Sequence[PaletteEntry]) -> None:
        """Offer these too, behind the others."""
        self._entries.extend(entries)
        self._show()

    def show_stories(self, asked: str, entries: Sequence[PaletteEntry]) -> None:
        """The stories that were looked for; not those of what was typed before."""
        if asked == self.field.text().strip():
            self._stories = list(entries)
            self._show()

    @property
    def entries(self) -> list[PaletteEntry]:
        """What is listed now, the best first."""
        return self._found.entries

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down go through the list while one types; Escape ends it, as going elsewhere does."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.end()
                return True
            if event.key() in _STEPS:
                self._step(_STEPS[Qt.Key(event.key())])
                return True
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._go_away()
        return super().eventFilter(watched, event)

    def end(self) -> None:
        """Go, and give the keyboard back to what had it."""
        self._go_away()
        if self._before is not None:
            self._before.setFocus()

    def _go_away(self) -> None:
        self.hide()
        self.deleteLater()

    def _step(self, steps: int) -> None:
        last = self._found.rowCount() - 1
        row = min(max(self.list.currentIndex().row() + steps, 0), last)
        self.list.setCurrentIndex(self._found.index(row))

    @Slot()
    def _on_text_changed(self) -> None:
        self._stories = []
        self._show()
        if asked := self.field.text().strip():
            self.typed.emit(asked)

    def _show(self) -> None:
        typed = self.field.text()
        found = ranked(typed, [(entry.title, entry) for entry in self._entries])
        found += [entry for entry in self._by_words(typed) if entry not in found]
        able, refused = ([entry for entry in found if bool(entry.why_not) is no] for no in (False, True))
        self._found.show([*able, *self._stories, *refused][:_MOST_FOUND])
        self.list.setFixedHeight(_ROW * min(self._found.rowCount(), _MOST_ROWS, self._rows_with_room()))
        self.none.setVisible(not self._found.entries)
        self.list.setCurrentIndex(self._found.index(0))
        self.adjustSize()

    def _by_words(self, typed: str) -> list[PaletteEntry]:
        """Entries that are found by more than their titles."""
        return ranked(typed, [(f"{entry.title} {entry.words}", entry) for entry in self._entries])

    @Slot()
    def _on_chosen(self) -> None:
        entry = self.list.currentIndex().data(_ENTRY)
        if entry is not None and not entry.why_not:
            self.end()
            entry.run()

    def _rows_with_room(self) -> int:
        """Rows that the window has room for below the field."""
        return max(1, (self._window.height() - _BELOW - _FIELD - 6 * GRID) // _ROW)

    def _build(self, theme: Theme) -> None:
        self.setFixedWidth(min(_WIDE, self._window.width() - 8 * GRID))
        self.field.setPlaceholderText(tr("Type what you want to do, or a story, a person, a setting"))
        self.field.setAccessibleName(tr("Commands"))
        self.field.setFixedHeight(_FIELD)
        self.field.installEventFilter(self)
        self.none.setFixedHeight(_ROW)
        self.none.setIndent(_INSET)
        set_property(self.none, "tone", "muted")
        self.list.setModel(self._found)
        CurrentRow(self.list)
        self.list.setItemDelegate(_CommandDelegate(theme, self))
        self.list.setAccessibleName(tr("What fits"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        layout.addWidget(self.none)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.returnPressed.connect(self._on_chosen)
        self.list.clicked.connect(self._on_chosen)
        window = self._window
        self.move((window.width() - self.width()) // 2, _BELOW)
        self.show()
        self.raise_()
        self.field.setFocus()


class _CommandModel(QAbstractListModel):
    """What is listed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[PaletteEntry] = []

    def show(self, entries: list[PaletteEntry]) -> None:
        """List these."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == _ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.why_not
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (entry.title, entry.hint, entry.why_not)))
        return None


class _CommandDelegate(QStyledItemDelegate):
    """Sign and title at the left, keys or kind at the right; what cannot be done is faint and says why."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry: PaletteEntry = index.data(_ENTRY)
        room = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent_soft"))
            painter.drawRoundedRect(room, RADIUS, RADIUS)
        role = "muted" if entry.why_not else "text"
        sign = pixmap(entry.sign, self._theme, "muted", _SIGN, option.widget.devicePixelRatioF())
        painter.drawPixmap(room.left() + _INSET, room.top() + (room.height() - _SIGN) // 2, sign)
        room.adjust(2 * _INSET + _SIGN, 0, -_INSET, 0)
        said = self._write(painter, room, entry.why_not or entry.hint, "muted", Qt.AlignmentFlag.AlignRight)
        room.adjust(0, 0, -said - _INSET, 0)
        self._write(painter, room, entry.title, role, Qt.AlignmentFlag.AlignLeft)

    def _write(self, painter: QPainter, room: QRect, text: str, role: str, side: Qt.AlignmentFlag) -> int:
        """Write at one side of the room; the pixels it takes, at most two thirds of them."""
        painter.setFont(self._theme.fonts.sans(TEXT_SIZE_PX))
        painter.setPen(self._theme.color(role))
        most = room.width() * 2 // 3 if side is Qt.AlignmentFlag.AlignRight else room.width()
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, most)
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return painter.fontMetrics().horizontalAdvance(shown)
