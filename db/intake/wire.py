"""Stories as wires send them: ANPA-1312 and IPTC 7901 by their control characters, and their signs for quotes.

ANPA-1312: SYN SYN SOH, service and number, US, routing; priority, category, format code (DC1 to DC4), keyword, version,
date, words; STX, lines marked `^…<` (keyword, heads, notes) and `^…=` (byline), the text; ETX, stamp, EOT. IPTC 7901:
SOH, source and number, priority, category, words, keywords; STX, a head that `=` ends, the text, ETX, date, EOT.
A file may hold several messages.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from db.intake.datelines import starts_with_dateline
from db.intake.lines import ends_sentence
from db.intake.names import read_byline

_SOH, _STX, _ETX = "\x01", "\x02", "\x03"
_MOST_MESSAGES = 200
"""Of a file: what follows them is kept as notes of the last."""
_HEAD_LONGEST = 600
"""Characters between SOH and STX; what is longer is no head of a message."""
_ANPA = re.compile(
    r"\b(?P<priority>[a-z])[ \t]{1,4}(?P<category>[a-z]{1,3})[ \t]{0,4}[\x11-\x14]{1,3}\s{0,4}"
    r"(?P<keyword>\S.{0,80}?)\s{1,40}"
    r"(?:\d{1,2}-\d{1,2}|\d{6})(?:\s+(?P<words>\d{2,5})\b|\s*$)",
    re.MULTILINE,
)
_IPTC = re.compile(
    r"(?P<number>[A-Za-z]{2,4}\s?\d{3,5})\s+(?P<priority>[1-9])\s+(?P<category>[A-Za-z]{1,4})\s+(?P<words>\d{1,5})"
    r"(?P<more>[^\r\n]{0,80})(?P<below>[\s\S]{0,300})"
)
_SENDER = re.compile(r"(?:\S{2,8}\s{1,8}){0,3}[\w-]{2,8}\s\d{2,5}\s*")
"""An agency's own number behind the count of words."""
_MARKED = re.compile(r"\^?(?P<text>[^<=]{1,1000}?)\s*(?P<sign>[<=])\s*")
_HEAD_LINE = re.compile(r"\^(?P<text>[^<=^]{1,1000})")
"""A line that a caret opens and nothing closes."""
_TAKE = re.compile(r"\^?(?:\*\d{2,5}<\s*\^)?(?P<text>\*?(?:[A-Z]{2})-{1,2}\S[^<]{0,100})<?\s*")
"""The keyword again, with the number of the take and of words behind it: `BC-Ferry,180`."""
_NOTE = re.compile(
    r"(?i)\(?(?:eds?|editors?|desks?|memo|advisory|attention(?: editors)?|with|note to .{2,20}|redaktion\w*"
    r"|achtung|editors?['’]? notes?|correct(?:s|ed)|updates?|recasts?|adds?)\b\s*(?:[:._]| _)|"
    r".{2,20}photos?\b|.{0,40}\bphotos? [a-z]{2,4}\d{3}|\((?:photos?|with)\b.{0,80}\)"
)
_STATUS = re.compile(
    r"\(?(?:\d{1,2}(?:ST|ND|RD|TH) (?:LEAD|LD|ROUNDUP|ADD|TAKE).{0,30}|REFILE\w*|EXTRA|URGENT|BULLETIN|FLASH|EIL|BLITZ"
    r"|ALERT|CORRECT\w{2,5}|KORREKTUR|BERICHTIGUNG|ZUSAMMENFASSUNG|ROUNDUP|LEAD|URGENTE|REPETICIÓN|KILL\b.{0,30}"
    r"|(?:BULLETIN|MANDATORY|URGENT) KILL|EMBARGO\w{0,3}\b.{0,60}|(?i:achtung|attention|eds?\b.{0,60}))\)?:?"
)
"""What a message is, on a line of its own above its headline."""
_KILL = re.compile(
    r"(?i)\b(?:mandatory|bulletin|urgent) kill\b|\bkills? (?:the )?(?:story|item|our|bc-)|^\W*kill\b"
    r"|\bwithdraws? (?:the )?(?:story|item)|\bannule la dépêche|\bwird zurückgezogen"
)
_CORRECTION = re.compile(
    r"(?i)\bcorrects?\b|\bcorrected\b|\bcorrection\b|\bkorrektur|\bberichtigung|\brectificati|\bcorrección"
)
_FURTHER_TAKE = re.compile(
    r"(?i)\b(?:\d{1,2}(?:st|nd|rd|th) (?:add|take)|add(?:s)? \d{1,2}|take \d{1,2}|\d{1,2}(?:st|nd|rd|th)add)\b"
)
_UNPRINTED = re.compile(
    r"(?i)\W*(?:not for publication|not for (?:print|broadcast)|for (?:editors?'?|internal) use only"
    r"|(?:.{0,60})nicht (?:zur|für die) veröffentlichung"
    r"|the following information is not (?:intended )?for publication|"
    r"non destiné à la publication|no para publicar|(?:dpa[- ])?notizblock|(?:dpa[- ])?notebook"
    r"|redaktionelle hinweise|notes? (?:to|for) editors?|internet links?|editorial contacts?|"
    r"editors?'? notes?|编辑注|不供发表)\b.{0,80}"
)
_RULE = re.compile(r"_{2,}=?|-{3,}|\* \* \*")
_RULES = frozenset("_-*")
"""How they begin."""
_HALF = re.compile(r"(?<![\w])\{|(?<=\d)\{")
_AFTERWORD = re.compile(
    r"(?i)\bfollow\b.{0,60}\b(?:at|on)\b|https?://|@\w|contribut|reported from|reach(?:ed)? at|copyright|©"
)
_WRITETHRU = re.compile(
    r"(?i)(?:, ?| )?\b(?:\d{1,3}(?:st|nd|rd|th) ?)?(?:ld|lead|writethru|write-thru|add|sub|urgent|correction)\b.*"
)
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]+")
"""What is no letter and ends no line."""
_MOST_NOTES = 500
"""Lines of a message that are not printed, each by itself: what has more is no wire."""
_SHORTEST_UNPRINTED, _LONGEST_UNPRINTED = 3, 300
"""Characters of a line that says that it, or what follows, is not for print."""
_MOST_AFTERWORDS = 4
"""Lines behind a rule that are afterwords; more are the story going on."""
_CELLS = str.maketrans({"\x1e": "\t", "\x1f": "\t"} | dict.fromkeys("\x08\x10\x1c\x1d\x7f"))
"""The marks of tables: unit and record separators part cells, a backspace opens a row, DLE is a narrow space."""
_ROW = re.compile(r"[^;\n]{0,40};(?:[^;\n]{0,40};)+[^;\n]{0,60}")
_BY = re.compile(r"(?:By|Von|Par|Por|Di|Door) \w")
_HEAD_LINES = 8
"""Lines of IPTC 7901 above the text, of which the last ends with `=`."""
_FULL_LINE = 50
"""Characters of a line of a headline that goes on in the next: wires set 69."""
_KILLS = "The wire kills a story: look before this is taken in."
_CORRECTS = "The wire sends this as a correction: an earlier story may be wrong."
_GOES_ON = "The wire sends this as a further take of a story that came before."


@dataclass
class WireStory:
    """What a wire sent: fields by the names of a story's, the text, and all that is not printed."""

    fields: dict[str, str] = field(default_factory=dict)
    text: str = ""
    notes: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    """What the desk must know of it, a sentence each."""


def is_wire(text: str) -> bool:
    """Whether a text begins with the frame of a message."""
    start, end = text.find(_SOH), text.find(_STX)
    return 0 <= start < end <= start + _HEAD_LONGEST


def read_wires(text: str) -> list[WireStory]:
    """The stories in a wire's frames; none for a text without its control characters."""
    if not is_wire(text):
        return []
    before, *messages = _messages(text)
    found = [_read(message) for message in messages[:_MOST_MESSAGES]]
    found[0].notes[:0] = _told(before)
    found[-1].notes += _told("\n".join(messages[_MOST_MESSAGES:]))
    for story in found:
        story.notes = _few(story.notes)
    return found


def _messages(text: str) -> list[str]:
    """What stands before the first message, and each from behind its SOH on."""
    first, *others = text.split(_SOH)
    found = [[first]]
    for part in others:
        if _STX in part[:_HEAD_LONGEST] or len(found) == 1:
            found.append([part])
        else:
            found[-1].append(part)
    return list(map("".join, found))


def _read(message: str) -> WireStory:
    head, _stx, rest = message.partition(_STX)
    body, _etx, stamp = rest.partition(_ETX)
    found = WireStory(notes=_told(head))
    anpa, iptc = _ANPA.search(head), _IPTC.search(head)
    if anpa:
        found.fields["slug"] = _bare_keyword(anpa["keyword"])
    elif iptc:
        _read_keywords(iptc, found)
    lines = [_row(line) for line in body.translate(_CELLS).replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    start = _read_marked(lines, found) if anpa or not iptc else _read_head(lines, found)
    found.text = typeset("\n".join(_without_notes(lines[start:], found)))
    found.notes += _told(stamp)
    found.doubts = _doubts([anpa["keyword"] if anpa else "", *found.notes, found.fields.get("headline", "")])
    return found


def _doubts(said: Sequence[str]) -> list[str]:
    """What the head and the notes of a message say of it."""
    asked = ((_KILL, _KILLS), (_CORRECTION, _CORRECTS), (_FURTHER_TAKE, _GOES_ON))
    return [sentence for pattern, sentence in asked if any(map(pattern.search, said))]


def _told(text: str) -> list[str]:
    """The lines of a part that is not printed, without control characters."""
    lines = map(str.strip, _CONTROLS.sub(" ", text.replace("\r", "\n")).split("\n"))
    return [line for line in lines if line]


def _few(notes: list[str]) -> list[str]:
    """Notes, of which the last holds all that is more than anybody writes: nothing is lost, and no time."""
    return notes if len(notes) <= _MOST_NOTES else [*notes[:_MOST_NOTES], "\n".join(notes[_MOST_NOTES:])]


def _row(line: str) -> str:
    """A line; the cells of a row of a table, which semicolons part, with tabs between them, and halves as halves."""
    if ";" not in line:
        return line
    bare = line.strip().removesuffix("<").rstrip()
    if not _ROW.fullmatch(bare) or bare.endswith((".", "”", '"')):
        return line
    halves = _HALF.sub("½", bare) if "{" in bare else bare
    return halves.replace(";", "\t")


def _bare_keyword(keyword: str) -> str:
    return re.sub(r"^(?:BC|AM|PM|AP)-", "", keyword.strip())


def _read_keywords(match: "re.Match[str]", found: WireStory) -> None:
    """The keywords of IPTC 7901: behind the count of words, or on lines of their own."""
    more = match["more"].strip()
    below = " ".join(match["below"].split())
    keyword = below if not more or (below and _SENDER.fullmatch(more)) else more
    if keyword and not _SENDER.fullmatch(keyword):
        found.fields["slug"] = keyword.strip("/ ")


def _read_marked(lines: Sequence[str], found: WireStory) -> int:
    """The marked lines at the top, which give headline and byline or are notes; where the text begins."""
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        marked = _MARKED.fullmatch(line)
        opened = _HEAD_LINE.fullmatch(line) if not marked and "byline" not in found.fields else None
        if line and line[0] != "^" and not _TAKE.fullmatch(line) and starts_with_dateline(line):
            break
        if line and not marked and not _TAKE.fullmatch(line) and (not opened or "headline" in found.fields):
            break
        if marked or opened:
            _take_marked(line, marked or opened, found)
        elif line:
            found.notes.append(line.strip("^< "))
        at += 1
    return at


def _take_marked(line: str, marked: "re.Match[str] | None", found: WireStory) -> None:
    """One marked line: `<` ends a head or a note, `=` a byline and what its writer is."""
    assert marked is not None
    text = marked["text"].strip().lstrip("^")
    byline = read_byline(text) if marked[0].rstrip().endswith("=") else None
    if byline and byline.sure and "byline" not in found.fields:
        found.fields["byline"] = text
    elif _is_note(line, text, found):
        found.notes.append(text)
    else:
        found.fields["headline"] = typeset(text)


def _is_note(line: str, text: str, found: WireStory) -> bool:
    """Whether a marked line is no headline: the keyword, what is said to the desk, or behind the headline."""
    if "headline" in found.fields or _TAKE.fullmatch(line) or _NOTE.match(text) or _STATUS.fullmatch(text):
        return True
    return line.endswith("<") and _says_keyword(text, found.fields.get("slug", ""))


def _says_keyword(text: str, keyword: str) -> bool:
    """Whether a line is the keyword again, with the number of the take and of words behind it."""
    bare, known_bare = (_bare_keyword(_WRITETHRU.sub("", one)) for one in (text, keyword))
    said, known = (re.sub(r"\W", "", one).casefold() for one in (bare, known_bare))
    return bool(known) and said.startswith(known) and not any(map(str.isalpha, said[len(known) :]))


def _read_head(lines: Sequence[str], found: WireStory) -> int:
    """The head of IPTC 7901, which a `=` ends: what the message is, headline, byline; where the text begins."""
    full = [at for at, line in enumerate(lines) if line.strip()][:_HEAD_LINES]
    end = next((at for at in full if lines[at].rstrip().endswith("=")), None)
    if end is None:
        return 0
    head = [text for at in full if at <= end and (text := lines[at].strip().removesuffix("=").strip("^< "))]
    titles: list[str] = []
    for text in head:
        byline = read_byline(text)
        if (byline and byline.sure) or (titles and _BY.match(text)):
            found.fields["byline"] = text
        elif _STATUS.fullmatch(text) or (not titles and _NOTE.match(text)):
            found.notes.append(text)
        else:
            titles.append(text)
    _take_titles(titles, found)
    return end + 1


def _take_titles(titles: Sequence[str], found: WireStory) -> None:
    """The headline, which may go on in a second line, and what stands below it."""
    goes_on = len(titles) > 1 and len(titles[0]) >= _FULL_LINE and not ends_sentence(titles[0])
    if titles:
        found.fields["headline"] = typeset(" ".join(titles[: 1 + goes_on]))
    if titles[1 + goes_on :]:
        found.fields["dek"] = typeset(" ".join(titles[1 + goes_on :]))


def _without_notes(lines: Sequence[str], found: WireStory) -> list[str]:
    """The lines that are printed: no rules, none behind “not for publication”, no afterwords behind a rule."""
    last = [at for at, line in enumerate(lines) if line.strip()][-_MOST_AFTERWORDS - 1 :]
    kept = []
    for at, line in enumerate(lines):
        bare = line.strip()
        rule = bare[:1] in _RULES and bool(_RULE.fullmatch(bare))
        unprinted = _SHORTEST_UNPRINTED <= len(bare) <= _LONGEST_UNPRINTED and _UNPRINTED.fullmatch(bare)
        if unprinted or (rule and at in last and _are_afterwords(lines[at + 1 :])):
            found.notes += [one.strip() for one in lines[at:] if one.strip()]
            break
        if rule:
            found.notes.append(bare)
        kept.append("" if rule else line)
    return kept


def _are_afterwords(lines: Sequence[str]) -> bool:
    """Whether a few last lines say who helped, or whom to follow."""
    full = [line for line in lines if line.strip()]
    return 0 < len(full) <= _MOST_AFTERWORDS and all(map(_AFTERWORD.search, full))


def typeset(text: str) -> str:
    """A wire's signs as they are printed: ``…'' as double quotes, `…' as single ones, ` _ ` and ` -- ` as a dash."""
    text = text.replace("``", "“").replace("''", "”")
    text = re.sub(r"(?<!\w)`(?=\w)", "‘", text)
    text = re.sub(r"(‘[^‘’'\n]{1,300})'(?!\w)", r"\1’", text)
    text = re.sub(r"(?<=\S)[ \t]_[ \t](?=\S)", " — ", text)
    return re.sub(r"(?<=\S)[ \t]--[ \t](?=\S)", " — ", text)
