"""The fields of a small dialog, one below the other, each with its name before it."""

from collections.abc import Iterable

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from desktop.look.theme import FIELD_HEIGHT, GRID, set_property


def fields_in_rows(fields: Iterable[tuple[str, QWidget]]) -> QFormLayout:
    """A row for each field and its name; screen readers say the name, too."""
    form = QFormLayout()
    form.setHorizontalSpacing(4 * GRID)
    form.setVerticalSpacing(3 * GRID)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for title, field in fields:
        label = QLabel(title)
        set_property(label, "tone", "muted")
        label.setMinimumHeight(FIELD_HEIGHT)
        field.setAccessibleName(title)
        field.setMinimumHeight(FIELD_HEIGHT)
        form.addRow(label, field)
    return form
