"""The demonstration: whole, and no more of it when it runs again."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from db.newsroom import open_newsroom
from db.stages import Role, Stage
from desktop.command import demo
from desktop.command.cli import main
from desktop.press.sample import sample_folder
from exports.pdf.check import check_pdf

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def no_display() -> Iterator[None]:
    """A computer without a screen."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
            patch.delenv(name, raising=False)
        yield


WITHOUT_QT = """
import sys
sys.modules["PySide6"] = None
from desktop.command.cli import main
ended = main(sys.argv[1:])
assert not [name for name in sys.modules if name.startswith("PySide6.")]
sys.exit(ended)
"""
"""A command of Galley where Qt is not installed."""


def without_qt(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """What a command says there."""
    command = [sys.executable, "-c", WITHOUT_QT, *map(str, arguments)]
    environment = os.environ | {"GALLEY_PASSWORD": "galley"}
    return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT)


@dataclass(frozen=True)
class Shown:
    """What a demonstration made, what it said, and how it ended."""

    folder: Path
    said: str
    ended: int


@pytest.fixture(scope="module")
def shown(no_display: None, tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """The demonstration, run once for all tests that look at it."""
    folder = tmp_path_factory.mktemp("demo")
    run = without_qt("demo", "--dir", folder)
    return Shown(folder, run.stdout, run.returncode)


def test_an_export_needs_no_qt(shown: Shown, tmp_path: Path) -> None:
    place = shutil.copy(shown.folder / "galley.db", tmp_path / "galley.db")
    run = without_qt("--db", place, "export", "harbour-dues", "--out", tmp_path)
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "harbour-dues-v4.pdf").exists()


def test_it_makes_a_newsroom_and_takes_a_story_to_print(shown: Shown) -> None:
    assert shown.ended == 0
    for step in ("imports", "submit", "return", "approve", "exports", "passes the press check", "No display"):
        assert step in shown.said
    newsroom = open_newsroom(shown.folder / "galley.db")
    cards, people = newsroom.stories.list(), newsroom.accounts.all()
    assert len(cards) == 21
    assert {card.stage for card in cards} == set(Stage)
    assert {person.role for person in people} == set(Role)
    assert {"reporter", "editor", "production", "chief"} <= {person.login for person in people}
    assert len(newsroom.desks.all()) >= 3
    assert sum(card.pictures for card in cards) == 6
    assert newsroom.stories.get(demo.SLUG).exported is not None
    newsroom.close()
    (page,) = shown.folder.glob(f"{demo.SLUG}-v*.pdf")
    assert str(page) in shown.said
    assert check_pdf(page) == []


def test_a_second_run_neither_fails_nor_doubles_anything(shown: Shown, tmp_path: Path) -> None:
    folder = shutil.copytree(shown.folder, tmp_path / "demo")
    assert demo.run_demo(folder) == 0
    newsroom = open_newsroom(folder / "galley.db")
    assert len(newsroom.stories.list()) == 21
    assert len(newsroom.stories.history(newsroom.stories.get(demo.SLUG).id)) == 7
    newsroom.close()
    assert {path.name for path in folder.iterdir()} == {path.name for path in shown.folder.iterdir()}


def test_a_run_that_was_cut_off_is_taken_up(no_display: None, tmp_path: Path) -> None:
    from desktop.press.sample import make_sample

    make_sample(tmp_path / "galley.db")
    newsroom = open_newsroom(tmp_path / "galley.db")
    demo._to_edit(newsroom, demo._bring_in(newsroom))
    newsroom.close()
    assert demo.run_demo(tmp_path) == 0


def test_every_page_of_the_sample_newsroom_is_for_print(shown: Shown) -> None:
    pages = list(shown.folder.glob("*.pdf"))
    assert len(pages) == 4
    assert [page.name for page in pages if check_pdf(page, ink_limit=240, min_ppi=200)] == []


def test_help_names_the_folder_that_is_taken_when_none_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["demo", "--help"])
    folder = "/".join(sample_folder().parts[-2:])
    assert f"default: {folder} among this user's data" in " ".join(capsys.readouterr().out.split())


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    run = subprocess.run(
        [sys.executable, "-m", "desktop", "demo", "--dir", str(tmp_path / "file")], capture_output=True, text=True,
        env=os.environ, cwd=ROOT,
    )  # fmt: skip
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1
