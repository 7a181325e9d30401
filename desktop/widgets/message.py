"""The message bar: one sentence at a time above the status bar, never in the way of work."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from desktop.localization import tr
from desktop.look.icons import dress, pixmap
from desktop.look.theme import GRID, Theme, set_property

_STAYS_MS = 8_000
"""Milliseconds that good news stays: twice as long as it takes to read."""
_REFUSAL_STAYS_MS = 25_000
"""Milliseconds that a refusal stays: whoever looks at another part of the screen still finds it."""


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
    stays_ms: int = 0
    """Milliseconds that it stays; 0 for as long as its kind does."""


class MessageBar(QFrame):
    """Lies over the foot of what is written in, which stays where it is; it goes by itself unless it asks something.

    While the mouse is over it, it stays.
    """

    covering = Signal(int)
    """Pixels of the foot that it lies on now; 0 when it has gone. What must not be covered makes room."""

    def __init__(self, theme: Theme, over: QWidget | None = None) -> None:
        """`over` is the part of the window whose foot it lies on."""
        super().__init__(over.parentWidget() if over is not None else None)
        self._theme, self._over = theme, over
        self._message = Message("")
        self._sign, self._text = QLabel(), QLabel()
        self._action, self._close = QPushButton(), QToolButton()
        self._timer = QTimer(self, singleShot=True, interval=_STAYS_MS)
        self._timer.timeout.connect(self.hide)
        theme.changed.connect(self._draw)
        self._build()
        self.hide()
        if over is not None:
            over.installEventFilter(self)

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
        self._lie_down()
        self.raise_()
        self._run_out()
        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """What it lies on has another size, or lies elsewhere."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._lie_down()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """What it lay on is free again."""
        super().hideEvent(event)
        self.covering.emit(0)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Whoever reads it is not hurried."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._run_out()

    def _run_out(self) -> None:
        """Begin the time it stays; what asks for something stays until that is done, unless it says how long."""
        self._timer.stop()
        usual = _REFUSAL_STAYS_MS if self._message.tone is Tone.REFUSED else _STAYS_MS
        stays = self._message.stays_ms or (0 if self._message.action else usual)
        if stays and not self.isHidden():
            self._timer.start(stays)

    def _lie_down(self) -> None:
        """Take the foot of what it lies on, as high as its words are at that width."""
        if self._over is not None:
            room = self._over.geometry()
            height = max(self.heightForWidth(room.width()), self.minimumSizeHint().height())
            self.setGeometry(room.left(), room.bottom() + 1 - height, room.width(), height)
            self.covering.emit(height if self.isVisible() else 0)

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
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
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
