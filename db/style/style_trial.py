"""Trials of a rule of house style: what it would remark in printed stories, and whether some text makes it run wild."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from time import process_time

from db.errors import Refused
from db.sandbox import OutOfBounds, sandboxed
from db.style.judgements import Quote
from db.style.rule_matching import WILD_SECONDS, RuleSet
from db.style.style_rules import StyleRule

_MOST_SHOWN = 200
"""Hits of a trial that are shown: who reads them all knows what the rule does."""
_PROBE = 3_000
"""Characters of the runs that a rule is tried on: what grows with their square takes hundredths of a second."""
_TRIAL_SECONDS = 3.0
"""Of work that a trial is given beside that of a usual file: a thousand stories are six million letters."""


@dataclass(frozen=True)
class TrialHit:
    """A place in a printed story that a rule would remark."""

    slug: str
    quote: Quote
    prefer: str


@dataclass(frozen=True)
class StyleTrial:
    """What a rule would have remarked."""

    stories: int
    """Stories it was tried on."""
    hit: int
    """Stories it would have remarked something in."""
    count: int
    """Remarks in all of them."""
    hits: tuple[TrialHit, ...]
    """The first of them."""


def try_on(rule: StyleRule, texts: list[tuple[str, str]]) -> StyleTrial:
    """What a rule remarks in texts, each with its slug; worked out where it can be ended.

    Raises Refused for a rule that cannot be read or runs wild.
    """
    refuse_wild(rule)
    try:
        return sandboxed(tried_on, rule, texts, name=f"The rule “{rule.find}”", longer=_TRIAL_SECONDS)
    except OutOfBounds as error:
        raise _wild(rule) from error


def tried_on(rule: StyleRule, texts: list[tuple[str, str]]) -> StyleTrial:
    """What a rule remarks in texts."""
    rules, hits, count, hit = RuleSet([rule]), list[TrialHit](), 0, 0
    for slug, text in texts:
        found = [match for part in text.split("\n\n") for match in _hits(rules, slug, part)]
        count += len(found)
        hit += bool(found)
        hits += found[: max(0, _MOST_SHOWN - len(hits))]
    if rules.wild:
        raise _wild(rule)
    return StyleTrial(len(texts), hit, count, tuple(hits))


def _hits(rules: RuleSet, slug: str, text: str) -> list[TrialHit]:
    return [TrialHit(slug, Quote.of(text, one.start, one.end), one.prefer) for one in rules.matches(text)]


def refuse_wild(rule: StyleRule) -> None:
    """Raise Refused for an expression that some text can make run for long; it is tried where it can be ended."""
    if not rule.pattern:
        return
    try:
        taken = sandboxed(_slowest_probe, rule, name=rule.find)
    except OutOfBounds as error:
        raise _wild(rule) from error
    if taken > WILD_SECONDS * _PROBES_OVER:
        raise _wild(rule)


_PROBES_OVER = 5
"""Times a paragraph's share of time that a run of one sign may take: it is longer than any paragraph, and no text."""


def _wild(rule: StyleRule) -> Refused:
    return Refused(f"“{rule.find}” would run for long on some texts: let nothing repeat within what repeats.")


def _slowest_probe(rule: StyleRule) -> float:
    """Seconds that the slowest run of signs takes, of those that its own letters make; the first that is too slow."""
    found = re.compile(rule.find, re.NOFLAG if rule.case else re.IGNORECASE)
    runs, slowest, length = _runs_for(rule.find), 0.0, _FIRST_PROBE
    while length < _PROBE:
        for text in (run * (length // len(run) + 1) + end for run in runs for end in ("\0", "!")):
            slowest = max(slowest, _seconds(found, text))
            if slowest > WILD_SECONDS * _PROBES_OVER:
                return slowest
        length = length * 6 // 5
    return slowest


def _runs_for(find: str) -> Iterable[str]:
    """What is said again and again in the texts an expression is tried on: signs, and its own signs and words."""
    signs = [sign for sign in find if not sign.isspace()]
    return dict.fromkeys((*"a1 -.", "a ", "a1", *signs, *(f"a{sign}" for sign in signs), *_WORDS.findall(find)))


_WORDS = re.compile(r"\w{2,}")
_FIRST_PROBE = 10
"""Signs of the shortest run: each is a fifth longer than the one before, so that what doubles with every sign is found
before it takes seconds.
"""


def _seconds(found: re.Pattern[str], text: str) -> float:
    begun = process_time()
    for _ in found.finditer(text):
        pass
    return process_time() - begun
