"""A picture on its way into a story, and its details changed later."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QFileDialog, QWidget

from db.document import PictureUse
from db.errors import NewsroomError, NotFound
from db.newsroom import Newsroom
from db.values import Account, Picture, Progress, no_progress
from desktop.editor.pictures.crop import for_screen, upright
from desktop.editor.pictures.dialog import PictureDialog
from desktop.editor.text.body import BodyEdit
from desktop.localization import count, tr, worded
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.tasks import Task
from desktop.widgets.message import Message, Tone
from exports.formats import Format

_SAID_AFTER = 0.5
"""Seconds after which it is said that a picture is read: a photograph of a usual size is read in less."""


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


@dataclass
class ArrivingPictures:
    """Pictures that were brought together, and where they are to stand."""

    waiting: list[Path | bytes]
    """The first is being read."""
    place: QTextCursor
    begun: float = 0.0
    said: bool = False
    """Whether it was said that one is read."""
    task: Task | None = None


class PictureActions(QObject):
    """Puts pictures into the body it is given. They are read beside all else: what is typed meanwhile is stored."""

    said = Signal(object)
    """Message: a picture is being read, or why one is not taken; those after it still are."""

    def __init__(self, door: NewsroomDoor, account: Account, theme: Theme, body: BodyEdit, page: QWidget) -> None:
        super().__init__(page)
        self._door, self._account, self._theme = door, account, theme
        self._body, self._page = body, page
        self._arriving: ArrivingPictures | None = None
        self.fmt: Format | None = None
        """The format that the story is set in; None while it is not known."""
        body.picture_opened.connect(self._on_opened)
        body.pictures_arrived.connect(self._on_arrived)

    @Slot()
    def ask(self) -> None:
        """Ask for a file; its picture is stored, and described before it is put in."""
        kinds = tr("Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.webp)")
        name, _ = QFileDialog.getOpenFileName(self._page, tr("Insert a picture"), "", kinds)
        if name:
            self._on_arrived((Path(name),))

    def forget(self) -> None:
        """The story is left: pictures that are still read are put into no other one."""
        if self._arriving is not None:
            self._end(self._arriving)

    @Slot(object)
    def _on_arrived(self, pictures: Sequence[Path | bytes]) -> None:
        self.forget()
        self._arriving = ArrivingPictures(list(pictures), self._body.textCursor())
        self._read_next(self._arriving)

    def _read_next(self, arriving: ArrivingPictures) -> None:
        """Store pictures one after the other, each described before it is put in where the cursor stood."""
        if not arriving.waiting:
            self._end(arriving)
            return
        arriving.begun = monotonic()
        arriving.task = self._door.read(
            add_picture, arriving.waiting[0], self._account, on_done=partial(self._on_added, arriving),
            on_error=partial(self._on_refused, arriving), on_progress=partial(self._on_progress, arriving),
        )  # fmt: skip

    def _on_progress(self, arriving: ArrivingPictures, _share: float) -> None:
        """Say that one is read, once it takes a while, with the way to stop."""
        if not arriving.said and monotonic() - arriving.begun >= _SAID_AFTER:
            arriving.said = True
            text = tr("Reading {name} …").format(name=_name_of(arriving.waiting[0]))
            self.said.emit(Message(text, Tone.NOTE, tr("Stop"), partial(self._stop, arriving)))

    def _stop(self, arriving: ArrivingPictures) -> None:
        if self._arriving is arriving:
            self._end(arriving)
            self.said.emit(Message(tr("No picture was put in."), Tone.NOTE))

    def _end(self, arriving: ArrivingPictures) -> None:
        if arriving.task is not None:
            arriving.task.cancel()
        self._arriving = None

    def _on_refused(self, arriving: ArrivingPictures, error: NewsroomError) -> None:
        arriving.said = False
        self.said.emit(Message(worded(error), Tone.REFUSED))
        self._go_on(arriving)

    def _go_on(self, arriving: ArrivingPictures) -> None:
        """With the next one, unless the story was left meanwhile."""
        if self._arriving is arriving:
            del arriving.waiting[0]
            self._read_next(arriving)

    def _on_added(self, arriving: ArrivingPictures, added: StoredPicture) -> None:
        picture = added.known
        assert picture is not None
        if arriving.said:
            arriving.said = False
            self.said.emit(Message(tr("{name} is read.").format(name=picture.name), Tone.DONE))
        use = PictureUse(sha256=picture.sha256, credit=picture.credit, alt=picture.alt, columns=2)
        dialog = PictureDialog(
            self._theme,
            use,
            cutline=picture.caption,
            known=picture,
            image=added.image,
            fmt=self.fmt,
            parent=self._page,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._put_in(dialog, arriving))
        dialog.rejected.connect(lambda: self._on_rejected(arriving))
        dialog.open()

    def _put_in(self, dialog: PictureDialog, arriving: ArrivingPictures) -> None:
        """Put it in, if the text can still be written: it may have been taken over while the dialog was open."""
        if self._body.isReadOnly() or self._arriving is not arriving:
            self.said.emit(Message(tr("The picture was not put in: you cannot write here now."), Tone.REFUSED))
            return
        self._body.insert_picture(dialog.picture, dialog.cutline, arriving.place)
        self._go_on(arriving)

    def _on_rejected(self, arriving: ArrivingPictures) -> None:
        """Whoever cancels one of many is not asked for each of the others."""
        others = len(arriving.waiting) - 1
        if others and self._arriving is arriving:
            text = count(others, "{n} more picture waits to be put in.", "{n} more pictures wait to be put in.")
            self.said.emit(Message(text, Tone.NOTE, tr("Go on"), partial(self._go_on, arriving)))
        else:
            self._go_on(arriving)

    @Slot(object)
    def _on_opened(self, use: PictureUse) -> None:
        self._door.read(stored_picture, use.sha256, on_done=partial(self._show, use), key="picture")

    def _show(self, use: PictureUse, stored: StoredPicture) -> None:
        dialog = PictureDialog(
            self._theme, use, known=stored.known, image=stored.image, fmt=self.fmt, parent=self._page
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._body.change_picture(dialog.picture))
        dialog.open()


def add_picture(
    newsroom: Newsroom, source: Path | bytes, actor: Account, *, progress: Progress = no_progress
) -> StoredPicture:
    """Store a picture; it is ready to be described. `progress` may end it."""
    return stored_picture(newsroom, newsroom.pictures.add(source, actor=actor, watch=progress).sha256)


def _name_of(source: Path | bytes) -> str:
    return source.name if isinstance(source, Path) else tr("the picture")


def stored_picture(newsroom: Newsroom, sha256: str) -> StoredPicture:
    """A stored picture, upright; an empty one when the newsroom has none of that hash."""
    try:
        return StoredPicture(newsroom.pictures.get(sha256), upright(newsroom.pictures.original(sha256).data))
    except NotFound:
        return StoredPicture()


def stored_image(newsroom: Newsroom, sha256: str) -> QImage:
    """A stored picture as it lies in its file; a null image when the newsroom has none of that hash."""
    with suppress(NotFound):
        return for_screen(newsroom.pictures.original(sha256).data)
    return QImage()
