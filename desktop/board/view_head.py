"""The head over the stories of a view: its heading, chips that say which are seen and in what order, and buttons."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from db.story.card_lists import CardOrder
from desktop.board.delegate import GUTTER
from desktop.board.story_list import StoryList
from desktop.board.views import SORT_TITLES, ViewChoice
from desktop.localization import in_order, tr
from desktop.look.fonts import HEADING_SIZE
from desktop.look.icons import dress
from desktop.look.theme import GRID, Theme, set_property
from desktop.widgets.choice_menu import fill_choices
from desktop.widgets.menu_tool import open_menu


class ViewHead(QWidget):
    """Shows a choice it is given, and says which other one is wanted."""

    choice_wanted = Signal(object)
    """ViewChoice: another than the one it shows."""

    def __init__(self, theme: Theme, listing: StoryList) -> None:
        """`listing` has the columns that one of the chips offers."""
        super().__init__()
        self._theme, self._listing = theme, listing
        self._choice = ViewChoice()
        self._names: Mapping[str, str] = {}
        self._heading = QLabel()
        self._sort, self._writer, self._fields = QPushButton(), QPushButton(), QPushButton(tr("Columns"))
        self._added = list[QPushButton]()
        self.views, self.more, self._whole, self._listed = QToolButton(), QPushButton(), True, False
        self._row, self._chips, self._buttons = QHBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._build()

    @property
    def choices(self) -> list[QPushButton]:
        """The chips, from the left."""
        return [self._sort, self._writer, *self._added, self._fields]

    def show_choice(self, heading: str, choice: ViewChoice, names: Mapping[str, str]) -> None:
        """Show what a view is called and what was chosen of it; `names` has its writers, by login."""
        self._choice, self._names = choice, names
        self._heading.setText(heading)
        self.views.setText(heading)
        self._sort.setText(tr(SORT_TITLES[choice.sort]))
        self._writer.setText(names.get(choice.writer, choice.writer) or tr("Anyone"))

    def show_listed(self, *, listed: bool) -> None:
        """Offer what is to be chosen of stories that stand row by row, or on cards."""
        self._listed = listed
        self._show_chips()

    def show_whole(self, whole: bool) -> None:
        """Show each choice by itself; where there is little room, views behind the heading and the rest in a menu."""
        self._whole = whole
        self._heading.setVisible(whole)
        self.views.setVisible(not whole)
        self._show_chips()

    def _show_chips(self) -> None:
        needed = {self._sort: not self._listed, self._fields: self._listed}
        for chip in self.choices:
            chip.setVisible(self._whole and needed.get(chip, True))
        self.more.setVisible(not self._whole)

    def add_chip(self, chip: QPushButton, tip: str) -> None:
        """Put another choice beside those of order and writer."""
        self._added.append(chip)
        self._chips.insertWidget(self._chips.indexOf(self.more), _as_chip(chip, tip, self._theme))

    def add_button(self, button: QPushButton) -> None:
        """Put a button right of the heading, before the switch."""
        self._buttons.addWidget(button)

    def add_switch(self, switch: QWidget) -> None:
        """Put the switch between board and list at the right end of the heading."""
        self._row.addWidget(switch)
        self._row.addSpacing(GUTTER)

    def _build(self) -> None:
        self._heading.setFont(self._theme.fonts.printed(HEADING_SIZE, weight=QFont.Weight.Bold))
        row = self._row
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(self._heading)
        row.addWidget(self._build_views())
        row.addSpacing(GRID)
        self._build_chips()
        for part in (self._chips, self._buttons):
            part.setSpacing(2 * GRID)
        row.addLayout(self._chips)
        row.addStretch()
        row.addLayout(self._buttons)

    def _build_chips(self) -> None:
        for chip, tip, fill in (
            (self._sort, tr("The order of cards"), self._fill_sort_menu),
            (self._writer, tr("Show the stories of one writer"), self._fill_writer_menu),
            (self._fields, tr("The columns of the list"), self._fill_fields_menu),
        ):
            menu = QMenu(chip)
            menu.aboutToShow.connect(fill)
            chip.setMenu(menu)
            self._chips.addWidget(_as_chip(chip, tip, self._theme))
        self._chips.addWidget(_as_chip(self.more, tr("Order, writer and saved searches"), self._theme))
        self.more.setText(tr("Show"))
        self.more.setMenu(QMenu(self.more))
        self.more.menu().aboutToShow.connect(self._fill_more)
        self.show_whole(True)

    def _build_views(self) -> QToolButton:
        self.views.setFont(self._heading.font())
        self.views.setToolTip(tr("Other views"))
        open_menu(self.views, QMenu(self.views))
        self.views.menu().setLayoutDirection(QApplication.layoutDirection())
        self.views.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        _put_sign_behind(self.views, self._theme)
        return self.views

    @Slot()
    def _fill_more(self) -> None:
        """Each choice with the menu of its own."""
        menu = self.more.menu()
        menu.clear()
        for chip in (self._fields if self._listed else self._sort, self._writer, *self._added):
            chip.menu().setTitle(chip.text())
            menu.addMenu(chip.menu())

    @Slot()
    def _fill_sort_menu(self) -> None:
        titles = {sort.value: tr(title) for sort, title in SORT_TITLES.items()}
        fill_choices(self._sort.menu(), titles, self._choice.sort.value).triggered.connect(self._on_sort)

    @Slot()
    def _fill_writer_menu(self) -> None:
        names = dict(in_order(self._names.items(), lambda item: item[1]))
        titles = {"": tr("Anyone")} | names
        fill_choices(self._writer.menu(), titles, self._choice.writer).triggered.connect(self._on_writer)

    @Slot()
    def _fill_fields_menu(self) -> None:
        menu = self._fields.menu()
        menu.clear()
        menu.addActions(self._listing.column_actions(menu))

    @Slot(QAction)
    def _on_sort(self, action: QAction) -> None:
        self.choice_wanted.emit(replace(self._choice, sort=CardOrder(action.data())))

    @Slot(QAction)
    def _on_writer(self, action: QAction) -> None:
        self.choice_wanted.emit(replace(self._choice, writer=action.data()))


def _as_chip(button: QPushButton, tip: str, theme: Theme) -> QPushButton:
    set_property(button, "kind", "chip")
    button.setToolTip(tip)
    if button.menu() is not None:
        button.menu().setLayoutDirection(QApplication.layoutDirection())  # not that of the chip, which is turned round
    _put_sign_behind(button, theme)
    return button


def _put_sign_behind(button: QAbstractButton, theme: Theme) -> None:
    """Let the sign of a menu stand behind the words."""
    left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    button.setLayoutDirection(right if QApplication.layoutDirection() is left else left)
    dress(button, "chevron-down", theme, "muted")
