"""Questions before a story is held back, and before a check of it is asked for."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QWidget

from desktop.localization import tr
from desktop.look.theme import GRID, Theme
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.dialog import FormDialog
from desktop.widgets.due_field import DueField
from desktop.widgets.note_field import NoteField
from desktop.zone import moment_in, show_moment, soon


class HoldDialog(FormDialog):
    """Until when, if not until that is lifted, and why."""

    def __init__(self, theme: Theme, slug: str, parent: QWidget | None = None) -> None:
        title = tr("Hold back {slug}").format(slug=slug)
        super().__init__(theme, title, tr("Hold back"), parent)
        self.add_note(tr("It can still be written and approved, and leaves the newsroom for print with nobody."))
        self.has_end, self.end_time = QCheckBox(tr("Until")), DueField(theme)
        self.end_time.setAccessibleName(tr("Held back until"))
        show_moment(self.end_time, soon())
        self.end_time.setEnabled(False)
        self.has_end.toggled.connect(self.end_time.setEnabled)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self.has_end)
        row.addWidget(self.end_time, 1)
        self.body.addLayout(row)
        prompt = tr("Why is it held back?")
        self.add_note(prompt)
        self.note = NoteField(prompt, self.go)
        self.note.textChanged.connect(self._on_text_changed)
        self.body.addWidget(self.note)
        self.submitted.connect(self.accept)
        self.note.setFocus()
        self._on_text_changed()

    @property
    def until(self) -> datetime | None:
        """The end of the hold; None: until somebody lifts it."""
        return moment_in(self.end_time) if self.has_end.isChecked() else None

    @Slot()
    def _on_text_changed(self) -> None:
        self.go.setEnabled(bool(self.note.written))
        self.go.setToolTip(tr("Ctrl+Enter") if self.note.written else tr("Write something first"))


class CheckDialog(FormDialog):
    """Which check, and a note: what is to be looked at, or what was found."""

    def __init__(
        self, theme: Theme, title: str, button: str, prompt: str, names: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, title, button, parent)
        self.check = ChoiceBox()
        self.check.addItems(list(names))
        self.check.setAccessibleName(tr("Check"))
        form = QFormLayout()
        form.addRow(tr("Check"), self.check)
        if len(names) > 1:
            self.body.addLayout(form)
        self.add_note(prompt)
        self.note = NoteField(prompt, self.go)
        self.body.addWidget(self.note)
        self.submitted.connect(self.accept)
