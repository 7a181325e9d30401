"""Headline and dek as they stand over their columns, while the body is seen in the lines of the press."""

from itertools import zip_longest

from PySide6.QtCore import QObject, Slot

from desktop.editor.fields import GrowingEdit
from desktop.editor.galley_view import GalleyView
from desktop.editor.text.galley.head_layout import HeadLayout, HeadLook
from desktop.editor.text.galley.line_ends import LineEnds
from desktop.localization import tr


class HeadView(QObject):
    """Puts them into the look of the page, and out of it where they are written plainly or have too little room."""

    def __init__(self, galley: GalleyView, headline: GrowingEdit, dek: GrowingEdit) -> None:
        super().__init__(galley)
        self._galley, self._fields = galley, (headline, dek)
        self._looks: tuple[HeadLook, ...] = ()
        for field in self._fields:
            LineEnds(field)
            field.resized.connect(self._on_resized)
        galley.head_changed.connect(self._on_head_changed)

    @property
    def wanted(self) -> int:
        """Pixels in which all of the columns have room at the size of the text below; 0 in plain writing."""
        return max((look.widest for look in self._looks), default=0)

    @Slot()
    def _on_head_changed(self) -> None:
        self._looks = self._galley.head_looks()
        self._show()

    def _show(self) -> None:
        """Give each field its layout; both have the same room."""
        looks = self._looks if self._is_readable(self._room) else ()
        for field, look in zip_longest(self._fields, looks):
            if look is not None:
                field.lay_out(HeadLayout(field.document(), look, self._room, field.viewport().update))
            elif layout_of(field) is not None:
                field.lay_out(None)
        self._say_scale()

    @property
    def _room(self) -> int:
        return self._fields[0].viewport().width()

    def _is_readable(self, room: int) -> bool:
        return all(look.is_readable(room) for look in self._looks)

    @Slot(int)
    def _on_resized(self, pixels: int) -> None:
        if self._is_readable(pixels) and layout_of(self._fields[0]) is not None:
            for field in self._fields:
                if (layout := layout_of(field)) is not None:
                    layout.give_room(pixels)
            self._say_scale()
        elif self._looks:
            self._show()

    def _say_scale(self) -> None:
        """Say of a field when it is seen smaller than the text below it, for want of room."""
        said = tr("Shown at {share} % of the size of the text below: all of its columns do not fit into this pane")
        for field in self._fields:
            layout = layout_of(field)
            share = layout.share if layout else 1.0
            field.setToolTip(said.format(share=round(share * 100)) if share < 1 else "")


def layout_of(field: GrowingEdit) -> HeadLayout | None:
    """The lines of the press that a field is seen in; None while it is written plainly."""
    layout = field.document().documentLayout()
    return layout if isinstance(layout, HeadLayout) else None
