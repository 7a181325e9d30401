"""Two people changed one story: what both did, put together word by word, and what cannot be."""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cache
from itertools import groupby

from db.document import Block, BlockKind, Document, PictureUse, Span, SpanMarks
from db.fields import FIELD_NAMES, STORY_FIELDS
from db.values import StoryText

SINGLE_VALUED = tuple(one.name for one in STORY_FIELDS if one.single)
"""Fields that cannot hold both."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place both changed, and not alike; in the merged text mine stands there."""

    place: str
    """A field's name, or `body`."""
    base: str
    mine: str
    theirs: str


class KeptPlaces(StrEnum):
    """The text that stands where both changed a place, and not alike."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Merged:
    """The text that has the changes of both."""

    text: StoryText
    conflicts: tuple[Conflict, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether nothing was in the way."""
        return not self.conflicts


@dataclass(frozen=True, slots=True)
class _BlockStart:
    """The beginning of a block, as a token of its own."""

    kind: BlockKind
    picture: PictureUse | None
    looseness: int = 0


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with the space behind it, and its marks."""

    text: str
    marks: SpanMarks


_Token = _BlockStart | _Word


Choices = KeptPlaces | Sequence[KeptPlaces]
"""One choice for all places, or one for each in order; mine where there are too few."""


def merge(base: StoryText, mine: StoryText, theirs: StoryText, *, keep: Choices = KeptPlaces.MINE) -> Merged:
    """The changes that `mine` and `theirs` made to `base`, together: where both changed a place, both are named.

    `keep` says what stands in such places; a slug or a language cannot be both, and is mine then.
    """
    fields: dict[str, str] = {}
    conflicts: list[Conflict] = []
    for name in FIELD_NAMES:
        values = [getattr(text, name) for text in (base, mine, theirs)]
        fields[name] = _changed_side(*values)
        if len(set(values)) == 3:
            conflicts.append(Conflict(name, *values))
            fields[name] = _resolved(name, values[1], values[2], _choice(keep, len(conflicts) - 1))
    in_body = keep if isinstance(keep, KeptPlaces) else keep[len(conflicts) :]
    tokens, clashes = _merge_tokens(_tokens(base.body), _tokens(mine.body), _tokens(theirs.body), in_body)
    return Merged(mine.with_(body=_document(tokens), **fields), (*conflicts, *clashes))


def _choice(keep: Choices, number: int) -> KeptPlaces:
    if isinstance(keep, KeptPlaces):
        return keep
    return keep[number] if number < len(keep) else KeptPlaces.MINE


def _resolved(name: str, mine: str, theirs: str, keep: KeptPlaces) -> str:
    if keep is KeptPlaces.THEIRS:
        return theirs
    return " / ".join(filter(None, (mine, theirs))) if keep is KeptPlaces.BOTH and name not in SINGLE_VALUED else mine


def _changed_side(base: str, mine: str, theirs: str) -> str:
    return theirs if mine == base else mine


@cache
def _chunk() -> re.Pattern[str]:
    """A word with the spaces behind it, or a Han character; compiled at the first merge, which takes 4 ms."""
    return re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]|[^\s\u2e80-\u9fff\uf900-\ufaff]+\s*|\s+")


def _tokens(body: Document) -> list[_Token]:
    tokens: list[_Token] = []
    for block in body.blocks:
        tokens.append(_BlockStart(block.kind, block.picture, block.looseness))
        for span in block.spans:
            tokens += (_Word(text, span.marks) for text in _chunk().findall(span.text))
    return tokens


def _document(tokens: Sequence[_Token]) -> Document:
    blocks: list[tuple[_BlockStart, list[_Word]]] = []
    for token in tokens:
        if isinstance(token, _BlockStart):
            blocks.append((token, []))
        else:
            if not blocks:
                blocks.append((_BlockStart(BlockKind.PARAGRAPH, None), []))
            blocks[-1][1].append(token)
    return Document(
        blocks=tuple(
            Block(kind=o.kind, picture=o.picture, looseness=o.looseness, spans=_spans(words)) for o, words in blocks
        )
    )


def _spans(words: Sequence[_Word]) -> tuple[Span, ...]:
    runs = ((marks, "".join(word.text for word in same)) for marks, same in groupby(words, key=lambda word: word.marks))
    return tuple(Span.marked(text, marks) for marks, text in runs)


def _merge_tokens(
    base: list[_Token], mine: list[_Token], theirs: list[_Token], keep: Choices
) -> tuple[list[_Token], list[Conflict]]:
    """The three-way merge of sequences (Khanna, Kunal and Pierce, “A Formal Investigation of Diff3”, 2007)."""
    merged: list[_Token] = []
    conflicts: list[Conflict] = []
    at = [0, 0, 0]
    for stable in [*_stable(base, mine, theirs), (len(base), len(mine), len(theirs), 0)]:
        old, my, their = (seq[i:j] for seq, i, j in zip((base, mine, theirs), at, stable[:3], strict=True))
        if my in (old, their):
            merged += their
        elif their == old:
            merged += my
        else:
            choice = _choice(keep, len(conflicts))
            conflicts.append(Conflict("body", _text(old), _text(my), _text(their)))
            merged += {KeptPlaces.MINE: my, KeptPlaces.THEIRS: their, KeptPlaces.BOTH: _in_sequence(my, their)}[choice]
        length = stable[3]
        merged += base[stable[0] : stable[0] + length]
        at = [start + length for start in stable[:3]]
    return merged, conflicts


def _in_sequence(my: list[_Token], their: list[_Token]) -> list[_Token]:
    """One behind the other, a space between words."""
    if my and their and isinstance(my[-1], _Word) and isinstance(their[0], _Word) and not my[-1].text[-1].isspace():
        return [*my, _Word(" ", my[-1].marks), *their]
    return [*my, *their]


def _stable(
    base: Sequence[Hashable], mine: Sequence[Hashable], theirs: Sequence[Hashable]
) -> list[tuple[int, int, int, int]]:
    """The stretches all three have, as starts in each and length."""
    in_mine, in_theirs = _matches(base, mine), _matches(base, theirs)
    found: list[tuple[int, int, int, int]] = []
    for index in range(len(base)):
        if index not in in_mine or index not in in_theirs:
            continue
        my, their = in_mine[index], in_theirs[index]
        if found:
            b, m, t, length = found[-1]
            if (b + length, m + length, t + length) == (index, my, their):
                found[-1] = (b, m, t, length + 1)
                continue
        found.append((index, my, their, 1))
    return found


def _matches(base: Sequence[Hashable], other: Sequence[Hashable]) -> dict[int, int]:
    blocks = SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
    return {a + step: b + step for a, b, size in blocks for step in range(size)}


def _text(tokens: Sequence[_Token]) -> str:
    return "".join(token.text if isinstance(token, _Word) else "\n\n" for token in tokens).strip()
