"""A day of three people by AT-SPI alone, as a screen reader sees the program: a reporter, an editor, production."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.newsroom import Newsroom
from db.stages import Role, Stage
from tests.db.conftest import PASSWORD, signed_in
from tests.end2end.conftest import ROOT, eventually
from tests.end2end.screen_reader import AccessibilityBus, ScreenReader

LAUNCHER = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
"""Where at-spi2-core says how its bus is started."""
SLUG, HEADLINE = "harbour-pilots-stay", "Harbour pilots stay"
BODY = "The pilots who bring ships into the harbour are old.\nThe council meets on Monday."


@pytest.fixture
def surroundings(screen: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment of a person's session with a bus of its own. The set-up installs what it needs."""
    assert shutil.which("dbus-daemon"), "dbus-daemon is missing: make test installs it on Debian"
    assert LAUNCHER.exists(), "at-spi2-core is missing: make test installs it on Debian"
    home = tmp_path_factory.mktemp("home")
    home.chmod(0o700)
    environment = os.environ | {
        "DISPLAY": screen, "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"), "XDG_RUNTIME_DIR": str(home),
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }  # fmt: skip
    environment.pop("QT_QPA_PLATFORM", None)
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    bus = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert bus.stdout is not None
    yield environment | {"DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip()}
    bus.terminate()
    bus.communicate()


@pytest.fixture
def reader(surroundings: dict[str, str], newsroom: Newsroom) -> Iterator[ScreenReader]:
    """The program, read by somebody who sees nothing of it. It ends by its own menu."""
    chief = signed_in(newsroom, "chief")
    newsroom.accounts.add(login="printer", name="Shen Bo", role=Role.PRODUCTION, password=PASSWORD, actor=chief)
    command = [sys.executable, "-m", "desktop", "--db", newsroom.url]
    program = subprocess.Popen(command, env=surroundings, cwd=ROOT)
    bus = AccessibilityBus(surroundings["DBUS_SESSION_BUS_ADDRESS"])
    try:
        reader = ScreenReader(bus, program.pid)
        yield reader
        reader.find("menu item", "Quit").press()
        assert program.wait(timeout=20) == 0
    finally:
        program.kill()
        program.wait()
        bus.close()


def test_three_people_work_a_day_by_a_screen_reader(reader: ScreenReader, newsroom: Newsroom, tmp_path: Path) -> None:
    sign_in(reader, "Wu Jing", password="")
    write(reader)
    submit(reader, newsroom)
    hand_over(reader, "Nora Lin")
    comment(reader, newsroom)
    approve(reader, newsroom)
    hand_over(reader, "Shen Bo")
    export(reader, newsroom, tmp_path)


def sign_in(reader: ScreenReader, name: str, password: str = PASSWORD) -> None:
    """Choose oneself among the people, with one's password where one has any."""
    reader.find("list", "People of the newsroom").choose(name)
    if password:
        reader.find("password", "Password").write(password)
    reader.find("button", "Sign in").press()
    reader.find("button", name)


def hand_over(reader: ScreenReader, name: str) -> None:
    """Another person sits down."""
    reader.find("menu item", "Switch account").press()
    sign_in(reader, name)


def write(reader: ScreenReader) -> None:
    """Begin a story, and write it."""
    reader.find("button", "New story").press()
    reader.find("text", "Headline", within="New story").write(HEADLINE)
    reader.find("button", "Start writing").press()
    reader.find("label", SLUG)
    assert reader.find("text", "Headline").text == HEADLINE
    reader.find("text", "Body").write(BODY)
    reader.find("text", "Dateline").write("NINGBO")


def submit(reader: ScreenReader, newsroom: Newsroom) -> None:
    """Hand it to the editors, as soon as nothing stands in the way."""
    reader.find("label", "✓ Nothing stands in the way")
    reader.find("button", "Submit").press()
    reader.find("label", f"{SLUG} is submitted")
    story = newsroom.stories.get(SLUG)
    assert (story.stage, story.text.dateline) == (Stage.EDIT, "NINGBO")
    assert [block.text for block in story.text.body.blocks] == BODY.split("\n")


def comment(reader: ScreenReader, newsroom: Newsroom) -> None:
    """Open the story that waits, and ask something about its first words."""
    reader.find("list", "Edit, 1 story").choose(SLUG)
    reader.find("menu item", "Open the story").press()
    reader.find("text", "Body").select_words(0, 10)
    reader.find("menu item", "Comment…").press()
    reader.find("text", "About the selected words").write("All of them?")
    reader.find("button", "Comment", within="Comment").press()
    reader.find("label", "“The pilots”")
    story = newsroom.stories.get(SLUG)
    (thread,) = newsroom.comments.all(story.id, story.text.body)
    assert [one.body for one in thread.comments] == ["All of them?"]


def approve(reader: ScreenReader, newsroom: Newsroom) -> None:
    """Approve, though a comment is open: the dialog says that."""
    reader.find("button", "Approve").press()
    reader.find("label", "!  1 comment is open.")
    reader.find("button", "Approve", within="Approve").press()
    reader.find("label", f"{SLUG} is approved")
    assert newsroom.stories.get(SLUG).stage is Stage.PUBLISH


def export(reader: ScreenReader, newsroom: Newsroom, folder: Path) -> None:
    """Write the page of the story that is ready for print."""
    reader.find("list", "Publish, 1 story").choose(SLUG)
    reader.find("menu item", "Export as PDF").press()
    reader.find("text", "Folder", within="Export").write(str(folder))
    reader.find("button", "Export", within="Export").press()
    eventually(lambda: list(folder.glob(f"{SLUG}*.pdf")), "the page lies in the folder")
    eventually(lambda: newsroom.stories.get(SLUG).exported is not None, "the export was recorded")
