"""`galley restore` brings back spiked stories by their slugs, and the newsroom by the file of a backup."""

import sys
from pathlib import Path

import pytest

from db.newsroom import Newsroom, open_newsroom
from db.stages import Move, Stage
from db.values import Story
from desktop.command.cli import main


def galley(newsroom: Newsroom, *arguments: str) -> int:
    return main(["--db", newsroom.url, "--as", "editor", *arguments])


@pytest.fixture
def kept(newsroom: Newsroom, draft: Story, tmp_path: Path) -> Path:
    """A backup; the draft was spiked since."""
    path = tmp_path / "kept.db"
    assert galley(newsroom, "backup", str(path)) == 0
    editor = newsroom.accounts.get("editor")
    newsroom.moves.make(Move.SPIKE, draft.id, actor=editor, note="Old news", problems=[])
    return path


def stage_there(newsroom: Newsroom, story: Story) -> Stage:
    """Where the story stands in the file that is in the newsroom's place now."""
    again = open_newsroom(newsroom.url)
    try:
        return again.stories.get(story.id).stage
    finally:
        again.close()


@pytest.mark.parametrize("command", ["restore", "restore-backup"])
def test_a_file_is_put_where_the_newsroom_is(newsroom: Newsroom, draft: Story, kept: Path, command: str) -> None:
    newsroom.close()
    assert galley(newsroom, command, str(kept)) == 0
    assert stage_there(newsroom, draft) is Stage.DRAFT
    assert len(list(Path(newsroom.url).parent.glob("*-before-restore-*.db"))) == 1


def test_a_slug_is_brought_back_even_when_a_file_has_its_name(
    newsroom: Newsroom, draft: Story, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(kept.parent)
    kept.rename(kept.parent / draft.slug)
    assert galley(newsroom, "restore", draft.slug) == 0
    assert newsroom.stories.get(draft.id).stage is Stage.DRAFT
    assert list(Path(newsroom.url).parent.glob("*-before-restore-*.db")) == []


def test_a_dry_run_only_looks_at_the_backup(newsroom: Newsroom, draft: Story, kept: Path, capsys) -> None:
    assert galley(newsroom, "restore", str(kept), "--dry-run") == 0
    assert "1 stories" in capsys.readouterr().out
    assert stage_there(newsroom, draft) is Stage.SPIKED


def test_what_is_neither_slug_nor_backup_is_one_line(newsroom: Newsroom, kept: Path, capsys) -> None:
    (kept.parent / "notes.txt").write_text("no backup")
    for name in ("nowhere", str(kept.parent / "notes.txt")):
        assert galley(newsroom, "restore", name) == 1
        assert capsys.readouterr().err.count("\n") == 1


def test_a_dry_run_of_the_move_tells_who_would_be_told(newsroom: Newsroom, draft: Story, kept: Path, capsys) -> None:
    assert galley(newsroom, "restore", draft.slug, "--dry-run") == 0
    assert "would tell" in capsys.readouterr().out
    assert stage_there(newsroom, draft) is Stage.SPIKED


def test_a_terminal_shows_how_far_it_is(newsroom: Newsroom, draft: Story, kept: Path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    newsroom.close()
    for command in (("backup", str(kept.parent / "again.db")), ("restore", str(kept)), ("audit",)):
        assert galley(newsroom, *command) == 0
        assert capsys.readouterr().err.endswith("100%\n")
