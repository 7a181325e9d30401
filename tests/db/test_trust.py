"""Who did what is certain: passwords, keys, sign-offs, and an audit that finds every change behind the log's back."""

import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import keys
from db.errors import NotFound, Refused
from db.models import EventRow
from db.newsroom import Newsroom, open_newsroom
from db.seals import SEALED
from db.stages import Move, Role, Stage
from db.values import Account, SignedIn, Story
from tests.db.conftest import Clock

PASSWORD = "ink and paper"


@pytest.fixture(scope="session")
def with_password(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SignedIn]:
    """The newsroom in which Nora has a password, made once because that is meant to be slow; and Nora, signed in."""
    path = tmp_path_factory.mktemp("trust") / "galley.db"
    shutil.copy(empty_file, path)
    newsroom = open_newsroom(path, clock=Clock())
    newsroom.accounts.reset_password("nora", PASSWORD, actor=newsroom.accounts.get("carl"))
    nora = newsroom.accounts.sign_in("nora", PASSWORD)
    newsroom.close()
    return path, nora


@pytest.fixture
def newsroom(with_password: tuple[Path, SignedIn], tmp_path: Path, clock: Clock) -> Iterator[Newsroom]:
    """A copy of that newsroom."""
    shutil.copy(with_password[0], tmp_path / "galley.db")
    newsroom = open_newsroom(tmp_path / "galley.db", clock=clock)
    yield newsroom
    newsroom.close()


@pytest.fixture
def nora(with_password: tuple[Path, SignedIn]) -> SignedIn:
    """Nora, signed in."""
    return with_password[1]


@pytest.fixture
def approved(newsroom: Newsroom, people: dict[str, Account], nora: SignedIn, draft: Story) -> Story:
    """The draft, approved by Nora and exported."""
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=people["rita"], problems=[])
    story = newsroom.moves.make(Move.APPROVE, draft.id, actor=nora, problems=[])
    newsroom.exported.record(
        story.id, actor=nora, kind="pdf", layout="tabloid", flavour="x4", file_name="a.pdf", sha256="cd" * 32,
        content_hash=story.content_hash,
    )  # fmt: skip
    return newsroom.stories.get(story.id)


@settings(max_examples=3, deadline=None)
@given(st.text(min_size=1, max_size=40), st.binary(max_size=60))
def test_a_sealed_key_opens_with_its_password_alone(password: str, message: bytes) -> None:
    key = keys.new_key()
    sealed = key.seal(password)
    assert key._private.private_bytes_raw().hex() not in sealed
    opened = keys.unseal(sealed, key.public, password)
    assert keys.is_signed(message, opened.sign(message), key.public)
    with pytest.raises(Refused):
        keys.unseal(sealed, key.public, password + "x")


def test_a_signature_holds_for_its_message_and_key_alone() -> None:
    key, other = keys.new_key(), keys.new_key()
    signature = key.sign(b"yes")
    assert keys.is_signed(b"yes", signature, key.public)
    assert not keys.is_signed(b"no", signature, key.public)
    assert not keys.is_signed(b"yes", signature, other.public)
    assert not keys.is_signed(b"yes", "rubbish", key.public)


def test_no_password_stands_in_the_file_in_the_clear(newsroom: Newsroom, nora: SignedIn, tmp_path: Path) -> None:
    newsroom.close()
    assert PASSWORD.encode() not in (tmp_path / "galley.db").read_bytes()
    assert PASSWORD not in repr(nora)


def test_the_right_password_lets_in_and_a_wrong_one_is_recorded(newsroom: Newsroom, nora: SignedIn) -> None:
    assert nora.role is Role.EDITOR
    assert nora.key is not None
    with pytest.raises(Refused, match="not the password"):
        newsroom.accounts.sign_in("nora", "wrong")
    with sqlite3.connect(newsroom.url) as raw:
        assert raw.execute("select count(*) from event where action = 'wrong password'").fetchone() == (1,)


def test_after_ten_wrong_tries_the_next_must_wait(newsroom: Newsroom, nora: SignedIn, clock: Clock) -> None:
    for _ in range(10):
        with pytest.raises(Refused, match="not the password"):
            newsroom.accounts.sign_in("nora", "wrong")
    with pytest.raises(Refused, match="try again in 1 s"):
        newsroom.accounts.sign_in("nora", PASSWORD)
    clock.pass_by(seconds=2)
    assert newsroom.accounts.sign_in("nora", PASSWORD).login == "nora"
    with pytest.raises(Refused, match="not the password"):
        newsroom.accounts.sign_in("nora", "wrong")


def test_an_account_that_is_not_active_stays_out_but_is_not_gone(newsroom: Newsroom, people, nora: SignedIn) -> None:
    newsroom.accounts.change("nora", active=False, actor=people["carl"])
    with pytest.raises(Refused, match="not active"):
        newsroom.accounts.sign_in("nora", PASSWORD)
    assert "nora" in {account.login for account in newsroom.accounts.all()}


def test_the_last_chief_cannot_go(newsroom: Newsroom, people: dict[str, Account]) -> None:
    with pytest.raises(Refused, match="active chief"):
        newsroom.accounts.change("carl", active=False, actor=people["carl"])
    with pytest.raises(Refused, match="active chief"):
        newsroom.accounts.change("carl", role=Role.EDITOR, actor=people["carl"])
    assert newsroom.accounts.get("carl").active


@pytest.mark.parametrize("login", ["rita", "nora", "pia"])
def test_only_the_chief_runs_accounts(newsroom: Newsroom, people: dict[str, Account], login: str) -> None:
    with pytest.raises(Refused, match="Only the chief"):
        newsroom.accounts.change("otto", name="O", actor=people[login])
    with pytest.raises(Refused, match="Only the chief"):
        newsroom.accounts.reset_password("otto", PASSWORD, actor=people[login])


def test_a_changed_password_keeps_the_key_and_a_reset_one_does_not(newsroom: Newsroom, people, nora: SignedIn) -> None:
    assert nora.key is not None
    newsroom.accounts.change_password("nora", PASSWORD, "another one")
    again = newsroom.accounts.sign_in("nora", "another one")
    assert again.key is not None
    assert again.key.public == nora.key.public
    newsroom.accounts.reset_password("nora", "third one", actor=people["carl"])
    third = newsroom.accounts.sign_in("nora", "third one").key
    assert third is not None
    assert third.public != nora.key.public
    assert newsroom.audit().passed


def test_an_unknown_login_and_a_short_password_are_refused(newsroom: Newsroom, nora: SignedIn) -> None:
    with pytest.raises(NotFound):
        newsroom.accounts.sign_in("nobody", PASSWORD)
    with pytest.raises(Refused, match="at least"):
        newsroom.accounts.change_password("nora", PASSWORD, "short")


def test_an_approval_needs_the_key_of_who_approves(newsroom: Newsroom, people, nora: SignedIn, draft: Story) -> None:
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=people["rita"], problems=[])
    with pytest.raises(Refused, match="Sign in"):
        newsroom.moves.make(Move.APPROVE, draft.id, actor=people["nora"], problems=[])
    story = newsroom.moves.make(Move.APPROVE, draft.id, actor=nora, problems=[])
    assert story.sign_off is not None
    assert len(story.sign_off.signature) == 128


def test_a_sign_off_under_an_older_key_still_holds(newsroom: Newsroom, people, approved: Story) -> None:
    newsroom.accounts.reset_password("nora", "a new one", actor=people["carl"])
    assert newsroom.audit().passed
    assert approved.sign_off is not None
    assert newsroom.exported.sign_off(approved.sign_off.signature) is not None


def test_a_text_with_a_forged_sign_off_is_not_exported(newsroom: Newsroom, approved: Story, people) -> None:
    with sqlite3.connect(newsroom.url) as raw:
        raw.execute("update sign_off set account_id = (select id from account where login = 'emil')")
    with pytest.raises(Refused, match="signature"):
        newsroom.exported.record(
            approved.id, actor=people["nora"], kind="pdf", layout="tabloid", flavour="x4", file_name="b.pdf",
            sha256="ef" * 32, content_hash=approved.content_hash,
        )  # fmt: skip


def test_an_untouched_newsroom_passes(newsroom: Newsroom, approved: Story) -> None:
    found = newsroom.audit()
    assert found.passed
    assert found.sign_offs == 1
    assert found.rows > 10
    assert approved.stage is Stage.PUBLISH


def columns() -> list[tuple[str, str]]:
    """Every column of every table the audit vouches for."""
    rows = (EventRow, *SEALED)
    return [(row.__table__.name, column.key) for row in rows for column in row.__table__.columns]


@pytest.mark.parametrize(("table", "column"), columns())
def test_a_change_of_any_column_is_found(newsroom: Newsroom, approved: Story, table: str, column: str) -> None:
    with sqlite3.connect(newsroom.url) as raw:
        key = raw.execute(f"select max(rowid) from {table} where {column} is not null").fetchone()[0]
        if key is None:
            key = raw.execute(f"select max(rowid) from {table}").fetchone()[0]
        (old,) = raw.execute(f"select {column} from {table} where rowid = ?", (key,)).fetchone()
        raw.execute(f"update {table} set {column} = ? where rowid = ?", (_another(old), key))
    found = newsroom.audit()
    assert not found.passed
    assert "\n" not in found.fault


def _another(old: object) -> object:
    """A value of the same kind that is not the old one."""
    if isinstance(old, int):
        return 1 - old if old in (0, 1) else old + 1
    if isinstance(old, str) and old[:2] == "20" and ":" in old:
        return "2019" + old[4:]
    return f"{old or ''}x" if isinstance(old, str | None) else old


@pytest.mark.parametrize("table", ["event", "revision", "sign_off", "export", "account_key"])
@pytest.mark.parametrize("which", ["min", "max"])
def test_a_missing_row_is_found(newsroom: Newsroom, approved: Story, table: str, which: str) -> None:
    with sqlite3.connect(newsroom.url) as raw:
        raw.execute(f"delete from {table} where rowid = (select {which}(rowid) from {table})")
    found = newsroom.audit()
    assert not found.passed or (table, which) == ("event", "max")


def test_rows_put_in_by_others_are_found(newsroom: Newsroom, approved: Story) -> None:
    with sqlite3.connect(newsroom.url) as raw:
        raw.execute(
            "insert into account_key (account_id, public_key, made) values (1, 'ab', '2026-01-01 00:00:00.000000')"
        )
    assert "not in the log" in newsroom.audit().fault


@pytest.mark.parametrize(
    ("column", "value"), [("stage", "Publish"), ("content_hash", "00"), ("version", 1), ("headline", "x")]
)
def test_a_story_that_shows_what_the_log_does_not_say_is_found(
    newsroom: Newsroom, draft: Story, people, column: str, value: object
) -> None:
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=people["rita"], problems=[])
    with sqlite3.connect(newsroom.url) as raw:
        raw.execute(f"update story set {column} = ?", (value,))
    assert not newsroom.audit().passed


def test_records_that_changed_places_are_found(newsroom: Newsroom, approved: Story) -> None:
    with sqlite3.connect(newsroom.url) as raw:
        raw.executescript(
            "update event set number = -1 where number = 3; update event set number = 3 where number = 4;"
            "update event set number = 4 where number = -1;"
        )
    assert "3" in newsroom.audit().fault


def test_a_signed_in_person_is_the_same_person(nora: SignedIn, people: dict[str, Account]) -> None:
    assert replace(nora, key=None) == nora
    assert nora.id == people["nora"].id
