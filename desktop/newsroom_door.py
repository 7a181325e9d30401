"""The one door from the window to the newsroom: a worker asks, and the answer comes back on the main thread.

Nothing in the window holds a newsroom. What is to be asked is a function outside of all classes whose first parameter
is called `newsroom`; the door calls it with the newsroom on a worker thread. So no slot can make the window wait for a
disk or a server by mistake, and each call has three ways back: a result, a refusal, a fault.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from db.newsroom import Newsroom
from db.settings import TIME_ZONE
from db.values import Change
from desktop.press.format_folders import formats_folder
from desktop.tasks import Failed, Progress, Task, TaskRunner
from exports.formats import format_names

T = TypeVar("T")

FACT_PARTS = frozenset({"settings", "desks", "accounts"})
"""The parts of a newsroom that its facts are read from."""


@dataclass(frozen=True)
class NewsroomFacts:
    """What a window must know of a newsroom before it asks for anything: little, and seldom changed."""

    name: str = ""
    identity: str = ""
    """Identity of the newsroom, which no other has."""
    time_zone: str = ""
    """Name of the zone its days begin in; empty for that of each computer."""
    desks: tuple[str, ...] = ()
    desks_ever: tuple[str, ...] = ()
    """Retired ones too, each in the place it always has."""
    kinds: tuple[str, ...] = ()
    """Kinds a story may be of."""
    logins: tuple[str, ...] = ()
    """Of those who are active."""
    formats: tuple[str, ...] = ()
    """Names of the formats a story may be set in."""


class NewsroomDoor(QObject):
    """Whatever is asked ends in one of three ways, all of them on the main thread.

    `on_done` gets the result. `on_error` gets the NewsroomError of a refusal or of a server that does not answer; the
    window's message bar shows it where nobody takes it. Anything else is a bug: the text is saved, and the crash
    window opens. `on_end` is called after each of the three. What comes after the widget that asked is gone is dropped.
    """

    facts_changed = Signal()
    """They were read again, and are others now."""

    def __init__(
        self, newsroom: Newsroom, runner: TaskRunner, facts: NewsroomFacts | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._newsroom, self._runner = newsroom, runner
        self.facts = facts or NewsroomFacts()
        """As they were read last."""

    @Slot()
    def refresh_facts(self) -> None:
        """Read the facts again."""
        self.read(read_facts, on_done=self._on_facts, key="facts")

    def _on_facts(self, facts: NewsroomFacts) -> None:
        if facts != self.facts:
            self.facts = facts
            self.facts_changed.emit()

    def read(
        self,
        question: Callable[..., T],
        *args: Any,
        on_done: Callable[[T], object] | None = None,
        on_error: Failed | None = None,
        on_end: Callable[[], None] | None = None,
        on_progress: Progress | None = None,
        key: str = "",
    ) -> Task:
        """Call `question(newsroom, *args)` beside other questions; of those with the same `key` the newest wins."""
        return self._runner.run(
            question, self._newsroom, *args, on_done=on_done, on_error=on_error, on_end=on_end, on_progress=on_progress,
            key=key,
        )  # fmt: skip

    def write(
        self,
        change: Callable[..., T],
        *args: Any,
        on_done: Callable[[T], object] | None = None,
        on_error: Failed | None = None,
        on_end: Callable[[], None] | None = None,
        on_progress: Progress | None = None,
    ) -> Task:
        """Call `change(newsroom, *args)` after all that was written before: writes never overtake one another."""
        return self._runner.run(
            change, self._newsroom, *args, on_done=on_done, on_error=on_error, on_end=on_end, on_progress=on_progress,
            in_order=True,
        )  # fmt: skip

    def wait_for(self, question: Callable[..., T], *args: Any) -> T:
        """Return the result of `question(newsroom, *args)`; the windows go on meanwhile.

        For the steps of a start, of which each needs the one before. Raises whatever the question raises, and Cancelled
        when the program ends before that.
        """
        return self._runner.wait_for(question, self._newsroom, *args)

    def for_runner(self, runner: TaskRunner) -> "NewsroomDoor":
        """Another door to the same newsroom, for the next window."""
        return NewsroomDoor(self._newsroom, runner, self.facts)

    def leads_where(self, other: "NewsroomDoor | None") -> bool:
        """Whether another door leads to the same newsroom, opened once."""
        return other is not None and other._newsroom is self._newsroom

    def close(self) -> None:
        """Close the newsroom. Blocks until its connections are given back; nothing may be asked any more."""
        self._newsroom.close()

    @property
    def url(self) -> str:
        """Where the newsroom is kept: a file path, or an address without its password."""
        return self._newsroom.url

    @property
    def folder(self) -> Path | None:
        """The folder of a newsroom that is kept in a file."""
        return self._newsroom.folder

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call `listener` after every change made here, on the worker that made it. Returns the way to stop it."""
        return self._newsroom.subscribe(listener)

    def now(self) -> datetime:
        """The moment by the newsroom's clock, aware, in UTC; nobody is asked for it."""
        return self._newsroom.clock()


def read_facts(newsroom: Newsroom) -> NewsroomFacts:
    """Read what a window must know."""
    return NewsroomFacts(
        name=newsroom.name,
        identity=newsroom.identity,
        time_zone=str(newsroom.settings.get(TIME_ZONE, "")),
        desks=tuple(newsroom.desks.all()),
        desks_ever=tuple(newsroom.desks.ever()),
        kinds=tuple(newsroom.kinds.all()),
        logins=tuple(account.login for account in newsroom.accounts.all(active_only=True)),
        formats=tuple(format_names(formats_folder(newsroom))),
    )
