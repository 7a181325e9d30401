"""What is typed while the newsroom is replaced, cut off or put back is put on top of what it has when it is there."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from db.document import Document
from db.errors import NewsroomError, NotFound
from db.newsroom import Newsroom
from db.stages import Move
from db.upkeep.backup import back_up
from db.upkeep.restore import restore
from db.values import Account, Story, StoryText
from desktop.editor.session.journal import Journal
from desktop.editor.session.opening import open_story
from desktop.editor.session.saving import Away
from desktop.editor.session.writer import StoryWriter, TextChange, Typed

LATER = StoryText(slug="later")


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """An empty one."""
    return Journal(tmp_path / "journal", "room", "reporter")


@pytest.fixture
def writer(newsroom: Newsroom, journal: Journal, draft: Story, reporter: Account) -> StoryWriter:
    """The draft, opened to be written in."""
    writer = StoryWriter(journal, draft.id, reporter)
    writer.open(newsroom, None)
    return writer


@pytest.fixture
def restored_away(newsroom: Newsroom, journal: Journal, draft: Story, reporter: Account, tmp_path: Path) -> StoryWriter:
    """A story that was opened to be written in, before a backup from before it was put back."""
    back_up(newsroom, tmp_path / "backup.db")
    writer = StoryWriter(journal, newsroom.stories.create(LATER, desk="City", actor=reporter).id, reporter)
    writer.open(newsroom, None)
    restore(tmp_path / "backup.db", Path(newsroom.url))
    newsroom.poll()
    return writer


def test_what_is_typed_while_the_file_is_gone_waits_and_is_put_back_when_it_is_there_again(
    newsroom: Newsroom, writer: StoryWriter, journal: Journal, draft: Story, reporter: Account
) -> None:
    aside = Path(newsroom.url).rename(f"{newsroom.url}-aside")
    with pytest.raises(Away, match="gone"):
        writer.keep(newsroom, Typed(draft.text.with_(dek="Typed"), 1, 0, newsroom.clock()))
    assert journal.find(draft.id) is not None
    aside.rename(newsroom.url)
    writer.keep(newsroom, Typed(draft.text.with_(dek="Typed on"), 2, 0, newsroom.clock()))
    assert open_story(newsroom, draft.id, reporter, journal).text.dek == "Typed on"
    assert journal.find(draft.id) is None


@pytest.mark.parametrize("theirs", ["", "Theirs"])
def test_what_was_typed_after_the_backup_is_put_on_top_of_what_was_restored(
    newsroom: Newsroom, writer: StoryWriter, draft: Story, editor: Account, tmp_path: Path, theirs: str
) -> None:
    back_up(newsroom, tmp_path / "backup.db")
    second = writer.save(newsroom, Typed(draft.text.with_(dek="Second"), 1, 0, newsroom.clock())).story
    restore(tmp_path / "backup.db", Path(newsroom.url))
    newsroom.poll()
    if theirs:
        newsroom.stories.save(draft.id, draft.text.with_(kicker=theirs), actor=editor, base=draft.version)
    saved = writer.save(newsroom, Typed(second.text.with_(headline="Third"), 2, 0, newsroom.clock()))
    assert (saved.story.dek, saved.story.headline, saved.story.kicker) == ("Second", "Third", theirs)
    assert saved.clash is None


def test_a_story_that_was_restored_away_stays_in_the_journal_and_is_put_in_no_other(
    newsroom: Newsroom, journal: Journal, restored_away: StoryWriter, reporter: Account
) -> None:
    with pytest.raises(Away):
        restored_away.keep(newsroom, Typed(LATER.with_(dek="Mine"), 1, 0, newsroom.clock()))
    other = newsroom.stories.create(StoryText(slug="other"), desk="City", actor=reporter)
    assert other.id == restored_away.story_id
    with pytest.raises(Away, match="later is not in the newsroom"):
        restored_away.keep(newsroom, Typed(LATER.with_(dek="Mine"), 2, 0, newsroom.clock()))
    opened = open_story(newsroom, other.id, reporter, journal)
    assert (opened.text.dek, opened.found) == ("", "Mine")
    assert "later" in opened.said


def test_what_was_typed_before_another_s_change_was_shown_takes_none_of_it_back(
    newsroom: Newsroom, writer: StoryWriter, draft: Story, editor: Account
) -> None:
    newsroom.stories.save(draft.id, draft.text.with_(kicker="Theirs"), actor=editor, base=draft.version)
    for number, dek in ((1, "Mine"), (2, "Mine, typed on")):
        saved = writer.save(newsroom, Typed(draft.text.with_(dek=dek), number, 0, newsroom.clock())).story
        assert (saved.kicker, saved.dek) == ("Theirs", dek)


def test_a_save_of_which_nothing_was_heard_is_known_again(
    newsroom: Newsroom, writer: StoryWriter, draft: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = newsroom.stories.save

    def fall_silent(*arguments: object, **more: object) -> Story:
        save(*arguments, **more)
        raise NewsroomError("The server does not answer.")

    with monkeypatch.context() as silent:
        silent.setattr(newsroom.stories, "save", fall_silent)
        with pytest.raises(NewsroomError):
            writer.save(newsroom, Typed(draft.text.with_(dek="One"), 1, 0, newsroom.clock()))
    saved = writer.save(newsroom, Typed(draft.text.with_(dek="One two"), 2, 0, newsroom.clock()))
    assert (saved.story.dek, saved.clash, saved.said) == ("One two", None, "")


def test_an_older_text_neither_takes_a_newer_one_out_of_the_journal_nor_its_place(
    newsroom: Newsroom, writer: StoryWriter, journal: Journal, draft: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.note(Typed(draft.text.with_(dek="Newer"), 2, 0, newsroom.clock()))
    writer.keep(newsroom, Typed(draft.text.with_(dek="Older"), 1, 0, newsroom.clock()))
    monkeypatch.setattr(newsroom.stories, "keep", refuse)
    with pytest.raises(Away):
        writer.keep(newsroom, Typed(draft.text.with_(dek="Older"), 1, 0, newsroom.clock()))
    waiting = journal.find(draft.id)
    assert waiting is not None
    assert waiting.text.dek == "Newer"


def test_an_older_text_that_arrives_late_does_not_stand_in_for_a_newer_one_on_this_computer(
    newsroom: Newsroom, writer: StoryWriter, journal: Journal, draft: Story, reporter: Account
) -> None:
    older = Typed(draft.text.with_(dek="Older"), 1, 0, newsroom.clock())
    writer.note(Typed(draft.text.with_(dek="Newer"), 2, 0, newsroom.clock()))
    writer.keep(newsroom, older)  # a slow server has it only now
    assert open_story(newsroom, draft.id, reporter, journal).text.dek == "Newer"


def refuse(*_arguments: object, **_more: object) -> None:
    """What a newsroom does whose server is away."""
    raise NewsroomError("The server does not answer.")


@pytest.mark.parametrize("hours", [-24, 24, 24 * 3653])
def test_a_clock_that_is_set_decides_nothing(
    newsroom: Newsroom, writer: StoryWriter, journal: Journal, draft: Story, reporter: Account, hours: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    clock = newsroom.clock
    writer.keep(newsroom, Typed(draft.text.with_(dek="One"), 1, 0, newsroom.clock()))
    monkeypatch.setattr(newsroom, "clock", lambda: clock() + timedelta(hours=hours))
    writer.note(Typed(draft.text.with_(dek="One two"), 2, 0, newsroom.clock()))
    assert open_story(newsroom, draft.id, reporter, journal).text.dek == "One two"


def test_an_older_entry_of_the_journal_is_kept_aside_and_offered(
    newsroom: Newsroom, journal: Journal, draft: Story, reporter: Account
) -> None:
    journal.keep(draft, draft.text.with_(dek="Old"), newsroom.clock() - timedelta(days=1))
    newsroom.stories.keep(draft.id, draft.text.with_(dek="New"), actor=reporter, base=draft.version)
    opened = open_story(newsroom, draft.id, reporter, journal)
    assert opened.text.dek == "New"
    assert "you typed on since" in opened.said
    assert "Old" in opened.found
    (aside,) = journal.folder.iterdir()
    assert "Old" in aside.read_text(encoding="utf-8")


def test_a_change_keeps_what_was_typed_meanwhile_where_both_changed_a_place() -> None:
    change = TextChange(StoryText(dek="One"), StoryText(dek="Theirs", kicker="Theirs"))
    assert change.on_top(StoryText(dek="One two")) == StoryText(dek="One two", kicker="Theirs")
    assert change.on_top(StoryText(dek="One")) == StoryText(dek="Theirs", kicker="Theirs")


@pytest.mark.parametrize("step", ["claim", "keep", "save", "leave"])
def test_a_story_that_is_gone_is_said_by_every_step(
    newsroom: Newsroom, journal: Journal, reporter: Account, draft: Story, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = StoryWriter(journal, draft.id, reporter)
    writer.open(newsroom, None)

    def gone(*_arguments: object, **_more: object) -> None:
        raise NotFound("There is no story number 1 in this newsroom.")

    for name in ("get", "keep", "save"):
        monkeypatch.setattr(newsroom.stories, name, gone)
    do: Callable[[Newsroom, Typed], object] = getattr(writer, step)
    body = Document.from_paragraphs(["Typed."])
    with pytest.raises(NewsroomError):
        do(newsroom, Typed(draft.text.with_(body=body), 1, 0, newsroom.clock()))
    if step != "claim":
        waiting = journal.find(draft.id)
        assert waiting is not None
        assert waiting.text.body == body


def test_the_number_of_a_story_that_was_restored_away_claims_and_moves_no_other(
    newsroom: Newsroom, restored_away: StoryWriter, draft: Story, reporter: Account
) -> None:
    other = newsroom.stories.create(draft.text.with_(slug="other"), desk="City", actor=reporter)
    assert (other.id, other.version) == (restored_away.story_id, 1)
    with pytest.raises(NotFound, match="later is not in the newsroom"):
        restored_away.claim(newsroom, Typed(LATER.with_(dek="Mine"), 1, 0, newsroom.clock()))
    with pytest.raises(NotFound, match="later is not in the newsroom"):
        restored_away.move(newsroom, None, Move.SUBMIT, "")
    assert newsroom.stories.get(other.id).claim is None
