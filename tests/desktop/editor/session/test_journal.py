"""While the newsroom does not answer, what is typed waits on this computer, and is sent when it is back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.document import Document
from db.errors import NewsroomError, Unreadable
from db.newsroom import Newsroom
from db.values import Account, Story, StoryText
from desktop.editor.session.journal import Journal
from desktop.editor.session.opening import open_story
from desktop.editor.session.saving import Away, keep_text

AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """An empty one."""
    return Journal(tmp_path / "journal", "room", "reporter")


def fail(*_arguments: object, **_more: object) -> None:
    """What a newsroom does whose server is away."""
    raise NewsroomError("The server does not answer.")


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["C"]), max_size=30), st.integers(1, 9))
def test_what_is_written_down_is_read_back(journal: Journal, words: str, base: int) -> None:
    text = StoryText(headline=words, body=Document.from_paragraphs([words]))
    journal.keep(3, text, base, AT)
    found = journal.find(3)
    assert found is not None
    assert (found.text, found.base, found.saved) == (text, base, AT)
    journal.forget(3)
    assert journal.find(3) is None


def test_typing_goes_on_while_the_newsroom_is_away(
    newsroom: Newsroom, journal: Journal, draft: Story, reporter: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = draft.text.with_(dek="Typed meanwhile")
    with monkeypatch.context() as away:
        away.setattr(newsroom.stories, "keep", fail)
        with pytest.raises(Away, match="does not answer"):
            keep_text(newsroom, journal, draft, typed, reporter)
    assert newsroom.stories.working_copy(draft.id, actor=reporter) is None
    opened = open_story(newsroom, draft.id, reporter, journal)
    assert opened.text == typed
    assert opened.dirty
    assert journal.find(draft.id) is None


def test_what_is_typed_by_who_was_set_inactive_stays_here_and_is_there_once_they_are_back(
    newsroom: Newsroom, journal: Journal, draft: Story, reporter: Account
) -> None:
    typed, chief = draft.text.with_(dek="Typed meanwhile"), newsroom.accounts.get("chief")
    newsroom.accounts.change(reporter.login, active=False, actor=chief)
    with pytest.raises(Away, match="not active"):
        keep_text(newsroom, journal, draft, typed, reporter)
    newsroom.accounts.change(reporter.login, active=True, actor=chief)
    assert open_story(newsroom, draft.id, reporter, journal).text == typed


def test_what_was_typed_is_merged_with_what_others_saved(
    newsroom: Newsroom, journal: Journal, draft: Story, reporter: Account, editor: Account
) -> None:
    journal.keep(draft.id, draft.text.with_(dek="Mine"), draft.version, newsroom.clock())
    newsroom.stories.save(draft.id, draft.text.with_(kicker="Theirs"), actor=editor, base=draft.version)
    opened = open_story(newsroom, draft.id, reporter, journal)
    assert (opened.text.dek, opened.text.kicker) == ("Mine", "Theirs")


def test_a_newer_working_copy_wins(newsroom: Newsroom, journal: Journal, draft: Story, reporter: Account) -> None:
    journal.keep(draft.id, draft.text.with_(dek="Old"), draft.version, AT.replace(year=2020))
    newsroom.stories.keep(draft.id, draft.text.with_(dek="New"), actor=reporter, base=draft.version)
    assert open_story(newsroom, draft.id, reporter, journal).text.dek == "New"


def test_when_the_disk_fails_too_the_newsroom_s_own_reason_is_given(
    newsroom: Newsroom, draft: Story, reporter: Account, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr(newsroom.stories, "keep", fail)
    with pytest.raises(NewsroomError, match="does not answer") as told:
        keep_text(newsroom, Journal(tmp_path / "file", "room", "reporter"), draft, draft.text, reporter)
    assert not isinstance(told.value, Away)


def test_a_damaged_journal_is_named_and_left(journal: Journal) -> None:
    journal.keep(3, StoryText(), 1, AT)
    (path,) = journal.folder.glob("*.json")
    path.write_text("{half")
    with pytest.raises(Unreadable, match="left as it is"):
        journal.find(3)
    assert path.read_text() == "{half"
