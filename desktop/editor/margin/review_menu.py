"""The menu of all that is done with comments and changes, as one table of words and keys."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.localization import tr


@dataclass(frozen=True)
class ReviewAct:
    """One thing to do with what stands in the margin."""

    name: str
    title: str
    keys: str
    tip: str
    checkable: bool = False


REVIEW_ACTS = (
    ReviewAct("comment", "Comment…", "Ctrl+Alt+M", "Comment on the selected words"),
    ReviewAct("next", "Next comment or change", "Alt+PgDown", "Go to the words of the next one"),
    ReviewAct("previous", "Previous comment or change", "Alt+PgUp", "Go to the words of the one before"),
    ReviewAct("keep", "Keep or accept the change", "Ctrl+Alt+K", "Let the change stand that the cursor is in"),
    ReviewAct("back", "Put back or refuse the change", "Ctrl+Alt+B", "Let what was there before stand"),
    ReviewAct("suggest", "Suggest changes", "Ctrl+Alt+G", "Let what you type wait for its writer", checkable=True),
)


class ReviewMenu(QMenu):
    """Offers the acts that it has slots for; its keys hold in the whole page."""

    def __init__(self, slots: Mapping[str, Callable[[], None]], page: QWidget) -> None:
        super().__init__(page)
        self.acts: dict[str, QAction] = {}
        for act in REVIEW_ACTS:
            self.acts[act.name] = self._make(act, page)
            self.acts[act.name].triggered.connect(slots[act.name])

    def _make(self, act: ReviewAct, page: QWidget) -> QAction:
        action = QAction(tr(act.title), self)
        action.setShortcut(QKeySequence(act.keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setToolTip(f"{tr(act.tip)} ({act.keys})")
        action.setCheckable(act.checkable)
        self.addAction(action)
        page.addAction(action)
        return action
