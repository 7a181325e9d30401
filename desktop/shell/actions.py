"""Actions of the window, as one table: words, shortcut, icon. Menus, buttons and the help read it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from db.acts import Act, why_never
from db.stages import Role
from desktop.editor.margin.review_menu import REVIEW_ACTS
from desktop.editor.panes import DETAILS_KEYS, PAGE_KEYS
from desktop.editor.proofreading.remark_menu import BACK_KEYS, MENU_KEYS, NEXT_KEYS
from desktop.editor.side.holding_card import CHECK_KEYS, HOLD_KEYS
from desktop.editor.text.run_language import KEYS as LANGUAGE_KEYS
from desktop.editor.text.styles import LOOKS
from desktop.editor.text.toolbar import KIND_KEYS, LOOSENESS
from desktop.editor.writing_view import VIEWS
from desktop.language import NAMES, Language
from desktop.localization import tr, worded
from desktop.look.icons import dress
from desktop.look.theme import Theme, ThemeChoice
from desktop.widgets.choice_menu import fill_choices
from desktop.widgets.mnemonics import with_mnemonics
from desktop.widgets.move_menu import MOVE_KEYS, TITLES


@dataclass(frozen=True)
class ActionSpec:
    """One thing to do."""

    name: str
    title: str
    shortcut: str = ""
    sign: str = ""
    tip: str = ""
    act: Act | None = None
    """The act it is in the table of `db/acts.py`; who may never do that finds it disabled."""


ACTIONS = (
    ActionSpec("new_story", "New story…", "Ctrl+N", "plus", "Start a story", act=Act.CREATE),
    ActionSpec("import_files", "Import…", "Ctrl+O", "file-input", "Bring in stories from text files", act=Act.CREATE),
    ActionSpec(
        "import_folder",
        "Import a folder…",
        "Ctrl+Shift+I",
        "folder-open",
        "Bring in the files of a folder",
        act=Act.CREATE,
    ),
    ActionSpec(
        "palette", "Commands…", "Ctrl+P", "chevron-right", "Type what you want to do, or whom or what you look for"
    ),
    ActionSpec("open_story", "Open the story", "Alt+Right", "file-text", "Read or write the story that is selected"),
    ActionSpec("search", "Search", "Ctrl+F", "search", "Words in stories; stage: desk: kind: by: due: narrow it down"),
    ActionSpec("as_board", "Board", "Ctrl+1", "newspaper", "The stories on cards, a column for each stage"),
    ActionSpec("as_list", "List", "Ctrl+2", "list", "The stories row by row, sorted by any column"),
    ActionSpec("save_list", "Save the list…", "Ctrl+Alt+S", "file-output", "The list as a file for spreadsheets"),
    ActionSpec(
        "find_in_desk", "Find in stories…", "Ctrl+Shift+F", "search", "Find and replace words in many stories at once"
    ),
    ActionSpec(
        "export",
        "Export…",
        "Ctrl+Shift+E",
        "file-output",
        "The print-ready file of an approved story",
        act=Act.EXPORT,
    ),
    ActionSpec(
        "export_many",
        "Export several…",
        "Ctrl+Alt+E",
        "file-output",
        "Approved stories into one folder",
        act=Act.EXPORT,
    ),
    ActionSpec(
        "look_at_proof", "Proof", "F12", "eye", "The page as it will print: its plates, its ink, what preflight finds"
    ),
    ActionSpec("open_pdf", "Open a PDF…", "Shift+F12", "eye", "Look at any PDF as a press will print it, and check it"),
    ActionSpec("proof", "Proof as PDF…", "Ctrl+Shift+P", "printer", "A PDF marked PROOF, of any story"),
    ActionSpec("undo_move", "Undo the move", "Ctrl+Z", "undo-2", "Put back what was moved a moment ago"),
    ActionSpec("next_pane", "Next pane", "F6", "panel-right", "Give the keyboard to the next part of the window"),
    ActionSpec("previous_pane", "Previous pane", "Shift+F6", "panel-right", "Give the keyboard to the part before"),
    ActionSpec("refresh", "Read again", "F5", "rotate-ccw", "Read all stories from the newsroom again"),
    ActionSpec("open_newsroom", "Open another newsroom…", "Ctrl+Shift+O", "folder-open"),
    ActionSpec("connect", "Connect to a server…", "Ctrl+Alt+O", "server", "Open a newsroom on a PostgreSQL server"),
    ActionSpec(
        "move_to",
        "Move to a server…",
        "Ctrl+Alt+T",
        "send",
        "Copy this newsroom to a server, and work there",
        act=Act.MOVE_NEWSROOM,
    ),
    ActionSpec("settings", "Settings…", "Ctrl+,", "settings-2", "People, desks, limits, your password"),
    ActionSpec(
        "back_up",
        "Back up…",
        "Ctrl+Alt+U",
        "archive",
        "Copy the newsroom into a file, and check the copy",
        act=Act.BACK_UP,
    ),
    ActionSpec(
        "restore",
        "Restore a backup…",
        "Ctrl+Alt+R",
        "history",
        "Check a backup and put it in a file, a newsroom’s too",
    ),
    ActionSpec("audit", "Audit", "Ctrl+Alt+A", "eye", "Check that log, texts and sign-offs are as they were written"),
    ActionSpec("verify", "Verify a sheet…", "Ctrl+Alt+V", "stamp", "Trace a printed PDF back to its approval"),
    ActionSpec("switch_account", "Switch account…", "Ctrl+Alt+W", "users"),
    ActionSpec("shortcuts", "Keyboard shortcuts", "F1", "keyboard"),
    ActionSpec("about", "About Galley", "Shift+F1", "info"),
    ActionSpec("quit", "Quit", "Ctrl+Q", "log-out"),
)

SIGNS = {spec.name: spec.sign for spec in ACTIONS}
"""Name of the icon of each action."""

MENU = (
    "palette", "open_story", "new_story", "import_files", "import_folder", "find_in_desk", "-", "@moves", "undo_move",
    "@view", "-", "export", "export_many", "look_at_proof", "open_pdf", "proof", "-", "refresh", "@newsroom", "-",
    "settings", "@theme", "@language", "shortcuts", "about", "-", "switch_account", "quit",
)  # fmt: skip
"""The menu of the window; `-` parts groups, `@` begins the name of a menu of its own."""

VIEW_MENU = ("as_board", "as_list", "save_list", "-", "next_pane", "previous_pane")
"""The menu of how the stories are seen, in the same way."""

NEWSROOM_MENU = (
    "open_newsroom", "@recent", "connect", "move_to", "-", "back_up", "restore", "-", "audit", "verify",
)  # fmt: skip
"""The menu of what one does with a newsroom as a whole, in the same way."""

THEME_TITLES = {
    ThemeChoice.SYSTEM: "Like the system",
    ThemeChoice.LIGHT: "Light",
    ThemeChoice.DARK: "Dark",
    ThemeChoice.CONTRAST: "High contrast",
}

_PALETTE_TOO = "Ctrl+K"
"""Keys of the palette on the board; in a story they are those of a link."""

MOVES = tuple((MOVE_KEYS[move], words) for move, (words, _sign) in TITLES.items())
"""Keys of the moves, of what is selected or open."""

BOARD_KEYS = (
    (_PALETTE_TOO, "Commands, too"),
    ("← → ↑ ↓", "From card to card"),
    ("Enter", "Open the story"),
    ("Ctrl+→, Ctrl+←", "Move what is selected a column on, or back"),
    ("Ctrl+click, Shift+↓, Ctrl+A", "Select several"),
    ("Shift+F10", "The moves of the story"),
    ("Esc", "Clear the search"),
)
"""Keys of the board that are no actions."""


STORY_KEYS = (
    ("Ctrl+S", "Save a revision"),
    ("Alt+←", "Back to the board"),
    ("Ctrl+Z, Ctrl+Shift+Z", "Undo, redo"),
    ("Ctrl+B, Ctrl+I", "Bold, italic"),
    ("Ctrl+K, Ctrl+L", "Link the selected words"),
    *((act.keys, act.title.rstrip("…")) for act in REVIEW_ACTS),
    (HOLD_KEYS, "Hold back from print"),
    (CHECK_KEYS, "Ask for a check"),
    ("Alt+↑, Alt+↓", "Move the paragraph"),
    ("Ctrl+F, Ctrl+H", "Find, replace"),
    ("Ctrl+Shift+V", "Paste the words alone"),
    ("F3, Shift+F3", "The next place found, the one before"),
    (f"{NEXT_KEYS}, {BACK_KEYS}", "The next remark of spelling, the one before"),
    (MENU_KEYS, "Suggestions for the word"),
    ("Shift+Enter", "New line in the same paragraph"),
    *((said.keys, f"{said.title}: {said.tip.lower()}") for said in VIEWS.values()),
    ("Ctrl++, Ctrl+-, Ctrl+0", "Larger, smaller, as usual"),
    (PAGE_KEYS, "Fold the page away"),
    (DETAILS_KEYS, "Fold the details away"),
    *((keys, LOOKS[kind].title) for kind, keys in KIND_KEYS.items()),
    *((keys, title) for title, keys in LOOSENESS.values()),
    (LANGUAGE_KEYS, "Language of the words"),
    ("Ctrl+Enter", "Send a note or comment"),
)
"""Keys of the story page that are no actions."""


def make_actions(owner: QWidget, theme: Theme, role: Role) -> dict[str, QAction]:
    """The actions of the window by name; what a role never does is disabled and says why."""
    actions = {spec.name: _make(spec, owner, theme) for spec in ACTIONS}
    for spec in ACTIONS:
        if spec.act is not None and (why := why_never(spec.act, role)):
            actions[spec.name].setEnabled(False)
            actions[spec.name].setToolTip(worded(why))
    return actions


def bind_actions(actions: Mapping[str, QAction], slots: Mapping[str, Callable[[], None]]) -> None:
    """Let each action do what its slot does. Raises KeyError when one has none."""
    for name, action in actions.items():
        action.triggered.connect(slots[name])


def _make(spec: ActionSpec, owner: QWidget, theme: Theme) -> QAction:
    action = QAction(tr(spec.title), owner)
    if spec.shortcut:
        action.setShortcut(QKeySequence(spec.shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    if spec.tip:
        action.setToolTip(tr(spec.tip))
    dress(action, spec.sign, theme, "muted")
    owner.addAction(action)
    return action


def show_palette_keys(action: QAction, *, on_board: bool) -> None:
    """Let the palette have the keys that it has on this page."""
    keys = [next(spec.shortcut for spec in ACTIONS if spec.name == "palette"), *([_PALETTE_TOO] if on_board else [])]
    action.setShortcuts([QKeySequence(one) for one in keys])


def fill_menu(
    menu: QMenu, actions: Mapping[str, QAction], menus: Mapping[str, QMenu], names: Sequence[str] = MENU
) -> None:
    """Put the actions of the newsroom into a menu; each entry has a letter by which it is chosen."""
    with_mnemonics(menu)
    for name in names:
        if name == "-":
            menu.addSeparator()
        elif name.startswith("@"):
            menu.addMenu(with_mnemonics(menus[name]))
        else:
            menu.addAction(actions[name])


def theme_menu(owner: QWidget, choice: ThemeChoice, chosen: Callable[[QAction], None]) -> QMenu:
    """The choice of theme; `chosen` is given the action, whose data is the choice's name."""
    titles = {value.value: tr(title) for value, title in THEME_TITLES.items()}
    return _choice_menu(QMenu(tr("Theme"), owner), titles, choice.value, chosen)


def language_menu(owner: QWidget, choice: Language, chosen: Callable[[QAction], None]) -> QMenu:
    """The choice of language, each by its own name; `chosen` is given the action, whose data is its code."""
    titles = {Language.SYSTEM.value: tr("Like the system")} | {one.value: name for one, name in NAMES.items()}
    return _choice_menu(QMenu(tr("Language"), owner), titles, choice.value, chosen)


def _choice_menu(menu: QMenu, titles: Mapping[str, str], chosen: str, on_chosen: Callable[[QAction], None]) -> QMenu:
    fill_choices(menu, titles, chosen).triggered.connect(on_chosen)
    return menu


class RecentMenu(QMenu):
    """The newsrooms that were opened lately, read when the menu opens."""

    wanted = Signal(str)
    """Place of the newsroom that was chosen."""

    def __init__(self, owner: QWidget, places: Callable[[], list[str]]) -> None:
        super().__init__(tr("Recent newsrooms"), owner)
        self._places = places
        self.aboutToShow.connect(self._fill)

    @Slot()
    def _fill(self) -> None:
        self.clear()
        for place in self._places():
            self.addAction(place.replace("&", "&&")).triggered.connect(partial(self.wanted.emit, place))
        if not self._places():
            self.addAction(tr("None yet")).setEnabled(False)
