"""Where in a text the words of a search stand: found in its folded form, told as places in the text as it stands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from db.text.folding import fold, origins
from db.text.own_letters import is_spelled, tag_of
from db.text.search_query import Query, Term
from db.text.search_words import Token, tokens_in

Place = tuple[int, int]
"""Where a hit begins and ends."""


@dataclass(frozen=True)
class Hits:
    """The hits of a query in texts; `field` is the name of a field where a text is that field's."""

    query: Query

    def places(self, text: str, field: str = "", language: str = "") -> list[Place]:
        """The places of all hits in a text of a language, from the first on; none overlaps another."""
        places = list(origins(text, self._folded_places(fold(text), field)))
        if not self._has_own_letters:
            return places
        tag = tag_of(language)
        return [place for place in places if self._is_meant(text[slice(*place)], tag)]

    def first_places(self, text: str, field: str = "", language: str = "") -> list[Place]:
        """The places of the first hit of a long text and of those beside it in its line."""
        before = 0
        for line in text.split("\n"):
            places = self.places(line, field, language) if self._may_have(fold(line)) else ()
            if places:
                return [(before + start, before + end) for start, end in places]
            before += len(line) + 1
        return self.places(text, field, language) if self._may_have(fold(text)) else []

    def _is_meant(self, hit: str, tag: str) -> bool:
        """Whether a hit has the letters that were typed, where those are letters of their own in its language."""
        words = tuple(word for word, _place in tokens_in(fold(hit)))
        spellings = [term.own for term in self.query.terms if term.words == words]
        return not spellings or any(
            all(is_spelled(hit, one) for one in spelling if tag in one.languages) for spelling in spellings
        )

    @cached_property
    def _has_own_letters(self) -> bool:
        return any(term.own for term in self.query.terms)

    def _folded_places(self, folded: str, field: str) -> Sequence[Place]:
        """The places of all hits in a folded text."""
        terms = [term for term in self.query.terms if term.field in ("", field)]
        words = tokens_in(folded) if terms else []
        return list(_apart(sorted({place for term in terms for place in _places(term, words)})))

    def _may_have(self, folded: str) -> bool:
        """Whether a folded text may have a hit; asked first because it takes no time."""
        return any(all(part in folded for part in parts) for parts in self._parts)

    @cached_property
    def _parts(self) -> tuple[tuple[str, ...], ...]:
        """What a text holds where a term is; of a pair, between whose characters a space may stand, the first one."""
        return tuple(tuple(word if word.isascii() else word[:1] for word in term.words) for term in self.query.terms)


def _places(term: Term, words: Sequence[Token]) -> Iterator[Place]:
    """The places of a term among the words of a folded text."""
    first, length = term.words[0], len(term.words)
    for at, (word, (start, _end)) in enumerate(words):
        if word.startswith(first) and _matches(term, words[at : at + length]):
            yield start, _end_of(term, *words[at + length - 1])


def _matches(term: Term, here: Sequence[Token]) -> bool:
    *firsts, last = term.words
    words = [word for word, _place in here]
    if words[:-1] != firsts:
        return False
    return words[-1].startswith(last) if term.prefix else words[-1] == last


def _end_of(term: Term, word: str, place: Place) -> int:
    """Where a hit ends: of a word that only begins so, what was asked for is marked."""
    return place[1] if word == term.words[-1] else place[0] + len(term.words[-1])


def _apart(places: Iterable[Place]) -> Iterator[Place]:
    """The places without what of them was told already."""
    done = 0
    for start, end in places:
        if end > done:
            yield max(start, done), end
            done = end
