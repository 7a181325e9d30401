"""What one suggests, written down as the program ends."""

from pathlib import Path

import pytest

from db.newsroom import Newsroom
from db.stages import Move
from db.values import Account, Story
from desktop.editor.session.suggestion_journal import SuggestionJournal, own_suggestions, send_written_down
from tests.desktop.conftest import NOON


@pytest.fixture
def journal(draft: Story) -> SuggestionJournal:
    """It holds another headline of the draft."""
    journal = own_suggestions("n", "editor")
    journal.keep(draft, draft.text, draft.text.with_(headline="Up"), NOON)
    return journal


def test_what_was_written_down_is_sent_once(
    newsroom: Newsroom, draft: Story, editor: Account, journal: SuggestionJournal
) -> None:
    assert send_written_down(newsroom, draft.id, journal, editor)
    (kept,) = newsroom.suggestions.of(draft.id)
    assert (kept.base, kept.text.headline) == (draft.text, "Up")
    assert not send_written_down(newsroom, draft.id, journal, editor)


def test_what_may_not_be_suggested_now_stays(
    newsroom: Newsroom, draft: Story, editor: Account, journal: SuggestionJournal
) -> None:
    newsroom.moves.make(Move.SPIKE, draft.id, actor=editor, note="Old.", problems=[])
    assert send_written_down(newsroom, draft.id, journal, editor)
    assert newsroom.suggestions.of(draft.id) == []
    assert journal.find(draft.id) is not None


def test_what_came_behind_the_text_that_was_sent_stays(draft: Story, journal: SuggestionJournal) -> None:
    journal.forget(draft.id, draft.text.with_(headline="U"))
    assert journal.find(draft.id) == (draft.text, draft.text.with_(headline="Up"))


def test_a_damaged_one_is_set_aside(draft: Story, journal: SuggestionJournal) -> None:
    folder: Path = journal.texts.folder
    (file,) = folder.iterdir()
    file.write_bytes(b"{")
    assert journal.find(draft.id) is None
    assert [one.name for one in folder.iterdir()] != [file.name]
