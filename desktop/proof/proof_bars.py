"""The bars over and under the pages of a proof: what it is and its plates; the ink under the mouse, and the work."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QFont, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.localization import tr
from desktop.look.fonts import HEADING_SIZE
from desktop.look.icons import dress
from desktop.look.theme import GRID, Theme, set_property
from desktop.proof.plate_bar import PlateBar
from desktop.proof.proof_view import Pointed
from desktop.widgets.menu_tool import open_menu
from exports.pdf.plates.ink_spaces import PROCESS

_SHOWN_AFTER_MS = 500
"""Milliseconds after which it is said that something is worked on: most is there before."""


class ElidedLabel(QLabel):
    """A line of words that takes what room there is, and ends in … where that is too little; the tip has all of it."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_words(self, words: str) -> None:
        """Show these."""
        self._whole = words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is another room for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


class ProofHeader(QWidget):
    """Name, demands, plates, switches, and the menu."""

    def __init__(self, theme: Theme, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("bar", "header")
        self.setFixedHeight(14 * GRID)
        self.name, self.demands, self.plates = ElidedLabel(), ElidedLabel(), PlateBar(theme)
        self.ink, self.boxes, self.marks, self.zoom = QToolButton(), QToolButton(), QToolButton(), QToolButton()
        self.menu = QToolButton()
        self._build(theme, menu)

    def show_name(self, name: str, demands: str) -> None:
        """Which file it is, and what it is held to."""
        self.name.show_words(name)
        self.demands.show_words(demands)

    def offer(self, actions: Mapping[str, QAction]) -> None:
        """Have the acts of the window on its buttons."""
        for button, name in ((self.ink, "ink"), (self.boxes, "boxes"), (self.marks, "marks")):
            button.setDefaultAction(actions[name])
        self.zoom.setAccessibleName(tr("Size"))
        self.zoom.setToolTip(tr("Size against that of paper, as far as the screen knows its own"))
        sizes = QMenu(self.zoom)
        for name in ("fit_page", "fit_width", "true_size", "larger", "smaller"):
            sizes.addAction(actions[name])
        open_menu(self.zoom, sizes)

    def _build(self, theme: Theme, menu: QMenu) -> None:
        self.name.setFont(theme.fonts.printed(HEADING_SIZE - 2, weight=QFont.Weight.Bold))
        set_property(self.demands, "tone", "muted")
        said = QVBoxLayout()
        said.setContentsMargins(0, GRID, 0, GRID)
        said.setSpacing(0)
        said.addWidget(self.name)
        said.addWidget(self.demands)
        open_menu(self.menu, menu)
        self.menu.setToolTip(tr("Menu (F10)"))
        self.menu.setAccessibleName(tr("Menu"))
        self.menu.setShortcut("F10")
        self.menu.setMinimumSize(8 * GRID, 8 * GRID)
        dress(self.menu, "menu", theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * GRID, 0, 3 * GRID, 0)
        row.setSpacing(2 * GRID)
        row.addLayout(said, 1)
        row.addWidget(self.plates)
        for button in (self.ink, self.boxes, self.marks, self.zoom, self.menu):
            row.addWidget(button)


class ProofFoot(QWidget):
    """Which page it is, the ink under the mouse, what is worked on and the way to stop it."""

    stop_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("bar", "status")
        self.setFixedHeight(8 * GRID)
        self.page, self.ink, self.said = QLabel(), QLabel(), QLabel()
        self.bar, self.stop = QProgressBar(), QPushButton(tr("Stop"))
        self._work = ""
        self._late = QTimer(self, singleShot=True, interval=_SHOWN_AFTER_MS)
        self._late.timeout.connect(self._on_late)
        self._build()
        self.stop.clicked.connect(self.stop_wanted)

    @Slot(str)
    def set_work(self, work: str) -> None:
        """What is worked on: `draw`, `check`, `read`, or nothing."""
        if work and not self._work:
            self._late.start()
        self._work = work
        if not work:
            self._late.stop()
        if not work or self.bar.isVisibleTo(self):
            self._show_work()

    def set_ink(self, found: Pointed | None, limit: float) -> None:
        """The ink under the mouse, in words that are read whole: `C 12  M 0  Y 3  K 80 · 95 %`."""
        if found is None:
            self.ink.setText("")
            return
        shares = "  ".join(f"{_short(name)} {percent}" for name, percent in found.inks.items())
        over = found.counts and found.total > limit
        total = tr("{n} % of {limit} %") if found.counts else tr("{n} %, beside the page")
        self.ink.setText(f"{shares}  ·  {total.format(n=found.total, limit=f'{limit:g}')}{' ✕' if over else ''}")
        if self.ink.property("tone") != ("bad" if over else ""):
            set_property(self.ink, "tone", "bad" if over else "")

    def _build(self) -> None:
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(24 * GRID)
        self.bar.setAccessibleName(tr("At work"))
        self.ink.setAccessibleName(tr("Ink under the mouse"))
        self.stop.setProperty("kind", "flat")
        set_property(self.said, "tone", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * GRID, 0, 3 * GRID, 0)
        row.setSpacing(3 * GRID)
        row.addWidget(self.page)
        row.addWidget(self.ink)
        row.addStretch()
        for widget in (self.said, self.bar, self.stop):
            row.addWidget(widget)
        self._show_work()

    @Slot()
    def _on_late(self) -> None:
        self._show_work()

    def _show_work(self) -> None:
        self.said.setText(tr(_WORK[self._work]) if self._work else "")
        for widget in (self.said, self.bar, self.stop):
            widget.setVisible(bool(self._work))


_WORK = {"": "", "draw": "Drawing the plates …", "check": "Checking the file …", "read": "Reading the file …"}


def _short(name: str) -> str:
    """A plate's name as in a readout."""
    return ("K" if name == "Black" else name[0]) if name in PROCESS else name
