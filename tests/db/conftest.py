"""A newsroom with a desk and one person of each role, on a real SQLite file."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from db.document import Document
from db.newsroom import Newsroom, open_newsroom
from db.stages import Role
from db.story.exported import WrittenFile
from db.values import SignedIn, Story, StoryText
from tests.db.servers import Server, server

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

LOGINS = {
    "rita": Role.REPORTER,
    "otto": Role.REPORTER,
    "nora": Role.EDITOR,
    "emil": Role.EDITOR,
    "pia": Role.PRODUCTION,
    "carl": Role.CHIEF,
}


PASSWORD = "ink and paper"
"""Of every account of the tests that has one: of all who sign something."""

COUNT_ON = """
import sys
from db.newsroom import open_newsroom
from db.store.tables import SettingRow
from db.store.unit_of_work import own_change
room = open_newsroom(sys.argv[1])
for _ in range(int(sys.argv[2])):
    with own_change(room) as writing:
        row = writing.session.get(SettingRow, "count")
        row.value = row.value + 1
        writing.seal(row)
        writing.record("count")
room.close()
"""
"""A program that counts on in the setting `count`: two of them at once must not lose a step."""


def signed_in(newsroom: Newsroom, login: str) -> SignedIn:
    """A session of the person of a login."""
    return newsroom.accounts.sign_in(login, PASSWORD if newsroom.accounts.has_password(login) else "")


class People(Mapping[str, SignedIn]):
    """Everybody's session by login, begun when it is first asked for."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom, self._sessions = newsroom, dict[str, SignedIn]()

    def __getitem__(self, login: str) -> SignedIn:
        if login not in self._sessions:
            self._sessions[login] = signed_in(self._newsroom, login)
        return self._sessions[login]

    def __iter__(self) -> Iterator[str]:
        return iter(LOGINS)

    def __len__(self) -> int:
        return len(LOGINS)


def export(newsroom: Newsroom, story: Story, actor: SignedIn, data: bytes = b"%PDF") -> None:
    """Record a clean export of a story."""
    file = WrittenFile("a.pdf", data, kind="pdf", layout="tabloid", flavour="x4")
    newsroom.exported.record([(story.id, story.content_hash)], file, actor=actor)


@dataclass
class Clock:
    """A time that moves only when a test says so."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **span: float) -> None:
        self.now += timedelta(**span)


ON_BOTH = (
    "test_moves", "test_stories", "test_claims", "test_search", "test_inbox", "test_accounts", "test_stages",
    "test_log", "test_stage_machine", "test_pictures", "test_comments", "test_audit", "test_limits", "test_kinds",
    "test_open_conflicts", "test_open_keys", "test_sessions",
    "test_cards", "test_card_lists", "test_revisions", "test_slugs", "test_exported", "test_signoff", "test_desks",
    "test_fields", "test_search_languages", "test_suggestions", "test_reviews",
    "test_holds", "test_checks",
)  # fmt: skip
"""Modules whose tests run on SQLite and on PostgreSQL alike."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what holds for any newsroom on both kinds."""
    if "newsroom" in metafunc.fixturenames and metafunc.module.__name__.split(".")[-1] in ON_BOTH:
        metafunc.parametrize("kind", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture
def kind(request: pytest.FixtureRequest) -> str:
    """Which kind of database the newsroom is kept in."""
    return str(getattr(request, "param", "sqlite"))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A server for the whole run."""
    with server() as running:
        yield running


@pytest.fixture(scope="session")
def empty_database(postgres: Server) -> str:
    """The newsroom of `empty_file` on the server, to be copied for each test."""
    name = postgres.new_database()
    populate(postgres.url(name))
    return name


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom with people and desks and no stories, made once and copied for each test."""
    path = tmp_path_factory.mktemp("template") / "galley.db"
    populate(path)
    return path


def populate(place: Path | str) -> None:
    """Make the newsroom, its desks and its people."""
    newsroom = open_newsroom(place, clock=Clock())
    newsroom.accounts.add(login="carl", name="Carl Chief", role=Role.CHIEF, password=PASSWORD, actor=None)
    carl = signed_in(newsroom, "carl")
    newsroom.desks.add("City", actor=carl)
    newsroom.desks.add("Sport", actor=carl)
    for login, role in LOGINS.items():
        if login != "carl":
            password = "" if role is Role.REPORTER else PASSWORD
            name = f"{login.title()} {role.title()}"
            newsroom.accounts.add(login=login, name=name, role=role, password=password, actor=carl)
    newsroom.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def place(kind: str, empty_file: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """Where a newsroom of a test's own is kept."""
    if kind == "sqlite":
        yield str(shutil.copy(empty_file, tmp_path / "galley.db"))
        return
    postgres: Server = request.getfixturevalue("postgres")
    name = postgres.new_database(request.getfixturevalue("empty_database"))
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture
def newsroom(place: str, clock: Clock) -> Iterator[Newsroom]:
    room = open_newsroom(place, clock=clock)
    yield room
    room.close()


@pytest.fixture
def people(newsroom: Newsroom) -> People:
    return People(newsroom)


@pytest.fixture
def text() -> StoryText:
    body = Document.from_paragraphs(["The ferry is back.", "It sails at noon."])
    return StoryText(slug="ferry-back", headline="Ferry is back", byline="By Rita Reporter", body=body)


@pytest.fixture
def draft(newsroom: Newsroom, people: People, text: StoryText) -> Story:
    """A complete draft of Rita's."""
    return newsroom.stories.create(text, desk="City", actor=people["rita"])


@pytest.fixture
def snapshot(newsroom: Newsroom) -> Callable[[], list[str]]:
    """All rows of all tables, to show that nothing was changed."""

    def take() -> list[str]:
        with newsroom.engine.connect() as connection:
            tables = SQLModel.metadata.sorted_tables
            return [
                f"{table.name} {row!r}"
                for table in tables
                for row in sorted(connection.execute(table.select()), key=repr)
            ]

    return take
