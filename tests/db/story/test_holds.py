"""A story that is held back goes on being written, and is printed by nobody."""

from datetime import timedelta

import pytest

from db.clearance import why_not_clean
from db.errors import Refused
from db.newsroom import Newsroom
from db.stages import Move, Stage
from db.values import Story
from tests.db.conftest import START, Clock, People, export
from tests.db.test_acts import brought_to

HOUR = timedelta(hours=1)


@pytest.fixture
def approved(newsroom: Newsroom, people: People, draft: Story) -> Story:
    return brought_to(Stage.PUBLISH, newsroom, people, draft)


def put(newsroom: Newsroom, people: People, story: Story, hours: float | None = None, login: str = "nora") -> None:
    until = START + hours * HOUR if hours else None
    newsroom.holds.put(story.id, "Embargo.", actor=people[login], until=until)


def test_a_story_under_embargo_is_exported_when_its_time_is_over(
    newsroom: Newsroom, people: People, approved: Story, clock: Clock
) -> None:
    put(newsroom, people, approved, hours=2)
    with pytest.raises(Refused, match="ferry-back is held back by Nora Editor until 2026-11-23 at 11:00 UTC: Embargo"):
        export(newsroom, approved, people["pia"])
    assert "is held back by Nora Editor" in why_not_clean(newsroom.stories.get(approved.id))
    clock.pass_by(hours=2)
    assert why_not_clean(newsroom.stories.get(approved.id)) == ""
    export(newsroom, approved, people["pia"])
    assert newsroom.audit().passed


@pytest.mark.parametrize("hours", [2, None])
def test_no_clock_that_is_put_back_releases_anything(
    newsroom: Newsroom, people: People, approved: Story, clock: Clock, hours: float | None
) -> None:
    put(newsroom, people, approved, hours)
    for back in (1, 1_000, 100_000):
        clock.now = START - back * HOUR
        with pytest.raises(Refused, match="held back"):
            export(newsroom, approved, people["pia"])


def test_a_hold_lasts_until_an_editor_lifts_it(
    newsroom: Newsroom, people: People, approved: Story, clock: Clock
) -> None:
    put(newsroom, people, approved)
    clock.pass_by(days=400)
    with pytest.raises(Refused, match="until that is lifted"):
        export(newsroom, approved, people["pia"])
    newsroom.holds.lift(approved.id, actor=people["emil"], why="The jury is back.")
    export(newsroom, approved, people["pia"])
    told = [(event.action, event.note) for event in newsroom.stories.history(approved.id)[-3:-1]]
    assert told == [("hold", "Embargo."), ("lift hold", "The jury is back.")]


def test_writing_and_approving_go_on(newsroom: Newsroom, people: People, draft: Story) -> None:
    put(newsroom, people, draft, login="rita")
    saved = newsroom.stories.save(draft.id, draft.text.with_(dek="On."), actor=people["rita"], base=1)
    assert saved.hold is not None
    assert brought_to(Stage.PUBLISH, newsroom, people, saved).hold is not None


def test_only_an_editor_makes_it_shorter(newsroom: Newsroom, people: People, draft: Story) -> None:
    put(newsroom, people, draft, hours=5, login="rita")
    with pytest.raises(Refused, match="shorter time"):
        put(newsroom, people, draft, hours=1, login="rita")
    put(newsroom, people, draft, hours=9, login="rita")
    put(newsroom, people, draft, hours=1)
    hold = newsroom.stories.get(draft.id).hold
    assert hold is not None
    assert hold.until == START + HOUR


@pytest.mark.parametrize(
    ("reason", "hours", "why"), [(" ", None, "Say why"), ("Embargo.", -1, "is over"), ("Embargo.", 9e6, "in the years")]
)
def test_a_hold_has_a_reason_and_a_time_to_come(
    newsroom: Newsroom, people: People, draft: Story, reason: str, hours: float | None, why: str
) -> None:
    until = START + hours * HOUR if hours else None
    with pytest.raises(Refused, match=why):
        newsroom.holds.put(draft.id, reason, actor=people["nora"], until=until)


def test_what_is_not_held_back_is_not_lifted(newsroom: Newsroom, people: People, draft: Story) -> None:
    with pytest.raises(Refused, match="is not held back"):
        newsroom.holds.lift(draft.id, actor=people["nora"])


def test_a_hold_taken_out_past_galley_is_found(newsroom: Newsroom, people: People, approved: Story) -> None:
    put(newsroom, people, approved)
    with newsroom.engine.begin() as behind:
        behind.exec_driver_sql("UPDATE story SET hold_id = NULL")
    with pytest.raises(Refused, match="changed past Galley"):
        export(newsroom, approved, people["pia"])
    assert not newsroom.audit().passed


def test_a_move_does_not_lift_it(newsroom: Newsroom, people: People, approved: Story) -> None:
    put(newsroom, people, approved)
    newsroom.moves.make(Move.RECALL, approved.id, actor=people["nora"], note="More.", problems=[])
    assert newsroom.stories.get(approved.id).hold is not None
