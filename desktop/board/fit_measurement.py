"""Depths of the stories of the board: those that nobody has measured since its text changed is measured meanwhile."""

from collections.abc import Sequence

from db.errors import NewsroomError
from db.newsroom import Newsroom
from db.stages import Stage
from db.values import Account, StoryCard
from desktop.newsroom_door import NewsroomDoor

_ON_THE_WAY = frozenset({Stage.DRAFT, Stage.EDIT, Stage.PUBLISH})

_Depth = tuple[int, str, str]
"""A story, the hash of its text, and its format: what a depth hangs on."""


class FitMeasurement:
    """Measures off the main thread, each text once in each format, also when it cannot be measured."""

    def __init__(self, door: NewsroomDoor, account: Account) -> None:
        self._door, self._account = door, account
        self._tried: set[_Depth] = set()

    def measure(self, cards: Sequence[StoryCard]) -> None:
        """See to those of the cards that have a target and no depth; the newsroom tells of each when it has one."""
        lacking = [card for card in cards if lacks_depth(card) and _depth_of(card) not in self._tried]
        if lacking:
            self._tried.update(map(_depth_of, lacking))
            self._door.read(measure_all, lacking, self._account)


def lacks_depth(card: StoryCard) -> bool:
    """Whether a story has a length to reach and nobody knows how far it is."""
    return card.stage in _ON_THE_WAY and bool(card.target_lines) and card.lines is None


def measure_all(newsroom: Newsroom, cards: Sequence[StoryCard], actor: Account) -> None:
    """Measure stories and remember their depths; one that cannot be set is left out. Loads the press."""
    from desktop.press import service

    for card in cards:
        try:
            story = newsroom.stories.get(card.id)
            lines = service.fit(newsroom, story).lines
            newsroom.stories.measured(story.id, content_hash=story.content_hash, lines=lines, actor=actor)
        except NewsroomError:
            continue


def _depth_of(card: StoryCard) -> _Depth:
    return card.id, card.content_hash, card.layout
