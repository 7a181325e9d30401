"""The banner over the text: why one only reads, who writes, and the way out as a link."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Account, Story
from desktop.localization import clock
from tests.db.conftest import signed_in
from tests.desktop.editor.conftest import OpenPage, typed


def test_whoever_may_not_write_reads_and_is_told_why(open_page: OpenPage, newsroom: Newsroom, draft: Story) -> None:
    page = open_page(signed_in(newsroom, "production"), draft)
    assert page.form.body.isReadOnly()
    assert page.form.headline.isReadOnly()
    assert "Only its writer or an editor" in page.form.banner.text()


def test_a_story_another_writes_in_can_be_taken_over_by_an_editor(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot
) -> None:
    newsroom.claims.take(draft.id, actor=reporter)
    page = open_page(editor, draft)
    assert page.form.body.isReadOnly()
    assert "Wu Jing is writing" in page.form.banner.text()
    with qtbot.waitSignal(page._work.opened):
        page.form.banner.linkActivated.emit("take")
    assert not page.form.body.isReadOnly()


def test_who_lost_a_story_copies_their_text_or_sees_it_as_it_is_now(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    typed(page.form.headline, "Mine: ")
    newsroom.claims.take_over(draft.id, actor=editor)
    with qtbot.waitSignal(page.message) as said:
        page.refresh()
    assert said.args[0].action == "Copy my text"
    said.args[0].act()
    assert QApplication.clipboard().text().startswith("Mine: Old lane houses get lifts\n\n")
    with qtbot.waitSignal(page._work.opened):
        page.form.banner.linkActivated.emit("now")
    assert page.form.body.isReadOnly()
    assert "Nora Lin is writing in" in page.form.banner.text()


def test_a_story_is_given_back_by_hand_and_claimed_again(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    typed(page.form.body, "吴静 ")
    with qtbot.waitSignal(page._work.looked, timeout=10_000):
        page.header.give_back.click()
    qtbot.waitUntil(lambda: "let go of this story" in page.form.banner.text(), timeout=10_000)
    story = newsroom.stories.get(draft.id)
    assert story.claim is None
    assert "吴静" in story.body.body_text
    assert page.form.body.isReadOnly()
    assert not page.header.give_back.isVisible()
    page.form.banner.linkActivated.emit("write")
    qtbot.waitUntil(lambda: not page.form.body.isReadOnly(), timeout=10_000)
    assert newsroom.stories.get(draft.id).claim is not None


def test_who_holds_a_story_is_told_and_since_when(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story
) -> None:
    claim = newsroom.claims.take(draft.id, actor=reporter)
    page = open_page(editor, draft)
    assert f"Wu Jing is writing in lane-lifts, since {clock(claim.since)}." in page.form.banner.text()


def test_who_reads_while_another_types_is_told_which_revision_that_is(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot
) -> None:
    newsroom.claims.take(draft.id, actor=reporter)
    newsroom.stories.keep(draft.id, draft.text.with_(dek="Half a"), actor=reporter, base=draft.version)
    page = open_page(editor, draft)
    assert f"You read revision {draft.version}; what is typed now is not in it yet." in page.form.banner.text()
    with qtbot.waitSignal(page.status_changed) as shown:
        page.status.notify()
    assert shown.args[1].startswith(f"Revision {draft.version}, ")
