"""The dialog for a picture's details: the part that is printed, cutline, credit, columns, what the file says of it."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from db.document import PictureUse
from db.values import Picture
from desktop.editor.pictures.crop import CropView
from desktop.localization import tr
from desktop.look.theme import FIELD_HEIGHT, GRID, Theme, set_property
from desktop.widgets.dialog import FormDialog
from desktop.widgets.number import NumberField

_WIDE = 130 * GRID


class PictureDialog(FormDialog):
    """Asks for what must stand with a picture. The cutline is asked for only when the picture is new."""

    def __init__(
        self, theme: Theme, picture: PictureUse, *, cutline: str | None = None, columns: int = 5,
        known: Picture | None = None, image: QImage | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, tr("Picture"), tr("Insert") if cutline is not None else tr("Change"), parent)
        self.setMinimumWidth(_WIDE)
        self._picture = picture
        self._cutline, self._credit, self._alt = QLineEdit(cutline or ""), QLineEdit(picture.credit), QLineEdit()
        self._alt.setText(picture.alt)
        self._columns = NumberField(minimum=1, maximum=max(columns, picture.columns), value=picture.columns)
        self.crop = CropView(theme, image, picture.crop) if image is not None and not image.isNull() else None
        if self.crop is not None:
            self.body.addWidget(self.crop)
            self.body.addLayout(self._build_whole(self.crop))
        if known is not None:
            note = self.add_note(file_facts(known))
            note.setMinimumHeight(note.heightForWidth(_WIDE - 12 * GRID))
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
            field.setMinimumHeight(FIELD_HEIGHT)
            form.addRow(label, field)
            form.setRowVisible(field, shown)
        self.body.addLayout(form)
        self.submitted.connect(self.accept)
        (self._credit if cutline is None else self._cutline).setFocus()

    def _build_whole(self, crop: CropView) -> QHBoxLayout:
        hint, whole = QLabel(tr("Drag over the part that is to be printed.")), QPushButton(tr("Whole picture"))
        set_property(hint, "tone", "muted")
        whole.setAutoDefault(False)
        whole.setMinimumHeight(FIELD_HEIGHT)
        whole.clicked.connect(crop.reset)
        row = QHBoxLayout()
        row.addWidget(hint, 1)
        row.addWidget(whole)
        return row

    @property
    def cutline(self) -> str:
        """Cutline that was written for a new picture."""
        return self._cutline.text().strip()

    @property
    def picture(self) -> PictureUse:
        """The picture with its details as filled in."""
        return self._picture.model_copy(
            update={
                "credit": self._credit.text().strip(),
                "alt": self._alt.text().strip(),
                "columns": self._columns.value(),
                "crop": self.crop.crop if self.crop is not None else self._picture.crop,
            }
        )


def file_facts(known: Picture) -> str:
    """Facts that a picture's file holds of itself."""
    size = f"{known.width:,} × {known.height:,} {tr('pixels')}, {known.mode}"
    taken = tr("taken {date}").format(date=known.taken) if known.taken else tr("no date in the file")
    credit = tr("credit: {credit}").format(credit=known.credit) if known.credit else ""
    caption = tr("caption: {caption}").format(caption=known.caption) if known.caption else ""
    return " · ".join(filter(None, (known.name, size, taken, credit, caption)))
