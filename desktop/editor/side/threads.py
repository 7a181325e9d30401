"""The comments of a story beside its text: threads with what they quote, to answer, resolve and reopen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from db.story.comments import Comment, Thread
from desktop.editor.side.entry import entry
from desktop.localization import tr
from desktop.look.theme import GRID, Theme, set_property

_QUOTED = 60
"""Characters of a quote that are shown."""


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
        self.cards: list[QFrame] = []
        inner = QWidget()
        inner.setLayout(self._column)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Comments"))

    def show_threads(self, threads: Sequence[Thread]) -> None:
        """Open ones in the order of the text, then the tray, then the resolved."""
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

    def _build(self, thread: Thread) -> QFrame:
        card = QFrame()
        card.setProperty("card", "resolved" if thread.resolved else "thread")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        if thread.quote:
            layout.addWidget(self._build_quote(thread))
        for comment in thread.comments:
            layout.addWidget(_remark(comment))
        layout.addWidget(self._build_ways(thread))
        return card

    def _build_quote(self, thread: Thread) -> QLabel:
        short = thread.quote if len(thread.quote) <= _QUOTED else f"{thread.quote[:_QUOTED]}…"
        gone = f" ({tr('its text is gone')})" if thread.in_tray else ""
        quote = QLabel(f"“{short}”{gone}")
        quote.setTextFormat(Qt.TextFormat.PlainText)
        quote.setWordWrap(True)
        quote.setFont(self._theme.fonts.printed(13, italic=True))
        set_property(quote, "tone", "muted")
        return quote

    def _build_ways(self, thread: Thread) -> QLabel:
        ways = [f'<a href="reply">{tr("Reply")}</a>']
        ways.append(f'<a href="resolve">{tr("Reopen") if thread.resolved else tr("Resolve")}</a>')
        if thread.where is not None:
            ways.append(f'<a href="place">{tr("Show")}</a>')
        label = QLabel(" · ".join(ways))
        signals = {"reply": self.reply_wanted, "resolve": self.resolve_wanted, "place": self.place_wanted}
        label.linkActivated.connect(lambda way: signals[way].emit(thread))
        return label


def _remark(comment: Comment) -> QWidget:
    said = QLabel(comment.body)
    said.setTextFormat(Qt.TextFormat.PlainText)
    said.setWordWrap(True)
    said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return entry(comment.name, comment.at, said)
