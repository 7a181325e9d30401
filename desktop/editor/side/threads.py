"""The comments of a story beside its text: all threads with what they quote, to answer, resolve and reopen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from db.story.comments import Thread
from desktop.editor.margin.thread_card import ThreadCard
from desktop.localization import tr
from desktop.look.theme import GRID, Theme, set_property


class Threads(QScrollArea):
    """Shows the threads it is given; asks for what is clicked."""

    place_wanted = Signal(object)
    """Thread: the words it is about are to be shown."""
    reply_wanted = Signal(object)
    """Thread"""
    resolve_wanted = Signal(object)
    """Thread: to be resolved, or reopened when it is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * GRID)
        self.cards: list[ThreadCard] = []
        self._shown: list[Thread] | None = None
        inner = QWidget()
        inner.setLayout(self._column)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Comments"))

    def show_threads(self, threads: Sequence[Thread]) -> None:
        """Open ones in the order of the text, then the tray, then the resolved; what stands already stays."""
        if list(threads) == self._shown:
            return
        self._shown = list(threads)
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.cards = [self._build(thread) for thread in sorted(threads, key=lambda one: one.resolved)]
        for card in self.cards:
            self._column.addWidget(card)
        if not threads:
            none = QLabel(tr("No comments. Select words and press Ctrl+Alt+M to write one."))
            none.setWordWrap(True)
            set_property(none, "tone", "muted")
            self._column.addWidget(none)
        self._column.addStretch()

    def show_card(self, thread_id: int) -> None:
        """Bring the card of a thread into view."""
        for card in self.cards:
            if card.talk.id == thread_id:
                self.ensureWidgetVisible(card)

    def _build(self, thread: Thread) -> ThreadCard:
        card = ThreadCard(self._theme, thread)
        card.place_wanted.connect(self.place_wanted)
        card.reply_wanted.connect(self.reply_wanted)
        card.resolve_wanted.connect(self.resolve_wanted)
        return card
