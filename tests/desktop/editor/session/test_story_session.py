"""Whatever the newsroom answers while somebody types, each key is stored or on the screen; reading claims nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.errors import NewsroomError
from db.newsroom import Newsroom
from db.stages import Move, Stage
from db.values import Account, Story, StoryText, WorkingCopy
from desktop.editor.conflict_dialog import ConflictDialog
from desktop.editor.page import StoryPage
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor, read_facts
from desktop.tasks import TaskRunner
from desktop.widgets.message import Message
from tests.desktop.editor.conftest import typed

OpenPage = Callable[[Account, Story], StoryPage]


@pytest.fixture
def said() -> list[Message]:
    """What the page told, in order."""
    return []


@pytest.fixture
def open_page(qtbot: QtBot, newsroom: Newsroom, runner: TaskRunner, theme: Theme, said: list[Message]) -> OpenPage:
    """Opens a story for a person. Its page lives until the test is over."""
    pages = []

    def make(account: Account, story: Story) -> StoryPage:
        page = StoryPage(NewsroomDoor(newsroom, runner, read_facts(newsroom)), account, theme)
        pages.append(page)
        qtbot.addWidget(page)
        page.message.connect(said.append)
        page.resize(1280, 500)
        page.show()
        with qtbot.waitSignal(page._work.opened, timeout=10_000):
            page.open_story(story.id)
        return page

    return make


@contextmanager
def slow(runner: TaskRunner) -> Iterator[None]:
    """Inside, the newsroom takes its time: nothing that is written is answered."""
    gate = Event()
    runner.run(gate.wait, in_order=True)
    try:
        yield
    finally:
        gate.set()


def stored(newsroom: Newsroom, story: Story, account: Account) -> str:
    """The body as it was kept, or saved."""
    copy = newsroom.stories.working_copy(story.id, actor=account)
    return (copy.text if copy else newsroom.stories.get(story.id)).body.body_text


def begin(page: StoryPage, words: str, qtbot: QtBot) -> None:
    """Type something at the end, and wait until it is claimed and stored."""
    page.form.body.moveCursor(QTextCursor.MoveOperation.End)
    with qtbot.waitSignals([page._work.claimed, page._work.kept], timeout=10_000):
        typed(page.form.body, words)


def test_what_is_typed_after_saving_stays_on_the_screen_and_is_stored(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, runner: TaskRunner, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    begin(page, " One", qtbot)
    with qtbot.waitSignal(page._work.saved, timeout=10_000), slow(runner):
        page._work.save()
        typed(page.form.body, " two")
    assert newsroom.stories.get(draft.id).body.body_text.endswith("lifts. One")
    assert page.form.body.toPlainText().endswith("lifts. One two")
    qtbot.waitUntil(lambda: stored(newsroom, draft, reporter).endswith("lifts. One two"), timeout=10_000)


def test_saving_opens_nothing_and_moves_neither_cursor_nor_undo_nor_scroll(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, runner: TaskRunner, qtbot: QtBot
) -> None:
    long = draft.text.with_(slug="long", body=draft.body.from_paragraphs(["A line of text."] * 60))
    page = open_page(reporter, newsroom.stories.create(long, desk="City", actor=reporter))
    begin(page, " One", qtbot)
    opened: list[object] = []
    page._work.opened.connect(opened.append)
    scroll = page.form._scroll.verticalScrollBar()
    before = (page.form.body.textCursor().position(), scroll.value())
    with qtbot.waitSignal(page._work.saved, timeout=10_000):
        page._work.save()
    assert runner.wait()
    assert ((page.form.body.textCursor().position(), scroll.value()), opened) == (before, [])
    page.form.body.undo()
    assert not page.form.body.toPlainText().endswith("One")


def test_what_another_saved_is_put_together_with_what_is_typed_while_saving(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, runner: TaskRunner,
    qtbot: QtBot,
) -> None:  # fmt: skip
    page = open_page(reporter, draft)
    begin(page, " One", qtbot)
    newsroom.claims.release(draft.id, actor=reporter)
    newsroom.stories.save(draft.id, draft.text.with_(dek="Theirs"), actor=editor, base=draft.version)
    with qtbot.waitSignal(page._work.saved, timeout=10_000), slow(runner):
        page._work.save()
        typed(page.form.body, " two")
        typed(page.form.headline, "Mine: ")
    assert (page.form.dek.text, page.form.headline.text[:6]) == ("Theirs", "Mine: ")
    assert page.form.body.toPlainText().endswith("One two")
    assert page.form.body.textCursor().atEnd()
    page.close_story()
    assert runner.wait()
    story = newsroom.stories.get(draft.id)
    assert (story.dek, story.headline[:6], story.body.body_text[-7:]) == ("Theirs", "Mine: ", "One two")
    assert page.findChild(ConflictDialog) is None


def test_an_older_revision_is_brought_back_under_what_is_typed_meanwhile(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, runner: TaskRunner, qtbot: QtBot
) -> None:
    newsroom.stories.save(draft.id, draft.text.with_(dek="A dek"), actor=reporter, base=draft.version)
    page = open_page(reporter, draft)
    begin(page, " One", qtbot)
    with qtbot.waitSignal(page._work.saved, timeout=10_000), slow(runner):
        page._work.restore(draft.version)
        typed(page.form.headline, "Mine: ")
    assert (page.form.dek.text, page.form.headline.text[:6]) == ("", "Mine: ")
    assert page.form.body.toPlainText().endswith("twelve lifts.")
    assert "One" in newsroom.stories.revisions(draft.id)[1].text.body.body_text


def test_what_is_typed_while_a_story_is_handed_on_is_kept_and_offered(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, runner: TaskRunner, qtbot: QtBot,
    said: list[Message],
) -> None:  # fmt: skip
    page = open_page(reporter, draft)
    begin(page, " One", qtbot)
    with qtbot.waitSignal(page._work.opened, timeout=10_000), slow(runner):
        page._work.move(Move.SUBMIT, "")
        typed(page.form.body, " two")
    assert newsroom.stories.get(draft.id).stage is Stage.EDIT
    assert page.form.body.isReadOnly()
    assert runner.wait()
    assert stored(newsroom, draft, reporter).endswith("One two")
    assert said[-1].act is not None
    said[-1].act()
    assert QApplication.clipboard().text().endswith("One two")


def test_who_recalls_a_story_goes_on_with_what_was_typed_meanwhile(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, runner: TaskRunner,
    qtbot: QtBot,
) -> None:  # fmt: skip
    newsroom.stories.keep(draft.id, draft.text.with_(dek="Half a"), actor=reporter, base=draft.version)
    newsroom.moves.make(Move.SPIKE, draft.id, actor=reporter, note="No", problems=[])
    page = open_page(reporter, draft)
    assert page.form.body.isReadOnly()
    with qtbot.waitSignal(page._work.opened, timeout=10_000):
        page._work.move(Move.RESTORE, "")
    assert page.form.dek.text == "Half a"


def test_who_types_on_while_giving_back_keeps_the_story(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, runner: TaskRunner, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    begin(page, " One", qtbot)
    with qtbot.waitSignal(page._work.opened, timeout=10_000), slow(runner):
        page.header.give_back.click()
        typed(page.form.body, " two")
    assert not page.form.body.isReadOnly()
    assert page.form.body.toPlainText().endswith("One two")
    assert newsroom.stories.get(draft.id).claim is not None


def test_a_late_answer_of_an_older_text_never_overwrites_a_newer_one(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, runner: TaskRunner, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    begin(page, " One", qtbot)
    with slow(runner):
        typed(page.form.body, " two")
        page._work.send_now()
        typed(page.form.body, " three")
        page.keep_now()
    assert runner.wait()
    assert stored(newsroom, draft, reporter).endswith("One two three")
    assert page._work._journal.find(draft.id) is None


def test_what_is_written_down_when_the_program_ends_is_there_though_the_newsroom_never_answered(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, runner: TaskRunner, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    begin(page, " One", qtbot)
    with slow(runner):
        typed(page.form.body, " two")
        page.keep_now()
        waiting = page._work._journal.find(draft.id)
    assert waiting is not None
    assert waiting.text.body.body_text.endswith("One two")


# reading and claiming


def test_opening_to_read_claims_nothing_and_the_first_key_does(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, runner: TaskRunner, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    assert runner.wait()
    assert newsroom.stories.get(draft.id).claim is None
    assert not page.form.body.isReadOnly()
    assert page.header.give_back.isHidden()
    begin(page, " One", qtbot)
    claim = newsroom.stories.get(draft.id).claim
    assert claim is not None
    assert claim.login == "reporter"
    assert not page.header.give_back.isHidden()


def test_a_key_typed_after_another_has_claimed_is_kept_and_it_is_said_who_holds_the_story(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot,
    said: list[Message], runner: TaskRunner,
) -> None:  # fmt: skip
    page = open_page(reporter, draft)
    newsroom.claims.take(draft.id, actor=editor)
    with qtbot.waitSignal(page._work.lost, timeout=10_000):
        typed(page.form.headline, "Mine: ")
    assert runner.wait()
    assert page.form.headline.text.startswith("Mine: ")
    assert page.form.headline.isReadOnly()
    assert "Nora Lin is writing in lane-lifts" in said[-1].sentence
    copy = newsroom.stories.working_copy(draft.id, actor=reporter)
    assert copy is not None
    assert copy.text.headline.startswith("Mine: ")


def test_what_was_typed_when_the_right_was_lost_is_stored_once_the_newsroom_answers(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    answers = iter([NewsroomError("The server is silent.")])
    keep = newsroom.stories.keep

    def fail_once(*given: Any, **more: Any) -> WorkingCopy:
        for error in answers:
            raise error
        return keep(*given, **more)

    monkeypatch.setattr(newsroom.stories, "keep", fail_once)
    monkeypatch.setattr("desktop.editor.session.autosave._AGAIN_MS", 1)
    page = open_page(reporter, draft)
    newsroom.claims.take(draft.id, actor=editor)
    with qtbot.waitSignal(page._work.lost, timeout=10_000):
        typed(page.form.headline, "Mine: ")
    qtbot.waitUntil(lambda: newsroom.stories.working_copy(draft.id, actor=reporter) is not None, timeout=10_000)


def test_what_another_saved_before_the_first_key_is_put_together_with_it(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    newsroom.stories.save(draft.id, draft.text.with_(dek="Theirs"), actor=editor, base=draft.version)
    begin(page, " One", qtbot)
    assert page.form.dek.text == "Theirs"
    assert page.form.body.toPlainText().endswith("One")


def test_who_only_reads_sees_what_another_saves_and_that_they_hold_it(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    newsroom.claims.take(draft.id, actor=editor)
    newsroom.stories.save(draft.id, draft.text.with_(dek="Theirs"), actor=editor, base=draft.version)
    with qtbot.waitSignal(page._work.opened, timeout=10_000):
        page.refresh()
    assert page.form.dek.text == "Theirs"
    assert "Nora Lin is writing" in page.form.banner.text()


def test_who_gave_a_story_back_sees_that_another_took_it(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(editor, draft)
    begin(page, "Mine ", qtbot)
    with qtbot.waitSignal(page._work.opened, timeout=10_000):
        page._work.give_back()
    assert "let go" in page.form.banner.text()
    newsroom.claims.take(draft.id, actor=reporter)
    with qtbot.waitSignal(page._work.opened, timeout=10_000):
        page.refresh()
    assert "Wu Jing is writing" in page.form.banner.text()
    newsroom.claims.release(draft.id, actor=reporter)
    with qtbot.waitSignal(page._work.opened, timeout=10_000):
        page.refresh()
    assert "let go" in page.form.banner.text()


def test_who_reads_a_story_is_told_of_the_move_another_makes_and_may_write_again(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot,
    said: list[Message],
) -> None:  # fmt: skip
    page = open_page(reporter, draft)
    with qtbot.waitSignals([page._work.opened, page._work.looked], timeout=10_000):
        page._work.move(Move.SUBMIT, "")
    newsroom.moves.make(Move.RETURN, draft.id, actor=editor, note="Add a number.", problems=())
    with qtbot.waitSignal(page._work.opened, timeout=10_000):
        page.refresh()
    sentence = "lane-lifts was returned meanwhile: it stands in Draft now. “Add a number.”"
    assert sentence in [one.sentence for one in said]
    assert "let go" not in page.form.banner.text()
    assert not page.form.body.isReadOnly()


# a slug that is taken


def test_a_slug_that_is_taken_is_said_at_the_field_and_in_the_status_bar_while_one_types(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    newsroom.stories.create(StoryText(slug="taken"), desk="City", actor=reporter)
    page, told = open_page(reporter, draft), []
    page.status_changed.connect(lambda _fit, saved: told.append(saved))
    slug = page.form.lines["slug"]
    slug.selectAll()
    with qtbot.waitSignal(page._work.looked, timeout=10_000):
        qtbot.keyClicks(slug, "taken")
    qtbot.waitUntil(lambda: "called taken" in page.form._labelled["slug"].refusal, timeout=10_000)
    assert told[-1].startswith("All but the slug saved")
    slug.selectAll()
    qtbot.keyClicks(slug, "free")
    qtbot.waitUntil(lambda: not page.form._labelled["slug"].refusal, timeout=10_000)


def test_a_slug_that_is_taken_keeps_nothing_else_from_being_saved_and_is_said_at_the_door(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot, runner: TaskRunner,
    said: list[Message],
) -> None:  # fmt: skip
    newsroom.stories.create(StoryText(slug="taken"), desk="City", actor=reporter)
    page = open_page(reporter, draft)
    slug = page.form.lines["slug"]
    slug.selectAll()
    qtbot.keyClicks(slug, "taken")
    begin(page, " One", qtbot)
    with qtbot.waitSignal(page._work.saved, timeout=10_000):
        page._work.save()
    assert slug.text == "taken"
    assert "called taken" in page.form._labelled["slug"].refusal
    page.close_story()
    assert runner.wait()
    story = newsroom.stories.get(draft.id)
    assert (story.slug, story.body.body_text[-3:]) == ("lane-lifts", "One")
    assert said[-1].sentence == (
        "There is an open story called taken already. The story keeps its slug lane-lifts; all else is saved."
    )


def test_text_is_kept_though_saving_is_refused(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot, runner: TaskRunner,
    said: list[Message], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def away(*_: object, **__: object) -> None:
        raise NewsroomError("The server does not answer.")

    page = open_page(reporter, draft)
    begin(page, " One", qtbot)
    with monkeypatch.context() as gone:
        gone.setattr(newsroom.stories, "save", away)
        typed(page.form.body, " two")
        page._work.save()
        assert runner.wait()
    assert stored(newsroom, draft, reporter).endswith("One two")
    assert page._work.dirty
    with qtbot.waitSignal(page._work.saved, timeout=10_000):
        page._work.save()
    assert newsroom.stories.get(draft.id).body.body_text.endswith("One two")
