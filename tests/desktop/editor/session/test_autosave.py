"""What could not be kept is tried again until it is, not at once and not never."""

from pathlib import Path

import pytest

from db.errors import NewsroomError
from db.newsroom import Newsroom
from db.values import SignedIn, Story
from desktop.editor.session.autosave import Autosave
from desktop.editor.session.journal import Journal
from desktop.editor.session.saving import Away
from desktop.editor.session.writer import StoryWriter, Typed
from desktop.newsroom_door import NewsroomDoor
from desktop.tasks import TaskRunner


@pytest.mark.parametrize("error", [Away("The server is silent."), NewsroomError("The disk is full.")])
def test_a_keep_that_failed_is_tried_again_after_two_seconds(
    error: NewsroomError, door: NewsroomDoor, draft: Story, reporter: SignedIn, tmp_path: Path
) -> None:
    autosave = Autosave(door)
    writer = StoryWriter(Journal(tmp_path / "journal", "room", "reporter"), draft.id, reporter)
    autosave._on_failed(writer, Typed(draft.text, 1, 0, door.now()), error)
    assert (autosave._timer.isActive(), autosave._timer.interval()) == (True, 2_000)
    assert autosave.away is isinstance(error, Away)


def test_one_text_is_on_its_way_at_a_time(
    door: NewsroomDoor, newsroom: Newsroom, runner: TaskRunner, draft: Story, reporter: SignedIn, tmp_path: Path
) -> None:
    autosave, due = Autosave(door), list[bool]()
    autosave.due.connect(lambda: due.append(True))
    writer = StoryWriter(Journal(tmp_path / "journal", "room", "reporter"), draft.id, reporter)
    writer.open(newsroom, typed=None)
    autosave.send(writer, Typed(draft.text.with_(dek="Sent"), 1, 0, door.now()))
    autosave._on_timeout()
    assert (due, autosave._timer.isActive()) == ([], True)
    assert runner.wait()
    autosave._on_timeout()
    assert due == [True]


def test_what_could_not_be_stored_is_tried_again_whatever_else_is_asked_for_until_it_is_forgotten(
    door: NewsroomDoor, draft: Story, reporter: SignedIn, tmp_path: Path
) -> None:
    autosave = Autosave(door)
    writer = StoryWriter(Journal(tmp_path / "journal", "room", "reporter"), draft.id, reporter)
    autosave._on_failed(writer, Typed(draft.text, 1, 0, door.now()), Away("The server is silent."))
    autosave.stop()
    assert autosave.waiting
    autosave.forget()
    assert not autosave.waiting
