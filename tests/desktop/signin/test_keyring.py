"""Without a keyring, or with a locked one, the window tells whom it concerns; no password is written anywhere."""

from pathlib import Path

import pytest

from tests.db.store.test_secrets import in_service, is_written

SIGN_IN = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from db.newsroom import open_newsroom
from db.stages import Role
from desktop.app import Program
from desktop.settings import LocalSettings
from desktop.signin.signin import SignIn
home = Path(os.environ["HOME"])
newsroom = open_newsroom(home / "galley.db")
newsroom.accounts.add(login="nora", name="Nora Lin", role=Role.CHIEF, password="ink and paper", actor=None)
newsroom.close()
app = QApplication([])
program = Program(app, LocalSettings(home / "window.ini"))
def answer():
    dialog = app.activeModalWidget()
    if not isinstance(dialog, SignIn):
        QTimer.singleShot(10, answer)
        return
    dialog.password.setText("ink and paper")
    dialog.stay.setChecked(True)
    dialog.go.click()
QTimer.singleShot(0, answer)
assert program.start(str(home / "galley.db"), None)
print(program.window.isVisible(), program.window.messages.message.sentence)
program.end()
"""

LOCK = """
import keyring
keyring.get_keyring().get_preferred_collection().lock()
"""


@pytest.mark.parametrize(
    ("script", "service", "said"),
    [
        (SIGN_IN, False, "There is no keyring on this system: passwords are kept until Galley ends."),
        (SIGN_IN.replace("stay.setChecked(True)", "stay.setChecked(False)"), False, ""),
        (LOCK + SIGN_IN, True, "The system's keyring is locked: passwords are kept until Galley ends."),
        (SIGN_IN, True, ""),
    ],
    ids=["none", "none, and nothing to keep", "locked", "open"],
)
def test_the_window_says_what_is_wrong_with_the_keyring_and_opens(
    tmp_path: Path, script: str, service: bool, said: str
) -> None:
    shown, _, told = in_service(script, tmp_path, service=service).partition(" ")
    assert shown == "True"
    assert told.endswith(said)
    assert bool(told) == bool(said)
    assert not is_written(b"ink and paper", tmp_path)
