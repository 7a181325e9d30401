"""Undo of stories that were left: it leads back again when one of them is opened anew, as long as the program runs."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

from PySide6.QtGui import QTextDocument

MOST_STEPS = 30
"""Steps that are remembered of each field. Each is made again when its story is opened, in about a millisecond: so many
go unnoticed, and lead back over a paragraph of typing.
"""
_MOST_STORIES = 20
"""Stories that are remembered, those that were left last: a day's work of a desk."""


State = TypeVar("State")


class Undoable(Protocol):
    """A field whose states can be read and brought about again."""

    def past(self) -> Sequence[object]:
        """What it holds, and what undo leads back to, step by step."""

    def relive(self, past: Sequence[object]) -> None:
        """Hold what it holds, with these steps of undo behind it, unless it holds something else."""


class UndoMemory:
    """The past of stories by their numbers."""

    def __init__(self) -> None:
        self._stories: dict[int, Mapping[str, Sequence[object]]] = {}

    def keep(self, story_id: int, fields: Mapping[str, Undoable]) -> None:
        """Remember the past of a story that is left."""
        self._stories.pop(story_id, None)
        past = {name: field.past() for name, field in fields.items()}
        if any(len(states) > 1 for states in past.values()):
            self._stories[story_id] = past
        while len(self._stories) > _MOST_STORIES:
            del self._stories[next(iter(self._stories))]

    def restore(self, story_id: int, fields: Mapping[str, Undoable]) -> None:
        """Let undo lead back in a story that was opened, wherever its text is what it was."""
        past = self._stories.pop(story_id, {})
        for name, states in past.items():
            fields[name].relive(states)


def states_of(document: QTextDocument, read: Callable[[], State]) -> list[State]:
    """The state of a document and those before it, each other than the next; it is left as it was."""
    states, steps = [read()], 0
    while document.isUndoAvailable() and len(states) <= MOST_STEPS:
        document.undo()
        steps += 1
        if (state := read()) != states[-1]:
            states.append(state)
    for _ in range(steps):
        document.redo()
    return states
