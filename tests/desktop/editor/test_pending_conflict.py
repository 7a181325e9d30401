"""A choice that was put off is asked for again: at once, or at the next start."""

from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom, open_newsroom
from db.text.merge import KeptPlaces
from db.values import Account, Story
from desktop.editor.conflict_dialog import ConflictDialog
from desktop.editor.page import StoryPage
from desktop.editor.session.saving import save_story
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor, read_facts
from desktop.tasks import TaskRunner
from tests.db.conftest import signed_in
from tests.desktop.editor.conftest import OpenPage


def test_a_choice_put_off_can_be_made_later(
    open_page: OpenPage, both_changed: Story, reporter: Account, qtbot: QtBot
) -> None:
    page = open_page(reporter, both_changed)
    first = page.findChild(ConflictDialog)
    assert first is not None
    first.cancel.click()
    assert "Choose" in page.form.banner.text()
    page.form.banner.linkActivated.emit("choose")
    again = next(one for one in page.findChildren(ConflictDialog) if one is not first)
    again.choose_all(KeptPlaces.THEIRS)
    with qtbot.waitSignal(page._work.said, timeout=10_000):
        again.go.click()
    qtbot.waitUntil(lambda: page.form.dek.text == "Theirs")


def put_it_off(page: StoryPage, story: Story, qtbot: QtBot) -> None:
    """Open a story in which something was met, decide later, type on, and go."""
    with qtbot.waitSignal(page._work.looked, timeout=10_000):
        page.open_story(story.id)
    dialog = page.findChild(ConflictDialog)
    assert dialog is not None
    dialog.cancel.click()
    page.form.headline.fill("Typed on")
    page._work.touched()
    page.close_story()
    assert page._door._runner.wait()


def test_a_choice_put_off_waits_when_the_program_is_started_again(
    newsroom: Newsroom, both_changed: Story, reporter: Account, runner: TaskRunner, theme: Theme, qtbot: QtBot
) -> None:
    draft = both_changed
    first = StoryPage(NewsroomDoor(newsroom, runner, read_facts(newsroom)), reporter, theme)
    qtbot.addWidget(first)
    put_it_off(first, draft, qtbot)
    assert newsroom.stories.get(draft.id).dek == "Mine"
    again = open_newsroom(newsroom.url)
    page = StoryPage(NewsroomDoor(again, runner, read_facts(again)), signed_in(again, "reporter"), theme)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page._work.looked, timeout=10_000):
        page.open_story(draft.id)
    assert page.findChild(ConflictDialog) is None
    assert "Nora Lin" in page.form.banner.text()
    page.form.banner.linkActivated.emit("choose")
    dialog = page.findChild(ConflictDialog)
    assert dialog is not None
    dialog.choose_all(KeptPlaces.THEIRS)
    with qtbot.waitSignal(page._work.looked, timeout=10_000):
        dialog.go.click()
    assert (page.form.dek.text, page.form.headline.text) == ("Theirs", "Typed on")
    assert not page.form.banner.isVisible()
    assert newsroom.choices.open(draft.id, actor=reporter) == []
    page.close_story()
    assert runner.wait()
    again.close()


def test_nothing_is_asked_when_what_was_typed_says_the_same(
    newsroom: Newsroom, draft: Story, reporter: Account, editor: Account, runner: TaskRunner, theme: Theme, qtbot: QtBot
) -> None:
    newsroom.stories.save(draft.id, draft.text.with_(dek="Theirs"), actor=editor, base=draft.version)
    save_story(newsroom, draft, draft.text.with_(dek="Mine"), reporter)
    page = StoryPage(NewsroomDoor(newsroom, runner, read_facts(newsroom)), reporter, theme)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page._work.looked, timeout=10_000):
        page.open_story(draft.id)
    page.form.dek.fill("Theirs")
    page.form.banner.linkActivated.emit("choose")
    assert page.findChild(ConflictDialog) is None
    assert runner.wait()
    assert newsroom.choices.open(draft.id, actor=reporter) == []
