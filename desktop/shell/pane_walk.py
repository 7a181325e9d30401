"""F6 goes from pane to pane: of the board its search, views and stories, of a story its text, page and details."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

_BY_KEY = Qt.FocusReason.TabFocusReason


def walk(panes: Sequence[QWidget], steps: int) -> None:
    """Give the keyboard to the next pane that is seen, or the one before; after the last comes the first."""
    seen = [pane for pane in panes if pane.isVisible()]
    focus = QApplication.focusWidget()
    here = next((at for at, pane in enumerate(seen) if focus is not None and _holds(pane, focus)), None)
    first = 0 if steps > 0 else len(seen) - 1
    if seen:
        _enter(seen[first if here is None else (here + steps) % len(seen)])


def _holds(pane: QWidget, focus: QWidget) -> bool:
    return pane is focus or pane.isAncestorOf(focus)


def _enter(pane: QWidget) -> None:
    """The pane itself where it takes the keyboard, else the first in it that does."""
    takes = Qt.FocusPolicy.TabFocus
    inner = [pane, *pane.findChildren(QWidget)]
    found = next((one for one in inner if one.focusPolicy() & takes and one.isVisible() and one.isEnabled()), pane)
    found.setFocus(_BY_KEY)
