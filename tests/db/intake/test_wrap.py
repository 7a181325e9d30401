"""Hard-wrapped lines become whole paragraphs again; hyphens stay unless something says that wrapping put them there."""

import textwrap

import pytest

from db.intake.lines import split_lines
from db.intake.wrap import find_shape, gather, is_titled, join

PROSE = (
    "The ferry between North Quay and the islands will stop running on the first of December, and those who "
    "live there will have to take the long way round by the bridge, the line said on Monday in a short letter."
)


def paragraphs(text: str) -> list[str]:
    return [item.text for item in gather(split_lines(text).lines, lambda line: False)]


def joined(text: str) -> str:
    """The first two lines of a text as one paragraph."""
    lines = split_lines(text).lines
    return join(lines[:2], find_shape(lines))


def test_wrapped_lines_are_one_paragraph_and_long_ones_are_left_alone() -> None:
    assert paragraphs("\n".join(textwrap.wrap(PROSE, 60))) == [PROSE]
    assert paragraphs(f"{PROSE}\n{PROSE}") == [PROSE, PROSE]


@pytest.mark.parametrize(
    ("word", "other", "becomes"),
    [
        ("informa|tion", "", "information"),  # what follows is the end of a word, and what comes before is no word
        ("ferry|ing", "", "ferry-ing"),  # what comes before is a word of the text
        ("well|known", "", "well-known"),  # what follows is no end of a word
        ("quay|side", "quayside", "quayside"),  # the text has it joined
        ("island|ers", "island-ers", "island-ers"),  # the text has it with its hyphen
        ("Anglo|Dutch", "", "Anglo-Dutch"),
        ("Nor|Tion", "", "Nor-Tion"),
    ],
)
def test_a_hyphen_goes_when_the_text_says_so(word: str, other: str, becomes: str) -> None:
    start, end = word.split("|")
    assert joined(f"an {start}-\n{end} again\n{other} ferry once more") == f"an {becomes} again"


def test_a_word_that_goes_on_in_the_next_line_is_none_of_the_text() -> None:
    words = find_shape(split_lines("The informa-\ntion on Quay-side came late.").lines).words
    assert "informa" not in words
    assert {"tion", "quay-side", "late"} <= words


@pytest.mark.parametrize(
    ("lines", "meet"),
    [
        ("轮渡将于\n十二月停运，以后", "轮渡将于十二月停运，以后"),
        ("the bridge\n, which", "the bridge, which"),
        ("he said—\nand", "he said—and"),
    ],
)
def test_lines_meet_without_a_space_where_none_belongs(lines: str, meet: str) -> None:
    assert joined(lines) == meet


def test_a_list_item_begins_a_paragraph() -> None:
    assert paragraphs("\n".join([*textwrap.wrap(PROSE, 60), "- one boat", "- two boats"]))[1:] == [
        "- one boat",
        "- two boats",
    ]


def test_a_line_is_titled_when_nearly_all_its_long_words_are_in_capitals() -> None:
    assert is_titled("Ferry Line Closes for the Winter")
    assert not is_titled("Ferry line closes for the winter")


def test_a_numbered_heading_in_chinese_begins_a_paragraph() -> None:
    lines = split_lines(
        "停了三年的老码头夜市周六晚上重新开张，第一晚来了两千多人。\n一、摊位比从前少\n管理处说，现在有六十个摊位。"
    ).lines
    assert len(gather(lines, lambda _line: False)) == 3
