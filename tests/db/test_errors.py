"""What can go wrong is one sentence."""

from pathlib import Path

import pytest

from db.errors import Damaged, NeedsPassword, NewsroomError, Refused, SlugRefused, Unreadable, one_line


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


def test_what_somebody_gave_is_said_cut_short_so_that_the_rest_can_be_read() -> None:
    said = str(Refused(f"There is no account “{'a' * 10_000}” here: ask the chief."))
    assert said.startswith("There is no account “aaa") and said.endswith("… here: ask the chief.")
    assert len(said) < 400


def test_a_sentence_of_many_words_loses_its_middle_and_keeps_what_to_do() -> None:
    said = str(NewsroomError(f"“{'a b ' * 10_000}” is no language: name it by its code."))
    assert len(said) < 1_300
    assert said.endswith("is no language: name it by its code.")


def test_a_usual_sentence_is_said_as_it_is() -> None:
    said = f"{Path('/papers') / ('x' * 255)} is no newsroom: open another file."
    assert str(Unreadable(said)) == said
