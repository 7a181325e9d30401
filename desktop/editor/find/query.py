"""A question to a text: words, or a regular expression, and where they stand. Offsets are those of Qt, in UTF-16."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QRegularExpression, QRegularExpressionMatch

from desktop.editor.text.codec import OBJECT
from desktop.localization import tr

MOST_FOUND = 10_000
"""Places that are found in one field: whoever finds more looks for something else."""

_EITHER = {"'": "['’‘‚‹›′]", '"': '["“”„«»″]', " ": "[ \u00a0\u202f\u2009]", "-": "[-\u2010\u2011–—]"}
"""Signs that stand for all that are set in their place: what is typed at a keyboard finds what is printed."""

_GROUP = re.compile(r"\\([0-9])")


@dataclass(frozen=True)
class Match:
    """One place, and what is to stand there when it is replaced."""

    start: int
    length: int
    replacement: str = ""


@dataclass(frozen=True)
class FindQuery:
    """What is looked for."""

    text: str = ""
    case: bool = False
    """Whether capitals and small letters differ."""
    whole: bool = False
    """Whether whole words alone are found."""
    regex: bool = False
    """Whether it is a regular expression: Perl's, in which a dot is no line break."""

    @cached_property
    def fault(self) -> str:
        """The sentence that says why it cannot be looked for; empty when it can."""
        if self._expression.isValid():
            return ""
        return tr("That is no regular expression: {why}.").format(why=self._expression.errorString())

    def matches(self, text: str, replacement: str = "") -> Iterator[Match]:
        """The places in a text, from its beginning; none where a picture stands."""
        if not self.text or self.fault:
            return
        found = self._expression.globalMatch(text)
        for _ in range(MOST_FOUND):
            if not found.hasNext():
                return
            match = found.next()
            if match.capturedLength() and OBJECT not in match.captured():
                yield Match(match.capturedStart(), match.capturedLength(), self._replaced(match, replacement))

    @cached_property
    def _expression(self) -> QRegularExpression:
        words = self.text if self.regex else _pattern(self.text)
        options = QRegularExpression.PatternOption.UseUnicodePropertiesOption
        if not self.case:
            options |= QRegularExpression.PatternOption.CaseInsensitiveOption
        return QRegularExpression(rf"(?<!\w)(?:{words})(?!\w)" if self.whole else words, options)

    def _replaced(self, match: QRegularExpressionMatch, replacement: str) -> str:
        r"""The replacement; in that of a regular expression \1 is what its first group found, \0 all of it."""
        if not self.regex:
            return replacement
        return _GROUP.sub(lambda group: match.captured(int(group[1])), replacement)


def _pattern(text: str) -> str:
    return "".join(_EITHER.get(sign) or QRegularExpression.escape(sign) for sign in text)
