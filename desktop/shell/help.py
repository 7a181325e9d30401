"""The small windows that only tell something: what was left out, the shortcuts, about Galley."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.localization import tr
from desktop.look.fonts import HEADING_SIZE, TEXT_SIZE_PX
from desktop.look.theme import GRID, Theme, set_property
from desktop.proof.proof_actions import PROOF_KEYS
from desktop.shell.actions import ACTIONS, BOARD_KEYS, MOVES, STORY_KEYS
from desktop.version import own_version
from desktop.widgets.fitted_dialog import FittedDialog
from desktop.widgets.scrolled import ScrolledBody

_BESIDE = QBoxLayout.Direction.LeftToRight


class TextDialog(FittedDialog):
    """A title, some content, and one button to close it."""

    wide = 100 * GRID

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        heading = QLabel(title)
        heading.setFont(theme.fonts.printed(HEADING_SIZE, weight=QFont.Weight.Bold))
        self.body = QVBoxLayout()
        self.body.setSpacing(2 * GRID)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6 * GRID, 5 * GRID, 6 * GRID, 5 * GRID)
        layout.setSpacing(4 * GRID)
        layout.addWidget(heading)
        layout.addLayout(self.body, 1)
        layout.addLayout(self._build_close())

    def add(self, text: str, *, tone: str = "") -> None:
        """A paragraph."""
        label = QLabel(text)
        label.setWordWrap(True)
        set_property(label, "tone", tone)
        self.body.addWidget(label)

    def _build_close(self) -> QHBoxLayout:
        close = QPushButton(tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(close)
        return row


def verified_dialog(theme: Theme, sentence: str, each: Iterable[str], parent: QWidget | None) -> TextDialog:
    """Approval of each story of a sheet."""
    dialog = TextDialog(theme, tr("Verified"), parent)
    dialog.add(sentence, tone="muted")
    dialog.body.addWidget(_listing("\n".join(each), tr("Approvals")), 1)
    return dialog


def audited_dialog(theme: Theme, sentence: str, found: Iterable[str], parent: QWidget | None) -> TextDialog:
    """All faults of an audit, and what else is to be known."""
    dialog = TextDialog(theme, tr("Audited"), parent)
    dialog.add(sentence, tone="muted")
    dialog.body.addWidget(_listing("\n".join(found), tr("Findings")), 1)
    return dialog


def _listing(lines: str, name: str) -> QPlainTextEdit:
    """Lines to read and to copy."""
    text = QPlainTextEdit(lines)
    text.setReadOnly(True)
    text.setProperty("field", True)
    text.setAccessibleName(name)
    text.setMinimumSize(140 * GRID, 60 * GRID)
    return text


class ShortcutsDialog(TextDialog):
    """Every key that does something, in two columns where the screen has room for them."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, tr("Keyboard shortcuts"), parent)
        anywhere = [(spec.shortcut, spec.title.rstrip("…")) for spec in ACTIONS if spec.shortcut]
        both = QWidget()
        self._columns = QBoxLayout(_BESIDE, both)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._add_column(
            _keys(theme, tr("Anywhere"), (*anywhere, ("F10", "Menu"))), _keys(theme, tr("On the board"), BOARD_KEYS),
            _keys(theme, tr("Moves"), MOVES), _keys(theme, tr("In the proof window"), PROOF_KEYS),
        )  # fmt: skip
        self._add_column(_keys(theme, tr("In a story"), STORY_KEYS))
        self._scrolled = ScrolledBody(both)
        self._scrolled.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scrolled.setAccessibleName(tr("Keyboard shortcuts"))
        self.body.addWidget(self._scrolled, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """One below the other on a narrow screen."""
        self._place(_BESIDE)
        if self._scrolled.minimumSizeHint().width() + 12 * GRID > self.room().width():
            self._place(QBoxLayout.Direction.TopToBottom)
        super().showEvent(event)

    def _place(self, direction: QBoxLayout.Direction) -> None:
        self._columns.setDirection(direction)
        self._columns.setSpacing(12 * GRID if direction is _BESIDE else 5 * GRID)
        self._scrolled.updateGeometry()

    def _add_column(self, *groups: QFormLayout) -> None:
        column = QVBoxLayout()
        column.setSpacing(5 * GRID)
        for group in groups:
            column.addLayout(group)
        column.addStretch()
        self._columns.addLayout(column)


def _keys(theme: Theme, title: str, keys: Iterable[tuple[str, str]]) -> QFormLayout:
    """A group of keys under its title."""
    form = QFormLayout()
    form.setHorizontalSpacing(6 * GRID)
    form.setVerticalSpacing(GRID + 2)
    heading = QLabel(title)
    set_property(heading, "tone", "muted")
    form.addRow(heading)
    for shortcut, meaning in keys:
        key = QLabel(tr(shortcut))
        key.setFont(theme.fonts.sans(TEXT_SIZE_PX, bold=True))
        form.addRow(key, QLabel(tr(meaning)))
    return form


def not_opened_dialog(theme: Theme, why: str) -> TextDialog:
    """Reason why the newsroom could not be opened at the start."""
    dialog = TextDialog(theme, tr("The newsroom cannot be opened"))
    dialog.add(why)
    return dialog


def about_dialog(theme: Theme, place: str, parent: QWidget | None) -> TextDialog:
    """Which Galley this is, and on which newsroom."""
    dialog = TextDialog(theme, tr("Galley {version}").format(version=own_version()), parent)
    dialog.add(tr("Write, edit, approve and hand over the stories of a printed newspaper."))
    dialog.add(tr("Newsroom: {place}").format(place=place), tone="muted")
    dialog.add(
        tr("Qt {version}. MIT licence; fonts and icons under licences of their own.").format(version=qVersion()),
        tone="muted",
    )
    return dialog
