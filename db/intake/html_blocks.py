"""HTML from a clipboard as blocks of a story: subheads, lists, quotes, bold, italic, links.

Read is what browsers, Word and Google Docs write; all else it has (colours, sizes, tables' lines) is left behind.
"""

import re
from collections import Counter
from collections.abc import Sequence
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

from db.document import Block, BlockKind, Span
from db.intake.lines import CONTROLS
from db.intake.markup import BLOCKS, TAG, UNSEEN, without_comments

LONGEST = 500_000
"""Characters of HTML that are read for their structure, in a quarter of a second: more is pasted as plain text."""

_KINDS = {**dict.fromkeys(["h1", "h2", "h3", "h4", "h5", "h6"], BlockKind.SUBHEAD), "blockquote": BlockKind.QUOTE}
_LISTS = {"ul": BlockKind.BULLET, "ol": BlockKind.NUMBER}
_BOLD, _ITALIC = frozenset(["b", "strong"]), frozenset(["i", "em", "cite"])
_VOID = frozenset(["br", "hr", "img", "meta", "link", "input", "col", "wbr", "area", "base", "source"])
"""Elements that have no end."""

_WEIGHT = re.compile(r"(?<![\w-])font-weight:\s*([a-z0-9]+)")
_SLANT = re.compile(r"(?<![\w-])font-style:\s*([a-z]+)")
_HEAVY = frozenset(["bold", "bolder", "600", "700", "800", "900"])
_SPACES = re.compile(r"[ \t\r\n\f]+")
_NUMBERED = re.compile(r"[0-9a-z]{1,3}[.)]", re.IGNORECASE)

_Marks = tuple[bool, bool, str]
"""Bold, italic, link."""


class _Element(NamedTuple):
    """An element that is open, with what holds inside it."""

    tag: str
    marks: _Marks
    kind: BlockKind
    seen: bool
    sign: bool
    """Whether it holds what Word puts before an item of a list."""


class _BlockReader(HTMLParser):
    """Collects blocks: what begins an element that stands for itself ends the one before."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[BlockKind, list[tuple[str, _Marks]]]] = [(BlockKind.PARAGRAPH, [])]
        self._open = [_Element("", (False, False, ""), BlockKind.PARAGRAPH, seen=True, sign=False)]
        self._count: Counter[str] = Counter()
        """Of the elements that are open, by name: an end without a beginning is told at once."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: (value or "") for name, value in attrs}
        style, inside = given.get("style", "").lower(), self._open[-1]
        kind = _LISTS.get(tag) or _KINDS.get(tag) or (BlockKind.BULLET if "mso-list:l" in style else inside.kind)
        if tag == "br" or tag in BLOCKS:
            self._break(inside.kind if tag == "br" else kind)
        if tag in _VOID:
            return
        seen = inside.seen and tag not in UNSEEN
        sign = inside.sign or "mso-list:ignore" in style
        self._count[tag] += 1
        self._open.append(_Element(tag, _marks(tag, style, given.get("href", ""), inside.marks), kind, seen, sign))

    def handle_endtag(self, tag: str) -> None:
        while self._count[tag]:
            ended = self._open.pop().tag
            self._count[ended] -= 1
            if ended == tag:
                break
        if tag in BLOCKS:
            self._break(self._open[-1].kind)

    def handle_data(self, data: str) -> None:
        inside = self._open[-1]
        if inside.sign and inside.seen:
            if _NUMBERED.match(data.strip()):
                self.blocks[-1] = (BlockKind.NUMBER, self.blocks[-1][1])
        elif inside.seen and data:
            self.blocks[-1][1].append((_SPACES.sub(" ", data).translate(CONTROLS), inside.marks))

    def end(self) -> None:
        """Read what stands behind a tag that is never closed: `close` would try each sign in it anew."""
        rest, self.rawdata = self.rawdata, ""
        self.handle_data(unescape(TAG.sub(" ", rest)))

    def _break(self, kind: BlockKind) -> None:
        if any(text.strip(" ") for text, _ in self.blocks[-1][1]):
            self.blocks.append((kind, []))
        else:
            self.blocks[-1] = (kind, [])


def _marks(tag: str, style: str, address: str, before: _Marks) -> _Marks:
    """The marks of what stands in an element: what its style says counts more than its name."""
    bold, italic, link = before
    bold, italic = bold or tag in _BOLD, italic or tag in _ITALIC
    if weight := _WEIGHT.search(style):
        bold = weight[1] in _HEAVY
    if slant := _SLANT.search(style):
        italic = slant[1] in ("italic", "oblique")
    return bold, italic, (address if tag == "a" else link)


def blocks_of_html(html: str) -> tuple[Block, ...]:
    """The blocks of some HTML; none where it has paragraphs alone, or is longer than `LONGEST`. Never raises.

    What is bold in a subhead is so by its kind. A block alone keeps the spaces at its ends: it goes into a sentence.
    """
    if len(html) > LONGEST:
        return ()
    reader = _BlockReader()
    reader.feed(without_comments(html))
    reader.end()
    shown = [(kind, parts) for kind, parts in reader.blocks if any(text.strip() for text, _ in parts)]
    blocks = tuple(Block(kind=kind, spans=_spans(parts, kind, whole=len(shown) > 1)) for kind, parts in shown)
    plain = all(block.kind is BlockKind.PARAGRAPH and not _marked(block) for block in blocks)
    return () if plain else blocks


def _marked(block: Block) -> bool:
    return any(any(span.marks) for span in block.spans)


def _spans(parts: Sequence[tuple[str, _Marks]], kind: BlockKind, *, whole: bool) -> tuple[Span, ...]:
    """Text with its marks, one space where several stand, and none at the ends of a `whole` block."""
    found: list[tuple[str, _Marks]] = []
    blank = whole
    for text, marks in parts:
        text = text.lstrip(" ") if blank else text
        if text:
            found.append((text, marks))
            blank = text.endswith(" ")
    if whole:
        while found and not found[-1][0].rstrip(" "):
            found.pop()
        if found:
            found[-1] = (found[-1][0].rstrip(" "), found[-1][1])
    heavy = kind is not BlockKind.SUBHEAD
    return tuple(Span(text=text, bold=bold and heavy, italic=italic, link=link) for text, (bold, italic, link) in found)
