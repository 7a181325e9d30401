"""What is seen of the story page while a story is being opened: nothing, and a sentence where that takes long."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from desktop.localization import tr
from desktop.look.theme import set_property

_SLOW_MS = 300
"""After this long it is said that a story is being opened; most are there before."""


class OpeningScreen(QStackedLayout):
    """Stands in the place of a story that is not there yet."""

    def __init__(self, page: QWidget, story: QWidget) -> None:
        super().__init__(page)
        self._story, self._waiting = story, QLabel()
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._slow.timeout.connect(self._on_slow)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_property(self._waiting, "tone", "muted")
        self.addWidget(self._waiting)
        self.addWidget(story)

    def wait(self) -> None:
        """Wait for a story."""
        self.setCurrentWidget(self._waiting)
        self._slow.start()

    def show_story(self) -> None:
        """It is there, or the one that was open before is seen again."""
        self._slow.stop()
        self._waiting.clear()
        self.setCurrentWidget(self._story)

    @Slot()
    def _on_slow(self) -> None:
        self._waiting.setText(tr("Opening the story …"))
