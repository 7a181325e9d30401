"""The dialog for a picture's details: the part that is printed, cutline, credit, columns, what the file says of it."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from db.document import PictureUse
from db.values import Picture
from desktop.editor.pictures.crop import CropView
from desktop.editor.pictures.size_words import size_words
from desktop.localization import tr
from desktop.look.theme import FIELD_HEIGHT, GRID, Theme, set_property
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.dialog import FormDialog
from desktop.widgets.number import NumberField
from exports.formats import Format
from exports.typeset.page.picture.printed_size import printed_size

_WIDE = 130 * GRID
PROPORTIONS = {
    "Any proportions": 0.0, "3 : 2": 3 / 2, "2 : 3": 2 / 3, "4 : 3": 4 / 3, "3 : 4": 3 / 4, "16 : 9": 16 / 9,
    "1 : 1": 1.0,
}  # fmt: skip
"""Width over height that a part may keep: those of cameras, upright too, of screens, and of a head."""


class PictureDialog(FormDialog):
    """Asks for what must stand with a picture. The cutline is asked for only when the picture is new."""

    wide = _WIDE

    def __init__(
        self, theme: Theme, picture: PictureUse, *, cutline: str | None = None, columns: int = 5,
        known: Picture | None = None, image: QImage | None = None, fmt: Format | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, tr("Picture"), tr("Insert") if cutline is not None else tr("Change"), parent)
        self._picture, self._known, self._fmt = picture, known, fmt
        self._size = QLabel()
        columns = fmt.columns if fmt is not None else columns
        self._cutline, self._credit, self._alt = QLineEdit(cutline or ""), QLineEdit(picture.credit), QLineEdit()
        self._alt.setText(picture.alt)
        self._columns = NumberField(minimum=1, maximum=max(columns, picture.columns), value=picture.columns)
        self.proportion = ChoiceBox()
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
            (tr("Columns wide"), self._columns, True), (tr("What it shows"), self._alt, True),
        ):  # fmt: skip
            label = QLabel(title)
            set_property(label, "tone", "muted")
            field.setAccessibleName(title)
            field.setMinimumHeight(FIELD_HEIGHT)
            form.addRow(label, field)
            form.setRowVisible(field, shown)
        self.body.addLayout(form)
        self._build_size()
        self.submitted.connect(self.accept)
        (self._credit if cutline is None else self._cutline).setFocus()

    def _build_size(self) -> None:
        """Size and sharpness on paper, which follow what is chosen."""
        self._size.setWordWrap(True)
        self.body.addWidget(self._size)
        self._columns.valueChanged.connect(self._show_size)
        if self.crop is not None:
            self.crop.changed.connect(self._show_size)
        self._show_size()

    @Slot()
    def _show_size(self) -> None:
        if self._known is None or self._fmt is None:
            self._size.hide()
            return
        size = printed_size(self.picture, self._known, self._fmt)
        words = size_words(size, self._columns.value())
        self._size.setText(f"! {words}" if size.too_coarse else words)
        set_property(self._size, "tone", "bad" if size.too_coarse else "muted")

    @Slot(int)
    def _on_proportion(self, _index: int) -> None:
        if self.crop is not None:
            self.crop.keep_proportion(self.proportion.currentData())

    def _build_whole(self, crop: CropView) -> QHBoxLayout:
        hint, whole = QLabel(tr("Drag over the part that is to be printed.")), QPushButton(tr("Whole picture"))
        for title, proportion in PROPORTIONS.items():
            self.proportion.addItem(tr(title), proportion)
        self.proportion.setAccessibleName(tr("Proportions of the part"))
        self.proportion.currentIndexChanged.connect(self._on_proportion)
        set_property(hint, "tone", "muted")
        whole.setAutoDefault(False)
        whole.setMinimumHeight(FIELD_HEIGHT)
        whole.clicked.connect(crop.reset)
        row = QHBoxLayout()
        row.addWidget(hint, 1)
        row.addWidget(self.proportion)
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
