"""PDFs that a person chooses or drops, to be looked at."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.localization import tr
from desktop.settings import LocalSettings


def ask_pdf(window: QWidget, settings: LocalSettings) -> Path | None:
    """Ask for a PDF; None where none was chosen."""
    kinds = tr("PDF files (*.pdf);;All files (*)")
    name, _ = QFileDialog.getOpenFileName(window, tr("Open a PDF"), str(settings.folder), kinds)
    if name:
        settings.folder = Path(name).parent
    return Path(name) if name else None


def pdfs_in(urls: Sequence[QUrl]) -> list[Path]:
    """The PDFs among files that were dropped."""
    return [path for path in (Path(url.toLocalFile()) for url in urls if url.isLocalFile()) if is_pdf(path)]


def is_pdf(path: Path) -> bool:
    """Whether a file is called a PDF."""
    return path.suffix.lower() == ".pdf"
