"""What lists and the board show of stories."""

from dataclasses import replace

import pytest

from db.newsroom import Newsroom
from db.stages import Stage
from db.values import Story, StoryText
from tests.db.conftest import People


def test_the_list_is_filtered_and_newest_first(newsroom, draft, people, text, clock) -> None:
    clock.pass_by(minutes=1)
    other = newsroom.stories.create(text.with_(slug="derby"), desk="Sport", actor=people["otto"])
    assert [card.slug for card in newsroom.stories.list()] == ["derby", "ferry-back"]
    assert [card.slug for card in newsroom.stories.list(desk="City")] == ["ferry-back"]
    assert [card.id for card in newsroom.stories.list(writer="otto")] == [other.id]
    assert newsroom.stories.list(stages=[Stage.PUBLISH]) == []


def test_lists_page_by_key(newsroom: Newsroom, people: People, text: StoryText) -> None:
    for number in range(5):
        newsroom.stories.create(text.with_(slug=f"story-{number}"), desk="City", actor=people["rita"])
    everything = newsroom.stories.list()
    first = newsroom.stories.list(limit=2)
    second = newsroom.stories.list(limit=2, after=first[-1])
    third = newsroom.stories.list(limit=2, after=second[-1])
    assert [*first, *second, *third] == everything
    assert len(everything) == 5


def test_what_is_read_is_what_would_be_made_field_by_field(newsroom: Newsroom, draft: Story) -> None:
    (card,) = newsroom.stories.list()
    for read in (card, draft):
        assert read == replace(read)
        assert hash(read) == hash(replace(read))
    with pytest.raises(ValueError, match="zip"):
        type(card).of(["too", "few"])


def test_a_card_counts_the_threads_that_nobody_resolved(newsroom: Newsroom, draft: Story, people: People) -> None:
    first = newsroom.comments.add(draft.id, "Which port?", actor=people["nora"])
    newsroom.comments.reply(first, "Ours.", actor=people["rita"])
    other = newsroom.comments.add(draft.id, "Who says so?", actor=people["nora"])
    assert newsroom.stories.list()[0].open_comments == newsroom.stories.get(draft.id).open_comments == 2
    newsroom.comments.resolve(other, actor=people["rita"])
    assert newsroom.stories.list()[0].open_comments == 1


def test_a_claim_whose_lease_has_run_out_is_shown_no_more(newsroom, draft, people, clock) -> None:
    newsroom.claims.take(draft.id, actor=people["rita"])
    assert newsroom.stories.list()[0].claim is not None
    clock.pass_by(hours=1)
    assert newsroom.stories.list()[0].claim is newsroom.stories.get(draft.id).claim is None
