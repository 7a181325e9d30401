"""Questions before one approved story is exported: where to, in which format, as which PDF/X."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from db.errors import NewsroomError
from db.values import StoryCard
from desktop.export.fields import fields_in_rows
from desktop.export.kinds import FlavourField, FormatField, KindField, MarksField, is_format_approved
from desktop.localization import tr, worded
from desktop.look.theme import GRID, Theme
from desktop.widgets.dialog import FormDialog
from desktop.widgets.folder import FolderField
from exports import Flavour


class StoryExportDialog(FormDialog):
    """Everything has an answer already. Stays open while the file is written, and when it could not be."""

    wide = 130 * GRID

    def __init__(
        self, theme: Theme, card: StoryCard, formats: Mapping[str, str], folder: Path, parent: QWidget | None = None
    ) -> None:
        """`formats` are labels by name."""
        super().__init__(theme, tr("Export {slug}").format(slug=card.slug), tr("Export"), parent)
        self._writing = False
        self.folder = FolderField(folder, tr("Export into"))
        self.kind, self.layout_name, self.flavour = KindField(), FormatField(formats), FlavourField()
        self.marks = MarksField()
        self.layout_name.offer(tr("The story’s own: {layout}").format(layout=card.layout), [card])
        self.add_note(_what_is_written(card))
        self._build_fields()
        self.folder.edit.selectAll()
        self.folder.changed.connect(self._on_folder)
        self.kind.currentIndexChanged.connect(self._show_kind)
        self._on_folder()
        self._show_kind()

    @property
    def layout_chosen(self) -> str:
        """The name of the format it is to be set in; the story's own when empty."""
        return self.layout_name.chosen

    @property
    def flavour_chosen(self) -> Flavour | None:
        """The PDF/X it is to be; that of the format when None."""
        return self.flavour.currentData() or None

    @Slot()
    def _show_kind(self) -> None:
        """Ask only what there is a choice of."""
        self.flavour.offer(self.kind.exporter)
        self._rows.setRowVisible(self.kind, self.kind.is_choice)
        self._rows.setRowVisible(self.flavour, self.flavour.is_choice)
        self._rows.setRowVisible(self.marks, bool(self.kind.exporter.flavours))

    def begin(self) -> None:
        """The file is being written: nothing is asked meanwhile."""
        self._set_writing(True)

    @Slot(object)
    def failed(self, error: NewsroomError) -> None:
        """Say why nothing was written, and ask again."""
        self._set_writing(False)
        self.refuse(worded(error))
        self.folder.setFocus()

    @Slot(object)
    def done_writing(self, _path: Path) -> None:
        """The file is there."""
        self._set_writing(False)
        self.accept()

    def reject(self) -> None:
        """Close; not while the file is written, for that is done in a moment."""
        if not self._writing:
            super().reject()

    def _set_writing(self, writing: bool) -> None:
        self._writing = writing
        for widget in (self.folder, self.kind, self.layout_name, self.flavour, self.marks, self.go, self.cancel):
            widget.setEnabled(not writing)

    def _build_fields(self) -> None:
        fields = (
            (tr("Folder"), self.folder), (tr("Kind of file"), self.kind), (tr("Format"), self.layout_name),
            (tr("Standard"), self.flavour), (tr("Marks"), self.marks),
        )  # fmt: skip
        self._rows = fields_in_rows(fields)
        self.body.addLayout(self._rows)

    @Slot()
    def _on_folder(self) -> None:
        self.go.setEnabled(self.folder.path is not None)
        self.go.setToolTip("" if self.folder.path else tr("Choose the folder the file goes into."))


def _what_is_written(card: StoryCard) -> str:
    """What the file is, and why it can be in no other format."""
    written = tr("The print-ready file of revision {n}, as it was approved.").format(n=card.version)
    if not is_format_approved([card]):
        return written
    why = tr("Its format was approved with it: in another only a proof can be made.")
    return f"{written} {why}"
