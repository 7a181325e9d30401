"""The dialog for a picture's details: cutline, credit, how many columns it is printed over."""

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QSpinBox, QWidget

from db.document import PictureUse
from desktop.theme import GRID, Theme, set_property
from desktop.widgets.dialog import FormDialog
from desktop.words import tr


class PictureDialog(FormDialog):
    """Asks for what must stand with a picture. The cutline is asked for only when the picture is new."""

    def __init__(
        self, theme: Theme, picture: PictureUse, *, cutline: str | None = None, columns: int = 5,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, tr("Picture"), tr("Insert") if cutline is not None else tr("Change"), parent)
        self._picture = picture
        self._cutline, self._credit, self._alt = QLineEdit(cutline or ""), QLineEdit(picture.credit), QLineEdit()
        self._alt.setText(picture.alt)
        self._columns = QSpinBox(minimum=1, maximum=max(columns, picture.columns), value=picture.columns)
        form = QFormLayout()
        form.setHorizontalSpacing(4 * GRID)
        form.setVerticalSpacing(3 * GRID)
        for title, field, shown in (
            (tr("Cutline"), self._cutline, cutline is not None), (tr("Credit"), self._credit, True),
            (tr("Columns"), self._columns, True), (tr("What it shows"), self._alt, True),
        ):  # fmt: skip
            label = QLabel(title)
            set_property(label, "tone", "muted")
            field.setAccessibleName(title)
            field.setMinimumHeight(30)
            form.addRow(label, field)
            form.setRowVisible(field, shown)
        self.body.addLayout(form)
        self.submitted.connect(self.accept)

    @property
    def cutline(self) -> str:
        """What was written under a new picture."""
        return self._cutline.text().strip()

    @property
    def picture(self) -> PictureUse:
        """The picture with its details as filled in."""
        return self._picture.model_copy(
            update={
                "credit": self._credit.text().strip(),
                "alt": self._alt.text().strip(),
                "columns": self._columns.value(),
            }
        )
