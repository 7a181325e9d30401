"""While the newsroom does not answer, what is typed waits on this computer, and is sent when it is back."""

import stat
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.document import Document
from db.errors import NewsroomError
from db.newsroom import Newsroom
from db.values import Account, Story, StoryText
from desktop.editor.session.journal import Journal, salvage
from desktop.editor.session.opening import open_story
from desktop.editor.session.saving import Away
from desktop.editor.session.writer import StoryWriter, Typed
from tests.db.conftest import signed_in
from tests.odd_folders import ODD_FOLDERS

AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """An empty one."""
    return Journal(tmp_path / "journal", "room", "reporter")


def writer_of(newsroom: Newsroom, journal: Journal, story: Story, account: Account) -> StoryWriter:
    """Whoever writes in a story that is open."""
    writer = StoryWriter(journal, story.id, account)
    writer._base = story
    return writer


def fail(*_arguments: object, **_more: object) -> None:
    """What a newsroom does whose server is away."""
    raise NewsroomError("The server does not answer.")


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["C"]), max_size=30), st.integers(1, 9))
def test_what_is_written_down_is_read_back(journal: Journal, draft: Story, words: str, base: int) -> None:
    text = StoryText(headline=words, body=Document.from_paragraphs([words]))
    journal.keep(replace(draft, version=base), text, AT)
    found = journal.find(draft.id)
    assert found is not None
    assert (found.text, found.base.number, found.saved) == (text, base, AT)
    journal.forget(draft.id)
    assert journal.find(draft.id) is None


def test_a_journal_lies_in_a_folder_of_any_name_for_its_writer_alone(tmp_path: Path, draft: Story) -> None:
    for name in ODD_FOLDERS:
        journal = Journal(tmp_path / name / "journal", "room", "reporter")
        journal.keep(draft, draft.text.with_(headline="Ferry"), AT)
        found = journal.find(draft.id)
        assert found is not None and found.text.headline == "Ferry"
        (file,) = journal.folder.iterdir()
        assert (stat.S_IMODE(file.stat().st_mode), stat.S_IMODE(journal.folder.stat().st_mode)) == (0o600, 0o700)


def test_typing_goes_on_while_the_newsroom_is_away(
    newsroom: Newsroom, journal: Journal, draft: Story, reporter: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = draft.text.with_(dek="Typed meanwhile")
    with monkeypatch.context() as away:
        away.setattr(newsroom.stories, "keep", fail)
        with pytest.raises(Away, match="does not answer"):
            writer_of(newsroom, journal, draft, reporter).keep(newsroom, Typed(typed, 1, 0, newsroom.clock()))
    assert newsroom.stories.working_copy(draft.id, actor=reporter) is None
    opened = open_story(newsroom, draft.id, reporter, journal)
    assert opened.text == typed
    assert opened.dirty
    assert journal.find(draft.id) is None


def test_what_is_typed_by_who_was_set_inactive_stays_here_and_is_there_once_they_are_back(
    newsroom: Newsroom, journal: Journal, draft: Story, reporter: Account
) -> None:
    typed, chief = draft.text.with_(dek="Typed meanwhile"), signed_in(newsroom, "chief")
    newsroom.accounts.change(reporter.login, active=False, actor=chief)
    with pytest.raises(Away, match="not active"):
        writer_of(newsroom, journal, draft, reporter).keep(newsroom, Typed(typed, 1, 0, newsroom.clock()))
    newsroom.accounts.change(reporter.login, active=True, actor=chief)
    assert open_story(newsroom, draft.id, reporter, journal).text == typed


def test_what_was_typed_is_merged_with_what_others_saved(
    newsroom: Newsroom, journal: Journal, draft: Story, reporter: Account, editor: Account
) -> None:
    journal.keep(draft, draft.text.with_(dek="Mine"), newsroom.clock())
    newsroom.stories.save(draft.id, draft.text.with_(kicker="Theirs"), actor=editor, base=draft.version)
    opened = open_story(newsroom, draft.id, reporter, journal)
    assert (opened.text.dek, opened.text.kicker) == ("Mine", "Theirs")


def test_a_newer_working_copy_wins(newsroom: Newsroom, journal: Journal, draft: Story, reporter: Account) -> None:
    journal.keep(draft, draft.text.with_(dek="Old"), AT.replace(year=2020))
    newsroom.stories.keep(draft.id, draft.text.with_(dek="New"), actor=reporter, base=draft.version)
    assert open_story(newsroom, draft.id, reporter, journal).text.dek == "New"


def test_when_the_disk_fails_too_the_newsroom_s_own_reason_is_given(
    newsroom: Newsroom, draft: Story, reporter: Account, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    writer = writer_of(newsroom, Journal(tmp_path / "file", "room", "reporter"), draft, reporter)
    monkeypatch.setattr(newsroom.stories, "keep", fail)
    with pytest.raises(NewsroomError, match="does not answer") as told:
        writer.keep(newsroom, Typed(draft.text, 1, 0, newsroom.clock()))
    assert not isinstance(told.value, Away)


PIER = StoryText(
    headline="„Old” lifts", dek="A \\ b", body=Document.from_paragraphs(["Mrs Qian is 84.", "Two.\u2028Three"])
)


def damage(journal: Journal, data: bytes) -> None:
    (path,) = journal.folder.glob("*.json")
    path.write_bytes(data)


def test_a_damaged_journal_is_set_aside_once_and_the_story_opens_with_what_can_be_read(
    newsroom: Newsroom, journal: Journal, draft: Story, reporter: Account
) -> None:
    journal.keep(draft, PIER, AT)
    (path,) = journal.folder.glob("*.json")
    damage(journal, path.read_bytes()[:-20])
    opened = open_story(newsroom, draft.id, reporter, journal)
    assert opened.text == draft.text
    assert "was damaged" in opened.said
    assert set(opened.found.split("\n")) == {"„Old” lifts", "A \\ b", "Mrs Qian is 84.", "Two.\u2028Three"}
    assert len(list(journal.folder.iterdir())) == 1
    assert not open_story(newsroom, draft.id, reporter, journal).found


NESTED = b"[" * 100_000
NO_BODY = b'{"at": "2026-11-24", "base": 1, "text": {"body": {}}}'


@pytest.mark.parametrize("data", [b"", b"7", b"[]", b"null", b"{half", b'{"text": 7}', NO_BODY, b"\xff", NESTED])
def test_whatever_stands_in_a_journal_the_story_opens(
    newsroom: Newsroom, journal: Journal, draft: Story, reporter: Account, data: bytes
) -> None:
    journal.keep(draft, PIER, AT)
    damage(journal, data)
    assert "was damaged" in open_story(newsroom, draft.id, reporter, journal).said


@given(st.binary(max_size=60))
def test_no_journal_is_too_damaged_to_be_looked_at(data: bytes) -> None:
    assert isinstance(salvage(data), str)


def test_every_journal_that_is_cut_short_gives_a_beginning(journal: Journal, draft: Story) -> None:
    journal.keep(draft, PIER, AT)
    (path,) = journal.folder.glob("*.json")
    whole = path.read_bytes()
    for length in range(len(whole)):
        assert all(line in "\n".join((PIER.headline, PIER.dek, PIER.body.body_text)) for line in _whole(whole[:length]))


def _whole(data: bytes) -> list[str]:
    """All lines that could be read but the last, which may be cut."""
    return salvage(data).split("\n")[:-1]
