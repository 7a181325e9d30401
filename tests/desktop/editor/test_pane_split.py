"""The panes of a story side by side, on wide screens and small ones."""

from db.values import Account, Story
from tests.desktop.editor.conftest import OpenPage


def test_in_a_wide_window_lines_stay_readable_and_the_page_takes_the_room(
    open_page: OpenPage, reporter: Account, draft: Story
) -> None:
    page = open_page(reporter, draft)
    page.resize(2400, 1000)
    assert page.form.body.width() <= 700
    assert page.preview.width() > 1200


def test_on_a_small_screen_the_text_has_the_room_of_the_page(
    open_page: OpenPage, reporter: Account, draft: Story
) -> None:
    page = open_page(reporter, draft)
    for width, beside in ((800, False), (1280, True)):
        page.resize(width, 500)
        assert page.preview.isVisible() is beside
