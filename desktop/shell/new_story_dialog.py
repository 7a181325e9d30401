"""The dialog that starts a story: slug, headline, desk, kind, when it is due, how long it shall be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from db.story.stories import MOST_LINES
from desktop.localization import tr
from desktop.look.theme import FIELD_HEIGHT, GRID, Theme, set_property
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.dialog import FormDialog
from desktop.widgets.due_field import DueField
from desktop.widgets.number import NumberField
from desktop.zone import moment_in, show_moment, soon

_HEADLINE_PX = 16
"""A headline stands a little larger than what is typed in the other fields."""


@dataclass(frozen=True)
class PlannedStory:
    """Values that a new story starts with."""

    slug: str
    headline: str
    desk: str
    due: datetime | None = None
    """Aware, UTC."""
    target_lines: int | None = None
    layout: str = "tabloid"
    kind: str = ""


class NewStoryDialog(FormDialog):
    """All but the desk may be left empty."""

    def __init__(
        self, theme: Theme, desks: Sequence[str], desk: str, kinds: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, tr("New story"), tr("Start writing"), parent)
        self.headline, self.slug, self.desk, self.kind = QLineEdit(), QLineEdit(), ChoiceBox(), ChoiceBox()
        self.has_due, self.due = QCheckBox(tr("Due")), DueField(theme)
        self.target = NumberField(maximum=MOST_LINES, singleStep=5)
        show_moment(self.due, soon())
        self.desk.addItems(list(desks))
        self.desk.setCurrentText(desk)
        for kind in ("", *kinds):
            self.kind.addItem(kind or tr("none"), kind)
        self._build_fields()
        self.headline.setFocus()

    @property
    def plan(self) -> PlannedStory:
        """The values that were filled in."""
        return PlannedStory(
            slug=self.slug.text().strip(),
            headline=self.headline.text().strip(),
            desk=self.desk.currentText(),
            kind=self.kind.currentData(),
            due=moment_in(self.due) if self.has_due.isChecked() else None,
            target_lines=self.target.value() or None,
        )

    def _build_fields(self) -> None:
        self.headline.setFont(self.theme.fonts.printed(_HEADLINE_PX))
        self.headline.setPlaceholderText(tr("May come later"))
        self.slug.setPlaceholderText(tr("made from the headline"))
        self.has_due.toggled.connect(self.due.setEnabled)
        self.due.setEnabled(False)
        self.target.setSpecialValueText(tr("open"))
        self.target.setSuffix(tr(" lines"))
        self.target.setAccessibleName(tr("Target in lines"))
        self.target.valueChanged.connect(self._on_target_changed)
        form = QFormLayout()
        form.setHorizontalSpacing(4 * GRID)
        form.setVerticalSpacing(3 * GRID)
        for title, field in self._rows():
            label = _label(title)
            label.setBuddy(field)
            form.addRow(label, field)
        form.setRowVisible(self.kind, self.kind.count() > 1)
        self.body.addLayout(form)

    def _rows(self) -> tuple[tuple[str, QWidget], ...]:
        self.due.setAccessibleName(tr("Due"))
        due, row = QWidget(), QHBoxLayout()
        due.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.has_due)
        row.addWidget(self.due, 1)
        self.has_due.setText("")
        self.has_due.setAccessibleName(tr("Has a due time"))
        for field in (self.desk, self.kind, self.due, self.target):
            field.setMinimumHeight(FIELD_HEIGHT)
        return (
            (tr("Headline"), self.headline), (tr("Slug"), self.slug), (tr("Desk"), self.desk), (tr("Kind"), self.kind),
            (tr("Due"), due), (tr("Target"), self.target),
        )  # fmt: skip

    @Slot(int)
    def _on_target_changed(self, lines: int) -> None:
        self.target.setSuffix(tr(" line") if lines == 1 else tr(" lines"))


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setMinimumHeight(FIELD_HEIGHT)
    set_property(label, "tone", "muted")
    return label
