"""The index of full-text search holds what the newest revisions hold, and is made of them at any time."""

import pytest
from sqlalchemy import text
from sqlmodel import Session

from db.document import Document
from db.newsroom import Newsroom
from db.store.search_index import make_index, reindex
from db.values import Story

pytestmark = pytest.mark.parametrize("kind", ["sqlite", "postgresql"], indirect=True)


def found(newsroom: Newsroom, asked: str) -> list[str]:
    return [hit.card.slug for hit in newsroom.search.find(asked).hits]


@pytest.mark.parametrize("make", [make_index, reindex])
def test_an_index_that_is_there_goes_on_holding_each_story_once(newsroom: Newsroom, draft: Story, make) -> None:
    with newsroom.engine.begin() as behind, Session(bind=behind) as session:
        make(session)
    assert found(newsroom, "ferry") == [draft.slug]


def test_an_index_that_is_gone_is_made_of_the_newest_revisions(newsroom: Newsroom, draft: Story, people) -> None:
    text_now = draft.text.with_(body=Document.from_paragraphs(["渡轮 sails again."]))
    newsroom.stories.save(draft.id, text_now, actor=people["rita"], base=1)
    with newsroom.engine.begin() as behind, Session(bind=behind) as session:
        session.connection().execute(text("DROP TABLE story_search"))
        make_index(session)
    assert found(newsroom, "渡轮") == found(newsroom, "again") == [draft.slug]
    assert found(newsroom, "noon") == []


def test_words_at_the_end_of_one_part_and_the_start_of_the_next_are_no_phrase(newsroom: Newsroom, draft: Story) -> None:
    assert found(newsroom, '"is back"') == [draft.slug]
    assert found(newsroom, '"back by"') == []
