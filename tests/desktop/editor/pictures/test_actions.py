"""Pictures on their way into a story: read beside all else, one after the other, into the story they were meant for."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Progress, SignedIn, Story
from desktop.editor.page import StoryPage
from desktop.editor.pictures import actions
from desktop.editor.pictures.dialog import PictureDialog
from desktop.widgets.message import Message
from resources import resource
from tests.desktop.editor.conftest import OpenPage, typed, working_copy

FERRY = resource("samples/newsroom/ferry.jpg")


@pytest.fixture
def page(open_page: OpenPage, reporter: SignedIn, draft: Story) -> StoryPage:
    """The draft as its writer has it open."""
    return open_page(reporter, draft)


@pytest.fixture
def said(page: StoryPage) -> list[Message]:
    """All that the page says from now on."""
    messages: list[Message] = []
    page.message.connect(messages.append)
    return messages


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Reading a picture takes until this is set, or until it is stopped; that it is read is said at once."""
    done, real = Event(), actions.add_picture

    def add(newsroom: Newsroom, *given: Any, progress: Progress) -> object:
        while not done.wait(0.001):
            progress(0.5)
        return real(newsroom, *given, progress=progress)

    monkeypatch.setattr(actions, "add_picture", add)
    monkeypatch.setattr(actions, "_SAID_AFTER", 0)
    return done


def dialog_of(page: StoryPage, qtbot: QtBot) -> PictureDialog:
    """The dialog that describes the next picture, once it is there."""

    def open_ones() -> list[PictureDialog]:
        return [one for one in page.findChildren(PictureDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(open_ones()), timeout=10_000)
    return open_ones()[0]


def test_reading_a_picture_that_takes_long_is_said_and_can_be_stopped(
    page: StoryPage, said: list[Message], slow: Event, qtbot: QtBot, newsroom: Newsroom
) -> None:
    page.form.body.pictures_arrived.emit((FERRY,))
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].sentence == "Reading ferry.jpg …"
    assert said[0].act is not None
    said[0].act()
    assert said[-1].sentence == "No picture was put in."
    qtbot.waitUntil(lambda: not page._door._runner.busy)
    assert not page.findChildren(PictureDialog)


def test_what_is_typed_is_stored_while_a_picture_is_read(
    page: StoryPage, slow: Event, qtbot: QtBot, newsroom: Newsroom, reporter: SignedIn, draft: Story
) -> None:
    page.form.body.pictures_arrived.emit((FERRY,))
    typed(page.form.dek, "Typed meanwhile")
    page.send_now()
    qtbot.waitUntil(lambda: working_copy(newsroom, draft, reporter) is not None)
    slow.set()
    dialog_of(page, qtbot).reject()


def test_a_picture_is_put_into_no_other_story(
    page: StoryPage, slow: Event, qtbot: QtBot, newsroom: Newsroom, reporter: SignedIn, draft: Story
) -> None:
    other = newsroom.stories.create(draft.text.with_(slug="other"), desk="City", actor=reporter)
    page.form.body.pictures_arrived.emit((FERRY,))
    with qtbot.waitSignal(page._work.looked, timeout=10_000):
        page.open_story(other.id)
    slow.set()
    qtbot.waitUntil(lambda: not page._door._runner.busy)
    assert not page.findChildren(PictureDialog)


def test_a_picture_is_put_into_no_text_that_was_taken_over(page: StoryPage, said: list[Message], qtbot: QtBot) -> None:
    page.form.body.pictures_arrived.emit((FERRY,))
    dialog = dialog_of(page, qtbot)
    page.form.set_writable(False)
    dialog.accept()
    assert "not put in" in said[-1].sentence
    assert not page.text.body.pictures


def test_whoever_cancels_one_of_many_pictures_is_not_asked_for_each_of_the_others(
    page: StoryPage, said: list[Message], qtbot: QtBot
) -> None:
    page.form.body.pictures_arrived.emit((FERRY,) * 4)
    dialog_of(page, qtbot).accept()
    dialog_of(page, qtbot).reject()
    assert said[-1].sentence == "2 more pictures wait to be put in."
    assert said[-1].act is not None
    said[-1].act()
    dialog_of(page, qtbot).accept()
    dialog_of(page, qtbot).accept()
    assert len(page.text.body.pictures) == 3


def test_a_file_that_is_no_picture_holds_up_none_behind_it(
    page: StoryPage, said: list[Message], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "_SAID_AFTER", float("inf"))
    (tmp_path / "no.jpg").write_bytes(b"no picture")
    page.form.body.pictures_arrived.emit((tmp_path / "no.jpg", FERRY))
    dialog_of(page, qtbot).accept()
    assert [message.sentence for message in said] == [
        "no.jpg is not a JPEG, PNG, TIFF or WebP picture that can be read."
    ]
    assert len(page.text.body.pictures) == 1
