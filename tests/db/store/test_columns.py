"""How times and JSON are stored."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import text
from sqlalchemy.exc import StatementError

from db.acts import Act
from db.errors import Unreadable
from db.newsroom import Newsroom
from db.store.tables import StoryRow
from db.values import Story
from tests.db.conftest import People

EAST = timezone(timedelta(hours=8))


def test_a_time_comes_back_as_the_same_moment_in_utc(newsroom: Newsroom, draft: Story, people: People) -> None:
    newsroom.stories.plan(draft.id, actor=people["rita"], due=datetime(2026, 11, 24, 8, tzinfo=EAST))
    due = newsroom.stories.get(draft.id).due
    assert (due, due.tzinfo if due else None) == (datetime(2026, 11, 24, 0, tzinfo=UTC), UTC)


def test_a_time_without_a_zone_is_not_stored(newsroom: Newsroom, draft: Story, people: People) -> None:
    with pytest.raises(StatementError, match="without a zone"), newsroom.change(people["rita"], Act.CREATE) as unit:
        row = unit.session.get(StoryRow, draft.id)
        assert row is not None
        row.due = datetime(2026, 11, 24, 8)
        unit.session.flush()


def test_what_is_no_time_is_told_in_one_sentence(newsroom: Newsroom, draft: Story) -> None:
    with newsroom.engine.begin() as behind:
        behind.execute(text("UPDATE story SET changed = 'yesterday'"))
    with pytest.raises(Unreadable, match="“yesterday”"):
        newsroom.stories.get(draft.id)


def test_what_is_no_json_is_told_in_one_sentence(newsroom: Newsroom, people: People) -> None:
    newsroom.settings.set("name", "Courier", actor=people["carl"])
    with newsroom.engine.begin() as behind:
        behind.execute(text("UPDATE setting SET value = '{' WHERE key = 'name'"))
    with pytest.raises(Unreadable, match=r"“\{”"):
        newsroom.settings.get("name")


@pytest.mark.parametrize(("column", "table"), [("stage", "story"), ("stage_before", "story"), ("role", "account")])
def test_a_word_that_is_none_of_its_kind_is_told_in_one_sentence(
    newsroom: Newsroom, draft: Story, column: str, table: str
) -> None:
    with newsroom.engine.begin() as behind:
        behind.execute(text(f"UPDATE {table} SET {column} = 'Dragt'"))
    with pytest.raises(Unreadable, match="“Dragt”"):
        (newsroom.stories.list if table == "story" else newsroom.accounts.all)()
    assert "Dragt" in newsroom.audit().fault


@pytest.mark.parametrize("packed", ["{}", "[]", "7", "{half", "[" * 100_000])
def test_typing_that_was_damaged_is_told_in_one_sentence(
    newsroom: Newsroom, draft: Story, people: People, packed: str
) -> None:
    newsroom.stories.keep(draft.id, draft.text, actor=people["rita"], base=1)
    with newsroom.engine.begin() as behind:
        behind.execute(text("UPDATE working_copy SET text = :packed"), {"packed": packed})
    with pytest.raises(Unreadable, match="damaged"):
        newsroom.stories.working_copy(draft.id, actor=people["rita"])
