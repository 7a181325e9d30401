"""A picture on its way into a story, and its details changed later."""

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
from desktop.tasks import TaskRunner


class Originals:
    """The stored pictures of a newsroom by their hash."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._pictures = newsroom.pictures

    def image(self, sha256: str) -> QImage:
        """The picture as it is stored; a null image when it is not there."""
        try:
            return QImage.fromData(self._pictures.original(sha256).data)
        except NotFound:
            return QImage()

    def upright(self, sha256: str) -> QImage:
        """The picture as it is printed, for choosing a part of it; a null image when it is not there."""
        try:
            return upright(self._pictures.original(sha256).data)
        except NotFound:
            return QImage()

    def known(self, sha256: str) -> Picture | None:
        """What the newsroom knows of it."""
        try:
            return self._pictures.get(sha256)
        except NotFound:
            return None


class PictureActions(QObject):
    """Puts pictures into the body it is given."""

    def __init__(
        self, newsroom: Newsroom, account: Account, runner: TaskRunner, theme: Theme, body: BodyEdit, page: QWidget
    ) -> None:
        super().__init__(page)
        self._newsroom, self._account, self._runner, self._theme = newsroom, account, runner, theme
        self._body, self._page, self._originals = body, page, Originals(newsroom)
        body.picture_opened.connect(self._on_opened)

    @Slot()
    def ask(self) -> None:
        """Ask for a file; its picture is stored, and described before it is put in."""
        kinds = tr("Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.webp)")
        name, _ = QFileDialog.getOpenFileName(self._page, tr("Insert a picture"), "", kinds)
        if name:
            add = partial(self._newsroom.pictures.add, Path(name), actor=self._account)
            self._runner.run(add, on_done=self._on_added, in_order=True)

    def _on_added(self, picture: Picture) -> None:
        use = PictureUse(sha256=picture.sha256, credit=picture.credit, columns=2)
        image = self._originals.upright(picture.sha256)
        dialog = PictureDialog(self._theme, use, cutline=picture.caption, known=picture, image=image, parent=self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._body.insert_picture(dialog.picture, dialog.cutline))
        dialog.open()

    @Slot(object)
    def _on_opened(self, use: PictureUse) -> None:
        image, known = self._originals.upright(use.sha256), self._originals.known(use.sha256)
        dialog = PictureDialog(self._theme, use, known=known, image=image, parent=self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._body.change_picture(dialog.picture))
        dialog.open()
