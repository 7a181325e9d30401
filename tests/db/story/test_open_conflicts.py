"""A choice that was put off waits for the person who has to make it, and for nobody else."""

import pytest

from db.errors import NotFound
from db.newsroom import Newsroom, open_newsroom
from db.values import Account, Story
from tests.db.conftest import People


@pytest.fixture
def met(newsroom: Newsroom, draft: Story, people: People) -> Story:
    """Rita's story, in which Nora saved two revisions while Rita was writing from the first."""
    for dek in ("Nora's first", "Nora's second"):
        story = newsroom.stories.get(draft.id)
        newsroom.stories.save(draft.id, draft.text.with_(dek=dek), actor=people["nora"], base=story.version)
    return newsroom.stories.get(draft.id)


def deks(newsroom: Newsroom, story: Story, actor: Account) -> list[tuple[str, str, str]]:
    waiting = newsroom.choices.open(story.id, actor=actor)
    return [(one.base.text.dek, one.theirs.text.dek, one.theirs.author_name) for one in waiting]


def test_it_waits_with_both_texts_when_the_newsroom_is_opened_again(newsroom, met: Story, people, place: str) -> None:
    newsroom.choices.remember(met.id, base=1, theirs=3, actor=people["rita"])
    again = open_newsroom(place)
    assert deks(again, met, people["rita"]) == [("", "Nora's second", "Nora Editor")]
    assert deks(again, met, people["nora"]) == []
    again.close()


def test_each_waits_until_it_is_made(newsroom: Newsroom, met: Story, people) -> None:
    rita = people["rita"]
    for theirs in (3, 2, 3):
        newsroom.choices.remember(met.id, base=1, theirs=theirs, actor=rita)
    assert [dek for _, dek, _ in deks(newsroom, met, rita)] == ["Nora's first", "Nora's second"]
    newsroom.choices.forget(met.id, theirs=2, actor=rita)
    newsroom.choices.forget(met.id, theirs=2, actor=rita)
    assert [dek for _, dek, _ in deks(newsroom, met, rita)] == ["Nora's second"]


def test_what_a_choice_is_about_must_be_there(newsroom: Newsroom, people) -> None:
    with pytest.raises(NotFound):
        newsroom.choices.remember(99, base=1, theirs=2, actor=people["rita"])
