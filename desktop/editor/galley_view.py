"""The galley view of a body: put on its document and taken off, as large as one likes, kept true by the press."""

from functools import partial

from PySide6.QtCore import QObject, QRectF, Signal, Slot
from PySide6.QtGui import QImage

from desktop.editor.text.body import BodyEdit
from desktop.editor.text.galley.head_layout import HeadLook
from desktop.editor.text.galley.layout import GalleyLayout, GalleyLook
from desktop.editor.text.galley.line_ends import LineEnds
from desktop.look.press_faces import PressFaces
from desktop.look.theme import Theme
from desktop.spare_time import SpareTime
from exports.typeset.galley.body_setting import BodySetting, GalleyPress
from exports.typeset.galley.galley_column import GalleyColumn
from exports.typeset.galley.head_fit import HeadFit, dek_fit, headline_fit

SMALLEST, USUAL, LARGEST = 11, 18, 48
"""Pixels of body text at 100 %, at the least and at the most: at 18 a column of 9 points reads as a book does."""


class GalleyView(QObject):
    """Shows a body in the lines of a format, or as plain writing."""

    measured = Signal()
    """The body takes other lines now."""
    zoomed = Signal(int)
    """Pixels of body text that the person chose."""
    head_changed = Signal()
    """What stands over the columns is to be seen otherwise: in another format or size, over other columns, or plain."""

    def __init__(self, body: BodyEdit, theme: Theme) -> None:
        super().__init__(body)
        self._body, self._theme = body, theme
        self._faces: PressFaces | None = None
        self._press: GalleyPress | None = None
        self._language = self._byline = self._dateline = ""
        self._target: int | None = None
        self._setting: BodySetting | None = None
        """How the story's pages set it last."""
        self._columns = 0
        """Columns that a story of this format began in last; 0 while none is known."""
        self._wanted = False
        self._layout: GalleyLayout | None = None
        self.pixels = USUAL
        self._line_ends = LineEnds(body)
        body.cursor_elsewhere = self._line_ends.cursor_box
        self._rest = SpareTime(self._set_next, self)
        theme.changed.connect(self._on_theme_changed)
        body.zoom_wanted.connect(self.zoom)

    @property
    def layout(self) -> GalleyLayout | None:
        """The layout that is shown; None while the body is written in as plain text."""
        return self._layout

    @property
    def faces(self) -> PressFaces:
        """Faces of the press, opened when they are first needed."""
        if self._faces is None:
            self._faces = PressFaces()
        return self._faces

    def take(self, press: GalleyPress | None, language: str) -> None:
        """Set a story with these from now on; None where there is no format to set it in."""
        if (press, language) != (self._press, self._language):
            self._columns = self._columns if press and self._press and press.fmt == self._press.fmt else 0
            self._press, self._language, self._setting = press, language, None
            self._lay_out()

    def forget(self) -> None:
        """Another story is opened: nothing is known of its pages."""
        self._setting = None
        if self._layout is not None:
            self._layout.column.forget()

    def show(self, wanted: bool) -> None:
        """Show the lines of the press, or plain writing."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._lay_out()

    def run_in(self, *, byline: str, dateline: str) -> None:
        """Print another byline and dateline with the body."""
        if (byline, dateline) != (self._byline, self._dateline):
            self._byline, self._dateline = byline, dateline
            if self._layout is not None:
                self._layout.run_in(byline=byline, dateline=dateline)

    def aim(self, target: int | None) -> None:
        """Mark what is beyond so many lines."""
        self._target = target
        if self._layout is not None:
            self._layout.show_target(target)

    def adopt(self, setting: BodySetting) -> None:
        """Show the lines that the story's pages have."""
        self._setting = setting
        if self._layout is not None:
            self._layout.adopt(setting)
            self._rest.begin()
        if setting.columns != self._columns:
            self._columns = setting.columns
            self.head_changed.emit()

    def headline_fit(self, text: str) -> HeadFit | None:
        """The lines of a headline, at the size in which it is printed; None while no page is known."""
        if self._press is None or self._setting is None or not text.strip():
            return None
        return headline_fit(text, self._press.fmt, self._setting.columns, self._language)

    def dek_fit(self, text: str) -> HeadFit | None:
        """The lines of a dek; None while no page is known."""
        if self._press is None or self._setting is None or not text.strip():
            return None
        return dek_fit(text, self._press.fmt, self._setting.columns)

    def head_looks(self) -> tuple[HeadLook, ...]:
        """How headline and dek look over their columns; nothing in plain writing, and while no page is known."""
        if self._press is None or not self._wanted or not self._columns:
            return ()
        fmt, columns = self._press.fmt, self._columns
        scale = self.pixels / fmt.styles.body.size
        title = partial(headline_fit, fmt=fmt, columns=columns, language=self._language)
        dek = partial(dek_fit, fmt=fmt, columns=columns)
        return tuple(HeadLook(self._theme, self.faces, fmt, scale, fit) for fit in (title, dek))

    @Slot(int)
    def zoom(self, steps: int) -> None:
        """Show it larger by so many pixels of body text; 0 as large as it usually is."""
        pixels = min(max(self.pixels + steps, SMALLEST), LARGEST) if steps else USUAL
        if pixels != self.pixels:
            self.pixels = pixels
            self.zoomed.emit(pixels)
            self._lay_out()

    # helpers

    def _lay_out(self) -> None:
        press = self._press if self._wanted else None
        self._layout = self._make(press) if press is not None else None
        self._body.lay_out(self._layout)
        if self._layout is not None:
            if self._setting is not None:
                self._layout.adopt(self._setting)
            self._layout.show_target(self._target)
            self._rest.begin()
        self.head_changed.emit()

    def _make(self, press: GalleyPress) -> GalleyLayout:
        column = GalleyColumn(press.fmt, self._language, press.pictures)
        column.run_in(byline=self._byline, dateline=self._dateline)
        look = GalleyLook(self._theme, self.faces, self.picture, self.pixels)
        return GalleyLayout(self._body.document(), column, look, self._on_laid_out)

    def picture(self, sha256: str, part: tuple[float, float, float, float]) -> QImage:
        """The part of a stored picture; a grey field until it is there."""
        return self._body.picture(f"{sha256}?{','.join(map(str, part))}")

    def _on_laid_out(self, box: QRectF | None) -> None:
        """Have painted what is other now: a part of the text, all, or, of an empty box, nothing."""
        viewport = self._body.viewport()
        viewport.update(box.toAlignedRect() & viewport.rect() if box is not None else viewport.rect())
        if self._layout is not None and not self._layout.column.settled:
            self._rest.begin()
        self.measured.emit()

    def _set_next(self) -> bool:
        """Set some of what nobody has seen yet; whether more is left."""
        return self._layout is not None and self._layout.set_next()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._lay_out()
