"""The plates of a page as buttons: a press shows one alone or all again, with Ctrl it is added or taken away."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from desktop.localization import tr
from desktop.look.theme import GRID, Theme
from exports.pdf.plates.ink_spaces import PROCESS
from exports.pdf.plates.separate import Plate

_LONGEST = 12
"""Letters of the name of a spot colour that are written on its button; all of it stands in the tip."""


class PlateButton(QAbstractButton):
    """One plate, in the colour of its ink."""

    with_others = Signal(str)
    """It is to be shown together with the others, or taken from them."""

    def __init__(self, plate: Plate, theme: Theme, key: str = "") -> None:
        super().__init__()
        self.plate, self._theme = plate, theme
        self._said = plate.name[0] if plate.is_process and plate.name != "Black" else "K"
        if not plate.is_process:
            self._said = plate.name if len(plate.name) <= _LONGEST else f"{plate.name[: _LONGEST - 1]}…"
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("{name} plate").format(name=tr(plate.name) if plate.is_process else plate.name))
        alone = tr("{name}: a press shows it alone, or all again; with Ctrl it is added or taken away")
        self.setToolTip(alone.format(name=plate.name) + (f" ({key})" if key else ""))

    def sizeHint(self) -> QSize:
        """As wide as its name."""
        wide = self.fontMetrics().horizontalAdvance(self._said) + 4 * GRID
        return QSize(max(wide, 7 * GRID), 7 * GRID)

    def nextCheckState(self) -> None:
        """What is shown is decided by who owns it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """With Ctrl together with the others."""
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.setDown(False)
            self.with_others.emit(self.plate.name)
            event.accept()
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        on = self.isChecked()
        painter.setPen(
            QPen(self._theme.color("accent" if self.hasFocus() else "strong_line"), 2 if self.hasFocus() else 1)
        )
        painter.setBrush(self._theme.color("surface" if on else "panel"))
        painter.drawRoundedRect(box, 4, 4)
        if on:
            painter.fillRect(QRectF(box.left() + 5, box.bottom() - 5, box.width() - 10, 3), _ink(self.plate))
        font = self.font()
        font.setBold(on)
        font.setStrikeOut(not on)
        painter.setFont(font)
        painter.setPen(self._theme.color("text" if on else "muted"))
        painter.drawText(box.adjusted(0, 0, 0, -4), Qt.AlignmentFlag.AlignCenter, self._said)


def _ink(plate: Plate) -> QColor:
    c, m, y, k = plate.ink
    return QColor.fromCmykF(c, m, y, k)


class PlateBar(QWidget):
    """The plates of the page that is seen; which are shown."""

    shown_changed = Signal(object)
    """Names of the plates that are shown; None all of them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.buttons: list[PlateButton] = []
        self._shown: frozenset[str] | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID)
        self.setAccessibleName(tr("Plates"))
        self.show_plates(())

    @property
    def shown(self) -> frozenset[str] | None:
        """Names of the plates that are shown; None all of them."""
        return self._shown

    def show_plates(self, plates: Sequence[Plate]) -> None:
        """The plates of a page. Those that it shares with the one before stay as they were."""
        if [button.plate for button in self.buttons] == list(plates):
            return
        for button in self.buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self.buttons = [PlateButton(plate, self._theme, KEYS.get(plate.name, "")) for plate in plates]
        for button in self.buttons:
            button.clicked.connect(self._on_pressed)
            button.with_others.connect(self.toggle)
            self._row.addWidget(button)
        self._draw()

    @Slot(str)
    def show_alone(self, name: str) -> None:
        """One plate; where it is alone already, all again."""
        self._set(None if self._shown == frozenset((name,)) else frozenset((name,)))

    @Slot(str)
    def toggle(self, name: str) -> None:
        """Add a plate to those that are shown, or take it from them."""
        every = frozenset(button.plate.name for button in self.buttons)
        shown = (every if self._shown is None else self._shown) ^ {name}
        self._set(None if shown >= every or not shown else shown)

    @Slot()
    def show_all(self) -> None:
        """Every plate."""
        self._set(None)

    @Slot()
    def _on_pressed(self) -> None:
        button = self.sender()
        assert isinstance(button, PlateButton)
        self.show_alone(button.plate.name)

    def _set(self, shown: frozenset[str] | None) -> None:
        if shown != self._shown:
            self._shown = shown
            self._draw()
            self.shown_changed.emit(shown)

    def _draw(self) -> None:
        for button in self.buttons:
            button.setChecked(self._shown is None or button.plate.name in self._shown)
            button.update()


KEYS = dict(zip(PROCESS, "CMYK", strict=True))
"""The key that shows a plate alone."""
