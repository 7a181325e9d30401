"""The page as it will be printed, in a pane of its own: clean while one writes, or with all that a proof carries.

The clean page is painted from its sheets and no file; the proof is the PDF as it would leave now, made when it is
looked at.
"""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.localization import count, tr
from desktop.look.press_faces import PressFaces
from desktop.look.press_painter import FindPicture
from desktop.look.theme import GRID, Theme
from desktop.preview.page_view import PageView
from desktop.widgets.parted_label import PartedLabel
from exports.typeset.sheet import Sheet

_STEP, _LEAST, _MOST = 1.25, 0.1, 8.0


class _Shade(QWidget):
    """Lies over a page and darkens its paper by night, so that it does not glare; what is printed stays readable."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        over.installEventFilter(self)
        theme.changed.connect(self.update)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as what it lies on."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.resize(watched.size())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(self.rect(), self._theme.color("page_shade"))


class Preview(QWidget):
    """Shows the pages of a story, or the bytes of their PDF; the place in them stays when others follow."""

    proof_wanted = Signal()
    """The PDF of what is shown is to be looked at: `show_proof` shows it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("bar", "desk")
        self._document, self._buffer = QPdfDocument(self), QBuffer(self)
        self.view, self.page_view = QPdfView(self), PageView(theme, self)
        self._pages, self._none = PartedLabel(theme), QLabel()
        self.before, self.behind = QToolButton(), QToolButton()
        self.smaller, self.larger, self.fit = QToolButton(), QToolButton(), QToolButton()
        self.proof = QToolButton()
        self.proof.setCheckable(True)
        self._has_page = False
        self._shade = _Shade(theme, self.view.viewport())
        self._build()
        self._connect()
        self._draw()

    @property
    def pages(self) -> int:
        """Number of pages that are shown."""
        return self.page_view.pages if self._has_page else 0

    def show_pages(self, sheets: Sequence[Sheet], faces: PressFaces, find_picture: FindPicture) -> None:
        """Show pages by their sheets; where the proof is looked at, it is asked for."""
        self.page_view.show_sheets(sheets, faces, find_picture)
        self._swap(has_page=True)
        if self.proof.isChecked():
            self.proof_wanted.emit()

    def show_proof(self, data: bytes) -> None:
        """Show the PDF."""
        place = (self.view.horizontalScrollBar().value(), self.view.verticalScrollBar().value())
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self.view.horizontalScrollBar().setValue(place[0])
        self.view.verticalScrollBar().setValue(place[1])

    def forget_proof(self) -> None:
        """The story is left: the PDF is of no page that will be shown."""
        self._document.close()

    def show_none(self, why: str) -> None:
        """Say why there is no page."""
        self._none.setText(why)
        self._swap(has_page=False)

    def _swap(self, *, has_page: bool) -> None:
        self._has_page, proof = has_page, self.proof.isChecked()
        self.view.setVisible(has_page and proof)
        self.page_view.setVisible(has_page and not proof)
        self._none.setVisible(not has_page)
        for button in (self.smaller, self.larger, self.fit, self.proof):
            button.setEnabled(has_page)
        self._count()

    @Slot()
    def _count(self) -> None:
        """Which page of how many it is, and the ways to the others."""
        number, page, proof = self.pages, self.page_view.page, self.proof.isChecked()
        said = count(number, "{n} page", "{n} pages")
        if number > 1 and not proof:
            said = tr("Page {n} of {all}").format(n=page + 1, all=number)
        self._pages.say(said if number else "")
        for button, more in ((self.before, page > 0), (self.behind, page < number - 1)):
            button.setVisible(number > 1 and not proof)
            button.setEnabled(more)

    def _build(self) -> None:
        self.view.setDocument(self._document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.view.setFrameShape(QPdfView.Shape.NoFrame)
        self.view.setPageSpacing(3 * GRID)
        for view in (self.view, self.page_view):
            view.setAccessibleName(tr("The page as it will be printed"))
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        bar = QHBoxLayout()
        bar.setContentsMargins(3 * GRID, GRID, 2 * GRID, GRID)
        bar.setSpacing(GRID)
        bar.addWidget(self.before)
        bar.addWidget(self._pages)
        bar.addWidget(self.behind)
        bar.addStretch()
        bar.addWidget(self.proof)
        for button, text, tip in (
            (self.before, "‹", tr("The page before")), (self.behind, "›", tr("The next page")),
            (self.proof, tr("Proof"), tr("Marks, and PROOF across what is not approved")),
            (self.smaller, "−", tr("Smaller")), (self.fit, tr("Fit"), tr("Fit the page into the pane")),
            (self.larger, "+", tr("Larger")),
        ):  # fmt: skip
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
        for button in (self.smaller, self.fit, self.larger):
            bar.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.page_view, 1)
        layout.addWidget(self._none, 1)
        layout.addLayout(bar)
        self.show_none(tr("The page appears here."))

    def _connect(self) -> None:
        self.smaller.clicked.connect(self._on_smaller)
        self.larger.clicked.connect(self._on_larger)
        self.fit.clicked.connect(self._on_fit)
        self.proof.toggled.connect(self._on_proof)
        self.before.clicked.connect(self._on_before)
        self.behind.clicked.connect(self._on_behind)
        self.page_view.page_changed.connect(self._count)
        self._theme.changed.connect(self._draw)

    def changeEvent(self, event: QEvent) -> None:
        """A style sheet that is set anew gives the page's surround the colours it had at first."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            QTimer.singleShot(0, self, self._draw)

    @Slot()
    def _draw(self) -> None:
        """The desk round the page."""
        palette = self.view.palette()
        for role in (QPalette.ColorRole.Dark, QPalette.ColorRole.Window, QPalette.ColorRole.Base):
            palette.setColor(role, self._theme.color("desk"))
        self.view.setPalette(palette)

    @Slot()
    def _on_smaller(self) -> None:
        self._zoom(1 / _STEP)

    @Slot()
    def _on_larger(self) -> None:
        self._zoom(_STEP)

    @Slot()
    def _on_fit(self) -> None:
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.page_view.fit()

    @Slot()
    def _on_before(self) -> None:
        self.page_view.go_to(self.page_view.page - 1)

    @Slot()
    def _on_behind(self) -> None:
        self.page_view.go_to(self.page_view.page + 1)

    @Slot(bool)
    def _on_proof(self, wanted: bool) -> None:
        self._swap(has_page=self._has_page)
        if wanted and self._has_page:
            self.proof_wanted.emit()

    def _zoom(self, step: float) -> None:
        if not self.proof.isChecked():
            self.page_view.zoom(step)
            return
        if self.view.zoomMode() is not QPdfView.ZoomMode.Custom:
            self.view.setZoomFactor(self._fitted())
            self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(self.view.zoomFactor() * step, _LEAST), _MOST))

    def _fitted(self) -> float:
        """The zoom at which the first page fits the pane; 1 shows a point of paper as the screen's own size says."""
        size, room = self._document.pagePointSize(0), self.view.viewport().size()
        inch = self.logicalDpiX() / 72
        if size.isEmpty():
            return 1.0
        return min(room.width() / (size.width() * inch), room.height() / (size.height() * inch))
