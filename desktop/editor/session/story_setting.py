"""Ways in which the text of a story is set, named apart from what is made of it: a window knows them from its start."""

from typing import TYPE_CHECKING, Protocol

from db.values import Progress, no_progress
from exports import Order

if TYPE_CHECKING:
    from exports.set_story import StoryAsSet


class SetStory(Protocol):
    """Way in which a story is set, here or elsewhere."""

    def __call__(self, order: Order, progress: Progress = no_progress) -> "StoryAsSet":
        """The story of an order; `progress` is told when its turn has come, and may raise."""


def set_here(order: Order, progress: Progress = no_progress) -> "StoryAsSet":
    """Set a story on this thread. The press is loaded when first needed."""
    from exports.set_story import set_story

    return set_story(order)
