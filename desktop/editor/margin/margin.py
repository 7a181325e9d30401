"""The margin beside the body: cards at the height of the words they are about, folded where there is no room."""

from collections.abc import Hashable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from desktop.editor.margin.note_card import NoteCard
from desktop.editor.margin.stacking import stacked
from desktop.editor.text.body import BodyEdit
from desktop.editor.text.galley.layout import GalleyLayout
from desktop.localization import tr
from desktop.look.theme import GRID

_LEAST, _MOST = 44 * GRID, 60 * GRID
"""Pixels of its width: lines of four words at the least, and at the most no more than it takes from the text."""
_LEAST_TEXT = 90 * GRID
"""Pixels of plain writing that stay beside it: a picture is as wide, and lines of forty letters."""
_GAP = 2 * GRID
"""Pixels between two cards."""
_AGAIN_MS = 40
"""After this long cards go where their words went: behind a key, and before the eye has left what was typed."""


class NoteMargin(QWidget):
    """Keeps cards beside their words while these move; says when one is to be read elsewhere, since it is folded."""

    gone_to = Signal(object)
    """NoteCard whose words were gone to: it stands in its place now, and is to be seen whole."""
    folded_chosen = Signal(object)
    """NoteCard whose words were gone to while the margin is folded."""

    def __init__(self, body: BodyEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = body
        self.cards: list[NoteCard] = []
        """All of them, in the order of the text."""
        self._groups: dict[str, tuple[NoteCard, ...]] = {}
        self._active: Hashable = None
        self._hidden = self._going = self._reveal = False
        """Whether all but the text is gone; whether the cursor is being put to a place from here, and its card is
        still to be shown."""
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self.arrange)
        self.setAccessibleName(tr("Margin"))
        self.hide()
        body.edited.connect(self._again.start)
        body.cursorPositionChanged.connect(self._on_cursor_moved)
        body.installEventFilter(self)

    @property
    def folded(self) -> bool:
        """Whether there is no room for it beside the text."""
        return self.isHidden()

    def show_cards(self, group: str, cards: Sequence[NoteCard]) -> None:
        """Show the cards of a group in place of those it had."""
        for card in self._groups.get(group, ()):
            card.hide()
            card.deleteLater()
        self._groups[group] = tuple(cards)
        for card in cards:
            card.setParent(self)
            card.chosen.connect(self._on_chosen)
            card.show_active(card.key == self._active)
        self.sort()

    @Slot()
    def sort(self) -> None:
        """Let the cards stand in the order of the text; their places may be others now."""
        cards = [card for group in self._groups.values() for card in group]
        self.cards = sorted(cards, key=lambda card: card.place.selectionStart() if card.place else -1)
        for one, other in pairwise(self.cards):
            QWidget.setTabOrder(one, other)
        self._again.start()

    def fit(self, room: int) -> None:
        """Take what the text leaves of so many pixels; where that is too little, be folded."""
        layout = self._body.document().documentLayout()
        galley = isinstance(layout, GalleyLayout)
        text = round(layout.documentSize().width()) if isinstance(layout, GalleyLayout) else _LEAST_TEXT
        width = min(room - text - _GAP, _MOST)
        shown = bool(self.cards) and width >= _LEAST and not self._hidden
        self._body.setMaximumWidth(text if shown and galley else _UNBOUNDED)
        self.setVisible(shown)
        if shown:
            self.setFixedWidth(width)
            self.arrange()

    def hide_all(self, hidden: bool) -> None:
        """Be gone while only the text is to be seen."""
        self._hidden = hidden

    @Slot()
    def arrange(self) -> None:
        """Put every card beside its words, as they are laid out now."""
        if not self.cards or self.folded:
            return
        wanted = [self._height_of(card) for card in self.cards]
        heights = [card.height_in(self.width()) for card in self.cards]
        held = next((number for number, card in enumerate(self.cards) if card.key == self._active), None)
        bottom = 0
        tops = stacked(wanted, heights, _GAP, held)
        for card, top, height in zip(self.cards, tops, heights, strict=True):
            card.setGeometry(0, top, self.width(), height)
            card.show()
            bottom = top + height
        self.setMinimumHeight(bottom)
        if self._reveal and (active := self.active()) is not None:
            self._reveal = False
            self.gone_to.emit(active)

    @Slot()
    def go_on(self) -> None:
        """Go to the words of the next card, behind the last to those of the first."""
        self._step(1)

    @Slot()
    def go_back(self) -> None:
        """Go to the words of the card before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        """From the card that was gone to last, if the cursor is still there; else from the cursor."""
        placed = [card for card in self.cards if card.place is not None]
        if not placed:
            return
        numbers = [number for number, card in enumerate(placed) if card.key == self._active]
        here = self._body.textCursor().position()
        before = sum(card.place.selectionStart() < here for card in placed if card.place is not None)
        number = numbers[0] + by if numbers else before - (by < 0)
        self._go_to(placed[number % len(placed)])

    def active(self) -> NoteCard | None:
        """The card whose words the cursor stands in."""
        return next((card for card in self.cards if card.key == self._active), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The body has another width or height: its words stand elsewhere."""
        if event.type() == QEvent.Type.Resize:
            self._again.start()
        return super().eventFilter(watched, event)

    def _height_of(self, card: NoteCard) -> int:
        """Pixels above the words of a card."""
        if card.place is None:
            return 0
        cursor = QTextCursor(card.place)
        cursor.setPosition(card.place.selectionStart())
        box = self._body.cursorRect(cursor)
        return self._body.y() + self._body.viewport().y() + box.top() - self.y()

    @Slot()
    def _on_chosen(self) -> None:
        card = self.sender()
        if isinstance(card, NoteCard):
            self._go_to(card)

    def _go_to(self, card: NoteCard) -> None:
        if card.place is not None:
            self._going = True
            self._body.setTextCursor(card.place)
            self._going = False
            self._body.setFocus()
        self._reveal = True
        self._activate(card.key)
        self._again.start()
        if self.folded:
            self.folded_chosen.emit(card)

    @Slot()
    def _on_cursor_moved(self) -> None:
        if self._going:
            return
        at = self._body.textCursor().position()
        touched = [
            card for card in self.cards
            if card.place is not None and card.place.selectionStart() <= at <= card.place.selectionEnd()
        ]  # fmt: skip
        narrowest = min(touched, key=lambda card: _length(card.place), default=None)
        self._activate(narrowest.key if narrowest else None)

    def _activate(self, key: Hashable) -> None:
        if key == self._active:
            return
        self._active = key
        for card in self.cards:
            card.show_active(card.key == key)
            if card.key == key:
                card.raise_()
        self._again.start()


_UNBOUNDED = (1 << 24) - 1
"""Pixels that Qt lets a widget be wide where nothing bounds it."""


def _length(place: QTextCursor | None) -> int:
    return place.selectionEnd() - place.selectionStart() if place is not None else 0
