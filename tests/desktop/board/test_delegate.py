"""A card as it is drawn: as deep as what it says, its headline in at most two lines, its snippet at its hit."""

import pytest
from PySide6.QtWidgets import QStyleOptionViewItem

from db.stages import Move, Stage
from db.story.snippets import SnippetPart
from db.values import Claim, SignedIn
from desktop.board.delegate import CardDelegate
from desktop.board.facts import Badge
from desktop.look.theme import Theme
from tests.desktop.conftest import NOON, make_card, model_of

LONG = "Old lane houses get lifts that climb outside the wall and nobody knows who pays for them " * 2


@pytest.fixture
def delegate(theme: Theme, reporter: SignedIn) -> CardDelegate:
    """What draws the cards of the reporter."""
    return CardDelegate(theme, reporter)


def depth(delegate: CardDelegate, **changes: object) -> int:
    """The height of a card."""
    model = model_of(delegate._me, [make_card(**{"headline": "Lifts", **changes})])
    return delegate.sizeHint(QStyleOptionViewItem(), model.index(0, 0)).height()


def test_a_card_is_a_row_deeper_for_each_thing_it_says(delegate: CardDelegate) -> None:
    plain = depth(delegate)
    row = depth(delegate, claim=Claim("nora", "Nora Lin", NOON, NOON)) - plain
    assert row > 0
    assert depth(delegate, headline=LONG) == plain + row
    delegate.snippets = {1: [SnippetPart("a lift", hit=True)]}
    assert depth(delegate) == plain + row


def test_a_headline_takes_two_lines_at_most_and_keeps_its_beginning(delegate: CardDelegate) -> None:
    first, second = delegate._headline(LONG, 240)
    assert LONG.startswith(first)
    assert second.endswith("…")
    assert delegate._headline("Lifts", 240) == ("Lifts",)


def test_a_note_is_read_whole_on_its_card(delegate: CardDelegate) -> None:
    note = "Lovely. But how many come back? Ring the library before six, and name the librarian."
    returned = {"last_move": Move.RETURN, "stage": Stage.DRAFT}
    short, long = (depth(delegate, last_note=text, **returned) for text in ("Why?", note))
    lines = delegate._note_lines(Badge(f"returned: {note}", "corner-up-left"), 256)
    assert " ".join(line.text for line in lines) == f"returned: {note}"
    assert [bool(line.sign.strip()) for line in lines] == [True, *[False] * (len(lines) - 1)]
    assert long > short


def test_a_note_of_many_lines_ends_in_its_third(delegate: CardDelegate) -> None:
    lines = delegate._note_lines(Badge("word 😀 " * 90, "corner-up-left"), 256)
    assert len(lines) == 3
    assert lines[2].text.endswith("…")
    assert lines[0].text.startswith("word 😀 word")
