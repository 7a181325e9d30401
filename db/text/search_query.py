"""What a person types into the search field, understood: words, phrases, beginnings, and filters. Any input is safe."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from unicodedata import combining

from db.fields import SEARCHED

FILTERS = ("stage", "desk", "kind", "by", "after", "before", "due", *(one.name for one in SEARCHED))
"""Names that may stand before a colon. That of a searched field asks for words of it."""

_MOST_TERMS = 24
"""Terms that are looked for: each costs the index a look-up, and a search of more narrows nothing down any more."""
_LONGEST = 2_000
"""Characters that are looked at; nobody types more and means it."""

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_NO_TEXT = re.compile("[\0\ud800-\udfff]")
"""Characters that no database stores: the one without a number, and halves of pairs."""
_PART = re.compile(r'(?P<name>[a-z]+):(?:"(?P<quoted>[^"]*)"?|(?P<value>\S+))|"(?P<phrase>[^"]*)"?|(?P<word>\S+)')


@dataclass(frozen=True)
class Term:
    """Words that must stand next to one another; with `prefix` the last may go on."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True)
class Query:
    """A search that is understood: its words, and its filters by name."""

    terms: tuple[Term, ...] = ()
    filters: tuple[tuple[str, str], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was asked."""
        return not self.terms and not self.filters


def parse(text: str) -> Query:
    """Understand a search. What cannot be a filter is looked for as words; what has no letter or digit is left out."""
    terms: list[Term] = []
    filters: list[tuple[str, str]] = []
    for part in _PART.finditer(_NO_TEXT.sub(" ", text[:_LONGEST]).casefold()):
        value = part["value"] or part["quoted"] or ""
        if part["name"] in FILTERS and value:
            filters.append((part["name"], value))
            continue
        raw = part["phrase"] if part["phrase"] is not None else part[0]
        words = tokens(raw)
        if words:
            terms.append(Term(words, prefix=part["phrase"] is None and raw.endswith("*")))
    return Query(tuple(terms[:_MOST_TERMS]), tuple(filters[:_MOST_TERMS]))


def with_other_value(text: str, name: str, old: str, new: str) -> str:
    """A search in which a filter asks for another value wherever it asked for the old one; all else stays as typed."""

    def change(part: re.Match[str]) -> str:
        value = part["value"] or part["quoted"] or ""
        if part["name"] != name or value.casefold() != old.casefold():
            return part[0]
        return f'{name}:"{new}"' if re.search(r"\s", new) else f"{name}:{new}"

    return _PART.sub(change, text)


@cache
def _token() -> re.Pattern[str]:
    """The pattern of one word or Han character; compiled at the first search."""
    return re.compile(rf"[{_HAN}]|[^\W_{_HAN}]+")


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text as the index holds them: small letters without accents; each Han character is one."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not combining(letter))
    return tuple(_token().findall(plain))


def spaced(text: str) -> str:
    """A text with its Han characters apart, so that the index takes each for a word."""
    return re.sub(rf"([{_HAN}])", r" \1 ", text)


def day(value: str, today: date) -> date | None:
    """The day that `2026-11-24`, `today`, `yesterday` or `tomorrow` names; None for anything else."""
    near = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if value in near:
        return today + timedelta(days=near[value])
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def hit_pattern(query: Query) -> re.Pattern[str] | None:
    """The pattern of the hits of a query in a text; None when it has no words."""
    parts = []
    for term in query.terms:
        words = r"[\W_]*".join(map(re.escape, term.words))
        ends = rf"(?![^\W_{_HAN}])" if not term.prefix and not re.match(f"[{_HAN}]", term.words[-1]) else ""
        starts = "" if re.match(f"[{_HAN}]", term.words[0]) else rf"(?<![^\W_{_HAN}])"
        parts.append(f"{starts}{words}{ends}")
    return re.compile("|".join(parts), re.IGNORECASE) if parts else None
