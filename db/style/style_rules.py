"""Rules of house style as values: what to find, what is preferred, why, how grave it is, and where it holds."""

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from functools import lru_cache
from typing import Any

from db.errors import Refused
from db.style.word_lists import base_of
from db.values import Severity

_LONGEST = 300
"""Characters of what is found, and of what is preferred: more is no rule, but a text."""
_LONGEST_WHY = 500
_MOST_COMPILED = 2_000
"""Rules that are kept compiled: more than any stylebook has; a text is read again at every pause of who types."""
OR = "|"
"""Parts what a rule finds: any of them."""
ANY_ENDING = "*"
"""Behind a word of what a rule finds: it may have any ending."""


@dataclass(frozen=True)
class StyleRule:
    """One rule."""

    find: str
    """Words, parted by `|` where there are several, each with any ending where `*` follows; or a regular expression."""
    prefer: str = ""
    r"""Words to be put there, `\1` a group of an expression; empty where the person must choose."""
    why: str = ""
    """The reason, in a sentence for those who write."""
    name: str = ""
    """Short and stable; made of what it finds when it is drafted."""
    severity: Severity = Severity.WARNING
    language: str = ""
    """The language it holds in, with or without a region; empty for all."""
    desk: str = ""
    """The desk whose stories it holds in; empty for all."""
    pattern: bool = False
    """Whether what it finds is a regular expression."""
    case: bool = False
    """Whether capitals and small letters differ."""

    def holds_in(self, language: str, desk: str) -> bool:
        """Whether it holds in the stories of a language and desk."""
        speaks = self.language in ("", language) or self.language == base_of(language)
        return speaks and self.desk in ("", desk)

    def plain(self) -> dict[str, Any]:
        """The rule as JSON holds it."""
        return asdict(self) | {"severity": str(self.severity)}

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> "StyleRule":
        """Read `plain`'s form; what a newer Galley knows besides is left out."""
        known = {one.name for one in fields(cls)}
        values = {name: value for name, value in plain.items() if name in known}
        return cls(**values | {"severity": Severity(values.get("severity", Severity.WARNING))})


def tidy_rule(rule: StyleRule) -> StyleRule:
    """The rule with its white space folded. Raises Refused for one that finds nothing, or cannot be read."""
    find = rule.find if rule.pattern else " ".join(rule.find.split())
    tidy = replace(rule, find=find.strip(), prefer=" ".join(rule.prefer.split()), why=" ".join(rule.why.split()))
    if not tidy.find.strip(OR + ANY_ENDING + " "):
        raise Refused("A rule of house style needs words to find.")
    if len(tidy.find) > _LONGEST or len(tidy.prefer) > _LONGEST or len(tidy.why) > _LONGEST_WHY:
        raise Refused(f"A rule finds and prefers {_LONGEST} characters at most, and says why in {_LONGEST_WHY}.")
    found = {word.casefold() for word in alternatives(tidy.find)}
    if not (tidy.pattern or tidy.case) and tidy.prefer.casefold() in found:
        raise Refused("A rule cannot prefer what it finds; let capitals differ if those are what it is about.")
    expression(tidy)
    return tidy


@lru_cache(_MOST_COMPILED)
def expression(rule: StyleRule) -> re.Pattern[str]:
    """The rule as a regular expression. Raises Refused for one that is none, or finds the empty text."""
    flags = re.NOFLAG if rule.case else re.IGNORECASE
    try:
        found = re.compile(rule.find if rule.pattern else _pattern_of_words(rule.find), flags)
        found.sub(rule.prefer if rule.pattern else "", "")
    except (re.error, OverflowError, RecursionError, IndexError) as error:
        raise Refused(f"“{rule.find}” is no regular expression: {error}.") from error
    if found.match(""):
        raise Refused(f"“{rule.find}” finds nothing as well as something: let it find a letter at least.")
    return found


def alternatives(find: str) -> Iterator[str]:
    """The words, or stretches of words, that a rule without an expression finds."""
    return (one.strip() for one in find.split(OR) if one.strip())


def _pattern_of_words(find: str) -> str:
    """Linear in the length of any text: nothing in it repeats but white space and the letters of one word."""
    each = (_pattern_of_one(one) for one in sorted(alternatives(find), key=len, reverse=True))
    return f"(?:{'|'.join(each)})"


_SIGNS = {"'": "['’]", "’": "['’]", '"': '["“”]', "-": "[-‐‑]", " ": r"[ \u00a0\u202f]+", ANY_ENDING: r"\w*"}
"""What stands for a sign of a rule: what is typed at a keyboard finds what is printed."""


def _pattern_of_one(words: str) -> str:
    middle = "".join(_SIGNS.get(sign) or re.escape(sign) for sign in words)
    first, last = words[0], words[-1]
    before = r"(?<!\w)" if first.isalnum() else ""
    after = r"(?!\w)" if last.isalnum() or last == ANY_ENDING else ""
    return f"{before}{middle}{after}"
