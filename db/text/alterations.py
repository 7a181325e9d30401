"""Alterations: the single differences of two texts, each of which can be made or put back by itself. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from db.document import Block, Document, Span
from db.fields import FIELD_NAMES
from db.text.anchors import Range
from db.text.compare import ChangeKind, Fragment, Hunk, aligned, other_changes, word_pieces
from db.values import StoryText

BODY = "body"
"""The place of what is altered in the body, and in no field."""


class AlterationKind(StrEnum):
    """Kinds of what is other at one place."""

    FIELD = "field"
    WORDS = "words"
    FORM = "form"
    """The kind of a paragraph, its marks, its picture: its words are the same."""
    CAME = "came"
    """A whole paragraph is new."""
    WENT = "went"
    """A whole paragraph is gone."""


_TURNED = {AlterationKind.CAME: AlterationKind.WENT, AlterationKind.WENT: AlterationKind.CAME}
_NOWHERE = Range(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Alteration:
    """One place that is not the same in two texts."""

    kind: AlterationKind
    place: str
    """A field's name, or `body`."""
    old: str
    """Words that went; empty where words only came."""
    new: str
    """Words that came."""
    before: Range = _NOWHERE
    """Where it is in the old body; of a paragraph that came, the number of the one before which it came."""
    after: Range = _NOWHERE
    """Where it is in the new body; of a paragraph that went, the number of the one before which it stood."""
    note: str = ""
    """What is other besides the words."""

    @property
    def mark(self) -> tuple[AlterationKind, str, Range, str, str]:
        """What it is of an old text: of several newer ones those with the same mark have the same alteration."""
        return self.kind, self.place, self.before, self.new, self.note


def alterations(before: StoryText, after: StoryText) -> list[Alteration]:
    """The alterations that make of one text the other, fields first, then in reading order."""
    return [*_in_fields(before, after), *_in_body(before.body.blocks, after.body.blocks)]


def of_hunk(hunk: Hunk, before: StoryText, after: StoryText) -> list[Alteration]:
    """The alterations of one field or paragraph of two texts."""
    if hunk.place != BODY:
        return [one for one in _in_fields(before, after) if one.place == hunk.place]
    found = _in_body(before.body.blocks, after.body.blocks)
    if hunk.before is None:
        return [one for one in found if one.kind is AlterationKind.CAME and one.after.block == hunk.after]
    return [one for one in found if one.kind is not AlterationKind.CAME and one.before.block == hunk.before]


def make(text: StoryText, alteration: Alteration, later: StoryText) -> StoryText:
    """The older `text` with one of the alterations that the later one has."""
    if alteration.kind is AlterationKind.FIELD:
        return text.with_(**{alteration.place: getattr(later, alteration.place)})
    blocks = _MAKING[alteration.kind](text.body.blocks, later.body.blocks, alteration)
    return text.with_(body=Document(blocks=tuple(blocks)))


def put_back(text: StoryText, alteration: Alteration, earlier: StoryText) -> StoryText:
    """The newer `text` without one of its alterations of the earlier one."""
    return make(text, _turned(alteration), earlier)


def _in_fields(before: StoryText, after: StoryText) -> Iterator[Alteration]:
    for name in FIELD_NAMES:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield Alteration(AlterationKind.FIELD, name, old, new)


def _in_body(olds: Sequence[Block], news: Sequence[Block]) -> Iterator[Alteration]:
    behind_old = behind_new = 0
    """Numbers of the paragraphs that follow those that were looked at."""
    for a, b in aligned(olds, news):
        if a is not None and b is not None:
            yield from _in_paragraph(olds[a], news[b], a, b)
        elif a is not None:
            yield _whole(AlterationKind.WENT, olds[a], Range(a, 0, len(olds[a].text)), Range(behind_new, 0, 0))
        elif b is not None:
            yield _whole(AlterationKind.CAME, news[b], Range(behind_old, 0, 0), Range(b, 0, len(news[b].text)))
        behind_old, behind_new = behind_old if a is None else a + 1, behind_new if b is None else b + 1


def _whole(kind: AlterationKind, block: Block, before: Range, after: Range) -> Alteration:
    old, new = (block.text, "") if kind is AlterationKind.WENT else ("", block.text)
    return Alteration(kind, BODY, old, new, before, after, str(block.kind))


def _in_paragraph(old: Block, new: Block, a: int, b: int) -> Iterator[Alteration]:
    if old == new:
        return
    if old.text != new.text:
        yield from _in_words(word_pieces(old.text, new.text), a, b)
    if note := other_changes(old, new):
        before, after = Range(a, 0, len(old.text)), Range(b, 0, len(new.text))
        yield Alteration(AlterationKind.FORM, BODY, "", "", before, after, note)


def _in_words(pieces: Iterable[Fragment], a: int, b: int) -> Iterator[Alteration]:
    """Each stretch of words that went or came, up to the next that are the same."""
    old_at, new_at, old, new = 0, 0, "", ""
    for piece in (*pieces, Fragment(ChangeKind.SAME, "")):
        if piece.kind is ChangeKind.DELETED:
            old += piece.text
        elif piece.kind is ChangeKind.INSERTED:
            new += piece.text
        else:
            if old or new:
                yield _words(old, new, Range(a, old_at, old_at + len(old)), Range(b, new_at, new_at + len(new)))
            old_at, new_at = old_at + len(old) + len(piece.text), new_at + len(new) + len(piece.text)
            old = new = ""


def _words(old: str, new: str, before: Range, after: Range) -> Alteration:
    """The words alone: a space behind both is no part of what is other."""
    behind = 1 if old[-1:] == new[-1:] == " " else 0
    old, new = old[: len(old) - behind], new[: len(new) - behind]
    before, after = replace(before, end=before.end - behind), replace(after, end=after.end - behind)
    return Alteration(AlterationKind.WORDS, BODY, old, new, before, after)


def _turned(one: Alteration) -> Alteration:
    kind = _TURNED.get(one.kind, one.kind)
    return replace(one, kind=kind, old=one.new, new=one.old, before=one.after, after=one.before)


def _with_words(blocks: Sequence[Block], later: Sequence[Block], one: Alteration) -> list[Block]:
    changed, source = blocks[one.before.block], later[one.after.block]
    spans = (
        *_cut(changed.spans, 0, one.before.start),
        *_cut(source.spans, one.after.start, one.after.end),
        *_cut(changed.spans, one.before.end, len(changed.text)),
    )
    return _with_block(blocks, one.before.block, changed, {"spans": spans})


def _with_form(blocks: Sequence[Block], later: Sequence[Block], one: Alteration) -> list[Block]:
    changed, source = blocks[one.before.block], later[one.after.block]
    form = {"kind": source.kind, "picture": source.picture, "looseness": source.looseness}
    spans = source.spans if source.text == changed.text else changed.spans
    return _with_block(blocks, one.before.block, changed, form | {"spans": spans})


def _with_block(blocks: Sequence[Block], number: int, block: Block, values: dict[str, object]) -> list[Block]:
    plain = {name: getattr(block, name) for name in Block.model_fields} | values
    return [*blocks[:number], Block(**plain), *blocks[number + 1 :]]


def _with_paragraph(blocks: Sequence[Block], later: Sequence[Block], one: Alteration) -> list[Block]:
    return [*blocks[: one.before.block], later[one.after.block], *blocks[one.before.block :]]


def _without_paragraph(blocks: Sequence[Block], _later: Sequence[Block], one: Alteration) -> list[Block]:
    return [*blocks[: one.before.block], *blocks[one.before.block + 1 :]]


_MAKING = {
    AlterationKind.WORDS: _with_words,
    AlterationKind.FORM: _with_form,
    AlterationKind.CAME: _with_paragraph,
    AlterationKind.WENT: _without_paragraph,
}


def _cut(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """The part of a paragraph's spans between two characters."""
    at = 0
    for span in spans:
        text = span.text[max(start - at, 0) : max(end - at, 0)]
        if text:
            yield span.model_copy(update={"text": text})
        at += len(span.text)
