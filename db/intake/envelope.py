"""What copy arrives in: the head of a mail, the header of a wire file, the labels a reporter types; set apart."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from db.fields import STORY_FIELDS
from db.intake.lines import CopyLine, ends_sentence, starts_low

_LABELS = {label: one.name for one in STORY_FIELDS for label in one.labels}
"""Labels that a reporter types before a field, by the field they stand for."""

_BODY_LABELS = frozenset(("body", "text", "story", "copy", "正文"))
_OTHER_LABELS = frozenset(
    ("date", "desk", "section", "words", "word count", "length", "status", "date line", "日期", "版面", "字数")
)
_LABEL = re.compile(r"\W{0,3}([A-Za-z\u4e00-\u9fff][A-Za-z\u4e00-\u9fff ]{0,16}?)\**\s*[:：]\**\s*(.*)")
_WIRE = re.compile(
    r"ZCZC.*|NNNN|[a-z]{1,4}\d{3,5}|[rubdfh] [a-z]{1,2}(?: .{0,20})?|URGENT|BULLETIN|FLASH"
    r"|\^?(?:BC|AM|PM|AP|EN|XH)-{1,2}[\w'’.,/ -]{2,60}|.{2,40}[,;:]\s*\d{2,4}(?: words)?|Eds?[:.].{0,200}"
    r"|.{0,60}(?i:writethru).{0,20}"
    r"|\d{4,6}\s?(?:GMT|UTC).{0,30}|\(?(?:Slug|Embargo|Urgency|Category|Keywords?|Priority|Copyright)\s*[:：].{0,80}"
)
_ENDS = frozenset(("30", "more", "end", "ends", "endit", "mf", "nnnn", "完", "the end"))
"""What stands alone, between marks, at the end of a page or of a story."""
_WORDS_OF = re.compile(r"[^\W_](?:.*[^\W_])?")
_MOST_CODES = 8
"""Lines of codes that wires send before a story."""


@dataclass
class Envelope:
    """The lines of the copy itself, and what its envelope says."""

    lines: list[CopyLine]
    fields: dict[str, str] = field(default_factory=dict)
    sender: str = ""
    """Name of who sent a mail."""
    dropped: list[str] = field(default_factory=list)
    lines_of: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The lines that a label gave each field, with the label."""
    labelled: bool = False
    """Whether labels name the headline, so that none is to be looked for."""


@dataclass(frozen=True)
class Cover:
    """What is known of a text before its lines are looked at: from the mail or the wire it came by, and its bytes."""

    fields: Mapping[str, str] = field(default_factory=dict)
    """Fields of the story that mail or wire name, by their names; the text may have a headline of its own."""
    sender: str = ""
    """Name of who sent a mail."""
    notes: tuple[str, ...] = ()
    """Lines that are no copy."""
    lost: int = 0
    """Characters that could not be read."""
    charset: str = ""
    """The character set it was read in; empty where it arrived as text."""
    charsets: tuple[str, ...] = ()
    """Other sets it may be in, the likeliest first."""
    doubt: str = ""
    """What may have been read wrongly, in a sentence; empty where nothing is in doubt."""
    whole: bool = False
    """Whether its fields name the headline and all that is text is the story."""


def open_envelope(lines: Sequence[CopyLine], cover: Cover) -> Envelope:
    """Set apart what is not the copy: what came with it (`cover`), the wire's heads and ends, typed labels."""
    envelope = Envelope(list(lines), dict(cover.fields), cover.sender, list(cover.notes), labelled=cover.whole)
    _drop_wire(envelope)
    _read_labels(envelope)
    return envelope


def _drop_wire(envelope: Envelope) -> None:
    """The codes before a wire story, `(more)` and `-30-` in and after it, and the marks round its head lines."""
    first = 0
    while first < min(_MOST_CODES, len(envelope.lines)) and _is_wire_code(envelope.lines[first].text):
        first += 1
    envelope.dropped += [line.text for line in envelope.lines[:first]]
    kept = []
    for at, line in enumerate(envelope.lines[first:], first):
        if _is_end(line.text) and _stands_alone(envelope.lines, at):
            envelope.dropped.append(line.text)
        else:
            kept.append(_unmarked(line))
    envelope.lines = kept


def _is_end(text: str) -> bool:
    """Whether a line says that a story or its page ends: `-30-`, `(more)`, `###`."""
    found = _WORDS_OF.search(text)
    return found.group().casefold() in _ENDS if found else "###" in text.replace(" ", "")


def _stands_alone(lines: Sequence[CopyLine], at: int) -> bool:
    """Whether a line is no end of a sentence (`more.`, `30.`) that begins in the line before it."""
    if at == 0 or lines[at].gap or not lines[at].text[0].isalnum():
        return True
    return ends_sentence(lines[at - 1].text)


def _is_wire_code(text: str) -> bool:
    return bool(_WIRE.fullmatch(text)) and not _label_of(text)


def _unmarked(line: CopyLine) -> CopyLine:
    """`^Pilots stay<` is how wires mark a headline, `^By X=` a byline."""
    if line.text.startswith("^") or line.text.endswith(("<", "=")):
        text = line.text.strip("^<= ")
        return replace(line, text=text) if text else line
    return line


def _label_of(text: str) -> tuple[str, str] | None:
    """Label, in small letters, and what follows it, when a line begins with one of the known labels."""
    match = _LABEL.fullmatch(text)
    if not match:
        return None
    label = match[1].strip().casefold()
    return (label, match[2].strip()) if label in _LABELS or label in _BODY_LABELS or label in _OTHER_LABELS else None


def _read_labels(envelope: Envelope) -> None:
    """The labelled lines at the top, up to the first line that has none and begins a paragraph of its own."""
    fields: dict[str, list[str]] = {}
    lines: dict[str, list[str]] = {}
    others: list[str] = []
    at, open_field = 0, ""
    while at < len(envelope.lines):
        line = envelope.lines[at]
        found = _label_of(line.text)
        if found is None:
            if not open_field or line.gap or not (starts_low(line.text) or not fields[open_field][-1]):
                break
            fields[open_field].append(line.text)
            lines[open_field].append(line.raw)
        elif found[0] in _LABELS:
            open_field = _LABELS[found[0]]
            fields.setdefault(open_field, []).append(found[1])
            lines.setdefault(open_field, []).append(line.raw)
        else:
            open_field = ""
            if found[0] in _OTHER_LABELS or not found[1]:
                others.append(line.raw)
            else:
                envelope.lines[at] = CopyLine(found[1], line.raw, 0, 1)
                break
        at += 1
    if "headline" in fields or len(fields) >= 2:
        envelope.fields |= {name: " ".join(filter(None, values)) for name, values in fields.items()}
        envelope.lines_of = {name: tuple(said) for name, said in lines.items()}
        envelope.labelled = envelope.labelled or "headline" in fields
        envelope.dropped += others
        del envelope.lines[:at]
