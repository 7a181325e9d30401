"""What a board shows: the right stories in the right order, counted, and their cards; read again only when needed."""

from datetime import timedelta
from itertools import pairwise, product

import pytest
from sqlalchemy import text as sql

from db.newsroom import Newsroom
from db.settings import TIME_ZONE
from db.stages import OPEN_STAGES, Move, Stage
from db.story.card_lists import CardFilter, CardGroup, CardOrder, CardQuestion, takes
from db.story.claims import LEASE
from db.values import Story, StoryText
from tests.db.conftest import Clock, People

ALL = (CardFilter(),)


@pytest.fixture
def mixed(newsroom: Newsroom, people: People, clock: Clock) -> list[Story]:
    """Stories of two desks and three writers in all stages, some of them exported or claimed."""
    made = []
    for desk, login, stage in product(("City", "Sport"), ("rita", "otto", "nora"), Stage):
        words = StoryText(slug=f"{desk}-{login}-{stage}".lower(), headline=f"{desk} {stage}")
        clock.now += timedelta(minutes=1)
        due = clock.now + timedelta(hours=len(made) % 7) if len(made) % 3 else None
        made.append(newsroom.stories.create(words, desk=desk, actor=people[login], due=due))
        if len(made) % 4 == 0:
            newsroom.claims.take(made[-1].id, actor=people["carl"])
        with newsroom.engine.begin() as connection:
            values = {"stage": str(stage), "words": len(made) % 5, "id": made[-1].id}
            connection.execute(sql("UPDATE story SET stage = :stage, words = :words WHERE id = :id"), values)
            if stage is Stage.PUBLISH and login != "rita":
                connection.execute(sql("UPDATE story SET exported = changed WHERE id = :id"), values)
    return made


def listed(newsroom: Newsroom, *filters: tuple[CardFilter, ...], **asked: object) -> list[int]:
    """The stories of one column."""
    found = newsroom.cards.read(CardQuestion(((filters or (ALL,)),), **asked))
    assert found is not None
    return list(found.columns[0].numbers)


FILTERS = [
    CardFilter(stages=OPEN_STAGES),
    CardFilter(stages=(Stage.SPIKED, Stage.KILLED), desks=("Sport",)),
    CardFilter(desks=("City", "Sport"), writer="otto"),
    CardFilter(holder="carl"),
    CardFilter(stages=(Stage.EDIT,), holder="carl"),
    CardFilter(holder="rita"),
    CardFilter(exported=True),
    CardFilter(stages=(Stage.PUBLISH,), exported=False),
    CardFilter(desks=("Nowhere",)),
]


def test_a_filter_says_the_same_to_the_database_and_of_a_card(newsroom: Newsroom, mixed: list[Story]) -> None:
    cards = {card.id: CardGroup.of(card) for card in newsroom.stories.list()}
    for either in pairwise(FILTERS):
        wanted = {number for number, group in cards.items() if takes(either, group)}
        assert set(listed(newsroom, either)) == wanted
        both = {number for number, group in cards.items() if all(one.takes(group) for one in either)}
        assert set(listed(newsroom, either[:1], either[1:])) == both


def test_the_groups_that_are_counted_are_those_of_the_cards(newsroom: Newsroom, mixed: list[Story]) -> None:
    found = newsroom.cards.read(CardQuestion((), login="carl"))
    assert found is not None
    cards = newsroom.stories.list()
    for one in found.tallies:
        of_group = [card for card in cards if CardGroup.of(card) == one.group]
        assert (one.stories, one.words) == (len(of_group), sum(card.words for card in of_group))
        assert one.writer_name == of_group[0].writer_name
    assert sum(one.stories for one in found.tallies) == len(cards)


def test_stories_stand_in_the_order_that_was_asked_for(newsroom: Newsroom, mixed: list[Story]) -> None:
    cards = newsroom.stories.list()
    changed = {card.id: -card.changed.timestamp() for card in cards}
    keys = {
        CardOrder.DUE: lambda card: (card.due is None, card.due, changed[card.id], card.id),
        CardOrder.CHANGED: lambda card: (changed[card.id], card.id),
        CardOrder.SLUG: lambda card: (card.slug, card.id),
        CardOrder.LENGTH: lambda card: (-card.words, card.slug, card.id),
    }
    for order, key in keys.items():
        assert listed(newsroom, order=order) == [card.id for card in sorted(cards, key=key)]


def test_the_best_found_stand_first_and_lengths_with_their_stories(
    newsroom: Newsroom, people: People, mixed: list[Story]
) -> None:
    best = newsroom.stories.create(StoryText(slug="z", headline="Killed killed"), desk="City", actor=people["rita"])
    found = newsroom.cards.read(CardQuestion(((ALL,),), CardOrder.RELEVANCE, "kill*"))
    assert found is not None
    assert found.columns[0].numbers[0] == best.id
    lengths = {card.id: card.words for card in newsroom.stories.list()}
    assert [lengths[number] for number in found.columns[0].numbers] == list(found.columns[0].words)


@pytest.mark.parametrize(
    ("search", "slugs"),
    [
        ("harbour", {"one", "two"}), ("harbour pilots", {"two"}), ("harbour -pilots", {"one"}), ("pil*", {"two"}),
        ("desk:Sport", {"two"}), ("rita sk*", {"one"}), ("hekmat", set()), ("after:2026-11-23 harb*", {"one", "two"}),
    ],
)  # fmt: skip
def test_only_what_is_searched_for_is_listed_and_counted(
    newsroom: Newsroom, people: People, search: str, slugs: set[str]
) -> None:
    newsroom.accounts.change("rita", actor=people["carl"], name="Rita Skeeter")
    newsroom.settings.set(TIME_ZONE, "Europe/Berlin", actor=people["carl"])
    for slug, desk, login, headline in (
        ("one", "City", "rita", "The harbour"), ("two", "Sport", "otto", "Harbour pilots"),
    ):  # fmt: skip
        newsroom.stories.create(StoryText(slug=slug, headline=headline), desk=desk, actor=people[login])
    found = newsroom.cards.read(CardQuestion(((ALL,),), search=search))
    assert found is not None
    named = newsroom.cards.cards(found.columns[0].numbers, search)
    assert {card.slug for card in named.cards} == slugs
    assert sum(one.stories for one in found.found) == len(slugs)
    assert sum(one.stories for one in found.tallies) == 2


def test_cards_come_with_their_hits_as_they_stand_now(newsroom: Newsroom, draft: Story) -> None:
    batch = newsroom.cards.cards([draft.id, 999], "ferry")
    assert [card.id for card in batch.cards] == [draft.id]
    assert any(part.hit for part in batch.snippets[draft.id])
    assert newsroom.cards.cards([draft.id]).snippets == {}


def test_many_cards_are_asked_for_at_once(newsroom: Newsroom, draft: Story) -> None:
    assert [card.id for card in newsroom.cards.cards(range(2_000)).cards] == [draft.id]


def test_lists_are_read_again_when_a_story_changed_and_not_before(
    newsroom: Newsroom, people: People, draft: Story
) -> None:
    asked = CardQuestion(((ALL,),), login="rita")
    first = newsroom.cards.read(asked)
    assert first is not None
    assert newsroom.cards.read(asked, first.mark) is None
    assert newsroom.cards.read(CardQuestion(((ALL,),), login="otto"), first.mark) is not None
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=people["rita"], problems=[])
    assert newsroom.cards.read(asked, first.mark) is not None


def test_what_somebody_claims_is_theirs_until_it_runs_out(
    newsroom: Newsroom, people: People, draft: Story, clock: Clock
) -> None:
    asked = CardQuestion((((CardFilter(holder="rita"),),),), login="rita")
    free = newsroom.cards.read(asked)
    assert free is not None
    newsroom.claims.take(draft.id, actor=people["rita"])
    held = newsroom.cards.read(asked, free.mark)
    assert held is not None
    assert list(held.columns[0].numbers) == [draft.id]
    clock.now += LEASE + timedelta(seconds=1)
    over = newsroom.cards.read(asked, held.mark)
    assert over is not None
    assert not over.columns[0].numbers
