"""The kinds of a newsroom's stories: its own list, none at first; what a story is of."""

from dataclasses import replace

import pytest

from db.errors import NotFound, Refused
from db.newsroom import Newsroom
from db.values import Account, Draft, Severity, Story, StoryText

People = dict[str, Account]


@pytest.fixture
def kinds(newsroom: Newsroom, people: People) -> list[str]:
    """News, briefs and features."""
    return [newsroom.kinds.add(name, actor=people["carl"]) for name in ("News", "Brief", "Feature")]


def test_there_are_none_at_first(newsroom: Newsroom, draft: Story) -> None:
    assert newsroom.kinds.all() == []
    assert draft.kind == ""


def test_the_chief_names_them_and_takes_them_off(newsroom: Newsroom, people: People, kinds: list[str]) -> None:
    assert newsroom.kinds.all() == ["News", "Brief", "Feature"]
    assert newsroom.kinds.remove("brief", actor=people["carl"]) == "Brief"
    assert newsroom.kinds.all() == ["News", "Feature"]
    with pytest.raises(Refused, match="Only the chief"):
        newsroom.kinds.add("Opinion", actor=people["nora"])
    with pytest.raises(Refused, match="Only the chief"):
        newsroom.kinds.remove("News", actor=people["nora"])
    with pytest.raises(Refused, match="already"):
        newsroom.kinds.add(" news ", actor=people["carl"])
    with pytest.raises(Refused, match="needs a name"):
        newsroom.kinds.add("  ", actor=people["carl"])
    with pytest.raises(NotFound, match="the kinds are: News, Feature"):
        newsroom.kinds.remove("Obituary", actor=people["carl"])


def test_a_story_is_given_its_kind(newsroom: Newsroom, people: People, kinds: list[str], text: StoryText) -> None:
    story = newsroom.stories.create(text, desk="City", actor=people["rita"], kind="brief")
    assert story.kind == "Brief"
    assert newsroom.stories.plan(story.id, actor=people["rita"], kind="Feature").kind == "Feature"
    assert newsroom.stories.plan(story.id, actor=people["rita"], desk="Sport").kind == "Feature"
    assert newsroom.stories.plan(story.id, actor=people["rita"], kind="").kind == ""
    assert [card.kind for card in newsroom.stories.list()] == [""]
    taken = newsroom.stories.intake(Draft(text.with_(slug="other")), desk="City", actor=people["rita"], kind="News")
    assert taken.kind == "News"


def test_a_kind_must_be_there_and_a_story_keeps_one_that_is_offered_no_more(
    newsroom: Newsroom, people: People, kinds: list[str], draft: Story
) -> None:
    with pytest.raises(NotFound, match="no kind"):
        newsroom.stories.plan(draft.id, actor=people["rita"], kind="Obituary")
    newsroom.stories.plan(draft.id, actor=people["rita"], kind="Brief")
    newsroom.kinds.remove("Brief", actor=people["carl"])
    assert newsroom.stories.plan(draft.id, actor=people["rita"], kind="Brief", target_lines=9).kind == "Brief"
    newsroom.stories.plan(draft.id, actor=people["rita"], kind="")
    with pytest.raises(NotFound):
        newsroom.stories.plan(draft.id, actor=people["rita"], kind="Brief")


def test_stories_of_a_kind_are_found(newsroom: Newsroom, people: People, kinds: list[str], draft: Story) -> None:
    newsroom.stories.plan(draft.id, actor=people["rita"], kind="Brief")
    for asked, number in (("kind:brief", 1), ("ferry kind:Brief", 1), ("kind:news", 0)):
        assert len(newsroom.search.find(asked).hits) == number


def test_a_kinds_limits_are_laid_over_its_desks(
    newsroom: Newsroom, people: People, kinds: list[str], draft: Story
) -> None:
    carl = people["carl"]
    newsroom.limits.set("words-least", 300, actor=carl, blocker=True)
    newsroom.limits.set("headline-longest", 5, actor=carl, desk="City")
    newsroom.limits.set("words-least", 20, actor=carl, kind="brief")
    brief = replace(draft, kind="Brief")
    assert newsroom.limits.of("City", "Brief") == {
        "words-least": (20, Severity.WARNING), "headline-longest": (5, Severity.WARNING),
    }  # fmt: skip
    assert [(one.rule, one.sentence) for one in newsroom.limits.check(brief)] == [
        ("words-least", "The story has 8 words; Brief wants at least 20."),
        ("headline-longest", "The headline has 13 characters; City allows 5."),
    ]
    assert newsroom.limits.check(draft)[0].severity is Severity.BLOCKER
    newsroom.limits.set("words-least", None, actor=carl, kind="Brief")
    assert newsroom.limits.of_kind("Brief") == {}
    assert newsroom.limits.check(brief)[0].sentence == "The story has 8 words; City wants at least 300."


def test_a_limit_is_a_desks_or_a_kinds_that_is_there(newsroom: Newsroom, people: People, kinds: list[str]) -> None:
    with pytest.raises(Refused, match="name either"):
        newsroom.limits.set("words-least", 3, actor=people["carl"], desk="City", kind="News")
    with pytest.raises(NotFound, match="no kind"):
        newsroom.limits.set("words-least", 3, actor=people["carl"], kind="Obituary")


def test_a_kind_nobody_can_see_is_none(newsroom: Newsroom, people: People) -> None:
    with pytest.raises(Refused, match="needs a name"):
        newsroom.kinds.add("\u200b", actor=people["carl"])


def test_kinds_of_any_language_are_told_apart_as_readers_do(newsroom: Newsroom, people: People, draft: Story) -> None:
    newsroom.kinds.add("Éditorial", actor=people["carl"])
    with pytest.raises(Refused, match="already"):
        newsroom.kinds.add("EDITORIAL", actor=people["carl"])
    assert newsroom.stories.plan(draft.id, actor=people["rita"], kind="e\u0301ditorial").kind == "Éditorial"
    assert [hit.card.id for hit in newsroom.search.find("kind:editorial").hits] == [draft.id]
    assert [hit.card.id for hit in newsroom.search.find("kind:édi*").hits] == [draft.id]
