"""Of the cards of a newsroom those are read again that have changed."""

from datetime import timedelta

import pytest

from db.stages import Move
from db.story.claims import LEASE
from db.values import StoryCard


@pytest.fixture
def other(newsroom, people, text):
    """A story nobody does anything with."""
    return newsroom.stories.create(text.with_(slug="other"), desk="Sport", actor=people["rita"])


def test_all_cards_are_read_first_and_then_only_those_that_changed(newsroom, people, draft, other) -> None:
    first = newsroom.stories.news()
    assert (first.whole, len(first.cards)) == (True, 2)
    assert newsroom.stories.news(first.mark).cards == []
    planned = newsroom.stories.plan(draft.id, actor=people["rita"], target_lines=9)
    news = newsroom.stories.news(first.mark)
    assert (news.whole, [card.id for card in news.cards]) == (False, [draft.id])
    assert news.cards[0] == newsroom.stories.list(desk="City")[0]
    assert news.cards[0].target_lines == planned.target_lines
    assert newsroom.stories.news(news.mark).cards == []


@pytest.mark.parametrize(
    "change",
    [
        lambda room, people, story: room.claims.take(story.id, actor=people["rita"]),
        lambda room, people, story: room.moves.make(Move.SUBMIT, story.id, actor=people["rita"], problems=[]),
        lambda room, people, story: room.stories.save(
            story.id, story.text.with_(dek="New"), actor=people["rita"], base=story.version
        ),
    ],
    ids=["claimed", "moved", "saved"],
)
def test_what_is_done_to_a_story_is_news(newsroom, people, draft, other, change) -> None:
    before = newsroom.stories.news()
    change(newsroom, people, draft)
    news = newsroom.stories.news(before.mark)
    assert [card.id for card in news.cards] == [draft.id]
    assert news.cards[0] not in before.cards


def test_a_claim_that_runs_out_and_a_depth_that_was_measured_are_found_among_those_asked_for(
    newsroom, people, draft, other, clock
) -> None:
    newsroom.claims.take(draft.id, actor=people["rita"])
    held = newsroom.stories.news()
    clock.now += LEASE + timedelta(seconds=1)
    newsroom.stories.measured(other.id, content_hash=other.content_hash, lines=7, actor=people["rita"])
    found: dict[int, StoryCard] = {
        card.id: card for card in newsroom.stories.news(held.mark, {draft.id, other.id}).cards
    }
    assert found[draft.id].claim is None
    assert found[other.id].lines == 7


def test_what_shows_on_all_cards_has_them_all_read_again(newsroom, people, draft, other) -> None:
    mark = newsroom.stories.news().mark
    newsroom.accounts.change("rita", actor=people["carl"], name="Rita Skeeter")
    renamed = newsroom.stories.news(mark)
    assert renamed.whole
    newsroom.desks.rename("City", "Town", actor=people["carl"])
    assert newsroom.stories.news(renamed.mark).whole


def test_many_stories_are_asked_for_by_number_at_once(newsroom, people, draft) -> None:
    mark = newsroom.stories.news().mark
    assert [card.id for card in newsroom.stories.news(mark, range(2_000)).cards] == [draft.id]
