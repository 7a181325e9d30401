"""Differences and hits on the command line: words that are gone or new are marked, in colour on a terminal."""

from collections.abc import Iterable, Iterator

from db.story.search import Hit
from db.text.compare import ChangeKind, Hunk

_PLAIN = {ChangeKind.SAME: "{}", ChangeKind.DELETED: "[-{}-]", ChangeKind.INSERTED: "{{+{}+}}"}
_COLOURED = {ChangeKind.SAME: "{}", ChangeKind.DELETED: "\033[31;9m{}\033[0m", ChangeKind.INSERTED: "\033[32m{}\033[0m"}


def diff_lines(hunks: Iterable[Hunk], *, colour: bool = False) -> Iterator[str]:
    """A line for each field or paragraph that differs."""
    forms = _COLOURED if colour else _PLAIN
    for hunk in hunks:
        text = "".join(forms[piece.kind].format(piece.text) for piece in hunk.pieces)
        place = hunk.place if hunk.place != "body" else f"¶ {_number(hunk)}"
        yield f"{place}: {text}{f' ({hunk.note})' if hunk.note else ''}"


def _number(hunk: Hunk) -> int:
    """The paragraph's number as a reader counts, in the new text if it is there."""
    return (hunk.after if hunk.after is not None else hunk.before or 0) + 1


def hit_line(hit: Hit, *, colour: bool = False) -> str:
    """A hit on one line: slug, stage, headline, and where it was found."""
    mark = ("\033[1m{}\033[0m" if colour else "[{}]").format
    snippet = "".join(mark(piece.text) if piece.hit else piece.text for piece in hit.snippet)
    return f"{hit.card.slug}  {hit.card.stage}  {hit.card.headline}{f'  {snippet}' if snippet else ''}"
