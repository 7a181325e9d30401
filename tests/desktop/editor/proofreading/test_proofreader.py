"""What is remarked while one writes: changed paragraphs alone, no word that is being typed, names after three times."""

from functools import partial
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.document import Document
from db.style import rule_matching
from db.style.judgements import Quote
from db.style.style_rules import StyleRule
from db.values import SignedIn
from tests.desktop.editor.proofreading.conftest import ProofDesk
from tests.exports.spelling.conftest import written

AT_END = QTextCursor.MoveOperation.End


def test_words_nobody_knows_are_remarked_in_all_fields(desk: ProofDesk) -> None:
    desk.show("The harbor dues rize.", "All is well.", "Teh end.", headline="Dues to rize")
    assert desk.read() == ["rize", "rize", "Teh"]
    assert desk.reader.count == 3


def test_a_language_without_a_dictionary_is_not_checked(desk: ProofDesk) -> None:
    desk.show("The harbor dues rize.", language="zh")
    assert desk.read() == []
    desk.show("Las tarfias del puerto suben.", language="es")
    assert desk.read() == ["tarfias"]


def test_words_in_another_language_are_held_against_that(desk: ProofDesk) -> None:
    desk.show("The harbor of las tarfias del puerto rize.")
    assert desk.read() == ["las", "tarfias", "del", "puerto", "rize"]
    cursor = desk.body.textCursor()
    cursor.setPosition(14)
    cursor.setPosition(36, QTextCursor.MoveMode.KeepAnchor)
    desk.body.setTextCursor(cursor)
    desk.body.set_language("es")
    assert desk.read() == ["tarfias", "rize"]
    assert [one.language for _, one in desk.reader.texts[1].all_shown()] == ["es", ""]
    desk.body.set_language("zh")
    assert desk.read() == ["rize"], "there is no dictionary for it"
    desk.body.undo()
    assert desk.read() == ["tarfias", "rize"]


def test_who_wants_no_spelling_has_none(desk: ProofDesk) -> None:
    desk.habits.spelling = False
    desk.show("The harbor dues rize.")
    assert desk.read() == []
    desk.habits.spelling = True
    desk.reader.refresh()
    assert desk.read() == ["rize"]


def test_a_key_has_its_own_paragraph_looked_at(desk: ProofDesk) -> None:
    desk.show("The harbor dues rize.", "All is well.")
    with patch.object(type(desk.reader.standards), "remarks", autospec=True, return_value=()) as looked:
        desk.body.textCursor().insertText("So ")
        desk.read()
    assert [call.args[1] for call in looked.call_args_list] == ["So The harbor dues rize."]


def test_marks_move_with_their_words_before_they_are_looked_at_again(desk: ProofDesk) -> None:
    desk.show("The harbor dues rize in teh bay.")
    text, cursor = desk.reader.texts[1], desk.body.textCursor()
    cursor.setPosition(4)
    cursor.insertText("new ")
    places = [(one.start, one.end) for _, one in text.all_shown()]
    assert [desk.body.toPlainText()[start:end] for start, end in places] == ["rize", "teh"]


def test_paragraphs_parted_joined_and_taken_out_keep_their_marks(desk: ProofDesk) -> None:
    desk.show("One rize two.", "Three teh four.", "Five wrods six.")
    cursor = desk.body.textCursor()
    cursor.setPosition(4)
    cursor.insertBlock()
    assert desk.read() == ["rize", "teh", "wrods"]
    desk.body.undo()
    assert desk.read() == ["rize", "teh", "wrods"]
    cursor.setPosition(0)
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    assert desk.read() == ["teh", "wrods"]
    desk.body.fill(Document())
    assert desk.read() == []


def test_the_word_that_is_being_typed_is_not_remarked_before_it_is_left(desk: ProofDesk, qtbot: QtBot) -> None:
    desk.show("All is well")
    desk.body.show()
    with qtbot.waitActive(desk.body):
        desk.body.activateWindow()
    desk.body.setFocus()
    desk.body.moveCursor(AT_END)
    QTest.keyClicks(desk.body, " wrnog")
    assert desk.read() == []
    QTest.keyClick(desk.body, Qt.Key.Key_Home)
    assert desk.read() == ["wrnog"]


def test_the_last_word_of_a_field_is_remarked_once_the_field_is_left(desk: ProofDesk, qtbot: QtBot) -> None:
    desk.show("All is well")
    desk.body.show()
    with qtbot.waitActive(desk.body):
        desk.body.activateWindow()
    desk.body.setFocus()
    desk.body.moveCursor(AT_END)
    QTest.keyClicks(desk.body, " wrnog")
    assert desk.read() == []
    desk.body.clearFocus()
    assert desk.read() == ["wrnog"]


def test_a_capitalised_word_used_three_times_is_a_name_in_the_whole_story(desk: ProofDesk) -> None:
    desk.show("Tradrauck came.", "Tradrauck went.")
    assert desk.read() == ["Tradrauck", "Tradrauck"]
    desk.headline.insertPlainText("Tradrauck returns")
    assert desk.read() == []


def test_a_near_miss_of_a_known_name_is_always_remarked(desk: ProofDesk, editor: SignedIn) -> None:
    desk.newsroom.words.add("Tradrauck", language="en", actor=editor, own=False)
    desk.show("Tradrauk came. Tradrauk saw. Tradrauk went home to Tradrauck.")
    assert desk.read() == ["Tradrauk"] * 3


def test_kept_words_and_ignored_ones_are_heeded_at_once(desk: ProofDesk, reporter: SignedIn) -> None:
    desk.show("The paywalll and the wrods, and the wrods.")
    assert desk.read() == ["paywalll", "wrods", "wrods"]
    desk.newsroom.words.add("paywalll", language="en", actor=reporter, own=True)
    desk.newsroom.judgements.dismiss(desk.story.id, Quote.of(desk.body.toPlainText(), 21, 26), actor=reporter)
    desk.reader.heed(frozenset({"words"}))
    assert desk.read() == ["wrods"]


def test_offsets_are_right_behind_characters_that_take_two_places(desk: ProofDesk) -> None:
    desk.show("😀😀 rize now")
    cursor = next(iter(desk.reader.texts[1].all_shown()))
    text = desk.reader.texts[1]
    assert text.cursor_over(*cursor).selectedText() == "rize"


def test_the_next_remark_is_found_in_all_fields_and_round_again(
    desk: ProofDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.show("One rize two teh.", headline="Wrods")
    words = []
    for _ in range(4):
        found = desk.reader.next(1)
        assert found is not None
        text, place, remark = found
        words.append(remark.quote.text)
        text.edit.setTextCursor(text.cursor_over(place, remark))
        monkeypatch.setattr(desk.reader, "here", partial(desk.reader.texts.index, text))
    assert words == ["rize", "teh", "Wrods", "rize"]
    back = desk.reader.next(-1)
    assert back is not None
    assert back[2].quote.text == "Wrods"


def test_where_nothing_is_remarked_there_is_no_next(desk: ProofDesk) -> None:
    desk.show("All is well.")
    assert desk.reader.next(1) is None


def test_house_style_is_remarked_in_the_stories_it_holds_in(desk: ProofDesk, chief: SignedIn) -> None:
    book = desk.newsroom.stylebook
    for rule in (StyleRule("in order to", "to", language="en"), StyleRule("city", desk="City"), StyleRule("sail")):
        book.publish(book.draft(rule, actor=chief), actor=chief)
    desk.show("In order to sail to the city.")
    assert desk.read() == ["In order to", "sail", "city"]
    desk.habits.style = False
    desk.reader.refresh()
    assert desk.read() == []


def test_a_rule_that_runs_wild_is_switched_off_for_everybody(
    desk: ProofDesk, chief: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = desk.newsroom.stylebook
    name = book.draft(StyleRule("sail"), actor=chief)
    book.publish(name, actor=chief)
    told: list[str] = []
    desk.reader.switched_off.connect(told.append)
    monkeypatch.setattr(rule_matching, "WILD_SECONDS", -1.0)
    desk.show("We sail.")
    assert told == [name]
    assert book.need(name).off.startswith("It took")
    assert book.published("en-US", "City") == []


def test_a_dictionary_that_was_added_is_read_once_the_settings_are_closed(
    desk: ProofDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.reader._dictionaries, "folders", (tmp_path,))
    desk.show("Das Haus und der Hfaen.", language="de")
    assert desk.read() == []
    written(tmp_path / "de", ("das", "Haus", "und", "der"))
    desk.reader.read_dictionaries()
    assert desk.read() == ["Hfaen"]
