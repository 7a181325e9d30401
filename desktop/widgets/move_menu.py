"""The menu of a card: open, the moves with the reason where one is refused, another desk, export."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from db.stages import BY_MOVE, PAST, Move, Stage
from db.values import MoveOption, StoryCard
from desktop.localization import tr, worded
from desktop.look.icons import icon
from desktop.look.theme import Theme
from desktop.widgets.mnemonics import with_mnemonics

TITLES = {
    Move.SUBMIT: ("Submit", "send"),
    Move.WITHDRAW: ("Withdraw", "rotate-ccw"),
    Move.RETURN: ("Return", "corner-up-left"),
    Move.APPROVE: ("Approve", "stamp"),
    Move.RECALL: ("Recall", "rotate-ccw"),
    Move.CORRECT: ("Correct", "undo-2"),
    Move.SPIKE: ("Spike", "archive"),
    Move.RESTORE: ("Restore", "rotate-ccw"),
    Move.KILL: ("Kill", "ban"),
}
"""Move → its words on a button, and its icon."""

MOVE_KEYS = {
    Move.SUBMIT: "Ctrl+Shift+S",
    Move.WITHDRAW: "Ctrl+Shift+W",
    Move.RETURN: "Ctrl+Shift+R",
    Move.APPROVE: "Ctrl+Shift+A",
    Move.RECALL: "Ctrl+Shift+L",
    Move.CORRECT: "Ctrl+Shift+C",
    Move.SPIKE: "Ctrl+Shift+K",
    Move.RESTORE: "Ctrl+Shift+T",
    Move.KILL: "Ctrl+Shift+X",
}
"""Move → its keys, anywhere in the window."""

DONE = PAST | {Move.CORRECT: "open for correction"}
"""What a story is after a move: one whose correction begins is not corrected yet."""

WITH_NOTE = "Submit with a note…"
OPTIONAL = "optional"
"""In the place of a kind of note: one that need not be written."""
PROMPTS = {
    OPTIONAL: "A note to the editors, if you like. It stands on the card and in the history.",
    "note": "What shall the writer change?",
    "reason": "Give the reason; it stays in the history of the story.",
}
"""Kind of note → the sentence that asks for it."""


def title(option: MoveOption) -> str:
    """The move on a button; with an ellipsis when it asks for something first."""
    words = tr(TITLES[option.move][0])
    return f"{words}…" if option.asks else words


@dataclass(frozen=True)
class DeskOffer:
    """The desks that stories may be moved to."""

    names: Sequence[str] = ()
    refusals: Sequence[str] = ("",)
    """Of each story why it may not go to another; empty where it may."""


@dataclass(frozen=True)
class MenuChoices:
    """The actions of a card's menu."""

    menu: QMenu
    opening: QAction
    moves: dict[Move, QAction]
    submit_with_note: QAction | None
    """The same move as `Submit`, with a note that is asked for."""
    desks: dict[str, QAction]
    export: QAction
    look: QAction
    """The page as it will print, in a window of its own."""
    proof: QAction


def card_menu(
    offered: Sequence[tuple[StoryCard, Sequence[MoveOption]]], desks: DeskOffer, theme: Theme, parent: QWidget
) -> MenuChoices:
    """The menu of one card, or of several that are selected, the one it was asked for first.

    A move of several is offered when any of them can make it; how many of them, it says.
    """
    menu = with_mnemonics(QMenu(parent))
    menu.setToolTipsVisible(True)
    slug, several = offered[0][0].slug, len(offered) > 1
    opening = menu.addAction(icon("file-text", theme, "muted"), tr("Open {slug}").format(slug=slug))
    menu.setDefaultAction(opening)
    menu.addSeparator()
    moves, noted = dict[Move, QAction](), None
    for move in Move:
        options = [option for _, found in offered for option in found if option.move is move]
        here = options[0].shown and offered[0][0].stage in _sources(move)
        if here or any(option.allowed for option in options):
            moves[move] = _move_action(options, theme, menu)
            menu.addAction(moves[move])
        if move in moves and BY_MOVE[move].takes_note:
            noted = menu.addAction(icon("message-square", theme, "muted"), tr(WITH_NOTE))
            noted.setEnabled(moves[move].isEnabled())
            noted.setToolTip(moves[move].toolTip())
    entries = _add_desks(menu, offered[0][0].desk if not several else "", desks, theme)
    menu.addSeparator()
    approved = sum(card.stage is Stage.PUBLISH for card, _ in offered)
    title = tr("Export {n}…").format(n=of_all(approved, len(offered))) if several else tr("Export as PDF…")
    export = menu.addAction(icon("file-output", theme, "muted"), title)
    export.setEnabled(bool(approved))
    look = menu.addAction(icon("eye", theme, "muted"), tr("Proof of {slug}").format(slug=slug))
    proof = menu.addAction(icon("printer", theme, "muted"), tr("Proof {slug} as PDF…").format(slug=slug))
    return MenuChoices(menu, opening, moves, noted, entries, export, look, proof)


def _add_desks(menu: QMenu, home: str, desks: DeskOffer, theme: Theme) -> dict[str, QAction]:
    """A menu of the other desks; where no story may go to one, an entry that says why."""
    others = [desk for desk in desks.names if desk != home]
    if not others:
        return {}
    able, number = desks.refusals.count(""), len(desks.refusals)
    words = tr("Move to desk") if number == 1 else tr("Move {n} to desk").format(n=of_all(able, number))
    below = menu.addMenu(icon("users", theme, "muted"), words)
    below.menuAction().setEnabled(bool(able))
    below.menuAction().setToolTip("" if able else desks.refusals[0])
    return {desk: below.addAction(desk.replace("&", "&&")) for desk in others}


def of_all(number: int, whole: int) -> str:
    """Number of those that are selected: `3`, or `2 of 3` when not all."""
    return str(whole) if number == whole else tr("{n} of {all}").format(n=number, all=whole)


def _move_action(options: Sequence[MoveOption], theme: Theme, menu: QMenu) -> QAction:
    able = [option for option in options if option.allowed]
    words = title((able or options)[0])
    if len(options) > 1:
        words = tr("{move} {n}…").format(move=words.removesuffix("…"), n=of_all(len(able), len(options)))
    action = QAction(icon(TITLES[options[0].move][1], theme, "muted"), words, menu)
    action.setShortcut(QKeySequence(MOVE_KEYS[options[0].move]))  # as it is told; the window's own act has the key
    action.setEnabled(bool(able))
    action.setToolTip("" if able else worded(options[0].reason))
    return action


def _sources(move: Move) -> tuple[Stage, ...]:
    """Moves that never start from this stage are not worth a line."""
    return BY_MOVE[move].sources
