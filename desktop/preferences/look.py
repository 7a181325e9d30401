"""One's own look of the program: theme, language, and how a story is shown while one writes."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFormLayout, QMenu, QWidget

from db.values import Account
from desktop.editor.galley_view import LARGEST, SMALLEST
from desktop.editor.writing import StoryWriting
from desktop.editor.writing_view import VIEWS, WritingView
from desktop.localization import tr
from desktop.look.theme import GRID, Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.preferences.page import PreferencesPage, field_label
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.number import NumberField


class LookPage(PreferencesPage):
    """Each choice counts at once, and is that of the menus and keys which change the same."""

    name, title, about = "look", "Look", "How Galley looks and speaks here. This is yours, on this computer."
    for_chief = False

    def __init__(self, door: NewsroomDoor, account: Account, theme: Theme) -> None:
        super().__init__(door, account, theme)
        self._writing: StoryWriting | None = None
        self.choices: list[ChoiceBox] = []
        self.view, self.pixels = ChoiceBox(), NumberField(minimum=SMALLEST, maximum=LARGEST)
        self.pixels.setSuffix(f" {tr('pixels')}")
        for view, words in VIEWS.items():
            self.view.addItem(f"{tr(words.title)} ({words.keys})", view)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(4 * GRID)
        self._form.setVerticalSpacing(3 * GRID)
        self._add(tr("Stories are written in"), self.view)
        self._add(tr("Size of the galley"), self.pixels)
        self.body.addLayout(self._form)
        self.body.addStretch()
        self.view.activated.connect(self._on_view)
        self.pixels.valueChanged.connect(self._on_size)
        self.view.setEnabled(False)
        self.pixels.setEnabled(False)

    def show_menus(self, menus: Sequence[QMenu]) -> None:
        """Offer what menus offer of which one entry holds at a time: choosing it here does what it does there."""
        for row, menu in enumerate(menus):
            box = ChoiceBox()
            for action in menu.actions():
                box.addItem(action.text().replace("&", ""), action)
                if action.isChecked():
                    box.setCurrentIndex(box.count() - 1)
            box.activated.connect(self._on_entry)
            self.choices.append(box)
            self._add(menu.title().replace("&", ""), box, row)

    def show_writing(self, writing: StoryWriting) -> None:
        """Show how stories are written now, and change it from now on."""
        self.view.setCurrentIndex(self.view.findData(writing.view))
        self.pixels.setValue(writing.size)
        self._writing = writing
        self.view.setEnabled(True)
        self.pixels.setEnabled(True)

    def _add(self, title: str, field: QWidget, row: int = -1) -> None:
        field.setAccessibleName(title)
        self._form.insertRow(row, field_label(title), field)

    @Slot(int)
    def _on_entry(self, row: int) -> None:
        box = self.sender()
        action = box.itemData(row) if isinstance(box, ChoiceBox) else None
        if isinstance(action, QAction):
            action.trigger()

    @Slot(int)
    def _on_view(self, row: int) -> None:
        wanted = WritingView(self.view.itemData(row))
        if self._writing is not None and wanted is not self._writing.view:
            self._writing.choose(wanted)

    @Slot(int)
    def _on_size(self, pixels: int) -> None:
        if self._writing is not None:
            self._writing.choose_size(pixels)
