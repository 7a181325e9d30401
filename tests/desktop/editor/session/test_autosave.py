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
from desktop.key_turn import KeyTurn
from desktop.newsroom_door import NewsroomDoor
from desktop.tasks import TaskRunner
from desktop.widgets.message import Tone


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


def test_what_is_due_while_one_types_is_sent_right_behind_a_key(
    door: NewsroomDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    autosave, due, expected = Autosave(door), list[bool](), [True]
    autosave.due.connect(lambda: due.append(True))
    monkeypatch.setattr(KeyTurn, "left", lambda _self: 0.0)
    monkeypatch.setattr(KeyTurn, "expects_key", lambda _self: expected[0])
    autosave._on_timeout()
    assert (due, autosave._timer.isActive(), autosave._timer.interval()) == ([], True, 4)
    expected[0] = False
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
    autosave.send_again()
    assert not autosave.waiting


@pytest.fixture
def writer(newsroom: Newsroom, draft: Story, reporter: SignedIn, tmp_path: Path) -> StoryWriter:
    """The reporter's, in the draft."""
    writer = StoryWriter(Journal(tmp_path / "journal", "room", "reporter"), draft.id, reporter)
    writer.open(newsroom, typed=None)
    return writer


def test_keys_are_sent_together_for_a_moment_and_the_first_of_them_waits_no_longer_than_that(
    door: NewsroomDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    autosave, started = Autosave(door), list[int]()
    monkeypatch.setattr(autosave._timer, "start", started.append)
    monkeypatch.setattr(autosave._timer, "isActive", lambda: bool(started))
    autosave.begin()
    autosave.begin()
    assert started == [400]
    autosave.put_off()
    assert started == [400, 400]


def test_what_is_on_its_way_is_waited_for_and_due_no_more(
    door: NewsroomDoor, runner: TaskRunner, draft: Story, writer: StoryWriter
) -> None:
    autosave = Autosave(door)
    autosave.begin()
    autosave.send(writer, Typed(draft.text.with_(dek="Sent"), 1, 0, door.now()))
    assert (autosave.waiting, autosave._timer.isActive()) == (True, False)
    assert runner.wait()
    assert not autosave.waiting


def test_that_the_newsroom_is_away_is_told_once_and_so_is_that_it_is_back(
    door: NewsroomDoor, runner: TaskRunner, draft: Story, writer: StoryWriter, newsroom: Newsroom, reporter: SignedIn
) -> None:
    autosave, said, back = Autosave(door), list[Tone](), list[bool]()
    autosave.said.connect(lambda message: said.append(message.tone))
    autosave.back.connect(lambda: back.append(True))
    typed = Typed(draft.text.with_(dek="Sent"), 1, 0, door.now())
    for _ in range(3):
        autosave._on_failed(writer, typed, Away("The server is silent."))
    assert said == [Tone.REFUSED]
    for _ in range(2):
        autosave.send(writer, typed)
        assert runner.wait()
    assert (said, back, autosave.away) == ([Tone.REFUSED, Tone.DONE], [True], False)


def test_that_nothing_can_be_stored_is_told_each_time(door: NewsroomDoor, draft: Story, writer: StoryWriter) -> None:
    autosave, said = Autosave(door), list[str]()
    autosave.said.connect(lambda message: said.append(message.sentence))
    for _ in range(2):
        autosave._on_failed(writer, Typed(draft.text, 1, 0, door.now()), NewsroomError("The disk is full."))
    assert said == ["What you type cannot be stored anywhere: The disk is full. Copy what you need."] * 2


def test_only_what_could_not_be_stored_is_sent_again(
    door: NewsroomDoor, newsroom: Newsroom, runner: TaskRunner, draft: Story, reporter: SignedIn, writer: StoryWriter
) -> None:
    autosave = Autosave(door)
    autosave.send_again()
    assert not autosave.waiting
    autosave._on_failed(writer, Typed(draft.text.with_(dek="Again"), 1, 0, door.now()), Away("It is silent."))
    autosave.send_again()
    assert runner.wait()
    copy = newsroom.stories.working_copy(draft.id, actor=reporter)
    assert copy is not None
    assert copy.text.dek == "Again"
    autosave.send_again()
    assert not autosave.waiting


def test_a_text_that_is_stored_elsewhere_keeps_nothing_waiting(door: NewsroomDoor) -> None:
    autosave = Autosave(door)
    autosave.begin()
    autosave.stop()
    assert not autosave.waiting
