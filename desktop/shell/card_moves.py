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
from desktop.newsroom_door import NewsroomDoor
from desktop.widgets.message import Message, Tone
from desktop.widgets.move_menu import ask_for, card_menu


class CardMoves(QObject):
    """One person's moves of stories they see on the board."""

    said = Signal(object)
    """Message."""
    open_wanted = Signal(int)
    """Number of the story to open."""

    def __init__(
        self, door: NewsroomDoor, account: Account, theme: Theme, actions: dict[str, QAction], window: QWidget
    ) -> None:
        super().__init__(window)
        self._door, self._account, self._theme = door, account, theme
        self._actions, self._window = actions, window

    @Slot(object, QPoint)
    def ask_options(self, cards: Sequence[StoryCard], place: QPoint) -> None:
        """Find out which moves this person may make of the first of these stories, and show the menu."""
        card = cards[0]
        show = partial(self._on_options_known, card, place)
        self._door.read(options, card.id, self._account, on_done=show, key="options")

    def _on_options_known(self, card: StoryCard, place: QPoint, found: list[MoveOption]) -> None:
        export, proof = self._actions["export"], self._actions["proof"]
        menu, opening = card_menu(card, found, export, proof, self._theme, self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        opening.triggered.connect(partial(self.open_wanted.emit, card.id))
        for action in menu.actions():
            if isinstance(action.data(), MoveOption):
                action.triggered.connect(partial(self._ask_told, card, action.data()))
        menu.popup(place)

    def _ask_told(self, card: StoryCard, option: MoveOption) -> None:
        """Find out who would be told of a move before it is asked for."""
        ask = partial(self._move, card, option)
        self._door.read(people_told, option.move, card, self._account, on_done=ask, key="people told")

    def _move(self, card: StoryCard, option: MoveOption, told: list[str]) -> None:
        note = ask_for(option, card.slug, told, self._theme, self._window)
        if note is not None:
            done = partial(self._say_moved, option.move)
            self._door.write(make_move, option.move, card.id, self._account, note, on_done=done)

    def _say_moved(self, move: Move, story: Story) -> None:
        text = tr("{slug} is {done}: it stands in {stage} now.")
        values = {"slug": story.slug, "done": tr(PAST[move]), "stage": tr(story.stage.value)}
        self.said.emit(Message(text.format(**values), Tone.DONE))


def options(newsroom: Newsroom, story_id: int, actor: Account) -> list[MoveOption]:
    """The moves of a story, each allowed or with the reason why not."""
    return newsroom.moves.options(newsroom.stories.get(story_id), actor)


def people_told(newsroom: Newsroom, move: Move, story: StoryCard, actor: Account) -> list[str]:
    """The names of those whom a move would tell."""
    return newsroom.inbox.would_tell(move, story, actor)


def make_move(newsroom: Newsroom, move: Move, story_id: int, actor: Account, note: str) -> Story:
    """Make a move, preflight included. The press is loaded here, on a worker, when it is first needed."""
    from desktop.press import service

    return service.make_move(newsroom, move, story_id, actor=actor, note=note)
