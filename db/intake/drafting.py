"""The draft that the parts of a text make: fields printed as papers print them, blocks of the body, the ednote."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from db.document import Block, BlockKind, Document, clean, paragraph
from db.fields import FIELD_NAMES, FIELDS_BY_NAME
from db.intake.boilerplate import is_outlet, without_site
from db.intake.charset import likelihood
from db.intake.datelines import bare_dateline, split_dateline
from db.intake.lines import ends_sentence, han, key, single_spaced, width, words
from db.intake.names import Byline, as_byline, is_company, read_byline
from db.intake.paragraphs import reads_on
from db.text.slugs import MAX_FIELD, slug_from
from db.values import BODY, CopyPart, Draft, LeftOut, StoryText

_BULLET = re.compile(r"[•·▪‣◦●*–—-]\s+(?P<rest>\S.*)")
_NUMBER = re.compile(r"\(?(?P<number>\d{1,2})[.)、]\s+(?P<rest>\S.*)")
_HEADING = re.compile(r"#{1,6}\s+(?P<rest>\S.*)")
_SUBHEAD_WIDEST = 64
_LEDES = 3
"""Paragraphs at the top among which a Chinese dateline is looked for: what is told of the story may stand before it."""
_REPORTERS = re.compile(r"[（(][^（()）]{0,12}?记者[ :：]?(?P<names>[\u4e00-\u9fff·、 ]{2,30})[)）]")
_ED_NOTE = "Left out at import:"
_ROWS = "Rows of a table were found; their cells are parted by | and want setting as a table."
_TOLD_BY, _LEAST_TOLD_BY = 2_000, 8
"""Characters by whose words the language of a text is told, and the fewest words that tell it."""
_LABEL_END = re.compile("[:：]")
_SINGLE = frozenset(FIELD_NAMES) - {"byline", "ednote"}
"""Roles that one part has: another that is given one by hand takes it from the first."""
_LONGEST_SUBHEAD = 9
"""Words."""
_HAN_SHARE = 3
"""One character in so many is Han in a Chinese text, whose figures and foreign names are not."""


@dataclass(frozen=True)
class Origin:
    """What is known of a text besides its parts."""

    name: str = ""
    """Of its file."""
    charset: str = ""
    charsets: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    unreadable: int = 0


def with_roles(draft: Draft, roles: Mapping[int, str]) -> Draft:
    """The draft with other roles for some of its parts, by their place in `parts`; the rest keep theirs.

    A role is the name of a field, `BODY`, or empty for what is left out. Of fields that have one part each the part
    that had it before is left out, a dek becomes a paragraph. Raises KeyError for what is no role.
    """
    for role in roles.values():
        if role not in (BODY, ""):
            FIELDS_BY_NAME[role]
    parts = tuple(_given(part, roles.get(at), set(roles.values())) for at, part in enumerate(draft.parts))
    origin = Origin(draft.source, draft.charset, draft.charsets, draft.doubts, draft.unreadable)
    return draft_of(parts, origin)


def _given(part: CopyPart, role: str | None, taken: set[str]) -> CopyPart:
    """A part with the role it is given, or without the one that another part is given."""
    if role is None and part.role in taken & _SINGLE:
        role = BODY if part.role == "dek" else ""
    if role is None:
        return part
    return replace(part, role=role, left_out=None if role else LeftOut.BY_HAND, doubtful=False)


def draft_of(parts: Sequence[CopyPart], origin: Origin) -> Draft:
    """The draft that parts make by their roles."""
    fields = {role: _value(role, parts) for role in FIELD_NAMES if any(part.role == role for part in parts)}
    body = [part for part in parts if part.role == BODY]
    dateline, blocks = _cut_dateline(list(_blocks(body)))
    byline = _byline(parts) or _reporters(dateline)
    document = Document(blocks=tuple(blocks))
    if byline:
        fields["byline"] = byline.printed_in(_language_of(document))
    fields["dateline"] = fields.get("dateline") or dateline or (byline.place if byline else "")
    if any(part.is_row for part in body):
        fields["ednote"] = "\n\n".join(filter(None, (fields.get("ednote", ""), _ROWS)))
    dropped = tuple(_dropped(parts, fields))
    return Draft(
        _text(fields, document, dropped, origin), dropped, origin.name, origin.doubts, tuple(parts), origin.charset,
        origin.charsets, origin.unreadable,
    )  # fmt: skip


def _value(role: str, parts: Sequence[CopyPart]) -> str:
    """What the parts of one role say, as it is printed."""
    return (", " if role == "byline" else " ").join(_printed(part) for part in parts if part.role == role)


def _printed(part: CopyPart) -> str:
    """What a field has of a part."""
    if part.role == "headline":
        return without_site(_heading(part.text) or part.text)
    place = bare_dateline(part.text) if part.role == "dateline" else ""
    return place.upper() or part.text


def _byline(parts: Sequence[CopyPart]) -> Byline | None:
    """The byline to print: persons of neighbouring lines together, of several the surest."""
    found: list[Byline] = []
    before = ""
    for part in parts:
        byline = (read_byline(part.text) or as_byline(part.text)) if part.role == "byline" else None
        if byline:
            known = {person for other in found for person in other.people}
            near = before == part.role and bool(found)
            if near and is_company(part.text):
                continue
            if near and not byline.people & known and found[-1].sure >= byline.sure:
                found[-1] = found[-1].joined(byline)
            else:
                found.append(byline)
        before = part.role
    return _best(found)


def _dropped(parts: Sequence[CopyPart], fields: Mapping[str, str]) -> Iterator[str]:
    """The lines that no field and no paragraph says whole."""
    printed = f"{fields.get('byline', '')} {fields.get('dateline', '')}"
    names = Counter(map(key, printed.split()))
    for part in parts:
        whole = " ".join(part.lines)
        bare = _LABEL_END.split(whole, maxsplit=1)[-1]
        if part.role == "byline":
            line = part.text if key(bare) == key(part.text) else whole
            said = Counter(filter(None, map(key, line.split())))
            told = said <= names or (han(line) > 0 and key(line) in key(printed))
            names -= said if told else Counter()
        else:
            told = part.role == BODY or key(_printed(part)) in (key(whole), key(bare))
        if not part.role or not told:
            yield from part.lines


def _heading(text: str) -> str:
    """A heading without the number signs before and behind it; empty for what is none."""
    found = _HEADING.fullmatch(text)
    return (found["rest"].rstrip("#").rstrip() or found["rest"]) if found else ""


def _blocks(parts: Sequence[CopyPart]) -> Iterator[Block]:
    """The body's blocks with their kinds."""
    numbered = _numbered(parts)
    for at, part in enumerate(parts):
        verbatim = (BlockKind.PARAGRAPH, "\n".join(part.lines))
        kind, text = verbatim if part.verbatim else _kind(parts, at, numbered.get(at, ""))
        yield paragraph(clean(text), kind)


def _numbered(parts: Sequence[CopyPart]) -> dict[int, str]:
    """The items of lists that are numbered from one on; any other number is a part of its line, and stays there."""
    found: dict[int, str] = {}
    run: list[str] = []
    for at, part in enumerate([*parts, CopyPart("", ())]):
        match = _NUMBER.fullmatch(part.text)
        if match and int(match["number"]) == len(run) + 1:
            run.append(match["rest"])
            continue
        if len(run) > 1 and not match:
            found |= {at - len(run) + number: rest for number, rest in enumerate(run)}
        run = [match["rest"]] if match and match["number"] == "1" else []
    return found


def _kind(parts: Sequence[CopyPart], at: int, numbered: str) -> tuple[BlockKind, str]:
    """What a part is in the body; `numbered` is its text without the number, where it is one of a numbered list."""
    text = parts[at].text
    around = [parts[near].text for near in (at - 1, at + 1) if 0 <= near < len(parts)]
    if heading := _heading(text):
        return BlockKind.SUBHEAD, heading
    if numbered:
        return BlockKind.NUMBER, numbered
    if (match := _BULLET.fullmatch(text)) and any(map(_BULLET.fullmatch, around)):
        return BlockKind.BULLET, match["rest"]
    if text.startswith("> "):
        return BlockKind.QUOTE, text[2:]
    return (BlockKind.SUBHEAD if _is_subhead(parts, at) else BlockKind.PARAGRAPH), text


def _is_subhead(parts: Sequence[CopyPart], at: int) -> bool:
    """Whether a short line between two paragraphs of prose is their subhead."""
    part = parts[at]
    if part.is_row:
        return False
    between = 0 < at < len(parts) - 1 and reads_on(parts[at + 1].text)
    short = width(part.lines[0]) <= _SUBHEAD_WIDEST and 1 <= words(part.text) <= _LONGEST_SUBHEAD
    begins = part.text[0].isupper() or han(part.text[0]) > 0 or part.text[0].isdigit()
    ends = ends_sentence(part.text) or part.text[-1] in ',，、”"'
    return between and short and begins and not ends and len(part.lines) == 1


def _text(fields: Mapping[str, str], body: Document, dropped: Sequence[str], origin: Origin) -> StoryText:
    """Fields and body, and the ednote that tells of all else."""
    text = StoryText(body=body, **{one: _field(fields.get(one, "")) for one in FIELD_NAMES})
    long = [value for one, value in fields.items() if one != "ednote" and len(single_spaced(value)) > MAX_FIELD]
    return text.with_(
        slug=_slug(fields.get("slug", ""), fields.get("headline", ""), origin.name),
        ednote=_ednote(fields.get("ednote", ""), [*long, *dropped], origin),
        language="zh-CN" if han(body.body_text) * _HAN_SHARE > len(body.body_text) else "",
        source=text.source or _field(origin.name),
    )  # fmt: skip


def _language_of(body: Document) -> str:
    """The language a byline is printed in: English where the words do not tell."""
    sample = body.body_text[:_TOLD_BY]
    return likelihood(sample).language if words(sample) >= _LEAST_TOLD_BY else "en"


def says_reporters(text: str) -> bool:
    """Whether a Chinese dateline names who wrote the story: `新华社长春9月2日电（记者李双林）`."""
    return bool(_REPORTERS.search(text[:_TOLD_BY]))


def _reporters(dateline: str) -> Byline | None:
    """Who wrote it by a Chinese dateline."""
    found = _REPORTERS.search(dateline)
    return as_byline(f"记者 {found['names']}") if found else None


def _best(bylines: Sequence[Byline]) -> Byline | None:
    """The surest byline, with the place any of its doubles names."""
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


def _ednote(given: str, dropped: Sequence[str], origin: Origin) -> str:
    parts = [given, *origin.doubts]
    if origin.unreadable:
        parts.append(f"{origin.unreadable} characters of the file could not be read; they stand as \ufffd.")
    if dropped:
        parts.append("\n".join([_ED_NOTE, *(f"- {line}" for line in dropped)]))
    return clean("\n\n".join(filter(None, parts))).replace("\u2028", "\n")
