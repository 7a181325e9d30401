"""The command palette: whatever can be done is found by a few letters, and done by the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.stages import Move, Stage
from db.values import Account, Story
from desktop.look.theme import Theme
from desktop.shell.actions import ACTIONS
from desktop.shell.palette import Palette, PaletteEntry
from desktop.shell.window import MainWindow
from desktop.widgets.move_menu import MOVE_KEYS
from tests.desktop.conftest import OpenWindow


def opened(window: MainWindow) -> Palette:
    """The palette of a window."""
    window._actions["palette"].trigger()
    return window.findChildren(Palette)[-1]


def titles(palette: Palette) -> list[str]:
    return [entry.title for entry in palette.entries]


@pytest.fixture
def window(open_window: OpenWindow, draft: Story) -> MainWindow:
    """An editor's, with the draft selected."""
    window = open_window("editor")
    window.board_page.board.choose(draft.id)
    return window


def test_moves_of_what_is_selected_are_offered_and_made(window: MainWindow, newsroom: Newsroom, qtbot: QtBot) -> None:
    palette = opened(window)
    palette.field.setText("subm lane")

    def offered() -> None:
        assert titles(palette)[:1] == ["Submit lane-lifts"]

    qtbot.waitUntil(offered)
    assert palette.entries[0].hint == MOVE_KEYS[Move.SUBMIT]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isHidden()
    qtbot.waitUntil(lambda: newsroom.stories.get("lane-lifts").stage is Stage.EDIT)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("lane li", "lane-lifts · Old lane houses get lifts"), ("wu jing", "Stories by Wu Jing"),
        ("settings writ", "Settings: Writing"), ("keyb", "Keyboard shortcuts"), ("my work", "My work"),
        ("tonight", "Front page tonight"),
    ],
)  # fmt: skip
def test_stories_people_views_settings_and_searches_are_found(
    window: MainWindow, newsroom: Newsroom, editor: Account, typed: str, title: str, qtbot: QtBot
) -> None:
    newsroom.search.save("Front page tonight", "due:today", actor=editor)
    palette = opened(window)
    palette.field.setText(typed)
    qtbot.waitUntil(lambda: title in titles(palette))


def test_a_person_leads_to_their_stories_in_all_desks(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window)
    palette.field.setText("wu jing")
    qtbot.waitUntil(lambda: "Stories by Wu Jing" in titles(palette))
    next(entry for entry in palette.entries if entry.title == "Stories by Wu Jing").run()
    assert (window.board_page.board.view.key, window.board_page.header.search.text()) == ("desks", "by:reporter ")


def test_up_and_down_go_through_what_fits_and_what_cannot_be_done_says_why(theme: Theme, qtbot: QtBot) -> None:
    done = list[str]()
    entries = [
        PaletteEntry("Kill ferry", lambda: done.append("kill"), why_not="Only the chief may kill a story."),
        PaletteEntry("First", lambda: done.append("first")), PaletteEntry("Second", lambda: done.append("second")),
    ]  # fmt: skip
    window = QMainWindow()
    qtbot.addWidget(window)
    palette = Palette(theme, entries, window)
    assert titles(palette) == ["First", "Second", "Kill ferry"]
    for _ in range(2):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert done == []
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert done == ["second"]


@pytest.mark.parametrize(
    ("typed", "title"), [("dark", "Theme: Dark"), ("chinese", "Language: 简体中文"), ("language", "Language: English")]
)
def test_theme_and_language_are_found_and_chosen(window: MainWindow, typed: str, title: str) -> None:
    palette = opened(window)
    palette.field.setText(typed)
    assert title in titles(palette)


def test_where_nothing_fits_it_says_so(theme: Theme, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    palette = Palette(theme, [PaletteEntry("First", lambda: None)], window)
    assert palette.none.isHidden()
    palette.field.setText("zzz")
    assert (palette.none.isHidden(), palette.none.text()) == (False, "Nothing found")


def test_escape_ends_it(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window)
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert palette.isHidden()


def test_every_act_of_the_window_has_a_key_and_no_key_is_for_two() -> None:
    keys = [spec.shortcut for spec in ACTIONS] + list(MOVE_KEYS.values())
    assert all(keys)
    assert len(set(keys)) == len(keys)


def test_a_move_by_its_key_is_of_what_is_selected_or_says_why_not(
    window: MainWindow, newsroom: Newsroom, draft: Story, qtbot: QtBot
) -> None:
    window._move_keys.actions[Move.APPROVE].trigger()
    qtbot.waitUntil(lambda: "cannot be approved" in window.messages.message.sentence)
    window._move_keys.actions[Move.SUBMIT].trigger()
    qtbot.waitUntil(lambda: newsroom.stories.get(draft.id).stage is Stage.EDIT)


def test_a_move_by_its_key_is_of_the_open_story(
    open_window: OpenWindow, newsroom: Newsroom, draft: Story, qtbot: QtBot
) -> None:
    window = open_window("reporter")
    with qtbot.waitSignal(window.story_page._work.looked, timeout=10_000):
        window.open_story(draft.id)
    window._move_keys.actions[Move.SUBMIT].trigger()
    qtbot.waitUntil(lambda: newsroom.stories.get(draft.id).stage is Stage.EDIT)


def test_f6_goes_from_pane_to_pane_and_round(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    page = window.board_page
    page.header.search.setFocus()
    for pane in (page.sidebar, page.board, page.header.search):
        window._actions["next_pane"].trigger()
        focus = window.focusWidget()
        assert focus is pane or pane.isAncestorOf(focus)
    window._actions["previous_pane"].trigger()
    assert page.board.isAncestorOf(window.focusWidget())
