"""What intake promises of any file: it is read or refused in one sentence, and nothing in it vanishes silently."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import Unreadable
from db.intake import read_bytes, read_file


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.6\n%\xe2\xe3", "PDF"),
        (bytes(range(256)) * 8, "not a text file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "picture"),
        (b"a" * 10_000_001, "10 MB"),
    ],
)
def test_what_is_no_copy_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said) as refused:
        read_bytes(data, "thing")
    assert "\n" not in str(refused.value)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="There is no file"):
        read_file(tmp_path / "gone.txt")
    with pytest.raises(Unreadable, match="is a folder"):
        read_file(tmp_path)


def test_a_file_over_ten_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(10_000_001)
    with pytest.raises(Unreadable, match="larger than 10 MB"):
        read_file(path)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        draft = read_bytes(data, "thing")
    except Unreadable as refused:
        assert "\n" not in str(refused)
    else:
        assert draft.text.content_hash
