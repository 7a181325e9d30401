"""Cards that are dragged to another column, or sent there by a key: which move that is, and why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from db.newsroom import Newsroom
from db.stages import Move, Stage, moves_between
from db.values import Account, MoveOption, StoryCard
from desktop.board.card_columns import CardColumns
from desktop.board.card_drag import DropVerdict
from desktop.localization import tr
from desktop.newsroom_door import NewsroomDoor
from desktop.shell.card_moves import MOST_MOVED, Offered, options
from desktop.widgets.message import Message, Tone
from desktop.widgets.move_menu import TITLES, of_all


@dataclass(frozen=True)
class Way:
    """What leads some stories to a stage."""

    move: Move | None
    """None where nothing does."""
    cards: tuple[StoryCard, ...] = ()
    """Those that stand elsewhere: all that are meant."""
    able: int = 0
    """Number of those that can make the move."""
    reason: str = ""
    """Why the first of them cannot, where none can."""


class CardDrops(QObject):
    """Tells the board which of its columns take what is dragged, and has the move made."""

    said = Signal(object)
    """Message."""
    wanted = Signal(object, object)
    """Move and tuple[StoryCard, ...]: the move that is to be made of these."""

    def __init__(self, door: NewsroomDoor, account: Account, columns: CardColumns) -> None:
        super().__init__(columns)
        self._door, self._account, self._columns = door, account, columns
        columns.drag_begun.connect(self._on_drag_begun)
        columns.sent.connect(self._on_sent)

    @Slot(object)
    def _on_drag_begun(self, numbers: list[int]) -> None:
        if len(numbers) <= MOST_MOVED:
            self._door.read(options, numbers, self._account, on_done=self._show, key="drag")

    def _show(self, offered: Offered) -> None:
        self._columns.show_verdicts({aim: verdict_of(way_to(aim, offered)) for aim in self._columns.aims if aim})

    @Slot(object, object)
    def _on_sent(self, numbers: list[int], aim: Stage) -> None:
        """Cards were let go over a column."""
        if len(numbers) > MOST_MOVED:
            text = tr("{n} stories at most are moved at once: select fewer.").format(n=MOST_MOVED)
            self.said.emit(Message(text, Tone.REFUSED))
            return
        self._door.read(find_way, aim, numbers, self._account, on_done=partial(self._send, aim), key="drag")

    def _send(self, aim: Stage, way: Way) -> None:
        verdict = verdict_of(way)
        if verdict is not None and way.move is not None and way.able:
            self.wanted.emit(way.move, way.cards)
        elif verdict is not None:
            slug = way.cards[0].slug
            said = verdict.words if verdict.words.startswith(slug) else f"{slug}: {verdict.words}"
            self.said.emit(Message(said, Tone.REFUSED))


def find_way(newsroom: Newsroom, aim: Stage, numbers: Sequence[int], actor: Account) -> Way:
    """What leads these stories to a stage, as they stand now."""
    return way_to(aim, options(newsroom, numbers, actor))


def way_to(aim: Stage, offered: Offered) -> Way:
    """The move that leads most of some stories to a stage, those that stand there already apart."""
    elsewhere = [(card, found) for card, found in offered if card.stage is not aim]
    cards = tuple(card for card, _ in elsewhere)
    ways = [way for card, found in elsewhere if (way := _option(card, found, aim)) is not None]
    able = [way.move for way in ways if way.allowed]
    if able:
        move = max(dict.fromkeys(able), key=able.count)
        return Way(move, cards, able.count(move))
    if ways:
        return Way(ways[0].move, cards, 0, ways[0].reason)
    return Way(None, cards, 0, _no_way(cards[0].stage, aim) if cards else "")


def verdict_of(way: Way) -> DropVerdict | None:
    """What the column of that stage says; None when all stories stand there."""
    if not way.cards:
        return None
    if way.move is None or not way.able:
        return DropVerdict(way.reason, able=False)
    words = tr(TITLES[way.move][0])
    number = of_all(way.able, len(way.cards))
    return DropVerdict(words if len(way.cards) == 1 else tr("{move} {n}").format(move=words, n=number), able=True)


def _option(card: StoryCard, found: Sequence[MoveOption], aim: Stage) -> MoveOption | None:
    """The move of one story that leads there: one that can be made, or else the one to say why not of."""
    moves = moves_between(card.stage, aim, card.stage_before)
    ways = [option for option in found if option.move in moves and option.shown]
    return next((option for option in ways if option.allowed), ways[0] if ways else None)


def _no_way(stage: Stage, aim: Stage) -> str:
    """Why no move leads from one stage to another, and by which stage one gets there."""
    by = next((one for one in Stage if moves_between(stage, one) and moves_between(one, aim)), None)
    values = {"stage": tr(stage.value), "aim": tr(aim.value), "by": tr(by.value) if by else ""}
    if by is not None:
        return tr("From {stage} to {aim} a story goes by {by}.").format(**values)
    return tr("No move leads from {stage} to {aim}.").format(**values)
