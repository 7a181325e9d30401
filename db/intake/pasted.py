"""Text that is pasted: the paragraphs in it, found as those of an arriving file are."""

import re

from db.document import Block
from db.intake.html_blocks import blocks_of_html
from db.intake.lines import CONTROLS, single_spaced, split_lines
from db.intake.markup import text_of_html
from db.intake.text import MAX_CHARACTERS, stands_alone
from db.intake.wrap import gather

_PARAGRAPH_ENDS = str.maketrans(dict.fromkeys("\v\f\x1c\x1d\x1e\u2029", "\n\n") | {"\0": None, "\u2028": "\n"})
"""What ends a paragraph in word processors: Word copies its own line ends as vertical tabs."""
_START = "<!--StartFragment-->"
_ENDS = re.compile(r"\r\r\n|\r\n?")
_LINE_END = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a pasted text; what stands in one line stays as it is, spaces at its ends too.

    Empty lines part paragraphs, and do not glue the others. Lines that were wrapped by hand are joined.
    """
    text = _ENDS.sub("\n", text).translate(_PARAGRAPH_ENDS)
    if "\n" not in text.strip("\n"):
        return (text.strip("\n").translate(CONTROLS),)
    copy = split_lines(text)
    return (*(item.text for item in gather(copy.lines, stands_alone)), *copy.rest)


def one_line(text: str) -> str:
    """A pasted text for a field: on one line, no-break spaces and soft hyphens kept."""
    lines = (single_spaced(line) for line in _LINE_END.split(text.translate(CONTROLS)))
    return " ".join(filter(None, lines))


def text_of_clip(html: str) -> str:
    """The words of HTML that is on a clipboard without its plain text, up to the longest text that is read."""
    return text_of_html(_fragment(html)[:MAX_CHARACTERS])


def blocks_of_clip(html: str, text: str) -> tuple[Block, ...]:
    """The blocks of HTML on a clipboard that has structure; none where it does not say the same as its plain text.

    Some programs put more into one of the two: then the plain text is pasted, as it is what one saw.
    """
    blocks = blocks_of_html(_fragment(html))
    said = "".join(block.text for block in blocks)
    return blocks if not text.strip() or _letters(said) == _letters(text) else ()


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


def _fragment(html: str) -> str:
    """The part that was copied: Windows and Word mark it (HTML Clipboard Format)."""
    start = html.find(_START)
    return html[start + len(_START) :].partition("<!--EndFragment-->")[0] if start >= 0 else html
