"""What was found in a story replaced, as one revision of it that one undoes alone."""

from dataclasses import dataclass

from db.errors import NewsroomError, Refused
from db.newsroom import Newsroom
from db.text.replacing import Substitution, replaced_in_story
from db.values import Account, StoryText
from desktop.editor.find.query import FindQuery
from desktop.find_in_desk.finding import FIELDS, FoundStory, replacements
from desktop.localization import tr, worded


@dataclass(frozen=True)
class Replaced:
    """What came of replacing in a story, or of undoing that."""

    story_id: int
    number: int = 0
    """Number of places that were replaced."""
    before: int = 0
    """Revision as it was."""
    after: int = 0
    """Revision that it made."""
    refusal: str = ""
    """Why nothing was changed."""


def replace_in_story(newsroom: Newsroom, found: FoundStory, query: FindQuery, put: str, account: Account) -> Replaced:
    """Replace what was found in a story, as it was when it was found; a refusal is told and ends nothing else."""
    card = found.card
    try:
        story = newsroom.stories.get(card.id)
        if story.version != card.version:
            raise Refused(tr("{slug} was changed meanwhile: look for it again.").format(slug=card.slug))
        fields, blocks = _places(story.text, query, put)
        number = sum(map(len, (*fields.values(), *blocks)))
        text = replaced_in_story(story.text, fields, blocks)
        note = f"Replaced “{query.text}” by “{put}” in several stories"
        saved = newsroom.stories.save(
            card.id, text, actor=account, base=card.version, note=note, over_typing=False
        )  # fmt: skip
    except NewsroomError as error:
        return Replaced(card.id, refusal=worded(error))
    return Replaced(card.id, number, card.version, saved.version)


def _places(
    text: StoryText, query: FindQuery, put: str
) -> tuple[dict[str, list[Substitution]], list[list[Substitution]]]:
    """What is to be replaced in the fields, and in the blocks."""

    def within(words: str) -> list[Substitution]:
        return replacements(words, [*query.matches(words, put)])

    return {name: within(getattr(text, name)) for name in FIELDS}, [within(block.text) for block in text.body.blocks]


def undo_in_story(newsroom: Newsroom, done: Replaced, account: Account) -> Replaced:
    """Make the text as it was before the newest revision again, unless somebody has written in it since."""
    try:
        story = newsroom.stories.get(done.story_id)
        if story.version != done.after:
            raise Refused(tr("{slug} was changed since: its history has the text as it was.").format(slug=story.slug))
        text = newsroom.stories.revision(done.story_id, done.before).text
        note = "Took back what was replaced in several stories"
        newsroom.stories.save(
            done.story_id, text.with_(slug=story.slug), actor=account, base=done.after, note=note, over_typing=False
        )  # fmt: skip
    except NewsroomError as error:
        return Replaced(done.story_id, refusal=worded(error))
    return Replaced(done.story_id, done.number)
