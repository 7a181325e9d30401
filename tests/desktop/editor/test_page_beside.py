"""The page beside the text follows the cursor, and a click on it leads back."""

from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Account, Story
from desktop.editor.page import StoryPage
from tests.db.conftest import signed_in
from tests.desktop.editor.conftest import OpenPage


def opened(open_page: OpenPage, reporter: Account, draft: Story) -> StoryPage:
    """The page of the draft with its cursor at the beginning."""
    page = open_page(reporter, draft)
    page.form.body.go_to(0)
    return page


def test_the_line_of_the_cursor_is_marked(open_page: OpenPage, reporter: Account, draft: Story) -> None:
    page = opened(open_page, reporter, draft)
    first = page.preview.page_view._mark
    page.form.body.go_to(1)
    second = page.preview.page_view._mark
    assert first is not None
    assert second is not None
    assert second[1] != first[1]


def test_a_click_on_a_line_puts_the_cursor_into_it(
    open_page: OpenPage, reporter: Account, draft: Story, newsroom: Newsroom, qtbot: QtBot
) -> None:
    page = opened(open_page, reporter, draft)
    view = page.preview.page_view
    line = next(line for line in view._sheets[0].lines if line.block == 1)
    view.clicked.emit(0, QPointF(line.x + line.width / 2, line.y - 2))
    cursor = page.form.body.textCursor()
    assert cursor.blockNumber() == 1
    assert line.start < cursor.positionInBlock() < line.end


def test_a_click_on_the_headline_goes_to_its_field(
    open_page: OpenPage, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    page = opened(open_page, reporter, draft)
    view = page.preview.page_view
    line = next(line for line in view._sheets[0].uncounted if line.field == "headline")
    view.clicked.emit(0, QPointF(line.x + 5, line.y - 5))
    assert page.focusWidget() is page.form.headline


def test_no_proof_of_a_story_is_shown_once_another_is_opened(
    open_page: OpenPage, reporter: Account, draft: Story, newsroom: Newsroom, qtbot: QtBot
) -> None:
    other = newsroom.stories.create(draft.text.with_(slug="other"), desk="City", actor=reporter)
    page = opened(open_page, reporter, draft)
    document = page.preview._document
    page.preview.proof.click()
    qtbot.waitUntil(lambda: document.pageCount() == 1, timeout=20_000)
    page.preview.proof_wanted.emit()
    page.open_story(other.id)
    assert (document.pageCount(), page._beside._making.cancelled) == (0, True)
    qtbot.waitUntil(lambda: document.pageCount() == 1, timeout=20_000)


def test_how_the_headline_stands_on_the_page_is_said_over_it(
    open_page: OpenPage, reporter: Account, draft: Story
) -> None:
    page = opened(open_page, reporter, draft)
    assert page.form._labelled["headline"]._remark.text() == "3 lines of 1 column · fits"
    page.form.headline.insertPlainText("Donaudampfschifffahrtsgesellschaftskapitän ")
    assert page.form._labelled["headline"]._remark.text().endswith("a word is too wide")


def test_a_field_tells_how_much_it_has_of_what_its_desk_allows(
    open_page: OpenPage, reporter: Account, draft: Story, newsroom: Newsroom
) -> None:
    newsroom.limits.set("headline-longest", 30, actor=signed_in(newsroom, "chief"), desk=draft.desk)
    page = opened(open_page, reporter, draft)
    headline, dek = page.form._labelled["headline"]._remark, page.form._labelled["dek"]._remark
    assert headline.text().endswith("fits · 25 of 30")
    assert (headline.property("tone"), dek.text()) == ("muted", "")
    page.form.headline.insertPlainText("Lucky ")
    assert headline.text().endswith("31 of 30")
    assert headline.property("tone") == "bad"


def test_the_proof_is_made_when_it_is_looked_at(
    open_page: OpenPage, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    page = opened(open_page, reporter, draft)
    assert page.preview._document.pageCount() == 0
    page.preview.proof.click()
    qtbot.waitUntil(lambda: page.preview._document.pageCount() == 1, timeout=10_000)
    assert page.preview.view.isVisible()
