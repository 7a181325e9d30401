"""Copyfitting by what the facts at the side offer: going to the cut, and setting a paragraph tighter or looser."""

from PySide6.QtCore import QObject, Slot

from db.text.anchors import Range
from desktop.editor.side.details import Details
from desktop.editor.text.body import BodyEdit
from exports.typeset.sheet import Copyfit


class Copyfitting(QObject):
    """Does in the body what is chosen there."""

    def __init__(self, body: BodyEdit, details: Details) -> None:
        super().__init__(body)
        self._body = body
        details.cut_wanted.connect(self._on_cut_wanted)
        details.copyfit_wanted.connect(self._on_copyfit_wanted)

    @Slot(object)
    def _on_cut_wanted(self, cut: tuple[int, int]) -> None:
        block, offset = cut
        self._body.show_place(Range(block, offset, offset))

    @Slot(object)
    def _on_copyfit_wanted(self, offer: Copyfit) -> None:
        if not self._body.isReadOnly():
            self._body.show_place(Range(offer.block, 0, 0))
            self._body.set_looseness(offer.lines)
