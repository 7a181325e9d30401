"""The dialog that shows what changed between two revisions, and brings an older one back."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from db.fields import title_of
from db.text.compare import ChangeKind, Hunk, compare, last_other
from db.values import Revision
from desktop.localization import revision_title, tr
from desktop.look.theme import GRID, Theme, set_property
from desktop.widgets.choice_box import ChoiceBox


class CompareDialog(QDialog):
    """Any two revisions of one story; the older is at the left."""

    restore_wanted = Signal(int)
    """Number of the revision whose text is wanted back."""
    proof_wanted = Signal(int, int)
    """A proof of the second revision is wanted that shows what changed since the first."""

    def __init__(
        self, theme: Theme, revisions: Sequence[Revision], *, may_restore: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._revisions = sorted(revisions, key=lambda one: one.number)
        self.setWindowTitle(tr("Compare revisions"))
        self.resize(220 * GRID, 150 * GRID)
        self.old, self.new, self.text = ChoiceBox(), ChoiceBox(), QTextBrowser()
        self.restore = QPushButton(tr("Restore the older…"))
        self.restore.setVisible(may_restore)
        self.proof = QPushButton(tr("Proof with changes…"))
        self.proof.setToolTip(tr("A PDF marked PROOF and REDLINE: what went struck through, what came underlined"))
        self._build()
        self._fill()
        self.old.currentIndexChanged.connect(self._show)
        self.new.currentIndexChanged.connect(self._show)
        self.restore.clicked.connect(self._on_restore)
        self.proof.clicked.connect(self._on_proof)
        self._show()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(3 * GRID)
        for name, box in ((tr("From"), self.old), (tr("to"), self.new)):
            box.setAccessibleName(name)
            box.setMinimumHeight(7 * GRID)
            row.addWidget(QLabel(name))
            row.addWidget(box, 1)
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
        old, new = self._revisions[self.old.currentIndex()], self._revisions[self.new.currentIndex()]
        hunks = compare(old.text, new.text)
        self.text.setHtml(as_html(hunks, self._theme) if hunks else f"<p>{escape(tr('The texts are the same.'))}</p>")
        self.restore.setEnabled(old.number != self._revisions[-1].number)
        self.proof.setEnabled(bool(hunks))

    @Slot()
    def _on_restore(self) -> None:
        self.restore_wanted.emit(self._revisions[self.old.currentIndex()].number)
        self.accept()

    @Slot()
    def _on_proof(self) -> None:
        old, new = (self._revisions[box.currentIndex()].number for box in (self.old, self.new))
        self.proof_wanted.emit(old, new)


def as_html(hunks: Iterable[Hunk], theme: Theme) -> str:
    """Differences as HTML: what is gone struck through, what is new underlined, both on a ground of their colour."""
    gone, new, muted = (theme.color(role).name() for role in ("bad_soft", "good_soft", "muted"))
    forms = {
        ChangeKind.SAME: "{}",
        ChangeKind.DELETED: f'<s style="background: {gone}">{{}}</s>',
        ChangeKind.INSERTED: f'<u style="background: {new}">{{}}</u>',
    }
    parts = []
    for hunk in hunks:
        words = "".join(forms[piece.kind].format(escape(piece.text)) for piece in hunk.pieces)
        note = f" · {escape(hunk.note)}" if hunk.note else ""
        parts.append(f'<p style="color: {muted}">{escape(tr(title_of(hunk.place)))}{note}</p><p>{words}</p>')
    family = theme.fonts.serif
    return f"<div style=\"font-family: '{family}'; font-size: 16px; line-height: 140%\">{''.join(parts)}</div>"
