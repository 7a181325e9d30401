"""Typewriter marks: straight quotes and apostrophes, hyphens for dashes; and what a language sets in their place.

Quotation marks after the Unicode Common Locale Data Repository; dashes as the style books of each language have them.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from db.document import Block, Document, Span
from db.fields import ON_PAGE
from db.values import StoryText

_NARROW = "\u202f"
"""The space French sets inside its quotation marks: narrow, and no line ends at it."""


class Marks(NamedTuple):
    """The marks of a language: outer and inner quotes, opening before closing, and its dash between spaces."""

    outer: tuple[str, str] = ("“", "”")
    inner: tuple[str, str] = ("‘", "’")
    dash: str = "–"


_LOW = Marks(("„", "“"), ("‚", "‘"))
_ANGLES = Marks(("«", "»"), ("“", "”"))
_MARKS = {
    "en": Marks(), "en-us": Marks(dash="—"), "de": _LOW, "cs": _LOW, "sk": _LOW, "sl": _LOW, "bg": _LOW,
    "de-ch": Marks(("«", "»"), ("‹", "›")), "fr": Marks((f"«{_NARROW}", f"{_NARROW}»"), ("“", "”")),
    "es": Marks(("«", "»"), ("“", "”"), "—"), "it": _ANGLES, "pt-pt": _ANGLES, "ca": _ANGLES, "el": _ANGLES,
    "nb": _ANGLES, "nn": _ANGLES, "no": _ANGLES, "ru": Marks(("«", "»"), ("„", "“"), "—"),
    "uk": Marks(("«", "»"), ("„", "“")), "da": Marks(("»", "«"), ("›", "‹")), "sv": Marks(("”", "”"), ("’", "’")),
    "fi": Marks(("”", "”"), ("’", "’")), "pl": Marks(("„", "”"), ("«", "»")), "ro": Marks(("„", "”"), ("«", "»")),
    "hu": Marks(("„", "”"), ("»", "«")), "hr": Marks(("„", "“"), ("‘", "’")),
    "ja": Marks(("「", "」"), ("『", "』"), "—"), "zh": Marks(dash="——"),
    "zh-hant": Marks(("「", "」"), ("『", "』"), "——"), "zh-tw": Marks(("「", "」"), ("『", "』"), "——"),
    "zh-hk": Marks(("「", "」"), ("『", "』"), "——"),
}  # fmt: skip

_FOUND = re.compile(r"[\"']|(?<=[ \u00a0])-{1,3}(?=[ \u00a0])|(?<![-\w/])--(?![-\w])|(?<=\w)--(?=\w)|(?<=\w)--(?=\s)")
"""Every mark of a typewriter: quotes, a hyphen between spaces, two hyphens."""

_SIGNS = ('"', "'", "--", " -", "\u00a0-")
"""One of these is in every text that has such a mark: looked for first, as it is told at once."""

_BEFORE_OPENING = re.compile(r"[\s(\[{<—–\-/“‘„‚«‹「『]")
_SQUARE = re.compile("[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff00-\uffef]")
"""Characters of scripts without spaces between words: a quotation may open behind any of them."""

_HEBREW = re.compile('[\u05d0-\u05ea]"[\u05d0-\u05ea]')
"""An abbreviation in Hebrew, in which the mark is a letter's."""

_PRIME = re.compile(r"\d['\"]$")


class Replacement(NamedTuple):
    """A mark of a typewriter between two offsets of a text, and what is set in its place."""

    start: int
    end: int
    mark: str


def marks_of(language: str) -> Marks:
    """The marks of a language (BCP 47); those of English where they are not known."""
    parts = language.replace("_", "-").lower().split("-")
    tags = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((_MARKS[tag] for tag in tags if tag in _MARKS), Marks())


def typewriter_marks(text: str, language: str) -> list[Replacement]:
    """The marks of a typewriter in a text, with what is set in their place."""
    if not any(sign in text for sign in _SIGNS):
        return []
    marks, open_quotes, found = marks_of(language), list[str](), list[Replacement]()
    for match in _FOUND.finditer(text):
        sign = match[0]
        if sign in "\"'":
            mark = _quote(text, match.start(), marks, open_quotes)
        elif len(sign) > 1 and text[match.start() - 1 : match.start()].isalnum() and text[match.end() :][:1].isdigit():
            mark = "–"
        else:
            mark = marks.dash
        found.append(Replacement(match.start(), match.end(), mark))
    return found


def _quote(text: str, at: int, marks: Marks, open_quotes: list[str]) -> str:
    """What a straight quote or apostrophe stands for."""
    sign, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    pair = marks.outer if sign == '"' else marks.inner
    if sign not in open_quotes and _PRIME.search(text[: at + 1][-2:]) and not after.isalpha():
        return "″" if sign == '"' else "′"
    if _HEBREW.match(text, at - 1) and at:
        return "״"
    opens = (
        (before in "\"'" or opens_behind(before, may_stand_between=sign not in open_quotes))
        and after
        and not after.isspace()
    )
    if sign == "'" and ((before.isalnum() and after.isalnum()) or (opens and after.isdigit()) or _elided(text, at)):
        return "’"
    if opens and sign not in open_quotes:
        open_quotes.append(sign)
        return pair[0]
    if sign in open_quotes:
        del open_quotes[open_quotes.index(sign) :]
        return pair[1]
    return "’" if sign == "'" else pair[0] if opens else pair[1]


def opens_behind(before: str, *, may_stand_between: bool) -> bool:
    """Whether a quotation may begin behind a character, the empty text at the head of a paragraph.

    In scripts without spaces between words it may begin behind any, if it `may_stand_between` them.
    """
    square = may_stand_between and _SQUARE.match(before) is not None
    return not before or _BEFORE_OPENING.match(before) is not None or square


_ELIDED = re.compile(r"'(?:(?:tis|twas|til|em|cause|round|bout)\b|n')", re.IGNORECASE)
"""Words that begin with an apostrophe, not with a quotation."""


def _elided(text: str, at: int) -> bool:
    """Whether an apostrophe stands for a letter at the head of a word, or behind the n of rock ’n’ roll."""
    return _ELIDED.match(text, at) is not None or text[at - 2 : at].casefold() == "'n"


def mended_text(text: str, language: str) -> str:
    """The text with the marks of its language."""
    return "".join(_pieces(text, typewriter_marks(text, language)))


def _pieces(text: str, replacements: Sequence[Replacement]) -> Iterator[str]:
    at = 0
    for one in replacements:
        yield from (text[at : one.start], one.mark)
        at = one.end
    yield text[at:]


def mended(text: StoryText, language: str) -> StoryText:
    """The story with the marks of its language in all that is printed; every word keeps its marks of emphasis."""
    fields = {one.name: mended_text(getattr(text, one.name), language) for one in ON_PAGE}
    blocks = tuple(_mended_block(block, language) for block in text.body.blocks)
    return text.with_(**fields, body=Document(blocks=blocks) if blocks != text.body.blocks else text.body)


def _mended_block(block: Block, language: str) -> Block:
    changed: dict[str, object] = {}
    if replacements := typewriter_marks(block.text, language):
        changed["spans"] = tuple(_mended_spans(block.spans, replacements))
    use = block.picture
    if use and typewriter_marks(use.credit, language):
        changed["picture"] = use.model_copy(update={"credit": mended_text(use.credit, language)})
    return block.model_copy(update=changed) if changed else block


def _mended_spans(spans: Sequence[Span], replacements: Sequence[Replacement]) -> Iterator[Span]:
    """Spans whose text is replaced: a mark that lies over two is set in the first."""
    at = 0
    for span in spans:
        end = at + len(span.text)
        inside = [
            Replacement(max(0, one.start - at), min(len(span.text), one.end - at), one.mark if one.start >= at else "")
            for one in replacements
            if one.start < end and one.end > at
        ]
        yield span.model_copy(update={"text": "".join(_pieces(span.text, inside))}) if inside else span
        at = end
