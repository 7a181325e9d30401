"""Plain text to a draft: headline, dek, byline, dateline and body found, doubles and furniture set aside.

When it is not sure what something is, it stays in the body; what is left out is listed in the ednote.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from db.document import Block, BlockKind, Document, clean, paragraph
from db.errors import Unreadable
from db.fields import FIELD_NAMES
from db.intake.boilerplate import is_caption, is_furniture, is_outlet, same, says_again, starts_list, without_site
from db.intake.envelope import Envelope, open_envelope
from db.intake.lines import ends_sentence, han, key, split_lines, words
from db.intake.names import Byline, as_byline, read_byline
from db.intake.wrap import Item, gather
from db.text.slugs import MAX_FIELD, slug_from
from db.values import Draft, StoryText

_DATELINE = re.compile(
    r"(?P<line>[A-Z][A-Z'’.]+(?:[ /-][A-Z][A-Z'’.]*){0,6}(?:, [A-Z][\w'’.]*(?:[ -][\w'’.]+){0,3}){0,2}"
    r"(?:, \w{3,9}\.? \d{1,2})?(?: \([\w /.-]{1,30}\))?)\s*(?:—|–|--|-)\s*(?=[“\"'‘A-Z0-9])(?P<rest>(?s:.+))"
)
_HAN_DATELINE = re.compile(
    r"[（(]?(?P<line>(?:本报|新华社|中新社|新华网|中新网)?[\u4e00-\u9fff、]{0,10}?\d{1,2}月\d{1,2}日(?:电|讯|消息)"
    r"(?:\s*[（(].{1,40}?[）)])?)[）)]?\s*(?:[—-]+\s*)?(?P<rest>\S(?s:.+))"
)
_BULLET = re.compile(r"[•·▪‣◦●*–—-]\s+(?P<rest>\S.*)")
_NUMBER = re.compile(r"\(?(?P<number>\d{1,2})[.)、]\s+(?P<rest>\S.*)")
_HEADING = re.compile(r"#{1,6}\s+(?P<rest>\S.*)")
_HEAD_LONGEST = 18
"""Items at the top among which headline, byline and dek are looked for."""
_HEAD_MOST = 300
"""Items of a head at most, where no prose ends it: each is compared with each other."""
_SUBHEAD_WIDEST = 64
_ED_NOTE = "Left out at import:"
MAX_CHARACTERS = 1_000_000
"""Of a text: ten times the longest story. More would make the program slow wherever the story is shown."""
_LINES_A_BLOCK = 100
"""Of what follows the lines that are looked at: a paragraph each would fill the memory with paragraphs of a word."""


@dataclass
class _FoundParts:
    """What has been found so far."""

    fields: dict[str, str]
    bylines: list[Byline] = field(default_factory=list)
    body: list[Item] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)

    def drop(self, item: Item) -> None:
        self.dropped += item.raw


def read_text(text: str, name: str = "", *, lost: int = 0, heads: dict[str, str] | None = None) -> Draft:
    """The draft a text holds. `heads` are those of the mail it came in; `lost` characters could not be read.

    Raises Unreadable for a text longer than any story.
    """
    if len(text) > MAX_CHARACTERS:
        raise Unreadable(f"{name or 'The text'} has over a million characters, as no story has; import it in parts.")
    copy = split_lines(clean_breaks(text))
    envelope = open_envelope(copy.lines, heads or {})
    found = _FoundParts(dict(envelope.fields), dropped=list(envelope.dropped))
    items = gather(envelope.lines, _stands_alone)
    if envelope.labelled or (envelope.fields.get("headline") and not _has_head(items, envelope.fields["headline"])):
        rest = items
        _take_labelled_byline(found)
    else:
        rest = _read_head(items, found)
    _read_body(rest, found)
    blocks = _blocks(found.body) + list(_as_they_stand(copy.rest))
    return _draft(found, blocks, envelope, name, lost)


def _as_they_stand(lines: Sequence[str]) -> Iterator[Block]:
    """Paragraphs of many lines each."""
    for at in range(0, len(lines), _LINES_A_BLOCK):
        yield paragraph(clean("\n".join(lines[at : at + _LINES_A_BLOCK])))


def clean_breaks(text: str) -> str:
    """The text with form feeds and vertical tabs as line ends."""
    return text.replace("\f", "\n").replace("\v", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")


def _stands_alone(text: str) -> bool:
    return is_furniture(text) or read_byline(text) is not None


def _is_prose(text: str) -> bool:
    """Whether a paragraph reads like running text: whole sentences, not a line of a head or a menu."""
    count = words(text)
    return (ends_sentence(text) and count >= 12) or count >= 35


def _has_head(items: Sequence[Item], subject: str) -> bool:
    """Whether a mail's text has a headline of its own: its subject again, or a short line before the first prose."""
    return bool(items) and (same(items[0].text, subject) or not _is_prose(items[0].text))


def _read_head(items: list[Item], found: _FoundParts) -> list[Item]:
    """Take headline, byline and dek from the top. Returns what is left for the body, in order."""
    end = _head_end(items)
    top, rest = items[:end], items[end:]
    bylines = {
        at: byline for at, item in enumerate(top) if (byline := read_byline(item.text)) and _is_byline(byline, top, at)
    }
    candidates = [at for at, item in enumerate(top) if at not in bylines and not _is_set_aside(item.text)]
    title = _headline_at(top, candidates)
    left: list[Item] = []
    if title is not None:
        found.fields["headline"] = without_site(_unmarked(top[title].text))
    dek = _dek_at(
        top,
        [at for at in candidates if title is not None and at > title],
        found.fields.get("headline", ""),
        bool(bylines),
    )
    if not rest and not any(at in candidates for at in range((dek or 0) + 1, len(top))):
        dek = None
    for at, item in enumerate(top):
        if at in bylines:
            found.bylines.append(bylines[at])
            if at != min(bylines) or not bylines[at].whole:
                found.drop(item)
        elif at == dek:
            found.fields["dek"] = item.text
        elif at == title:
            if _unmarked(item.text) != found.fields["headline"]:
                found.drop(item)
        elif at not in candidates or (title is not None and _is_spare(item.text, at < title, found.fields)):
            found.drop(item)
        else:
            left.append(item)
    return left + rest


def _head_end(items: Sequence[Item]) -> int:
    """Where the body begins: at the first prose, or behind a byline with no more than one such paragraph before it."""
    first = next(
        (at for at, item in enumerate(items) if _is_prose(item.text) and not _is_set_aside(item.text)), len(items)
    )
    end = first
    for at in range(first + 1, min(first + 5, len(items))):
        byline = read_byline(items[at].text)
        if byline and byline.sure:
            end = at + 1
        elif _is_prose(items[at].text):
            break
    if end == first and first == 0:
        return 0
    return min(end, max(first, _HEAD_LONGEST), _HEAD_MOST)


def _heading(text: str) -> str:
    """A heading without the number signs before and behind it; empty for what is none."""
    found = _HEADING.fullmatch(text)
    return (found["rest"].rstrip("#").rstrip() or found["rest"]) if found else ""


def _unmarked(text: str) -> str:
    return _heading(text) or text


def _is_set_aside(text: str) -> bool:
    return is_furniture(text) or is_caption(text)


def _is_byline(byline: Byline, top: Sequence[Item], at: int) -> bool:
    """Whether a line is surely a byline, or a bare name where one stands: not first of all, and not a headline."""
    if byline.sure:
        return True
    if at == 0:
        return False
    after = top[at + 1 :]
    return all(_is_set_aside(item.text) or read_byline(item.text) or words(item.text) >= 5 for item in after)


def _headline_at(top: Sequence[Item], candidates: Sequence[int]) -> int | None:
    """The likeliest headline: long enough, said more than once, not a whole sentence; of equals the first."""

    def score(at: int) -> float:
        text = without_site(top[at].text)
        count = words(text)
        others = [top[other].text for other in candidates if other != at]
        again = any(says_again(other, text) for other in others)
        return (
            2.0 * (4 <= count <= 26) + 3.0 * again - 1.5 * text.endswith((".", "。")) - 3.0 * (count > 40)
            + 2.0 * bool(_heading(top[at].text)) - 0.01 * at
        )  # fmt: skip

    if not candidates:
        return None
    return max(candidates, key=score)


def _dek_at(top: Sequence[Item], after: Sequence[int], headline: str, has_byline: bool) -> int | None:
    """The standfirst: the first line under the headline that is a clause, not the headline again."""
    for at in after:
        text = top[at].text
        if says_again(text, headline) or read_byline(text):
            continue
        return at if words(text) >= (4 if has_byline else 6) else None
    return None


def _is_spare(text: str, before_title: bool, fields: dict[str, str]) -> bool:
    """Whether a line of the head is the headline or dek again, or a short name from the site's menu above it."""
    again = any(says_again(text, fields.get(name, "")) for name in ("headline", "dek") if fields.get(name))
    return again or (before_title and words(text) <= 3)


def _take_labelled_byline(found: _FoundParts) -> None:
    given = found.fields.pop("byline", "")
    byline = as_byline(given) if given else None
    if byline:
        found.bylines.append(byline)
        if not byline.whole:
            found.dropped.append(given)
    elif given:
        found.fields["byline"] = given


def _read_body(items: Sequence[Item], found: _FoundParts) -> None:
    """The paragraphs of the body; furniture, doubles and lists of other stories are left out."""
    last = max(
        (at for at, item in enumerate(items) if _is_prose(item.text) and not _is_set_aside(item.text)), default=-1
    )
    heads = [found.fields.get(name, "") for name in ("headline", "dek")]
    seen: set[str] = {key(head) for head in heads if head}
    in_list = False
    for at, item in enumerate(items):
        text = item.text
        prose = _is_prose(text)
        in_list = starts_list(text) or (in_list and not (prose and at <= last)) or (at > last and _ends_page(text))
        double = key(text) in seen and len(key(text)) > 8
        if double or (in_list and not prose) or _is_set_aside(text) or _is_byline_again(item, found, at > last):
            found.drop(item)
        else:
            seen.add(key(text))
            found.body.append(item)


def _ends_page(text: str) -> bool:
    """Whether a line closes a page: what follows it is the site's."""
    low = text.casefold()
    return low.startswith(("copyright", "©")) or "all rights reserved" in low or "版权所有" in low


def _is_byline_again(item: Item, found: _FoundParts, at_end: bool) -> bool:
    """Whether a line in the body is the byline once more, or the only one, behind the text."""
    byline = read_byline(item.text)
    if byline is None:
        return False
    known = {person for other in found.bylines for person in other.people}
    if byline.people <= known:
        return True
    if not found.bylines and byline.sure and (at_end or not found.body):
        found.bylines.append(byline)
        return True
    return False


def _blocks(items: Sequence[Item]) -> list[Block]:
    """The body's blocks with their kinds."""
    kinds = (_kind(items, at) for at in range(len(items)))
    return [paragraph(clean(text), kind) for kind, text in kinds]


def _kind(items: Sequence[Item], at: int) -> tuple[BlockKind, str]:
    text = items[at].text
    around = [items[near].text for near in (at - 1, at + 1) if 0 <= near < len(items)]
    if heading := _heading(text):
        return BlockKind.SUBHEAD, heading
    for pattern, kind in ((_BULLET, BlockKind.BULLET), (_NUMBER, BlockKind.NUMBER)):
        if (match := pattern.fullmatch(text)) and any(pattern.fullmatch(other) for other in around):
            return kind, match["rest"]
    if text.startswith("> "):
        return BlockKind.QUOTE, text[2:]
    return (BlockKind.SUBHEAD if _is_subhead(items, at) else BlockKind.PARAGRAPH), text


def _is_subhead(items: Sequence[Item], at: int) -> bool:
    """Whether a short line between two paragraphs of prose is their subhead."""
    item = items[at]
    between = 0 < at < len(items) - 1 and _is_prose(items[at + 1].text)
    short = item.lines[0].width <= _SUBHEAD_WIDEST and 1 <= words(item.text) <= 9
    begins = item.text[0].isupper() or han(item.text[0]) > 0 or item.text[0].isdigit()
    ends = ends_sentence(item.text) or item.text[-1] in ',，、”"'
    return between and short and begins and not ends and len(item.lines) == 1


def _draft(found: _FoundParts, blocks: list[Block], envelope: Envelope, name: str, lost: int) -> Draft:
    fields = found.fields
    byline = _best(found.bylines)
    dateline, blocks = _cut_dateline(blocks)
    dateline = fields.get("dateline") or dateline or (byline.place if byline else "")
    printed = byline.printed if byline else fields.get("byline", "")
    if not printed and (sender := as_byline(envelope.sender) if envelope.sender else None):
        printed = sender.printed
    headline = fields.get("headline", "")
    body = Document(blocks=tuple(blocks))
    chinese = han(body.body_text) * 3 > len(body.body_text)
    labelled = StoryText(body=body, **{one: _field(fields.get(one, "")) for one in FIELD_NAMES})
    text = labelled.with_(
        slug=_slug(fields.get("slug", ""), headline, name), byline=_field(printed), dateline=_field(dateline),
        ednote=_ednote(fields, found.dropped, lost), language="zh-CN" if chinese else "",
        source=labelled.source or _field(name),
    )  # fmt: skip
    return Draft(text, dropped=tuple(found.dropped), source=name)


def _best(bylines: Sequence[Byline]) -> Byline | None:
    """The byline to print: the surest, with the place any of its doubles names."""
    if not bylines:
        return None
    best = next((byline for byline in bylines if byline.sure), bylines[0])
    place = best.place or next((byline.place for byline in bylines if byline.place), "")
    return Byline(best.names, best.printed, place, best.sure, best.whole)


def _cut_dateline(blocks: list[Block]) -> tuple[str, list[Block]]:
    """The dateline at the beginning of the lede, and the blocks without it."""
    for at, block in enumerate(blocks):
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        match = _DATELINE.fullmatch(block.text) or _HAN_DATELINE.fullmatch(block.text)
        if not match or is_outlet(match["line"]):
            return "", blocks
        return match["line"].strip(), [*blocks[:at], paragraph(match["rest"]), *blocks[at + 1 :]]
    return "", blocks


def _slug(given: str, headline: str, name: str) -> str:
    telling = slug_from(given) if given else slug_from(headline)
    return telling if telling != "story" else slug_from(name.rsplit(".", 1)[0])


def _field(text: str) -> str:
    return " ".join(clean(text).replace("\u2028", " ").split())[:MAX_FIELD]


def _ednote(fields: dict[str, str], dropped: Sequence[str], lost: int) -> str:
    parts = [fields.get("ednote", "")]
    if lost:
        parts.append(f"{lost} characters of the file could not be read; they stand as \ufffd.")
    if dropped:
        parts.append("\n".join([_ED_NOTE, *(f"- {line}" for line in dropped)]))
    return clean("\n\n".join(filter(None, parts))).replace("\u2028", "\n")
