"""Help with the search: completion of filters, snippets on cards, searches saved for oneself and for all."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from db.document import Document
from db.newsroom import Newsroom
from db.story.card_lists import CardOrder
from db.story.snippets import SnippetPart
from db.values import Account, SignedIn, Story, StoryText
from desktop.board.search_field import FilterCompleter, SaveSearchDialog, filter_words
from desktop.board.snippet_line import shortened
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.shell.window import MainWindow
from desktop.tasks import TaskRunner
from tests.desktop.conftest import OpenWindow


def test_a_filter_is_completed_and_the_rest_of_the_search_stays(qtbot: QtBot) -> None:
    field = QLineEdit("lifts stage:dr")
    qtbot.addWidget(field)
    completer = FilterCompleter(filter_words(["City", "Foreign News"], ["Brief"], ["wu"]), field)
    completer.setCompletionPrefix(completer.splitPath(field.text())[0])
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "lifts stage:Draft"


def test_a_filter_is_offered_however_its_name_is_typed(qtbot: QtBot) -> None:
    field = QLineEdit("ferry -DESK:eco")
    qtbot.addWidget(field)
    completer = FilterCompleter(filter_words(["Économie", "Город"], [], []), field)
    completer.setCompletionPrefix(completer.splitPath(field.text())[0])
    assert completer.currentCompletion() == "ferry -desk:Économie"


def test_nothing_is_offered_behind_a_space(qtbot: QtBot) -> None:
    field = QLineEdit("lifts ")
    qtbot.addWidget(field)
    completer = FilterCompleter(filter_words(["City"], [], []), field)
    completer.setCompletionPrefix(completer.splitPath(field.text())[0])
    assert completer.completionCount() == 0


def test_a_desk_of_two_words_is_quoted() -> None:
    assert 'desk:"Foreign News"' in filter_words(["Foreign News"], [], [])


def test_the_newsrooms_kinds_are_offered() -> None:
    assert {"kind:", "kind:Brief"} < set(filter_words([], ["Brief"], []))


def test_a_long_beginning_is_cut_before_the_hit() -> None:
    pieces = [
        SnippetPart("… "),
        SnippetPart("Mrs Qian is 84 and lives on the "),
        SnippetPart("fourth", hit=True),
        SnippetPart(" floor"),
    ]
    assert "".join(piece.text for piece in shortened(pieces)) == "… and lives on the fourth floor"


def test_the_card_makes_room_for_its_snippet(open_window: OpenWindow, draft: Story, qtbot: QtBot) -> None:
    page = open_window("editor").board_page
    cards = page.board.columns[0].list
    qtbot.waitUntil(lambda: page.board.cards()[0].lines is not None, timeout=10_000)  # the card has its meter then
    before = cards.sizeHintForIndex(cards.model().index(0, 0)).height()
    page.header.search.setText("fourth floor")
    qtbot.waitUntil(lambda: draft.id in page.board.card_columns._delegate.snippets)
    assert cards.sizeHintForIndex(cards.model().index(0, 0)).height() > before
    qtbot.waitUntil(lambda: cards.visualRect(cards.model().index(0, 0)).height() > before)
    page.header.search.clear()
    qtbot.waitUntil(lambda: cards.visualRect(cards.model().index(0, 0)).height() == before)


def test_a_search_is_saved_run_and_forgotten(
    open_window: OpenWindow,
    newsroom: Newsroom,
    door: NewsroomDoor,
    runner: TaskRunner,
    theme: Theme,
    editor: Account,
    qtbot: QtBot,
) -> None:
    dialog = SaveSearchDialog(theme, door, editor, "desk:City lifts")
    qtbot.addWidget(dialog)
    dialog.go.click()
    assert dialog.refusal
    dialog.name.setText("Lifts")
    dialog.shared.setChecked(True)
    dialog.go.click()
    assert runner.wait()
    assert newsroom.search.saved("reporter") == {"Lifts": "desk:City lifts"}
    page = open_window("reporter").board_page
    page.saved.menu().aboutToShow.emit()
    assert runner.wait()
    page.saved.menu().actions()[0].trigger()
    assert page.header.search.text() == "desk:City lifts"
    page.saved._forget("Lifts")
    assert runner.wait()
    assert newsroom.search.saved("reporter") == {}


def test_a_saved_search_that_cannot_be_read_is_named_in_the_menu(
    open_window: OpenWindow, newsroom: Newsroom, runner: TaskRunner, editor: SignedIn
) -> None:
    newsroom.settings.set("searches:editor", 7, actor=editor)
    newsroom.search.save("Lifts", "desk:City lifts", actor=editor, shared=True)
    saved = open_window("editor").board_page.saved
    saved.menu().aboutToShow.emit()
    assert runner.wait()
    entry = saved.menu().actions()[1]
    assert ("cannot be" in entry.text() or "is none" in entry.text(), entry.isEnabled()) == (True, False)
    saved._forget("Lifts")
    assert runner.wait()
    assert newsroom.search.saved("editor") == {}


def test_enter_goes_on_to_the_cards_though_filters_are_offered(
    open_window: OpenWindow, draft: Story, qtbot: QtBot
) -> None:
    page = open_window("editor").board_page
    search = page.header.search
    search.setFocus()
    qtbot.keyClicks(search, "by")
    popup = search.completer().popup()
    assert popup.isVisible()
    with qtbot.waitSignal(page.header.search_left):
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert (popup.isVisible(), search.text()) == (False, "by")


def test_enter_takes_the_filter_that_was_chosen(open_window: OpenWindow, draft: Story, qtbot: QtBot) -> None:
    search = open_window("editor").board_page.header.search
    search.setFocus()
    qtbot.keyClicks(search, "by")
    popup = search.completer().popup()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert (popup.isVisible(), search.text()) == (False, "by:")


def test_the_best_stand_first_when_sorted_by_relevance(
    open_window: Callable[[str], MainWindow], newsroom: Newsroom, reporter: Account, qtbot: QtBot
) -> None:
    for slug, headline, body in (("best", "Ferry ferry", "Ferry."), ("other", "Lifts", "A ferry, and much else.")):
        text = StoryText(slug=slug, headline=headline, body=Document.from_paragraphs([body]))
        newsroom.stories.create(text, desk="City", actor=reporter)
    window = open_window("editor")
    page = window.board_page
    page.sidebar.choose("desk:City")
    page.header.search.setText("ferry")
    page.board.head._on_sort(_entry(CardOrder.RELEVANCE))
    qtbot.waitUntil(lambda: [card.slug for card in page.board.cards()] == ["best", "other"], timeout=10_000)
    page.board.head._on_sort(_entry(CardOrder.CHANGED))
    qtbot.waitUntil(lambda: [card.slug for card in page.board.cards()] == ["other", "best"], timeout=10_000)


def _entry(sort: CardOrder) -> QAction:
    action = QAction()
    action.setData(sort.value)
    return action


def test_every_filter_that_is_offered_is_seen_whole(open_window: Callable[[str], MainWindow], qtbot: QtBot) -> None:
    field = open_window("editor").board_page.header.search
    field.setFocus()
    qtbot.keyClicks(field, "st")
    popup = field.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    assert popup.model().rowCount() == 6
    assert popup.verticalScrollBar().maximum() == 0
    popup.hide()


def test_what_is_found_in_other_views_is_a_click_away(
    open_window: Callable[[str], MainWindow], newsroom: Newsroom, draft: Story, reporter: Account, qtbot: QtBot
) -> None:
    text = draft.text.with_(slug="rowing", headline="Rowers wait for a lift")
    newsroom.stories.create(text, desk="Sport", actor=reporter)
    page = open_window("editor").board_page
    page.sidebar.choose("desk:Sport")
    page.header.search.setText("lane")
    qtbot.waitUntil(page.elsewhere.isVisible)
    assert page.elsewhere.text() == "1 more in all desks"
    page.elsewhere.click()
    qtbot.waitUntil(lambda: {card.slug for card in page.board.cards()} == {"lane-lifts", "rowing"})
    assert page.elsewhere.isHidden()
