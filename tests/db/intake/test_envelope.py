"""What copy arrives in: labels, wire codes and marks of an end are set apart, the copy itself is not."""

import pytest

from db.intake import read_bytes
from db.intake.envelope import Cover, Envelope, open_envelope
from db.intake.lines import split_lines
from tests.db.intake.ferry import BODY


def opened(text: str, cover: Cover | None = None) -> Envelope:
    return open_envelope(split_lines(text).lines, cover or Cover())


def lines_of(text: str) -> list[str]:
    return [line.text for line in opened(text).lines]


@pytest.mark.parametrize(
    "end", ["-30-", "- 30 -", "(more)", "###", "# # ###", "ENDS", "*** end ***", "（完）", "The end", "NNNN", "mf"]
)
def test_marks_of_an_end_are_dropped(end: str) -> None:
    envelope = opened(f"The ferry stops.\n{end}")
    assert ([line.text for line in envelope.lines], envelope.dropped) == (["The ferry stops."], [end])


@pytest.mark.parametrize(
    "line", ["The end is near", "30 boats", "----", "=====", "* * *", "End of the ferry", "more or less"]
)
def test_other_lines_are_no_end(line: str) -> None:
    assert line in lines_of(f"The ferry stops.\n{line}")


def test_marks_round_the_head_lines_of_a_wire_are_taken_off() -> None:
    assert lines_of("^Ferry stops<\n^By Ida Holm=\nThe ferry") == ["Ferry stops", "By Ida Holm", "The ferry"]


def test_labelled_lines_are_fields_and_what_follows_is_the_copy() -> None:
    envelope = opened("Headline: Ferry stops\nByline: Ida Holm\nDate: today\nBody: The ferry\nstops.")
    assert envelope.fields == {"headline": "Ferry stops", "byline": "Ida Holm"}
    assert envelope.labelled
    assert [line.text for line in envelope.lines] == ["The ferry", "stops."]
    assert envelope.dropped == ["Date: today"]


def test_the_codes_before_a_wire_story_are_dropped() -> None:
    envelope = opened("ZCZC\na0123\nr i\nThe ferry stops.")
    assert [line.text for line in envelope.lines] == ["The ferry stops."]


def test_what_a_mail_or_wire_says_comes_before_what_the_text_says() -> None:
    envelope = opened(
        "Slug: ferry\nByline: Ida Holm\nThe ferry stops.", Cover({"headline": "Ferry"}, "Ida", ("To: you",))
    )
    assert envelope.fields == {"headline": "Ferry", "slug": "ferry", "byline": "Ida Holm"}
    assert (envelope.sender, envelope.dropped, envelope.labelled) == ("Ida", ["To: you"], False)


@pytest.mark.parametrize("text", ["The sum was no\nmore.", "The price rose by\n30.", "That is the\nend"])
def test_the_last_word_of_a_sentence_is_no_end(text: str) -> None:
    assert lines_of(text) == text.split("\n")


def test_labels_on_lines_of_their_own_stand_with_what_they_name() -> None:
    draft = read_bytes(f"HEADLINE:\nFerry to stop\nBYLINE:\nIda Holm\nCOPY:\n{BODY}".encode())
    assert (draft.text.headline, draft.text.byline, draft.text.body.body_text) == ("Ferry to stop", "By Ida Holm", BODY)
    assert ("HEADLINE:", "Ferry to stop") in [part.lines for part in draft.parts]
    assert draft.dropped == ("COPY:",)
