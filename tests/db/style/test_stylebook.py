"""The stylebook: rules are drafted, tried, published, retired and switched off; preflight tells what breaks them."""

import pytest

from db.errors import NotFound, Refused
from db.newsroom import Newsroom
from db.style.judgements import Quote
from db.style.style_rules import StyleRule
from db.values import Severity, SignedIn, Story
from tests.db.conftest import People

RULE = StyleRule("ferry|ferries", "boat", "We say boat.")
"""Of a word that the draft has in its headline and body."""


@pytest.fixture
def carl(people: People) -> SignedIn:
    return people["carl"]


def published(newsroom: Newsroom, carl: SignedIn, rule: StyleRule = RULE) -> str:
    name = newsroom.stylebook.draft(rule, actor=carl)
    newsroom.stylebook.publish(name, actor=carl)
    return name


def test_a_draft_holds_nowhere_until_it_is_published(newsroom: Newsroom, carl: SignedIn) -> None:
    name = newsroom.stylebook.draft(RULE, actor=carl)
    assert name == "ferry-ferries"
    assert newsroom.stylebook.published("en-US", "City") == []
    newsroom.stylebook.publish(name, actor=carl)
    assert [rule.find for rule in newsroom.stylebook.published("en-US", "City")] == [RULE.find]
    assert newsroom.audit().passed


def test_a_published_rule_goes_on_while_it_is_drafted_anew(newsroom: Newsroom, carl: SignedIn) -> None:
    name = published(newsroom, carl)
    newsroom.stylebook.draft(StyleRule("ferry", "vessel", name=name), actor=carl)
    (entry,) = newsroom.stylebook.all()
    assert (entry.newest.prefer, newsroom.stylebook.published("en", "City")[0].prefer) == ("vessel", "boat")
    newsroom.stylebook.publish(name, actor=carl)
    assert newsroom.stylebook.published("en", "City")[0].prefer == "vessel"
    with pytest.raises(Refused, match="is published as it is drafted"):
        newsroom.stylebook.publish(name, actor=carl)


def test_it_is_retired_and_taken_out(newsroom: Newsroom, carl: SignedIn) -> None:
    name = published(newsroom, carl)
    newsroom.stylebook.retire(name, actor=carl)
    assert newsroom.stylebook.published("en", "City") == []
    newsroom.stylebook.remove(name, actor=carl)
    assert newsroom.stylebook.all() == []
    with pytest.raises(NotFound, match="no rule of house style"):
        newsroom.stylebook.publish(name, actor=carl)


def test_two_rules_of_one_word_have_two_names(newsroom: Newsroom, carl: SignedIn) -> None:
    assert [newsroom.stylebook.draft(StyleRule("ferry"), actor=carl) for _ in range(3)] == [
        "ferry",
        "ferry-2",
        "ferry-3",
    ]


def test_a_trial_says_what_a_rule_would_have_remarked(newsroom: Newsroom, draft: Story) -> None:
    found = newsroom.stylebook.trial(RULE)
    assert found.stories == 1
    assert found.hit == 1
    assert found.count == len(found.hits) >= 1
    assert {hit.slug for hit in found.hits} == {draft.slug}
    assert newsroom.stylebook.trial(StyleRule("ferry", language="nl")).stories == 0


def test_what_would_run_wild_is_not_published(newsroom: Newsroom, carl: SignedIn) -> None:
    name = newsroom.stylebook.draft(StyleRule(r"(\w+)+x", pattern=True), actor=carl)
    with pytest.raises(Refused, match="would run for long"):
        newsroom.stylebook.publish(name, actor=carl)


def test_a_rule_that_ran_wild_is_switched_off_until_it_is_published_again(
    newsroom: Newsroom, carl: SignedIn, people: People
) -> None:
    name = published(newsroom, carl)
    newsroom.stylebook.switch_off(name, "It took 3 s.", actor=people["rita"])
    assert newsroom.stylebook.need(name).off == "It took 3 s."
    assert newsroom.stylebook.published("en", "City") == []
    assert newsroom.audit().passed
    newsroom.stylebook.publish(name, actor=carl)
    assert newsroom.stylebook.published("en", "City") != []


def test_preflight_tells_what_breaks_a_rule_as_grave_as_it_is(newsroom: Newsroom, carl: SignedIn, draft: Story) -> None:
    assert newsroom.stylebook.check(draft) == []
    name = published(newsroom, carl, StyleRule("ferry", "boat", "We say boat.", severity=Severity.BLOCKER))
    problem = newsroom.stylebook.check(draft)[0]
    assert problem.rule == f"style:{name}"
    assert problem.blocks
    assert "We say boat." in problem.sentence
    assert problem.mend == "Write “Boat”."
    assert problem.sentence.startswith("House style: “Ferry”, 2 times.")


def test_a_dismissed_warning_is_none_and_a_blocker_stays(newsroom: Newsroom, carl: SignedIn, draft: Story) -> None:
    name = published(newsroom, carl, StyleRule("ferry", "boat"))
    found = newsroom.stylebook.check(draft)
    for text in (draft.headline, *(block.text for block in draft.body.blocks)):
        for at in range(len(text)):
            if text[at : at + 5].casefold() == "ferry":
                newsroom.judgements.dismiss(draft.id, Quote.of(text, at, at + 5), actor=carl, rule=name)
    assert found
    assert newsroom.stylebook.check(draft) == []
    newsroom.stylebook.draft(StyleRule("ferry", "boat", name=name, severity=Severity.BLOCKER), actor=carl)
    newsroom.stylebook.publish(name, actor=carl)
    assert len(newsroom.stylebook.check(draft)) == len(found)


def test_a_desks_rules_follow_it(newsroom: Newsroom, carl: SignedIn) -> None:
    published(newsroom, carl, StyleRule("ferry", "boat", desk="city"))
    newsroom.desks.rename("City", "Town", actor=carl)
    assert newsroom.stylebook.published("en", "Town") != []
    with pytest.raises(NotFound, match="no desk"):
        newsroom.stylebook.draft(StyleRule("ferry", desk="Mars"), actor=carl)
