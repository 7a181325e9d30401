"""Short texts outside the page: faces that stand in, lines that are filled, what has no room cut off."""

import pytest

from exports.pdf.draw.labels import BETWEEN, fill_lines, label, label_width

SIZE = 6.5


def said(text: str) -> str:
    """The characters that the runs of a label stand for."""
    return "".join(glyph[4] for run in label(text, 0, 0, SIZE) for glyph in run.glyphs)


def test_what_the_face_lacks_comes_from_the_chinese_one() -> None:
    assert [run.face for run in label("Port 港口 pilots", 0, 0, SIZE)] == ["sans", "han", "sans"]
    assert said("Port 港口 pilots") == "Port 港口 pilots"


def test_what_no_face_has_is_a_question_mark() -> None:
    assert said("a\U0010ffffb") == "a?b"


def test_runs_follow_one_another_and_are_as_wide_as_is_told() -> None:
    text = "Port 港口 pilots"
    first, second, third = label(text, 10, 0, SIZE)
    assert (first.x, third.x > second.x > first.x) == (10, True)
    end = third.x + sum(glyph[1] for glyph in third.glyphs) * SIZE / 1000
    assert end - 10 == pytest.approx(label_width(text, SIZE))


def test_parts_go_on_as_few_lines_as_they_need() -> None:
    wide = label_width(BETWEEN.join(["one", "one"]), SIZE)
    assert fill_lines(["one"] * 3, wide + 0.1, SIZE, 4) == [BETWEEN.join(["one", "one"]), "one"]
    assert fill_lines(["one"] * 3, wide - 0.1, SIZE, 4) == ["one"] * 3


def test_what_has_no_room_is_cut_off_with_an_ellipsis_inside_the_width() -> None:
    (line,) = fill_lines(["pilots of the harbour", "who went home"], 40, SIZE, 1)
    assert line.startswith("pilots")
    assert line.endswith("…")
    assert 30 < label_width(line, SIZE) <= 40
