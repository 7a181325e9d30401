"""The panes of the story page: page and details fold away by a key, and all but the text where one wants that."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.editor.header import StoryHeader
from desktop.look.theme import GRID
from desktop.settings import LocalSettings

PAGE_KEYS, DETAILS_KEYS = "Ctrl+Alt+P", "Ctrl+Alt+D"
_ROOM_FOR_PAGE = 253 * GRID
"""Pixels under which text, page and details do not stand side by side: each as narrow as its buttons let it be."""
_ROOM_FOR_DETAILS = 204 * GRID
"""Pixels under which no details stand beside the text: page or details take its place then, one at a time."""
_FOLDED = "folded"
"""What is remembered of a pane that is folded."""


class StoryPanes(QObject):
    """Says which of them are seen; what a person folded is remembered."""

    def __init__(
        self, page: QWidget, header: StoryHeader, form: QWidget, preview: QWidget, details: QWidget,
        settings: LocalSettings | None, login: str,
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._page, self._header, self._form, self._preview, self._details = page, header, form, preview, details
        self._settings, self._login = settings, login
        self._folded = {name for name in ("page", "details") if self._remembered(name)}
        self._alone = False
        self._instead = ""
        """Pane that is seen in the place of the text, where there is room for one alone."""
        header.details_requested.connect(self.fold_details)
        for keys, slot in ((PAGE_KEYS, self.fold_page), (DETAILS_KEYS, self.fold_details)):
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(slot)

    def show_text_alone(self, alone: bool) -> None:
        """Let all but the text be gone, or come back."""
        self._alone = alone
        self.fit()

    @Slot()
    def fold_page(self) -> None:
        """Fold the page away, or bring it back."""
        self._fold("page")

    @Slot()
    def fold_details(self) -> None:
        """Fold the details away, or bring them back."""
        self._fold("details")

    def fit(self) -> None:
        """On a small screen, or where all is drawn large, the text needs the room of the page beside it."""
        seen = set() if self._alone else self._seen_beside() if self._roomy else {self._instead}
        self._header.setVisible(not self._alone)
        self._header.show_details(None if self._roomy else self._instead == "details")
        self._preview.setVisible("page" in seen)
        self._details.setVisible("details" in seen)
        self._form.setVisible(self._roomy or self._alone or not self._instead)

    @Slot()
    def show_text(self) -> None:
        """Bring the text back where something stands in its place."""
        self._instead = ""
        self.fit()

    @property
    def _roomy(self) -> bool:
        """Whether anything stands beside the text."""
        return self._page.width() >= _ROOM_FOR_DETAILS

    def _seen_beside(self) -> set[str]:
        """The panes beside the text: the page where there is room, and none that is folded."""
        roomy = self._page.width() >= _ROOM_FOR_PAGE or "details" in self._folded
        return {name for name in ("page", "details") if name not in self._folded and (roomy or name != "page")}

    def _fold(self, name: str) -> None:
        if not self._roomy:
            self._instead = "" if self._instead == name else name
            self.fit()
            return
        self._folded ^= {name}
        if self._settings is not None:
            self._settings.keep_view(self._login, name, _FOLDED if name in self._folded else "")
        self.fit()

    def _remembered(self, name: str) -> bool:
        return self._settings is not None and self._settings.view_of(self._login, name) == _FOLDED
