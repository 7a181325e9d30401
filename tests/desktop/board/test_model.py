"""The stories of a column as Qt asks for them: what did not change stays where it is."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from db.values import SignedIn
from desktop.board.model import CARD, CardModel
from tests.desktop.conftest import list_of, make_card, model_of


@pytest.fixture
def model(reporter: SignedIn, qapp: object) -> CardModel:
    """A column of three stories."""
    return model_of(reporter, [make_card(number, f"story-{number}") for number in (1, 2, 3)])


def test_it_is_a_model_as_qt_wants_it(model: CardModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_a_row_gives_its_card_its_slug_and_what_is_read_aloud(model: CardModel) -> None:
    index = model.index(model.row_of(2))
    assert model.data(index, CARD) is model.cards[1]
    assert model.data(index) == "story-2"
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole).startswith("story-2, ")
    assert "revision" in model.data(index, Qt.ItemDataRole.ToolTipRole)
    assert model.data(index, Qt.ItemDataRole.DecorationRole) is None
    assert (model.data(QModelIndex()), model.row_of(9)) == (None, -1)


def test_the_same_stories_are_painted_again_only_where_they_changed(model: CardModel, qtbot: QtBot) -> None:
    changed: list[int] = []
    model.dataChanged.connect(lambda first, last: changed.extend(range(first.row(), last.row() + 1)))
    with qtbot.assertNotEmitted(model.modelReset):
        model.add_cards([make_card(1, "story-1"), make_card(2, "story-2", words=9), make_card(3, "story-3")], ())
    assert changed == [1]
    assert model.cards[1].words == 9


def test_other_stories_or_another_order_begin_anew(model: CardModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.modelReset):
        model.set_list(list_of([model.cards[1], model.cards[0], model.cards[2]]))
    with qtbot.waitSignal(model.modelReset):
        model.set_list(list_of([]))
    assert model.rowCount() == 0


def test_a_story_whose_card_was_not_read_has_a_row_without_one(reporter: SignedIn, qapp: object) -> None:
    model = CardModel(reporter)
    model.set_list(list_of([make_card(number) for number in range(1, 100)]))
    index = model.index(98)
    assert (model.rowCount(), model.data(index, CARD), model.data(index)) == (99, None, None)
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "This card is being read"
    model.add_cards([make_card(99), make_card(100)], ())
    assert model.cards == [make_card(99)]


def test_of_many_cards_those_are_kept_that_are_wanted(reporter: SignedIn, qapp: object) -> None:
    cards = [make_card(number) for number in range(1, 1_000)]
    model = CardModel(reporter)
    model.set_list(list_of(cards))
    for first in range(0, 900, 100):
        model.add_cards(cards[first : first + 100], {1})
    kept = {card.id for card in model.cards}
    assert {1, *range(801, 901)} <= kept
    assert len(kept) <= 601


def test_the_words_of_rows_are_counted_whether_their_cards_were_read_or_not(model: CardModel) -> None:
    assert model.words(1, 2) == 2 * make_card().words
