"""How the open story is written: in which view and how large, remembered for each person; and how long it is by now."""

from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from desktop.editor.form import StoryForm
from desktop.editor.galley_view import USUAL
from desktop.editor.session.assessment import Assessment
from desktop.editor.session.opening import OpenedStory
from desktop.editor.side.length import Length
from desktop.editor.writing_view import WritingView
from desktop.settings import LocalSettings

_VIEW, _SIZE = "view", "size"
"""Names of what is remembered."""

ZOOM_KEYS = {"Ctrl++": 1, "Ctrl+=": 1, "Ctrl+-": -1, "Ctrl+0": 0}
"""Keys by which the text gets larger and smaller by so many steps; by none it is as large as usual."""


class StoryWriting(QObject):
    """Puts the form into the view its person likes, and tells the length of what they write."""

    measured = Signal()
    """The text has another length now."""
    focus_changed = Signal(bool)
    """Whether all but the text is to be gone."""

    def __init__(self, form: StoryForm, settings: LocalSettings | None, login: str) -> None:
        super().__init__(form)
        self._form, self._settings, self._login = form, settings, login
        self._length: Length | None = None
        self.view = self._before = WritingView.WIDE
        form.galley.pixels = self._remembered_size()
        self._connect()
        self.choose(self._remembered_view())

    @Slot(object)
    def choose(self, view: WritingView) -> None:
        """Write in a view from now on; whoever chooses focus again goes back to the view before."""
        focus = WritingView.FOCUS
        if view is self.view is focus:
            view = self._before
        if self.view is not focus:
            self._before = self.view
        self.view = view
        self._form.switch.show_view(view)
        self._form.galley.show(view is WritingView.GALLEY)
        self._form.show_text_alone(view is focus)
        self.focus_changed.emit(view is focus)
        if view is not focus:  # a day does not begin with the header gone
            self._keep(_VIEW, view.value)

    @property
    def size(self) -> int:
        """Pixels of the body text in the galley."""
        return self._form.galley.pixels

    def choose_size(self, pixels: int) -> None:
        """Show the galley in this size from now on."""
        if pixels != self.size:
            self._form.galley.zoom(pixels - self.size)

    @Slot()
    def leave_focus(self) -> None:
        """Bring all else back."""
        if self.view is WritingView.FOCUS:
            self.choose(self._before)

    def open(self, opened: OpenedStory) -> None:
        """Be ready for the lines of a story before its text is shown."""
        self._length = None
        self._form.galley.forget()
        self._form.galley.take(opened.galley, opened.text.language)
        self._form.galley.aim(opened.story.target_lines)

    def look(self, look: Assessment, language: str) -> None:
        """Take up the lines that the pages have, and the length that the press found."""
        galley, press, fit = self._form.galley, look.galley, look.fit
        galley.take(press, language)
        galley.aim(look.story.target_lines)
        if look.setting is not None:
            galley.adopt(look.setting)
        self._form.remark()
        self._length = Length(fit.lines, fit.target, press.fmt.baseline) if fit and press else None

    @property
    def length(self) -> Length:
        """Length of the text on the screen: by the galley where that shows it, else as it was set last."""
        layout = self._form.galley.layout
        if layout is not None and layout.column.settled:
            column = layout.column
            return Length(column.lines, layout.target, column.fmt.baseline, column.words)
        words = self._form.body.words
        return replace(self._length, words=words) if self._length else Length(0, None, 0.0, words)

    def _connect(self) -> None:
        galley = self._form.galley
        self._form.switch.chosen.connect(self.choose)
        self._form.addActions(self._form.switch.actions_of_views())
        self._form.leave_focus.clicked.connect(self.leave_focus)
        galley.measured.connect(self._on_measured)
        galley.zoomed.connect(self._on_zoomed)
        for keys in ZOOM_KEYS:
            shortcut = QShortcut(QKeySequence(keys), self._form)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_zoom_key)

    @Slot()
    def _on_zoom_key(self) -> None:
        shortcut = self.sender()
        if isinstance(shortcut, QShortcut):
            self._form.galley.zoom(ZOOM_KEYS[shortcut.key().toString()])

    @Slot()
    def _on_measured(self) -> None:
        """The galley counts lines at every key; what is only reckoned is not told."""
        layout = self._form.galley.layout
        if layout is not None and layout.column.settled:
            self.measured.emit()

    @Slot(int)
    def _on_zoomed(self, pixels: int) -> None:
        self._keep(_SIZE, str(pixels))

    def _remembered_view(self) -> WritingView:
        name = self._settings.view_of(self._login, _VIEW) if self._settings else ""
        return WritingView(name) if name in list(WritingView) else WritingView.GALLEY

    def _remembered_size(self) -> int:
        with suppress(ValueError):
            return int(self._settings.view_of(self._login, _SIZE)) if self._settings else USUAL
        return USUAL

    def _keep(self, name: str, value: str) -> None:
        if self._settings is not None:
            self._settings.keep_view(self._login, name, value)
