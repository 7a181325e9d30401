"""Lines of arriving copy, and the small questions about them."""

import pytest

from db.intake.lines import MAX_LINES, ends_sentence, han, key, split_lines, starts_closing, starts_low, width, words


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\r\r\n"])
def test_lines_are_parted_at_any_line_end(ends: str) -> None:
    assert [line.text for line in split_lines(f"one{ends}two").lines] == ["one", "two"]


def test_a_line_knows_its_indent_and_the_blank_lines_before_it() -> None:
    first, second = split_lines("one\n\n\n\ttwo  three ").lines
    assert (first.indent, first.gap) == (0, 0)
    assert (second.text, second.raw, second.indent, second.gap) == ("two three", "two  three", 4, 2)


def test_controls_are_taken_out_and_marks_with_a_meaning_on_paper_stay() -> None:
    given = "fer\u00adry\u200b\u200e 12\u00a0km\u202f!\x07 stops\ufeff"
    assert [line.text for line in split_lines(given).lines] == ["fer\u00adry\u200b\u200e 12\u00a0km\u202f! stops"]


def test_rows_of_a_table_have_their_cells_apart() -> None:
    lines = split_lines("Team\tPts\nHarbour\t24\n\nA\tlone tab").lines
    assert [(line.text, line.row) for line in lines] == [
        ("Team | Pts", True), ("Harbour | 24", True), ("A lone tab", False),
    ]  # fmt: skip


def test_lines_after_the_last_that_is_looked_at_are_the_rest() -> None:
    found = split_lines("\n".join(map(str, range(MAX_LINES + 2))))
    assert (len(found.lines), found.rest) == (MAX_LINES, (str(MAX_LINES), str(MAX_LINES + 1)))


def test_a_text_with_an_empty_line_after_each_line_is_single_spaced() -> None:
    wrapped = [
        "The ferry between the quay",
        "and the islands will stop",
        "running on the first day",
        "of the last month and",
        "not before.",
    ]
    assert {line.gap for line in split_lines("\n\n".join(wrapped)).lines} == {0}


def test_han_characters_take_two_cells_and_half_a_word() -> None:
    assert (width("ferry 渡口"), han("ferry 渡口"), words("ferry 渡口")) == (10, 2, 2)


def test_where_a_sentence_ends_and_begins() -> None:
    assert ends_sentence("It stops.”")
    assert ends_sentence("停运。")
    assert not ends_sentence("It stops")
    assert starts_low("and then")
    assert starts_closing(", which")
    assert not starts_closing("... and")


def test_case_spacing_and_punctuation_make_no_other_key() -> None:
    assert key("Ferry-Line: stops!") == key("ferry line stops")


def test_three_sentences_that_go_on_behind_an_empty_line_make_a_text_double_spaced() -> None:
    lines = [
        "The organ has lived in a barn for",
        "eleven years.",
        "It went back up",
        "the tower.",
        "It took nine",
        "men.",
    ]
    assert [line.gap for line in split_lines("\n\n".join(lines)).lines] == [0] * 6
