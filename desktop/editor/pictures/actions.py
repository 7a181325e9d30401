"""A picture on its way into a story, and its details changed later."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from db.document import PictureUse
from db.errors import NotFound
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

    def __init__(self, door: NewsroomDoor, account: Account, theme: Theme, body: BodyEdit, page: QWidget) -> None:
        super().__init__(page)
        self._door, self._account, self._theme = door, account, theme
        self._body, self._page = body, page
        body.picture_opened.connect(self._on_opened)

    @Slot()
    def ask(self) -> None:
        """Ask for a file; its picture is stored, and described before it is put in."""
        kinds = tr("Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.webp)")
        name, _ = QFileDialog.getOpenFileName(self._page, tr("Insert a picture"), "", kinds)
        if name:
            self._door.write(add_picture, Path(name), self._account, on_done=self._on_added)

    def _on_added(self, added: StoredPicture) -> None:
        picture = added.known
        assert picture is not None
        use = PictureUse(sha256=picture.sha256, credit=picture.credit, columns=2)
        dialog = PictureDialog(
            self._theme, use, cutline=picture.caption, known=picture, image=added.image, parent=self._page
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._body.insert_picture(dialog.picture, dialog.cutline))
        dialog.open()

    @Slot(object)
    def _on_opened(self, use: PictureUse) -> None:
        self._door.read(stored_picture, use.sha256, on_done=partial(self._show, use), key="picture")

    def _show(self, use: PictureUse, stored: StoredPicture) -> None:
        dialog = PictureDialog(self._theme, use, known=stored.known, image=stored.image, parent=self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._body.change_picture(dialog.picture))
        dialog.open()


def add_picture(newsroom: Newsroom, path: Path, actor: Account) -> StoredPicture:
    """Store a picture; it is ready to be described."""
    return stored_picture(newsroom, newsroom.pictures.add(path, actor=actor).sha256)


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
