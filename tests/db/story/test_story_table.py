"""The list of stories: in the order of any column, in both directions, whole or its beginning."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import text

from db.newsroom import Newsroom
from db.stages import Move, Stage
from db.story.card_lists import CardFilter
from db.story.story_table import TableColumn, TableQuestion
from db.values import StoryCard
from tests.db.conftest import START, People

NOTHING = TableQuestion(filters=())


@pytest.fixture
def listed(newsroom: Newsroom, draft, people: People, clock) -> Iterator[list[StoryCard]]:
    """Stories that differ in every column; some have nothing in one."""
    newsroom.desks.add("Culture", actor=people["carl"])
    newsroom.kinds.add("Brief", actor=people["carl"])
    people_of = {"zoo": "rita", "ant": "otto", "Bee": "nora"}
    for number, (slug, login) in enumerate(people_of.items()):
        clock.pass_by(minutes=1)
        made = newsroom.stories.create(
            draft.text.with_(slug=slug.lower(), headline=f"{slug} {number}"), desk="Culture" if number else "City",
            actor=people[login], due=START + timedelta(hours=number) if number else None, kind="Brief" * (number == 2),
            target_lines=30 + number if number else None,
        )  # fmt: skip
        newsroom.stories.measured(made.id, content_hash=made.content_hash, lines=40, actor=people[login])
    newsroom.moves.make(Move.SUBMIT, made.id, actor=people["nora"], problems=[])
    numbers = newsroom.story_table.read_all(NOTHING).numbers
    yield list(newsroom.cards.cards(numbers).cards)


VALUES = {
    TableColumn.SLUG: lambda card: card.slug,
    TableColumn.HEADLINE: lambda card: card.headline,
    TableColumn.STAGE: lambda card: (list(Stage).index(card.stage), card.changed),
    TableColumn.DESK: lambda card: (card.desk, card.stage, card.changed),
    TableColumn.KIND: lambda card: card.kind or None,
    TableColumn.WRITER: lambda card: (card.writer_name, card.changed),
    TableColumn.WORDS: lambda card: card.words,
    TableColumn.OVER: lambda card: None if card.target_lines is None else card.lines and card.lines - card.target_lines,
    TableColumn.DUE: lambda card: card.due,
    TableColumn.CHANGED: lambda card: card.changed,
}


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("column", list(TableColumn))
def test_a_list_is_sorted_by_any_column_and_what_has_nothing_there_stands_last(
    newsroom: Newsroom, listed: list[StoryCard], column: TableColumn, descending: bool
) -> None:
    question = TableQuestion((), column, descending)
    found = newsroom.story_table.read_all(question).numbers
    cards = {card.id: card for card in listed}
    values = [VALUES[column](cards[number]) for number in found]
    filled = [value for value in values if value is not None]
    assert sorted(found) == sorted(cards)
    assert filled == sorted(filled, reverse=descending)
    assert values == filled + [None] * (len(values) - len(filled))
    begun = newsroom.story_table.read(question, 2)
    assert begun and (begun.numbers, begun.complete) == (found[:2], False)


def test_a_list_holds_what_passes_all_filters_and_the_search(newsroom: Newsroom, listed: list[StoryCard]) -> None:
    of_culture = (CardFilter(stages=(Stage.DRAFT,), desks=("Culture",)), CardFilter(stages=(Stage.EDIT,)))
    question = TableQuestion((of_culture, (CardFilter(writer="nora"), CardFilter(writer="otto"))), search="noon")
    found = newsroom.story_table.read_all(question).numbers
    assert {card.slug for card in listed if card.id in found} == {"ant", "bee"}


def test_a_list_is_not_read_again_while_nothing_has_changed(newsroom: Newsroom, listed, people) -> None:
    begun = newsroom.story_table.read(NOTHING, 100)
    assert begun and begun.complete
    assert newsroom.story_table.read(NOTHING, 100, begun.mark) is None
    newsroom.stories.plan(listed[0].id, actor=people["nora"], target_lines=7)
    assert newsroom.story_table.read(NOTHING, 100, begun.mark) is not None


@pytest.mark.parametrize("column", ["slug", "headline", "words", "due", "changed"])
def test_a_list_is_read_from_an_index_alone(newsroom: Newsroom, column: str) -> None:
    question = TableQuestion(((CardFilter(stages=(Stage.DRAFT, Stage.EDIT)),),), TableColumn(column))
    with newsroom.reading() as session:
        (part, *_) = newsroom.story_table._parts(session, question)
        query = newsroom.story_table._query(session, question, part)
        words = str(query.compile(session.connection(), compile_kwargs={"literal_binds": True}))
        if session.get_bind().dialect.name != "sqlite":
            return  # PostgreSQL chooses by what is in the tables
        plan = [row[3] for row in session.connection().execute(text(f"EXPLAIN QUERY PLAN {words}"))]
    assert len(plan) == 1 and f"USING COVERING INDEX story_by_{column}" in plan[0], plan
