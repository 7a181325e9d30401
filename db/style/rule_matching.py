"""Where a text breaks rules of house style: each rule is tried only where its words stand, and none may run wild."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from time import thread_time
from typing import NamedTuple

from db.style.style_rules import ANY_ENDING, StyleRule, alternatives, expression

WILD_SECONDS = 0.02
"""Processor time that a rule may take for one paragraph: five hundred have 0.03 s for three pages, so this one is a
hundred times slower than it may be.
"""
_LONG_PARAGRAPH = 1_500
"""Characters from which a paragraph is given more time, in step with its length: what was pasted without a line break,
such as a whole report, would else switch off rules of which nothing is wrong but that they find much.
"""
_WORD = re.compile(r"\w+")
_MOST_KNOWN = 2_000
"""Paragraphs whose matches are kept: ten stories of ten thousand words."""
_LETTERS = 3
"""Letters by which a word with any ending is looked up: shorter beginnings are tried in every text."""


class StyleMatch(NamedTuple):
    """A place of a text that breaks a rule, and what is preferred there."""

    start: int
    end: int
    rule: StyleRule
    prefer: str


class _Compiled(NamedTuple):
    rule: StyleRule
    expression: re.Pattern[str]


class RuleSet:
    """Rules that hold in one story, made ready to be tried on its paragraphs."""

    def __init__(self, rules: Iterable[StyleRule]) -> None:
        self.wild: dict[str, float] = {}
        """Seconds that rules took which ran wild, by name; they are tried no more."""
        self._always: list[_Compiled] = []
        self._by_word: dict[str, list[_Compiled]] = {}
        self._known: dict[str, list[StyleMatch]] = {}
        """Matches of paragraphs: a story that is written is looked through at each pause, and has most still."""
        for rule in rules:
            self._take(_Compiled(rule, expression(rule)))

    def matches(self, text: str) -> list[StyleMatch]:
        """Every place that breaks a rule, in its order; of places that overlap the longest."""
        known, wild = self._known.get(text), len(self.wild)
        if known is not None:
            return known
        found = self._look_through(text)
        if len(self._known) >= _MOST_KNOWN or len(self.wild) > wild:
            self._known.clear()
        if len(self.wild) == wild:
            self._known[text] = found
        return found

    def _look_through(self, text: str) -> list[StyleMatch]:
        found = [match for one in self._tried(text) for match in self._find(one, text)]
        kept, end = list[StyleMatch](), 0
        for match in sorted(found, key=lambda one: (one.start, -one.end)):
            if match.start >= end:
                kept.append(match)
                end = match.end
        return kept

    def _take(self, compiled: _Compiled) -> None:
        keys = _keys(compiled.rule)
        for key in keys:
            self._by_word.setdefault(key, []).append(compiled)
        if not keys:
            self._always.append(compiled)

    def _tried(self, text: str) -> Iterator[_Compiled]:
        """The rules whose first word stands in a text, and those that have none."""
        yield from self._always
        words = {word.casefold() for word in _WORD.findall(text)}
        keys = words | {word[:_LETTERS] + ANY_ENDING for word in words}
        yield from dict.fromkeys(one for key in keys & self._by_word.keys() for one in self._by_word[key])

    def _find(self, one: _Compiled, text: str) -> list[StyleMatch]:
        if one.rule.name in self.wild:
            return []
        begun = thread_time()
        found = [
            StyleMatch(match.start(), match.end(), one.rule, preferred(one.rule, match))
            for match in one.expression.finditer(text)
            if match.end() > match.start()
        ]
        if (taken := thread_time() - begun) > WILD_SECONDS * max(1, len(text) / _LONG_PARAGRAPH):
            self.wild[one.rule.name] = taken
        return [match for match in found if match.prefer != text[match.start : match.end]]


def rule_set(rules: Iterable[StyleRule]) -> RuleSet:
    """Rules made ready; the same ones, in which none has run wild, were made ready once."""
    wanted = tuple(rules)
    if _made_ready(wanted).wild:
        _made_ready.cache_clear()
    return _made_ready(wanted)


@lru_cache(maxsize=16)  # for each language and desk whose stories are open at a time
def _made_ready(rules: tuple[StyleRule, ...]) -> RuleSet:
    return RuleSet(rules)


def preferred(rule: StyleRule, match: re.Match[str]) -> str:
    """What is to stand in the place of what was found: with a capital where that has one."""
    prefer = match.expand(rule.prefer) if rule.pattern else rule.prefer
    begins = match[0][:1]
    if rule.case or not prefer or not begins.isupper() or prefer[:1].isupper():
        return prefer
    return prefer[:1].upper() + prefer[1:]


def _keys(rule: StyleRule) -> set[str]:
    """First words by which a rule is looked up; none for one that must be tried in every text."""
    if rule.pattern:
        return set()
    keys = set()
    for one in alternatives(rule.find):
        word = _WORD.match(one)
        if word is None:
            return set()
        ends = one[word.end() : word.end() + 1]
        letters = word[0].casefold()
        if ends == ANY_ENDING and len(letters) < _LETTERS:
            return set()
        keys.add(letters[:_LETTERS] + ANY_ENDING if ends == ANY_ENDING else letters)
    return keys
