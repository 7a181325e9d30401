"""Words with links in them, which a screen reader finds as buttons: of a label Qt tells it the words alone."""

import re
from html import unescape

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

_LINK = re.compile(r'<a href="([^"<>]*)">([^<]*)</a>')


class LinkLabel(QLabel):
    """A label whose links are gone to by mouse and by Tab; `linkActivated` tells which was chosen, in whatever way."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[_LinkButton] = []
        by = Qt.TextInteractionFlag
        self.setTextInteractionFlags(by.LinksAccessibleByMouse | by.LinksAccessibleByKeyboard)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show these words."""
        super().setText(text)
        for button in self._buttons:
            button.deleteLater()
        self._buttons = [self._button(*link.groups()) for link in _LINK.finditer(text)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A screen reader shows where it is."""
        super().resizeEvent(event)
        for button in self._buttons:
            button.setGeometry(self.rect())

    def _button(self, name: str, words: str) -> "_LinkButton":
        button = _LinkButton(name, self)
        button.setAccessibleName(unescape(words))
        button.setGeometry(self.rect())
        button.clicked.connect(self._on_pressed)
        button.show()
        return button

    @Slot()
    def _on_pressed(self) -> None:
        button = self.sender()
        if isinstance(button, _LinkButton):
            self.linkActivated.emit(button.name)


class _LinkButton(QAbstractButton):
    """A link for whom there is no mouse and no sight: nothing of it is seen, and keys go from link to link as ever."""

    def __init__(self, name: str, label: LinkLabel) -> None:
        super().__init__(label)
        self.name = name
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its words stand in the label."""
