"""Several arriving files as a list, doubts first: each with what to look at, and the way to its sheet."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QProgressBar, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.arrivals.reading import Arrived
from desktop.localization import count, stories, tr, worded
from desktop.look.icons import icon
from desktop.look.theme import GRID, Theme
from desktop.settings import LocalSettings
from desktop.widgets.current_row import CurrentRow
from desktop.widgets.dialog import FormDialog
from desktop.widgets.rows import ROW

_SIZE = (240 * GRID, 130 * GRID)
_SIGN = 14
_NUMBER = Qt.ItemDataRole.UserRole
_SIGNS = (("triangle-alert", "warning"), ("circle-alert", "bad"), ("circle-check", "good"))
"""Sign and colour of what is in doubt, refused, and sure: in the order of the list."""
_SENTENCE = 2
"""The column of what there is to look at."""
_TALLEST = 100 * GRID
"""Pixels of room in which a sentence is measured: far more than any takes."""
_COLUMNS = ("File", "Headline", "To look at")
_SHARES = (48 * GRID, 70 * GRID)
"""Pixels of the first columns; the sentence has the rest."""


class ArrivalsDialog(FormDialog):
    """Nothing is imported until it is submitted: those of `wanted` are then."""

    stopped = Signal()
    """What is still to be read need not be."""
    sheet_wanted = Signal(int)
    """Place of the text in `arrived` that is to be looked over."""

    def __init__(
        self, theme: Theme, settings: LocalSettings, *, button: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, tr("Import stories"), button or tr("Import"), parent)
        self._settings, self._change = settings, bool(button)
        self.arrived: list[Arrived] = []
        self._note = self.add_note(tr("Enter or a double click opens a text; untick what is not to be imported."))
        self.progress, self.stop = QProgressBar(), QPushButton(tr("Stop"))
        self.rows = QTreeWidget()
        CurrentRow(self.rows)
        self._build_list()

    @property
    def wanted(self) -> list[Arrived]:
        """What is ticked, in the order in which it came, and what was refused."""
        ticked = {self._number(item) for item in self._items() if item.checkState(0) == Qt.CheckState.Checked}
        return [one for number, one in enumerate(self.arrived) if number in ticked or one.refusal]

    def show_progress(self, done: int, of: int, reading: str) -> None:
        """How many files are read, and the name of the one that is being read."""
        self.progress.setRange(0, of)
        self.progress.setValue(done)
        self.progress.setVisible(done < of)
        self.stop.setVisible(done < of)
        self.go.setEnabled(done >= of and any(one.draft for one in self.arrived))
        self._note.setText(
            tr("Reading {name}, {n} of {all} …").format(name=reading, n=done + 1, all=of)
            if done < of
            else tr("Enter or a double click opens a text; untick what is not to be imported.")
        )

    def add(self, arrived: Sequence[Arrived]) -> None:
        """Put further files into the list, at the place their doubts give them."""
        for one in arrived:
            self.arrived.append(one)
            item = QTreeWidgetItem()
            item.setData(0, _NUMBER, len(self.arrived) - 1)
            if one.draft is not None and not self._change:
                item.setCheckState(0, Qt.CheckState.Checked)
            self._fill(item, one)
            self.rows.insertTopLevelItem(self._place(one), item)
        self._count()
        self._fit()

    def put(self, number: int, one: Arrived) -> None:
        """Show a text as it stands after it was looked over: nobody need look at it again."""
        self.arrived[number] = one
        item = next(item for item in self._items() if self._number(item) == number)
        self._fill(item, one)
        self._count()
        self._fit()

    def _place(self, one: Arrived) -> int:
        """The place behind all that is as doubtful or more."""
        return sum(_order(self.arrived[self._number(item)]) <= _order(one) for item in self._items())

    def _fill(self, item: QTreeWidgetItem, one: Arrived) -> None:
        sign, colour = _SIGNS[_order(one)]
        said = _without_name(worded(one.refusal), one.path.name) or " ".join(map(worded, one.doubts))
        for column, text in enumerate((one.name, one.draft.text.headline if one.draft else "", said)):
            item.setText(column, text)
            item.setToolTip(column, text)
        item.setIcon(2, icon(sign, self.theme, colour))
        item.setForeground(2, self.theme.color("bad" if one.refusal else "warning"))

    @Slot()
    def _fit(self) -> None:
        """Each row is as high as its sentence: one that is cut off says nothing."""
        room = QRect(0, 0, self.rows.columnWidth(_SENTENCE) - _SIGN - 3 * GRID, _TALLEST)
        for item in self._items():
            needed = self.rows.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text(_SENTENCE))
            item.setSizeHint(0, QSize(0, max(ROW, needed.height() + 2 * GRID)))

    def _count(self) -> None:
        doubtful = sum(bool(one.doubts) for one in self.arrived)
        said = count(doubtful, "{n} is in doubt", "{n} are in doubt")
        number = sum(one.draft is not None for one in self.arrived)
        self.rows.setAccessibleName(f"{stories(number)}, {said}")

    def _items(self) -> list[QTreeWidgetItem]:
        found = [self.rows.topLevelItem(at) for at in range(self.rows.topLevelItemCount())]
        return [item for item in found if item is not None]

    @staticmethod
    def _number(item: QTreeWidgetItem) -> int:
        return int(item.data(0, _NUMBER))

    @Slot(QTreeWidgetItem)
    def _on_activated(self, item: QTreeWidgetItem) -> None:
        number = self._number(item)
        if self.arrived[number].draft is not None:
            self.sheet_wanted.emit(number)

    def done(self, result: int) -> None:
        """Its size is remembered; what is still being read is read no further."""
        self._settings.keep_layout("import list", self.saveGeometry())
        self.stopped.emit()
        super().done(result)

    def _build_list(self) -> None:
        rows = self.rows
        rows.setHeaderLabels([tr(name) for name in _COLUMNS])
        rows.setProperty("list", "copy")
        rows.setRootIsDecorated(False)
        rows.setWordWrap(True)
        rows.setIconSize(QSize(_SIGN, _SIGN))
        for column, width in enumerate(_SHARES):
            rows.setColumnWidth(column, width)
        rows.header().setSectionResizeMode(_SENTENCE, QHeaderView.ResizeMode.Stretch)
        queued = Qt.ConnectionType.QueuedConnection  # it tells of the new width before it has it
        rows.header().sectionResized.connect(self._fit, queued)
        rows.itemActivated.connect(self._on_activated)
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.stop.hide()
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self.stopped)
        self.body.addWidget(self.progress)
        self.body.addWidget(rows, 1)
        self.add_button(self.stop)
        self.resize(*_SIZE)
        self.restoreGeometry(self._settings.layout("import list"))


def _without_name(refusal: str, name: str) -> str:
    """The sentence without the name of the file, which stands at the beginning of its row."""
    said = refusal.removeprefix(f"{name} ")
    return refusal if said == refusal else tr("It {is_so}").format(is_so=said)


def _order(one: Arrived) -> int:
    """Where it stands in the list: what is in doubt, what was refused, what is sure."""
    return 1 if one.refusal else 0 if one.doubts else 2
