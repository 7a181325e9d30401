"""Places of a text put otherwise: what comes takes the marks of what was there. Places count characters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db.document import Block, Document, Span, clean
from db.values import StoryText


@dataclass(frozen=True)
class Substitution:
    """Where something begins and ends that is put otherwise, and how."""

    start: int
    end: int
    put: str


def replaced_in(text: str, changes: Sequence[Substitution]) -> str:
    """A text with these places put otherwise; they stand in their order, and none overlaps another."""
    ends = [0, *(change.end for change in changes)]
    starts = [*(change.start for change in changes), len(text)]
    kept = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    return "".join(part for pair in zip(kept, (*(change.put for change in changes), ""), strict=True) for part in pair)


def replaced_in_block(block: Block, changes: Sequence[Substitution]) -> Block:
    """A block likewise: bold stays bold, a link a link."""
    spans, at = list[Span](), 0
    for change in changes:
        spans += _between(block.spans, at, change.start)
        found = _between(block.spans, change.start, change.end)
        spans += [one.model_copy(update={"text": clean(change.put)}) for one in found[:1]]
        at = change.end
    spans += _between(block.spans, at, len(block.text))
    return Block(kind=block.kind, spans=tuple(spans), picture=block.picture, looseness=block.looseness)


def _between(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """The parts of some spans from one place of their text to another."""
    found, at = list[Span](), 0
    for span in spans:
        part = span.text[max(0, start - at) : max(0, end - at)]
        at += len(span.text)
        if part:
            found.append(span.model_copy(update={"text": part}))
    return found


def replaced_in_story(
    text: StoryText, fields: Mapping[str, Sequence[Substitution]], blocks: Sequence[Sequence[Substitution]]
) -> StoryText:
    """The text of a story with places of its fields, by their names, and of its blocks, each in turn, put otherwise."""
    values = {name: replaced_in(getattr(text, name), changes) for name, changes in fields.items()}
    changed = (
        replaced_in_block(block, changes) if changes else block
        for block, changes in zip(text.body.blocks, blocks, strict=True)
    )  # fmt: skip
    return text.with_(**values, body=Document(blocks=tuple(changed)))
