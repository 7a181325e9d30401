"""Who did what is certain: passwords, keys, sign-offs, and an audit that finds every change behind the log's back."""

import base64
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Connection, Table, create_engine, select, text
from sqlmodel import AutoString, SQLModel

from db import keys
from db.document import Document
from db.errors import NewsroomError, NotFound, Refused
from db.newsroom import Newsroom, open_newsroom
from db.stages import Move, Role, Stage
from db.store.columns import Json, OneOf, UtcDateTime
from db.store.seals import MEASURED, SEALED
from db.store.tables import EventRow, LogEndRow, PictureDataRow
from db.upkeep.backup import back_up
from db.values import Account, SignedIn, Story, StoryText
from tests.db.conftest import PASSWORD, START, Clock, People, export, signed_in
from tests.db.picture.test_pictures import picture
from tests.db.servers import Server

Trusted = Callable[[str, bool], str]


@pytest.fixture(scope="session")
def trusted(empty_file: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Trusted:
    """The newsroom of a kind in which Nora has a password, made once because that is meant to be slow.

    Asked for a full one, it has something in each table, and passes its audit.
    """

    @cache
    def made(kind: str, full: bool) -> str:
        if kind == "sqlite":
            name = place = str(shutil.copy(empty_file, tmp_path_factory.mktemp("trust") / "galley.db"))
        else:
            postgres: Server = request.getfixturevalue("postgres")
            name = postgres.new_database(request.getfixturevalue("empty_database"))
            place = postgres.url(name)
        newsroom = open_newsroom(place, clock=Clock())
        newsroom.accounts.reset_password("nora", PASSWORD, actor=signed_in(newsroom, "carl"))
        if full:
            fill(newsroom, signed_in(newsroom, "nora"))
            assert newsroom.audit().passed
        newsroom.close()
        return name

    return made


def fill(newsroom: Newsroom, nora: SignedIn) -> None:
    """Put something into each table, and change and take out some of it."""
    carl, rita, emil = (signed_in(newsroom, login) for login in ("carl", "rita", "emil"))
    body = Document.from_paragraphs(["The ferry is back.", "It sails at noon."])
    story = approve(newsroom, newsroom.stories.create(
        StoryText(slug="ferry-back", headline="Ferry is back", byline="By Rita", body=body), desk="City", actor=rita,
    ), nora)  # fmt: skip
    for desks in (("City", "Sport"), ("Sport",)):
        newsroom.accounts.change("rita", desks=desks, actor=carl)
    newsroom.settings.set("name", "Courier", actor=carl)
    newsroom.pictures.add(picture(), name="a.png", actor=rita)
    thread = newsroom.comments.add(story.id, "Sure?", actor=emil)
    newsroom.comments.reply(thread, "Yes.", actor=rita)
    newsroom.comments.resolve(thread, actor=rita)
    newsroom.stories.plan(story.id, target_lines=40, actor=emil)
    newsroom.holds.put(story.id, "Embargo", until=START + timedelta(hours=1), actor=nora)
    newsroom.holds.lift(story.id, actor=emil, why="Out already")
    newsroom.checks.ask(story.id, "legal", actor=nora, note="Names")
    newsroom.checks.do(story.id, "legal", actor=emil, remark="Fine")
    draft = newsroom.stories.create(story.text.with_(slug="b"), desk="City", actor=rita)
    newsroom.claims.take(draft.id, actor=rita)
    newsroom.stories.keep(draft.id, draft.text, actor=rita, base=1)


def approve(newsroom: Newsroom, draft: Story, nora: SignedIn) -> Story:
    """Take a draft of Rita's through Nora's approval to its export."""
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=signed_in(newsroom, "rita"), problems=[])
    story = newsroom.moves.make(Move.APPROVE, draft.id, actor=nora, problems=[])
    export(newsroom, story, nora)
    return newsroom.stories.get(story.id)


@pytest.fixture
def place(kind: str, trusted: Trusted, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """A copy of that newsroom."""
    template = trusted(kind, "full" in request.fixturenames)
    if kind == "sqlite":
        yield str(shutil.copy(template, tmp_path / "galley.db"))
        return
    postgres: Server = request.getfixturevalue("postgres")
    name = postgres.new_database(template)
    yield postgres.url(name)
    postgres.drop(name)


@pytest.fixture
def nora(newsroom: Newsroom) -> SignedIn:
    """Nora, signed in."""
    return signed_in(newsroom, "nora")


@pytest.fixture
def behind(newsroom: Newsroom) -> Iterator[Connection]:
    """A way to the tables past Galley; no foreign key stands in it. What was done counts when it is committed."""
    engine = create_engine(newsroom.engine.url)
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SET session_replication_role = replica"))
        yield connection
    engine.dispose()


@pytest.fixture
def approved(newsroom: Newsroom, nora: SignedIn, draft: Story) -> Story:
    """The draft, approved by Nora and exported."""
    return approve(newsroom, draft, nora)


def test_no_password_stands_anywhere_in_the_clear(newsroom: Newsroom, nora: SignedIn, snapshot) -> None:
    assert PASSWORD not in "".join(snapshot())
    assert PASSWORD not in repr(nora)
    newsroom.close()
    if newsroom.folder:
        assert PASSWORD.encode() not in Path(newsroom.url).read_bytes()


def test_passwords_are_hashed_as_rfc_9106_recommends_for_little_memory(newsroom: Newsroom, behind) -> None:
    """Section 4, the second recommended option: argon2id, 3 passes, 64 MiB, 4 lanes."""
    (hashed,) = behind.execute(text("SELECT password_hash FROM account WHERE login = 'nora'")).one()
    assert hashed.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert len(base64.b64decode(hashed.split("$")[4] + "==")) >= 16
    assert (keys.TIME_COST, keys.MEMORY_KIB, keys.LANES) == (3, 64 * 1024, 4)


def test_the_right_password_lets_in_and_a_wrong_one_is_recorded(newsroom: Newsroom, nora: SignedIn, behind) -> None:
    assert nora.role is Role.EDITOR
    assert nora.key is not None
    with pytest.raises(Refused, match="not the password"):
        newsroom.accounts.sign_in("nora", "wrong")
    assert behind.execute(text("SELECT count(*) FROM event WHERE action = 'wrong password'")).one() == (1,)


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


def test_the_last_chief_cannot_go(newsroom: Newsroom, people: People) -> None:
    with pytest.raises(Refused, match="active chief"):
        newsroom.accounts.change("carl", active=False, actor=people["carl"])
    with pytest.raises(Refused, match="active chief"):
        newsroom.accounts.change("carl", role=Role.EDITOR, actor=people["carl"])
    assert newsroom.accounts.get("carl").active


@pytest.mark.parametrize("login", ["rita", "nora", "pia"])
def test_only_the_chief_runs_accounts(newsroom: Newsroom, people: People, login: str) -> None:
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
    with pytest.raises(Refused, match="sign in"):
        newsroom.moves.make(Move.APPROVE, draft.id, actor=newsroom.accounts.get("nora"), problems=[])
    story = newsroom.moves.make(Move.APPROVE, draft.id, actor=nora, problems=[])
    assert story.sign_off is not None
    assert len(story.sign_off.signature) == 128


def test_a_sign_off_under_an_older_key_still_holds(newsroom: Newsroom, people, approved: Story) -> None:
    newsroom.accounts.reset_password("nora", "a new one", actor=people["carl"])
    assert newsroom.audit().passed
    assert approved.sign_off is not None
    assert newsroom.exported.sign_off(approved.sign_off.signature) is not None


def test_a_text_with_a_forged_sign_off_is_not_exported(newsroom: Newsroom, approved: Story, people, behind) -> None:
    behind.execute(text("UPDATE sign_off SET account_id = (SELECT id FROM account WHERE login = 'emil')"))
    behind.commit()
    with pytest.raises(Refused, match="signature"):
        export(newsroom, approved, people["nora"])


def test_an_untouched_newsroom_passes(newsroom: Newsroom, approved: Story) -> None:
    found = newsroom.audit()
    assert found.passed
    assert found.sign_offs == 1
    assert found.rows > 10
    assert approved.stage is Stage.PUBLISH


def test_a_record_that_was_noted_must_still_stand_in_the_log(newsroom: Newsroom, approved: Story) -> None:
    noted = newsroom.audit().newest
    assert noted is not None
    assert newsroom.audit(noted=noted).passed
    newsroom.inbox.mark([], actor=signed_in(newsroom, "nora"))
    assert newsroom.audit(noted=noted).passed
    assert "whose hash was noted" in newsroom.audit(noted=replace(noted, hash="0" * 64)).fault
    assert "is missing" in newsroom.audit(noted=replace(noted, number=noted.number + 9)).fault


Doing = Callable[[Newsroom, Account, int], object]
DOINGS: dict[str, Doing] = {
    "a password is changed": lambda room, carl, _: room.accounts.change_password("nora", PASSWORD, "paper and ink"),
    "a password is reset": lambda room, carl, _: room.accounts.reset_password("nora", "paper and ink", actor=carl),
    "an account is changed": lambda room, carl, _: room.accounts.change("nora", name="Nora New", actor=carl),
    "desks are given": lambda room, carl, _: room.accounts.change("nora", desks=("City",), actor=carl),
    "desks are taken": lambda room, carl, _: room.accounts.change("rita", desks=(), actor=carl),
    "a resolved thread is answered": lambda room, carl, thread: room.comments.reply(thread, "Sure now?", actor=carl),
    "a thread is opened again": lambda room, carl, thread: room.comments.resolve(thread, actor=carl, resolved=False),
    "a story is planned": lambda room, carl, _: room.stories.plan(1, actor=carl, target_lines=7),
    "a setting is changed": lambda room, carl, _: room.settings.set("name", "Star", actor=carl),
}


@pytest.mark.parametrize("doing", DOINGS.values(), ids=DOINGS)
def test_the_log_vouches_for_whatever_is_done(newsroom: Newsroom, full: Story, people, doing: Doing) -> None:
    (thread,) = newsroom.comments.all(full.id, full.body)
    doing(newsroom, people["carl"], thread.id)
    found = newsroom.audit()
    assert found.passed, found.fault


SCRATCH = {"working_copy", "undecided", "claim", "notice", "judgement", "review", "suggestion"}
"""Tables that are no record: what is being typed, leases, who has read what the log says anyway, remarks that
were judged."""

RECORD = {row.__table__.name: row.__table__ for row in (EventRow, LogEndRow, PictureDataRow, *SEALED)}
NOT_SEALED = {(row.__table__.name, column) for row, column in MEASURED}


def test_every_table_is_a_record_or_known_not_to_be_one() -> None:
    assert RECORD.keys() | SCRATCH == set(SQLModel.metadata.tables)
    assert not RECORD.keys() & SCRATCH
    assert list(NOT_SEALED) == [("story", "lines")]


@pytest.fixture
def full(newsroom: Newsroom) -> Story:
    """The approved story in a newsroom that has something in each table, and passes its audit."""
    return newsroom.stories.get("ferry-back")


def newest(behind: Connection, table: Table, column: Column[Any] | None = None) -> Any:
    """The last row of a table, of those that have something in a column if there are any."""
    query = select(table).order_by(*(key.desc() for key in table.primary_key))
    found = behind.execute(query.where(column.is_not(None))).first() if column is not None else None
    return found or behind.execute(query).first()


def this(table: Table, row: Any) -> list[Any]:
    """What names a row."""
    return [key == row._mapping[key.key] for key in table.primary_key]


@pytest.mark.parametrize(
    ("table", "column"),
    [(name, column.key) for name, table in RECORD.items() for column in table.columns
     if (name, column.key) not in NOT_SEALED],
)  # fmt: skip
def test_a_change_of_any_column_is_found(newsroom: Newsroom, full: Story, behind, table: str, column: str) -> None:
    found = RECORD[table]
    row = newest(behind, found, found.c[column])
    other = _another(row._mapping[column], found.c[column])
    behind.execute(found.update().where(*this(found, row)).values({column: other}))
    behind.commit()
    audit = newsroom.audit()
    assert not audit.passed
    assert "\n" not in audit.fault


HONEST: dict[str, tuple[Doing, ...]] = {
    "account": (lambda room, carl, _: room.accounts.change("pia", initials="PP", actor=carl),),
    "setting": (lambda room, carl, _: room.settings.set("name", "Star", actor=carl),),
    "story": (
        lambda room, carl, _: room.stories.plan(2, target_lines=7, actor=carl),
        lambda room, carl, _: room.stories.save(2, StoryText(slug="c", headline="C"), base=1, actor=carl),
        lambda room, carl, _: room.moves.make(Move.SUBMIT, 2, problems=[], actor=carl),
        lambda room, carl, _: room.moves.make(Move.SPIKE, 2, note="Old", problems=[], actor=carl),
    ),
    "comment": (
        lambda room, carl, thread: room.comments.resolve(thread, actor=carl, resolved=False),
        lambda room, carl, thread: room.comments.resolve(thread, actor=carl),
    ),
}  # fmt: skip
"""What people do with the rows that a change past Galley is tried on; rows of the other tables are written once."""


@pytest.mark.parametrize(
    ("table", "column"),
    [(row.__table__.name, column.key) for row in SEALED for column in row.__table__.columns
     if row.__table__.name in HONEST and not column.primary_key
     and (row.__table__.name, column.key) not in NOT_SEALED],
)  # fmt: skip
def test_a_change_past_galley_is_not_vouched_for_by_what_is_done_with_the_row_next(
    newsroom: Newsroom, full: Story, people: People, behind, table: str, column: str
) -> None:
    found, carl = RECORD[table], people["carl"]
    (thread,) = newsroom.comments.all(full.id, full.body)
    (row,) = behind.execute(select(found).where(text(WHICH[table]))).all()
    other = _another(row._mapping[column], found.c[column])
    behind.execute(found.update().where(*this(found, row)).values({column: other}))
    behind.commit()
    for doing in HONEST[table]:
        with suppress(NewsroomError):
            doing(newsroom, carl, thread.id)
    audit = newsroom.audit()
    assert not audit.passed
    assert all("\n" not in fault for fault in audit.faults)


WHICH = {
    "account": "login = 'pia'", "setting": "key = 'name'", "story": "id = 2", "comment": "thread_id IS NULL",
}  # fmt: skip
"""The one row of a table that `HONEST` works on."""


def test_a_role_given_past_galley_is_named_for_ever(newsroom: Newsroom, full: Story, people: People, behind) -> None:
    carl = people["carl"]
    behind.execute(text("UPDATE account SET role = 'chief' WHERE login = 'rita'"))
    behind.commit()
    assert "Row 2 of the table account was changed" in newsroom.audit().fault
    newsroom.accounts.change("rita", name="Rita Lin", actor=carl)
    newsroom.accounts.change("rita", role=Role.REPORTER, actor=carl)
    audit = newsroom.audit()
    assert not audit.fault
    assert [fault.partition(", before")[0] for fault in audit.past_faults] == [
        "Row 2 of the table account was changed behind the back of the log"
    ]
    assert "(change account rita)" in audit.past_faults[0]


@pytest.mark.parametrize(
    ("statement", "how"),
    [
        ("DELETE FROM setting WHERE key = 'name'", "taken out"),
        ("INSERT INTO account_desk VALUES (3, 1)", "put there"),
    ],
)
def test_a_row_put_in_or_taken_out_past_galley_is_named_after_the_next_change(
    newsroom: Newsroom, full: Story, people: People, behind, statement: str, how: str
) -> None:
    behind.execute(text(statement))
    behind.commit()
    newsroom.settings.set("name", "Star", actor=people["carl"])
    newsroom.accounts.change("otto", desks=("Sport",), actor=people["carl"])
    audit = newsroom.audit()
    assert not audit.fault
    assert len(audit.past_faults) == 1
    assert how in audit.past_faults[0]


def test_a_newsroom_that_was_changed_past_galley_once_can_still_be_backed_up(
    newsroom: Newsroom, full: Story, people: People, behind, tmp_path: Path
) -> None:
    behind.execute(text("UPDATE setting SET value = '\"Star\"' WHERE key = 'name'"))
    behind.commit()
    newsroom.settings.set("name", "Herald", actor=people["carl"])
    assert newsroom.audit().past_faults
    if newsroom.folder:
        assert back_up(newsroom, tmp_path / "copy.db").path.exists()


@pytest.mark.parametrize(("first", "then"), [("", "News"), ("News", ""), ("News", "Brief")])
def test_a_kind_changed_behind_the_log_is_found(
    newsroom: Newsroom, draft: Story, people: People, behind, first: str, then: str
) -> None:
    """Also to none, which stories from before there were kinds have."""
    for kind in ("News", "Brief"):
        newsroom.kinds.add(kind, actor=people["carl"])
    newsroom.stories.plan(draft.id, actor=people["rita"], kind=first)
    assert newsroom.audit().passed
    behind.execute(RECORD["story"].update().values(kind=then))
    behind.commit()
    assert "story" in newsroom.audit().fault


def _another(old: Any, column: Column[Any]) -> Any:
    """A value of the same kind that is not the old one."""
    others: dict[type, Callable[[Any], Any]] = {
        bool: lambda value: not value, int: lambda value: (value or 0) + 1, str: lambda value: f"{value or ''}x",
        bytes: lambda value: value + b"x", datetime: lambda value: (value or START) + timedelta(seconds=1),
    }  # fmt: skip
    odd = {Json: str, AutoString: str, OneOf: str, UtcDateTime: datetime}
    return others[odd.get(type(column.type)) or column.type.python_type](old)


@pytest.mark.parametrize("table", RECORD)
@pytest.mark.parametrize("which", ["first", "last"])
def test_a_missing_row_is_found(newsroom: Newsroom, full: Story, behind, table: str, which: str) -> None:
    found = RECORD[table]
    rows = behind.execute(select(found).order_by(*found.primary_key)).all()
    behind.execute(found.delete().where(*this(found, rows[0 if which == "first" else -1])))
    behind.commit()
    assert not newsroom.audit().passed


@pytest.mark.parametrize("table", [name for name in RECORD if name not in ("log_end", "event")])
def test_a_row_put_in_by_others_is_found(newsroom: Newsroom, full: Story, behind, table: str) -> None:
    found = RECORD[table]
    values = dict(newest(behind, found)._mapping)
    for column in found.columns:
        if column.primary_key or column.unique or column.key in ("slug", "number", "name"):
            values[column.key] = _another(values[column.key], column)
    behind.execute(found.insert().values(values))
    behind.commit()
    assert not newsroom.audit().passed


def test_a_log_that_lost_its_last_records_is_found_even_after_more_were_written(
    newsroom: Newsroom, people: People, full: Story, behind
) -> None:
    behind.execute(text("DELETE FROM event WHERE number > (SELECT max(number) - 2 FROM event)"))
    behind.commit()
    assert "at the end of the log are missing" in newsroom.audit().fault
    newsroom.settings.set("name", "Herald", actor=people["carl"])
    assert "missing" in newsroom.audit().fault


def test_a_log_whose_end_was_taken_away_goes_on_but_never_passes_again(
    newsroom: Newsroom, people: People, full: Story, behind
) -> None:
    behind.execute(text("DELETE FROM log_end"))
    behind.commit()
    newsroom.settings.set("name", "Herald", actor=people["carl"])
    assert newsroom.name == "Herald"
    assert "is missing" in newsroom.audit().fault


def test_records_that_changed_places_are_found(newsroom: Newsroom, full: Story, behind) -> None:
    for old, new in ((3, -1), (4, 3), (-1, 4)):
        behind.execute(text("UPDATE event SET number = :new WHERE number = :old"), {"new": new, "old": old})
    behind.commit()
    assert "3" in newsroom.audit().fault


def test_what_is_no_record_may_come_and_go(newsroom: Newsroom, full: Story, behind) -> None:
    for table in SCRATCH:
        behind.execute(text(f"DELETE FROM {table}"))
    behind.execute(text("UPDATE story SET lines = 99"))
    behind.commit()
    assert newsroom.audit().passed
