"""Faults of Galley itself: the text is saved first, then a window shows what went wrong and lets the person go on."""

import re
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.localization import tr
from desktop.look.theme import GRID
from desktop.widgets.fitted_dialog import FittedDialog

Keep = Callable[[], None]
"""Saves what is being typed."""


_SECRETS = re.compile(
    r"(?<=Failing row contains )\(.*?\)$"  # PostgreSQL's detail of a row it refuses: every column of it
    r"|(?<=://)[^\s/@:]*:[^\s/@]*(?=@)"  # who signs in at a server, with the password
    r"|\$argon2id\$[^\s'\"]+|\b\w+\$[0-9a-f]{24,}[0-9a-f$]*",  # an account's password hash and key
    re.DOTALL | re.MULTILINE,
)


def without_secrets(report: str) -> str:
    """A report that may be sent to others: with no passwords, keys or rows of the newsroom in it."""
    return _SECRETS.sub("…", report)


class CrashHook(QObject):
    """Takes the place of `sys.excepthook` while installed. One window at a time; further faults are added to it."""

    _caught = Signal(str)

    def __init__(self, keep: Keep, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keep = keep
        self._window: CrashWindow | None = None
        self._caught.connect(self._on_caught)

    def install(self) -> None:
        """Catch what nobody else catches, on any thread."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def uninstall(self) -> None:
        """Give both hooks back to Python."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    @property
    def window(self) -> "CrashWindow | None":
        """The window that is open, if one is."""
        return self._window

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        report = without_secrets("".join(traceback.format_exception(kind, error, trace)))
        sys.stderr.write(report)
        self._caught.emit(report)

    def _thread_hook(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._hook(caught.exc_type, caught.exc_value, caught.exc_traceback)

    @Slot(str)
    def _on_caught(self, report: str) -> None:
        """On the main thread. While the window is open a further fault only adds to it, so that it cannot go round."""
        if self._window is not None:
            self._window.add(report)
            return
        self._window = CrashWindow(report)
        self._window.say_kept(self._save())
        self._window.finished.connect(self._on_finished)
        self._window.open()

    def _save(self) -> str:
        """Save the text; why that failed, or nothing."""
        try:
            self._keep()
        except Exception as error:  # the fault may well be in what saves; the person must learn of it either way
            return f"{type(error).__name__}: {error}"
        return ""

    @Slot(int)
    def _on_finished(self, result: int) -> None:
        window, self._window = self._window, None
        if window is not None:
            window.deleteLater()
        if result == QDialog.DialogCode.Rejected:
            QCoreApplication.quit()


class CrashWindow(FittedDialog):
    """Says that the text is safe, shows the report to copy, and offers to go on or to quit."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Galley has made a mistake"))
        self.setModal(True)
        self.resize(160 * GRID, 100 * GRID)
        self._kept = QLabel()
        self.report = QPlainTextEdit(report)
        self._build()

    def add(self, report: str) -> None:
        """Show a further fault below the first."""
        self.report.appendPlainText(report)

    def say_kept(self, why_not: str) -> None:
        """Tell whether the text is safe."""
        if why_not:
            text = tr("The text could not be saved ({why}): copy what you need before you quit.").format(why=why_not)
        else:
            text = tr("What you have typed is saved. You can go on; if the fault comes back, quit and start again.")
        self._kept.setText(text)

    def _build(self) -> None:
        self.report.setReadOnly(True)
        self.report.setProperty("field", True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setAccessibleName(tr("Report"))
        title = QLabel(tr("Something in Galley went wrong"))
        title.setStyleSheet("font-size: 17px; font-weight: bold")
        self._kept.setWordWrap(True)
        hint = QLabel(tr("This report helps whoever mends it:"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6 * GRID, 6 * GRID, 6 * GRID, 5 * GRID)
        layout.setSpacing(3 * GRID)
        for widget in (title, self._kept, hint):
            layout.addWidget(widget)
        layout.addWidget(self.report, 1)
        layout.addWidget(self._build_buttons())

    def _build_buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        copy = box.addButton(tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        quit_button = box.addButton(tr("Quit"), QDialogButtonBox.ButtonRole.RejectRole)
        go_on: QPushButton = box.addButton(tr("Go on"), QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setProperty("kind", "primary")
        go_on.setDefault(True)
        copy.clicked.connect(self._on_copy)
        quit_button.clicked.connect(self.reject)
        go_on.clicked.connect(self.accept)
        return box

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
