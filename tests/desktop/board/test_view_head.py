"""The head over the stories: what its chips say and offer, and which other choice is wanted."""

import pytest
from pytestqt.qtbot import QtBot

from db.story.card_lists import CardOrder
from db.values import Account
from desktop.board.story_list import StoryList
from desktop.board.view_head import ViewHead
from desktop.board.views import ViewChoice
from desktop.look.theme import Theme

NAMES = {"wu": "Wu Jing", "nora": "Nora Lin"}


@pytest.fixture
def head(theme: Theme, editor: Account, qtbot: QtBot) -> ViewHead:
    """The head of the City desk, with the stories of one writer."""
    listing = StoryList(theme, editor)
    made = ViewHead(theme, listing)
    qtbot.addWidget(listing)
    qtbot.addWidget(made)
    made.show_choice("City desk", ViewChoice(search="lifts", writer="wu"), NAMES)
    return made


def test_writers_are_offered_by_name_and_another_leaves_the_rest_of_the_choice(head: ViewHead, qtbot: QtBot) -> None:
    _order, writer, _columns = head.choices
    writer.menu().aboutToShow.emit()
    offered = writer.menu().actions()
    assert writer.text() == "Wu Jing"
    assert [(one.text(), one.isChecked()) for one in offered] == [
        ("Anyone", False), ("Nora Lin", False), ("Wu Jing", True),
    ]  # fmt: skip
    with qtbot.waitSignal(head.choice_wanted) as wanted:
        offered[0].trigger()
    assert wanted.args == [ViewChoice(search="lifts")]


def test_another_order_is_wanted_from_its_menu(head: ViewHead, qtbot: QtBot) -> None:
    order = head.choices[0]
    order.menu().aboutToShow.emit()
    (entry,) = [one for one in order.menu().actions() if one.data() == CardOrder.CHANGED.value]
    with qtbot.waitSignal(head.choice_wanted) as wanted:
        entry.trigger()
    assert wanted.args == [ViewChoice(CardOrder.CHANGED, "lifts", "wu")]


def test_the_list_has_a_chip_for_its_columns_in_place_of_the_order(head: ViewHead) -> None:
    order, _writer, columns = head.choices
    assert (order.isHidden(), columns.isHidden()) == (False, True)
    head.show_listed(listed=True)
    assert (order.isHidden(), columns.isHidden()) == (True, False)
