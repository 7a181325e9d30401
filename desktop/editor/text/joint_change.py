"""A change of several fields at once: undone in one of them it is undone in all, and so it is done again."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextDocument

_State = tuple[int, str]
"""Steps of undo that a document has, and its text: the text alone may come about in another way."""


class JointChange(QObject):
    """Made before the change; `done` is called behind it. What was changed otherwise since stays as it is."""

    def __init__(self, documents: Sequence[QTextDocument], parent: QObject) -> None:
        super().__init__(parent)
        self._documents = documents
        self._before = self._after = self._states()
        self._stands, self._busy = True, False

    def done(self) -> None:
        """The change was made: from now on watch for its undo."""
        self._after = self._states()
        for document, before, after in zip(self._documents, self._before, self._after, strict=True):
            if before != after:
                document.contentsChanged.connect(self._on_contents_changed)

    def _states(self) -> list[_State]:
        return [_state(document) for document in self._documents]

    @Slot()
    def _on_contents_changed(self) -> None:
        aims = self._before if self._stands else self._after
        pairs = zip(self._documents, aims, strict=True)
        if not self._busy and any(one is self.sender() and _is_in(one, aim) for one, aim in pairs):
            self._busy = True
            self._turn(back=self._stands)
            self._stands, self._busy = not self._stands, False

    def _turn(self, *, back: bool) -> None:
        """Undo the change in the other fields, or do it again."""
        for document, before, after in zip(self._documents, self._before, self._after, strict=True):
            if before != after and _is_in(document, after if back else before):
                document.undo() if back else document.redo()


def _state(document: QTextDocument) -> _State:
    return document.availableUndoSteps(), document.toRawText()


def _is_in(document: QTextDocument, state: _State) -> bool:
    """Whether a document is in a state; its text is looked at only where the steps are right, at every letter typed."""
    return document.availableUndoSteps() == state[0] and document.toRawText() == state[1]
