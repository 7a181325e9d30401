"""A redline: two texts of a story as one, what went struck through and what came underlined, set like any other."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from math import inf

from db.document import Block, BlockKind, Document, Span, join_spans
from db.fields import ON_PAGE, STORY_FIELDS, FieldKind, title_of
from db.text.compare import ChangeKind, Fragment, Hunk, compare, word_pieces
from db.values import Picture, Story, StoryText
from exports.formats import Format
from exports.typeset import set_story
from exports.typeset.line.script.bidi import has_right_to_left, in_visual_order, runs_right_to_left
from exports.typeset.line.word.hyphenation import SOFT_HYPHEN
from exports.typeset.page.block.block_rows import dateline_as_set
from exports.typeset.page.byline import byline_as_set
from exports.typeset.sheet import Rule, Run, SetLine, Sheet
from exports.units import PER_EM


class _Edit(StrEnum):
    """What became of a range of text, and so which line it gets."""

    DELETED = "gone"
    INSERTED = "new"
    RESTYLED = "dressed"
    """Unchanged words that became bold, italic or a link, or ceased to be."""


_DEPTHS = {_Edit.DELETED: -0.26, _Edit.INSERTED: 0.16, _Edit.RESTYLED: 0.2}
"""Where the lines stand, below the baseline, in sizes of the type."""

_WIDTH, _SHARE = 0.6, 0.04
"""Thickness of the lines: points at the least, and a share of the type's size, so that a headline's can be seen."""

_DASH = 1.5
"""Length of the dashes under what is only dressed otherwise, and of the gaps between them, in widths of the line."""

_BAR_ABOVE, _BAR_BELOW = 0.75, 0.25
"""Reach of a bar over and under the baseline, in sizes of the type: bars of lines that follow one another make one."""

_BAR, _BAR_WIDTH = 2.8, 0.8
"""The mark beside a line that is not as it was: its distance from the text, and how thick it is. It stands at
the right, where line numbers leave room, and at the left of what has none.
"""

_LISTED = tuple(one.name for one in STORY_FIELDS if not one.style and one.kind is not FieldKind.NOTE)
"""The fields whose changes are listed before the body, since the page does not show them. Notes are never printed."""

_SEPARATOR = Fragment(ChangeKind.SAME, " ")
"""Stands in neither text; known by being this very piece."""

_LETTER = (
    r"(?:[^\W\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff])"
)
_TWO_WORDS = re.compile(rf"({_LETTER}|[.,;:!?”’»)])({_LETTER}|[“‘„«(])")
"""Where one word ends and another begins, in scripts that part words by spaces."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A range of a text that is not as it was."""

    start: int
    end: int
    edit: _Edit


@dataclass(frozen=True, slots=True)
class _Both:
    """Old and new text of a field in one."""

    text: str
    marks: tuple[_Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class _Merged:
    """A block that holds both texts."""

    block: Block
    marks: tuple[_Mark, ...] = ()
    changed: bool = False
    """Whether it is otherwise not what it was, for instance a subhead: all its lines are marked in the margin."""


Marked = Mapping[tuple[str, int], _Merged]
"""Each field by its name and -1, and each block by `body` and its index, with what became of it."""


def set_redline(story: Story, before: StoryText, fmt: Format, originals: Mapping[str, Picture]) -> list[Sheet]:
    """The pages of a story with what it lost and gained since an earlier text, each where it stands.

    Bold and italic stay as they were in what went, and as they are in all else. What is only bold, italic or linked
    otherwise has a dashed line; each line of text that is not as it was has a bar beside it. Changes of slug and
    language are listed in a box before the body.
    """
    fields = {one.name: both for one in ON_PAGE if (both := _field(one.name, before, story))}
    merged = _merged(before, story.text)
    dateline = fields.pop("dateline", None)
    if dateline or (story.dateline.strip() and _lede_has_marks(merged)):
        merged = _with_dateline(merged, dateline or _Both(_as_set("dateline", story.dateline, story.language)))
        story = replace(story, dateline="")
    texts = {name: both.text for name, both in fields.items()}
    shown = story.with_text(story.text.with_(body=Document(blocks=tuple(one.block for one in merged)), **texts))
    marked = {("body", at): one for at, one in enumerate(merged) if one.marks or one.changed}
    marked |= {(name, -1): _Merged(Block(spans=(Span(text=both.text),)), both.marks) for name, both in fields.items()}
    sheets = set_story(shown, _plainly_begun(fmt, merged), originals)
    return [replace(sheet, items=(*sheet.items, *_rules(sheet, marked))) for sheet in sheets]


def _field(name: str, before: StoryText, story: Story) -> _Both | None:
    """A field as it is set, with its changes; None when it has none."""
    old, new = (_as_set(name, getattr(text, name), text.language) for text in (before, story.text))
    if old == new:
        return None
    pieces = _apart(word_pieces(old, new))
    return _Both("".join(piece.text for piece in pieces), tuple(_marks(pieces)))


def _as_set(name: str, text: str, language: str) -> str:
    """The text of a field as it is printed."""
    if name == "byline":
        return byline_as_set(text, language)
    return dateline_as_set(text) if name == "dateline" else text


def _with_dateline(merged: list[_Merged], both: _Both) -> list[_Merged]:
    """The blocks with both datelines at the beginning of the first paragraph, as text of it."""
    lede = next((at for at, one in enumerate(merged) if _is_lede(one)), None)
    if lede is None:
        return merged
    found = merged[lede]
    block = found.block.model_copy(update={"spans": (Span(text=both.text), *found.block.spans)})
    moved = (replace(mark, start=mark.start + len(both.text), end=mark.end + len(both.text)) for mark in found.marks)
    return [*merged[:lede], replace(found, block=block, marks=(*both.marks, *moved)), *merged[lede + 1 :]]


def _is_lede(one: _Merged) -> bool:
    return one.block.kind is BlockKind.PARAGRAPH and bool(one.block.text.strip())


def _lede_has_marks(merged: Sequence[_Merged]) -> bool:
    return any(next((one.marks for one in merged if _is_lede(one)), ()))


def _plainly_begun(fmt: Format, merged: Sequence[_Merged]) -> Format:
    """The format without a drop cap where the first paragraph has changes: the large letter may be one that is gone."""
    if not _lede_has_marks(merged):
        return fmt
    return replace(fmt, setting=fmt.setting.model_copy(update={"drop_cap": 0}))


def _merged(before: StoryText, after: StoryText) -> list[_Merged]:
    """The changed fields that do not show as a box, then both bodies as one."""
    hunks = compare(before, after)
    fields = [_listed(hunk) for hunk in hunks if hunk.place in _LISTED]
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
    """A changed field as a line of a box, its name in bold. A slug, or the code of a language, is one word."""
    name = Span(text=f"{title_of(hunk.place)}: ", bold=True)
    gone, came = (
        Fragment(kind, "".join(piece.text for piece in hunk.pieces if piece.kind in (kind, ChangeKind.SAME)))
        for kind in (ChangeKind.DELETED, ChangeKind.INSERTED)
    )
    pieces = _apart([gone, came])
    text = Span(text="".join(piece.text for piece in pieces))
    block = Block(kind=BlockKind.BOX, spans=(name, text))
    return _Merged(block, tuple(_marks(pieces, len(name.text))))


def _together(block: Block, hunk: Hunk | None, before: StoryText) -> _Merged:
    """A block with what it lost and gained, all of it bold, italic or linked as it was or is."""
    if hunk is None:
        return _Merged(block)
    was = before.body.blocks[hunk.before] if hunk.before is not None else None
    old, new = was.spans if was else (), block.spans if hunk.after is not None else ()
    pieces = _apart(hunk.pieces)
    spans = join_spans(list(_dressed(pieces, old, new)))
    marks = sorted((*_marks(pieces), *_redressed(pieces, old, new)), key=lambda mark: mark.start)
    other = bool(was and (was.kind, was.picture) != (block.kind, block.picture))
    return _Merged(block.model_copy(update={"spans": spans}), tuple(marks), other)


def _dressed(pieces: Sequence[Fragment], old: Sequence[Span], new: Sequence[Span]) -> Iterator[Span]:
    """The pieces as spans: what went as it was marked, all else as it is."""
    gone_at = new_at = 0
    for piece in pieces:
        length = len(piece.text)
        if piece is _SEPARATOR:
            yield Span(text=piece.text)
            continue
        spans, start = (old, gone_at) if piece.kind is ChangeKind.DELETED else (new, new_at)
        yield from _cut(spans, start, start + length)
        gone_at += length if piece.kind is not ChangeKind.INSERTED else 0
        new_at += length if piece.kind is not ChangeKind.DELETED else 0


def _cut(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """What stands from one offset to another."""
    at = 0
    for span in spans:
        text = span.text[max(0, start - at) : max(0, end - at)]
        if text:
            yield span.model_copy(update={"text": text})
        at += len(span.text)


def _apart(pieces: Sequence[Fragment]) -> list[Fragment]:
    """The pieces to be set: of neighbours what went stands first, and a space both have stands once, behind both.

    Where the last word that went and the first that came would read as one, a space keeps them apart.
    """
    found: list[Fragment] = []
    for same, group in groupby(pieces, key=lambda piece: piece.kind is ChangeKind.SAME):
        together = list(group)
        found += together if same else _replaced(together)
    return found


def _replaced(pieces: list[Fragment]) -> Iterator[Fragment]:
    gone = "".join(piece.text for piece in pieces if piece.kind is ChangeKind.DELETED)
    came = "".join(piece.text for piece in pieces if piece.kind is ChangeKind.INSERTED)
    left, right = gone.rstrip(), came.rstrip()
    shared = gone[len(left) :] if gone[len(left) :] == came[len(right) :] else ""
    gone, came = gone.removesuffix(shared), came.removesuffix(shared)
    if gone:
        yield Fragment(ChangeKind.DELETED, gone)
    if gone and came and _TWO_WORDS.fullmatch(gone[-1] + came[0]):
        yield _SEPARATOR
    if came:
        yield Fragment(ChangeKind.INSERTED, came)
    if shared:
        yield Fragment(ChangeKind.SAME, shared)


def _marks(pieces: Sequence[Fragment], at: int = 0) -> Iterator[_Mark]:
    """Where in the text something went or came; the first piece stands at an offset of it."""
    for piece in pieces:
        if piece.kind is not ChangeKind.SAME:
            yield _Mark(at, at + len(piece.text), _Edit(piece.kind))
        at += len(piece.text)


def _redressed(pieces: Sequence[Fragment], old: Sequence[Span], new: Sequence[Span]) -> Iterator[_Mark]:
    """Where the words are the same and their marks are not."""
    olds, news = (iter([span.marks for span in spans for _ in span.text]) for spans in (old, new))
    at = 0
    for piece in pieces:
        gone = (
            [next(olds) for _ in piece.text]
            if piece.kind is not ChangeKind.INSERTED and piece is not _SEPARATOR
            else []
        )
        came = (
            [next(news) for _ in piece.text] if piece.kind is not ChangeKind.DELETED and piece is not _SEPARATOR else []
        )
        for same, run in groupby(range(len(piece.text)), key=lambda i: not gone or not came or gone[i] == came[i]):
            positions = list(run)
            if not same:
                yield _Mark(at + positions[0], at + positions[-1] + 1, _Edit.RESTYLED)
        at += len(piece.text)


def _rules(sheet: Sheet, marked: Marked) -> Iterator[Rule]:
    """The lines through and under the marked text of a page, and the bars beside its lines."""
    runs: dict[float, list[Run]] = {}
    for item in sheet.items:
        if isinstance(item, Run):
            runs.setdefault(round(item.y, 2), []).append(item)
    for line in (*sheet.lines, *sheet.uncounted):
        found = marked.get((line.field, line.block))
        near = [mark for mark in found.marks if mark.start < line.end and mark.end > line.start] if found else []
        inside = [run for run in runs.get(round(line.y, 2), []) if line.x - run.size <= run.x < line.x + line.width]
        if found and inside and (near or found.changed):
            yield from _rules_of(line, found.block.text, near, sorted(inside, key=lambda run: run.x))


def _rules_of(line: SetLine, text: str, marks: Sequence[_Mark], runs: Sequence[Run]) -> Iterator[Rule]:
    """What is drawn at one line of a text."""
    places = _glyph_places(line, text, runs)
    size = max(run.size for run in runs)
    bar = line.x + line.width + _BAR if line.number else line.x - _BAR
    yield Rule(bar, line.y - _BAR_ABOVE * size, bar, line.y + _BAR_BELOW * size, _BAR_WIDTH)
    most = bar - _BAR_WIDTH if line.number else inf
    for mark in marks:
        hit = [(left, end) for at, left, end in places if mark.start <= at < mark.end]
        for start, end in _stretches(hit):
            yield from _drawn(
                mark.edit, start, min(end, most), line.y + size * _DEPTHS[mark.edit], max(_WIDTH, _SHARE * size)
            )


def _stretches(places: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Glyphs that stand side by side as one: text in two directions may be marked in two places of a line."""
    stretches: list[tuple[float, float]] = []
    for left, right in sorted(places):
        if stretches and left < stretches[-1][1] + 0.5:
            stretches[-1] = (stretches[-1][0], right)
        else:
            stretches.append((left, right))
    return stretches


def _drawn(edit: _Edit, left: float, right: float, y: float, width: float) -> Iterator[Rule]:
    """One line, or the dashes of one."""
    if edit is not _Edit.RESTYLED:
        yield Rule(left, y, right, y, width)
        return
    dash = _DASH * width
    count = max(1, round((right - left) / (2 * dash)))
    step = (right - left) / count
    for number in range(count):
        start = left + number * step
        yield Rule(start, y, start + step / 2, y, width)


def _glyph_places(line: SetLine, text: str, runs: Sequence[Run]) -> list[tuple[int, float, float]]:
    """Offset in the text, left and right edge of each glyph of a line; what stands for nothing widens the last."""
    places: list[tuple[int, float, float]] = []
    order = _visual_order(line, text)
    seen, at = "".join(line.text[offset] for offset in order), 0
    for run in runs:
        x = run.x
        for _, advance, _, _, source in run.glyphs:
            space = run.space if source == " " else 0.0
            right = x + (advance + run.tracking + space) * run.scale * run.size / PER_EM
            if source and source != SOFT_HYPHEN:
                found = seen.find(source, at)
                at = found if found >= 0 else at
                if at < len(order):
                    places.append((line.start + min(order[at : at + len(source)]), x, right))
                at += len(source)
            elif not source and places:
                places[-1] = (*places[-1][:2], right)
            x = right
    return places


def _visual_order(line: SetLine, text: str) -> Sequence[int]:
    """The offsets of a line's characters from left to right."""
    if not has_right_to_left(line.text):
        return range(len(line.text))
    parts = [(str(offset), character) for offset, character in enumerate(line.text)]
    return [int(key) for key, _, _ in in_visual_order(parts, right_to_left=runs_right_to_left(text))]
