"""Stories in the frames of ANPA-1312 and IPTC 7901."""

import pytest

from db.intake.wire import WireStory, read_wires, typeset
from tests.patterns import seconds

ANPA = (
    "\x16\x16\x01a0042\x1f-----\r\nr e\x13\x11 BC-Ferry     11-24 0180\r\n\x02BC-Ferry,180<\r\n^Ferry to stop<\r\n"
    "^Eds: With photos.<\r\n^By IDA HOLM=\r\n^Harbour Writer=\r\n\tBERGEN (HW) _ ``It stops,'' she said. \r\n"
    "\tNot for publication\r\n\tCall Ida.\r\n\x03\r\nHW-11-24-26 1902GMT<\x04"
)
IPTC = "\x01HAM0123 4 POL 180 ferry stops\r\n\x02The ferry stops.\r\n\x03\r\n241902 nov 26\x04"


def story(text: str) -> WireStory:
    """The only story of a file."""
    (found,) = read_wires(text)
    return found


def test_a_story_by_anpa_has_its_parts_apart() -> None:
    found = story(ANPA)
    assert found.fields == {"slug": "Ferry", "headline": "Ferry to stop", "byline": "By IDA HOLM"}
    assert found.text.strip() == "BERGEN (HW) — “It stops,” she said."
    assert {"BC-Ferry,180", "Eds: With photos.", "Harbour Writer", "Not for publication", "Call Ida."} <= set(
        found.notes
    )


def test_a_story_by_iptc_has_its_keywords_and_its_text() -> None:
    found = story(IPTC)
    assert (found.fields["slug"], found.text.strip()) == ("ferry stops", "The ferry stops.")
    assert "241902 nov 26" in found.notes


def test_other_text_is_no_wire() -> None:
    assert not read_wires("The ferry stops.\n")


def test_signs_of_a_wire_are_typeset() -> None:
    assert typeset("``No _ or 'yes' -- so.''") == "“No — or 'yes' — so.”"


HEAD = "\x01abc0001 4 i 180 hwd 0417\r\n\x02HEAD\r\n"
MOST = 1.0
"""Seconds of the processor's time: eight times what is needed; what grows with the square takes two or three."""


def test_notes_in_great_number_are_kept_and_the_last_of_them_as_one() -> None:
    (story,) = read_wires(f"{HEAD}The ferry stops.\r\n\x03" + "".join(f"note {number}\n" for number in range(2_000)))
    assert [line for note in story.notes for line in note.split("\n")][-2_000:] == [f"note {n}" for n in range(2_000)]
    assert len(story.notes) < 600


@pytest.mark.parametrize("text", ["\x01The ferry stops in winter.\r\n" * 60_000, "_____\nThe ferry stops.\n" * 10_000])
def test_marks_and_rules_in_great_number_are_read_in_time_that_grows_with_them(text: str) -> None:
    assert seconds(lambda: read_wires(HEAD + text)) < MOST
