"""Secrets go into the system's keyring: a real one, a locked one, and none at all."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import keyring.errors
import pytest

from db.store.secrets import Secrets, password_name

ROOT = Path(__file__).resolve().parents[3]

REAL = """
from db.store.secrets import Secrets
secrets = Secrets()
assert secrets.set("nora@courier", "ink and paper"), secrets.trouble
assert Secrets().get("nora@courier") == "ink and paper"
secrets.remove("nora@courier")
assert Secrets().get("nora@courier") == ""
secrets.remove("nora@courier")
print("kept and removed")
"""

LOCKED = """
import keyring
from db.store.secrets import Secrets
collection = keyring.get_keyring().get_preferred_collection()
collection.lock()
secrets = Secrets()
assert not secrets.set("nora@courier", "ink and paper")
assert secrets.get("nora@courier") == "ink and paper"
print(secrets.trouble)
"""

NONE = """
from db.store.secrets import Secrets
secrets = Secrets()
assert not secrets.set("nora@courier", "ink and paper")
assert secrets.get("nora@courier") == "ink and paper"
secrets.remove("nora@courier")
assert secrets.get("nora@courier") == ""
assert Secrets().get("nora@courier") == ""
print(secrets.trouble)
"""


def in_service(script: str, folder: Path, *, service: bool = True) -> str:
    """What a script prints in a session of its own, with or without a Secret Service that is unlocked."""
    for tool in ("dbus-run-session", "gnome-keyring-daemon"):
        assert shutil.which(tool), f"{tool} is missing: make test installs it on Debian"
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": str(ROOT)}
    for name in ("XDG_DATA_HOME", "XDG_RUNTIME_DIR"):
        (folder / name).mkdir(mode=0o700)
        environment[name] = str(folder / name)
    start = "printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null; " if service else ""
    end = "; status=$?; pkill -P $$ gnome-keyring || true; exit $status" if service else ""
    command = ["dbus-run-session", "--", "bash", "-c", f'{start}"$0" -c "$1"{end}', sys.executable, script]
    run = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout.strip()


def is_written(words: bytes, folder: Path) -> bool:
    """Whether words stand in a file below a folder, from which the service's own may be going while it is looked at."""
    for where, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):  # gone, or a socket
                if words in (Path(where) / name).read_bytes():
                    return True
    return False


def test_a_secret_service_keeps_and_removes(tmp_path: Path) -> None:
    assert in_service(REAL, tmp_path) == "kept and removed"


def test_a_locked_keyring_is_named_and_memory_serves(tmp_path: Path) -> None:
    assert "until Galley ends" in in_service(LOCKED, tmp_path)


def test_without_a_keyring_memory_serves_and_no_file_is_written(tmp_path: Path) -> None:
    said = in_service(NONE, tmp_path, service=False)
    assert "until Galley ends" in said
    assert not is_written(b"ink and paper", tmp_path)


@pytest.fixture
def broken() -> Callable[[str], Secrets]:
    """Secrets whose keyring always fails in one way."""

    def make(fault: str) -> Secrets:
        class Broken:
            def __getattr__(self, _name: str):
                def fail(*_arguments: str) -> None:
                    raise getattr(keyring.errors, fault)("broken")

                return fail

        return Secrets(Broken())

    return make


@pytest.mark.parametrize("fault", ["KeyringLocked", "NoKeyringError", "InitError", "KeyringError"])
def test_whatever_the_keyring_does_the_session_goes_on(fault: str, broken: Callable[[str], Secrets]) -> None:
    secrets = broken(fault)
    assert not secrets.set("a", "b")
    assert secrets.get("a") == "b"
    assert secrets.trouble.count(".") == 1
    secrets.remove("a")
    assert secrets.get("a") == ""


def test_names_tell_people_and_newsrooms_apart() -> None:
    assert password_name("x", "nora") != password_name("y", "nora") != password_name("y", "emil")


def test_that_there_is_no_keyring_is_told_only_where_something_was_to_be_kept(broken: Callable[[str], Secrets]) -> None:
    secrets = broken("NoKeyringError")
    secrets.get("a")
    assert (secrets.warning, bool(secrets.trouble)) == ("", True)
    secrets.set("a", "b")
    assert secrets.warning == secrets.trouble


def test_a_locked_keyring_may_hold_what_is_asked_for_and_is_told(broken: Callable[[str], Secrets]) -> None:
    secrets = broken("KeyringLocked")
    secrets.get("a")
    assert "locked" in secrets.warning
