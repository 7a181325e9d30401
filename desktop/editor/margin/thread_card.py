"""The card of a thread: what it quotes, what was said, and the ways to answer, resolve and reopen it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QWidget

from db.story.comments import Comment, Thread
from desktop.editor.margin.note_card import NoteCard
from desktop.localization import tr
from desktop.look.theme import Theme, set_property
from desktop.widgets.entry import entry
from desktop.widgets.link_label import LinkLabel

_QUOTED = 60
"""Characters of a quote that are shown."""
_FOLDED = 40
"""Characters of a resolved thread that are shown while it is folded: about a line of the margin."""


class ThreadCard(NoteCard):
    """A whole thread; in the margin without what it quotes, which stands beside it, and folded once it is resolved."""

    reply_wanted = Signal(object)
    """Thread"""
    resolve_wanted = Signal(object)
    """Thread: to be resolved, or reopened when it is."""
    place_wanted = Signal(object)
    """Thread: the words it is about are to be shown."""
    folded = Signal()
    """It was folded or unfolded, and has another height."""

    def __init__(
        self, theme: Theme, thread: Thread, place: QTextCursor | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(("thread", thread.id), place, "resolved" if thread.resolved else "thread", parent)
        self._theme, self.talk = theme, thread
        self._unfolded: list[QWidget] = []
        self._fold = LinkLabel()
        in_margin = place is not None
        if in_margin and thread.resolved:
            self._build_fold()
        if thread.quote and not in_margin:
            self._add(self._build_quote())
        for comment in thread.comments:
            self._add(_remark(comment, selectable=not in_margin))
        self._build_ways(in_margin=in_margin)
        self._show_folded(in_margin and thread.resolved)

    def _add(self, widget: QWidget) -> None:
        self._unfolded.append(widget)
        self.column.addWidget(widget)

    def _build_fold(self) -> None:
        self._fold.linkActivated.connect(self._on_fold)
        self.column.addWidget(self._fold)

    def _show_folded(self, folded: bool) -> None:
        for widget in self._unfolded:
            widget.setVisible(not folded)
        title = tr("Resolved: {words}").format(words=_shortened(self.talk.comments[0].body, _FOLDED))
        self._fold.setText(f'✓ <a href="{"unfold" if folded else "fold"}">{_escaped(title)}</a>')

    @Slot(str)
    def _on_fold(self, way: str) -> None:
        self._show_folded(way == "fold")
        self.folded.emit()

    def _build_quote(self) -> QLabel:
        gone = f" ({tr('its text is gone')})" if self.talk.in_tray else ""
        quote = QLabel(f"“{_shortened(self.talk.quote, _QUOTED)}”{gone}")
        quote.setTextFormat(Qt.TextFormat.PlainText)
        quote.setWordWrap(True)
        quote.setFont(self._theme.fonts.printed(13, italic=True))
        set_property(quote, "tone", "muted")
        return quote

    def _build_ways(self, *, in_margin: bool) -> None:
        ways = [("reply", tr("Reply")), ("resolve", tr("Reopen") if self.talk.resolved else tr("Resolve"))]
        if self.talk.where is not None and not in_margin:
            ways.append(("place", tr("Show")))
        label = self.add_ways(ways)
        self._unfolded.append(label)
        label.linkActivated.connect(self._on_way)

    @Slot(str)
    def _on_way(self, way: str) -> None:
        signals = {"reply": self.reply_wanted, "resolve": self.resolve_wanted, "place": self.place_wanted}
        signals[way].emit(self.talk)


def _shortened(text: str, most: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[:most]}…"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _remark(comment: Comment, *, selectable: bool) -> QWidget:
    """A remark; where a click goes to the text, its words cannot be selected."""
    said = QLabel(comment.body)
    said.setTextFormat(Qt.TextFormat.PlainText)
    said.setWordWrap(True)
    if selectable:
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return entry(comment.name, comment.at, said)
