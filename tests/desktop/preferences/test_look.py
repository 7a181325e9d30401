"""One's own look of the program: chosen in the settings, it is what menus and keys choose."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.editor.writing_view import WritingView
from desktop.look.theme import ThemeChoice
from desktop.preferences.dialog import PreferencesDialog
from desktop.preferences.look import LookPage
from desktop.shell.window import MainWindow
from tests.desktop.conftest import OpenWindow


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """The reporter's window."""
    return open_window("reporter")


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> LookPage:
    """The page, in the settings that were opened from that window."""
    window._care.show_settings()
    (dialog,) = (
        one for one in QApplication.topLevelWidgets() if isinstance(one, PreferencesDialog) and one.isVisible()
    )
    qtbot.addWidget(dialog)
    page = dialog.pages["look"]
    assert isinstance(page, LookPage)
    return page


def test_a_theme_is_chosen_in_the_settings_as_in_the_menu(
    window: MainWindow, page: LookPage, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: window._appearance.choose(ThemeChoice.LIGHT))
    themes, languages = page.choices
    assert (themes.currentText(), languages.itemText(1)) == ("Light", "English")
    dark = themes.findText("Dark")
    themes.setCurrentIndex(dark)
    themes.activated.emit(dark)
    assert window._appearance.choice is window._settings.theme is ThemeChoice.DARK
    assert [action.text() for action in window._menu.choices[0].actions() if action.isChecked()] == ["Dark"]


def test_the_language_is_asked_for_at_once(window: MainWindow, page: LookPage, qtbot: QtBot) -> None:
    languages = page.choices[1]
    with qtbot.waitSignal(window.language_wanted):
        languages.activated.emit(languages.findText("English"))


def test_how_stories_are_written_is_shown_and_changed(window: MainWindow, page: LookPage) -> None:
    writing = window.story_page.writing
    assert (page.view.currentData(), page.pixels.value()) == (writing.view, writing.size)
    wide = page.view.findData(WritingView.WIDE)
    page.view.activated.emit(wide)
    page.pixels.setValue(24)
    assert (writing.view, writing.size) == (WritingView.WIDE, 24)
    assert window._settings.view_of("reporter", "view") == "wide"
