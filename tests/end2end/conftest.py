"""A screen of its own, and the real program on it, driven by its keys as a person would."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from db.newsroom import Newsroom, open_newsroom
from db.stages import Role
from tests.db.conftest import PASSWORD, signed_in

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 20.0
"""Seconds after which what has not happened will not."""


def eventually(happened: Callable[[], object], what: str, patience: float = _PATIENCE) -> None:
    """Wait until something is so, looking often. Fails, saying what, when it is not within so many seconds."""
    until = time.monotonic() + patience
    while not happened():
        if time.monotonic() > until:
            pytest.fail(f"never happened: {what}")
        time.sleep(0.02)


@dataclass
class Desk:
    """One person's window, and the hands on its keyboard."""

    display: str
    process: subprocess.Popen[bytes]
    window: str = ""
    environment: dict[str, str] = field(default_factory=dict)

    def hands(self, *arguments: str) -> str:
        """Do something with keyboard or mouse."""
        run = subprocess.run(["xdotool", *arguments], env=self.environment, capture_output=True, text=True, check=True)
        return run.stdout.strip()

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        self.hands("key", "--delay", "40", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self.hands("type", "--delay", "6", text)

    def windows(self) -> list[str]:
        """The titles of all windows that are open; one that closes meanwhile has none any more."""
        found = self.hands("search", "--onlyvisible", "--name", ".+").split()
        asked = (["xdotool", "getwindowname", window] for window in found)
        said = (subprocess.run(one, env=self.environment, capture_output=True, text=True) for one in asked)
        return [one.stdout.strip() for one in said if one.returncode == 0]

    def wait_for(self, title: str) -> None:
        """Wait until a window with this title is open, and give it the keyboard."""
        eventually(lambda: title in " | ".join(self.windows()), f"a window called {title}")
        found = self.hands("search", "--onlyvisible", "--name", title).split()[-1]
        self.hands("windowfocus", "--sync", found)

    def gone(self, title: str) -> None:
        """Wait until no window with this title is open, and give the main window the keyboard."""
        eventually(lambda: title not in " | ".join(self.windows()), f"{title} closed")
        self.hands("windowfocus", "--sync", self.window)

    def close(self) -> None:
        """Ask the program to end, as the session does at log-out."""
        self.process.terminate()
        self.process.wait(timeout=_PATIENCE)


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """A virtual screen without a window manager. Its tools are installed by the set-up; without them this fails."""
    for tool in ("Xvfb", "xdotool"):
        assert shutil.which(tool), f"{tool} is missing: make test installs it on Debian"
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[writing], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as pipe:
        number = pipe.readline().strip()
    assert number, "Xvfb did not start"
    yield f":{number}"
    server.terminate()
    server.wait()


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    """A newsroom in a file, with the people that a story needs."""
    newsroom = open_newsroom(tmp_path / "galley.db")
    newsroom.desks.add("City", actor=None)
    newsroom.accounts.add(login="chief", name="Tomas Okello", role=Role.CHIEF, password=PASSWORD, actor=None)
    chief = signed_in(newsroom, "chief")
    people = (("reporter", "Wu Jing", Role.REPORTER), ("editor", "Nora Lin", Role.EDITOR))
    for login, name, role in people:
        password = "" if role is Role.REPORTER else PASSWORD
        newsroom.accounts.add(login=login, name=name, role=role, desks=("City",), password=password, actor=chief)
    yield newsroom
    newsroom.close()


@pytest.fixture
def sit_down(screen: str, newsroom: Newsroom, tmp_path: Path) -> Iterator[Callable[[str], Desk]]:
    """Starts the program for the person of a login; its window has the keyboard then."""
    desks: list[Desk] = []

    def start(login: str) -> Desk:
        home = tmp_path / f"home-{login}"
        home.mkdir(exist_ok=True)
        environment = os.environ | {"DISPLAY": screen, "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config")}
        environment.pop("QT_QPA_PLATFORM", None)
        command = [sys.executable, "-m", "desktop", "--db", newsroom.url, "--as", login]
        process = subprocess.Popen(command, env=environment, cwd=ROOT)
        desk = Desk(screen, process, environment=environment)
        desks.append(desk)
        if login in newsroom.accounts.with_password():
            asked = desk.hands("search", "--sync", "--onlyvisible", "--name", f"^{newsroom.name}$").split()[-1]
            desk.hands("windowfocus", "--sync", asked)
            desk.type(PASSWORD)
            desk.press("Return")
        desk.window = desk.hands("search", "--sync", "--onlyvisible", "--name", "Galley$").split()[-1]
        desk.hands("windowfocus", "--sync", desk.window)
        return desk

    yield start
    for desk in desks:
        if desk.process.poll() is None:
            desk.process.kill()
            desk.process.wait()
