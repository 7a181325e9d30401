"""The menu of cards on the board: which moves this person may make of them, and the one that is made."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.acts import Act, why_not
from db.newsroom import Newsroom
from db.stages import Move
from db.values import Account, MoveOption, Story, StoryCard
from desktop.localization import stories, tr, worded
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.press.move_briefing import MoveBriefing, brief
from desktop.widgets.message import Message, Tone
from desktop.widgets.move_dialog import ask_for
from desktop.widgets.move_menu import OPTIONAL, DeskOffer, card_menu
from desktop.widgets.moved_stories import MovedStories, move_each

MOST_MOVED = 500
"""Stories of which it is looked up at once what may be done with each: half a second's work, and more than anybody
looks over before they agree."""
Offered = Sequence[tuple[StoryCard, Sequence[MoveOption]]]
"""Each story as it stands now, with the moves it may make."""


class CardMoves(QObject):
    """One person's moves of stories they see on the board: of the cards on which the menu was opened, by number."""

    said = Signal(object)
    """Message."""
    open_wanted = Signal(int)
    """Number of the story to open."""
    export_wanted = Signal(object)
    """list[StoryCard]"""
    proof_wanted = Signal(object)
    """StoryCard"""
    look_wanted = Signal(object)
    """StoryCard whose page is to be looked at."""
    moved = Signal(object, object)
    """Move, MovedStories"""

    def __init__(self, door: NewsroomDoor, account: Account, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._door, self._account, self._theme, self._window = door, account, theme, window

    @Slot(object, QPoint)
    def ask_options(self, numbers: Sequence[int], place: QPoint) -> None:
        """Find out which moves this person may make of these stories, and show the menu of them."""
        if len(numbers) > MOST_MOVED:
            sentence = tr("{n} stories at most are moved or exported from their menu at once: select fewer.")
            self.said.emit(Message(sentence.format(n=MOST_MOVED), Tone.REFUSED))
            return
        show = partial(self._on_options_known, place)
        self._door.read(options, numbers, self._account, on_done=show, key="options")

    def _on_options_known(self, place: QPoint, offered: Offered) -> None:
        cards = [card for card, _ in offered]
        desks = DeskOffer(self._door.facts.desks, [self._why_no_desk(card) for card in cards])
        choices = card_menu(offered, desks, self._theme, self._window)
        choices.menu.aboutToHide.connect(choices.menu.deleteLater)
        choices.opening.triggered.connect(partial(self.open_wanted.emit, cards[0].id))
        choices.export.triggered.connect(partial(self.export_wanted.emit, cards))
        choices.look.triggered.connect(partial(self.look_wanted.emit, cards[0]))
        choices.proof.triggered.connect(partial(self.proof_wanted.emit, cards[0]))
        for move, action in choices.moves.items():
            action.triggered.connect(partial(self.ask_move, move, cards))
        if choices.submit_with_note is not None:
            choices.submit_with_note.triggered.connect(partial(self.ask_move, Move.SUBMIT, cards, OPTIONAL))
        for desk, action in choices.desks.items():
            action.triggered.connect(partial(self._send_to_desk, desk, [card.id for card in cards]))
        choices.menu.popup(place)

    def _why_no_desk(self, card: StoryCard) -> str:
        """Why this person may not move a story to another desk; an empty string when they may."""
        mine = card.writer == self._account.login
        return why_not(Act.SCHEDULE, self._account.role, card.stage, is_writer=mine)

    def _send_to_desk(self, desk: str, numbers: Sequence[int]) -> None:
        say = partial(self._say_sent, desk)
        self._door.write(move_to_desk, desk, numbers, self._account, on_done=say)

    def _say_sent(self, desk: str, moved: MovedStories) -> None:
        text = ""
        if len(moved.done) == 1:
            text = tr("{slug} is a story of the {desk} desk now.").format(slug=moved.done[0].slug, desk=desk)
        elif moved.done:
            text = tr("{stories} are of the {desk} desk now.").format(stories=stories(len(moved.done)), desk=desk)
        self._say(text, moved)

    @Slot(object, object)
    def ask_move(self, move: Move, cards: Sequence[StoryCard], asks: str = "") -> None:
        """Find out what is to be known of the stories before it is asked whether they go."""
        self._door.read(brief, move, cards, self._account, on_done=partial(self._move, move, asks), key="briefing")

    def _move(self, move: Move, asks: str, briefings: Sequence[MoveBriefing]) -> None:
        able = [one for one in briefings if one.option.allowed]
        if not able:
            self.said.emit(Message(" ".join(_why_not(one) for one in briefings), Tone.REFUSED))
            return
        note = ask_for(briefings, self._theme, self._window, asks)
        if note is not None:
            seen = [one.story for one in able]
            told = partial(self.moved.emit, move)
            self._door.write(make_moves, move, seen, self._account, note, on_done=told)

    def _say(self, text: str, moved: MovedStories) -> None:
        self.said.emit(Message(" ".join(filter(None, [text, *moved.refused])), moved.tone))


def _why_not(one: MoveBriefing) -> str:
    """The reason, which names its story."""
    slug, reason = one.story.slug, one.option.reason
    return worded(reason if reason.startswith(slug) else f"{slug}: {reason}")


def options(newsroom: Newsroom, story_ids: Sequence[int], actor: Account) -> Offered:
    """The moves of each story as it stands now, each allowed or with the reason why not."""
    found = [newsroom.stories.get(story_id) for story_id in story_ids]
    return [(story, newsroom.moves.options(story, actor)) for story in found]


def make_moves(newsroom: Newsroom, move: Move, seen: Sequence[StoryCard], actor: Account, note: str) -> MovedStories:
    """Move each story that is still as it was seen. The press is loaded here, on a worker, when it is first needed."""
    from desktop.press import service

    def make(card: StoryCard) -> Story:
        return service.make_move(newsroom, move, card.id, actor=actor, note=note, seen=card)

    return move_each(seen, make)


def move_to_desk(newsroom: Newsroom, desk: str, numbers: Sequence[int], actor: Account) -> MovedStories:
    """Make stories those of another desk; of several, those that cannot be are named."""
    return move_each(numbers, partial(newsroom.stories.plan, actor=actor, desk=desk))
