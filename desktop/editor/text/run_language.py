"""The language that words of a body are written in, chosen from a menu at the cursor."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop.editor.text.body import BodyEdit
from desktop.localization import tr
from desktop.widgets.language import LANGUAGES

KEYS = "Ctrl+Alt+L"


class RunLanguage(QAction):
    """The act that opens the menu: for what is selected, or for what will be typed next."""

    def __init__(self, body: BodyEdit) -> None:
        super().__init__(tr("Language of the words"), body)
        self._body = body
        self.menu_opened: QMenu | None = None
        """The menu that was opened last."""
        self.setShortcut(QKeySequence(KEYS))
        self.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.triggered.connect(self._on_triggered)
        body.addAction(self)

    def build_menu(self) -> QMenu:
        """All languages, those that the text has already before the others; the one that holds here is ticked."""
        menu, here = QMenu(self._body), self._body.span().language
        self._add(menu, tr("The story’s own"), "", here)
        menu.addSeparator()
        used = self._body.read().languages
        for language in used:
            self._add(menu, LANGUAGES.get(language, language), language, here)
        if used:
            menu.addSeparator()
        for language, name in LANGUAGES.items():
            if language not in used:
                self._add(menu, name, language, here)
        return menu

    def _add(self, menu: QMenu, name: str, language: str, here: str) -> None:
        action = menu.addAction(name)
        action.setCheckable(True)
        action.setChecked(language == here)
        action.setData(language)
        action.triggered.connect(partial(self._body.set_language, language))

    @Slot()
    def _on_triggered(self) -> None:
        if self._body.isReadOnly():
            return
        self.menu_opened = self.build_menu()
        self.menu_opened.aboutToHide.connect(self.menu_opened.deleteLater)
        self.menu_opened.popup(self._body.viewport().mapToGlobal(self._body.cursorRect().bottomLeft() + QPoint(0, 2)))
