"""Galley on a server that asks for a password: asked once, kept in the keyring alone; and pointed there by a move."""

import select
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import keyring
import pytest
from keyring.backend import KeyringBackend

from db.errors import NeedsPassword, NewsroomError
from db.newsroom import Newsroom, open_newsroom
from db.store.address import password_in, server_name, with_password, without_password
from db.store.secrets import SERVICE, Secrets
from db.upkeep import move_to_server
from db.values import Story
from desktop.command.cli import main
from desktop.credentials import PASSWORD as VARIABLE
from desktop.newsroom_location import connect, default_newsroom, point_to
from tests.db.conftest import PASSWORD, People, populate, signed_in
from tests.db.servers import Server

SECRET = "ge heim-42+%@/:"
"""With signs in it that mean something in an address."""


class Ring(KeyringBackend):
    """The system's keyring, for one test."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.held[service, username]


@pytest.fixture(autouse=True)
def ring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ring]:
    """A keyring and folders of the test's own."""
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.delenv("GALLEY_DB", raising=False)
    monkeypatch.setenv(VARIABLE, PASSWORD)
    before, own = keyring.get_keyring(), Ring()
    keyring.set_keyring(own)
    yield own
    keyring.set_keyring(before)


@pytest.fixture(scope="session")
def locked(postgres: Server) -> str:
    """The address, without the password, of a database into which one gets with a password alone."""
    return without_password(postgres.with_password("keyed", SECRET))


@pytest.fixture(scope="session")
def with_people(locked: str) -> str:
    """The same with a newsroom in it."""
    populate(with_password(locked, SECRET))
    return locked


def written(folder: Path) -> list[Path]:
    """The files that hold the password."""
    forms = (SECRET.encode(), quote(SECRET).encode(), quote(SECRET, safe=" +").encode())
    return [path for path in folder.rglob("*") if path.is_file() and any(form in path.read_bytes() for form in forms)]


@pytest.mark.parametrize("given", ["", "wrong"])
def test_who_gives_no_password_or_a_wrong_one_is_told_in_one_sentence(locked: str, given: str) -> None:
    with pytest.raises(NeedsPassword, match="galley login") as told:
        open_newsroom(with_password(locked, given))
    assert "\n" not in str(told.value)
    assert "wrong" not in str(told.value)


def test_login_keeps_the_password_of_the_address_in_the_keyring_alone(
    with_people: str, ring: Ring, tmp_path: Path
) -> None:
    assert main(["--db", with_password(with_people, SECRET), "--as", "carl", "login"]) == 0
    assert ring.held[SERVICE, server_name(with_people)] == SECRET
    assert main(["--db", with_people, "list"]) == 0
    assert written(tmp_path) == []
    assert main(["--db", with_people, "--as", "carl", "logout"]) == 0
    assert ring.held == {}
    assert main(["--db", with_people, "list"]) == 1


def test_what_others_write_is_heard_behind_any_password(with_people: str) -> None:
    here, there = (open_newsroom(with_password(with_people, SECRET)) for _ in range(2))
    here.poll()
    there.desks.add("Harbour", actor=signed_in(there, "carl"))
    assert select.select([here._watch._listener.pgconn.socket], [], [], 10)[0], "the server brings no notice"
    assert here.poll() is not None
    here.close()
    there.close()


def test_it_is_asked_for_once(with_people: str, ring: Ring) -> None:
    asked: list[str] = []

    def ask(address: str) -> str:
        asked.append(address)
        return SECRET

    for _ in range(2):
        connect(with_people, Secrets(), lambda place: open_newsroom(place, create=False).close(), ask)
    assert asked == [with_people]


def test_a_wrong_answer_is_not_kept(with_people: str, ring: Ring) -> None:
    with pytest.raises(NeedsPassword, match="does not take"):
        connect(with_people, Secrets(), open_newsroom, lambda _address: "wrong")
    assert ring.held == {}


def test_pointing_to_a_newsroom_keeps_its_address_without_the_password(
    locked: str, ring: Ring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert default_newsroom().endswith("galley.db")
    assert point_to(with_password(locked, SECRET), Secrets()) == locked
    assert default_newsroom() == locked
    assert password_in(default_newsroom()) == ""
    assert written(tmp_path) == []
    assert ring.held == {(SERVICE, server_name(locked)): SECRET}
    monkeypatch.setenv("GALLEY_DB", "other.db")
    assert default_newsroom() == "other.db"


@pytest.fixture
def empty(postgres: Server) -> str:
    """An empty database."""
    return without_password(postgres.url(postgres.new_database()))


Move = Callable[[str], int]


@pytest.fixture
def move(newsroom: Newsroom) -> Move:
    """Moves the newsroom by command."""
    return lambda address: main(["--db", newsroom.url, "--as", "carl", "move-to", address])


def test_after_a_move_the_program_opens_the_copy(move: Move, draft: Story, empty: str, capsys) -> None:
    assert move(empty) == 0
    assert default_newsroom() == empty
    capsys.readouterr()
    assert main(["list"]) == 0
    assert draft.slug in capsys.readouterr().out


def test_who_is_named_otherwise_by_the_environment_is_told(
    move: Move, draft: Story, empty: str, capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GALLEY_DB", "other.db")
    assert move(empty) == 0
    assert "GALLEY_DB names other.db" in capsys.readouterr().err


@pytest.mark.parametrize("step", ["_copy", "_check", "_finish"])
def test_a_move_that_fails_midway_leaves_both_sides_usable_and_can_be_made_again(
    newsroom: Newsroom, people: People, draft: Story, move: Move, empty: str, step: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def fail(*_arguments: object) -> None:
        raise NewsroomError("The cable is cut.")

    with monkeypatch.context() as cut:
        cut.setattr(move_to_server, step, fail)
        assert move(empty) == 1
    assert default_newsroom() != empty
    assert newsroom.audit().passed
    newsroom.stories.save(draft.id, draft.text.with_(dek="Later"), actor=people["rita"], base=1)
    with pytest.raises(NewsroomError, match="not finished"):
        open_newsroom(empty)
    assert move(empty) == 0
    there = open_newsroom(default_newsroom())
    assert there.stories.get(draft.id).dek == "Later"
    assert there.audit().passed
    there.close()


def test_a_newsroom_on_a_server_is_not_restored_from_here(with_people: str, tmp_path: Path, capsys) -> None:
    backup = tmp_path / "kept.db"
    open_newsroom(backup).close()
    assert main(["--db", with_people, "restore-backup", str(backup)]) == 1
    assert "restored there" in capsys.readouterr().err
