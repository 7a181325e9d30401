"""What a newsroom asks of its stories, for all desks or one."""

from dataclasses import replace

import pytest

from db.errors import NotFound, Refused
from db.newsroom import Newsroom
from db.story.limits import MOST
from db.values import Account, Severity, Story

People = dict[str, Account]


def rules(newsroom: Newsroom, story: Story) -> list[tuple[str, Severity]]:
    """What a story does not hold to."""
    return [(problem.rule, problem.severity) for problem in newsroom.limits.check(story)]


def test_nothing_is_asked_at_first(newsroom: Newsroom, draft: Story) -> None:
    assert newsroom.limits.check(draft) == []


@pytest.mark.parametrize(
    ("name", "fine", "broken"),
    [
        ("headline-longest", 13, 12),
        ("dek-longest", 0, None),
        ("dek-least", 0, 1),
        ("kicker-least", 0, 1),
        ("dateline-least", 0, 1),
        ("words-least", 8, 9),
        ("pictures-least", 0, 1),
    ],
)
def test_each_limit_finds_what_breaks_it(
    newsroom: Newsroom, people: People, draft: Story, name: str, fine: int, broken: int | None
) -> None:
    newsroom.limits.set(name, fine, actor=people["carl"])
    assert newsroom.limits.check(draft) == []
    if broken is not None:
        newsroom.limits.set(name, broken, actor=people["carl"], blocker=True)
        assert rules(newsroom, draft) == [(name, Severity.BLOCKER)]


def test_a_dek_that_is_too_long_is_found(newsroom: Newsroom, people: People, draft: Story) -> None:
    newsroom.limits.set("dek-longest", 10, actor=people["carl"])
    assert rules(newsroom, replace(draft, dek="x" * 11)) == [("dek-longest", Severity.WARNING)]


def test_a_field_must_be_there_or_be_long_enough(newsroom: Newsroom, people: People, draft: Story) -> None:
    newsroom.limits.set("kicker-least", 4, actor=people["carl"])
    said = {kicker: newsroom.limits.check(replace(draft, kicker=kicker)) for kicker in (" ", "Bay", "Port")}
    assert [one.sentence for one in said[" "]] == ["The story has no kicker; City wants one."]
    assert [one.sentence for one in said["Bay"]] == ["The kicker has 3 characters; City wants at least 4."]
    assert said["Port"] == []


def test_a_desk_s_own_limit_stands_in_place_of_the_common_one(newsroom: Newsroom, people: People, draft: Story) -> None:
    newsroom.limits.set("words-least", 500, actor=people["carl"], blocker=True)
    newsroom.limits.set("words-least", 3, actor=people["carl"], desk="City")
    assert newsroom.limits.check(draft) == []
    assert rules(newsroom, replace(draft, desk="Sport")) == [("words-least", Severity.BLOCKER)]
    newsroom.limits.set("words-least", None, actor=people["carl"], desk="City")
    assert rules(newsroom, draft) == [("words-least", Severity.BLOCKER)]


def test_the_most_that_fields_may_have_is_known_while_they_are_written(
    newsroom: Newsroom, people: People, draft: Story
) -> None:
    newsroom.limits.set("dek-longest", 160, actor=people["carl"])
    newsroom.limits.set("dek-longest", 90, actor=people["carl"], desk=draft.desk)
    newsroom.limits.set("headline-longest", 60, actor=people["carl"])
    newsroom.limits.set("words-least", 100, actor=people["carl"])
    assert newsroom.limits.longest(draft.desk) == {"headline": 60, "dek": 90}


def test_only_the_chief_sets_limits_and_only_those_there_are(newsroom: Newsroom, people: People) -> None:
    with pytest.raises(Refused, match="Only the chief"):
        newsroom.limits.set("words-least", 3, actor=people["nora"])
    with pytest.raises(Refused, match="There is no limit"):
        newsroom.limits.set("vowels-most", 3, actor=people["carl"])
    with pytest.raises(NotFound, match="no desk"):
        newsroom.limits.set("words-least", 3, actor=people["carl"], desk="Moon")
    with pytest.raises(Refused, match="less than nothing"):
        newsroom.limits.set("words-least", -1, actor=people["carl"])
    with pytest.raises(Refused, match="100,000 at most"):
        newsroom.limits.set("words-least", 100_001, actor=people["carl"])


def test_a_limit_is_one_of_a_desk_or_of_a_kind_and_has_a_bound(newsroom: Newsroom, people: People) -> None:
    carl = people["carl"]
    newsroom.kinds.add("Brief", actor=carl)
    newsroom.limits.set("words-least", MOST, actor=carl)
    for value, given, why in (
        (MOST + 1, {}, "at most"), (-1, {}, "less than nothing"), (9, {"desk": "City", "kind": "Brief"}, "name either"),
    ):  # fmt: skip
        with pytest.raises(Refused, match=why):
            newsroom.limits.set("words-least", value, actor=carl, **given)


def test_a_limit_that_a_newer_galley_has_set_is_passed_over(newsroom: Newsroom, people: People, draft: Story) -> None:
    newsroom.settings.set("limits", {"": {"vowels-most": [3, "warning"]}}, actor=people["carl"])
    assert newsroom.limits.of(draft.desk) == {}
    assert newsroom.limits.check(draft) == []
