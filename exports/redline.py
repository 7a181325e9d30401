"""A redline: two texts of a story as one, what went struck through and what came underlined, set like any other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from db.compare import Hunk, Kind, Piece, compare
from db.document import Block, Document, Span
from db.values import Picture, Story, StoryText
from exports.formats import Format
from exports.typeset import set_story
from exports.typeset.hyphens import SOFT_HYPHEN
from exports.typeset.sheet import Rule, Run, SetLine, Sheet

_STRUCK, _UNDER = -0.26, 0.16
"""Where the lines stand, below the baseline, in sizes of the type."""

_WIDTH = 0.6


@dataclass(frozen=True, slots=True)
class _Mark:
    """A stretch of a block that went or came."""

    start: int
    end: int
    kind: Kind


def set_redline(story: Story, before: StoryText, fmt: Format, originals: Mapping[str, Picture]) -> list[Sheet]:
    """The pages of a story with what its body lost and gained since an earlier text.

    A changed paragraph is set without its bold and italic; headline, dek and the other fields stand as they are now.
    """
    body, marks = _merged(before, story.text)
    sheets = set_story(replace(story, body=body), fmt, originals)
    return [replace(sheet, items=(*sheet.items, *_rules(sheet, marks))) for sheet in sheets]


def _merged(before: StoryText, after: StoryText) -> tuple[Document, dict[int, list[_Mark]]]:
    """Both bodies as one, and the marks of each of its blocks."""
    hunks = [hunk for hunk in compare(before, after) if hunk.place == "body"]
    changed = {hunk.after: hunk for hunk in hunks if hunk.after is not None}
    gone = [hunk for hunk in hunks if hunk.after is None]
    placed = [(block, changed.get(at)) for at, block in enumerate(after.body.blocks)]
    for hunk in reversed(gone):
        assert hunk.before is not None
        placed.insert(_place(hunk.before, gone, changed, len(placed)), (before.body.blocks[hunk.before], hunk))
    blocks = [_together(block, hunk) for block, hunk in placed]
    marks = {at: list(_marks(hunk)) for at, (_, hunk) in enumerate(placed) if hunk}
    return Document(blocks=tuple(blocks)), marks


def _place(old: int, gone: list[Hunk], changed: Mapping[int, Hunk], count: int) -> int:
    """Before which block of the new body one that is gone stood: behind as many as stayed before it."""
    kept = old - sum(hunk.before < old for hunk in gone if hunk.before is not None)
    stayed = [at for at in range(count) if at not in changed or changed[at].before is not None]
    return stayed[kept - 1] + 1 if 0 < kept <= len(stayed) else 0 if not kept else count


def _together(block: Block, hunk: Hunk | None) -> Block:
    if hunk is None or all(piece.kind is Kind.SAME for piece in hunk.pieces):
        return block
    return block.model_copy(update={"spans": (Span(text="".join(piece.text for piece in _apart(hunk))),)})


def _apart(hunk: Hunk) -> list[Piece]:
    """The pieces with a space between what went and what came, so that they do not read as one word."""
    pieces: list[Piece] = []
    for piece in hunk.pieces:
        if piece.kind is Kind.NEW and pieces and pieces[-1].kind is Kind.GONE and not pieces[-1].text[-1].isspace():
            pieces.append(Piece(Kind.SAME, " "))
        pieces.append(piece)
    return pieces


def _marks(hunk: Hunk) -> Iterator[_Mark]:
    at = 0
    for piece in _apart(hunk):
        if piece.kind is not Kind.SAME:
            yield _Mark(at, at + len(piece.text), piece.kind)
        at += len(piece.text)


def _rules(sheet: Sheet, marks: Mapping[int, list[_Mark]]) -> Iterator[Rule]:
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
