"""Remarks on a paragraph: what spelling and house style find in it, with what may stand there instead."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from db.style.judgements import SPELLING, Dismissed, Quote, is_dismissed
from db.style.rule_matching import RuleSet, StyleMatch
from db.values import Severity
from desktop.editor.proofreading.marks import MarkShape, TextMark
from desktop.editor.text.text_ranges import ForeignRun
from exports.spelling.spell_check import SpellCheck, Unknown


@dataclass(frozen=True)
class Remark:
    """One place of a paragraph; offsets as Qt counts them."""

    start: int
    end: int
    quote: Quote
    unknown: Unknown | None = None
    """The word that spelling does not know; None for a remark of house style."""
    language: str = ""
    """Language that its word is held against, where that is not the story's."""
    broken: StyleMatch | None = None
    """The rule of house style that is broken, with what it prefers."""

    @property
    def rule(self) -> str:
        """Name of the rule that was broken, as judgements have it."""
        return self.broken.rule.name if self.broken else SPELLING

    @property
    def may_be_dismissed(self) -> bool:
        """Whether it can be dismissed: not where it stops the story."""
        return self.broken is None or self.broken.rule.severity is not Severity.BLOCKER

    @property
    def mark(self) -> TextMark:
        """How it is shown."""
        return TextMark(self.start, self.end, MarkShape.DOTS if self.broken else MarkShape.WAVE)

    def counts(self, used: Counter[str]) -> bool:
        """Whether it is shown in a story that uses its unknown words so often."""
        return self.unknown is None or self.unknown.counts(used)

    def moved(self, by: int) -> "Remark":
        """The same, so much further on."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True)
class Standards:
    """What texts of a story are held against."""

    check: SpellCheck | None = None
    """None where the language has no dictionary, or its person wants none."""
    rules: RuleSet | None = None
    """House style; None where its person wants none."""
    others: Mapping[str, SpellCheck | None] = field(default_factory=dict)
    """What words in other languages are held against, by these."""
    dismissed: Dismissed = field(default_factory=dict)

    def check_in(self, language: str) -> SpellCheck | None:
        """What words in a language are held against; the story's where none is named."""
        return self.others.get(language) if language else self.check

    def remarks(self, text: str, foreign: Sequence[ForeignRun] = ()) -> tuple[Remark, ...]:
        """Remarks on a paragraph, in its order, without those that were dismissed there; some of it is in other
        languages.
        """
        own = text
        for run in foreign:
            own = own[: run.start] + " " * (run.end - run.start) + own[run.end :]
        found = [*self._broken(text), *self._unknown(text, ForeignRun(0, len(text), ""), own)]
        for run in foreign:
            found += self._unknown(text, run, text[run.start : run.end])
        return tuple(sorted(filter(self._stays, found), key=lambda one: one.start))

    def _unknown(self, text: str, run: ForeignRun, words: str) -> Iterator[Remark]:
        """Unknown ones among the words that are seen of a run of a text."""
        place, check = _places(text), self.check_in(run.language)
        for one in check.unknown(words) if check else ():
            start, end = run.start + one.start, run.start + one.end
            quote = Quote.of(text, start, end)
            yield Remark(place(start), place(end), quote, unknown=one, language=run.language)

    def _broken(self, text: str) -> Iterator[Remark]:
        place = _places(text)
        for one in self.rules.matches(text) if self.rules else ():
            yield Remark(place(one.start), place(one.end), Quote.of(text, one.start, one.end), broken=one)

    def _stays(self, remark: Remark) -> bool:
        return not (remark.may_be_dismissed and is_dismissed(self.dismissed, remark.rule, remark.quote))


def _places(text: str) -> Callable[[int], int]:
    """Offsets of a text as Qt counts them, where characters beyond the first 65,536 take two."""
    if text.isascii() or max(text) <= "\uffff":
        return int
    wide = [place for place, character in enumerate(text) if character > "\uffff"]
    return lambda characters: characters + bisect_left(wide, characters)


def moved_by_edit(remarks: Sequence[Remark], at: int, removed: int, added: int) -> tuple[Remark, ...]:
    """Remarks where they stand after an edit of their paragraph, until it is looked at again; touched ones are gone."""
    before = tuple(one for one in remarks if one.end < at)
    return before + tuple(one.moved(added - removed) for one in remarks if one.start > at + removed)
