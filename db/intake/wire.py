"""Stories as wires send them: ANPA-1312 and IPTC 7901 by their control characters, and their signs for quotes.

ANPA-1312: SYN SYN SOH, service and number, US, routing; priority, category, format code (DC1 to DC4), keyword, date,
words; STX, lines marked `^…<` (heads, notes) and `^…=` (byline), the text; ETX, stamp, EOT. IPTC 7901: SOH, source and
number, priority, category, words, keywords; STX, text, ETX, date and time, EOT.
"""

import re
from dataclasses import dataclass, field

from db.intake.names import read_byline

_SOH, _STX, _ETX, _EOT = "\x01", "\x02", "\x03", "\x04"
_ANPA = re.compile(
    r"\b(?P<priority>[a-z])[ \t]{1,4}(?P<category>[a-z]{1,3})[ \t]{0,4}[\x11-\x14]{1,3}\s{0,4}"
    r"(?P<keyword>\S.{0,80}?)\s{1,40}"
    r"(?:\d{1,2}-\d{1,2}|\d{6})\s+(?P<words>\d{2,5})\b"
)
_IPTC = re.compile(
    r"(?P<number>[A-Za-z]{2,4}\s?\d{3,5})\s+(?P<priority>[1-9])\s+(?P<category>[A-Za-z]{2,4})\s+(?P<words>\d{2,5})"
    r"(?:\s+(?P<keyword>\S[^\r\n]{0,80}))?"
)
_MARKED = re.compile(r"\^?(?P<text>[^^<=]{1,300}?)\s*(?P<sign>[<=])\s*")
_NOTE = re.compile(
    r"(?i)(?:eds?|editors?|desks?|memo|advisory|attention(?: editors)?|with|note to .{2,20}|redaktion\w*"
    r"|achtung)\b\s*[:.]|"
    r".{2,20}photos?\b|.{0,40}\bphotos? [a-z]{2,4}\d{3}"
)
_UNPRINTED = re.compile(
    r"(?i)\W*(?:not for publication|not for (?:print|broadcast)|for (?:editors?'?|internal) use only"
    r"|nicht zur veröffentlichung|"
    r"non destiné à la publication|no para publicar|notizblock|redaktionelle hinweise|notes? (?:to|for) editors?|"
    r"editors?'? notes?|编辑注|不供发表)\b.{0,80}"
)
_RULE = re.compile(r"_{2,}|-{3,}|\* \* \*")
_AFTERWORD = re.compile(
    r"(?i)\bfollow\b.{0,60}\b(?:at|on)\b|https?://|@\w|contribut|reported from|reach(?:ed)? at|copyright|©"
)
_WRITETHRU = re.compile(
    r"(?i)(?:, ?| )?\b(?:\d{1,3}(?:st|nd|rd|th) )?(?:ld|lead|writethru|write-thru|add|sub|urgent|correction)\b.*"
)
_MOST_AFTERWORDS = 4
"""Lines behind a rule that are afterwords; more are the story going on."""


@dataclass
class WireStory:
    """What a wire sent: fields by the names of a story's, the text, and all that is not printed."""

    fields: dict[str, str] = field(default_factory=dict)
    text: str = ""
    notes: list[str] = field(default_factory=list)


def read_wire(text: str) -> WireStory | None:
    """The story in a wire's frame; None for a text without its control characters."""
    start, end = text.find(_SOH), text.find(_STX)
    if start < 0 or end < start:
        return None
    head, rest = text[start + 1 : end], text[end + 1 :]
    body, _etx, stamp = rest.partition(_ETX)
    found = WireStory(notes=[*_told(text[:start]), *_told(head)])
    _read_head(head, found)
    found.text = _read_text(body, found)
    found.notes += _told(stamp.partition(_EOT)[0]) + _told(stamp.partition(_EOT)[2])
    return found


def _told(text: str) -> list[str]:
    """The lines of a part that is not printed, without control characters."""
    lines = (re.sub(r"[\x00-\x1f\x7f]+", " ", line).strip() for line in re.split(r"[\r\n]+", text))
    return [line for line in lines if line]


def _read_head(head: str, found: WireStory) -> None:
    match = _ANPA.search(head) or _IPTC.search(head)
    if match and match["keyword"]:
        found.fields["slug"] = re.sub(r"^(?:BC|AM|PM|AP)-", "", match["keyword"].strip())


def _read_text(body: str, found: WireStory) -> str:
    """The text behind the marked lines at its top, which give headline and byline or are notes."""
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        marked = _MARKED.fullmatch(line)
        if line and not marked:
            break
        if marked:
            _take_marked(marked["text"].strip(), marked["sign"], found)
        at += 1
    return typeset("\n".join(_without_notes(lines[at:], found)))


def _take_marked(text: str, sign: str, found: WireStory) -> None:
    """One marked line: `<` ends a head or a note, `=` a byline and what its writer is."""
    byline = read_byline(text) if sign == "=" else None
    if byline and "byline" not in found.fields:
        found.fields["byline"] = text
    elif (
        (sign == "=" and "byline" in found.fields)
        or _NOTE.match(text)
        or _says_keyword(text, found.fields.get("slug", ""))
        or "headline" in found.fields
    ):
        found.notes.append(text)
    else:
        found.fields["headline"] = typeset(text)


def _says_keyword(text: str, keyword: str) -> bool:
    """Whether a line is the keyword again, with the number of the take and of words behind it."""
    bare = re.sub(r"^(?:BC|AM|PM|AP)-", "", _WRITETHRU.sub("", text))
    said, known = (re.sub(r"\W", "", one).casefold() for one in (bare, keyword))
    return bool(known) and said.startswith(known) and not any(map(str.isalpha, said[len(known) :]))


def _without_notes(lines: list[str], found: WireStory) -> list[str]:
    """The lines that are printed: none behind “not for publication”, none of the afterwords behind a rule."""
    for at, line in enumerate(lines):
        rest = [one for one in lines[at + 1 :] if one.strip()]
        after = (
            _RULE.fullmatch(line.strip())
            and len(rest) <= _MOST_AFTERWORDS
            and rest
            and all(map(_AFTERWORD.search, rest))
        )
        if after or _UNPRINTED.fullmatch(line.strip()):
            found.notes += [one.strip() for one in lines[at:] if one.strip()]
            return lines[:at]
    return lines


def typeset(text: str) -> str:
    """A wire's signs as they are printed: ``…'' as double quotes, `…' as single ones, ` _ ` and ` -- ` as a dash."""
    text = text.replace("``", "“").replace("''", "”")
    text = re.sub(r"(?<!\w)`(?=\w)", "‘", text)
    text = re.sub(r"(?<=\S)[ \t]_[ \t](?=\S)", " — ", text)
    return re.sub(r"(?<=\S)[ \t]--[ \t](?=\S)", " — ", text)
