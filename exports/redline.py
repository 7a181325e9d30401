"""A redline: two texts of a story as one, what went struck through and what came underlined, set like any other."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from db.compare import Hunk, Kind, Piece, compare
from db.document import Block, BlockKind, Document, Span, join_spans
from db.values import Picture, Story, StoryText
from exports.formats import Format
from exports.typeset import set_story
from exports.typeset.line.hyphens import SOFT_HYPHEN
from exports.typeset.sheet import Rule, Run, SetLine, Sheet

_STRUCK, _UNDER = -0.26, 0.16
"""Where the lines stand, below the baseline, in sizes of the type."""

_WIDTH = 0.6

_SEPARATOR = Piece(Kind.SAME, " ")
"""Stands in neither text; known by being this very piece."""

_LETTERS = re.compile(r"[^\W\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]{2}")
"""Two letters or digits, of scripts that part words by spaces."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch of a block that went or came."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Merged:
    """A block that holds both texts, and what in it went or came."""

    block: Block
    marks: tuple[_Mark, ...] = ()


def set_redline(story: Story, before: StoryText, fmt: Format, originals: Mapping[str, Picture]) -> list[Sheet]:
    """The pages of a story with what it lost and gained since an earlier text.

    In the body that stands where it is; bold and italic stay. Headline and other fields are set as they are now, and
    listed with their changes in a box before the body.
    """
    merged = _merged(before, story.text)
    body = Document(blocks=tuple(one.block for one in merged))
    sheets = set_story(replace(story, body=body), fmt, originals)
    marks = {at: one.marks for at, one in enumerate(merged) if one.marks}
    return [replace(sheet, items=(*sheet.items, *_rules(sheet, marks))) for sheet in sheets]


def _merged(before: StoryText, after: StoryText) -> list[_Merged]:
    """The changed fields as a box, then both bodies as one."""
    hunks = compare(before, after)
    fields = [_listed(hunk) for hunk in hunks if hunk.place != "body"]
    in_body = [hunk for hunk in hunks if hunk.place == "body"]
    changed = {hunk.after: hunk for hunk in in_body if hunk.after is not None}
    gone = [hunk for hunk in in_body if hunk.after is None]
    placed = [_together(block, changed.get(at), before) for at, block in enumerate(after.body.blocks)]
    for hunk in reversed(gone):
        assert hunk.before is not None
        old = before.body.blocks[hunk.before]
        placed.insert(_place(hunk.before, gone, changed, len(placed)), _together(old, hunk, before))
    return fields + placed


def _place(old: int, gone: list[Hunk], changed: Mapping[int, Hunk], count: int) -> int:
    """Before which block of the new body one that is gone stood: behind as many as stayed before it."""
    kept = old - sum(hunk.before < old for hunk in gone if hunk.before is not None)
    stayed = [at for at in range(count) if at not in changed or changed[at].before is not None]
    return stayed[kept - 1] + 1 if 0 < kept <= len(stayed) else 0 if not kept else count


def _listed(hunk: Hunk) -> _Merged:
    """A changed field as a line of a box, its name in bold."""
    name = Span(text=f"{hunk.place.capitalize()}: ", bold=True)
    pieces = _apart(hunk.pieces)
    text = Span(text="".join(piece.text for piece in pieces))
    block = Block(kind=BlockKind.BOX, spans=(name, text))
    return _Merged(block, tuple(_marks(pieces, len(name.text))))


def _together(block: Block, hunk: Hunk | None, before: StoryText) -> _Merged:
    """A block with what it lost and gained, all of it bold, italic or linked as it was or is."""
    if hunk is None or all(piece.kind is Kind.SAME for piece in hunk.pieces):
        return _Merged(block)
    old = before.body.blocks[hunk.before].spans if hunk.before is not None else ()
    new = block.spans if hunk.after is not None else ()
    pieces = _apart(hunk.pieces)
    return _Merged(
        block.model_copy(update={"spans": join_spans(list(_dressed(pieces, old, new)))}), tuple(_marks(pieces))
    )


def _dressed(pieces: Sequence[Piece], old: Sequence[Span], new: Sequence[Span]) -> Iterator[Span]:
    """The pieces as spans: what went as it was marked, all else as it is."""
    gone_at = new_at = 0
    for piece in pieces:
        length = len(piece.text)
        if piece is _SEPARATOR:
            yield Span(text=piece.text)
            continue
        spans, start = (old, gone_at) if piece.kind is Kind.GONE else (new, new_at)
        yield from _cut(spans, start, start + length)
        gone_at += length if piece.kind is not Kind.NEW else 0
        new_at += length if piece.kind is not Kind.GONE else 0


def _cut(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """What stands from one offset to another."""
    at = 0
    for span in spans:
        text = span.text[max(0, start - at) : max(0, end - at)]
        if text:
            yield span.model_copy(update={"text": text})
        at += len(span.text)


def _apart(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces to be set: of neighbours what went stands first, and a space both have stands once, behind both.

    Where the last word that went and the first that came would read as one, a space keeps them apart.
    """
    found: list[Piece] = []
    for same, group in groupby(pieces, key=lambda piece: piece.kind is Kind.SAME):
        together = list(group)
        found += together if same else _replaced(together)
    return found


def _replaced(pieces: list[Piece]) -> Iterator[Piece]:
    gone = "".join(piece.text for piece in pieces if piece.kind is Kind.GONE)
    came = "".join(piece.text for piece in pieces if piece.kind is Kind.NEW)
    left, right = gone.rstrip(), came.rstrip()
    shared = gone[len(left) :] if gone[len(left) :] == came[len(right) :] else ""
    gone, came = gone.removesuffix(shared), came.removesuffix(shared)
    if gone:
        yield Piece(Kind.GONE, gone)
    if gone and came and _LETTERS.fullmatch(gone[-1] + came[0]):
        yield _SEPARATOR
    if came:
        yield Piece(Kind.NEW, came)
    if shared:
        yield Piece(Kind.SAME, shared)


def _marks(pieces: Sequence[Piece], at: int = 0) -> Iterator[_Mark]:
    """Where in the block something went or came; the first piece stands at an offset of it."""
    for piece in pieces:
        if piece.kind is not Kind.SAME:
            yield _Mark(at, at + len(piece.text), piece.kind)
        at += len(piece.text)


def _rules(sheet: Sheet, marks: Mapping[int, Sequence[_Mark]]) -> Iterator[Rule]:
    """The lines through and under the marked text of a page."""
    runs: dict[float, list[Run]] = {}
    for item in sheet.items:
        if isinstance(item, Run):
            runs.setdefault(round(item.y, 2), []).append(item)
    for line in sheet.lines:
        near = [mark for mark in marks.get(line.block, ()) if mark.start < line.end and mark.end > line.start]
        if near:
            yield from _rules_of(line, near, runs.get(round(line.y, 2), []))


def _rules_of(line: SetLine, marks: list[_Mark], runs: list[Run]) -> Iterator[Rule]:
    inside = [run for run in runs if line.x - run.size <= run.x < line.x + line.width]
    places = list(_glyph_places(line, sorted(inside, key=lambda run: run.x)))
    for mark in marks:
        hit = [(left, right, size) for at, left, right, size in places if mark.start <= at < mark.end]
        if hit:
            y = line.y + hit[0][2] * (_STRUCK if mark.kind is Kind.GONE else _UNDER)
            yield Rule(min(one[0] for one in hit), y, max(one[1] for one in hit), y, _WIDTH)


def _glyph_places(line: SetLine, runs: list[Run]) -> Iterator[tuple[int, float, float, float]]:
    """Offset in the block, left and right edge, and size of each glyph of a line."""
    at = 0
    for run in runs:
        x = run.x
        for _, advance, _, _, source in run.glyphs:
            space = run.space if source == " " else 0.0
            right = x + (advance + run.tracking + space) * run.scale * run.size / 1000
            if source and source != SOFT_HYPHEN:
                found = line.text.find(source, at)
                at = found if found >= 0 else at
                yield line.start + at, x, right, run.size
                at += len(source)
            x = right
