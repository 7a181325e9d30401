"""The room in which all parts of a newsroom work: database, clock, and `change()`, the one way anything is changed."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock, local

from sqlalchemy import Engine, bindparam, func, select
from sqlmodel import Session, SQLModel, col

from db.acts import BY_ACT, Act, why_never, why_not
from db.errors import Displaced, Refused
from db.stages import Stage
from db.store import engine, log, seals
from db.store.found_rows import WritingSession
from db.store.search_index import index
from db.store.sessions import Sessions
from db.store.tables import AccountKeyRow, AccountRow, EventRow, StoryRow
from db.store.watch import ChangeWatch
from db.values import Account, Change, SignedIn, StoryText

Listener = Callable[[Change], None]


@dataclass
class UnitOfWork:
    """One change under way: its session, who makes it, when, what they do, and what it touches."""

    session: WritingSession
    actor: Account | None
    now: datetime
    act: Act | None = None
    """None for what the program does of itself."""
    permitted: bool = False
    """Whether the story this is about was looked at."""
    stories: set[int] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)
    unsealed: list[SQLModel] = field(default_factory=list)
    gone: list[seals.Seal] = field(default_factory=list)

    def permit(self, story: StoryRow, act: Act | None = None) -> None:
        """Raise Refused unless the actor may do this, or another act, on that story as it stands."""
        if why := self.why_not(Stage(story.stage), story.writer_id, act):
            raise Refused(f"{story.slug}: {why}")

    def why_not(self, stage: Stage, writer_id: int, act: Act | None = None) -> str:
        """Why the actor may not do this, or another act, on a story of that stage and writer."""
        self.permitted = True
        act = act or self.act
        if act is None or self.actor is None:
            return ""
        return why_not(act, self.actor.role, stage, is_writer=writer_id == self.actor.id)

    def seal(self, row: SQLModel) -> None:
        """Have the next record vouch for a row as it stands then."""
        if row not in self.unsealed:
            self.unsealed.append(row)

    def remove(self, row: SQLModel) -> None:
        """Take a sealed row out, and have the next record say so."""
        self.gone.append(self.session.found.seal_removed(row))
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
        row.sealed = seals.pack([*self.gone, *map(self.session.found.seal, self.unsealed)])
        self.unsealed, self.gone = [], []
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
        self._at_once = local()
        self._sessions = Sessions()
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
    def change(self, actor: Account | None, act: Act) -> Iterator[UnitOfWork]:
        """One transaction that writes. What it did is told to the listeners once, after the commit.

        `act` is what they do, by the table of `db/acts.py`; where that depends on the story, `permit` looks at it.
        The actor is a session that `Accounts.sign_in` gave; nobody acts only while a newsroom has no account yet.
        Raises Refused for any other actor, for one who is no longer active, has another role than when they came in or
        whose password was reset since, Displaced in a file whose newsroom was moved to a server, and NewsroomError when
        the database cannot be written; then nothing was changed.
        """
        with self._writing(actor, act) as unit:
            self._refuse_moved(unit.session)
            self._refuse_unless_permitted(unit.session, actor, act)
            yield unit
            assert unit.permitted or not BY_ACT[act].own, f"{act} looked at no story"

    def require(self, actor: Account | None, act: Act) -> None:
        """Raise what `change` raises, for an act that writes nothing into the newsroom."""
        with self.reading() as session:
            self._refuse_unless_permitted(session, actor, act)

    def _refuse_unless_permitted(self, session: Session, actor: Account | None, act: Act) -> None:
        if actor is None:
            _refuse_once_founded(session)
            return
        self._refuse_unless_current(session, actor)
        if why := why_never(act, actor.role):
            raise Refused(why)

    @contextmanager
    def _writing(self, actor: Account | None, act: Act | None = None) -> Iterator[UnitOfWork]:
        with engine.writing_session(self.engine) as session:
            unit = UnitOfWork(session, actor, self.clock(), act)
            yield unit
        done = Change(frozenset(unit.stories), frozenset(unit.parts))
        if done.parts:
            self._notify(done)

    def _refuse_unless_current(self, session: Session, actor: Account) -> None:
        """Whoever is at work may have been set inactive, or given another role or password, since they signed in."""
        if not isinstance(actor, SignedIn) or not self._sessions.holds(actor):
            raise Refused(f"{actor.name} has not signed in here: sign in first.")
        found = session.connection().execute(_ACCOUNT_STATUS, {"id": actor.id}).first()
        active, role, reset, login = found or (False, actor.role, 0, actor.login)
        if login != actor.login:  # the newsroom was put back to before the account was made, and its number given anew
            raise Refused(f"There is no account {actor.login} in the newsroom that was put back: ask the chief.")
        if not active:
            raise Refused(f"The account {actor.login} is not active: ask the chief.")
        if role != actor.role:
            raise Refused(f"{actor.name} is no longer {actor.role} but {role}: sign in again.")
        if reset != actor.reset:
            raise Refused(f"The password of {actor.login} was reset since: sign in again.")

    def _refuse_moved(self, session: Session) -> None:
        """What is written into a file that was left behind would be missing in the newsroom."""
        if engine.is_moved(session.connection()):
            raise Displaced(engine.moved_sentence(self.url))

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One transaction that only reads; within `reading_at_once` that one."""
        held: Session | None = getattr(self._at_once, "session", None)
        if held is not None:
            yield held
            return
        with engine.session(self.engine) as session:
            yield session

    @contextmanager
    def reading_at_once(self) -> Iterator[None]:
        """Have all that this thread reads meanwhile read in one transaction.

        One for each costs three more ways to the server and back, which far away is most of the time it takes.
        """
        before = getattr(self._at_once, "session", None)
        with self.reading() as self._at_once.session:
            try:
                yield
            finally:
                self._at_once.session = before

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
        file = engine.file_of(self.engine)
        if file is not None:
            file.close()

    @property
    def replaced(self) -> int:
        """How often another file of the same newsroom was put in the place of the one it was opened from."""
        file = engine.file_of(self.engine)
        return file.replaced if file is not None else 0

    def _notify(self, change: Change) -> None:
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener(change)


def own_change(database: Database, of: Account | None = None) -> AbstractContextManager[UnitOfWork]:
    """A change that the program makes of itself, in the log under the account it is about. For `db` alone."""
    return database._writing(of)


LAST_RESET = (
    select(func.coalesce(func.max(col(AccountKeyRow.id)), 0))
    .where(col(AccountKeyRow.account_id) == col(AccountRow.id), col(AccountKeyRow.origin) == "reset")
    .correlate(AccountRow)
    .scalar_subquery()
)
"""The number of the key an account got when its password was last reset; 0 when it never was."""

_ACCOUNT_STATUS = select(col(AccountRow.active), col(AccountRow.role), LAST_RESET, col(AccountRow.login)).where(
    col(AccountRow.id) == bindparam("id")
)
"""Made once: it is asked with every change, several times a second while somebody types."""


def _refuse_once_founded(session: Session) -> None:
    if session.connection().execute(select(col(AccountRow.id)).limit(1)).first() is not None:
        raise Refused("Sign in first: only a newsroom without accounts is changed by nobody.")
