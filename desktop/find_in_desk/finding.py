"""What is found in many stories: asked of the newsroom on a worker, a page of stories at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db.fields import ON_PAGE
from db.newsroom import Newsroom
from db.story.story_texts import BlockTexts, StoryScope
from db.text.replacing import Substitution
from db.values import Account, StoryCard
from desktop.editor.find.query import FindQuery, Match
from desktop.localization import tr, worded

FIELDS = tuple(one.name for one in ON_PAGE)
"""The fields that are looked through: those that stand on the page."""
_BODY = "body"
_MOST_SHOWN = 100
"""Places of a story that are kept to be shown: whoever wants to see more of them opens it."""
_AROUND = 60
"""Characters of what stands on each side of a place."""


@dataclass(frozen=True)
class DeskQuestion:
    """What is looked for, where, and what is to stand in its place."""

    query: FindQuery
    put: str
    scope: StoryScope


@dataclass(frozen=True)
class FoundPlace:
    """A place with what stands round it."""

    place: str
    """Name of the field, or `body`."""
    before: str
    words: str
    after: str
    put: str


@dataclass(frozen=True)
class FoundStory:
    """A story in which something was found."""

    card: StoryCard
    number: int
    """Number of places."""
    places: tuple[FoundPlace, ...]
    """The first of them."""
    why_not: str = ""
    """Why this person may not replace anything in it now; empty when they may."""


@dataclass(frozen=True)
class FoundPage:
    """What a page of stories held. `before` asks for the next; None when all were looked through."""

    found: tuple[FoundStory, ...]
    looked_at: int
    before: int | None


def count_stories(newsroom: Newsroom, scope: StoryScope) -> int:
    """Number of the stories that are to be looked through."""
    return newsroom.texts.count(scope)


def find_on_page(newsroom: Newsroom, question: DeskQuestion, account: Account, before: int | None) -> FoundPage:
    """Look through the next stories."""
    page = newsroom.texts.page(question.scope, before)
    each = (_found_in(newsroom, texts, question, account) for texts in page.texts)
    return FoundPage(tuple(filter(None, each)), len(page.texts), page.before)


def _found_in(newsroom: Newsroom, texts: BlockTexts, question: DeskQuestion, account: Account) -> FoundStory | None:
    places, number = list[FoundPlace](), 0
    for name, text in _parts(texts):
        matches = [*question.query.matches(text, question.put)]
        shown = replacements(text, matches[: _MOST_SHOWN - len(places)])
        places += [_shown(name, text, change) for change in shown]
        number += len(matches)
    if not number:
        return None
    return FoundStory(texts.card, number, tuple(places), why_not(newsroom, texts.card, account))


def _parts(texts: BlockTexts) -> Iterator[tuple[str, str]]:
    yield from ((name, getattr(texts.card, name)) for name in FIELDS)
    yield from ((_BODY, block) for block in texts.blocks)


def why_not(newsroom: Newsroom, card: StoryCard, account: Account) -> str:
    """Why a person may not replace anything in a story now; the newsroom asks again when they do."""
    refusal = newsroom.stories.may_write(card, account)
    if refusal or card.claim is None:
        return worded(refusal)
    if card.claim.login == account.login:
        return tr("You are writing in it: replace there, with Ctrl+H.")
    return tr("{name} is writing in it.").format(name=card.claim.name)


def _shown(name: str, text: str, change: Substitution) -> FoundPlace:
    start = max(0, change.start - _AROUND)
    before, after = text[start : change.start], text[change.end : change.end + _AROUND]
    return FoundPlace(
        name, f"{'…' if start else ''}{before}", text[change.start : change.end],
        f"{after}{'…' if change.end + _AROUND < len(text) else ''}", change.put,
    )  # fmt: skip


def replacements(text: str, matches: Sequence[Match]) -> list[Substitution]:
    """Matches, whose places are those of Qt, as places of the text."""
    if all(character <= "\uffff" for character in text):
        return [Substitution(one.start, one.start + one.length, one.replacement) for one in matches]
    packed = text.encode("utf-16-le")

    def place(at: int) -> int:
        return len(packed[: 2 * at].decode("utf-16-le", "ignore"))

    return [Substitution(place(one.start), place(one.start + one.length), one.replacement) for one in matches]
