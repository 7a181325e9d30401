"""Snippets: the first place in a story that holds what was looked for, with what stands around it, all hits marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db.fields import SEARCHED
from db.text.search_hits import Hits, Place
from db.values import StoryCard

_SNIPPET_CONTEXT = 60
"""Characters of a snippet on each side of its first hit."""


@dataclass(frozen=True)
class SnippetPart:
    """A part of a snippet."""

    text: str
    hit: bool = False


def snippet_of(card: StoryCard, body: str, cutlines: str, hits: Hits) -> tuple[SnippetPart, ...]:
    """The first hit with what stands around it, all hits marked."""
    fields = ((one.name, getattr(card, one.name)) for one in SEARCHED)
    for field, whole in (("body", body), ("cutlines", cutlines), *fields):
        places = hits.first_places(whole, field, card.language)
        if places:
            return tuple(part for part in _snippet_parts(whole, places) if part.text)
    return ()


def _snippet_parts(whole: str, places: Sequence[Place]) -> Iterator[SnippetPart]:
    """The stretch of a text around the first of these places."""
    at = max(0, places[0][0] - _SNIPPET_CONTEXT)
    last = min(len(whole), places[0][1] + _SNIPPET_CONTEXT)
    if at:
        yield SnippetPart("… ")
    for start, end in places:
        if end <= last:
            yield SnippetPart(_on_one_line(whole[at:start]))
            yield SnippetPart(_on_one_line(whole[start:end]), hit=True)
            at = end
    yield SnippetPart(_on_one_line(whole[at:last]))
    if last < len(whole):
        yield SnippetPart(" …")


def _on_one_line(part: str) -> str:
    return part.replace("\n", " ").replace("\u2028", " ")
