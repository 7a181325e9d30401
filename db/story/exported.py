"""What left the newsroom for print: each clean export, signed, and bound to the sign-off of exactly its text."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlmodel import Session, col, select

from db.acts import Act
from db.errors import Refused
from db.stages import PAST, Move, Stage
from db.store.seals import is_as_sealed
from db.store.tables import AccountRow, DeskRow, EventRow, ExportRow, SignOffRow, StoryRow
from db.store.unit_of_work import Database, UnitOfWork
from db.story.claims import need_story
from db.story.holds import refuse_held_back
from db.story.signoff import export_holds, export_message, holds, key_note, key_of, signing_key
from db.values import Account, CleanExport, SignOff


@dataclass(frozen=True)
class WrittenFile:
    """A file that was written for print: its bytes, and what it is."""

    name: str
    data: bytes
    kind: str
    layout: str
    flavour: str

    @cached_property
    def sha256(self) -> str:
        """The hash of its bytes."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class RecordedExport:
    """What the newsroom knows of a file."""

    at: datetime
    name: str
    """Who exported it."""
    signed: bool
    """Whether it carries their signature; those from before exports were signed do not."""


class Exported:
    """The list of clean exports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(
        self,
        stories: Sequence[tuple[int, str]],
        file: WrittenFile,
        *,
        actor: Account,
        put_in_place: Callable[[], None] = lambda: None,
    ) -> None:
        """Write down a file of stories, given as id and content hash; from then on they are corrected, not recalled.

        `put_in_place` is called when all is written but not committed yet: what it raises undoes the record, and who
        calls this takes the file away again when the commit fails. So there is no record without a file.
        Raises Refused unless each stands in Publish, signed off with exactly this content, and when its row, which has
        what is printed beside the text, is not what the log vouches for: the record would vouch for the change.
        """
        with self._database.change(actor, Act.EXPORT) as unit:
            sha256 = file.sha256
            for story_id, content_hash in stories:
                self._record(unit, story_id, content_hash, actor, file, sha256)
            unit.session.flush()
            put_in_place()

    def _record(
        self, unit: UnitOfWork, story_id: int, content_hash: str, actor: Account, file: WrittenFile, sha256: str
    ) -> None:
        story = need_story(unit.session, story_id)
        sign_off = unit.session.get(SignOffRow, story.sign_off_id) if story.sign_off_id else None
        if story.stage != Stage.PUBLISH or sign_off is None or sign_off.content_hash != content_hash:
            raise Refused(f"{story.slug} is not approved as it stands: only a proof can be made of it.")
        if why := _why_altered(unit.session, story, sign_off):
            raise Refused(why)
        if sign_off.layout not in ("", file.layout):
            raise Refused(f"{story.slug} was approved in the format {sign_off.layout}, not in {file.layout}.")
        refuse_held_back(unit, story)
        if not holds(unit.session, sign_off):
            raise Refused(f"The sign-off of {story.slug} does not carry the signature of who approved it.")
        key = key_of(unit, "an export")
        row = ExportRow(
            story_id=story_id, account_id=actor.id, at=unit.now, content_hash=content_hash, revision=story.version,
            sign_off_id=sign_off.id, kind=file.kind, layout=file.layout, flavour=file.flavour, file_name=file.name,
            sha256=sha256, public_key=key.public,
        )  # fmt: skip
        row.signature = key.sign(export_message(row))
        unit.session.add(row)
        unit.seal(row)
        story.exported = unit.now
        unit.record("export", story, note=file.name, details=sha256)
        unit.touch("stories", story_id)

    def why_altered(self, story_id: int) -> str:
        """Why a story cannot be recorded as exported that was changed past Galley; an empty string for any other."""
        with self._database.reading() as session:
            story = need_story(session, story_id)
            sign_off = session.get(SignOffRow, story.sign_off_id) if story.sign_off_id else None
            return _why_altered(session, story, sign_off) if sign_off else ""

    def of(self, story_id: int) -> list[CleanExport]:
        """Every clean export of a story, the newest first."""
        with self._database.reading() as session:
            query = select(ExportRow, AccountRow.name).join(AccountRow, col(ExportRow.account_id) == AccountRow.id)
            rows = session.exec(query.where(ExportRow.story_id == story_id).order_by(col(ExportRow.id).desc()))
            return [CleanExport(row.at, name, row.file_name, row.revision) for row, name in rows]

    def sign_off(self, signature: str) -> SignOff | None:
        """The sign-off that carries this signature, if it truly does; None for any other."""
        with self._database.reading() as session:
            query = select(SignOffRow, AccountRow).join(AccountRow, col(SignOffRow.account_id) == AccountRow.id)
            found = session.exec(query.where(SignOffRow.signature == signature)).first() if signature else None
            key = signing_key(session, found[0]) if found else None
            if found is None or key is None:
                return None
            row, account = found
            desk = session.get(DeskRow, row.desk_id) if row.desk_id else None
            return SignOff(
                row.revision, row.content_hash, account.login, account.name, account.initials, row.at, row.alone,
                row.signature, row.layout, row.due, desk.name if desk else "", key_note(session, key),
            )  # fmt: skip

    def find(self, sha256: str, sign_off: SignOff) -> RecordedExport | None:
        """The newest export of exactly these bytes under this sign-off; one with a wrong signature does not count."""
        with self._database.reading() as session:
            for row, name in session.exec(_exports_of(sign_off).where(ExportRow.sha256 == sha256)):
                signed = bool(row.signature)
                if not signed or export_holds(session, row):
                    return RecordedExport(row.at, name, signed)
        return None

    def is_recorded(self, sha256: str) -> bool:
        """Whether an export of exactly these bytes stands in the list."""
        with self._database.reading() as session:
            return session.exec(select(ExportRow.id).where(ExportRow.sha256 == sha256)).first() is not None

    def is_any(self, sign_off: SignOff) -> bool:
        """Whether any file was exported under a sign-off."""
        with self._database.reading() as session:
            return session.exec(_exports_of(sign_off)).first() is not None

    def ended(self, sign_off: SignOff) -> str:
        """What put an end to a sign-off, who did it and when, in one sentence; empty while it stands."""
        with self._database.reading() as session:
            story = session.exec(_story_of(sign_off)).first()
            if story is None or (story.sign_off_id == _id_of(session, sign_off) and story.stage == Stage.PUBLISH):
                return ""
            query = select(EventRow, AccountRow.name).join(AccountRow, col(EventRow.account_id) == AccountRow.id)
            ending = col(EventRow.action).in_([str(move) for move in _ENDINGS])
            query = query.where(EventRow.story_id == story.id, ending, col(EventRow.at) >= sign_off.at)
            killed_first = col(EventRow.action) != str(Move.KILL)  # false sorts before true
            found = session.exec(query.order_by(killed_first, col(EventRow.number))).first()
            if found is None:
                return f"the approval of {story.slug} stands no more"
            event, name = found
            why = f": {event.note.rstrip(' .')}" if event.note else ""
            return f"{story.slug} was {PAST[Move(event.action)]} by {name} on {event.at:%Y-%m-%d at %H:%M} UTC{why}"


_ENDINGS = (Move.KILL, Move.CORRECT, Move.RECALL)
"""The moves after which what was approved is not to be printed any more."""


def _why_altered(session: Session, story: StoryRow, sign_off: SignOffRow) -> str:
    beside = (story.layout, story.due, story.desk_id)
    as_signed = not sign_off.layout or beside == (sign_off.layout, sign_off.due, sign_off.desk_id)
    if as_signed and is_as_sealed(session, story):
        return ""
    return f"{story.slug}: what its page says of it was changed past Galley since it was approved."


def _exports_of(sign_off: SignOff) -> Any:
    return (
        select(ExportRow, AccountRow.name)
        .join(AccountRow, col(ExportRow.account_id) == AccountRow.id)
        .join(SignOffRow, col(ExportRow.sign_off_id) == SignOffRow.id)
        .where(SignOffRow.signature == sign_off.signature)
        .order_by(col(ExportRow.id).desc())
    )


def _story_of(sign_off: SignOff) -> Any:
    query = select(StoryRow).join(SignOffRow, col(SignOffRow.story_id) == StoryRow.id)
    return query.where(SignOffRow.signature == sign_off.signature)


def _id_of(session: Session, sign_off: SignOff) -> int | None:
    return session.exec(select(SignOffRow.id).where(SignOffRow.signature == sign_off.signature)).first()
