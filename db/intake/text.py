"""Plain text to a draft: headline, dek, byline, dateline and body found, doubles and furniture set aside.

When it is not sure what something is, it stays in the body; what is left out is listed in the ednote.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from db.document import Block, BlockKind, Document, clean, paragraph
from db.errors import Unreadable
from db.fields import FIELD_NAMES
from db.intake.boilerplate import is_furniture, is_outlet, without_site
from db.intake.charset import likelihood
from db.intake.datelines import bare_dateline, split_dateline
from db.intake.envelope import Cover, Envelope, open_envelope
from db.intake.features import reads_on
from db.intake.labels import Label, labelled
from db.intake.lines import ends_sentence, han, key, single_spaced, split_lines, words
from db.intake.names import Byline, as_byline, read_byline
from db.intake.wrap import Item, gather
from db.text.slugs import MAX_FIELD, slug_from
from db.values import Draft, StoryText

_BULLET = re.compile(r"[•·▪‣◦●*–—-]\s+(?P<rest>\S.*)")
_NUMBER = re.compile(r"\(?(?P<number>\d{1,2})[.)、]\s+(?P<rest>\S.*)")
_HEADING = re.compile(r"#{1,6}\s+(?P<rest>\S.*)")
_LEFT_OUT = (Label.ABOVE, Label.UNDER, Label.BEHIND)
_SUBHEAD_WIDEST = 64
_LEDES = 3
"""Paragraphs at the top among which a Chinese dateline is looked for: what is told of the story may stand before it."""
_REPORTERS = re.compile(r"[（(][^（()）]{0,12}?记者[ :：]?(?P<names>[\u4e00-\u9fff·、 ]{2,30})[)）]")
_ED_NOTE = "Left out at import:"
_ROWS = "Rows of a table were found; their cells are parted by | and want setting as a table."
_NO_COVER = Cover()
_TOLD_BY, _LEAST_TOLD_BY = 2_000, 8
"""Characters by whose words the language of a text is told, and the fewest words that tell it."""
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


def read_text(text: str, name: str = "", cover: Cover = _NO_COVER) -> Draft:
    """The draft a text holds; `cover` is what is known of it beside its lines, `name` that of its file.

    Raises Unreadable for a text longer than any story.
    """
    if len(text) > MAX_CHARACTERS:
        raise Unreadable(f"{name or 'The text'} has over a million characters, as no story has; import it in parts.")
    copy = split_lines(clean_breaks(text))
    envelope = open_envelope(copy.lines, cover)
    found = _FoundParts(dict(envelope.fields), dropped=list(envelope.dropped))
    items = gather(envelope.lines, stands_alone)
    _take_labelled_byline(found)
    if envelope.labelled:
        found.body += items
    else:
        _read_paragraphs(items, found)
    blocks = _blocks(found.body) + list(_as_they_stand(copy.rest))
    return _draft(found, blocks, envelope, name, cover)


def _as_they_stand(lines: Sequence[str]) -> Iterator[Block]:
    """Paragraphs of many lines each."""
    for at in range(0, len(lines), _LINES_A_BLOCK):
        yield paragraph(clean("\n".join(lines[at : at + _LINES_A_BLOCK])))


def clean_breaks(text: str) -> str:
    """The text with form feeds and vertical tabs as line ends."""
    return text.replace("\f", "\n").replace("\v", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")


def stands_alone(text: str) -> bool:
    """Whether a line is none of a running text, and so is not joined to its neighbours."""
    return is_furniture(text) or read_byline(text) is not None


def _read_paragraphs(items: Sequence[Item], found: _FoundParts) -> None:
    """Headline, dek, bylines and body from what each paragraph is; the rest is left out, and listed."""
    kinds = labelled(items, found.fields.get("headline", ""))
    before: Label | None = None
    for item, kind in zip(items, kinds, strict=True):
        if not found.body and (place := bare_dateline(item.text)):
            found.fields.setdefault("dateline", place.upper())
            found.drop(item)
        elif kind is Label.BODY:
            found.body.append(item)
        elif kind is Label.HEADLINE:
            _take_headline(item, found)
        elif kind is Label.DEK:
            found.fields["dek"] = item.text
        elif kind in (Label.BYLINE, Label.SIGNATURE):
            _take_byline(item, found, kind is before)
        else:
            found.drop(item)
        before = kind
    _take_byline_of_head(items, kinds, found)
    best = _best(found.bylines)
    said = "\n".join(found.dropped)
    for other in found.bylines:
        if best and not other.people <= best.people and other.printed.removeprefix("By ") not in said:
            found.dropped.append(", ".join(other.names))


def _take_byline_of_head(items: Sequence[Item], kinds: Sequence[Label], found: _FoundParts) -> None:
    """Where no line is a byline of its own, the names in a line that says more: `Source: Echo  Author: Wu Jing`."""
    if found.bylines:
        return
    for item, kind in zip(items, kinds, strict=True):
        byline = read_byline(item.text) if kind in _LEFT_OUT else None
        if byline and byline.sure and (kind in (Label.ABOVE, Label.UNDER) or byline.whole):
            found.bylines.append(byline)
            return


def _take_headline(item: Item, found: _FoundParts) -> None:
    typed = _heading(item.text) or item.text
    found.fields["headline"] = without_site(typed)
    if found.fields["headline"] != typed:
        found.drop(item)


def _heading(text: str) -> str:
    """A heading without the number signs before and behind it; empty for what is none."""
    found = _HEADING.fullmatch(text)
    return (found["rest"].rstrip("#").rstrip() or found["rest"]) if found else ""


def _take_byline(item: Item, found: _FoundParts, near: bool) -> None:
    """One more line of names; `near` tells that the line before it was one, too."""
    byline = read_byline(item.text) or as_byline(item.text)
    known = {person for other in found.bylines for person in other.people}
    if byline is None:
        found.body.append(item) if words(item.text) > 1 else found.drop(item)
        return
    others = bool(found.bylines) and near and not byline.people & known and found.bylines[-1].sure >= byline.sure
    if others:
        found.bylines[-1] = found.bylines[-1].joined(byline)
    if not _says_all(byline, item.text) or byline.people <= known or (found.bylines and not others):
        found.drop(item)
    if not others:
        found.bylines.append(byline)


def _says_all(byline: Byline, line: str) -> bool:
    """Whether the names, and where they are, are all that a line says."""
    said = Counter(key(f"By {byline.printed} {byline.place}"))
    return not Counter(key(line)) - said


def _take_labelled_byline(found: _FoundParts) -> None:
    given = found.fields.pop("byline", "")
    byline = as_byline(given) if given else None
    if byline:
        found.bylines.append(byline)
        if not byline.whole:
            found.dropped.append(given)
    elif given:
        found.fields["byline"] = given


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
    if item.lines[0].row:
        return False
    between = 0 < at < len(items) - 1 and reads_on(items[at + 1].text)
    short = item.lines[0].width <= _SUBHEAD_WIDEST and 1 <= words(item.text) <= 9
    begins = item.text[0].isupper() or han(item.text[0]) > 0 or item.text[0].isdigit()
    ends = ends_sentence(item.text) or item.text[-1] in ',，、”"'
    return between and short and begins and not ends and len(item.lines) == 1


def _draft(found: _FoundParts, blocks: list[Block], envelope: Envelope, name: str, cover: Cover) -> Draft:
    fields = found.fields
    byline = _best(found.bylines)
    dateline, blocks = _cut_dateline(blocks)
    byline = byline or _reporters(dateline)
    dateline = fields.get("dateline") or dateline or (byline.place if byline else "")
    if byline and key(byline.place) not in key(dateline):
        found.dropped.append(byline.place)
    body = Document(blocks=tuple(blocks))
    told = {**fields, "byline": _printed(byline, found, envelope, body), "dateline": dateline}
    if any(line.row for item in found.body for line in item.lines):
        told["ednote"] = "\n\n".join(filter(None, (fields.get("ednote", ""), _ROWS)))
    labelled = StoryText(body=body, **{one: _field(told.get(one, "")) for one in FIELD_NAMES})
    long = [value for one, value in told.items() if one != "ednote" and len(single_spaced(value)) > MAX_FIELD]
    text = labelled.with_(
        slug=_slug(fields.get("slug", ""), told.get("headline", ""), name),
        ednote=_ednote(told.get("ednote", ""), [*long, *found.dropped], cover), language=_language(body),
        source=labelled.source or _field(name),
    )  # fmt: skip
    return Draft(text, dropped=tuple(found.dropped), source=name, doubt=cover.doubt)


def _printed(byline: Byline | None, found: _FoundParts, envelope: Envelope, body: Document) -> str:
    """The byline as papers of the text's language print it; that of a mail without one is its sender."""
    sample = body.body_text[:_TOLD_BY]
    language = likelihood(sample).language if words(sample) >= _LEAST_TOLD_BY else "en"
    given = found.fields.get("byline", "")
    sender = as_byline(envelope.sender) if envelope.sender and not (byline or given) else None
    best = byline or sender
    return best.printed_in(language) if best else given


def _reporters(dateline: str) -> Byline | None:
    """Who wrote it by a Chinese dateline: `新华社长春9月2日电（记者李双林）`."""
    found = _REPORTERS.search(dateline)
    return as_byline(f"记者 {found['names']}") if found else None


def _language(body: Document) -> str:
    return "zh-CN" if han(body.body_text) * 3 > len(body.body_text) else ""


def _best(bylines: Sequence[Byline]) -> Byline | None:
    """The byline to print: the surest, with the place any of its doubles names."""
    if not bylines:
        return None
    best = next((byline for byline in bylines if byline.sure), bylines[0])
    place = best.place or next((byline.place for byline in bylines if byline.place), "")
    return replace(best, place=place)


def _cut_dateline(blocks: list[Block]) -> tuple[str, list[Block]]:
    """The dateline at the beginning of the lede, and the blocks without it."""
    prose = [at for at, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH][:_LEDES]
    for at in prose:
        parts = split_dateline(blocks[at].text)
        if parts and not is_outlet(parts[0]) and (at == prose[0] or han(parts[0])):
            return parts[0], [*blocks[:at], paragraph(parts[1]), *blocks[at + 1 :]]
    return "", blocks


def _slug(given: str, headline: str, name: str) -> str:
    telling = slug_from(given) if given else slug_from(headline)
    return telling if telling != "story" else slug_from(name.rsplit(".", 1)[0])


def _field(text: str) -> str:
    return single_spaced(clean(text).replace("\u2028", " "))[:MAX_FIELD]


def _ednote(given: str, dropped: Sequence[str], cover: Cover) -> str:
    parts = [given, cover.doubt]
    if cover.lost:
        parts.append(f"{cover.lost} characters of the file could not be read; they stand as \ufffd.")
    if dropped:
        parts.append("\n".join([_ED_NOTE, *(f"- {line}" for line in dropped)]))
    return clean("\n\n".join(filter(None, parts))).replace("\u2028", "\n")
