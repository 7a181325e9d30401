"""What can go wrong is one sentence."""

from pathlib import Path

import pytest

from db.errors import Damaged, NeedsPassword, NewsroomError, SlugRefused, Unreadable, one_line


@pytest.mark.parametrize(
    ("said", "line"), [("a\nb", "a b"), (" a\r\n\t b ", "a b"), (ValueError("x\n"), "x"), ("", "")]
)
def test_a_message_of_several_lines_is_told_on_one(said: object, line: str) -> None:
    assert one_line(said) == line


def test_every_fault_says_its_sentence_and_what_goes_with_it() -> None:
    damaged = Damaged("It is damaged.", Path("a.db"), Path("b.db"))
    assert (str(damaged), damaged.place, damaged.backup) == ("It is damaged.", Path("a.db"), Path("b.db"))
    assert isinstance(damaged, Unreadable)
    assert NeedsPassword("Which?", given=True).given
    assert issubclass(SlugRefused, NewsroomError)
