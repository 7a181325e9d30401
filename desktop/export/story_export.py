"""One story on its way to a file: the print-ready one of an approved story, or a proof of any."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from db.newsroom import Newsroom
from db.values import Account, Revision, StoryCard, StoryText
from desktop.export.batch_export import format_labels
from desktop.export.proof_dialog import ProofDialog
from desktop.export.story_dialog import StoryExportDialog
from desktop.localization import tr
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.proof.pdf_files import is_pdf
from desktop.settings import LocalSettings
from desktop.widgets.message import Message, Tone
from exports import PDF, Flavour


class StoryExport(QObject):
    """Asks where to and how, writes off the main thread, says where the file is."""

    said = Signal(object)
    """Message."""
    look_wanted = Signal(object)
    """Path of a PDF that was written and is to be looked at."""

    def __init__(
        self, door: NewsroomDoor, account: Account, theme: Theme, settings: LocalSettings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._door, self._account, self._theme = door, account, theme
        self._settings, self._window = settings, window

    def export(self, card: StoryCard) -> None:
        """Ask how the clean file of an approved story is to be, and write it; the dialog says why it cannot be."""
        self._door.read(format_labels, on_done=partial(self._ask_export, card), key="export")

    def _ask_export(self, card: StoryCard, formats: dict[str, str]) -> None:
        dialog = StoryExportDialog(self._theme, card, formats, self._settings.folder, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.submitted.connect(partial(self._on_export_wanted, dialog, card))
        dialog.open()

    def _on_export_wanted(self, dialog: StoryExportDialog, card: StoryCard) -> None:
        folder = dialog.folder.path
        if folder is not None:
            how = (dialog.layout_chosen, dialog.flavour_chosen, dialog.kind.kind, dialog.marks.isChecked())
            dialog.begin()
            done = partial(self._on_exported, dialog)
            self._door.write(export, card.id, folder, self._account, *how, on_done=done, on_error=dialog.failed)

    def _on_exported(self, dialog: StoryExportDialog, path: Path) -> None:
        self._settings.folder = path.parent
        dialog.done_writing(path)
        self._say_written(path)

    def proof(self, card: StoryCard, text: StoryText | None) -> None:
        """Ask how a PDF marked PROOF is to be, and write it; of a text that is not saved yet, when one is given."""
        done = partial(self._ask_proof, card, text)
        self._door.read(revisions_of, card.id, on_done=done, key="proof")

    def _ask_proof(self, card: StoryCard, text: StoryText | None, revisions: Sequence[Revision]) -> None:
        typed = text is not None and text != revisions[0].text
        dialog = ProofDialog(
            self._theme, card.slug, revisions if typed else revisions[1:], self._settings.folder, self._window
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.submitted.connect(partial(self._on_proof_wanted, dialog, card, text))
        dialog.open()

    def _on_proof_wanted(self, dialog: ProofDialog, card: StoryCard, text: StoryText | None) -> None:
        folder = dialog.folder.path
        if folder is not None:
            self._settings.folder = folder
            self._door.read(proof, card.id, folder, text, dialog.against, on_done=self._say_written)
            dialog.accept()

    def redline(self, card: StoryCard, old: int, new: int) -> None:
        """Write a proof of a revision that shows what changed since an earlier one."""
        title = tr("Write a proof of {slug} with what changed since revision {old} into")
        if folder := self._ask_folder(title.format(slug=card.slug, old=old)):
            self._door.read(redline, card.id, folder, old, new, on_done=self._say_written)

    def _ask_folder(self, title: str) -> Path | None:
        name = QFileDialog.getExistingDirectory(self._window, title, str(self._settings.folder))
        if name:
            self._settings.folder = Path(name)
        return Path(name) if name else None

    def _say_written(self, path: Path) -> None:
        text = tr("Written: {path}").format(path=path)
        if is_pdf(path):
            self.said.emit(Message(text, Tone.DONE, tr("Look at it"), partial(self.look_wanted.emit, path)))
        else:
            self.said.emit(Message(text, Tone.DONE, tr("Open"), partial(show_file, path)))


def show_file(path: Path) -> None:
    """Open a file in whatever program this computer has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def revisions_of(newsroom: Newsroom, story_id: int) -> list[Revision]:
    """The revisions of a story, the newest first."""
    return newsroom.stories.revisions(story_id)


def export(
    newsroom: Newsroom, story_id: int, folder: Path, actor: Account, layout: str = "", flavour: Flavour | None = None,
    kind: str = PDF, marks: bool = True,
) -> Path:  # fmt: skip
    """Write the clean file of a story into a folder. The press is loaded here, on a worker, when it is first needed."""
    from desktop.press import service

    how = service.ExportOptions(kind, layout, flavour or "", marks)
    return service.export(newsroom, story_id, folder, actor=actor, how=how)


def proof(newsroom: Newsroom, story_id: int, folder: Path, text: StoryText | None, against: int) -> Path:
    """Write a proof of a story, or of a text of it that is not saved yet, into a folder; 0 is against nothing."""
    from desktop.press import service

    return service.proof(newsroom, story_id, folder, text=text, against=against)


def redline(newsroom: Newsroom, story_id: int, folder: Path, old: int, new: int) -> Path:
    """Write a proof of a revision into a folder, with what changed since an earlier one."""
    from desktop.press import service

    return service.proof(newsroom, story_id, folder, against=old, revision=new)
