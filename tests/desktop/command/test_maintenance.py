"""`galley restore` brings back spiked stories by their slugs, and the newsroom by the file of a backup."""

import sys
from pathlib import Path

import pytest

from db.newsroom import Newsroom, open_newsroom
from db.stages import Move, Stage
from db.store.secrets import Secrets
from db.upkeep.backup import back_up_today
from db.values import Story
from desktop.command import maintenance
from desktop.command.cli import main
from tests.db.conftest import signed_in
from tests.desktop.shell.test_restore_dialog import call_it


def galley(newsroom: Newsroom, *arguments: str) -> int:
    return main(["--db", newsroom.url, "--as", "chief", *arguments])


@pytest.fixture
def kept(newsroom: Newsroom, draft: Story, tmp_path: Path) -> Path:
    """A backup; the draft was spiked since."""
    path = tmp_path / "kept.db"
    assert galley(newsroom, "backup", str(path)) == 0
    chief = signed_in(newsroom, "chief")
    newsroom.moves.make(Move.SPIKE, draft.id, actor=chief, note="Old news", problems=[])
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


@pytest.mark.parametrize("arguments", [("restore",), ("restore", "--dry-run"), ("restore-backup",)])
def test_a_backup_of_another_newsroom_is_put_there_by_who_says_so_alone(
    newsroom: Newsroom, draft: Story, kept: Path, capsys, arguments: tuple[str, ...]
) -> None:
    call_it(Path(newsroom.url), "of its own", "Harbour Post")
    newsroom.close()
    command, *more = arguments
    assert galley(newsroom, command, str(kept), *more) == 1
    told = capsys.readouterr().err
    assert "kept.db is a backup of another newsroom" in told and "Harbour Post" in told and "--another" in told
    assert stage_there(newsroom, draft) is Stage.SPIKED
    assert galley(newsroom, command, str(kept), "--another", *more) == 0
    assert stage_there(newsroom, draft) is (Stage.SPIKED if more else Stage.DRAFT)


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
    assert "1 story, " in capsys.readouterr().out
    assert stage_there(newsroom, draft) is Stage.SPIKED


@pytest.mark.parametrize(("name", "said"), [("nowhere", "no story “nowhere”"), ("notes.txt", "no backup")])
def test_what_is_neither_slug_nor_backup_is_one_line(
    newsroom: Newsroom, kept: Path, capsys, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    monkeypatch.chdir(kept.parent)
    Path("notes.txt").write_text("no backup")
    assert galley(newsroom, "restore", name) == 1
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1


def test_several_names_are_those_of_stories_whatever_files_there_are(
    newsroom: Newsroom, draft: Story, kept: Path, capsys
) -> None:
    assert galley(newsroom, "restore", str(kept), draft.slug) == 1
    assert "no story" in capsys.readouterr().err
    assert stage_there(newsroom, draft) is Stage.DRAFT
    assert list(Path(newsroom.url).parent.glob("*-before-restore-*.db")) == []


@pytest.mark.parametrize("there", [b"", b"rubbish that is no database, and longer than a header"])
def test_a_backup_is_put_where_no_newsroom_can_be_opened(
    kept: Path, tmp_path: Path, draft: Story, there: bytes
) -> None:
    """Where there was nothing, nothing is set aside."""
    place = tmp_path / "elsewhere" / "galley.db"
    place.parent.mkdir()
    if there:
        place.write_bytes(there)
    assert main(["--db", str(place), "--as", "editor", "restore", str(kept)]) == 0
    again = open_newsroom(place)
    assert again.stories.get(draft.slug).stage is Stage.DRAFT
    again.close()
    assert [path.read_bytes() for path in place.parent.glob("*-before-restore-*.db")] == [there][: len(there)]


@pytest.mark.parametrize("command", [["restore"], ["restore", "--dry-run"], ["restore-backup"]])
def test_a_newsroom_on_a_server_is_not_restored_from_here(kept: Path, command: list[str], capsys) -> None:
    nobody = f"postgresql://nobody@/none?host={kept.parent}"
    assert main(["--db", nobody, "--as", "editor", *command, str(kept)]) == 1
    assert "is restored there" in capsys.readouterr().err


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


def test_without_a_file_the_newest_good_backup_is_taken_and_named(newsroom: Newsroom, draft: Story, capsys) -> None:
    good = back_up_today(newsroom)
    assert good is not None
    newsroom.close()
    place = Path(newsroom.url)
    good.with_name("galley-20991231-235959.db").write_bytes(b"spoiled")
    place.write_bytes(b"spoiled too")
    assert main(["--db", newsroom.url, "restore-backup"]) == 0
    assert f"from {good}; what was there is kept as {place.parent / 'galley-damaged-'}" in capsys.readouterr().out
    assert main(["--db", newsroom.url, "list"]) == 0
    assert draft.slug in capsys.readouterr().out


def test_whoever_cannot_stay_signed_in_is_told_what_to_give_instead(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class NoKeyring(Secrets):
        def set(self, name: str, secret: str) -> bool:
            self.trouble = "There is no keyring on this system: passwords are kept until Galley ends."
            return False

    monkeypatch.setattr(maintenance, "Secrets", NoKeyring)
    assert galley(newsroom, "login") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("galley: There is no keyring on this system: give --password-file or GALLEY_PASSWORD")
