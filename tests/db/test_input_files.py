"""What is opened of files from outside: a regular file of a bounded size, and nothing is waited for."""

from pathlib import Path

import pytest

from db.errors import Unreadable
from db.input_files import read_input
from tests.special_files import special


def test_a_file_is_read_to_its_last_byte(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_bytes(bytes(3_000_000))
    assert len(read_input(tmp_path / "story.txt", 3_000_000)) == 3_000_000


def test_a_file_over_the_bound_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_bytes(bytes(2_000_001))
    with pytest.raises(Unreadable, match=r"story\.txt is larger than 2 MB and was not read"):
        read_input(tmp_path / "story.txt", 2_000_000)


@pytest.mark.parametrize("kind", ["pipe", "device", "socket", "folder"])
def test_what_is_no_file_is_refused_at_once(kind: str, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=f"is a {kind}"):
        read_input(special(kind, tmp_path), 1000)


def test_a_pipe_that_took_the_place_of_a_file_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = special("pipe", tmp_path)
    monkeypatch.setattr("db.input_files.need_file", lambda path: None)
    with pytest.raises(Unreadable, match="is a pipe"):
        read_input(pipe, 1000)


def test_a_name_no_file_can_have_is_refused() -> None:
    with pytest.raises(Unreadable, match="cannot be read"):
        read_input(Path("a\0b"), 1000)


def test_a_file_without_an_end_is_read_no_further_than_the_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As some below /proc are: regular by what is said of them, and longer than they say."""
    monkeypatch.setattr("db.input_files._refuse_special", lambda path, found: None)
    with pytest.raises(Unreadable, match="larger than 5 MB"):
        read_input(Path("/dev/zero"), 5_000_000)
