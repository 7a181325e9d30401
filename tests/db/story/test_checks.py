"""A check is asked for, done by another than the writer, of exactly one text; an open one stops approval."""

import pytest
from sqlalchemy import text as sql

from db.errors import NotFound, Refused, Stale
from db.newsroom import Newsroom
from db.settings import Settings
from db.stages import Move, Stage
from db.story.signoff import FOUR_EYES
from db.values import Story
from tests.db.conftest import People
from tests.db.test_acts import brought_to


def approve(newsroom: Newsroom, people: People, story: Story) -> Story:
    return newsroom.moves.make(Move.APPROVE, story.id, actor=people["nora"], problems=[])


@pytest.fixture
def submitted(newsroom: Newsroom, people: People, draft: Story) -> Story:
    return brought_to(Stage.EDIT, newsroom, people, draft)


def test_an_open_check_stops_approval_until_it_is_done(newsroom: Newsroom, people: People, submitted: Story) -> None:
    newsroom.checks.ask(submitted.id, "Legal", actor=people["nora"], note="The second paragraph.")
    with pytest.raises(Refused, match="The check “legal” is open"):
        approve(newsroom, people, submitted)
    assert [one.sentence for one in newsroom.checks.problems(submitted)] == ["The check “legal” is open."]
    newsroom.checks.do(submitted.id, "legal", actor=people["emil"], remark="Fine.")
    assert newsroom.checks.problems(submitted) == []
    assert approve(newsroom, people, submitted).stage is Stage.PUBLISH
    assert newsroom.audit().passed


def test_a_check_is_of_one_text(newsroom: Newsroom, people: People, submitted: Story) -> None:
    newsroom.checks.do(submitted.id, "facts", actor=people["emil"])
    changed = submitted.text.with_(dek="Another.")
    newsroom.stories.save(submitted.id, changed, actor=people["nora"], base=submitted.version)
    with pytest.raises(Refused, match="was done by Emil Editor on another text"):
        approve(newsroom, people, submitted)
    with pytest.raises(Stale, match="changed since you looked"):
        newsroom.checks.do(submitted.id, "facts", actor=people["emil"], content_hash=submitted.content_hash)


def test_a_kind_asks_for_checks(newsroom: Newsroom, people: People, submitted: Story) -> None:
    newsroom.kinds.add("Investigation", actor=people["carl"])
    newsroom.checks.name("legal", actor=people["carl"], kinds=["investigation"])
    newsroom.stories.plan(submitted.id, actor=people["nora"], kind="Investigation")
    with pytest.raises(Refused, match="“legal” is open"):
        approve(newsroom, people, submitted)
    with pytest.raises(Refused, match="Every story of the kind Investigation needs the check “legal”"):
        newsroom.checks.drop(submitted.id, "legal", actor=people["nora"])
    (check,) = newsroom.checks.of(submitted.id)
    assert (check.name, check.asked_by) == ("legal", "")


def test_a_check_is_asked_for_no_more(newsroom: Newsroom, people: People, submitted: Story) -> None:
    newsroom.checks.ask(submitted.id, "legal", actor=people["nora"])
    newsroom.checks.drop(submitted.id, "legal", actor=people["emil"])
    assert newsroom.checks.of(submitted.id) == []
    with pytest.raises(Refused, match="Nobody has asked"):
        newsroom.checks.drop(submitted.id, "legal", actor=people["emil"])
    approve(newsroom, people, submitted)


def test_nobody_checks_what_they_wrote(newsroom: Newsroom, people: People, draft: Story) -> None:
    own = newsroom.stories.create(draft.text.with_(slug="own"), desk="City", actor=people["nora"])
    with pytest.raises(Refused, match="Another must check what you wrote"):
        newsroom.checks.do(own.id, "legal", actor=people["nora"])
    Settings(newsroom).set(FOUR_EYES, False, actor=people["carl"])
    newsroom.checks.do(own.id, "legal", actor=people["nora"])


def test_the_newsroom_names_its_checks(newsroom: Newsroom, people: People, draft: Story) -> None:
    newsroom.checks.name("ethics", actor=people["carl"])
    newsroom.checks.remove("Facts", actor=people["carl"])
    assert list(newsroom.checks.all()) == ["legal", "pictures", "ethics"]
    with pytest.raises(NotFound, match="the checks are: legal, pictures, ethics"):
        newsroom.checks.ask(draft.id, "facts", actor=people["nora"])
    with pytest.raises(NotFound):
        newsroom.checks.name("legal", actor=people["carl"], kinds=["Investigation"])


@pytest.mark.parametrize("forged", ["content_hash = 'other'", "done_by = 1", "remark = 'Fine.'"])
def test_a_check_forged_past_galley_is_open_and_found(
    newsroom: Newsroom, people: People, submitted: Story, forged: str
) -> None:
    newsroom.checks.do(submitted.id, "legal", actor=people["emil"])
    with newsroom.engine.begin() as behind:
        behind.execute(sql(f"UPDATE story_check SET {forged}"))
    assert newsroom.checks.problems(submitted)
    assert not newsroom.audit().passed
