"""The tables whose words the window asks for by a variable: where each call of `tr` finds its words.

A test compares it with the source: each `tr` of something that is no string stands here, and each table is translated.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from db.acts import Act, why_never
from db.fields import STORY_FIELDS
from db.stages import PAST, Role, Stage
from db.story.limits import LIMITS
from desktop.arrivals import list_dialog, roles
from desktop.board import facts, list_columns, views
from desktop.editor import writing_view
from desktop.editor.margin import review_menu
from desktop.editor.pictures import dialog as picture_dialog
from desktop.editor.session import writer
from desktop.editor.side import details, fit_card
from desktop.editor.text import styles, toolbar
from desktop.preferences import dialog, writing
from desktop.proof import proof_actions, proof_bars
from desktop.shell import actions
from desktop.signin import upgrading
from desktop.widgets import move_menu
from exports import EXPORTERS
from exports.pdf.plates.ink_spaces import PROCESS


def _actions() -> Iterator[str]:
    for one in actions.ACTIONS:
        yield from (one.title, one.title.rstrip("…"), one.tip)


def _keys() -> Iterator[str]:
    for keys, meaning in (*actions.BOARD_KEYS, *actions.STORY_KEYS, *proof_actions.PROOF_KEYS):
        yield from (keys, meaning)


def _proof_acts() -> Iterator[str]:
    for act in proof_actions.ACTS:
        yield from (act.title, act.short or act.title)


def _pages() -> Iterator[str]:
    for page in dialog.PAGES:
        yield from (page.title, page.about)


def _limits() -> Iterator[str]:
    for one in LIMITS:
        yield from (one.meaning, one.meaning[0].upper() + one.meaning[1:])


def _columns() -> Iterator[str]:
    for column in (*chain.from_iterable(map(views.path_columns, Role)), *views.off_path_columns()):
        yield column.empty


def _heads() -> Iterator[str]:
    return (column.title for column in list_columns.COLUMNS)


def _refusals() -> Iterator[str]:
    for act in Act:
        yield from (why_never(act, role) for role in Role)


TABLES: dict[str, Callable[[], Iterable[str]]] = {
    "stage": lambda: [stage.value for stage in Stage],
    "aim": lambda: [stage.value for stage in Stage],
    "by.value": lambda: [stage.value for stage in Stage],
    "role": lambda: [role.value for role in Role],
    "title_of": lambda: [*(one.title for one in STORY_FIELDS), "Body"],
    "PAST": lambda: PAST.values(),
    "DONE": lambda: move_menu.DONE.values(),
    "TITLES": lambda: [title for title, _sign in move_menu.TITLES.values()],
    "WITH_NOTE": lambda: [move_menu.WITH_NOTE],
    "PROMPTS": lambda: move_menu.PROMPTS.values(),
    "why_never": _refusals,
    "label": lambda: [one.label for one in EXPORTERS.values()],
    "meaning": _limits,
    "_COLUMNS": lambda: list_dialog._COLUMNS,
    "role title": lambda: [one.title for one in roles.ROLES],
    "_REASONS": lambda: roles._REASONS.values(),
    "SORT_TITLES": lambda: views.SORT_TITLES.values(),
    "empty": _columns,
    "word": lambda: [word for _stage, word, _sign, _role in facts._NOTED.values()],
    "_CHOOSE_FIRST": lambda: [writer._CHOOSE_FIRST],
    "_DONE": lambda: details._DONE.values(),
    "_BY_A_LINE": lambda: fit_card._BY_A_LINE.values(),
    "LOOKS": lambda: [look.title for look in styles.LOOKS.values()],
    "REVIEW_ACTS": lambda: [word for act in review_menu.REVIEW_ACTS for word in (act.title, act.tip)],
    "PROPORTIONS": lambda: picture_dialog.PROPORTIONS,
    "LOOSENESS": lambda: [title for title, _keys in toolbar.LOOSENESS.values()],
    "VIEWS": lambda: [word for said in writing_view.VIEWS.values() for word in (said.title, said.tip)],
    "_NEAR": lambda: ["yesterday", "tomorrow"],
    "pages": _pages,
    "CHOICES": lambda: [word for both in writing.CHOICES.values() for word in both],
    "ACTIONS": _actions,
    "COLUMNS": _heads,
    "THEME_TITLES": lambda: actions.THEME_TITLES.values(),
    "keys": _keys,
    "UPGRADING": lambda: [upgrading.UPGRADING],
    "ACTS": _proof_acts,
    "MENUS": lambda: proof_actions.MENUS,
    "_WORK": lambda: filter(None, proof_bars._WORK.values()),
    "PROCESS": lambda: PROCESS,
}
"""Table → its words. The names are those of the tables, or of what holds them."""
