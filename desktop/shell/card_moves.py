"""The menu of a card on the board: which moves this person may make, and the one that is made."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from db.newsroom import Newsroom
from db.stages import PAST, Move
from db.values import Account, MoveOption, Story, StoryCard
from desktop.localization import tr
from desktop.look.theme import Theme
from desktop.tasks import TaskRunner
from desktop.widgets.message import Message, Tone
from desktop.widgets.move_menu import ask_for, card_menu


class CardMoves(QObject):
    """One person's moves of stories they see on the board."""

    said = Signal(object)
    """Message."""
    open_wanted = Signal(int)
    """Number of the story to open."""
    options_known = Signal(object, object, QPoint)
    """StoryCard, list[MoveOption], and where the menu goes."""

    def __init__(
        self, newsroom: Newsroom, account: Account, runner: TaskRunner, theme: Theme, actions: dict[str, QAction],
        window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._newsroom, self._account, self._runner, self._theme = newsroom, account, runner, theme
        self._actions, self._window = actions, window
        self.options_known.connect(self._on_options_known)

    @Slot(object, QPoint)
    def ask_options(self, cards: Sequence[StoryCard], place: QPoint) -> None:
        """Find out which moves this person may make of the first of these stories, and show the menu."""
        card = cards[0]
        work = partial(options, self._newsroom, card.id, self._account)
        self._runner.run(work, on_done=lambda found: self.options_known.emit(card, found, place), key="options")

    @Slot(object, object, QPoint)
    def _on_options_known(self, card: StoryCard, found: list[MoveOption], place: QPoint) -> None:
        export, proof = self._actions["export"], self._actions["proof"]
        menu, opening = card_menu(card, found, export, proof, self._theme, self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        opening.triggered.connect(partial(self.open_wanted.emit, card.id))
        for action in menu.actions():
            if isinstance(action.data(), MoveOption):
                action.triggered.connect(partial(self._move, card, action.data()))
        menu.popup(place)

    def _move(self, card: StoryCard, option: MoveOption) -> None:
        told = self._newsroom.inbox.would_tell(option.move, card, self._account)
        note = ask_for(option, card.slug, told, self._theme, self._window)
        if note is not None:
            work = partial(make_move, self._newsroom, option.move, card.id, self._account, note)
            self._runner.run(work, on_done=partial(self._say_moved, option.move), in_order=True)

    def _say_moved(self, move: Move, story: Story) -> None:
        text = tr("{slug} is {done}: it stands in {stage} now.")
        values = {"slug": story.slug, "done": tr(PAST[move]), "stage": tr(story.stage.value)}
        self.said.emit(Message(text.format(**values), Tone.DONE))


def options(newsroom: Newsroom, story_id: int, actor: Account) -> list[MoveOption]:
    """The moves of a story, each allowed or with the reason why not."""
    return newsroom.moves.options(newsroom.stories.get(story_id), actor)


def make_move(newsroom: Newsroom, move: Move, story_id: int, actor: Account, note: str) -> Story:
    """Make a move, preflight included. The press is loaded here, on a worker, when it is first needed."""
    from desktop.press import service

    return service.make_move(newsroom, move, story_id, actor=actor, note=note)
