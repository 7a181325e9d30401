"""A newsroom with a desk and one person of each role, on a real SQLite file."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.document import Document
from db.newsroom import Newsroom, open_newsroom
from db.stages import Role
from db.values import Account, Story, StoryText

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

LOGINS = {
    "rita": Role.REPORTER,
    "otto": Role.REPORTER,
    "nora": Role.EDITOR,
    "emil": Role.EDITOR,
    "pia": Role.PRODUCTION,
    "carl": Role.CHIEF,
}


@dataclass
class Clock:
    """A time that moves only when a test says so."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **span: float) -> None:
        self.now += timedelta(**span)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom with people and desks and no stories, made once and copied for each test."""
    path = tmp_path_factory.mktemp("template") / "galley.db"
    newsroom = open_newsroom(path, clock=Clock())
    carl = newsroom.accounts.add(login="carl", name="Carl Chief", role=Role.CHIEF, actor=None)
    newsroom.desks.add("City", actor=carl)
    newsroom.desks.add("Sport", actor=carl)
    for login, role in LOGINS.items():
        if login != "carl":
            newsroom.accounts.add(login=login, name=f"{login.title()} {role.title()}", role=role, actor=carl)
    newsroom.close()
    return path


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def newsroom(empty_file: Path, tmp_path: Path, clock: Clock) -> Iterator[Newsroom]:
    path = tmp_path / "galley.db"
    shutil.copy(empty_file, path)
    room = open_newsroom(path, clock=clock)
    yield room
    room.close()


@pytest.fixture
def people(newsroom: Newsroom) -> dict[str, Account]:
    return {account.login: account for account in newsroom.accounts.all()}


@pytest.fixture
def text() -> StoryText:
    body = Document.from_paragraphs(["The ferry is back.", "It sails at noon."])
    return StoryText(slug="ferry-back", headline="Ferry is back", byline="By Rita Reporter", body=body)


@pytest.fixture
def draft(newsroom: Newsroom, people: dict[str, Account], text: StoryText) -> Story:
    """A complete draft of Rita's."""
    return newsroom.stories.create(text, desk="City", actor=people["rita"])


@pytest.fixture
def snapshot(newsroom: Newsroom) -> Callable[[], list[str]]:
    """All rows of all tables, to show that nothing was changed."""

    def take() -> list[str]:
        raw = newsroom.engine.raw_connection()
        try:
            return list(raw.driver_connection.iterdump())
        finally:
            raw.close()

    return take
