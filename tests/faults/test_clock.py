"""The clock of a computer jumps: work goes on, nothing that was saved is lost, and everybody gets in."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from db.document import Document
from db.errors import Refused
from db.newsroom import Newsroom, open_newsroom
from db.stages import Move, Stage
from db.upkeep.backup import back_up_before, check
from db.values import StoryText
from tests.faults.conftest import Tally
from tests.faults.newsrooms import PASSWORD, START, SteppedClock, approve, new_newsroom

JUMPS = {"a day back": -1, "a day on": 1, "ten years back": -3652, "ten years on": 3652}
"""In days."""


@pytest.mark.parametrize("jump", JUMPS)
def test_a_clock_that_jumps_there_and_back_stops_nobody(
    jump: str, tmp_path: Path, table: Tally, rounds: Callable[[int, int], int]
) -> None:
    clock = SteppedClock(START)
    new_newsroom(tmp_path / "galley.db", clock)
    slugs = [f"story-{number}" for number in range(rounds(2, 10))]
    for number, slug in enumerate(slugs):
        clock.now += timedelta(days=JUMPS[jump] if number % 2 == 0 else -JUMPS[jump], minutes=1)
        newsroom = open_newsroom(tmp_path / "galley.db", clock=clock)
        work(newsroom, slug, clock)
        assert newsroom.audit().passed
        table.count(f"clock {jump}", "approved")
        newsroom.close()
    newsroom = open_newsroom(tmp_path / "galley.db", clock=clock)
    assert {card.slug for card in newsroom.stories.list(stages=[Stage.PUBLISH])} == set(slugs)
    newsroom.close()


def work(newsroom: Newsroom, slug: str, clock: SteppedClock) -> None:
    """A wrong password, then a story typed, saved, approved and backed up, with a minute between."""
    with pytest.raises(Refused, match="not the password"):
        newsroom.accounts.sign_in("chief", "wrong")
    reporter = newsroom.accounts.sign_in("reporter")
    text = StoryText(slug=slug, headline="Pilots stay", byline="By Wu Jing", body=Document.from_paragraphs(["One."]))
    story = newsroom.stories.create(text, desk="City", actor=reporter)
    clock.now += timedelta(minutes=1)
    longer = text.with_(body=Document.from_paragraphs(["One.", "Two."]))
    newsroom.claims.take(story.id, actor=reporter)
    newsroom.stories.keep(story.id, longer, actor=reporter, base=story.version)
    newsroom.stories.save(story.id, longer, actor=reporter, base=story.version)
    newsroom.claims.release(story.id, actor=reporter)
    clock.now += timedelta(minutes=1)
    approve(newsroom, story.id)
    assert newsroom.stories.get(slug).body == longer.body
    kept = back_up_before(newsroom, "jump")
    assert kept is not None and check(kept).counts["story"] == len(newsroom.stories.list())
    editor = newsroom.accounts.sign_in("editor", PASSWORD)
    newsroom.moves.make(Move.RECALL, story.id, actor=editor, note="Look again", problems=[])
    approve(newsroom, story.id)
