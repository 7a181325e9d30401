"""The demonstration: whole, and no more of it when it runs again."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from db.newsroom import open_newsroom
from db.stages import Role, Stage
from desktop.command import demo
from exports.pdf.check import check_pdf


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without a screen."""
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


def test_it_makes_a_newsroom_and_takes_a_story_to_print(
    no_display: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert demo.run_demo(tmp_path) == 0
    said = capsys.readouterr().out
    for step in ("imports", "submit", "return", "approve", "exports", "passes the press check", "No display"):
        assert step in said
    newsroom = open_newsroom(tmp_path / "galley.db")
    cards, people = newsroom.stories.list(), newsroom.accounts.all()
    assert len(cards) == 21
    assert {card.stage for card in cards} == set(Stage)
    assert {person.role for person in people} == set(Role)
    assert {"reporter", "editor", "production", "chief"} <= {person.login for person in people}
    assert len(newsroom.desks.all()) >= 3
    assert sum(card.pictures for card in cards) == 6
    assert newsroom.stories.get(demo.SLUG).exported is not None
    newsroom.close()
    (page,) = tmp_path.glob(f"{demo.SLUG}-v*.pdf")
    assert str(page) in said
    assert check_pdf(page) == []


def test_a_second_run_neither_fails_nor_doubles_anything(no_display: None, tmp_path: Path) -> None:
    assert demo.run_demo(tmp_path) == 0
    files = sorted(path.name for path in tmp_path.iterdir())
    assert demo.run_demo(tmp_path) == 0
    newsroom = open_newsroom(tmp_path / "galley.db")
    assert len(newsroom.stories.list()) == 21
    assert len(newsroom.stories.history(newsroom.stories.get(demo.SLUG).id)) == 7
    newsroom.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == files


def test_a_run_that_was_cut_off_is_taken_up(no_display: None, tmp_path: Path) -> None:
    from desktop.command.sample import make_sample

    make_sample(tmp_path / "galley.db")
    newsroom = open_newsroom(tmp_path / "galley.db")
    demo._to_edit(newsroom, demo._bring_in(newsroom))
    newsroom.close()
    assert demo.run_demo(tmp_path) == 0


def test_every_page_of_the_sample_newsroom_is_for_print(no_display: None, tmp_path: Path) -> None:
    demo.run_demo(tmp_path)
    pages = list(tmp_path.glob("*.pdf"))
    assert len(pages) == 4
    assert [page.name for page in pages if check_pdf(page, ink_limit=240, min_ppi=200)] == []


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    run = subprocess.run(
        [sys.executable, "-m", "desktop", "demo", "--dir", str(tmp_path / "file")], capture_output=True, text=True,
        env=os.environ, cwd=Path(__file__).resolve().parents[3],
    )  # fmt: skip
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1
