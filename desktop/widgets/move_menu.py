"""The menu of a card: open, the moves with the reason where one is refused, export."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from db.stages import BY_MOVE, Move, Stage
from db.values import MoveOption, StoryCard
from desktop.localization import tr
from desktop.look.icons import icon
from desktop.look.theme import Theme
from desktop.widgets.ask import ask_note
from desktop.widgets.dialog import FormDialog

TITLES = {
    Move.SUBMIT: ("Submit", "send"),
    Move.RETURN: ("Return", "corner-up-left"),
    Move.APPROVE: ("Approve", "stamp"),
    Move.RECALL: ("Recall", "rotate-ccw"),
    Move.CORRECT: ("Correct", "undo-2"),
    Move.SPIKE: ("Spike", "archive"),
    Move.RESTORE: ("Restore", "rotate-ccw"),
    Move.KILL: ("Kill", "ban"),
}
"""Move → its words on a button, and its icon."""

PROMPTS = {
    "note": "What shall the writer change?",
    "reason": "Give the reason; it stays in the history of the story.",
}
"""What is asked → the sentence that asks for it."""


def title(option: MoveOption) -> str:
    """The move on a button; with an ellipsis when it asks for something first."""
    words = tr(TITLES[option.move][0])
    return f"{words}…" if option.asks else words


def ask_for(option: MoveOption, slug: str, told: Sequence[str], theme: Theme, parent: QWidget | None) -> str | None:
    """The note or reason a move needs, empty when it needs none; None when the person thought better of it.

    `told` are the names of those whom the move will tell.
    """
    if option.move is Move.SUBMIT:
        return ""  # the editors are told, which is what it is for; and it is undone by a return
    if not option.asks:
        return "" if not told or agree_to_tell(option, slug, told, theme, parent) else None
    words, prompt = tr(TITLES[option.move][0]), tr(PROMPTS[option.asks])
    if told:
        prompt = f"{prompt} {tr('This will tell {names}.').format(names=', '.join(told))}"
    return ask_note(theme, f"{words} {slug}", prompt, words, parent)


def agree_to_tell(option: MoveOption, slug: str, told: Sequence[str], theme: Theme, parent: QWidget | None) -> bool:
    """Whether the person makes a move that tells these people, having seen who they are."""
    words = tr(TITLES[option.move][0])
    dialog = FormDialog(theme, f"{words} {slug}", words, parent)
    dialog.add_note(tr("This will tell {names}.").format(names=", ".join(told)))
    dialog.submitted.connect(dialog.accept)
    agreed = bool(dialog.exec())
    dialog.deleteLater()
    return agreed


def card_menu(
    card: StoryCard, options: Iterable[MoveOption], export: QAction, proof: QAction, theme: Theme, parent: QWidget
) -> tuple[QMenu, QAction]:
    """The menu, and its action that opens the story. A move's action holds its MoveOption as data."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    opening = menu.addAction(icon("file-text", theme, "muted"), tr("Open {slug}").format(slug=card.slug))
    menu.setDefaultAction(opening)
    menu.addSeparator()
    for option in options:
        if option.allowed or card.stage in _sources(option.move):
            menu.addAction(_move_action(option, theme, menu))
    menu.addSeparator()
    menu.addActions([export, proof])
    return menu, opening


def _move_action(option: MoveOption, theme: Theme, menu: QMenu) -> QAction:
    action = QAction(icon(TITLES[option.move][1], theme, "muted"), title(option), menu)
    action.setData(option)
    action.setEnabled(option.allowed)
    action.setToolTip(option.reason)
    return action


def _sources(move: Move) -> tuple[Stage, ...]:
    """Moves that never start from this stage are not worth a line."""
    return BY_MOVE[move].sources
