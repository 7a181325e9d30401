"""A line of words in parts, of which those at its end go where there is no room for them; none is cut."""

from html import escape

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.look.theme import Theme

APART = "\u2003\u2003"
"""Between two parts: two spaces as wide as the type is high."""
_DRAWN_APART = f'<span style="white-space: pre">{APART}</span>'
"""The same in rich text, which makes one space of all that follow one another."""
WITHIN = " · "
"""Between the pieces of a part, which go one by one as well."""
BAD = "▲"
"""How a part begins that says something is wrong: it has that colour."""


class PartedLabel(QLabel):
    """Has as little room as it is given; all of it is in its tooltip while a part is gone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(textFormat=Qt.TextFormat.RichText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._theme, self._whole, self._tip = theme, "", ""
        theme.changed.connect(self._fit)

    @property
    def whole(self) -> str:
        """All its words, whether there is room for them or not."""
        return self._whole

    def say(self, text: str, tip: str = "") -> None:
        """Say this, in parts that stand `APART`; whoever points at it is told `tip`, too."""
        self._whole, self._tip = text, tip
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Room for all of it."""
        return QSize(self._width(self._whole), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """None but in height."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        shown = next((some for some in _beginnings(self._whole) if self._width(some) <= self.width()), "")
        self.setText(_DRAWN_APART.join(self._drawn(part) for part in shown.split(APART)))
        self.setAccessibleName(self._whole)
        self.setToolTip("\n".join(filter(None, ("" if shown == self._whole else self._whole, self._tip))))

    def _width(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text) + 1  # of rich text each part is rounded up

    def _drawn(self, part: str) -> str:
        words, colour = escape(part), self._theme.color("bad").name()
        return f'<span style="color: {colour}">{words}</span>' if part.startswith(BAD) else words


def _beginnings(text: str) -> list[str]:
    """The whole text, then less and less of it: without its last part, at last without the last piece of its first."""
    parts = text.split(APART)
    pieces = parts[0].split(WITHIN)
    return [
        *(APART.join(parts[:number]) for number in range(len(parts), 0, -1)),
        *(WITHIN.join(pieces[:number]) for number in range(len(pieces) - 1, 0, -1)),
    ]
