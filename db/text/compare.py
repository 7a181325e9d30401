"""What changed between two texts of a story: word by word within aligned paragraphs, as data that any view can show."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cache

from db.document import Block
from db.fields import FIELD_NAMES
from db.values import Revision, StoryText

_HAN = "\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MARK = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u200c\u200d"
"""Marks over, under and beside letters: they are part of their word."""

_THAI = "[\u0e40-\u0e44]?[\u0e01-\u0e2e][\u0e30-\u0e3a\u0e45-\u0e4e]*"
"""A letter with its vowels and marks, in place of words: these are not parted by spaces."""


_LEAST_LIKENESS = 0.4
"""Two paragraphs that share less than this part of their words are not versions of one another. With less, they are
paired for their small words alone; with more, one that was half rewritten is shown as gone and new.
"""

_Pair = tuple[int | None, int | None]


class ChangeKind(StrEnum):
    """Kinds of what became of a part of a text."""

    SAME = "same"
    DELETED = "gone"
    INSERTED = "new"


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part of a text. All but the inserted ones make the old text, all but the deleted ones the new."""

    kind: ChangeKind
    text: str


@dataclass(frozen=True, slots=True)
class Hunk:
    """One field or paragraph that is not the same in both texts."""

    place: str
    """A field's name, or `body`."""
    pieces: tuple[Fragment, ...]
    before: int | None = None
    """Index of the paragraph in the old body; None when it is new."""
    after: int | None = None
    """Index of the paragraph in the new body; None when it is gone."""
    note: str = ""
    """Changes besides the words: of the paragraph's kind, its marks, its picture."""


def last_other(revisions: Sequence[Revision], of: int) -> int:
    """The number of the newest revision before `of` with another text: a move makes one too, and changes nothing.

    Where all before say the same it is the one before, or the first itself.
    """
    texts = {one.number: one.text for one in revisions}
    others = [number for number, text in texts.items() if number < of and text != texts.get(of)]
    return max(others, default=max(of - 1, 1))


def compare(before: StoryText, after: StoryText) -> list[Hunk]:
    """The differences of two texts, fields first, then the body in reading order. Empty when they are the same."""
    hunks = [
        Hunk(name, tuple(word_pieces(getattr(before, name), getattr(after, name))))
        for name in FIELD_NAMES
        if getattr(before, name) != getattr(after, name)
    ]
    return hunks + _body(before.body.blocks, after.body.blocks)


def word_pieces(before: str, after: str) -> list[Fragment]:
    """Two texts word by word; what stands between the words goes along with them."""
    olds, news = _tokens(before), _tokens(after)
    matcher = SequenceMatcher(None, [word for word, _ in olds], [word for word, _ in news], autojunk=False)
    pieces: list[Fragment] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            for (_, old), (_, new) in zip(olds[a:b], news[c:d], strict=True):
                _add_both(pieces, old, new)
        else:
            _add_both(pieces, "".join(text for _, text in olds[a:b]), "".join(text for _, text in news[c:d]))
    return pieces


def _add_both(pieces: list[Fragment], old: str, new: str) -> None:
    """The old and the new text of one place; when they are equal, once."""
    if old == new:
        _add(pieces, ChangeKind.SAME, old)
        return
    common = len(old) if new.startswith(old) else len(new) if old.startswith(new) else 0
    _add(pieces, ChangeKind.SAME, old[:common])
    _add(pieces, ChangeKind.DELETED, old[common:])
    _add(pieces, ChangeKind.INSERTED, new[common:])


def _add(pieces: list[Fragment], kind: ChangeKind, text: str) -> None:
    if not text:
        return
    if pieces and pieces[-1].kind is kind:
        text = pieces.pop().text + text
    pieces.append(Fragment(kind, text))


@cache
def _token() -> re.Pattern[str]:
    """A word, mark or Han character; compiled when texts are first compared, which takes 6 ms."""
    word = rf"[^\W_{_HAN}]+(?:['’][^\W_{_HAN}]+|[{_MARK}][^\W_{_HAN}]*)*"
    return re.compile(rf"[{_HAN}]|{_THAI}|{word}|[^\w\s]|_")


def _tokens(text: str) -> list[tuple[str, str]]:
    """Each word, mark or Han character, with the text from it up to the next."""
    found = list(_token().finditer(text))
    if not found:
        return [("", text)] if text else []
    starts = [match.start() for match in found]
    tokens = [
        (match[0], text[start:end]) for match, start, end in zip(found, starts, [*starts[1:], len(text)], strict=True)
    ]
    return [("", text[: starts[0]]), *tokens] if starts[0] else tokens


def _body(olds: Sequence[Block], news: Sequence[Block]) -> list[Hunk]:
    hunks: list[Hunk] = []
    for a, b in aligned(olds, news):
        old, new = olds[a] if a is not None else None, news[b] if b is not None else None
        if old != new:
            pieces = tuple(word_pieces(old.text if old else "", new.text if new else ""))
            hunks.append(Hunk("body", pieces, a, b, other_changes(old, new)))
    return hunks


def other_changes(old: Block | None, new: Block | None) -> str:
    """The changes besides the words; of a paragraph that is new or gone, its kind."""
    if old is None or new is None:
        alone = old or new
        return str(alone.kind) if alone else ""
    notes = []
    if old.kind is not new.kind:
        notes.append(f"{old.kind} is {new.kind} now")
    if old.picture != new.picture:
        notes.append("picture changed")
    if old.looseness != new.looseness:
        notes.append("tightened or loosened")
    if old.text == new.text and old.spans != new.spans:
        notes.append("bold, italic, links or languages changed")
    return ", ".join(notes)


def aligned(olds: Sequence[Block], news: Sequence[Block]) -> list[_Pair]:
    """Which paragraph became which: the same ones first, then between them those that share most words."""
    matcher = SequenceMatcher(None, [block.text for block in olds], [block.text for block in news], autojunk=False)
    pairs: list[_Pair] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            pairs += zip(range(a, b), range(c, d), strict=True)
        else:
            pairs += _align_by_likeness(olds, news, range(a, b), range(c, d))
    return pairs


def _align_by_likeness(olds: Sequence[Block], news: Sequence[Block], before: range, after: range) -> list[_Pair]:
    """Pair paragraphs in order so that the sum of their likeness is greatest, as sequences are aligned."""
    old_bags = [Counter(word for word, _ in _tokens(olds[i].text)) for i in before]
    new_bags = [Counter(word for word, _ in _tokens(news[j].text)) for j in after]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for r in range(len(before) - 1, -1, -1):
        for c in range(len(after) - 1, -1, -1):
            alike = _likeness(old_bags[r], new_bags[c])
            paired = alike + best[r + 1][c + 1] if alike >= _LEAST_LIKENESS else 0.0
            best[r][c] = max(paired, best[r + 1][c], best[r][c + 1])
    return _backtrack(best, before, after)


def _backtrack(best: list[list[float]], before: range, after: range) -> list[_Pair]:
    pairs: list[_Pair] = []
    r = c = 0
    while r < len(before) or c < len(after):
        here = best[r][c]
        if r < len(before) and here == best[r + 1][c]:
            pairs.append((before[r], None))
            r += 1
        elif c < len(after) and here == best[r][c + 1]:
            pairs.append((None, after[c]))
            c += 1
        else:
            pairs.append((before[r], after[c]))
            r, c = r + 1, c + 1
    return pairs


def _likeness(a: Counter[str], b: Counter[str]) -> float:
    """The share of words two paragraphs have in common (Dice's coefficient)."""
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 1.0
