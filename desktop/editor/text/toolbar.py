"""The toolbar over the text: undo, the kind of paragraph, marks, link, picture. It shows what the cursor stands in."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from db.document import BlockKind
from desktop.editor.text.body import BodyEdit
from desktop.editor.text.link import LinkDialog
from desktop.editor.text.run_language import RunLanguage
from desktop.editor.text.styles import LOOKS
from desktop.localization import tr
from desktop.look.icons import dress
from desktop.look.theme import GRID, Theme
from desktop.widgets.language import LANGUAGES
from desktop.widgets.menu_tool import open_menu

KIND_KEYS = {
    BlockKind.PARAGRAPH: "Ctrl+Alt+0", BlockKind.SUBHEAD: "Ctrl+Alt+1", BlockKind.QUOTE: "Ctrl+Alt+2",
    BlockKind.PULL_QUOTE: "Ctrl+Alt+3", BlockKind.BULLET: "Ctrl+Alt+4", BlockKind.NUMBER: "Ctrl+Alt+5",
    BlockKind.CORRECTION: "Ctrl+Alt+6", BlockKind.BOX: "Ctrl+Alt+7",
}  # fmt: skip
"""The kinds one can choose, in the order of the menu, each with its keys. A picture is inserted instead."""


LOOSENESS = {-1: ("Tighten by a line", "Ctrl+Alt+-"), 1: ("Loosen by a line", "Ctrl+Alt+=")}
"""A line fewer or more that a paragraph can be asked to take, each with its keys; asked again, it is taken back."""


_LINK_TOO = "Ctrl+K"
"""The keys of a link in most editors; Ctrl+L is that of older ones."""


class Toolbar(QWidget):
    """Works on the body it is given."""

    picture_wanted = Signal()
    comment_wanted = Signal()
    refused = Signal(str)

    def __init__(self, theme: Theme, body: BodyEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._body = theme, body
        self._kinds: dict[BlockKind, QAction] = {}
        self._loose: dict[int, QAction] = {}
        self._kind = QToolButton()
        self.undo, self.redo = QToolButton(), QToolButton()
        self.bold, self.italic, self.link, self.picture = QToolButton(), QToolButton(), QToolButton(), QToolButton()
        self.comment = QToolButton()
        self.language = RunLanguage(body)
        self._build()
        self._connect()
        self._on_place_changed()

    def set_writable(self, writable: bool) -> None:
        """Whether anything here may be used; whoever may read may comment."""
        for child in self.findChildren(QToolButton):
            child.setEnabled(writable or child is self.comment)
        self.language.setEnabled(writable)
        if writable:
            self.undo.setEnabled(self._body.document().isUndoAvailable())
            self.redo.setEnabled(self._body.document().isRedoAvailable())

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for button, sign, tip in self._buttons()[:2]:
            row.addWidget(self._dressed(button, sign, tip))
        row.addWidget(_rule())
        row.addWidget(self._build_kind())
        row.addWidget(_rule())
        for button, sign, tip in self._buttons()[2:]:
            row.addWidget(self._dressed(button, sign, tip))
        row.addStretch()

    def offer_review(self, menu: QMenu) -> None:
        """Let the menu of comments and changes open beside their button."""
        self.comment.setMenu(menu)
        self.comment.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)

    def _buttons(self) -> list[tuple[QToolButton, str, str]]:
        return [
            (self.undo, "undo-2", tr("Undo (Ctrl+Z)")), (self.redo, "redo-2", tr("Redo (Ctrl+Shift+Z)")),
            (self.bold, "bold", tr("Bold (Ctrl+B)")), (self.italic, "italic", tr("Italic (Ctrl+I)")),
            (self.link, "link", tr("Link (Ctrl+K)")), (self.picture, "image", tr("Picture…")),
            (self.comment, "message-square", tr("Comment (Ctrl+Alt+M)")),
        ]  # fmt: skip

    def _dressed(self, button: QToolButton, sign: str, tip: str) -> QToolButton:
        button.setToolTip(tip)
        button.setAccessibleName(tip.split(" (")[0])
        button.setMinimumSize(8 * GRID, 8 * GRID)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        dress(button, sign, self._theme)
        return button

    def _build_kind(self) -> QToolButton:
        menu, group = QMenu(self._kind), QActionGroup(self)
        for kind, keys in KIND_KEYS.items():
            action = QAction(tr(LOOKS[kind].title), self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setCheckable(True)
            action.setData(kind)
            group.addAction(action)
            menu.addAction(action)
            self._kinds[kind] = action
        menu.addSeparator()
        self._build_looseness(menu)
        menu.addSeparator()
        menu.addAction(self.language)
        group.triggered.connect(self._on_kind_chosen)
        open_menu(self._kind, menu)
        self._kind.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._kind.setToolTip(tr("Kind of paragraph"))
        self._kind.setMinimumSize(26 * GRID, 8 * GRID)
        self._kind.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        dress(self._kind, "pilcrow", self._theme)
        return self._kind

    def _build_looseness(self, menu: QMenu) -> None:
        for lines, (title, keys) in LOOSENESS.items():
            action = QAction(tr(title), self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setCheckable(True)
            action.setData(lines)
            action.triggered.connect(self._on_looseness_chosen)
            menu.addAction(action)
            self._loose[lines] = action

    def _connect(self) -> None:
        body, document = self._body, self._body.document()
        self.undo.clicked.connect(body.undo)
        self.redo.clicked.connect(body.redo)
        document.undoAvailable.connect(self.undo.setEnabled)
        document.redoAvailable.connect(self.redo.setEnabled)
        self.undo.setEnabled(False)
        self.redo.setEnabled(False)
        for button, keys, slot in (
            (self.bold, "Ctrl+B", self._on_bold), (self.italic, "Ctrl+I", self._on_italic),
            (self.link, "Ctrl+L", self._on_link),
        ):  # fmt: skip
            button.setShortcut(QKeySequence(keys))
            button.clicked.connect(slot)
        QShortcut(QKeySequence(_LINK_TOO), self, self.link.click)
        for button in (self.bold, self.italic, self.link):
            button.setCheckable(True)
        self.picture.clicked.connect(self.picture_wanted)
        self.comment.clicked.connect(self.comment_wanted)
        body.place_changed.connect(self._on_place_changed)
        body.currentCharFormatChanged.connect(self._on_place_changed)

    @Slot()
    def _on_place_changed(self) -> None:
        span, kind = self._body.span(), self._body.kind
        lines = self._body.looseness
        sign = {-1: " −1", 1: " +1"}.get(lines, "")
        said = f"{tr(LOOKS[kind].title)}{sign}"
        if span.language:
            said = f"{said} · {LANGUAGES.get(span.language, span.language)}"
        self._kind.setText(f" {said}")
        self._kind.setAccessibleName(said)
        for wanted, action in self._loose.items():
            action.setChecked(wanted == lines)
        for name, action in self._kinds.items():
            action.setChecked(name is kind)
        self.bold.setChecked(span.bold)
        self.italic.setChecked(span.italic)
        self.link.setChecked(bool(span.link))

    @Slot(QAction)
    def _on_kind_chosen(self, action: QAction) -> None:
        if not self._body.isReadOnly():
            self._body.set_kind(BlockKind(action.data()))
            self._body.setFocus()

    @Slot()
    def _on_looseness_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and not self._body.isReadOnly():
            lines = action.data()
            self._body.set_looseness(0 if self._body.looseness == lines else lines)
            self._body.setFocus()
        self._on_place_changed()

    @Slot()
    def _on_bold(self) -> None:
        self._body.toggle("bold")

    @Slot()
    def _on_italic(self) -> None:
        self._body.toggle("italic")

    @Slot()
    def _on_link(self) -> None:
        """Ask where to."""
        if not self._body.textCursor().hasSelection():
            self.refused.emit(tr("Select the words to link first."))
            self._on_place_changed()
            return
        dialog = LinkDialog(self._theme, self._body.span().link, self)
        if dialog.exec():
            self._body.set_link(dialog.link)
        dialog.deleteLater()
        self._on_place_changed()


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("rule", "v")
    rule.setFixedHeight(5 * GRID)
    return rule
