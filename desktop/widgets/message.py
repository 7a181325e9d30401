"""The message bar: one sentence at a time above the status bar, never in the way of work."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton

from desktop.localization import tr
from desktop.look.icons import dress, pixmap
from desktop.look.theme import GRID, Theme, set_property

_STAYS_MS = 8_000


class Tone(StrEnum):
    """Kind of news; the value is its colour's role."""

    DONE = "good"
    NOTE = "accent"
    REFUSED = "bad"


_SIGNS = {Tone.DONE: "circle-check", Tone.NOTE: "info", Tone.REFUSED: "circle-alert"}


@dataclass(frozen=True)
class Message:
    """A sentence, and perhaps something to do about it."""

    sentence: str
    tone: Tone = Tone.NOTE
    action: str = ""
    """Words on the button; no button when empty."""
    act: Callable[[], None] | None = None


class MessageBar(QFrame):
    """Good news goes by itself; a refusal stays until it is read or followed by another message."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._message = Message("")
        self._sign, self._text = QLabel(), QLabel()
        self._action, self._close = QPushButton(), QToolButton()
        self._timer = QTimer(self, singleShot=True, interval=_STAYS_MS)
        self._timer.timeout.connect(self.hide)
        theme.changed.connect(self._draw)
        self._build()
        self.hide()

    @property
    def message(self) -> Message:
        """The sentence that was said last."""
        return self._message

    def say(self, message: Message) -> None:
        """Show a message in place of the one before."""
        self._message = message
        self._text.setText(message.sentence)
        self._action.setText(message.action)
        self._action.setVisible(bool(message.action))
        self._draw()
        self.show()
        self._timer.stop()
        if message.tone is not Tone.REFUSED and not message.action:
            self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    @Slot()
    def _draw(self) -> None:
        role = self._message.tone.value
        set_property(self, "message", role)
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(pixmap(_SIGNS[self._message.tone], self._theme, role, 16, ratio))

    @Slot()
    def _on_action(self) -> None:
        self.hide()
        if self._message.act is not None:
            self._message.act()

    def _build(self) -> None:
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close.setToolTip(tr("Close"))
        self._close.setAccessibleName(tr("Close the message"))
        dress(self._close, "x", self._theme, "muted")
        self._close.clicked.connect(self.hide)
        self._action.clicked.connect(self._on_action)
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(2 * GRID)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
