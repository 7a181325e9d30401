"""What a person types into the search field, understood: words, phrases, beginnings, and filters. Any input is safe."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar
from unicodedata import normalize

from db.fields import SEARCHED
from db.text.folding import folded_name
from db.text.own_letters import OwnSpelling, own_spellings
from db.text.search_words import question

_SEARCHED = tuple(one.name for one in SEARCHED)
FILTERS = ("stage", "desk", "kind", "by", "after", "before", "due", *_SEARCHED)
"""Names that may stand before a colon. That of a searched field asks for words of it."""

_MOST_TERMS = 24
"""Terms that are looked for: each costs the index a look-up, and a search of more narrows nothing down any more."""
MOST_WORDS = 100
"""Words of a phrase that are looked for: what begins with as many is found, and more are only pasted."""
_LONGEST = 2_000
"""Characters that are looked at; nobody types more and means it."""
_OR = "OR"
"""Between two terms: either will do. In capitals, so that it is no word of a text."""

_NO_TEXT = re.compile("[\0\ud800-\udfff]")
"""Characters that no database stores: the one without a number, and halves of pairs."""
_AS_TYPED = str.maketrans({**dict.fromkeys("“”„‟«»＂", '"'), "：": ":", "＊": "*", "－": "-"})
"""Quotation marks as writing systems and telephones make them, and the wide signs of Chinese keyboards."""
_WITHOUT_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "ae", "Ö": "oe", "Ü": "ue", "Å": "aa", "Ø": "oe"}
)
"""Mueller for Müller, Aarhus for Århus. The other way round it would find words that are none: “neue” holds no ü."""
_PART = re.compile(
    r"(?P<minus>-(?=[^\s-]))?"
    r'(?:(?P<name>[A-Za-z]+):(?:"(?P<quoted>[^"]*)"?|(?P<value>\S+))|"(?P<phrase>[^"]*)"?|(?P<word>\S+))'
)

Part = TypeVar("Part")


@dataclass(frozen=True)
class Term:
    """Words that must stand next to one another, anywhere or in a field; with `prefix` the last may go on."""

    words: tuple[str, ...]
    prefix: bool = False
    field: str = ""
    own: tuple[OwnSpelling, ...] = ()
    """How the words are spelled in stories of some languages, where letters of their own were typed."""


@dataclass(frozen=True)
class Filter:
    """One condition on what a story is; with `begun` its value may go on, as where somebody still types it."""

    name: str
    value: str
    begun: bool = False
    negated: bool = False


@dataclass(frozen=True)
class Query:
    """A search that is understood: a story has a term of each group, none that is unwanted, and passes the filters."""

    groups: tuple[tuple[Term, ...], ...] = ()
    without: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was asked."""
        return not (self.groups or self.without or self.filters)

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms that may be found in a story."""
        return tuple(term for group in self.groups for term in group)


def parse(text: str) -> Query:
    """Understand a search. What cannot be a filter is looked for as words; what has no letter or digit is left out."""
    groups, without, filters = list[list[Term]](), list[Term](), list[Filter]()
    either = False
    for part in _PART.finditer(_NO_TEXT.sub(" ", text[:_LONGEST]).translate(_AS_TYPED)):
        if part[0].rstrip("*") == _OR:
            either = True
            continue
        asked, terms = _filter(part), _terms(part)
        if asked is not None:
            filters.append(asked)
        elif part["minus"]:
            without += terms
        elif terms:
            groups += [] if either and groups else [[]]
            groups[-1] += terms
        either = False
    return Query(_different([_different(group) for group in groups]), _different(without), _different(filters))


def with_other_value(text: str, name: str, old: str, new: str) -> str:
    """A search in which a filter asks for another value wherever it asked for the old one; all else stays as typed."""
    quoted = f'"{new}"' if re.search(r"\s", new) else new

    def change(part: re.Match[str]) -> str:
        named, value = _named(part)
        if named != name or folded_name(value) != folded_name(old):
            return text[part.start() : part.end()]
        return f"{part['minus'] or ''}{name}:{quoted}"

    return _PART.sub(change, text.translate(_AS_TYPED))


def _different(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The first of these parts, each once: what is typed twice asks for no more."""
    return tuple(dict.fromkeys(parts))[:_MOST_TERMS]


def _filter(part: re.Match[str]) -> Filter | None:
    """The filter that a part of a search is; None for words, those of one field among them."""
    name, value = _named(part)
    if not value or name not in FILTERS or name in _SEARCHED:
        return None
    return Filter(name, value.rstrip("*"), value.endswith("*"), bool(part["minus"]))


def _terms(part: re.Match[str]) -> tuple[Term, ...]:
    """The words that a part of a search asks for, as typed or as wires write them that know no umlauts and rings.

    Those of a field may always go on. None when there are none.
    """
    name, value = _named(part)
    field = name if value and name in _SEARCHED else ""
    typed = value if field else part[0] if part["phrase"] is None else part["phrase"]
    begun = bool(field) or (part["phrase"] is None and typed.endswith("*"))
    spellings = (typed, normalize("NFC", typed).translate(_WITHOUT_UMLAUTS))
    return tuple(term for term in dict.fromkeys(_term(one, field, begun=begun) for one in spellings) if term.words)


def _term(typed: str, field: str, *, begun: bool) -> Term:
    words, goes_on = question(typed)
    words = words[:MOST_WORDS]
    return Term(words, begun or goes_on, field, own_spellings(typed, words))


def _named(part: re.Match[str]) -> tuple[str, str]:
    return (part["name"] or "").lower(), part["value"] or part["quoted"] or ""


def day(value: str, today: date) -> date | None:
    """The day that `2026-11-24`, `today`, `yesterday` or `tomorrow` names; None for anything else."""
    near = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if value in near:
        return today + timedelta(days=near[value])
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
