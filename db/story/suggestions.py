"""Suggestions: a text as somebody would have it, kept beside the story's own until each part is accepted or refused.

Hash, sign-off, search and export know the accepted text alone. A suggestion is what one is typing and no record, as a
working copy is; that a part of it was accepted or refused is one, with who did it and when.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session, col, select

from db.acts import Act
from db.errors import NotFound
from db.store.tables import AccountRow, SuggestionRow
from db.store.unit_of_work import Database
from db.story.claims import need_story
from db.story.stories import pack_text, refuse_if_held, unpack_text
from db.text.alterations import Alteration, alterations, put_back
from db.text.merge import KeptPlaces, merge
from db.values import Account, StoryText


class Decision(StrEnum):
    """What became of a part of a suggestion, as the log has it."""

    ACCEPTED = "accept suggestion"
    REFUSED = "refuse suggestion"
    REOPENED = "reopen suggestion"


@dataclass(frozen=True)
class Suggestion:
    """What one person suggests of a story."""

    story_id: int
    login: str
    name: str
    base: StoryText
    """The text that it was made of."""
    text: StoryText
    """That text as they would have it."""
    saved: datetime

    def on(self, text: StoryText) -> StoryText:
        """The story's text, as it is by now, with all that is suggested."""
        return merge(self.base, text, self.text, keep=KeptPlaces.THEIRS).text.with_(slug=text.slug)

    def open_in(self, text: StoryText) -> list[Alteration]:
        """What is still suggested of the story's text as it is by now."""
        return alterations(text, self.on(text))

    def without(self, alteration: Alteration, text: StoryText) -> "Suggestion":
        """What is left once one of its alterations of this text was refused."""
        left = put_back(self.on(text), alteration, text)
        return Suggestion(self.story_id, self.login, self.name, text, left, self.saved)

    def with_later(self, seen: "Suggestion", now: "Suggestion") -> "Suggestion":
        """The same, which was made of what was `seen`, with what was suggested between that and `now`."""
        if (now.base, now.text) == (seen.base, seen.text):
            return self
        later = merge(seen.on(self.base), self.on(self.base), now.on(self.base)).text
        return replace(self, text=later.with_(slug=self.text.slug))


class Suggestions:
    """The suggestions of a newsroom: one of each person for each story."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, story_id: int) -> list[Suggestion]:
        """All that is suggested of a story, the oldest first."""
        query = (
            select(SuggestionRow, AccountRow)
            .join(AccountRow, col(SuggestionRow.account_id) == AccountRow.id)
            .where(SuggestionRow.story_id == story_id)
            .order_by(col(SuggestionRow.saved), col(SuggestionRow.account_id))
        )
        with self._database.reading() as session:
            return [
                Suggestion(story_id, by.login, by.name, unpack_text(row.base), unpack_text(row.text), row.saved)
                for row, by in session.exec(query)
            ]

    def open_count(self, story_id: int, text: StoryText) -> int:
        """Number of changes that are suggested and neither accepted nor refused."""
        return sum(len(one.open_in(text)) for one in self.of(story_id))

    def keep(
        self, story_id: int, text: StoryText, *, base: StoryText, actor: Account, last: StoryText | None = None
    ) -> StoryText:
        """Keep what this person suggests: the `base` as they would have it; the same text takes it all back.

        `last` is what was kept of it before: what was refused of that meanwhile is not suggested anew. Returns the text
        that is kept. Raises Refused for who may not suggest anything of this story in this stage.
        """
        with self._database.change(actor, Act.SUGGEST) as unit:
            unit.permit(need_story(unit.session, story_id))
            row = unit.session.get(SuggestionRow, (story_id, actor.id))
            if last is not None:
                text = _without_refused(row, text, base, last)
            packed, of = pack_text(text), pack_text(base)
            row = row or SuggestionRow(story_id=story_id, account_id=actor.id, base=of, text=packed, saved=unit.now)
            row.base, row.text, row.saved = of, packed, unit.now
            _put(unit.session, row)
            unit.touch("suggestions", story_id)
        return text

    def decide(self, seen: Suggestion, left: Suggestion, decision: Decision, words: str, *, actor: Account) -> None:
        """Record that a part was accepted or refused, in words that say which.

        `left` is what is suggested still of what was `seen`; what was suggested since that stays.
        Raises Refused for who may not write in the story and while another does, NotFound when it was taken back.
        """
        with self._database.change(actor, Act.WRITE) as unit:
            story = need_story(unit.session, left.story_id)
            unit.permit(story)
            refuse_if_held(unit, story)
            by = unit.session.exec(select(AccountRow).where(AccountRow.login == left.login)).one()
            row = unit.session.get(SuggestionRow, (left.story_id, by.id))
            if row is None and decision is not Decision.REOPENED:
                raise NotFound(f"{left.name} has taken this suggestion back.")
            if row is not None:
                left = left.with_later(seen, replace(left, base=unpack_text(row.base), text=unpack_text(row.text)))
            row = row or SuggestionRow(
                story_id=left.story_id, account_id=by.id or 0, base="", text="", saved=left.saved
            )
            row.base, row.text = pack_text(left.base), pack_text(left.text)
            _put(unit.session, row)
            unit.record(decision, story, note=words, details=by.name)
            unit.touch("suggestions", left.story_id)


def _without_refused(row: SuggestionRow | None, text: StoryText, base: StoryText, last: StoryText) -> StoryText:
    """What somebody typed behind what was kept `last`, without what was refused of that."""
    left = base
    if row is not None:
        was, now = unpack_text(row.base), unpack_text(row.text)
        left = now if was == base else merge(was, base, now, keep=KeptPlaces.THEIRS).text.with_(slug=base.slug)
    return text if left == last else merge(last, text, left).text.with_(slug=text.slug)


def _put(session: Session, row: SuggestionRow) -> None:
    """Keep it, or take it out where nothing is suggested any more."""
    if row.base != row.text:
        session.add(row)
    elif row in session:
        session.delete(row)
