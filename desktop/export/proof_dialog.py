"""Questions before a proof is written: where to, and whether it shows what changed since an earlier revision."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from db.values import Revision
from desktop.export.fields import fields_in_rows
from desktop.localization import revision_title, tr
from desktop.look.theme import GRID, Theme
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.dialog import FormDialog
from desktop.widgets.folder import FolderField


class ProofDialog(FormDialog):
    """Proof of one story; without a choice it is a plain one."""

    wide = 130 * GRID

    def __init__(
        self, theme: Theme, slug: str, earlier: Sequence[Revision], folder: Path, parent: QWidget | None = None
    ) -> None:
        """`earlier` are the revisions it can be compared with, the newest first."""
        super().__init__(theme, tr("Proof of {slug}").format(slug=slug), tr("Write the proof"), parent)
        self.compared, self.folder = ChoiceBox(), FolderField(folder, tr("Write the proof into"))
        self.compared.addItem(tr("nothing: the story as it stands"), 0)
        for one in earlier:
            self.compared.addItem(tr("revision {title}").format(title=revision_title(one)), one.number)
        self.compared.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.compared.setEnabled(bool(earlier))
        self._said = self.add_note("")
        self._build_fields()
        self.compared.currentIndexChanged.connect(self._on_compared)
        self.folder.changed.connect(self._on_folder)
        self._on_compared()

    @property
    def against(self) -> int:
        """The number of the revision it is compared with; 0 for a plain proof."""
        return int(self.compared.currentData())

    def _build_fields(self) -> None:
        fields = ((tr("Against"), self.compared), (tr("Folder"), self.folder))
        self.body.addLayout(fields_in_rows(fields))

    @Slot()
    def _on_compared(self) -> None:
        plain = tr("A PDF marked PROOF, with numbered lines.")
        redline = tr("A PDF marked PROOF: what went since then is struck through, what came is underlined.")
        self._said.setText(redline if self.against else plain)

    @Slot()
    def _on_folder(self) -> None:
        self.go.setEnabled(self.folder.path is not None)
        self.go.setToolTip("" if self.folder.path else tr("Choose the folder the file goes into."))
