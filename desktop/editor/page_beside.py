"""The page beside the text: it follows the cursor, a click on it puts the cursor there, its PDF is made on demand."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRectF, Slot

from db.errors import NewsroomError
from db.values import StoryText
from desktop.editor.form import StoryForm
from desktop.editor.session.assessment import page_of
from desktop.editor.session.story_session import StorySession
from desktop.editor.text.text_ranges import image_length
from desktop.localization import worded
from desktop.newsroom_door import NewsroomDoor
from desktop.preview.preview import Preview
from desktop.tasks import Task
from exports.formats import Format
from exports.typeset.galley.page_places import PagePlaces, TextPlace
from exports.typeset.sheet import Sheet

_RISE = 0.78
"""Rise of the mark over a baseline, in grid lines: from the capitals down to what hangs below."""


class PageBeside(QObject):
    """Puts a text and its pages together."""

    def __init__(
        self, door: NewsroomDoor, work: StorySession, read: Callable[[], StoryText], form: StoryForm, preview: Preview
    ) -> None:
        super().__init__(preview)
        self._door, self._work, self._read = door, work, read
        self._form, self._preview = form, preview
        self._making: Task | None = None
        """The PDF that is being made, or was made last."""
        self._places = PagePlaces(())
        self._line = 0.0
        """Points from line to line."""
        form.body.cursorPositionChanged.connect(self.follow)
        form.body.picture_came.connect(preview.page_view.renew)
        preview.page_view.clicked.connect(self._on_clicked)
        preview.proof_wanted.connect(self._on_proof_wanted)

    def show(self, sheets: tuple[Sheet, ...], fmt: Format) -> None:
        """Show the pages as they are set now, and the place on them that is written in."""
        galley = self._form.galley
        self._places, self._line = PagePlaces(sheets), fmt.baseline
        self._preview.show_pages(sheets, galley.faces, galley.picture)
        self.follow()

    def forget(self) -> None:
        """The story is left: no PDF of it is shown any more, also not one that is still being made."""
        if self._making is not None:
            self._making.cancel()
        self._preview.forget_proof()

    @Slot()
    def follow(self) -> None:
        """Show the page that the cursor stands on, with its line marked."""
        cursor = self._form.body.textCursor()
        block = cursor.block()
        offset = max(cursor.position() - block.position() - image_length(block), 0)
        found = self._places.of(TextPlace("body", block.blockNumber(), offset))
        if found is not None:
            box = QRectF(found.x, found.y - _RISE * self._line, found.width, self._line)
            self._preview.page_view.mark(found.page, box)

    @Slot(int, QPointF)
    def _on_clicked(self, page: int, point: QPointF) -> None:
        place = self._places.at(page, point.x(), point.y())
        if place is not None:
            self._form.go_to_place(place)

    @Slot()
    def _on_proof_wanted(self) -> None:
        """Show its PDF, as it would leave now."""
        if self._work.story is not None:
            self._making = self._door.read(
                page_of, self._work.story, self._read(), on_done=self._preview.show_proof, on_error=self._on_no_proof,
                key="page",
            )  # fmt: skip

    def _on_no_proof(self, error: NewsroomError) -> None:
        self._preview.show_none(worded(error))
