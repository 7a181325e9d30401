"""A picture on its way into a story, and its details changed later."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QFileDialog, QWidget

from db.document import PictureUse
from db.errors import NewsroomError, NotFound, one_line
from db.newsroom import Newsroom
from db.values import Account, Picture
from desktop.editor.pictures.crop import upright
from desktop.editor.pictures.dialog import PictureDialog
from desktop.editor.text.body import BodyEdit
from desktop.localization import tr
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor


@dataclass(frozen=True)
class StoredPicture:
    """A picture for its dialog."""

    known: Picture | None = None
    """Record that the newsroom has of it."""
    image: QImage = field(default_factory=QImage)
    """As it is printed, for choosing a part of it; a null image when it is not there."""


class Originals:
    """The stored pictures of a newsroom by their hash."""

    def __init__(self, door: NewsroomDoor) -> None:
        self._door = door

    def find(self, sha256: str, found: Callable[[QImage], None]) -> None:
        """Hand the picture over as it is stored, once it is there; a null image when the newsroom has none."""
        self._door.read(stored_image, sha256, on_done=found)


class PictureActions(QObject):
    """Puts pictures into the body it is given."""

    refused = Signal(str)
    """Reason why a picture is not taken; those after it still are."""

    def __init__(self, door: NewsroomDoor, account: Account, theme: Theme, body: BodyEdit, page: QWidget) -> None:
        super().__init__(page)
        self._door, self._account, self._theme = door, account, theme
        self._body, self._page = body, page
        body.picture_opened.connect(self._on_opened)
        body.pictures_arrived.connect(self._on_arrived)

    @Slot()
    def ask(self) -> None:
        """Ask for a file; its picture is stored, and described before it is put in."""
        kinds = tr("Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.webp)")
        name, _ = QFileDialog.getOpenFileName(self._page, tr("Insert a picture"), "", kinds)
        if name:
            self._add((Path(name),), self._body.textCursor())

    @Slot(object)
    def _on_arrived(self, pictures: Sequence[Path | bytes]) -> None:
        self._add(pictures, self._body.textCursor())

    def _add(self, pictures: Sequence[Path | bytes], place: QTextCursor) -> None:
        """Store pictures one after the other, each described before it is put in where the cursor stood."""
        if pictures:
            done = partial(self._on_added, pictures[1:], place)
            refuse = partial(self._on_refused, pictures[1:], place)
            self._door.write(add_picture, pictures[0], self._account, on_done=done, on_error=refuse)

    def _on_refused(self, others: Sequence[Path | bytes], place: QTextCursor, error: NewsroomError) -> None:
        self.refused.emit(one_line(error))
        self._add(others, place)

    def _on_added(self, others: Sequence[Path | bytes], place: QTextCursor, added: StoredPicture) -> None:
        picture = added.known
        assert picture is not None
        use = PictureUse(sha256=picture.sha256, credit=picture.credit, columns=2)
        dialog = PictureDialog(
            self._theme, use, cutline=picture.caption, known=picture, image=added.image, parent=self._page
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._put_in(dialog, place))
        dialog.finished.connect(lambda _result: self._add(others, place))
        dialog.open()

    def _put_in(self, dialog: PictureDialog, place: QTextCursor) -> None:
        self._body.insert_picture(dialog.picture, dialog.cutline, place)

    @Slot(object)
    def _on_opened(self, use: PictureUse) -> None:
        self._door.read(stored_picture, use.sha256, on_done=partial(self._show, use), key="picture")

    def _show(self, use: PictureUse, stored: StoredPicture) -> None:
        dialog = PictureDialog(self._theme, use, known=stored.known, image=stored.image, parent=self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._body.change_picture(dialog.picture))
        dialog.open()


def add_picture(newsroom: Newsroom, source: Path | bytes, actor: Account) -> StoredPicture:
    """Store a picture; it is ready to be described."""
    return stored_picture(newsroom, newsroom.pictures.add(source, actor=actor).sha256)


def stored_picture(newsroom: Newsroom, sha256: str) -> StoredPicture:
    """A stored picture, upright; an empty one when the newsroom has none of that hash."""
    try:
        return StoredPicture(newsroom.pictures.get(sha256), upright(newsroom.pictures.original(sha256).data))
    except NotFound:
        return StoredPicture()


def stored_image(newsroom: Newsroom, sha256: str) -> QImage:
    """A stored picture as it is; a null image when the newsroom has none of that hash."""
    with suppress(NotFound):
        return QImage.fromData(newsroom.pictures.original(sha256).data)
    return QImage()
