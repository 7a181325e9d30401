"""The line of a card that shows a hit runs as its words do."""

import pytest

from db.story.snippets import SnippetPart
from desktop.board.snippet_line import shortened, snippet_layout
from desktop.look.theme import Theme

WIDTH = 200


def ends(theme: Theme, *texts: str) -> tuple[str, float, float]:
    """The words of a line whose second part is a hit, and where it begins and ends, in pixels from the left."""
    pieces = [SnippetPart(text, hit=at == 1) for at, text in enumerate(texts)]
    layout = snippet_layout(pieces, theme.fonts.sans(12), WIDTH, theme)
    line = layout.lineAt(0)
    assert line.naturalTextWidth() <= WIDTH
    return layout.text(), line.cursorToX(0)[0], line.cursorToX(len(layout.text()))[0]


def test_a_line_from_left_to_right_begins_at_the_left(theme: Theme) -> None:
    text, begins, finishes = ends(theme, "… the ", "lift", " stays")
    assert text == "… the lift stays"
    assert begins == 0 < finishes


def test_a_line_from_right_to_left_begins_at_the_right_with_its_dots(theme: Theme) -> None:
    text, begins, finishes = ends(theme, "… על ", "שלום", " עכשיו")
    assert text == "… על שלום עכשיו"
    assert begins == WIDTH > finishes


@pytest.mark.parametrize(("word", "more"), [("lift", " and more and more"), ("שלום", " ועוד מילים")])
def test_a_line_that_is_too_long_ends_in_dots(theme: Theme, word: str, more: str) -> None:
    text, begins, finishes = ends(theme, "", word, more * 9)
    assert text.startswith(word)
    assert text.endswith("…")
    assert abs(finishes - begins) > WIDTH * 0.85


def test_a_snippet_begins_close_before_its_first_hit() -> None:
    hit = SnippetPart("lift", hit=True)
    far = shortened([SnippetPart("a long way before it there were only stairs and a "), hit])
    assert far == [SnippetPart("… only stairs and a "), hit]
    near = [SnippetPart("the "), hit]
    assert shortened(near) == near
