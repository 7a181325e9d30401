"""What tests of commands share: a command run as from the shell, and the sample story brought in by one."""

import io
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass

import pytest

from db.newsroom import Newsroom
from desktop.command.cli import main
from desktop.credentials import PASSWORD as VARIABLE
from resources import resource
from tests.db.conftest import PASSWORD

PILOTS = str(resource("samples/harbour-pilots.txt"))


@dataclass(frozen=True)
class Ran:
    """What one call of the program did."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """Of standard output."""
        return self.out.splitlines()


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def password_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has a password gives it."""
    monkeypatch.setenv(VARIABLE, PASSWORD)


@pytest.fixture
def run(newsroom: Newsroom) -> Run:
    """Runs a command on the newsroom, as the person of a login."""

    def call(*arguments: str, login: str = "reporter") -> Ran:
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            try:
                status = main(["--db", newsroom.url, "--as", login, *arguments])
            except SystemExit as end:
                status = int(end.code or 0)
        return Ran(status, out.getvalue(), err.getvalue())

    return call


def bring_in(run: Run) -> str:
    """Import the sample story. Returns its slug."""
    ran = run("import", PILOTS)
    assert ran.status == 0, ran.err
    return ran.lines[0].split()[0]
