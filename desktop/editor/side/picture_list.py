"""The pictures of a story beside its text: each with its words, its size on paper, and the ways to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from db.document import Document, PictureUse
from desktop.editor.pictures.size_words import size_words
from desktop.localization import tr
from desktop.look.theme import GRID, Theme, set_property
from desktop.widgets.link_label import LinkLabel
from exports.typeset.galley.body_setting import GalleyPress
from exports.typeset.page.picture.printed_size import PrintedSize, printed_size

_THUMB = 20 * GRID
"""Pixels of the longer side of a picture here: it is known again, and its words stand beside it."""


@dataclass(frozen=True)
class ListedPicture:
    """One picture of a story."""

    block: int
    """Number of its block, counted from one."""
    use: PictureUse
    cutline: str
    name: str = ""
    """Of its file; empty where the newsroom has none of it."""
    size: PrintedSize | None = None
    """None where its file or its format is not to be had."""


def listed(body: Document, press: GalleyPress | None) -> list[ListedPicture]:
    """The pictures of a body as a format prints them."""
    found = []
    for number, block in enumerate(body.blocks, 1):
        if block.picture is not None:
            known = press.pictures.get(block.picture.sha256) if press else None
            size = printed_size(block.picture, known, press.fmt) if press and known else None
            found.append(ListedPicture(number, block.picture, block.text, known.name if known else "", size))
    return found


class PictureList(QScrollArea):
    """Shows the pictures it is given, in the order of the text."""

    place_wanted = Signal(str)
    """`block 3` to go to its cutline, `picture 3` for its details."""
    picture_wanted = Signal()
    """A picture is to be put in."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 3 * GRID, 2 * GRID, 3 * GRID)
        self._column.setSpacing(2 * GRID)
        self._shown: list[ListedPicture] = []
        self.setAccessibleName(tr("Pictures"))
        self._find_image: Callable[[PictureUse], QImage] = lambda _use: QImage()
        self._images: dict[int, QLabel] = {}
        self._add = QPushButton(tr("Picture…"))
        self._add.clicked.connect(self.picture_wanted)
        inner = QWidget()
        inner.setLayout(self._column)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Pictures"))

    def find_images(self, find: Callable[[PictureUse], QImage]) -> None:
        """Take images from there; a grey field stands for one that has not come yet."""
        self._find_image = find

    def set_writable(self, writable: bool) -> None:
        """Whether pictures may be put in and changed."""
        self._add.setEnabled(writable)

    def show_pictures(self, pictures: Sequence[ListedPicture]) -> None:
        """Show these; what stands already stays."""
        if list(pictures) == self._shown and self._column.count():
            return
        self._shown = list(pictures)
        self._empty()
        for one in pictures:
            self._column.addWidget(self._build(one))
        if not pictures:
            none = QLabel(tr("No pictures. Drop one on the text, paste it, or choose a file."))
            none.setWordWrap(True)
            set_property(none, "tone", "muted")
            self._column.addWidget(none)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch()
        self.show_images()

    @Slot()
    def show_images(self) -> None:
        """Paint the images anew: one may have come."""
        for one in self._shown:
            image = self._find_image(one.use)
            if not image.isNull() and one.block in self._images:
                small = image.scaled(
                    _THUMB, _THUMB, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
                self._images[one.block].setPixmap(QPixmap.fromImage(small))

    def _empty(self) -> None:
        self._images = {}
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget is not None and widget is not self._add:
                widget.deleteLater()

    def _build(self, one: ListedPicture) -> QFrame:
        card = QFrame()
        card.setProperty("card", "problem")
        row = QHBoxLayout(card)
        row.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        row.setSpacing(3 * GRID)
        image = self._images[one.block] = QLabel()
        image.setFixedSize(_THUMB, _THUMB)
        image.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        row.addWidget(image, 0, Qt.AlignmentFlag.AlignTop)
        words = self._build_words(one)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        card.setAccessibleName(", ".join(said for said, _ in said_of_picture(one)))
        return card

    def _build_words(self, one: ListedPicture) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GRID)
        for said, tone in said_of_picture(one):
            label = QLabel(said)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            set_property(label, "tone", tone)
            column.addWidget(label)
        ways = LinkLabel(
            f'<a href="block {one.block}">{tr("Show")}</a> · <a href="picture {one.block}">{tr("Details…")}</a>'
        )
        ways.linkActivated.connect(self.place_wanted)
        column.addWidget(ways)
        return column


def said_of_picture(one: ListedPicture) -> list[tuple[str, str]]:
    """Lines on a picture, each with its tone: a warning where something is missing or too coarse."""
    lines = [
        (one.cutline, "") if one.cutline else (tr("! No cutline"), "warning"),
        (one.use.credit, "muted") if one.use.credit else (tr("! No credit"), "warning"),
    ]
    if not one.use.alt:
        lines.append((tr("Nobody has written what it shows"), "muted"))
    if one.size is not None:
        words = size_words(one.size, one.use.columns)
        lines.append((f"! {words}", "bad") if one.size.too_coarse else (words, "muted"))
    elif not one.name:
        lines.append((tr("! Its file is not in this newsroom"), "bad"))
    return lines
