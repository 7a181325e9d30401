"""The main window: the board of the newsroom, new stories, import by menu and by dropping, export, both themes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from db.newsroom import Newsroom
from db.stages import Move, Role, Stage
from db.values import Account, Story, StoryText
from desktop.look.theme import ThemeChoice
from desktop.preferences.dialog import PreferencesDialog
from desktop.preferences.own import PasswordPage
from desktop.shell.window import MainWindow
from desktop.tasks import TaskRunner
from desktop.widgets.message import Message, Tone
from tests.db.conftest import signed_in
from tests.desktop.conftest import OpenWindow, open_in
from tests.desktop.editor.conftest import typed

COPY = "Ferry line to close for the winter\n\nBy Ida Holm\n\nThe ferry will stop on the first of December.\n"


def drop(window: MainWindow, *paths: Path) -> None:
    """Drop files on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(300, 300), copy, data, left, Qt.KeyboardModifier.NoModifier))


def test_the_board_has_a_column_for_each_stage_with_its_cards(
    open_window: OpenWindow, newsroom: Newsroom, draft: Story
) -> None:
    window = open_window("editor")
    columns = window.board_page.board.columns
    assert len(columns) == 3
    assert [column.list.model().rowCount() for column in columns] == [1, 0, 0]


def test_what_a_killed_export_left_is_told_by_the_next_window(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.shell.window.settle_unrecorded", lambda newsroom: ["It was taken away."])
    window = open_window("editor")
    qtbot.waitUntil(lambda: window.messages.message.sentence == "It was taken away.", timeout=10_000)


def test_files_dropped_become_drafts_and_bad_ones_are_named(
    open_window: OpenWindow, newsroom: Newsroom, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window("reporter")
    good, bad = tmp_path / "ferry.txt", tmp_path / "ferry.jpg"
    good.write_text(COPY, encoding="utf-8")
    bad.write_bytes(b"\xff\xd8\xff\xe0")
    with qtbot.waitSignal(window.board_page.loaded):
        drop(window, good, bad)
    story = newsroom.stories.get("ferry-line-close")
    assert (story.headline, story.stage, story.writer) == (
        "Ferry line to close for the winter",
        Stage.DRAFT,
        "reporter",
    )
    qtbot.waitUntil(lambda: window.messages.message.tone is Tone.REFUSED)
    assert "ferry.jpg is" in window.messages.message.sentence


def test_a_pdf_that_is_dropped_is_looked_at_and_no_story(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window("reporter")
    path = tmp_path / "ferry.PDF"
    path.write_bytes(b"%PDF-1.6")
    drop(window, path)
    (proof,) = window._proofs.windows
    qtbot.waitUntil(lambda: "not a PDF that can be read" in proof.none.why.text(), timeout=20_000)
    window.close()
    assert window._proofs.windows == []


def test_import_by_the_menu(
    open_window: OpenWindow, newsroom: Newsroom, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(COPY, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    window = open_window("reporter")
    with qtbot.waitSignal(window.board_page.loaded):
        window._actions["import_files"].trigger()
    assert newsroom.stories.get("ferry-line-close").words > 5


def test_nothing_empty_is_shown_while_a_story_is_opened(open_window: OpenWindow, draft: Story, qtbot: QtBot) -> None:
    window = open_window("reporter")
    with qtbot.waitSignal(window.story_page._work.opened, timeout=10_000):
        window.open_story(draft.id)
        assert not window.story_page.header.isVisible()
    assert window.story_page.header.isVisible()


def test_the_menu_of_a_card_offers_the_moves(open_window: OpenWindow, draft: Story, qtbot: QtBot) -> None:
    window = open_window("reporter")
    window.board_page.board.choose(draft.id)
    card = window.board_page.board.card()
    assert card is not None
    window.board_page.board.menu_wanted.emit([card.id], QPoint(10, 10))
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text().replace("&", "") for action in menu.actions()]
    assert {"Submit", "Spike…"} <= set(texts)
    menu.close()
    qtbot.waitUntil(lambda: not isValid(menu))


def test_what_another_program_does_shows(
    open_window: OpenWindow, newsroom: Newsroom, draft: Story, qtbot: QtBot
) -> None:
    from db.newsroom import open_newsroom

    window = open_window("editor")
    other = open_newsroom(newsroom.url)
    with qtbot.waitSignal(window.board_page.loaded, timeout=3000):
        other.stories.create(draft.text.with_(slug="from-elsewhere"), desk="City", actor=signed_in(other, "reporter"))
    other.close()
    assert "from-elsewhere" in {card.slug for card in window.board_page.board.cards()}


def test_the_inbox_shows_what_one_was_told_and_leads_to_it(
    open_window: OpenWindow, newsroom: Newsroom, draft: Story, editor: Account, reporter: Account, qtbot: QtBot
) -> None:
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=reporter, problems=[])
    newsroom.moves.make(Move.RETURN, draft.id, actor=editor, note="Who pays?", problems=[])
    inbox = open_window("reporter").board_page.inbox
    qtbot.waitUntil(lambda: inbox.unread == 1)
    action = inbox.menu().actions()[0]
    assert "Who pays?" in action.text()
    with qtbot.waitSignal(inbox.opened, check_params_cb=lambda number: number == draft.id):
        action.trigger()
    qtbot.waitUntil(lambda: newsroom.inbox.unread(reporter) == 0)


def test_the_search_finds_words_of_the_text(open_window: OpenWindow, draft: Story, qtbot: QtBot) -> None:
    window = open_window("editor")
    column = window.board_page.board.columns[0]
    window.board_page.header.search.setText("zeppelin")
    qtbot.waitUntil(lambda: not column.cards)
    window.board_page.header.search.setText("fourth flo")
    qtbot.waitUntil(lambda: [card.id for card in column.cards] == [draft.id])


@pytest.mark.parametrize("choice", [ThemeChoice.DARK, ThemeChoice.LIGHT])
def test_both_themes_dress_the_window(open_window: OpenWindow, draft: Story, choice: ThemeChoice, qtbot: QtBot) -> None:
    window = open_window("editor")
    window._appearance.choose(choice)
    picture = window.grab().toImage()
    expected = window._theme.color("window")
    assert picture.pixelColor(window.width() - 30, window.height() - 60) == expected
    window._appearance.choose(ThemeChoice.LIGHT)


def test_the_window_is_called_after_the_open_story(open_window: OpenWindow, draft: Story, qtbot: QtBot) -> None:
    window = open_window("reporter")
    before = window.windowTitle()
    with qtbot.waitSignal(window.story_page._work.opened, timeout=10_000):
        window.open_story(draft.id)
    assert window.windowTitle() == f"lane-lifts — {before}"
    window.show_board()
    assert window.windowTitle() == before


def test_closing_stores_what_is_being_typed(
    open_window: OpenWindow, newsroom: Newsroom, draft: Story, qtbot: QtBot
) -> None:
    window = open_window("reporter")
    with qtbot.waitSignal(window.story_page._work.looked, timeout=10_000):
        window.open_story(draft.id)
    window.story_page.form.headline.insertPlainText("Last words: ")
    window.close()
    assert newsroom.stories.get(draft.id).headline.startswith("Last words: ")


def test_a_story_begun_without_a_headline_shows_the_slug_of_its_first(
    open_window: OpenWindow, newsroom: Newsroom, reporter: Account, qtbot: QtBot
) -> None:
    story = newsroom.stories.create(StoryText(), desk="City", actor=reporter)
    window = open_window("reporter")
    open_in(window, story, qtbot)
    page = window.story_page
    typed(page.form.headline, "Old lane houses get lifts")
    with qtbot.waitSignal(page._work.saved):
        page._work.save()
    assert page.form.lines["slug"].text == "old-lane-houses"
    with qtbot.waitSignal(page._work.saved):
        typed(page.form.headline, "The ")
        page._work.save()
    assert newsroom.stories.get(story.id).slug == "old-lane-houses"


def test_a_renamed_desk_is_followed_by_the_board_and_an_open_story(
    open_window: OpenWindow, newsroom: Newsroom, draft: Story, qtbot: QtBot
) -> None:
    window = open_window("reporter")
    board = window.board_page
    assert (board.board.view.title, board.desk()) == ("City", "City")
    open_in(window, draft, qtbot)
    with qtbot.waitSignal(window.story_page._work.planned):
        newsroom.desks.rename("City", "Town", actor=signed_in(newsroom, "chief"))
    assert window.story_page.details.desk.currentText() == "Town"
    qtbot.waitUntil(lambda: board.board.view.title == "Town")
    assert board.desk() == "Town"
    window.show_board()
    qtbot.waitUntil(lambda: [card.desk for card in board.board.cards()] == ["Town"])


def test_a_desk_that_was_renamed_while_no_window_was_open_is_shown_by_its_new_name(
    open_window: OpenWindow, newsroom: Newsroom, qtbot: QtBot
) -> None:
    before = open_window("reporter")
    before.board_page.sidebar.choose("desk:Sport")
    before.close()
    newsroom.desks.rename("Sport", "Games", actor=signed_in(newsroom, "chief"))
    newsroom.desks.rename("City", "Sport", actor=signed_in(newsroom, "chief"))
    assert open_window("reporter").board_page.board.view.title == "Games"


def test_a_window_is_no_larger_than_its_screen(open_window: OpenWindow) -> None:
    window = open_window("reporter")
    room = window.screen().availableGeometry()
    window.move(room.bottomRight())
    window._fit_screen()
    assert window.pos() == room.topLeft()  # it fills the screen of the tests
    assert window.size() == window.size().boundedTo(room.size())
    assert window.minimumSize() == window.minimumSize().boundedTo(room.size())


def test_a_message_covers_no_card_of_the_board(
    open_window: OpenWindow, newsroom: Newsroom, draft: Story, reporter: Account, qtbot: QtBot
) -> None:
    made = [
        newsroom.stories.create(draft.text.with_(slug=f"s-{number}"), desk="City", actor=reporter)
        for number in range(20)
    ]
    window = open_window("reporter")
    window.messages.say(Message("1 story imported: s-0.", Tone.DONE, "Look…"))
    cards = window.board_page.board.columns[0].list

    def foot_of_chosen() -> int:
        return cards.viewport().mapToGlobal(cards.visualRect(cards.selectedIndexes()[0]).bottomLeft()).y()

    for story in (made[0], made[-1]):
        window.board_page.reveal(story.id)
        qtbot.waitUntil(lambda: foot_of_chosen() < window.messages.mapToGlobal(QPoint()).y())
    before = window.board_page.board.height()
    window.messages.hide()
    qtbot.waitUntil(lambda: window.board_page.board.height() > before)


def test_who_is_to_sign_and_has_no_key_is_led_to_where_a_password_is_set(
    open_window: OpenWindow, newsroom: Newsroom, qtbot: QtBot, runner: TaskRunner
) -> None:
    newsroom.accounts.add(login="ida", name="Ida Holm", role=Role.EDITOR, actor=signed_in(newsroom, "chief"))
    window = open_window("ida")
    assert "no key to sign approvals" in window.messages.message.sentence
    window.messages._action.click()
    dialog = window.findChild(PreferencesDialog)
    page = dialog.pages["password"]
    assert isinstance(page, PasswordPage)
    assert (page.isVisible(), page.old.isVisible(), page.change.text()) == (True, False, "Set a password")
    page.new.setText("ink and paper")
    page.again.setText("ink and paper")
    page.change.click()
    assert runner.wait()
    assert "Sign in with it once more" in dialog.said
    assert newsroom.accounts.sign_in("ida", "ink and paper").key is not None
    dialog.accept()


def test_who_signs_nothing_is_not_asked_for_a_password_at_each_start(open_window: OpenWindow) -> None:
    assert open_window("reporter").messages.isHidden()


def test_many_stories_are_looked_through_from_a_story_by_its_selected_words_and_what_is_found_is_opened(
    open_window: OpenWindow, newsroom: Newsroom, draft: Story, qtbot: QtBot
) -> None:
    window = open_window("editor")
    window.open_story(draft.id)
    qtbot.waitUntil(lambda: window.story_page.story is not None)
    window.story_page.form.headline.selectAll()
    window.story_page.form.headline.setFocus()
    window._actions["find_in_desk"].trigger()
    finder = window._find_in_desk
    assert finder is not None
    assert finder.form.words.text() == draft.headline
    window.show_board()
    qtbot.keyClick(finder.form.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not finder.running)
    qtbot.keyClick(finder.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.story_page.story_id == draft.id)
    window.close()
    assert not finder.isVisible()
