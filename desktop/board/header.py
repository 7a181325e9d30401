"""The header above the board: wordmark, search, the one filled button, import, who is at work, the menu."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QToolButton, QWidget

from db.values import Account
from desktop.localization import tr
from desktop.look.icons import icon
from desktop.look.theme import FIELD_HEIGHT, GRID, Theme, set_property
from desktop.widgets.header_buttons import MenuButton, PersonButton

_SIDEBAR = 54 * GRID
_HEIGHT = 12 * GRID
_LEAST_SEARCH = 32 * GRID
"""Pixels: some fifteen letters, as long as most of what is searched for."""
_WORDMARK = 20
"""Pixels at 100 % of the name of the program: the largest word of the header, and not as large as a headline."""


class Header(QWidget):
    """Its buttons are the window's actions."""

    searched = Signal(str)
    """The text in the search field."""
    search_left = Signal()
    """Enter or down: on to the cards."""

    def __init__(
        self, theme: Theme, account: Account, actions: dict[str, QAction], menu: QMenu, inbox: QToolButton
    ) -> None:
        super().__init__()
        self._theme, self._whole = theme, True
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("bar", "header")
        self.setFixedHeight(_HEIGHT)
        self.search = QLineEdit()
        self.new_story = QPushButton(tr("New story"))
        self.import_files = QPushButton(tr("Import…"))
        self.person, self.menu = PersonButton(account, theme, actions, whole=True), MenuButton(menu, theme)
        self._build(actions, inbox)
        theme.changed.connect(self._draw)
        self._draw()

    def show_whole(self, whole: bool) -> None:
        """Show all in words, or where there is little room what one cannot do without: the menu has the rest."""
        self._wordmark.setVisible(whole)
        self.import_files.setVisible(whole)
        self.new_story.setText(tr("New story") if whole else "")
        self.person.show_whole(whole)
        self._key.setVisible(whole and not self.search.text())
        self._whole = whole

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape empties the search, Enter and down go on to the cards."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.search.clear()
                self.search_left.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self.search_left.emit()
                return True
        return super().eventFilter(watched, event)

    def _build(self, actions: dict[str, QAction], inbox: QToolButton) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * GRID, 0, 3 * GRID, 0)
        row.setSpacing(3 * GRID)
        self._wordmark = self._build_wordmark()
        row.addWidget(self._wordmark)
        row.addWidget(self._build_search(actions["search"]), 3)
        row.addStretch(2)
        for button, name in ((self.new_story, "new_story"), (self.import_files, "import_files")):
            row.addWidget(_bound(button, actions[name]))
        set_property(self.new_story, "kind", "primary")
        inbox.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        row.addWidget(inbox)
        row.addWidget(self.person)
        row.addWidget(self.menu)

    def _build_wordmark(self) -> QLabel:
        wordmark = QLabel("Galley")
        wordmark.setFont(self._theme.fonts.printed(_WORDMARK, weight=QFont.Weight.Black))
        wordmark.setFixedWidth(_SIDEBAR - 4 * GRID + 2 * GRID)
        return wordmark

    def _build_search(self, action: QAction) -> QLineEdit:
        self.search.setPlaceholderText(tr("Search stories"))
        self.search.setAccessibleName(tr("Search"))
        self.search.setToolTip(action.toolTip())
        self.search.setMaximumWidth(100 * GRID)
        self.search.setMinimumWidth(_LEAST_SEARCH)
        self.search.setMinimumHeight(8 * GRID)
        self.search.setAlignment(Qt.AlignmentFlag.AlignAbsolute | self._beginning() | Qt.AlignmentFlag.AlignVCenter)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._on_text_changed)
        self._key = QLabel(action.shortcut().toString().replace("+", " "), self.search)
        set_property(self._key, "badge", "key")
        inner = QHBoxLayout(self.search)
        inner.setContentsMargins(GRID + 2, 0, GRID + 2, 0)
        inner.addStretch()
        inner.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        return self.search

    def _beginning(self) -> Qt.AlignmentFlag:
        """The side at which the window begins: what is typed stands there in any script, and the key at the other."""
        leftwards = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return Qt.AlignmentFlag.AlignRight if leftwards else Qt.AlignmentFlag.AlignLeft

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self._key.setVisible(self._whole and not text)
        self.searched.emit(text)

    @Slot()
    def _draw(self) -> None:
        """Draw the icon, whose colour the theme gives."""
        self.new_story.setIcon(icon("plus", self._theme, "on_accent"))


def _bound(button: QPushButton, action: QAction) -> QPushButton:
    """A button that does what an action does, and says so with its shortcut; disabled, its tooltip says why."""
    button.clicked.connect(action.trigger)
    button.setEnabled(action.isEnabled())
    action.enabledChanged.connect(button.setEnabled)
    button.setToolTip(f"{action.toolTip()} ({action.shortcut().toString()})")
    button.setAccessibleName(action.text())
    button.setMinimumHeight(FIELD_HEIGHT)
    return button
