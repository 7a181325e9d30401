"""Marks set while one types: what a quote, apostrophe, hyphen or point that was just typed becomes, by language.

What was typed before is mended by `typewriter_marks`; here nothing is known of what will follow, so a mark may change
once more with the next key: the quote before 90s becomes an apostrophe.
"""

import re

from db.text.typewriter_marks import Marks, Replacement, marks_of, opens_behind

_ELIDED = {
    "en": re.compile(r"(?:^|[\s(\[“—–])([‘])(?:tis|twas|til|em|cause|round|bout|n)$", re.IGNORECASE),
    "nl": re.compile(r"(?:^|[\s(\[“—–])([‘])(?:s|t|n|k|r)$", re.IGNORECASE),
}
"""Words that begin with an apostrophe, behind the quotation mark it was taken for."""

_BETWEEN = re.compile(r"\s‘n'$", re.IGNORECASE)
"""The n of rock ’n’ roll, which stands for and."""

_LETTER_HEBREW = re.compile("[\u05d0-\u05ea]")
_ADDRESS = re.compile(r"(?:://|www\.|@)\S*$")
"""The end of an address: what is typed in it stays."""

_OWN_POINTS = ("zh", "ja")
"""Languages that have points of their own, which are typed as such."""

_PRIMES = {'"': "″", "'": "′"}


def typed_mark(before: str, after: str, language: str) -> Replacement | None:
    """The mark to set in place of the end of `before`, whose last character was just typed; None for none.

    `before` and `after` are the text of the paragraph up to the cursor and behind it. Offsets are those of `before`.
    """
    if not before or _ADDRESS.search(before[:-1]):
        return None
    marks, typed = marks_of(language), before[-1]
    if typed == "'" and _BETWEEN.search(before):
        return Replacement(len(before) - 3, len(before), f"’{before[-2]}’")
    if typed in _PRIMES:
        return Replacement(len(before) - 1, len(before), _quote(before, after, marks))
    if typed == "-":
        return _dash(before, marks)
    if typed == "." and before.endswith("...") and not before.endswith("....") and _base(language) not in _OWN_POINTS:
        return Replacement(len(before) - 3, len(before), "…")
    if typed == " " and before.endswith(" - ") and before[:-3].strip():
        return Replacement(len(before) - 2, len(before) - 1, marks.dash)
    return _apostrophe(before, marks, language)


def _quote(before: str, after: str, marks: Marks) -> str:
    """What a quote or apostrophe stands for, by what stands before it."""
    sign, text, behind = before[-1], before[:-1], before[-2:-1]
    pair = marks.outer if sign == '"' else marks.inner
    is_open = _is_open(text, pair)
    if sign == "'" and behind.isalpha() and not (is_open and not after[:1].isalnum() and pair[1] != "’"):
        return "’"
    if not is_open and behind.isdigit() and not after[:1].isalpha():
        return _PRIMES[sign]
    if sign == '"' and not is_open and _LETTER_HEBREW.match(behind):
        return "״"
    opens = opens_behind(behind, may_stand_between=not is_open)
    return pair[0] if opens and not after[:1].isspace() else pair[1] if is_open or sign == '"' else "’"


def _is_open(text: str, pair: tuple[str, str]) -> bool:
    """Whether a quotation in these marks was begun in a paragraph, and not ended."""
    begin, end = pair[0].strip("\u202f"), pair[1].strip("\u202f")
    if begin == end:
        return text.count(begin) % 2 == 1
    return text.rfind(begin) > text.rfind(end)


def _dash(before: str, marks: Marks) -> Replacement | None:
    """Two hyphens, behind a word, a space, or at the head of a paragraph: a dash; between figures a shorter one."""
    text = before[:-2]
    if not before.endswith("--") or text.endswith(("-", "/")):
        return None
    return Replacement(len(text), len(before), "–" if text[-1:].isdigit() else marks.dash)


def _apostrophe(before: str, marks: Marks, language: str) -> Replacement | None:
    """What was taken for another mark, and is an apostrophe by what was typed behind it: in ’90s, 1990’s, ’tis."""
    at, typed = len(before) - 2, before[-1]
    mark, text = before[at : at + 1], before[: max(at, 0)]
    begins = marks.inner[0]
    if typed.isdigit() and mark == begins and opens_behind(text[-1:], may_stand_between=False):
        return Replacement(at, at + 1, "’")
    if typed.isalpha() and text[-1:].isalnum() and mark and mark in (_PRIMES["'"], marks.inner[1]) and mark != "’":
        return Replacement(at, at + 1, "’")
    elided = _ELIDED.get(_base(language))
    if elided and not typed.isalnum() and begins == "‘" and (found := elided.search(before[:-1])):
        return Replacement(found.start(1), found.end(1), "’")
    return None


def _base(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()
