"""The audit: the log is whole, each sealed row is as the log says, each sign-off is signed by its account."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import func, inspect, tuple_
from sqlmodel import Session, SQLModel, col, select

from db.errors import Unreadable
from db.store import seals
from db.store.log import GENESIS, record_hash
from db.store.tables import (
    EventRow,
    ExportRow,
    LogEndRow,
    PictureDataRow,
    PictureRow,
    RevisionRow,
    SignOffRow,
    StoryCheckRow,
    StoryRow,
)
from db.store.unit_of_work import Database
from db.story.checks import check_holds
from db.story.revisions import revision_text
from db.story.signoff import export_holds, key_note, signing_key
from db.values import Progress, no_progress, short_hash

Row = TypeVar("Row", bound=SQLModel)

_MOST_PAST_FAULTS = 100
"""Rows that are named of those changed past Galley earlier: after so many one knows, and a million fill memory."""
_AT_ONCE = 2_000
"""Rows that are read at a time: a log of a million records must not fill the memory."""


@dataclass(frozen=True)
class LogMark:
    """A record of the log by number and hash. Noted elsewhere, it tells whether the log was forged from before it."""

    number: int
    hash: str

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"


@dataclass(frozen=True)
class Audit:
    """What was looked at, and the first thing that is wrong."""

    records: int
    rows: int
    sign_offs: int
    fault: str = ""
    """One sentence on the first thing that is not as the log says; empty when all is."""
    past_faults: tuple[str, ...] = ()
    """A sentence on each row that was changed past Galley, and vouched for by a change of it within Galley since."""
    notes: tuple[str, ...] = ()
    """What is no fault, and is to be known: approvals signed with a key from a reset."""
    newest: LogMark | None = None
    """The newest record of a log without a fault."""

    @property
    def faults(self) -> tuple[str, ...]:
        """All that is wrong, and was."""
        return (self.fault, *self.past_faults) if self.fault else self.past_faults

    @property
    def passed(self) -> bool:
        """Whether nothing is wrong, and nothing was."""
        return not self.faults


class _Fault(Exception):
    """Ends the audit at the first fault."""


class Auditor:
    """Walks the newsroom once."""

    def __init__(self, session: Session, progress: Progress = no_progress, noted: LogMark | None = None) -> None:
        self._session, self._progress, self._noted = session, progress, noted
        self._newest: LogMark | None = None
        self._read = self._total = 0
        self._vouched: dict[str, bytes] = {}
        self._records = self._rows = self._sign_offs = 0
        self._notes: list[str] = []
        self._past_faults: list[str] = []

    def audit(self) -> Audit:
        """Walk the log, the sealed rows, the sign-offs and the stories; stop at the first fault."""
        fault = ""
        tables: tuple[type[SQLModel], ...] = (EventRow, *seals.SEALED, SignOffRow, ExportRow, StoryCheckRow, StoryRow)
        self._total = sum(self._count(table) for table in tables)
        try:
            self._walk_log()
            self._walk_rows()
            self._walk_pictures()
            self._walk_sign_offs()
            self._walk_exports()
            self._walk_checks()
            self._walk_stories()
        except _Fault as found:
            fault = str(found)
        past, notes, newest = tuple(self._past_faults), tuple(self._notes), None if fault else self._newest
        return Audit(self._records, self._rows, self._sign_offs, fault, past, notes, newest)

    def _walk_log(self) -> None:
        previous = GENESIS
        for expected, row in enumerate(self._all(EventRow), 1):
            number = row.number or 0
            if number != expected:
                missing = f"{expected}" if number == expected + 1 else f"{expected} to {number - 1}"
                raise _Fault(f"Record {missing} of the log is missing.")
            if row.previous != previous:
                raise _Fault(f"Record {number} of the log does not follow the one before it: one was changed or moved.")
            if record_hash(row) != row.hash:
                raise _Fault(f"Record {number} of the log ({row.action} {row.slug or row.note}) was changed.")
            self._note(row)
            previous, self._records = row.hash, number
            self._newest = LogMark(number, previous)
            if self._noted is not None and self._noted.number == number and self._noted != self._newest:
                raise _Fault(f"Record {number} of the log is not the one whose hash was noted.")
        self._check_end(previous)
        if self._noted is not None and self._noted.number > self._records:
            raise _Fault(f"Record {self._noted.number} of the log, whose hash was noted, is missing.")

    def _note(self, record: EventRow) -> None:
        """What a record vouches for, in place of what those before it did."""
        for seal in seals.unpack(record.sealed):
            self._compare_earlier(record, seal)
            if seal.state == seals.NO_ROW:
                self._vouched.pop(seal.name, None)
            else:
                self._vouched[seal.name] = bytes.fromhex(seal.state)

    def _compare_earlier(self, record: EventRow, seal: seals.Seal) -> None:
        """A change must have found the row as the last one left it; records from before that was kept say nothing."""
        left = self._vouched.get(seal.name)
        expected = left.hex() if left else seals.NO_ROW
        if seal.earlier in ("", expected) or len(self._past_faults) == _MOST_PAST_FAULTS:
            return
        how = "put there" if left is None else "taken out" if seal.earlier == seals.NO_ROW else "changed"
        self._past_faults.append(
            f"{_said(seal.name)} was {how} behind the back of the log, before record {record.number} "
            f"({record.action} {record.slug or record.note})."
        )

    def _check_end(self, newest: str) -> None:
        """The log must end with the record that was written last."""
        ends = self._session.exec(select(LogEndRow.id, LogEndRow.number, LogEndRow.hash)).all()
        if ends == [] and self._records == 0:
            return
        if len(ends) != 1 or ends[0][0] != 1:
            raise _Fault("What says which record of the log is the newest is missing: the last ones may be gone.")
        (_, number, last) = ends[0]
        if number > self._records:
            raise _Fault(f"Records {self._records + 1} to {number} at the end of the log are missing.")
        if (number, last) != (self._records, newest):
            raise _Fault(f"Record {self._records} of the log is not the one that was written last.")

    def _walk_rows(self) -> None:
        for table in seals.SEALED:
            for row in self._all(table):
                name = seals.name_of(row)
                vouched = self._vouched.pop(name, None)
                if vouched is None:
                    raise _Fault(f"{_said(name)} is not in the log: it was put there by something other than Galley.")
                if bytes.fromhex(seals.digest(row)) != vouched:
                    raise _Fault(f"{_said(name)} was changed behind the back of the log.")
                self._rows += 1
        if self._vouched:
            raise _Fault(f"{_said(next(iter(self._vouched)))} is missing: the log says it was written.")

    def _walk_pictures(self) -> None:
        """The bytes of every picture must have the hash that names it; looked at one by one, since they are large."""
        known = set(self._session.exec(select(PictureRow.sha256)))
        held = set(self._session.exec(select(PictureDataRow.sha256)))
        for name in sorted(known ^ held):
            raise _Fault(f"The picture {short_hash(name)} has {'no bytes' if name in known else 'no facts'}.")
        for name in sorted(held):
            data = self._session.exec(select(PictureDataRow.data).where(PictureDataRow.sha256 == name)).one()
            if hashlib.sha256(data).hexdigest() != name:
                raise _Fault(f"The bytes of the picture {short_hash(name)} were changed.")

    def _walk_sign_offs(self) -> None:
        for row in self._all(SignOffRow):
            revision = self._session.exec(
                select(RevisionRow).where(RevisionRow.story_id == row.story_id, RevisionRow.number == row.revision)
            ).first()
            if revision is None or {revision.content_hash, _content_hash(revision)} != {row.content_hash}:
                raise _Fault(f"Sign-off {row.id} is of a text that is not revision {row.revision} of its story.")
            key = signing_key(self._session, row)
            if key is None:
                raise _Fault(f"Sign-off {row.id} does not carry the signature of the account it names.")
            if note := key_note(self._session, key):
                self._notes.append(f"Sign-off {row.id} of {revision.slug} is {note}.")
            self._sign_offs += 1

    def _walk_exports(self) -> None:
        """An export that says it is signed carries the signature of its account; older ones say nothing."""
        for row in self._all(ExportRow):
            if row.signature and not export_holds(self._session, row):
                raise _Fault(f"Export {row.id} ({row.file_name}) does not carry the signature of the account it names.")

    def _walk_checks(self) -> None:
        """A check that was done carries the signature of who did it."""
        for row in self._all(StoryCheckRow):
            if not check_holds(self._session, row):
                raise _Fault(f"Check {row.id} ({row.name}) does not carry the signature of the account it names.")

    def _walk_stories(self) -> None:
        """What a story's row says of stage, version, text and sign-off must be what log and revisions say."""
        for row in self._all(StoryRow):
            newest = select(func.max(RevisionRow.number)).where(RevisionRow.story_id == row.id)
            if row.version != self._session.exec(newest).one():
                raise _Fault(f"{row.slug} does not show its newest revision.")
            revision = self._session.exec(
                select(RevisionRow).where(RevisionRow.story_id == row.id, RevisionRow.number == row.version)
            ).one()
            if _content_hash(revision) != row.content_hash or revision.headline != row.headline:
                raise _Fault(f"{row.slug} shows another text than its newest revision.")
            if row.stage != self._last_stage(row.id or 0):
                raise _Fault(f"{row.slug} stands in {row.stage}, which is not where the log last moved it.")
            self._check_sign_off(row)

    def _check_sign_off(self, row: StoryRow) -> None:
        if row.sign_off_id is None:
            if row.stage == "Publish":
                raise _Fault(f"{row.slug} is in Publish without a sign-off.")
            return
        sign_off = self._session.get(SignOffRow, row.sign_off_id)
        if sign_off is None or sign_off.story_id != row.id or sign_off.content_hash != row.content_hash:
            raise _Fault(f"{row.slug} names a sign-off that is not of its text.")
        beside = (row.layout, row.due, row.desk_id)
        if sign_off.layout and beside != (sign_off.layout, sign_off.due, sign_off.desk_id):
            raise _Fault(f"{row.slug} has another format, due date or desk than was approved.")

    def _last_stage(self, story_id: int) -> str | None:
        query = select(EventRow.stage_to).where(EventRow.story_id == story_id, col(EventRow.stage_to).is_not(None))
        return self._session.exec(query.order_by(col(EventRow.number).desc())).first()

    def _count(self, table: type[SQLModel]) -> int:
        return self._session.exec(select(func.count()).select_from(table)).one()

    def _all(self, table: type[Row]) -> Iterator[Row]:
        """Every row of a table in the order of its key, read in pages by key and forgotten again."""
        keys = inspect(table).primary_key
        key = tuple_(*keys)
        after: Any = None
        while True:
            query = select(table).order_by(*keys).limit(_AT_ONCE)
            query = query if after is None else query.where(key > after)
            try:
                page = self._session.exec(query).all()
            except Unreadable:
                self._name_unreadable(table, after)
                raise
            yield from page
            self._read += len(page)
            self._progress(min(self._read / self._total, 1.0) if self._total else 1.0)
            if len(page) < _AT_ONCE:
                return
            after = tuple(getattr(page[-1], one.key) for one in keys)
            self._session.expunge_all()

    def _name_unreadable(self, table: type[Row], after: Any) -> None:
        """Find the first row that cannot be read. Raises _Found, which names it."""
        keys = inspect(table).primary_key
        query = select(*keys).order_by(*keys)
        for found in self._session.execute(query if after is None else query.where(tuple_(*keys) > after)):
            try:
                self._session.get(table, tuple(found))
            except Unreadable as error:
                name = f"{inspect(table).local_table.name}/{'-'.join(map(str, found))}"
                raise _Fault(f"{_said(name)} cannot be read: {error}") from error


def _content_hash(revision: RevisionRow) -> str:
    try:
        return revision_text(revision).content_hash
    except Unreadable:
        return ""


def _said(name: str) -> str:
    """`revision/12` as a reader says it."""
    table, _, key = name.partition("/")
    return f"Row {key} of the table {table}"


def audit(newsroom: Database, progress: Progress = no_progress, noted: LogMark | None = None) -> Audit:
    """Check the whole newsroom, and that its log still holds the record that was `noted`; only reads."""
    with newsroom.reading() as session:
        return Auditor(session, progress, noted).audit()
