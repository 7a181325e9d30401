"""Remarks that were dismissed stay so at their words, for everybody; what is made of them is counted by rule."""

import pytest

from db.errors import NotFound
from db.newsroom import Newsroom
from db.style.judgements import SPELLING, Quote, RuleTally
from db.values import Story
from tests.db.conftest import People

TEXT = "The harber dues rise by ten per cent, the harber said."


def test_a_dismissed_remark_is_known_at_its_place_alone(newsroom: Newsroom, people: People, draft: Story) -> None:
    first, second = Quote.of(TEXT, 4, 10), Quote.of(TEXT, 42, 48)
    assert first.text == second.text == "harber"
    newsroom.judgements.dismiss(draft.id, first, actor=people["rita"])
    (kept,) = newsroom.judgements.dismissed(draft.id)[SPELLING]
    assert kept.is_at(first)
    assert not kept.is_at(second)
    assert newsroom.judgements.dismissed(draft.id + 1) == {}


def test_words_changed_on_one_side_leave_it_known() -> None:
    quote = Quote.of(TEXT, 4, 10)
    assert quote.is_at(Quote.of(TEXT.replace("dues", "costs"), 4, 10))
    assert not quote.is_at(Quote.of(TEXT.replace("The ", "Our ").replace("dues", "costs"), 4, 10))


def test_what_is_made_of_remarks_is_counted_by_rule(newsroom: Newsroom, people: People, draft: Story) -> None:
    quote = Quote("per cent")
    newsroom.judgements.accept(draft.id, quote, actor=people["rita"], rule="per-cent")
    for _ in range(2):
        newsroom.judgements.dismiss(draft.id, quote, actor=people["nora"], rule="per-cent")
    assert newsroom.judgements.tallies() == {"per-cent": RuleTally(accepted=1, dismissed=2)}
    assert newsroom.audit().passed


def test_a_story_that_is_not_there_is_refused(newsroom: Newsroom, people: People) -> None:
    with pytest.raises(NotFound, match="no story number 99"):
        newsroom.judgements.dismiss(99, Quote("x"), actor=people["rita"])
