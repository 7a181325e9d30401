"""The menu of a remark: suggestions come while it is open, words are kept, places ignored; the keyboard reaches all."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from db.style.style_rules import StyleRule
from db.values import Severity, SignedIn
from desktop.editor.proofreading.remark_menu import RemarkActions
from desktop.widgets.message import Message
from tests.desktop.editor.proofreading.conftest import AtOnce, ProofDesk


@pytest.fixture
def acts(desk: ProofDesk, editor: SignedIn) -> Iterator[RemarkActions]:
    owner = QWidget()
    yield RemarkActions(AtOnce(desk.newsroom), editor, desk.reader, owner)
    owner.deleteLater()


def opened(acts: RemarkActions, desk: ProofDesk, place: int) -> dict[str, QAction]:
    """The menu at a place of the body."""
    acts._popup(desk.reader.texts[1], place, QPoint())
    assert acts.menu is not None
    return {action.text(): action for action in acts.menu.actions() if action.isVisible()}


def test_a_suggestion_is_put_in_one_step_and_its_word_stays_bold(desk: ProofDesk, acts: RemarkActions) -> None:
    desk.show("Dues are recieved here.")
    cursor = desk.reader.texts[1].remark_at(10)
    assert cursor is not None
    desk.body.setTextCursor(cursor[0])
    desk.body.toggle("bold")
    assert desk.read() == ["recieved"]
    opened(acts, desk, 10)["received"].trigger()
    assert desk.body.toPlainText() == "Dues are received here."
    assert [span.bold for span in desk.body.read().blocks[0].spans] == [False, True, False]
    desk.body.undo()
    assert desk.body.toPlainText() == "Dues are recieved here."


def test_nothing_is_put_where_another_word_stands_by_now(desk: ProofDesk, acts: RemarkActions) -> None:
    desk.show("Dues are recieved here.")
    menu = opened(acts, desk, 10)
    cursor = desk.body.textCursor()
    cursor.setPosition(12)
    cursor.insertText("x")
    menu["received"].trigger()
    assert desk.body.toPlainText() == "Dues are recxieved here."


def test_a_word_is_kept_for_oneself_or_for_the_newsroom(desk: ProofDesk, acts: RemarkActions) -> None:
    desk.show("The wrods and teh end.")
    said: list[Message] = []
    acts.said.connect(said.append)
    opened(acts, desk, 5)["Add “wrods” for me"].trigger()
    opened(acts, desk, 15)["Add “teh” for the newsroom"].trigger()
    assert desk.newsroom.words.all("editor") == {"en": ["wrods"]}
    assert desk.newsroom.words.all() == {"en": ["teh"]}
    assert "“teh” is kept" in said[-1].sentence
    assert desk.read() == ["wrods"], "it is the editor's own, and the reporter reads"


def test_a_place_is_ignored_for_good(desk: ProofDesk, acts: RemarkActions) -> None:
    desk.show("The wrods and the wrods.")
    opened(acts, desk, 5)["Ignore here"].trigger()
    assert desk.read() == ["wrods"]
    assert opened(acts, desk, 5).keys().isdisjoint({"Ignore here"})


def test_a_reporter_keeps_no_words_for_the_newsroom(desk: ProofDesk, reporter: SignedIn) -> None:
    owner = QWidget()
    acts = RemarkActions(AtOnce(desk.newsroom), reporter, desk.reader, owner)
    desk.show("The wrods.")
    action = opened(acts, desk, 5)["Add “wrods” for the newsroom"]
    assert not action.isEnabled()
    assert "Only an editor" in action.toolTip()
    owner.deleteLater()


def test_the_keys_go_from_remark_to_remark_and_open_the_menu(desk: ProofDesk, acts: RemarkActions) -> None:
    desk.show("One rize two teh.")
    acts.go_on()
    assert desk.body.textCursor().selectedText() == "rize"
    acts.go_back()
    acts.open_menu()
    assert acts.menu is not None
    assert "Add “teh” for me" in [action.text() for action in acts.menu.actions()]


def test_where_all_is_well_that_is_said(desk: ProofDesk, acts: RemarkActions) -> None:
    desk.show("All is well.")
    said: list[Message] = []
    acts.said.connect(said.append)
    acts.go_on()
    acts.open_menu()
    assert [one.sentence for one in said] == ["Spelling and house style find nothing to remark in this story."] * 2


def test_a_read_only_text_offers_no_change(desk: ProofDesk, acts: RemarkActions) -> None:
    desk.show("Dues are recieved here.")
    desk.body.setReadOnly(True)
    assert not opened(acts, desk, 10)["received"].isEnabled()


@pytest.fixture
def rule(desk: ProofDesk, chief: SignedIn) -> str:
    """The name of a published rule."""
    name = desk.newsroom.stylebook.draft(StyleRule("in order to", "to", "Two words less."), actor=chief)
    desk.newsroom.stylebook.publish(name, actor=chief)
    return name


def test_what_house_style_prefers_is_put_by_one_click_and_counted(
    desk: ProofDesk, acts: RemarkActions, rule: str
) -> None:
    desk.show("In order to see.")
    menu = opened(acts, desk, 5)
    assert not menu["Two words less."].isEnabled()
    menu["To"].trigger()
    assert desk.body.toPlainText() == "To see."
    assert desk.newsroom.judgements.tallies()[rule].accepted == 1


def test_a_dismissed_remark_of_house_style_stays_so(desk: ProofDesk, acts: RemarkActions, rule: str) -> None:
    desk.show("In order to see.")
    opened(acts, desk, 5)["Dismiss here"].trigger()
    assert desk.read() == []
    assert desk.newsroom.judgements.tallies()[rule].dismissed == 1


def test_a_rule_that_stops_the_story_cannot_be_dismissed(desk: ProofDesk, acts: RemarkActions, chief: SignedIn) -> None:
    blocker = StyleRule("in order to", "to", severity=Severity.BLOCKER)
    desk.newsroom.stylebook.publish(desk.newsroom.stylebook.draft(blocker, actor=chief), actor=chief)
    desk.show("In order to see.")
    assert not opened(acts, desk, 5)["Dismiss here"].isEnabled()
