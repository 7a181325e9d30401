"""What somebody should look over before it is a story."""

from db.intake import read_bytes, read_text
from db.intake.doubts import doubts_of
from tests.db.intake.ferry import BODY, HEAD

PROMPT = "Sign up to our newsletter and read more: " + "all the news of the harbour every morning, free " * 4


def test_plain_copy_is_in_no_doubt() -> None:
    assert doubts_of(read_text(HEAD + BODY)) == ()


def test_copy_without_a_headline_is() -> None:
    assert doubts_of(read_text(BODY)) == ("No headline was found.",)


def test_a_guessed_set_and_characters_that_cannot_be_read_are_told() -> None:
    draft = read_bytes((HEAD + BODY).encode() + b"\xc3\xa9" * 40 + b"\xff")
    assert "1 character could not be read." in doubts_of(draft)
    guessed = read_bytes(b"\xf0\xa8 \xb9\xd7\xe3 \xdd\xbb \xa6\xc7.")
    assert set(guessed.doubts) <= set(doubts_of(guessed))
    assert guessed.doubts


def test_a_long_paragraph_that_is_left_out_is_told() -> None:
    draft = read_text(f"{HEAD}{BODY}\n\n{PROMPT}\n")
    left_out = [part for part in draft.parts if not part.role and len(part.text.split()) > 25]
    assert bool(left_out) == any("left out" in doubt for doubt in doubts_of(draft))
    assert left_out
