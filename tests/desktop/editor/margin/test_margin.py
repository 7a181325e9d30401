"""The margin beside the text: cards at their words, which they follow; folded where there is no room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from db.document import Document
from db.text.anchors import Range
from db.values import StoryText
from desktop.editor.form import StoryForm
from desktop.editor.margin.margin import NoteMargin
from desktop.editor.margin.note_card import NoteCard
from desktop.editor.text.text_ranges import cursor_over
from desktop.look.theme import Theme

TEXT = StoryText(body=Document.from_paragraphs(["Pilots voted on Saturday to end a strike. " * 3, "Two", "Three"]))


@pytest.fixture
def form(theme: Theme, qtbot: QtBot) -> StoryForm:
    """A form as wide as in a window of the common size, with a card at its first and its last word."""
    form = StoryForm(theme, lambda *_: None)
    qtbot.addWidget(form)
    form.resize(640, 700)
    form.fill(TEXT, anew=True)
    form.show()
    places = [cursor_over(form.body.document(), place) for place in (Range(2, 0, 5), Range(0, 0, 6))]
    form.margin.show_cards("comments", [NoteCard(number, place, "thread") for number, place in enumerate(places)])
    form.fit_margin()
    return form


def heights(margin: NoteMargin) -> list[int]:
    """Where the cards stand, in the order of the text."""
    margin.arrange()
    return [card.y() for card in margin.cards]


def baseline(form: StoryForm, card: NoteCard) -> int:
    """The height of a card's words."""
    assert card.place is not None
    return form.body.cursorRect(card.place).top()


def test_cards_stand_at_their_words_in_the_order_of_the_text(form: StoryForm) -> None:
    assert [card.key for card in form.margin.cards] == [1, 0]
    assert not form.margin.folded
    assert heights(form.margin) == [baseline(form, card) for card in form.margin.cards]


def test_a_card_follows_its_words_when_lines_come_above_it(form: StoryForm) -> None:
    before = heights(form.margin)
    QTextCursor(form.body.document()).insertText("More. " * 60)
    assert heights(form.margin)[1] > before[1]


def test_a_click_on_a_card_goes_to_its_words_and_a_cursor_in_them_back_to_it(form: StoryForm, qtbot: QtBot) -> None:
    first, last = form.margin.cards
    with qtbot.waitSignal(form.margin.gone_to, check_params_cb=lambda card: card is last):
        qtbot.mouseClick(last, Qt.MouseButton.LeftButton)
    assert form.body.textCursor().selectedText() == "Three"
    form.body.setTextCursor(cursor_over(form.body.document(), Range(0, 3, 3)))
    assert form.margin.active() is first
    assert (first.property("active"), last.property("active")) == (True, False)


def test_keys_go_from_card_to_card_and_round(form: StoryForm) -> None:
    keys = []
    for step in (form.margin.go_on, form.margin.go_on, form.margin.go_on, form.margin.go_back):
        step()
        active = form.margin.active()
        keys.append(active.key if active else None)
    assert keys == [1, 0, 1, 0]


def test_where_there_is_no_room_it_is_folded_and_says_which_card_is_meant(form: StoryForm, qtbot: QtBot) -> None:
    form.resize(400, 700)
    form.fit_margin()
    assert form.margin.folded
    with qtbot.waitSignal(form.margin.folded_chosen):
        form.margin.go_on()


def test_it_is_gone_in_focus_and_comes_back(form: StoryForm) -> None:
    form.show_text_alone(True)
    assert form.margin.folded
    form.show_text_alone(False)
    assert not form.margin.folded


def test_without_cards_the_text_has_all_the_room(form: StoryForm) -> None:
    form.margin.show_cards("comments", [])
    form.fit_margin()
    assert form.margin.folded
