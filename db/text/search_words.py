"""The words of a text as the index of a search holds them, and as a question asks for them.

In scripts whose words stand apart these are the words. In the others, and in Korean, whose words grow endings, they are
pairs of neighbouring characters: any stretch of a text is found by the pairs it is made of, one after the other.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise

from db.text.folding import fold

_SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf"
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u302f\u3031-\u3035\u3038-\u303c\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u3105-\u318f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7ff\uf900-\ufaff"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
"""Scripts without spaces or with endings: Thai, Lao, Burmese, Khmer, Tai and Cham scripts, Hangul, Han, kana, Yi."""

_WITH_MARKS = (range(0x0300, 0x3100), range(0xA600, 0xAC00), range(0x10A00, 0x12000), range(0x16A00, 0x17000))
"""Where marks of letters lie that folding may leave; others are those of musical notes and gone scripts."""

_NO_MARK = r"[\x00-\u077f]"
"""Characters that are none of those marks: asked for first, because a word of Europe mostly ends at one."""

Token = tuple[str, tuple[int, int]]
"""One word of the index, and where in the folded text it begins and ends."""


def tokens(text: str) -> list[str]:
    """The words of a text as the index holds them."""
    patterns, words = _patterns(), list[str]()
    for number, part in enumerate(patterns.run.split(_searchable(text))):
        if number % 2:
            characters = patterns.character.findall(part)
            words += [*map("".join, pairwise(characters)), *characters[-1:]]
        else:
            words += patterns.word.findall(part)
    return words


def tokens_in(folded: str) -> list[Token]:
    """The same of a folded text, with their places."""
    patterns, found, at = _patterns(), list[Token](), 0
    text = folded.replace("_", " ")
    for run in patterns.run.finditer(text):
        found += [(one[0], one.span()) for one in patterns.word.finditer(text, at, run.start())]
        found += _pairs(patterns.character.finditer(text, *run.span()))
        at = run.end()
    return found + [(one[0], one.span()) for one in patterns.word.finditer(text, at)]


def _pairs(characters: Iterable[re.Match[str]]) -> Iterator[Token]:
    """The pairs of neighbours in a run of characters, and the last character."""
    ones = list(characters)
    for one, following in pairwise(ones):
        yield one[0] + following[0], (one.start(), following.end())
    yield from ((one[0], one.span()) for one in ones[-1:])


def question(text: str) -> tuple[tuple[str, ...], bool]:
    """The words to ask the index for, and whether the last may go on: one character alone may begin any pair.

    The last of several is in the pair before it; in the text others may follow it.
    """
    parts = _patterns().run.split(_searchable(text))
    words = tokens(text)
    if len(parts) == 1 or tokens(parts[-1]):
        return tuple(words), False
    alone = len(_patterns().character.findall(parts[-2])) == 1
    return tuple(words if alone else words[:-1]), alone


def _searchable(text: str) -> str:
    """A text folded, and without the only joint that a pattern takes for a letter."""
    return fold(text).replace("_", " ")


@dataclass(frozen=True)
class _Patterns:
    run: re.Pattern[str]
    """Characters of scripts without spaces; a space between two of them parts no words."""
    character: re.Pattern[str]
    """One of them, with its marks."""
    word: re.Pattern[str]
    """A word of any other script."""


@cache
def _patterns() -> _Patterns:
    """The patterns of words, made when something is first stored or looked for: that takes some milliseconds."""
    marks = _ranges([one for one in chain(*_WITH_MARKS) if unicodedata.category(chr(one))[0] == "M" and fold(chr(one))])
    run = re.compile(f"([{_SPACELESS}]+(?: +[{_SPACELESS}]+)*)")
    return _Patterns(run, re.compile(rf"\w[{marks}]*"), re.compile(rf"\w+(?:(?!{_NO_MARK})[{marks}]+\w*)*"))


def _ranges(codes: list[int]) -> str:
    """Characters as the ranges of a pattern."""
    starts = [one for one, before in zip(codes, [0, *codes], strict=False) if one != before + 1]
    ends = [one for one, after in zip(codes, [*codes[1:], 0], strict=True) if after != one + 1]
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in zip(starts, ends, strict=True))
