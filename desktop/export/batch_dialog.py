"""The dialog that exports several stories: the form, then how far it is, then what was written and what was refused."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTextBrowser,
    QWidget,
)

from db.errors import NewsroomError
from db.values import Account
from desktop.export.batch_form import BatchExportForm
from desktop.export.request import ExportRequest, StoryChoice, carry_out
from desktop.localization import count, stories, tr, worded
from desktop.look.theme import GRID, Theme, set_property
from desktop.newsroom_door import NewsroomDoor
from desktop.widgets.dialog import FormDialog
from desktop.widgets.scrolled import Scrolled
from desktop.widgets.stacked import column

if TYPE_CHECKING:
    from desktop.press.batch import Batched

_STEPS = 1000
_REFUSED = 40 * GRID


class BatchExportDialog(FormDialog):
    """Stays open until the run has ended. Cancel, Esc and the close button end it; what is whole by then stays."""

    wide = 140 * GRID

    def __init__(
        self, door: NewsroomDoor, account: Account, theme: Theme, choices: Sequence[StoryChoice],
        formats: Mapping[str, str], folder: Path, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, tr("Export stories"), tr("Export"), parent)
        self._door, self._account = door, account
        self._called_off: Event | None = None
        self.request: ExportRequest | None = None
        """The request that was made last."""
        self.form = BatchExportForm(choices, formats, folder, door.now())
        self.share, self.doing = QProgressBar(), QLabel()
        self.sum, self.refused = QLabel(), QTextBrowser()
        self.open_folder = QPushButton(tr("Open the folder"))
        self._pages = QStackedWidget()
        self._build_pages()
        self.form.changed.connect(self._on_form_changed)
        self.submitted.connect(self._on_submitted)
        self._on_form_changed()

    @property
    def running(self) -> bool:
        """Whether files are being written."""
        return self._called_off is not None

    def reject(self) -> None:
        """Close; while files are written, end that first."""
        if self._called_off is None:
            super().reject()
            return
        self._called_off.set()
        self.cancel.setEnabled(False)
        self.doing.setText(tr("Ending: the stories under way are let go."))

    # putting it together

    def _build_pages(self) -> None:
        self.share.setRange(0, _STEPS)
        self.share.setTextVisible(False)
        self.share.setAccessibleName(tr("How much is exported"))
        self.sum.setWordWrap(True)
        self.refused.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.refused.setProperty("field", True)
        self.refused.setAccessibleName(tr("Stories that were refused, and why"))
        self.refused.setMinimumHeight(_REFUSED)
        set_property(self.doing, "tone", "muted")
        self._pages.addWidget(Scrolled(self.form))
        for widgets in ((self.doing, self.share), (self.sum, self.refused)):
            self._pages.addWidget(column(*widgets, spacing=3 * GRID, stretch=True))
        self.body.addWidget(self._pages)
        self.open_folder.clicked.connect(self._on_open_folder)
        self.add_button(self.open_folder)
        self.open_folder.hide()

    def _turn_to(self, number: int) -> None:
        """Show a page, and be as high as it needs."""
        for at in range(self._pages.count()):
            high = QSizePolicy.Policy.Preferred if at == number else QSizePolicy.Policy.Ignored
            if (page := self._pages.widget(at)) is not None:
                page.setSizePolicy(QSizePolicy.Policy.Preferred, high)
        self.form.setVisible(number == 0)
        self._pages.setCurrentIndex(number)
        self._column.activate()
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    # what happens

    @Slot()
    def _on_form_changed(self) -> None:
        self.go.setEnabled(not self.form.lacks)
        self.go.setToolTip(self.form.lacks)

    @Slot()
    def _on_submitted(self) -> None:
        self.request, self._called_off = self.form.request, Event()
        self._turn_to(1)
        self.go.hide()
        self._on_progress(0.0)
        self._door.read(
            carry_out, self.request, self._account, self._called_off, on_done=self._on_done, on_error=self._on_error,
            on_end=self._on_end, on_progress=self._on_progress,
        )  # fmt: skip

    def _on_progress(self, share: float) -> None:
        self.share.setValue(round(share * _STEPS))
        if self.request is not None and self.cancel.isEnabled():
            number = len(self.request.stories)
            done = tr("{done} of {all}").format(done=round(share * number), all=stories(number))
            self.doing.setText(f"{done} · {share:.0%}")

    def _on_error(self, error: NewsroomError) -> None:
        """Nothing was written: back to the form with the reason."""
        self._ask_again(worded(error))

    def _on_end(self) -> None:
        """A run that ended without a word met a bug; the dialog can be closed all the same."""
        if self.running:
            self._ask_again(tr("The export broke off. What the manifest in the folder lists is whole."))

    def _ask_again(self, why: str) -> None:
        self._called_off = None
        self._turn_to(0)
        self.go.show()
        self.cancel.setEnabled(True)
        self.refuse(why)

    def _on_done(self, found: "Batched") -> None:
        assert self.request is not None
        self._called_off = None
        self.sum.setText(sum_up(found, self.request.folder))
        self.refused.setPlainText("\n".join(found.refused))
        self.refused.setVisible(bool(found.refused))
        self.open_folder.setVisible(bool(found.paths))
        self._turn_to(2)
        self.cancel.setEnabled(True)
        self.cancel.setText(tr("Close"))
        self.cancel.setFocus()

    @Slot()
    def _on_open_folder(self) -> None:
        if self.request is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.request.folder)))


def sum_up(found: "Batched", folder: Path) -> str:
    """Result of a run: how much was written where, whether it was called off, how many were refused."""
    if found.entries:
        files = count(len(found.paths), "one file", "{n} files")
        text = tr("{stories} exported, {files} in {folder}, listed in {manifest}.").format(
            stories=stories(len(found.entries)), files=files, folder=folder, manifest=" and ".join(found.manifest)
        )
    else:
        text = tr("Nothing was written.")
    if found.cancelled:
        text = tr("Called off. {what} Of the others nothing is left and nothing recorded.").format(what=text)
    if found.refused:
        text = f"{text} {count(len(found.refused), '{n} was refused:', '{n} were refused:')}"
    return text
