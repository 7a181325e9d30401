"""Plain text to a draft: headline, dek, byline, dateline and body found, doubles and furniture set aside.

When it is not sure what something is, it stays in the body; what is left out is listed in the ednote.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from db.errors import Unreadable
from db.intake.boilerplate import is_caption, is_furniture
from db.intake.conversation import unquoted
from db.intake.datelines import bare_dateline
from db.intake.dates import is_date
from db.intake.drafting import Origin, draft_of, says_reporters
from db.intake.envelope import Cover, Envelope, open_envelope
from db.intake.labels import Label, labelled
from db.intake.lines import key, split_lines, words
from db.intake.list_items import LISTED
from db.intake.names import as_byline, read_byline
from db.intake.wrap import Item, gather
from db.values import BODY, CopyPart, Draft, LeftOut

_NO_COVER = Cover()
MAX_CHARACTERS = 1_000_000
"""Of a text: ten times the longest story. More would make the program slow wherever the story is shown."""
_LINES_A_BLOCK = 100
"""Of what follows the lines that are looked at: a paragraph each would fill the memory with paragraphs of a word."""
_ROLES = {
    Label.BODY: BODY, Label.HEADLINE: "headline", Label.DEK: "dek", Label.BYLINE: "byline", Label.SIGNATURE: "byline",
}  # fmt: skip
_HEAD = (Label.ABOVE, Label.UNDER)
_SEVERAL = frozenset(("byline", "ednote"))
"""Fields that copy and cover may both give."""
_SAID = ("From: ", "Subject: ")
"""Lines of a mail's head that a field may be taken from."""
_IS_OFFICE = re.compile(
    r"(?i)\b(?:office|press|news(?:room|desk|wire)?|desk|team|service|department|board|council|communications?|media"
    r"|info|redaktion|pressestelle|presseamt|\w+amt|rédaction|redacción|prensa|presse|stampa|ufficio|imprensa|redazione"
    r"|redactie|persdienst|biuro|prasow[ey]|rzecznik|пресс-\w+|редакция|basın)\b|新闻|编辑部|報道|広報"
)
"""What a sender is called that is no person, and so writes no byline."""
_LEDES = 3
"""Paragraphs of the body at whose beginning a Chinese paper names its reporters."""


def read_text(text: str, name: str = "", cover: Cover = _NO_COVER) -> Draft:
    """The draft a text holds; `cover` is what is known of it beside its lines, `name` that of its file.

    Raises Unreadable for a text longer than any story.
    """
    if len(text) > MAX_CHARACTERS:
        raise Unreadable(f"{name or 'The text'} has over a million characters, as no story has; import it in parts.")
    copy = split_lines(unquoted(clean_breaks(text)))
    envelope = open_envelope(copy.lines, cover)
    parts = [*_parts_of_copy(envelope), *_as_they_stand(copy.rest)]
    origin = Origin(name, cover.charset, cover.charsets, tuple(filter(None, (cover.doubt,))), cover.lost)
    said = _parts_of_cover(envelope, parts)
    notes = frozenset(cover.notes)
    first, last = _divided(said, lambda part: bool(part.role) or part.text not in notes)
    return draft_of([*first, *parts, *last], origin)


def _divided(parts: Sequence[CopyPart], question: Callable[[CopyPart], bool]) -> tuple[list[CopyPart], list[CopyPart]]:
    """Those of some parts that answer a question with yes, and the others."""
    return [part for part in parts if question(part)], [part for part in parts if not question(part)]


def _as_they_stand(lines: Sequence[str]) -> Iterator[CopyPart]:
    """Parts of many lines each."""
    for at in range(0, len(lines), _LINES_A_BLOCK):
        block = lines[at : at + _LINES_A_BLOCK]
        yield CopyPart(" ".join(block), tuple(block), BODY, verbatim=True)


def clean_breaks(text: str) -> str:
    """The text with form feeds and vertical tabs as line ends."""
    return text.replace("\f", "\n").replace("\v", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")


def stands_alone(text: str) -> bool:
    """Whether a line is none of a running text, and so is not joined to its neighbours."""
    return is_furniture(text) or read_byline(text) is not None


def _parts_of_copy(envelope: Envelope) -> list[CopyPart]:
    """Each paragraph of the copy with its role; below labels that name a headline all are body."""
    items = gather(envelope.lines, stands_alone)
    if envelope.labelled:
        return [_part(item, BODY) for item in items]
    found = labelled(items, envelope.fields.get("headline", ""))
    kinds = [one.label for one in found]
    parts = [
        replace(_part(item, _role(item, one.label), _why(item)), doubtful=one.doubtful)
        for item, one in zip(items, found, strict=True)
    ]
    return _with_dateline(_with_byline_of_head(_without_listed_dek(parts), kinds))


def _part(item: Item, role: str, why: LeftOut | None = None) -> CopyPart:
    return CopyPart(item.text, item.raw, role, why if not role else None, is_row=item.lines[0].row)


def _role(item: Item, kind: Label) -> str:
    """The role a label stands for; a byline that names nobody is a paragraph."""
    role = _ROLES.get(kind, "")
    if role == "byline" and not (read_byline(item.text) or as_byline(item.text)):
        return BODY if words(item.text) > 1 else ""
    return role


def _why(item: Item) -> LeftOut:
    """Why a paragraph is left out that has no role."""
    if is_caption(item.text):
        return LeftOut.CAPTION
    return LeftOut.DATE if is_date(item.text) else LeftOut.PAGE


def _without_listed_dek(parts: list[CopyPart]) -> list[CopyPart]:
    """A dek that is the first of several points goes where the others went: wires say so in short what they tell."""
    for at, (part, after) in enumerate(pairwise(parts)):
        if part.role == "dek" and not after.role and LISTED.match(part.text) and LISTED.match(after.text):
            return [*parts[:at], replace(part, role="", left_out=after.left_out), *parts[at + 1 :]]
    return parts


def _with_byline_of_head(parts: list[CopyPart], kinds: Sequence[Label]) -> list[CopyPart]:
    """Where no line is a byline of its own, the names in a line that says more: `Source: Echo  Author: Wu Jing`."""
    if any(part.role == "byline" for part in parts):
        return parts
    for at, (part, kind) in enumerate(zip(parts, kinds, strict=True)):
        byline = read_byline(part.text) if not part.role else None
        if byline and byline.sure and (kind in _HEAD or byline.whole):
            return [*parts[:at], replace(part, role="byline", left_out=None), *parts[at + 1 :]]
    return parts


def _with_dateline(parts: list[CopyPart]) -> list[CopyPart]:
    """The first line above the body that is a dateline of its own has that role."""
    first = next((at for at, part in enumerate(parts) if part.role == BODY and not bare_dateline(part.text)), 0)
    for at, part in enumerate(parts[:first]):
        if bare_dateline(part.text):
            return [*parts[:at], replace(part, role="dateline", left_out=None), *parts[at + 1 :]]
    return parts


def _parts_of_cover(envelope: Envelope, copy: Sequence[CopyPart]) -> list[CopyPart]:
    """What mail, wire and labels say: fields that the copy does not give, and lines that are no copy."""
    given = {part.role for part in copy} - _SEVERAL
    parts = [CopyPart(note, (note,), left_out=LeftOut.NOTE) for note in envelope.dropped]
    for name, value in envelope.fields.items():
        _put(parts, "" if name in given else name, value, envelope.lines_of.get(name, (value,)))
    is_person = envelope.sender and not _IS_OFFICE.search(envelope.sender)
    if is_person and "byline" not in envelope.fields and not _names_writer(copy):
        _put(parts, "byline", envelope.sender, (envelope.sender,))
    return parts


def _put(parts: list[CopyPart], role: str, value: str, lines: tuple[str, ...]) -> None:
    """Give a field's value its role: the line of a mail's head that says it, else a part of its own."""
    says = (at for at, part in enumerate(parts) if part.text.startswith(_SAID) and key(value) in key(part.text))
    at = next(says, None)
    if at is None and value:
        parts.append(CopyPart(value, lines, role, None if role else LeftOut.REPEATED))
    elif at is not None and role and value:
        parts[at] = replace(parts[at], text=value, role=role, left_out=None)


def _names_writer(copy: Sequence[CopyPart]) -> bool:
    """Whether the copy says who wrote it: in a byline, or by a Chinese dateline."""
    ledes = [part.text for part in copy if part.role == BODY][:_LEDES]
    return any(part.role == "byline" for part in copy) or any(map(says_reporters, ledes))
