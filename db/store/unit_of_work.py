"""The room in which all parts of a newsroom work: database, clock, and `change()`, the one way anything is changed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock

from sqlalchemy import Engine, bindparam, select
from sqlmodel import Session, SQLModel, col

from db.errors import Refused
from db.stages import Stage
from db.store import engine, log, seals
from db.store.search_index import index
from db.store.tables import AccountRow, EventRow, StoryRow
from db.store.watch import ChangeWatch
from db.values import Account, Change, StoryText

Listener = Callable[[Change], None]


@dataclass
class UnitOfWork:
    """One change under way: its session, who makes it, when, and what it touches."""

    session: Session
    actor: Account | None
    now: datetime
    stories: set[int] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)
    unsealed: list[SQLModel] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    def seal(self, row: SQLModel) -> None:
        """Have the next record vouch for a row as it stands then."""
        if row not in self.unsealed:
            self.unsealed.append(row)

    def remove(self, row: SQLModel) -> None:
        """Take a sealed row out, and have the next record say so."""
        self.gone.append(seals.name_of(row))
        self.session.delete(row)

    def index(self, story_id: int, text: StoryText) -> None:
        """Let a story's newest text be found."""
        index(self.session, story_id, text)

    def record(
        self,
        action: str,
        story: StoryRow | None = None,
        *,
        note: str = "",
        stage_from: Stage | None = None,
        stage_to: Stage | None = None,
        details: str = "",
    ) -> EventRow:
        """Write this change down in the log, in the same transaction; the log vouches for the story as it is now."""
        if story is not None:
            self.seal(story)
        row = log.new_record(at=self.now, action=action, account_id=self.actor.id if self.actor else None)
        row.note, row.details = note, details
        row.stage_from, row.stage_to = stage_from, stage_to
        self.session.flush()
        row.sealed, self.unsealed, self.gone = seals.pack(self.unsealed, self.gone), [], []
        if story is not None:
            row.story_id, row.slug, row.content_hash = story.id, story.slug, story.content_hash
        return log.append(self.session, row)

    def touch(self, part: str, story_id: int | None = None) -> None:
        """Name a part of the newsroom, and a story, that those who watch must read again."""
        self.parts.add(part)
        if story_id is not None:
            self.stories.add(story_id)


class Database:
    """One newsroom's database. Safe to share between threads: each call has its own short session."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime]) -> None:
        self.engine = engine
        self.clock = clock
        self._listeners: list[Listener] = []
        self._lock = Lock()
        self._watch = ChangeWatch(engine)

    @property
    def url(self) -> str:
        """Where it is kept: a file path, or an address without its password."""
        url = self.engine.url
        is_file = url.get_backend_name() == "sqlite"
        return str(url.database) if is_file else engine.plain_url(url)

    @property
    def folder(self) -> Path | None:
        """The folder of a newsroom kept in a file, where its own formats and profiles may lie."""
        url = self.engine.url
        return Path(str(url.database)).parent if url.get_backend_name() == "sqlite" else None

    @contextmanager
    def change(self, actor: Account | None) -> Iterator[UnitOfWork]:
        """One transaction that writes. What it did is told to the listeners once, after the commit.

        Raises Refused when the actor is no longer active, or has another role than when they came in, and NewsroomError
        when the database cannot be written; then nothing was changed.
        """
        with engine.session(self.engine, write=True) as session:
            if actor is not None:
                _refuse_unless_current(session, actor)
            unit = UnitOfWork(session, actor, self.clock())
            yield unit
        done = Change(frozenset(unit.stories), frozenset(unit.parts))
        if done.parts:
            self._tell(done)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One transaction that only reads."""
        with engine.session(self.engine) as session:
            yield session

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every change made here, on the thread that made it. Returns the way to stop it."""
        with self._lock:
            self._listeners.append(listener)

        def unsubscribe() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return unsubscribe

    def poll(self) -> Change | None:
        """What other programs have changed since this was last asked; None when nothing."""
        return self._watch.poll()

    def close(self) -> None:
        """Give the database back. The newsroom cannot be used afterwards."""
        self._watch.close()
        self.engine.dispose()

    def _tell(self, change: Change) -> None:
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener(change)


_STANDING = select(col(AccountRow.active), col(AccountRow.role)).where(col(AccountRow.id) == bindparam("id"))
"""Made once: it is asked with every change, several times a second while somebody types."""


def _refuse_unless_current(session: Session, actor: Account) -> None:
    """Whoever is at work may have been set inactive, or given another role, by the chief since they signed in."""
    found = session.connection().execute(_STANDING, {"id": actor.id}).first()
    active, role = found or (False, actor.role)
    if not active:
        raise Refused(f"The account {actor.login} is not active: ask the chief.")
    if role != actor.role:
        raise Refused(f"{actor.name} is no longer {actor.role} but {role}: sign in again.")
