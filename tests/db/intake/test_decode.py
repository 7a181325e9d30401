"""Bytes in, text out: encodings told apart, damage counted, and what is no text refused."""

import pytest

from db.errors import Unreadable
from db.intake import read_bytes
from db.intake.decode import CHARSETS, decode, read_as
from tests.db.intake.ferry import BODY, HEAD


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_any_encoding_and_line_end_gives_the_same_draft(encoding: str, ends: str) -> None:
    text = (HEAD + BODY).replace("\n", ends)
    draft = read_bytes(text.encode(encoding), "ferry.txt")
    assert (draft.text, draft.dropped) == (read_bytes((HEAD + BODY).encode(), "ferry.txt").text, ())


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Fähre nach Ærøskøbing", "cp1252"),
        ("轮渡将于十二月一日停运", "gb18030"),
        ("轮渡 and 渡口", "utf-8"),
        ("ferry", "ascii"),
    ],
)
def test_an_encoding_that_nothing_names_is_told_by_its_bytes(text: str, encoding: str) -> None:
    assert decode(f"{text}. ".encode(encoding) * 20, "x.txt").text == f"{text}. " * 20


def test_damaged_characters_are_counted_and_stand_as_such() -> None:
    data = ("渡口" * 200).encode() + b"\xe8\xbd" + b" ferry"
    found = decode(data, "x.txt")
    assert (found.lost, found.text.count("\ufffd")) == (1, 1)


@pytest.mark.parametrize("data", [b"\0\1\2\3" * 90, bytes(range(128, 256)) * 9, b"\x1b[31m" * 90])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"x\.txt is not a text file"):
        decode(data, "x.txt")


def test_a_message_as_outlook_stores_it_is_refused_by_its_name() -> None:
    with pytest.raises(Unreadable, match="message of Outlook, not a text file"):
        decode(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "fares.msg")


@pytest.mark.parametrize("charset", CHARSETS.values())
def test_a_text_is_in_a_set_that_can_be_named(charset: str) -> None:
    assert read_as("Ferry".encode(charset), charset).charset in CHARSETS.values()
