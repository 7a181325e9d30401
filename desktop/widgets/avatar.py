"""A person as a disc with initials."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap

from db.values import Account
from desktop.look.theme import Theme

AVATAR_SIZE = 26
"""Pixels at 100 % in a header: two initials can be read, and the bar gets no higher."""
_INITIALS = 0.42
"""Share of the disc's width that the letters are high: two wide ones stand inside the ring."""
_RATIOS = (1.0, 2.0)
_RING = 1.5
"""Pixels of the ring that parts the disc from a ground of its own colour, as of a chosen row."""


def avatar(account: Account, theme: Theme, size: int = AVATAR_SIZE) -> QIcon:
    """The disc of a person, `size` pixels wide at 100 %."""
    result = QIcon()
    for ratio in _RATIOS:
        result.addPixmap(_draw(account, theme, size, ratio))
    return result


def _draw(account: Account, theme: Theme, size: int, ratio: float) -> QPixmap:
    drawing = QPixmap(QSize(size, size) * ratio)
    drawing.setDevicePixelRatio(ratio)
    drawing.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawing)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("surface"), _RING))
    painter.setBrush(theme.color("accent_soft"))
    disc = QRectF(0, 0, size, size)
    painter.drawEllipse(disc.adjusted(_RING / 2, _RING / 2, -_RING / 2, -_RING / 2))
    painter.setPen(theme.color("accent"))
    painter.setFont(theme.fonts.sans(round(size * _INITIALS), bold=True))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, account.initials[:2])
    painter.end()
    return drawing
