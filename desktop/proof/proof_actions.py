"""Acts of the proof window, as one table: words, key, where they stand in its menu. The help reads it, too."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.localization import tr


@dataclass(frozen=True)
class ProofAct:
    """One thing to do in the window."""

    name: str
    title: str
    keys: str = ""
    group: str = ""
    """The menu it stands in; empty for the menu itself."""
    switch: bool = False
    """Whether it is on or off."""
    short: str = ""
    """Its title on a button."""


PLATES_MENU, PAGES_MENU, SIZE_MENU, SHOW_MENU = "Plates", "Pages", "Size", "Show"

ACTS = (
    ProofAct("open", "Open a PDF…", "Ctrl+O"),
    ProofAct("reload", "Read again", "F5"),
    ProofAct("outside", "Open in another program"),
    ProofAct("next", "Next page", "Ctrl+PgDown", PAGES_MENU),
    ProofAct("before", "Page before", "Ctrl+PgUp", PAGES_MENU),
    ProofAct("first", "First page", "Ctrl+Home", PAGES_MENU),
    ProofAct("last", "Last page", "Ctrl+End", PAGES_MENU),
    ProofAct("go_to", "Go to page…", "Ctrl+G", PAGES_MENU),
    ProofAct("spread", "Facing pages", "S", PAGES_MENU, switch=True),
    ProofAct("larger", "Larger", "Ctrl++", SIZE_MENU),
    ProofAct("smaller", "Smaller", "Ctrl+-", SIZE_MENU),
    ProofAct("fit_page", "All of the page", "Ctrl+0", SIZE_MENU),
    ProofAct("fit_width", "As wide as the window", "Ctrl+2", SIZE_MENU),
    ProofAct("true_size", "Size of paper (100 %)", "Ctrl+1", SIZE_MENU),
    ProofAct("all_plates", "All plates", "A", PLATES_MENU),
    ProofAct("cyan", "Cyan alone", "C", PLATES_MENU),
    ProofAct("magenta", "Magenta alone", "M", PLATES_MENU),
    ProofAct("yellow", "Yellow alone", "Y", PLATES_MENU),
    ProofAct("black", "Black alone", "K", PLATES_MENU),
    ProofAct("ink", "Ink over the limit", "I", SHOW_MENU, switch=True, short="Ink over limit"),
    ProofAct("boxes", "Boxes", "B", SHOW_MENU, switch=True),
    ProofAct("marks", "Marks beside the page", "T", SHOW_MENU, switch=True, short="Marks"),
    ProofAct("list_pages", "List of pages", "F7", SHOW_MENU, switch=True),
    ProofAct("list_problems", "Press check", "F8", SHOW_MENU, switch=True),
    ProofAct("next_problem", "Next problem", "N", SHOW_MENU),
    ProofAct("problem_before", "Problem before", "Shift+N", SHOW_MENU),
    ProofAct("next_pane", "From pane to pane", "F6", SHOW_MENU),
    ProofAct("close", "Close", "Ctrl+W"),
)

OTHER_KEYS = (
    ("Ctrl+wheel", "Larger, smaller"),
    ("PgDown, PgUp, ← →", "Turn pages"),
    ("Shift+C, M, Y, K", "Add a plate, take it away"),
    ("Double click", "The place in the story’s text"),
)
"""Keys of the window that are no acts of its menu."""

MENUS = (PAGES_MENU, SIZE_MENU, PLATES_MENU, SHOW_MENU)

PROOF_KEYS = (*((act.keys, act.title.rstrip("…")) for act in ACTS if act.keys), *OTHER_KEYS)
"""All keys of the window, for the help."""


def make_proof_actions(owner: QWidget, slots: Mapping[str, Callable[..., object]]) -> dict[str, QAction]:
    """The acts by name, each bound to its slot. Raises KeyError when one has none."""
    return {act.name: _make(act, owner, slots[act.name]) for act in ACTS}


def _make(act: ProofAct, owner: QWidget, slot: Callable[..., object]) -> QAction:
    action = QAction(tr(act.title), owner)
    action.setCheckable(act.switch)
    action.setIconText(tr(act.short or act.title))
    action.setToolTip(f"{tr(act.title)} ({act.keys})" if act.keys else tr(act.title))
    if act.keys:
        action.setShortcut(QKeySequence(act.keys))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    if act.switch:
        action.toggled.connect(slot)
    else:
        action.triggered.connect(slot)
    owner.addAction(action)
    return action


def fill_proof_menu(menu: QMenu, actions: Mapping[str, QAction]) -> None:
    """Put the acts into a menu: those of a group into one of its own."""
    inner = {title: QMenu(tr(title), menu) for title in MENUS}
    for act in ACTS:
        if act.group:
            if menu.actions() and inner[act.group].menuAction() not in menu.actions():
                menu.addMenu(inner[act.group])
            inner[act.group].addAction(actions[act.name])
        else:
            menu.addAction(actions[act.name])
