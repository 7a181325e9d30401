"""The dialog that shows what changed between two revisions, and brings an older one back."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from db.text.alterations import of_hunk, put_back
from db.text.compare import compare, last_other
from db.values import Revision, StoryText
from desktop.compare.differences import BACK, as_html
from desktop.localization import revision_title, tr
from desktop.look.theme import GRID, Theme, set_property
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.fitted_dialog import FittedDialog


class CompareDialog(FittedDialog):
    """Any two revisions of one story; the older is at the left."""

    restore_wanted = Signal(int)
    """Number of the revision whose text is wanted back."""
    put_back_wanted = Signal(object)
    """StoryText: the newest text with one of its differences put back, which is to stand on the screen."""
    proof_wanted = Signal(int, int)
    """A proof of the second revision is wanted that shows what changed since the first."""

    def __init__(
        self, theme: Theme, revisions: Sequence[Revision], *, may_restore: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._revisions = sorted(revisions, key=lambda one: one.number)
        self._now, self._may_restore = self._revisions[-1].text, may_restore
        """The newest text with what was put back here."""
        self.setWindowTitle(tr("Compare revisions"))
        self.resize(220 * GRID, 150 * GRID)
        self.old, self.new, self.text = ChoiceBox(), ChoiceBox(), QTextBrowser()
        self.beside = QCheckBox(tr("Side by side"))
        self.restore = QPushButton(tr("Restore the older…"))
        self.restore.setVisible(may_restore)
        self.proof = QPushButton(tr("Proof with changes…"))
        self.proof.setToolTip(tr("A PDF marked PROOF and REDLINE: what went struck through, what came underlined"))
        self._build()
        self._fill()
        self.old.currentIndexChanged.connect(self._show)
        self.new.currentIndexChanged.connect(self._show)
        self.beside.toggled.connect(self._show)
        self.text.anchorClicked.connect(self._on_link)
        self.restore.clicked.connect(self._on_restore)
        self.proof.clicked.connect(self._on_proof)
        self._show()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(3 * GRID)
        for name, box in ((tr("From"), self.old), (tr("to"), self.new)):
            box.setAccessibleName(name)
            box.setMinimumHeight(7 * GRID)
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            row.addWidget(QLabel(name))
            row.addWidget(box, 1)
        row.addWidget(self.beside)
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.setAccessibleName(tr("What changed"))
        close = QPushButton(tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * GRID)
        buttons.addWidget(self.restore)
        buttons.addWidget(self.proof)
        buttons.addStretch()
        buttons.addWidget(close)
        set_property(close, "kind", "primary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6 * GRID, 5 * GRID, 6 * GRID, 5 * GRID)
        layout.setSpacing(4 * GRID)
        layout.addLayout(row)
        layout.addWidget(self.text, 1)
        layout.addLayout(buttons)

    def _fill(self) -> None:
        for one in self._revisions:
            self.old.addItem(revision_title(one))
            self.new.addItem(revision_title(one))
        self.new.setCurrentIndex(len(self._revisions) - 1)
        numbers = [one.number for one in self._revisions]
        self.old.setCurrentIndex(numbers.index(last_other(self._revisions, numbers[-1])))

    @Slot()
    def _show(self) -> None:
        old = self._revisions[self.old.currentIndex()]
        hunks = compare(*self._texts())
        same = f"<p>{escape(tr('The texts are the same.'))}</p>"
        may = self._may_restore and self.new.currentIndex() == len(self._revisions) - 1
        html = as_html(hunks, self._theme, beside=self.beside.isChecked(), may_put_back=may)
        self.text.setHtml(html if hunks else same)
        self.restore.setEnabled(old.number != self._revisions[-1].number)
        self.proof.setEnabled(bool(hunks))

    def _texts(self) -> tuple[StoryText, StoryText]:
        """Those that are compared; the newest as it stands by now."""
        texts = [*(one.text for one in self._revisions[:-1]), self._now]
        return texts[self.old.currentIndex()], texts[self.new.currentIndex()]

    @Slot(QUrl)
    def _on_link(self, link: QUrl) -> None:
        """Put one difference back, and show what is left."""
        old, new = self._texts()
        hunk = compare(old, new)[int(link.toString().removeprefix(BACK))]
        for one in reversed(of_hunk(hunk, old, new)):
            new = put_back(new, one, old)
        self._now = new
        self.put_back_wanted.emit(new)
        at = self.text.verticalScrollBar().value()
        self._show()
        self.text.verticalScrollBar().setValue(at)

    @Slot()
    def _on_restore(self) -> None:
        self.restore_wanted.emit(self._revisions[self.old.currentIndex()].number)
        self.accept()

    @Slot()
    def _on_proof(self) -> None:
        old, new = (self._revisions[box.currentIndex()].number for box in (self.old, self.new))
        self.proof_wanted.emit(old, new)
