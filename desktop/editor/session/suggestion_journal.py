"""What one suggests, written down on this computer as the program ends: it is sent when the story is opened again."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from db.errors import NewsroomError
from db.newsroom import Newsroom
from db.values import Account, Story, StoryText
from desktop.editor.session.journal import DamagedJournal, Journal, own_journal

_TEXTS, _BASES = "suggested", "suggested-of"
"""Folders of what is suggested, and of the texts it is suggested of."""


@dataclass(frozen=True)
class SuggestionJournal:
    """Two files for each story: the text as it is suggested, and that of which it is."""

    texts: Journal
    bases: Journal

    def keep(self, story: Story, base: StoryText, text: StoryText, now: datetime) -> None:
        """Write down what is suggested of a text. Raises OSError."""
        self.bases.keep(story, base, now)
        self.texts.keep(story, text, now)

    def find(self, story_id: int) -> tuple[StoryText, StoryText] | None:
        """The text, and what is suggested of it; None where nothing is written down, or it cannot be read."""
        try:
            text, base = self.texts.find(story_id), self.bases.find(story_id)
        except DamagedJournal:
            return None
        return (base.text, text.text) if base and text else None

    def forget(self, story_id: int, text: StoryText) -> None:
        """This text was sent; one that was written down behind it stays."""
        found = self.find(story_id)
        if found is not None and found[1] == text:
            self.texts.forget(story_id)
            self.bases.forget(story_id)


def own_suggestions(newsroom: str, login: str) -> SuggestionJournal:
    """Those of the person at this computer."""
    own = own_journal(newsroom, login)
    return SuggestionJournal(*(replace(own, folder=own.folder / name) for name in (_TEXTS, _BASES)))


def send_written_down(newsroom: Newsroom, story_id: int, journal: SuggestionJournal, actor: Account) -> bool:
    """Store what was written down of a story; whether there was anything. What may not be suggested any more stays."""
    found = journal.find(story_id)
    if found is None:
        return False
    base, text = found
    with suppress(NewsroomError):
        newsroom.suggestions.keep(story_id, text, base=base, actor=actor)
        journal.forget(story_id, text)
    return True
