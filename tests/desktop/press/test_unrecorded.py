"""What a program that is killed between a file's name and its record leaves is put right by the next one."""

import hashlib
from pathlib import Path

import pytest

from db.newsroom import Newsroom, open_newsroom
from db.stages import Move
from db.values import SignedIn, Story
from desktop.press.service import export, make_move
from desktop.press.unrecorded import HandoverNote, settle_unrecorded
from tests.db.conftest import signed_in
from tests.db.test_partial_files import left_by_a_killed_program


@pytest.fixture
def approved(newsroom: Newsroom, draft: Story, reporter: SignedIn, editor: SignedIn) -> Story:
    """A story that may leave clean."""
    make_move(newsroom, Move.SUBMIT, draft.id, actor=reporter)
    return make_move(newsroom, Move.APPROVE, draft.id, actor=editor)


def left_unrecorded(newsroom: Newsroom, file: Path, earlier: Path | None = None) -> None:
    """A kill right behind the moment at which the file got its name."""
    note = HandoverNote(newsroom, file, hashlib.sha256(file.read_bytes()).hexdigest())
    note.write(earlier)
    assert note._path is not None
    note._path.replace(left_by_a_killed_program(note._path.with_name(file.name)))


def test_a_file_that_nothing_records_is_taken_away_and_named_once(newsroom: Newsroom, tmp_path: Path) -> None:
    page = tmp_path / "pier-v1.pdf"
    page.write_bytes(b"page")
    left_unrecorded(newsroom, page)
    assert settle_unrecorded(newsroom) == [
        f"The export of {page} was stopped before it was recorded: the file was taken away; export it once more."
    ]
    assert not page.exists()
    assert settle_unrecorded(newsroom) == []


def test_what_stood_there_before_is_put_back(newsroom: Newsroom, tmp_path: Path) -> None:
    page, earlier = tmp_path / "pier-v1.pdf", tmp_path / "earlier"
    page.write_bytes(b"new")
    earlier.write_bytes(b"old")
    left_unrecorded(newsroom, page, earlier)
    (sentence,) = settle_unrecorded(newsroom)
    assert "the file from before is there again" in sentence
    assert (page.read_bytes(), earlier.exists()) == (b"old", False)


def test_a_file_that_was_recorded_or_changed_since_stays(newsroom: Newsroom, approved: Story, tmp_path: Path) -> None:
    page = export(newsroom, approved.id, tmp_path, actor=signed_in(newsroom, "production"))
    left_unrecorded(newsroom, page)
    mine = tmp_path / "mine.pdf"
    mine.write_bytes(b"page")
    left_unrecorded(newsroom, mine)
    mine.write_bytes(b"another")
    assert settle_unrecorded(newsroom) == []
    assert page.exists() and mine.exists()


def test_what_a_running_program_or_one_of_another_newsroom_is_about_stays(newsroom: Newsroom, tmp_path: Path) -> None:
    page = tmp_path / "pier-v1.pdf"
    page.write_bytes(b"page")
    with HandoverNote(newsroom, page, hashlib.sha256(b"page").hexdigest()) as note:
        note.write(None)
        assert settle_unrecorded(newsroom) == []
    left_unrecorded(newsroom, page)
    other = open_newsroom(tmp_path / "other.db")
    assert settle_unrecorded(other) == []
    other.close()
    assert page.exists()


def test_no_note_is_left_by_an_export(newsroom: Newsroom, approved: Story, tmp_path: Path) -> None:
    export(newsroom, approved.id, tmp_path / "out", actor=signed_in(newsroom, "production"))
    assert not list(tmp_path.glob("XDG_STATE_HOME/galley/exports/.*"))
