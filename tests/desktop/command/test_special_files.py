"""Every option of the command line that names a file to read: what is no file is refused at once, in one sentence."""

import argparse
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.newsroom import Newsroom
from desktop.command.cli import build_parser
from tests.desktop.command.conftest import Run
from tests.special_files import special

CALLS = {
    "import": ("import", "{}"),
    "verify": ("verify", "{}"),
    "preflight": ("preflight", "{}"),
    "formats check": ("formats", "check", "{}"),
    "formats add": ("formats", "add", "{}"),
    "profile check": ("formats", "check", "{}.icc"),
    "restore-backup": ("restore-backup", "{}"),
    "backup": ("backup", "{}"),
    "--db": ("--db", "{}", "list"),
    "--password-file": ("--password-file", "{}", "import", "nothing.txt"),
    "--new-password-file": ("password", "--password-file", "secret", "--new-password-file", "{}"),
    "init": ("init", "x", "--paper", "X", "--name", "X", "--desks", "City", "--new-password-file", "{}"),
    "add-account": ("add-account", "x", "--name", "X", "--role", "editor", "--new-password-file", "{}"),
}
"""What is called with a file."""

NAMES = {"preflight": "sheet.pdf", "formats check": "own.toml", "formats add": "own.toml", "profile check": "own"}
SECONDS = 20
"""After which a call that waits for a pipe is given up: far more than any of these takes."""


@pytest.fixture(autouse=True)
def nothing_waits() -> Iterator[None]:
    """A call that waits for a pipe fails, and does not hold up all tests."""

    def give_up(_number: int, _frame: object) -> None:
        pytest.fail("it waits")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("kind", ["pipe", "device", "socket", "folder"])
@pytest.mark.parametrize("what", CALLS)
def test_what_is_no_file_is_refused_in_a_sentence(
    what: str, kind: str, newsroom: Newsroom, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("secret").write_text("correct horse")
    newsroom.accounts.change_password("reporter", "", "correct horse")
    name = NAMES.get(what, "special")
    special(kind, tmp_path, name + ".icc" if what == "profile check" else name)
    login = "reporter" if "password-file" in what else "chief"
    ran = run(*(part.format(name) for part in CALLS[what]), login=login)
    said = ran.err or ran.out
    assert ran.status == 1
    assert any(word in said for word in (f"is a {kind}", "is there already")), said
    assert len(said.splitlines()) == 1
    assert "Traceback" not in said


def test_every_command_that_takes_a_file_is_called() -> None:
    parser = build_parser()
    actions = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    taking = {
        name
        for name, command in actions[0].choices.items()
        if any(action.type is Path and "--password-file" not in action.option_strings for action in command._actions)
    }
    written = {"export", "proof", "demo"}
    assert taking - written <= {call[0] for call in CALLS.values()}
