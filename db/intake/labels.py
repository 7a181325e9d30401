"""What each paragraph of arriving copy is, all of them decided at once: the way through the text with the best total.

Weights by feature and label stand in a table, `resources/intake/labels.json`, learned from labelled copy
(`tools/learn_labels.py`, an averaged perceptron after Collins 2002). A lost paragraph costs four times a line of
furniture that stays: in doubt a paragraph is body.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from db.intake.features import answers
from db.intake.lines import ends_sentence
from db.intake.paragraphs import Paragraphs
from db.intake.wrap import Item
from resources import resource


class Label(StrEnum):
    """What a paragraph is."""

    ABOVE = "above"
    """The site's matter above the headline: a menu, a section, the paper's name."""
    HEADLINE = "headline"
    UNDER = "under"
    """What stands between headline and body and is neither dek nor byline: a date, a caption, the headline again."""
    DEK = "dek"
    BYLINE = "byline"
    BODY = "body"
    WITHIN = "within"
    """Furniture, captions and prompts between paragraphs of the body."""
    BEHIND = "behind"
    """What stands behind the body: tags, comments, other stories."""
    SIGNATURE = "signature"
    """The writer's name behind the text."""


_L = Label
_FOLLOWS: Mapping[Label | None, tuple[Label, ...]] = {
    None: (_L.ABOVE, _L.HEADLINE, _L.DEK, _L.BYLINE, _L.BODY),
    _L.ABOVE: (_L.ABOVE, _L.HEADLINE, _L.DEK, _L.BYLINE, _L.BODY),
    _L.HEADLINE: (_L.UNDER, _L.DEK, _L.BYLINE, _L.BODY),
    _L.UNDER: (_L.UNDER, _L.DEK, _L.BYLINE, _L.BODY),
    _L.DEK: (_L.UNDER, _L.BYLINE, _L.HEADLINE, _L.BODY),
    _L.BYLINE: (_L.ABOVE, _L.UNDER, _L.HEADLINE, _L.DEK, _L.BYLINE, _L.BODY),
    _L.BODY: (_L.BODY, _L.WITHIN, _L.BEHIND, _L.SIGNATURE),
    _L.WITHIN: (_L.BODY, _L.WITHIN, _L.SIGNATURE),
    _L.BEHIND: (_L.BEHIND, _L.SIGNATURE),
    _L.SIGNATURE: (_L.BEHIND, _L.SIGNATURE),
}
"""What may follow what; None stands for the beginning. Nothing behind the body's end opens it again."""

_LEFT_OUT = (_L.ABOVE, _L.UNDER, _L.WITHIN, _L.BEHIND)
_ONCE = (_L.HEADLINE, _L.DEK)
_FATES = {**dict.fromkeys(_LEFT_OUT, _L.BEHIND), _L.SIGNATURE: _L.BYLINE}
"""Labels that come to the same for a paragraph: it is left out, it is the byline."""
_SURE = 2.5
"""What the best way must win by, for a paragraph not to be told as doubtful: with this, six in a hundred that are right
are told, and nearly half of those that are wrong.
"""

_NEVER = 1_000.0
"""Taken off the score of a label that a paragraph surely has not: far more than a whole text's scores make up."""

_ASKED_FIRST = 60
_ASKED_LAST = 200
"""Paragraphs at either end of a text that are asked about; no head or foot is longer, and what lies between is body."""


class _State(NamedTuple):
    """A label, and which of those that stand once have been given before or by it."""

    label: Label
    given: frozenset[Label]


@dataclass(frozen=True)
class Weights:
    """The table."""

    of_answer: dict[str, dict[Label, float]]
    of_step: dict[tuple[Label, Label], float]


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    table = json.loads(resource("intake/labels.json").read_text(encoding="utf-8"))
    answers_ = {name: {Label(label): value for label, value in row.items()} for name, row in table["answers"].items()}
    steps = {(Label(a), Label(b)): value for a, row in table["steps"].items() for b, value in row.items()}
    return Weights(answers_, steps)


class LabelFound(NamedTuple):
    """What a paragraph was taken for, and whether it may well be something else."""

    label: Label
    doubtful: bool = False


def labelled(items: Sequence[Item], subject: str = "") -> list[LabelFound]:
    """A label for each paragraph: those of the best total. `subject` is that of the mail the text came in."""
    between = len(items) - _ASKED_FIRST - _ASKED_LAST
    if between <= 0:
        return _labels_of(Paragraphs(items, subject))
    found = _labels_of(Paragraphs([*items[:_ASKED_FIRST], *items[-_ASKED_LAST:]], subject))
    return [*found[:_ASKED_FIRST], *[LabelFound(Label.BODY)] * between, *found[_ASKED_FIRST:]]


def _labels_of(paragraphs: Paragraphs) -> list[LabelFound]:
    weights = shipped_weights()
    scored = bound([scores(given, weights) for given in answers(paragraphs)], paragraphs)
    best = best_way(scored, weights)
    given = zip(guarded(best, paragraphs), best, margins(scored, weights), strict=True)
    return [LabelFound(label, label is not first or margin < _SURE) for label, first, margin in given]


def bound(scored: Sequence[dict[Label, float]], paragraphs: Paragraphs) -> list[dict[Label, float]]:
    """The scores, where no paragraph is left out that is surely of the body, and none a headline that cannot be one."""
    return [
        {label: value - _NEVER if _is_never(label, paragraphs, at) else value for label, value in score.items()}
        for at, score in enumerate(scored)
    ]


def _is_never(label: Label, paragraphs: Paragraphs, at: int) -> bool:
    if label is Label.BODY:
        return paragraphs.is_surely_of_page(at)
    return _is_sure(label, paragraphs, at) or (label is Label.HEADLINE and not paragraphs.can_be_headline(at))


def guarded(found: Sequence[Label], paragraphs: Paragraphs) -> list[Label]:
    """The labels, where no plain sentence of a story is left out: it is body, whatever the weights say."""
    if Label.BODY not in found:
        return [
            Label.BODY if label in _LEFT_OUT and not paragraphs.boilerplate[at] else label
            for at, label in enumerate(found)
        ]
    sure = [_is_sure(label, paragraphs, at) for at, label in enumerate(found)]
    kept = [at for at, label in enumerate(found) if label is Label.BODY or sure[at]]
    labels = [
        Label.BODY
        if sure[at] or _is_lede(label, paragraphs, at) or _is_between(label, paragraphs, at, kept)
        else _without_doubles(label, paragraphs, at)
        for at, label in enumerate(found)
    ]
    labels = _with_lede(_with_headline(labels, paragraphs), paragraphs)
    return _with_dek(_with_subhead(_with_whole(labels, paragraphs), paragraphs), paragraphs)


def _with_lede(labels: list[Label], paragraphs: Paragraphs) -> list[Label]:
    """The labels, where in a mail a sentence right between headline and body is the lede: reporters send no dek so."""
    at = labels.index(Label.DEK) if Label.DEK in labels else 0
    between = 0 < at < len(labels) - 1 and labels[at - 1] is Label.HEADLINE and labels[at + 1] is Label.BODY
    if between and paragraphs.subject and paragraphs.is_plain_sentence(at):
        return [*labels[:at], Label.BODY, *labels[at + 1 :]]
    return labels


def _with_headline(labels: list[Label], paragraphs: Paragraphs) -> list[Label]:
    """The labels, where of copy that is no page and has no headline the first plain line above it is that."""
    if paragraphs.is_page or paragraphs.subject or Label.HEADLINE in labels:
        return labels
    first = labels.index(Label.BODY)
    plain = [at for at in range(first) if labels[at] is Label.ABOVE and paragraphs.may_be_headline(at)]
    changed = {at: Label.HEADLINE if at == plain[0] else Label.BODY for at in plain}
    return [changed.get(at, label) for at, label in enumerate(labels)]


def _with_whole(labels: list[Label], paragraphs: Paragraphs) -> list[Label]:
    """The labels, where no paragraph is left out of which the body has the beginning: it stands in its place."""
    changed: dict[int, Label] = {}
    for at, label in enumerate(labels):
        if label is Label.BODY and paragraphs.is_teaser(at):
            own = paragraphs.keys[at]
            longer = (one for one, other in enumerate(paragraphs.keys) if other != own and other.startswith(own))
            whole = next(longer)
            if labels[whole] in _LEFT_OUT:
                changed |= {whole: Label.BODY, at: Label.UNDER}
    return [changed.get(at, label) for at, label in enumerate(labels)]


def _with_subhead(labels: list[Label], paragraphs: Paragraphs) -> list[Label]:
    """The labels, where a title right above the first paragraph, of a text with titles between others, is a subhead.

    What was taken for a dek above it is the headline then.
    """
    at = labels.index(Label.HEADLINE) if Label.HEADLINE in labels else 0
    above = labels.index(Label.DEK) if Label.DEK in labels[:at] else at
    subhead = above < at and at == paragraphs.first_prose - 1 and paragraphs.titles and not paragraphs.is_page
    if not subhead or ends_sentence(paragraphs.texts[above]):
        return labels
    changed = {above: Label.HEADLINE, at: Label.BODY}
    return [changed.get(one, label) for one, label in enumerate(labels)]


def _is_sure(label: Label, paragraphs: Paragraphs, at: int) -> bool:
    """Whether a paragraph is surely of the body that was taken for something else."""
    if label is Label.BODY:
        return False
    if at in paragraphs.listed or (not paragraphs.is_page and paragraphs.is_listed(at)):
        return True
    if at in paragraphs.list_titles and label not in _ONCE:
        return True
    return label in (*_LEFT_OUT, Label.SIGNATURE) and (paragraphs.is_sure(at) or paragraphs.is_told_on(at))


def _with_dek(labels: list[Label], paragraphs: Paragraphs) -> list[Label]:
    """The labels, where the line below the headline is the dek if nothing else says what it is; not on a page."""
    at = labels.index(Label.HEADLINE) + 1 if Label.HEADLINE in labels else len(labels)
    alone = at < len(labels) and labels[at] in (Label.UNDER, Label.BYLINE) and Label.DEK not in labels
    if alone and not paragraphs.is_page and paragraphs.may_be_dek(at):
        return [*labels[:at], Label.DEK, *labels[at + 1 :]]
    return labels


def _without_doubles(label: Label, paragraphs: Paragraphs, at: int) -> Label:
    """The label; a dek that breaks off, and is the beginning of a paragraph, is none, nor is the headline a byline."""
    if label in (Label.BYLINE, Label.SIGNATURE) and paragraphs.bylines[at] is None and paragraphs.repeats_line(at):
        return Label.UNDER
    broken_off = label is Label.DEK and not ends_sentence(paragraphs.texts[at].rstrip("…."))
    return Label.UNDER if broken_off and paragraphs.is_teaser(at) else label


def _is_between(label: Label, paragraphs: Paragraphs, at: int, kept: Sequence[int]) -> bool:
    """Whether running text between paragraphs of the body is left out, in copy that is no page."""
    inside = bool(kept) and at < kept[-1]
    between = inside and (paragraphs.prose[at] or (kept[0] < at and paragraphs.is_plain(at)))
    return label in _LEFT_OUT and not paragraphs.is_page and between and not paragraphs.repeats_line(at)


def _is_lede(label: Label, paragraphs: Paragraphs, at: int) -> bool:
    """Whether a paragraph of head begins with a dateline and is a sentence."""
    return label is not Label.BODY and paragraphs.prose[at] and paragraphs.datelines[at]


def scores(given: Sequence[str], weights: Weights) -> dict[Label, float]:
    """What speaks for each label of a paragraph that answers those questions with yes."""
    found = dict.fromkeys(Label, 0.0)
    for name in given:
        for label, value in weights.of_answer.get(name, {}).items():
            found[label] += value
    return found


def best_way(scored: Sequence[Mapping[Label, float]], weights: Weights) -> list[Label]:
    """The labels whose scores and steps add up to most (Viterbi 1967)."""
    best: dict[_State | None, float] = {None: 0.0}
    ways: list[dict[_State, _State | None]] = []
    for score in scored:
        best, way = _step(best, score, weights.of_step)
        ways.append(way)
    state = max(best, key=lambda one: best[one], default=None)
    found: list[Label] = []
    for way in reversed(ways):
        assert state is not None
        found.append(state.label)
        state = way[state]
    return found[::-1]


def margins(scored: Sequence[Mapping[Label, float]], weights: Weights) -> list[float]:
    """For each paragraph, by how much the best way beats the best one on which it has another fate.

    The best totals from the beginning and to the end (max-product forward and backward) meet at each paragraph.
    """
    forward: list[dict[_State | None, float]] = []
    best: dict[_State | None, float] = {None: 0.0}
    for score in scored:
        best, _way = _step(best, score, weights.of_step)
        forward.append(best)
    behind: dict[_State | None, float] = dict.fromkeys(best, 0.0)
    found: list[float] = []
    for at in range(len(scored) - 1, -1, -1):
        found.append(_margin(forward[at], behind))
        behind = _back(forward[at - 1] if at else {}, behind, scored[at], weights.of_step)
    return found[::-1]


def _margin(before: Mapping[_State | None, float], behind: Mapping[_State | None, float]) -> float:
    """The best total through a paragraph, less the best with another fate of it."""
    of_fate: dict[Label, float] = {}
    for state, total in before.items():
        if state is not None:
            fate = _FATES.get(state.label, state.label)
            of_fate[fate] = max(of_fate.get(fate, float("-inf")), total + behind.get(state, float("-inf")))
    first, second = [*sorted(of_fate.values(), reverse=True), float("-inf"), float("-inf")][:2]
    return first - second


def _back(
    states: Mapping[_State | None, float],
    behind: Mapping[_State | None, float],
    score: Mapping[Label, float],
    steps: Mapping[tuple[Label, Label], float],
) -> dict[_State | None, float]:
    """The best total from each state before a paragraph to the end."""
    nothing = float("-inf")
    found: dict[_State | None, float] = {}
    for before in states:
        if before is not None:
            ways = (
                score[state.label] + steps.get((before.label, state.label), 0.0) + behind.get(state, nothing)
                for state in _next(before)
            )
            found[before] = max(ways, default=nothing)
    return found


def _step(
    best: Mapping[_State | None, float], score: Mapping[Label, float], steps: Mapping[tuple[Label, Label], float]
) -> tuple[dict[_State | None, float], dict[_State, _State | None]]:
    """One paragraph further: the best total of each state, and the state it was reached from."""
    totals: dict[_State | None, float] = {}
    way: dict[_State, _State | None] = {}
    for before, total in best.items():
        for state in _next(before):
            reached = total + score[state.label] + (steps.get((before.label, state.label), 0.0) if before else 0.0)
            if state not in totals or reached > totals[state]:
                totals[state], way[state] = reached, before
    return totals, way


@cache
def _next(before: _State | None) -> tuple[_State, ...]:
    """The states that one may lead to; there are some thirty of them."""
    given = before.given if before else frozenset()
    labels = (label for label in _FOLLOWS[before.label if before else None] if _may(label, given))
    return tuple(_State(label, given | {label} if label in _ONCE else given) for label in labels)


def _may(label: Label, given: frozenset[Label]) -> bool:
    """Whether a label may be given once those are: a headline and a dek once, `above` before the headline alone."""
    if label in given:
        return False
    return label is not _L.ABOVE or _L.HEADLINE not in given
