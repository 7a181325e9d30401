"""A small newsroom for faults, and the work that is done in it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from db.newsroom import Newsroom, open_newsroom, utc_now
from db.stages import Move, Role, Stage

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PASSWORD = "correct horse"
"""Of all but the reporter, who signs nothing."""

PEOPLE = (
    ("reporter", "Wu Jing", Role.REPORTER),
    ("editor", "Nora Lin", Role.EDITOR),
    ("production", "Shen Bo", Role.PRODUCTION),
)


@dataclass
class SteppedClock:
    """A clock that a test turns."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


def new_newsroom(place: Path, clock: SteppedClock | None = None) -> None:
    """Make a newsroom with a desk and a person of each role."""
    newsroom = open_newsroom(place, clock=clock or utc_now)
    newsroom.desks.add("City", actor=None)
    newsroom.accounts.add(login="chief", name="Tomas Okello", role=Role.CHIEF, password=PASSWORD, actor=None)
    chief = newsroom.accounts.sign_in("chief", PASSWORD)
    for login, name, role in PEOPLE:
        password = "" if role is Role.REPORTER else PASSWORD
        newsroom.accounts.add(login=login, name=name, role=role, desks=("City",), password=password, actor=chief)
    newsroom.close()


def approve(newsroom: Newsroom, story_id: int) -> None:
    """Take a story from wherever it stands to Publish."""
    if newsroom.stories.get(story_id).stage is Stage.DRAFT:
        newsroom.moves.make(Move.SUBMIT, story_id, actor=newsroom.accounts.sign_in("reporter"), problems=[])
    newsroom.moves.make(Move.APPROVE, story_id, actor=newsroom.accounts.sign_in("editor", PASSWORD), problems=[])
