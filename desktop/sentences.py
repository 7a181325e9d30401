"""Sentences of the newsroom and the press in another language: found by their words, with the values in them.

What `db`, `exports` and the command line say is English, in logs and in the newsroom's own files too. A sentence with
values is known by the words between them: `The login nora is taken.` is `The login {login} is taken.`, and its values
are worded in turn where they are words of the newsroom themselves.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTranslator

NEWSROOM, WINDOW = "newsroom", "Galley"
"""The contexts of a translation file: what the newsroom says, and what the window does."""

_HOLE = re.compile(r"\{(\w+)[^{}]*\}")
_LONGEST = 2_000
"""Characters of what is looked at: the newsroom's own sentences end at 1,200."""
_DEEPEST = 3
"""Sentences within sentences: `The batch was stopped: pier: Still empty: Headline.` has two."""
_FEWEST = 4
"""Letters between the values by which a sentence is known: fewer say nothing."""
_TERMS = frozenset({"stage", "role", "role2", "past", "changes", "field", "join", "capitalize"})
"""Values that are words of the trade, which the window has too; others may be what somebody is called."""
_ENDS = re.compile(r"(?<=[.?!…]) (?=[A-Z“])")
"""Between two sentences."""


@dataclass(frozen=True)
class Pattern:
    """A sentence with values."""

    literals: tuple[str, ...]
    """The words before, between and behind the values."""
    names: tuple[str, ...]
    translation: str

    @classmethod
    def of(cls, source: str, translation: str) -> "Pattern":
        """The pattern of a sentence in which the names of values stand in braces."""
        parts = _HOLE.split(source)
        return cls(tuple(parts[::2]), tuple(parts[1::2]), _HOLE.sub(r"{\1}", translation))

    def values(self, sentence: str) -> dict[str, str] | None:
        """The values that stand in a sentence, each as short as can be; None where it is another sentence.

        Reads it once: each word is looked for behind the one before.
        """
        first, last = self.literals[0], self.literals[-1]
        if not sentence.startswith(first) or not sentence.endswith(last):
            return None
        at, end, found = len(first), len(sentence) - len(last), []
        for literal in self.literals[1:-1]:
            stop = sentence.find(literal, at, end)
            if stop < 0:
                return None
            found.append(sentence[at:stop])
            at = stop + len(literal)
        if at > end:
            return None
        return dict(zip(self.names, (*found, sentence[at:end]), strict=True))


class SentenceTranslator(QTranslator):
    """Answers for the context of the newsroom, once installed; all else it leaves to others."""

    def __init__(self, sentences: Mapping[str, str], terms: Mapping[str, str], parent: QObject | None = None) -> None:
        """`sentences` has the English of each sentence or part of one, and its translation; `terms` the window's."""
        super().__init__(parent)
        self._terms = terms
        self._whole = {source: words for source, words in sentences.items() if not _HOLE.search(source)}
        patterns = [Pattern.of(source, words) for source, words in sentences.items() if source not in self._whole]
        patterns.sort(key=lambda one: -sum(map(len, one.literals)))
        self._patterns = [one for one in patterns if sum(map(str.isalpha, "".join(one.literals))) >= _FEWEST]

    def isEmpty(self) -> bool:
        """Never: Qt asks no translator that is."""
        return False

    def translate(self, context: str, source: str, _disambiguation: str | None = None, _number: int = -1) -> str | None:
        """The sentence in this language; None for what is no sentence of the newsroom."""
        if context != NEWSROOM or not source or len(source) > _LONGEST:
            return None
        return self._worded(source, 0)

    def _worded(self, sentence: str, depth: int) -> str | None:
        if sentence in self._whole:
            return self._whole[sentence]
        if depth == _DEEPEST:
            return None
        return self._by_pattern(sentence, depth) or self._in_parts(sentence, depth)

    def _by_pattern(self, sentence: str, depth: int) -> str | None:
        for pattern in self._patterns:
            values = pattern.values(sentence)
            if values is not None:
                return pattern.translation.format(**{name: self._value(name, values[name], depth) for name in values})
        return None

    def _value(self, name: str, value: str, depth: int) -> str:
        if name in _TERMS:
            words = value.split(", ")
            if all(word in self._terms for word in words):
                return "、".join(self._terms[word] for word in words)
        return self._worded(value, depth + 1) or value

    def _in_parts(self, sentence: str, depth: int) -> str | None:
        """Several sentences, or one behind the name of a story: `pier: Still empty: Headline.`"""
        several = _ENDS.split(sentence)
        if len(several) > 1:
            words = [self._worded(one, depth + 1) for one in several]
            return "".join(each or one for each, one in zip(words, several, strict=True)) if any(words) else None
        name, colon, rest = sentence.partition(": ")
        worded = self._worded(rest, depth + 1) if colon else None
        return f"{name}: {worded}" if worded else None


def messages_in(path: Path, context: str) -> dict[str, str]:
    """What a translation file has in a context: each sentence and its translation, without those that lack one."""
    contexts = (one for one in ET.parse(path).getroot().iter("context") if one.findtext("name") == context)
    messages = (message for one in contexts for message in one.iter("message"))
    both = ((message.findtext("source", ""), message.findtext("translation", "")) for message in messages)
    return {source: words for source, words in both if words.strip()}
