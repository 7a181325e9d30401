"""The views in which a story is written, and the switch between them: the paper's lines, wide, all else gone."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QToolButton, QWidget

from desktop.localization import tr
from desktop.look.theme import GRID
from desktop.widgets.menu_tool import open_menu


class WritingView(StrEnum):
    """What is seen of a story while it is written."""

    GALLEY = "galley"
    WIDE = "wide"
    FOCUS = "focus"


@dataclass(frozen=True)
class ViewTitle:
    """A view in words, with its keys."""

    title: str
    keys: str
    tip: str


VIEWS = {
    WritingView.GALLEY: ViewTitle("Galley", "F8", "The lines as they are printed"),
    WritingView.WIDE: ViewTitle("Wide", "F9", "Plain writing"),
    WritingView.FOCUS: ViewTitle("Focus", "F11", "Only the text"),
}


class ViewSwitch(QWidget):
    """A button for each view, one of them pressed; where there is little room that one alone, with a menu of all."""

    chosen = Signal(object)
    """WritingView"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[WritingView, QToolButton] = {}
        self._actions: dict[WritingView, QAction] = {}
        self._menu = QMenu(self)
        self._row = QHBoxLayout(self)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID)
        group = QActionGroup(self)
        for view, said in VIEWS.items():
            self._row.addWidget(self._build_button(view, said, group))
        group.triggered.connect(self._on_triggered)
        self._wide = sum(button.sizeHint().width() + GRID for button in self.buttons.values())

    def show_view(self, view: WritingView) -> None:
        """Show which one it is."""
        self._actions[view].setChecked(True)
        self._fit()

    def actions_of_views(self) -> list[QAction]:
        """The acts of its buttons, for whoever is seen when they are not."""
        return list(self._actions.values())

    def sizeHint(self) -> QSize:
        """Room for all of them."""
        return QSize(self._wide, 8 * GRID)

    def minimumSizeHint(self) -> QSize:
        """Room for the widest alone."""
        return QSize(max(button.sizeHint().width() for button in self.buttons.values()), 8 * GRID)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < self._wide
        for view, button in self.buttons.items():
            button.setVisible(not narrow or self._actions[view].isChecked())
            open_menu(button, self._menu if narrow else None)

    def _build_button(self, view: WritingView, said: ViewTitle, group: QActionGroup) -> QToolButton:
        action = self._actions[view] = QAction(tr(said.title), self)
        action.setShortcut(QKeySequence(said.keys))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setToolTip(f"{tr(said.tip)} ({said.keys})")
        action.setCheckable(True)
        action.setData(view)
        group.addAction(action)
        self._menu.addAction(action)
        button = self.buttons[view] = QToolButton()
        button.setDefaultAction(action)
        button.setMinimumHeight(8 * GRID)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(WritingView(action.data()))
