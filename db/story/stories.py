"""Stories: made, read, listed, written in; the working copy while typing, a revision when saved."""

import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Connection, Integer, LargeBinary, Row, Select, bindparam, cast, delete, tuple_
from sqlalchemy.dialects import sqlite
from sqlmodel import Session, col, select

from db.acts import Act, may_write
from db.document import Document, canonical_json
from db.errors import NotFound, Refused, SlugRefused, Stale, Unreadable
from db.people.desks import active_desk, need_desk
from db.stages import OPEN_STAGES, Stage
from db.store import log
from db.store.columns import UtcDateTime
from db.store.tables import AccountRow, StoryRow, WorkingCopyRow
from db.store.unit_of_work import Database, UnitOfWork
from db.story.cards import card_of, cards_query, story_of
from db.story.claims import live_claim, need_story
from db.story.kinds import need_kind
from db.story.revisions import add_revision, revisions_of, text_of, unreadable_story
from db.story.slugs import check_slug, free_slug, slug_after_headline
from db.text.folding import folded_name
from db.text.slugs import tidy_text
from db.values import Account, Draft, Event, Revision, Story, StoryCard, StoryText, WorkingCopy

MOST_LINES = 2_000
"""Lines that a story can be planned for: some fifteen columns of a broadsheet."""
DUE_YEARS = range(1900, 2200)
"""Years in which a story can be due: nobody plans for others, and the first and the last that there are have days which
a clock of another zone cannot show.
"""
_LISTS_KEPT = 100
"""Queries of lists that are kept: one for each stage and desk of a large newsroom."""
_UNSET: Any = object()


class Stories:
    """The stories of a newsroom."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, story: str | int) -> Story:
        """A story by its number, or by its slug: the open one, else the last to have had it.

        Raises NotFound, and Unreadable for one whose row was changed so that it has no text.
        """
        with self._database.reading() as session:
            found = find_story(session, story)
            row = session.connection().execute(_story_query(), {"number": found.id}).first()
            if row is None:
                raise unreadable_story(found)
            return story_of(row, self._database.clock())

    def create(
        self,
        text: StoryText,
        *,
        desk: str,
        actor: Account,
        kind: str = "",
        due: datetime | None = None,
        target_lines: int | None = None,
        layout: str = "tabloid",
        note: str = "",
        slug_words: str = "",
    ) -> Story:
        """A new draft, its writer the actor. Without a slug it gets a free one, from `slug_words` or its headline.

        Raises Refused when the slug is taken or malformed or it is due on an odd day, NotFound for a desk or a kind
        that is not there.
        """
        text = tidy_text(text)
        _refuse_odd_day(due)
        with self._database.change(actor, Act.CREATE) as unit:
            session = unit.session
            if not text.slug:
                text = text.with_(slug=free_slug(session, slug_words or text.headline))
            check_slug(session, text.slug)
            row = StoryRow(
                slug=text.slug, stage=Stage.DRAFT, desk_id=active_desk(session, desk).id or 0, writer_id=actor.id,
                kind=need_kind(session, kind), due=due, target_lines=target_lines, layout=layout, created=unit.now,
                changed=unit.now,
            )  # fmt: skip
            add_revision(unit, row, text, note=note)
            unit.record("create", row, note=note, stage_to=Stage.DRAFT)
            unit.touch("stories", row.id)
        return self.get(row.id or 0)

    def intake(
        self,
        draft: Draft,
        *,
        desk: str,
        actor: Account,
        kind: str = "",
        due: datetime | None = None,
        language: str = "",
    ) -> Story:
        """The story of an arriving file; a slug that is taken gets a number.

        Where neither `language` nor the file names one, it is in that of whoever brings it in.
        """
        words = draft.text.slug or draft.text.headline or draft.source
        note = f"Imported from {draft.source}" if draft.source else "Imported"
        text = draft.text.with_(slug="", language=language or draft.text.language or actor.writes_in)
        return self.create(text, desk=desk, actor=actor, kind=kind, due=due, note=note, slug_words=words)

    def may_write(self, story: StoryCard, actor: Account) -> str:
        """Why this person may not change the text of this story; an empty string when they may."""
        return may_write(story.stage, actor.role, is_writer=story.writer == actor.login, active=actor.active)

    def keep(
        self, story_id: int, text: StoryText, *, actor: Account, base: int, typed: datetime | None = None
    ) -> WorkingCopy:
        """Keep what is being typed: cheap, without a record in the log. It waits there until saved or dropped.

        `typed` is the moment at which the text stood so, where that is some time ago: of two texts the one that was
        typed later is the newer one, and not the one that arrives later.
        Raises Refused for all but the story's writer and editors. They may go on typing in a story that was moved
        meanwhile: nothing typed is lost, and saving it asks again.
        """
        packed = pack_text(text)  # before anybody else has to wait
        with self._database.change(actor, Act.KEEP) as unit:
            connection = unit.session.connection()
            _refuse_typing(unit, connection, story_id)
            saved = min(typed or unit.now, unit.now)
            values = {"story_id": story_id, "account_id": actor.id, "base": base, "text": packed, "saved": saved}
            connection.execute(_keeping(connection.dialect.name), values)
            return WorkingCopy(text, base, saved)

    def working_copy(self, story_id: int, *, actor: Account) -> WorkingCopy | None:
        """What this person typed and has not saved as a revision."""
        with self._database.reading() as session:
            row = _typed_row(session, story_id, actor.id)
            return WorkingCopy(unpack_text(row.text), row.base, row.saved) if row else None

    def damaged_working_copy(self, story_id: int, *, actor: Account) -> bytes | None:
        """The bytes of what this person typed and has not saved, where it cannot be read; None where it can."""
        try:
            self.working_copy(story_id, actor=actor)
        except Unreadable:
            with self._database.reading() as session:
                row = _typed_row(session, story_id, actor.id)
                return (row.text if isinstance(row.text, bytes) else row.text.encode()) if row else None
        return None

    def drop_working_copy(self, story_id: int, *, actor: Account) -> None:
        """Forget what was typed and not saved."""
        with self._database.change(actor, Act.LEAVE) as unit:
            _drop_working_copy(unit.session, story_id, actor.id)

    def save(
        self, story_id: int, text: StoryText, *, actor: Account, base: int, note: str = "", over_typing: bool = True
    ) -> Story:
        """Make what was typed the next revision; the working copy is done with.

        `base` is the revision the text started from. Raises Stale when a newer one has been saved since, and Refused
        when the actor may not write here, another holds the claim, or the slug is taken; nothing is changed then.
        A story that began without a headline gets its slug from the first one. Without `over_typing` it is refused,
        too, where the actor has typed something that is no revision: the text is not made of that.
        """
        text = tidy_text(text)
        with self._database.change(actor, Act.WRITE) as unit:
            row = need_story(unit.session, story_id)
            unit.permit(row)
            refuse_if_held(unit, row)
            if not over_typing and _typed_row(unit.session, story_id, actor.id) is not None:
                raise Refused(f"You have typed in {row.slug} and not saved it: open it, and replace there.")
            if row.version != base:
                raise Stale(f"{row.slug} was saved as revision {row.version} while you were writing from {base}.")
            text = text.with_(slug=slug_after_headline(unit.session, row, text))
            if text.slug != row.slug:
                check_slug(unit.session, text.slug)
            if text != text_of(unit.session, row):
                add_revision(unit, row, text, note=note)
                unit.record("save", row, note=note)
            _drop_working_copy(unit.session, story_id, actor.id)
            unit.touch("stories", story_id)
        return self.get(story_id)

    def plan(
        self,
        story_id: int,
        *,
        actor: Account,
        due: datetime | None = _UNSET,
        target_lines: int | None = _UNSET,
        layout: str = _UNSET,
        desk: str = _UNSET,
        kind: str = _UNSET,
    ) -> Story:
        """Set when a story is due, its length, its format, its desk and its kind: what is named, no more.

        What stands so already is no change, and not in the log.

        Raises Refused for a length that no story has, an odd day, and for who may not plan it; nobody sets what is
        printed, due date, format and desk, of an approved story. Raises NotFound for a desk or kind not there.
        """
        if target_lines is not _UNSET and target_lines is not None and not 0 <= target_lines <= MOST_LINES:
            raise Refused(f"A story is planned for {MOST_LINES:,} lines at most.")
        _refuse_odd_day(due)
        wanted: dict[str, Any] = {"due": due, "target_lines": target_lines, "layout": layout}
        with self._database.change(actor, Act.PLAN) as unit:
            row = need_story(unit.session, story_id)
            _refuse_printed(unit, row, due, layout, desk)
            unit.permit(row)
            if desk is not _UNSET:
                wanted["desk_id"] = _desk_for(unit, row, desk)
            if kind is not _UNSET and kind != row.kind:
                wanted["kind"] = need_kind(unit.session, kind)
            _set_plan(unit, row, wanted)
        return self.get(story_id)

    def why_not_slug(self, slug: str, *, story_id: int) -> str:
        """Why this story cannot have this slug; an empty string when it can."""
        with self._database.reading() as session:
            try:
                if need_story(session, story_id).slug != slug:
                    check_slug(session, slug)
            except SlugRefused as error:
                return str(error)
        return ""

    def measured(self, story_id: int, *, content_hash: str, lines: int, actor: Account) -> None:
        """Remember how deep a story's newest revision is, for lists; ignored when the text has changed since."""
        with self._database.change(actor, Act.MEASURE) as unit:
            row = need_story(unit.session, story_id)
            if row.content_hash == content_hash and row.lines != lines:
                row.lines = lines
                unit.touch("stories", story_id)

    def revisions(self, story_id: int) -> list[Revision]:
        """All revisions of a story, newest first."""
        with self._database.reading() as session:
            return revisions_of(session, story_id)

    def revision(self, story_id: int, number: int) -> Revision:
        """One revision of a story. Raises NotFound."""
        found = next((one for one in self.revisions(story_id) if one.number == number), None)
        if found is None:
            raise NotFound(f"There is no revision {number} of {self.get(story_id).slug}.")
        return found

    def restore(self, story_id: int, number: int, *, actor: Account) -> Story:
        """Make the text of an older revision the next one. Raises what `save` raises, NotFound for no such revision."""
        older = self.revision(story_id, number)
        story = self.get(story_id)
        text = older.text.with_(slug=story.slug)
        return self.save(story_id, text, actor=actor, base=story.version, note=f"Restored revision {number}")

    def history(self, story_id: int) -> list[Event]:
        """What happened to a story, oldest first."""
        with self._database.reading() as session:
            return log.history(session, story_id)

    def keep_for_take_over(self, unit: UnitOfWork, story: StoryRow, holder_id: int) -> bool:
        """Make the working copy of a holder who loses the claim a labelled revision; whether there was one.

        What was typed on an older revision does not undo the newer ones: the newest text follows it once more.
        """
        current = text_of(unit.session, story)
        try:
            row = _typed_row(unit.session, story.id or 0, holder_id)
            typed = unpack_text(row.text) if row is not None else current
        except Unreadable:
            return False  # it stays where it is: its writer is given what can be read of it
        if row is None or typed == current:
            return False
        add_revision(unit, story, typed.with_(slug=story.slug), label="taken over", author_id=holder_id)
        if row.base < story.version - 1:
            add_revision(unit, story, current, note="As it was before the take-over")
        _drop_working_copy(unit.session, story.id or 0, holder_id)
        return True

    def list(
        self,
        *,
        stages: Iterable[Stage] | None = None,
        desk: str | None = None,
        writer: str | None = None,
        limit: int | None = None,
        after: StoryCard | None = None,
    ) -> list[StoryCard]:
        """The stories of some stages (all, when none are named), last changed first.

        With `limit` a page of so many; `after` is the last card of the page before.
        """
        named = None if stages is None else tuple(map(str, stages))
        query = _list_query(named, desk is not None, writer, limit, onward=after is not None)
        values: dict[str, Any] = {} if after is None else {"changed": after.changed, "number": after.id}
        with self._database.reading() as session:
            if desk is not None:
                values["desk"] = need_desk(session, desk).id
            rows = session.connection().execute(query, values).all()
        now = self._database.clock()
        return [card_of(row, now) for row in rows]


@cache
def _story_query() -> Select[Any]:
    """One story with its text."""
    return cards_query(bodies=True).where(col(StoryRow.id) == bindparam("number"))


@lru_cache(maxsize=_LISTS_KEPT)
def _list_query(
    stages: tuple[str, ...] | None, of_desk: bool, writer: str | None, limit: int | None, *, onward: bool
) -> Select[Any]:
    """The query of a list. Kept, because the same lists are asked for again and again, and building one takes long.

    Of one desk it is that of the number `desk`; with `onward` it begins behind the story that was changed at `changed`
    and has the `number`.
    """
    query = cards_query()
    if stages is not None:
        query = query.where(col(StoryRow.stage).in_(stages))
    if of_desk:
        query = query.where(col(StoryRow.desk_id) == bindparam("desk", type_=Integer))
    if writer is not None:
        query = query.where(col(AccountRow.login) == folded_name(writer))
    if onward:
        place = tuple_(col(StoryRow.changed), col(StoryRow.id))
        query = query.where(place < tuple_(bindparam("changed", type_=UtcDateTime), bindparam("number", type_=Integer)))
    return query.order_by(col(StoryRow.changed).desc(), col(StoryRow.id).desc()).limit(limit)


@cache
def _keeping(dialect: str) -> Any:
    """One statement that keeps a working copy, there already or not: it runs several times a second."""
    insert: Any = _insert_of(dialect)(WorkingCopyRow)
    changed = {name: insert.excluded[name] for name in ("base", "text", "saved")}
    return insert.on_conflict_do_update(index_elements=["story_id", "account_id"], set_=changed)


def _insert_of(dialect: str) -> Any:
    """The database's own INSERT. PostgreSQL's takes long to import: only newsrooms on a server do."""
    if dialect == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert
    return sqlite.insert


def find_story(session: Session, story: str | int) -> StoryRow:
    """The row of a story named by number or slug. Raises NotFound."""
    if isinstance(story, int):
        return need_story(session, story)
    rows = session.exec(select(StoryRow).where(StoryRow.slug == story).order_by(col(StoryRow.id).desc())).all()
    if not rows:
        raise NotFound(f"There is no story “{story}” in this newsroom.")
    return next((row for row in rows if row.stage in OPEN_STAGES), rows[0])


def pack_text(text: StoryText) -> str:
    """A text as JSON, for the working copy."""
    values = {item.name: getattr(text, item.name) for item in fields(text) if item.name != "body"}
    return canonical_json(values | {"body": text.body.plain()})


def unpack_text(packed: str | bytes) -> StoryText:
    """The text `pack_text` was given. Raises Unreadable for anything else."""
    try:
        values = json.loads(packed)
        return StoryText(**values | {"body": Document.from_plain(values["body"])})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Unreadable("What was typed here and not saved as a revision is damaged.") from error


def refuse_if_held(unit: UnitOfWork, row: StoryRow) -> None:
    """Raise Refused while another than the actor is writing in a story."""
    assert unit.actor is not None
    claim = live_claim(unit.session, row.id or 0, unit.now)
    if claim is not None and claim.account_id != unit.actor.id:
        holder = unit.session.get(AccountRow, claim.account_id)
        raise Refused(f"{holder.name if holder else 'Somebody else'} is writing in {row.slug}.")


_WHOSE = select(col(StoryRow.stage), col(StoryRow.writer_id), col(StoryRow.slug)).where(
    col(StoryRow.id) == bindparam("number")
)


def _refuse_typing(unit: UnitOfWork, connection: Connection, story_id: int) -> None:
    """As `permit` does, without reading the whole row: it is asked several times a second."""
    found = connection.execute(_WHOSE, {"number": story_id}).first()
    if found is None:
        raise NotFound(f"There is no story number {story_id} in this newsroom.")
    if why := unit.why_not(Stage(found.stage), found.writer_id):
        raise Refused(f"{found.slug}: {why}")


def _desk_for(unit: UnitOfWork, row: StoryRow, name: str) -> int:
    """Number of the desk a story is to have: the one it has, retired or not, or another that takes stories."""
    desk = need_desk(unit.session, name)
    return row.desk_id if desk.id == row.desk_id else active_desk(unit.session, name).id or 0


def _refuse_printed(unit: UnitOfWork, row: StoryRow, due: Any, layout: Any, desk: Any) -> None:
    """Raise Refused where what is printed beside the text would be another, for who may not set that."""
    now = (row.due, row.layout, row.desk_id)
    wanted = (due, layout, desk if desk is _UNSET else need_desk(unit.session, desk).id)
    if any(new is not _UNSET and new != old for new, old in zip(wanted, now, strict=True)):
        unit.permit(row, Act.SCHEDULE)


def _refuse_odd_day(due: datetime | None) -> None:
    if isinstance(due, datetime) and due.year not in DUE_YEARS:
        raise Refused(f"A story is due in the years {DUE_YEARS[0]} to {DUE_YEARS[-1]}.")


def _set_plan(unit: UnitOfWork, row: StoryRow, wanted: dict[str, Any]) -> None:
    """Set the columns that are to be others than they are, and write that down."""
    fresh = {name: value for name, value in wanted.items() if value is not _UNSET and value != getattr(row, name)}
    if not fresh:
        return
    for name, value in fresh.items():
        setattr(row, name, value)
    if "layout" in fresh:
        row.lines = None  # its depth was that of another measure
    row.changed = unit.now
    unit.record("plan", row)
    unit.touch("stories", row.id)


def _drop_working_copy(session: Session, story_id: int, account_id: int) -> None:
    session.execute(delete(WorkingCopyRow).where(_typed_by(story_id, account_id)))


def _typed_by(story_id: int, account_id: int) -> Any:
    return (col(WorkingCopyRow.story_id) == story_id) & (col(WorkingCopyRow.account_id) == account_id)


def _typed_row(session: Session, story_id: int, account_id: int) -> Row[tuple[str | bytes, int, datetime]] | None:
    """Text, base and time of what was typed. SQLite holds any bytes, and fails where they are to come as text."""
    text: Any = col(WorkingCopyRow.text)
    if session.get_bind().dialect.name == "sqlite":
        text = cast(text, LargeBinary).label("text")
    query = select(text, col(WorkingCopyRow.base), col(WorkingCopyRow.saved))
    return session.execute(query.where(_typed_by(story_id, account_id))).first()
