"""The words of HTML, as lines of plain text: each block a paragraph. What is never seen (scripts) is left out."""

import re
from html import unescape
from html.parser import HTMLParser

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_PARAGRAPHS = frozenset(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "table", "pre", "div", "section", "article"]
)
"""Blocks with an empty line round them."""
UNSEEN = frozenset(
    ["script", "style", "head", "title", "template", "noscript", "svg", "object", "iframe", "select", "textarea", "xml"]
)


TAG = re.compile(r"</?[A-Za-z][^<>]*+>?")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_DECLARATION = re.compile(r"<[!?][^>]*+>?")
"""A document type, and what Word writes: `<![if !supportEmptyParas]>`, `<?xml:namespace …>`."""
_NO_TAG = re.compile(r"<(?![A-Za-z/])")


class _Reader(HTMLParser):
    """Collects what is seen."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[list[str]] = [[]]
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN:
            self._unseen.append(tag)
        elif tag == "br":
            self.lines.append([])
        elif tag in BLOCKS:
            self._break(tag)
            if tag == "li":
                self.lines[-1].append("• ")

    def handle_endtag(self, tag: str) -> None:
        if self._unseen and tag == self._unseen[-1]:
            self._unseen.pop()
        elif tag in BLOCKS:
            self._break(tag)

    def end(self) -> None:
        """Read what stands behind a tag that is never closed: `close` would try each sign in it anew."""
        rest, self.rawdata = self.rawdata, ""
        self.handle_data(unescape(TAG.sub(" ", rest)))

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.lines[-1].append(re.sub(r"[ \t\r\n\f]+", " ", data))

    def _break(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.lines[-1].append("\t")
            return
        self.lines.append([])
        if tag in _PARAGRAPHS:
            self.lines.append([])


def text_of_html(html: str) -> str:
    """The words of some HTML; an empty line between paragraphs. Never raises."""
    reader = _Reader()
    reader.feed(without_comments(html))
    reader.end()
    lines = ("".join(parts).strip() for parts in reader.lines)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def without_comments(html: str) -> str:
    """HTML without comments and declarations, which the parser takes long over, or fails at, where they do not end."""
    closed, mark, rest = html.rpartition("-->")
    bare = _DECLARATION.sub("", _COMMENT.sub("", closed + mark) + rest.replace("<!--", ""))
    return _NO_TAG.sub("&lt;", bare)
