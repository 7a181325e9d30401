"""Slugs that are free."""

from contextlib import AbstractContextManager

import pytest

from db.acts import Act
from db.errors import Refused
from db.newsroom import open_newsroom
from db.stages import Move
from db.store.unit_of_work import UnitOfWork
from db.text.slugs import MAX_SLUG
from db.values import Draft, SignedIn
from tests.db.conftest import signed_in


@pytest.mark.parametrize("slug", ["Ferry", "ferry back", "-ferry", "x" * 49, "渡轮", "a--b"])
def test_a_malformed_slug_is_refused(newsroom, people, text, slug: str) -> None:
    with pytest.raises(Refused, match="slug"):
        newsroom.stories.create(text.with_(slug=slug), desk="City", actor=people["rita"])


def test_a_slug_is_unique_among_open_stories(newsroom, people, text, draft) -> None:
    with pytest.raises(Refused, match="already"):
        newsroom.stories.create(text, desk="City", actor=people["otto"])


def test_an_arriving_file_whose_slug_is_taken_gets_a_number(newsroom, people, text, draft) -> None:
    story = newsroom.stories.intake(Draft(text, source="ferry.txt"), desk="City", actor=people["otto"])
    assert story.slug == "ferry-back-2"


def test_a_slug_that_another_program_takes_meanwhile_gets_a_number(newsroom, people, text, monkeypatch) -> None:
    other = open_newsroom(newsroom.engine.url.render_as_string(hide_password=False), clock=newsroom.clock)

    def other_first(actor: SignedIn, act: Act) -> AbstractContextManager[UnitOfWork]:
        """The other program brings the same file in, and is the first to write."""
        monkeypatch.undo()
        other.stories.intake(Draft(text), desk="City", actor=signed_in(other, actor.login))
        return newsroom.stories._database.change(actor, act)

    monkeypatch.setattr(newsroom.stories._database, "change", other_first)
    story = newsroom.stories.intake(Draft(text), desk="City", actor=people["otto"])
    other.close()
    assert story.slug == "ferry-back-2"


def test_a_slug_that_leaves_no_room_for_a_number_is_shortened(newsroom, people, text) -> None:
    long = text.with_(slug="a-" + "b" * 44 + "-c")
    found = [newsroom.stories.intake(Draft(long), desk="City", actor=people["otto"]).slug for _ in range(11)]
    assert (found[0], found[1]) == (long.slug, "a-" + "b" * 44 + "-2")
    assert len(set(found)) == 11 and max(map(len, found)) <= MAX_SLUG


def test_a_slug_of_a_story_that_left_the_path_is_free_again(newsroom, people, text, draft) -> None:
    newsroom.moves.make(Move.SPIKE, draft.id, actor=people["nora"], note="old", problems=[])
    assert newsroom.stories.create(text, desk="City", actor=people["rita"]).slug == draft.slug


def test_a_story_begun_without_a_headline_is_named_after_the_first_one(newsroom, people, text) -> None:
    begun = newsroom.stories.create(text.with_(slug="", headline=""), desk="City", actor=people["rita"])
    assert begun.slug == "story"
    named = begun.text.with_(headline="Old lane houses get lifts")
    saved = newsroom.stories.save(begun.id, named, actor=people["rita"], base=begun.version)
    assert saved.slug == "old-lane-houses"
    again = saved.text.with_(headline="Lifts for the lane")
    assert newsroom.stories.save(begun.id, again, actor=people["rita"], base=saved.version).slug == "old-lane-houses"


def test_a_slug_that_somebody_chose_does_not_follow_the_headline(newsroom, people, text) -> None:
    begun = newsroom.stories.create(text.with_(slug=""), desk="City", actor=people["rita"])
    chosen = newsroom.stories.save(begun.id, begun.text.with_(slug="story"), actor=people["rita"], base=begun.version)
    later = chosen.text.with_(headline="Lifts for the lane")
    assert newsroom.stories.save(begun.id, later, actor=people["rita"], base=chosen.version).slug == "story"


def test_the_slug_of_a_first_headline_gets_a_number_where_it_is_taken(newsroom, people, text, draft) -> None:
    begun = newsroom.stories.create(text.with_(slug="", headline=""), desk="City", actor=people["rita"])
    named = begun.text.with_(headline=text.headline)
    assert newsroom.stories.save(begun.id, named, actor=people["rita"], base=begun.version).slug == f"{draft.slug}-2"
