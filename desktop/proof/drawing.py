"""Plates and pages drawn by Qt's PDF library, in the process of `db/sandbox.py`: a file may be made to break a reader.

Plain values go in and bytes come back, so nothing here needs an application or a display.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

from db.errors import Unreadable
from exports.pdf.plates.separate import PlatePages

if TYPE_CHECKING:
    from PIL import Image


@dataclass(frozen=True)
class Part:
    """A part of a page, in pixels of the whole page drawn at that size."""

    page: tuple[int, int]
    x: int
    y: int
    width: int
    height: int
    counted: tuple[int, int, int, int] = (0, 0, 0, 0)
    """Left, top, right and bottom, in pixels of the part, of what counts when ink is measured."""

    def within(self, most: int) -> "Part":
        """The part in no more than so many pixels: coarser where it has more."""
        if self.width * self.height <= most:
            return self
        share = (most / (self.width * self.height)) ** 0.5
        page, counted = (_scaled(one, share) for one in (self.page, self.counted))
        x, y, width, height = _scaled((self.x, self.y, self.width, self.height), share)
        return Part((page[0], page[1]), x, y, width, height, (counted[0], counted[1], counted[2], counted[3]))


def _scaled(numbers: tuple[int, ...], share: float) -> tuple[int, ...]:
    return tuple(int(number * share) for number in numbers)


@dataclass(frozen=True)
class Drawn:
    """A part of a page as it is seen."""

    part: Part
    pixels: bytes
    """RGB, row after row without gaps."""
    films: dict[str, bytes]
    """The same part of each plate in grey, white being paper."""
    over: bytes = b""
    """White where there is more ink than the limit; empty when nobody asked."""
    most: int = 0
    """The most ink of all, in percent, when somebody asked."""


def hold_library() -> None:
    """Let the library that draws PDFs be there before memory is bounded: it takes its addresses when it begins."""
    _library()


@lru_cache(maxsize=1)
def _library() -> QPdfDocument:
    return QPdfDocument()


def draw_plates(
    pages: PlatePages, part: Part, shown: frozenset[str], limit: float | None, films: dict[str, bytes] | None = None
) -> Drawn:
    """A part of a page in the plates that are shown; with a limit, where there is more ink than that on all of them.

    Films of that part that were drawn before need not be drawn again.
    """
    from exports.pdf.plates.soft_proof import over_limit, seen

    known = _films(pages, part) if films is None else _read_again(films, part)
    look = seen(known, pages.plates, shown, pages.profile)
    mask, most = over_limit(known, limit, part.counted) if limit is not None else (None, 0)
    raw = films or {name: film.tobytes() for name, film in known.items()}
    return Drawn(part, look.tobytes(), raw, mask.tobytes() if mask else b"", most)


def _films(pages: PlatePages, part: Part) -> "dict[str, Image.Image]":
    document, _buffer = _opened(pages.data)
    return {plate.name: _film(document, number, part) for number, plate in enumerate(pages.plates)}


def _read_again(films: dict[str, bytes], part: Part) -> "dict[str, Image.Image]":
    from PIL import Image

    return {name: Image.frombytes("L", (part.width, part.height), film) for name, film in films.items()}


def draw_thumbnails(data: bytes, pages: tuple[int, ...], side: int) -> list[tuple[int, int, bytes]]:
    """Pages in RGB, no side longer than so many pixels, each with its width and height: quick, colours by and large."""
    document, _buffer = _opened(data)
    return [_thumbnail(document, page, side) for page in pages]


def _thumbnail(document: QPdfDocument, page: int, side: int) -> tuple[int, int, bytes]:
    size = (
        document.pagePointSize(page)
        .scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)
        .toSize()
        .expandedTo(QSize(1, 1))
    )
    image = _on_paper(document.render(page, size), size).convertToFormat(QImage.Format.Format_RGB888)
    return size.width(), size.height(), _read(image, "RGB").tobytes()


def _film(document: QPdfDocument, page: int, part: Part) -> "Image.Image":
    size, options = QSize(part.width, part.height), QPdfDocumentRenderOptions()
    options.setScaledSize(QSize(*part.page))
    # Qt takes the last pixel of the rectangle for its width: one more, or the page is drawn a pixel too small
    options.setScaledClipRect(QRect(part.x, part.y, part.width + 1, part.height + 1))
    image = _on_paper(document.render(page, size, options), size).convertToFormat(QImage.Format.Format_Grayscale8)
    return _read(image, "L")


def _on_paper(drawn: QImage, size: QSize) -> QImage:
    """What is drawn, on white."""
    if drawn.isNull():
        raise Unreadable("The page cannot be drawn.")
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper


def _read(image: QImage, mode: str) -> "Image.Image":
    """A picture of Qt, whose rows end at whole words, as one of Pillow."""
    from PIL import Image

    size = (image.width(), image.height())
    return Image.frombytes(mode, size, bytes(image.constBits()), "raw", mode, image.bytesPerLine(), 1)


def _opened(data: bytes) -> tuple[QPdfDocument, QBuffer]:
    """A PDF with the buffer it is read from, which must stay as long."""
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if document.error() is not QPdfDocument.Error.None_ or not document.pageCount():
        raise Unreadable("The file is not a PDF that can be drawn.")
    return document, buffer
