"""The frame our dialogs share: a title, a sentence, the fields, a place for a refusal, the buttons."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.errors import NewsroomError
from desktop.localization import tr, worded
from desktop.look.fonts import HEADING_SIZE
from desktop.look.theme import GRID, Theme, set_property
from desktop.widgets.fitted_dialog import FittedDialog
from desktop.widgets.scrolled import BodyWidget, ScrolledBody


class FormDialog(FittedDialog):
    """Stays open until what it asks for is accepted: whoever acts on `submitted` calls accept or refuse."""

    submitted = Signal()

    wide = 110 * GRID

    def __init__(self, theme: Theme, title: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        inner = BodyWidget()
        self.body, self._scrolled = QVBoxLayout(inner), ScrolledBody(inner)
        self.go, self.cancel = QPushButton(button), QPushButton(tr("Cancel"))
        self._refusal, self._buttons = QLabel(), QHBoxLayout()
        self._build(title)

    def refuse(self, sentence: str) -> None:
        """Say why not, in the dialog, and let the person try again."""
        self._refusal.setText(worded(sentence))
        self._refusal.setVisible(bool(sentence))
        self.go.setEnabled(True)

    def begin(self) -> None:
        """What was filled in is on its way: it is not sent twice."""
        self.go.setEnabled(False)

    def failed(self, error: NewsroomError) -> None:
        """The newsroom's reason why not."""
        self.refuse(worded(error))

    def end(self) -> None:
        """The answer has come, whatever it was."""
        self.go.setEnabled(True)

    @property
    def refusal(self) -> str:
        """The sentence that was said last."""
        return self._refusal.text()

    def add_note(self, text: str) -> QLabel:
        """A sentence over the whole width."""
        label = QLabel(text)
        label.setWordWrap(True)
        set_property(label, "tone", "muted")
        self.body.addWidget(label)
        return label

    def add_button(self, button: QPushButton) -> None:
        """Put another button at the left, apart from those that end the dialog."""
        self._buttons.insertWidget(0, button)

    # what Qt asks

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins in the first field, not at the buttons, unless the dialog has chosen a place."""
        super().showEvent(event)
        self._choose_field()
        if (chosen := self.focusWidget()) is not None and self._scrolled.isAncestorOf(chosen):
            self._column.activate()
            self._scrolled.ensureWidgetVisible(chosen, 0, 0)

    def _choose_field(self) -> None:
        if self.focusWidget() in (None, self.go, self.cancel):
            first = self._first_field()
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """What is said later, such as a refusal, makes the dialog deeper and never squeezes the fields."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            wanted = min(self._column.totalHeightForWidth(self.width()), self.room().height())
            if wanted > self.height():
                self.resize(self.width(), wanted)
        return done

    def _first_field(self) -> QWidget | None:
        """The first thing one comes to with the Tab key that is none of the two buttons."""
        widget: QWidget | None = self.nextInFocusChain()
        while widget is not None and widget is not self:
            by_key = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if by_key and widget.window() is self and widget.isVisible() and widget not in (self.go, self.cancel):
                return widget
            widget = widget.nextInFocusChain()
        return None

    # putting it together

    def _build(self, title: str) -> None:
        heading = QLabel(title)
        heading.setFont(self.theme.fonts.printed(HEADING_SIZE, weight=QFont.Weight.Bold))
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        set_property(self._refusal, "tone", "bad")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(3 * GRID)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(6 * GRID, 5 * GRID, 6 * GRID, 5 * GRID)
        layout.setSpacing(4 * GRID)
        layout.addWidget(heading)
        layout.addWidget(self._scrolled, 1)
        layout.addWidget(self._refusal)
        layout.addLayout(self._build_buttons())

    def _build_buttons(self) -> QHBoxLayout:
        set_property(self.go, "kind", "primary")
        self.go.setDefault(True)
        self.go.clicked.connect(self._on_go)
        self.cancel.clicked.connect(self.reject)
        row = self._buttons
        row.setSpacing(2 * GRID)
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        return row

    @Slot()
    def _on_go(self) -> None:
        self.refuse("")
        self.submitted.emit()
