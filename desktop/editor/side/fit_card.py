"""Lines that a story is over or under its target, with the ways to mend that: to the cut, and a line fewer or more."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.localization import count, tr
from desktop.look.theme import GRID
from desktop.widgets.link_label import LinkLabel
from exports.typeset.sheet import Fit

_CUT, _LINE = "cut", "line"
_BY_A_LINE = {-1: "Tighten by one line", 1: "Loosen by one line"}


class FitCard(QFrame):
    """One card among the problems."""

    cut_wanted = Signal(object)
    """Block and offset where the target is reached."""
    copyfit_wanted = Signal(object)
    """Copyfit: the easiest paragraph to set in a line fewer, or more."""

    def __init__(self, fit: Fit, *, writable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fit = fit
        self.setProperty("card", "problem")
        self.sentence, self.ways = QLabel(_sentence(fit)), LinkLabel(_ways(fit, writable=writable))
        self.sentence.setWordWrap(True)
        self.ways.setWordWrap(True)
        self.ways.setVisible(bool(self.ways.text()))
        self.setToolTip(" ".join(fit.advice))
        self.ways.linkActivated.connect(self._on_way)
        self._build()

    def _build(self) -> None:
        sign = QLabel("!")
        sign.setProperty("badge", "warning")
        sign.setFixedHeight(5 * GRID)
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.sentence, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addLayout(head)
        layout.addWidget(self.ways)

    @Slot(str)
    def _on_way(self, way: str) -> None:
        if way == _CUT:
            self.cut_wanted.emit(self._fit.cut)
        else:
            self.copyfit_wanted.emit(self._fit.copyfit[0])


def worth_a_card(fit: Fit | None) -> bool:
    """Whether a story is over its target, or so little under it that its lines can make up for it."""
    return fit is not None and (fit.over > 0 or bool(fit.over and fit.copyfit))


def _sentence(fit: Fit) -> str:
    if fit.over > 0:
        return count(fit.over, "{n} line over the target", "{n} lines over the target")
    return count(-fit.over, "{n} line under the target", "{n} lines under the target")


def _ways(fit: Fit, *, writable: bool) -> str:
    ways = [(_CUT, tr("Go to the cut"))] if fit.cut else []
    if writable and fit.copyfit:
        ways.append((_LINE, tr(_BY_A_LINE[fit.copyfit[0].lines])))
    return " · ".join(f'<a href="{way}">{said}</a>' for way, said in ways)
