"""What became of several stories that were to be moved, and the sentence that says it."""

from dataclasses import dataclass, field

from db.stages import Move
from db.values import Story
from desktop.localization import stories, tr
from desktop.widgets.message import Tone
from desktop.widgets.move_menu import DONE


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


def said_of_move(move: Move, moved: MovedStories) -> str:
    """Which stories were moved and where they stand now; empty when none was."""
    if not moved.done:
        return ""
    values = {"done": tr(DONE[move]), "stage": tr(moved.done[0].stage.value)}
    if len(moved.done) == 1:
        return tr("{slug} is {done}: it stands in {stage} now.").format(slug=moved.done[0].slug, **values)
    text = tr("{stories} are {done}: they stand in {stage} now.")
    return text.format(stories=stories(len(moved.done)), **values)
