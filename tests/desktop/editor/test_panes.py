"""The panes of the story page: folded by a key, remembered for each person, gone while only the text is wanted."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.values import Account, Story
from desktop.editor.form import StoryForm
from desktop.editor.panes import StoryPanes
from desktop.editor.writing_view import WritingView
from desktop.settings import LocalSettings
from tests.desktop.editor.conftest import OpenPage

_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def test_page_and_details_fold_by_their_keys(
    open_page: OpenPage, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    for key, pane in ((Qt.Key.Key_P, page.preview), (Qt.Key.Key_D, page.details)):
        for seen in (False, True):
            qtbot.keyClick(page, key, _ALT)
            assert pane.isVisible() is seen


def test_what_is_folded_stays_so_for_its_person(
    open_page: OpenPage, reporter: Account, draft: Story, tmp_path: Path
) -> None:
    page, settings = open_page(reporter, draft), LocalSettings(tmp_path / "window.ini")
    StoryPanes(page, page.header, page.form, page.preview, page.details, settings, "ana").fold_page()
    again = StoryPanes(page, page.header, page.form, page.preview, page.details, settings, "ana")
    again.fit()
    assert not page.preview.isVisible()
    StoryPanes(page, page.header, page.form, page.preview, page.details, settings, "rui").fit()
    assert page.preview.isVisible()


def test_in_focus_all_but_the_text_is_gone_and_comes_back(
    open_page: OpenPage, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    others = (page.header, page.preview, page.details, page.form.toolbar, page.form.headline)
    qtbot.keyClick(page, Qt.Key.Key_F11)
    assert page.writing.view is WritingView.FOCUS
    assert [one for one in others if one.isVisible()] == []
    assert page.form.body.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_F11)
    assert page.writing.view is WritingView.GALLEY
    assert all(one.isVisible() for one in others)


def test_in_focus_the_line_that_is_written_in_stays_in_the_middle(
    open_page: OpenPage, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    page.writing.choose(WritingView.FOCUS)
    form = page.form
    for block in (0, 1):
        form.body.go_to(block)
        qtbot.waitUntil(lambda: abs(_height_of_cursor(form) - form._scroll.viewport().height() / 2) < 30)


def _height_of_cursor(form: StoryForm) -> int:
    rect = form.body.cursorRect()
    return int(form.body.viewport().mapTo(form._scroll.viewport(), rect.center()).y())


def test_in_little_room_the_details_take_the_place_of_the_text_until_they_lead_to_it(
    open_page: OpenPage, reporter: Account, draft: Story
) -> None:
    page = open_page(reporter, draft)
    page.setMinimumSize(1, 1)  # as in a window
    page.resize(504, 320)
    assert (page.form.isVisible(), page.details.isVisible(), page.header.details.isVisible()) == (True, False, True)
    page.header.details.click()
    assert (page.form.isVisible(), page.details.isVisible()) == (False, True)
    page.details.place_wanted.emit("headline")
    assert (page.form.isVisible(), page.details.isVisible()) == (True, False)
    page.resize(1280, 700)
    assert page.details.isVisible()
    assert page.header.details.isHidden()


def test_in_little_room_proof_and_giving_back_are_in_the_menu_behind_the_moves(
    open_page: OpenPage, reporter: Account, draft: Story
) -> None:
    page = open_page(reporter, draft)
    page.header.set_writing(True)
    page.setMinimumSize(1, 1)  # as in a window
    page.resize(504, 320)
    assert page.header.proof.isHidden()
    assert page.header.give_back.isHidden()
    said = [action.text().replace("&", "") for action in page.header.more.menu().actions()]
    assert said[-2:] == ["Give back", "Proof"]
    page.resize(1280, 700)
    assert page.header.give_back.isVisible()
