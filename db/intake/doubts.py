"""Why somebody should look a draft over before it is a story."""

from collections.abc import Iterator

from db.values import Draft, LeftOut

_PROSE = 25
"""Words of a paragraph: what belongs to a page is seldom as long, and a paragraph that is lost is the worst fault."""


def doubts_of(draft: Draft) -> tuple[str, ...]:
    """What may be wrong with a draft, a sentence each; empty where there is nothing to look over."""
    return tuple(_doubts(draft))


def _doubts(draft: Draft) -> Iterator[str]:
    yield from draft.doubts
    if draft.unreadable:
        yield f"{draft.unreadable:,} character{_s(draft.unreadable)} could not be read."
    if not draft.text.headline:
        yield "No headline was found."
    if not draft.text.body.body_text.strip():
        yield "No text was found."
    if unsure := sum(part.doubtful for part in draft.parts):
        yield f"{unsure:,} line{_s(unsure)} may be something else."
    if long := sum(part.left_out is LeftOut.PAGE and len(part.text.split()) >= _PROSE for part in draft.parts):
        yield f"{long:,} long paragraph{_s(long)} {'was' if long == 1 else 'were'} left out."


def _s(number: int) -> str:
    return "" if number == 1 else "s"
