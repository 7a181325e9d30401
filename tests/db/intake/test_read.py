"""What intake promises of any file: it is read or refused in one sentence, and nothing in it vanishes silently."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import Unreadable
from db.intake import read_bytes, read_file, read_text
from db.intake.lines import key
from db.values import Draft

HEAD = "Ferry line to close for the winter\n\nBy Ida Holm\n\n"
BODY = (
    "The ferry between North Quay and the islands will stop running on the first of December, the line said on Monday."
    "\n\nIt has carried fewer than nine people a day since the bridge was opened, and most of them were its own crew."
)


def all_of(draft: Draft) -> str:
    """Everything a draft kept, letters and digits alone."""
    text = draft.text
    fields = (text.headline, text.dek, text.byline, text.dateline, text.kicker, text.body.body_text, text.ednote)
    return key(" ".join(fields))


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_any_encoding_and_line_end_gives_the_same_draft(encoding: str, ends: str) -> None:
    text = (HEAD + BODY).replace("\n", ends)
    assert read_bytes(text.encode(encoding), "ferry.txt") == read_bytes((HEAD + BODY).encode(), "ferry.txt")


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


@pytest.mark.parametrize(
    "lines",
    ["By Ida Holm", "IDA HOLM", "Ida Holm | 2026-11-03", "By Ida Holm in Bergen\n\nIda Holm"],
)
def test_a_byline_is_found_in_each_of_its_shapes(lines: str) -> None:
    draft = read_text(f"Ferry line to close for the winter\n\n{lines}\n\n{BODY}")
    assert draft.text.byline == "By Ida Holm"
    assert draft.text.headline == "Ferry line to close for the winter"
    assert draft.text.body.body_text == BODY


@pytest.mark.parametrize("dek_first", [True, False])
def test_the_dek_is_found_on_either_side_of_the_byline(dek_first: bool) -> None:
    dek, byline = "The bridge has taken its passengers, and the crew its boats", "By Ida Holm"
    head = "\n\n".join(["Ferry line to close for the winter", *([dek, byline] if dek_first else [byline, dek])])
    draft = read_text(f"{head}\n\n{BODY}")
    assert (draft.text.headline, draft.text.dek) == ("Ferry line to close for the winter", dek)
    assert draft.text.byline == byline


def test_the_only_paragraph_is_the_body_and_no_dek() -> None:
    draft = read_text("Ferry line to close\n\nBy Ida Holm\n\nThe ferry will stop on the first of December.\n")
    assert (draft.text.headline, draft.text.dek) == ("Ferry line to close", "")
    assert draft.text.body.body_text == "The ferry will stop on the first of December."


def test_a_hard_wrapped_text_has_its_paragraphs_whole() -> None:
    import textwrap

    wrapped = "\n\n".join(textwrap.fill(part, 60) for part in BODY.split("\n\n"))
    assert read_text(HEAD + wrapped).text.body.body_text == BODY


def test_a_short_line_of_doubt_stays_in_the_body() -> None:
    draft = read_text(f"{HEAD}{BODY}\n\nSeagulls, however, remain.")
    assert draft.text.body.blocks[-1].text == "Seagulls, however, remain."


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        draft = read_bytes(data, "thing")
    except Unreadable as refused:
        assert "\n" not in str(refused)
    else:
        assert draft.text.content_hash


_LINE = st.one_of(
    st.text(alphabet="abc XYZ.,:|-—–\"'()#*1290港口的", max_size=60),
    st.sampled_from(["By Ida Holm", "Share", "Home > City", "2026-11-03", "Top", BODY[:113], "© 2026 Harbour Courier"]),
)


@given(st.lists(_LINE, max_size=14), st.sampled_from(["\n", "\n\n"]))
def test_no_line_vanishes_silently(lines: list[str], between: str) -> None:
    kept = all_of(read_text(between.join(lines)))
    pieces = [piece for line in lines for piece in line.split() if key(piece)]
    assert [piece for piece in pieces if key(piece) not in kept] == []
