"""What became of several stories that were to be moved, and the sentence that says it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import TypeVar

from db.errors import NewsroomError
from db.stages import Move
from db.values import Story
from desktop.localization import stories, tr, worded
from desktop.widgets.message import Tone
from desktop.widgets.move_menu import DONE

Given = TypeVar("Given")


@dataclass
class MovedStories:
    """Result of a move of several stories."""

    done: list[Story] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    """Why the others stay, a sentence each."""

    @property
    def tone(self) -> Tone:
        """Kind of news that it is."""
        return Tone.REFUSED if self.refused else Tone.DONE


def move_each(given: Collection[Given], move: Callable[[Given], Story]) -> MovedStories:
    """Move one story after the other; of several, those that stay are told of. Raises why a single one stays."""
    moved = MovedStories()
    for one in given:
        try:
            moved.done.append(move(one))
        except NewsroomError as error:
            if len(given) == 1:
                raise
            moved.refused.append(worded(error))
    return moved


def said_of_move(move: Move, moved: MovedStories) -> str:
    """Which stories were moved and where they stand now; empty when none was."""
    if not moved.done:
        return ""
    values = {"done": tr(DONE[move]), "stage": tr(moved.done[0].stage.value)}
    if len(moved.done) == 1:
        return tr("{slug} is {done}: it stands in {stage} now.").format(slug=moved.done[0].slug, **values)
    text = tr("{stories} are {done}: they stand in {stage} now.")
    return text.format(stories=stories(len(moved.done)), **values)
