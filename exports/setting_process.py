"""A process of its own that sets the story somebody is writing, so that no key waits for the interpreter meanwhile.

Threads of one program take turns at its interpreter: a thread that sets pages makes each key that comes meanwhile wait
several times for its turn. The process is started with the first story that is set, which is still set here, and stays.
"""

import pickle
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, NamedTuple

from db.errors import NewsroomError
from db.values import Original, Progress, no_progress
from exports import Order

if TYPE_CHECKING:
    from exports.set_story import StoryAsSet
    from exports.typeset.sheet import Sheet


class _Answer(NamedTuple):
    """What became of an order, before its pages."""

    found: "StoryAsSet | None" = None
    """Without its pages; None where it could not be set."""
    pages: int = 0


_LAST_BREATH = 1.0
"""Seconds between the end of a line and that of its process, at most."""
_READY = b"ready"
"""What it says first."""
_PROTOCOL = 5
"""Of pickle: both ends are this program, and large bytes are copied once (PEP 574)."""


def _go_on() -> None:
    """Nothing else is waited for."""


class SettingProcess:
    """Sets one story after the other. Its methods may be called from any thread."""

    def __init__(self, give_way: Callable[[], None] = _go_on) -> None:
        """`give_way` is called where this program may do something else first: it may wait, and raises nothing."""
        self._give_way = give_way
        self._turn = threading.Lock()
        self._wanted = threading.Lock()
        """Held for good by whoever has asked for it first."""
        self._begun = threading.Event()
        """Whether it can set a story, or could not be started."""
        self._process: BaseProcess | None = None
        self._line: Connection | None = None
        self._sent: frozenset[str] = frozenset()
        """Hashes of the pictures that the process has."""
        self._sheets: tuple[Sheet, ...] = ()
        """The pages it gave last: it sends only those that are other ones."""

    def set(self, order: Order, progress: Progress = no_progress) -> "StoryAsSet":
        """The story of an order as it is set; here until the process that is started with the first can set others.

        `progress` is told when its turn has come, and may raise. Raises NewsroomError when the process ends over it.
        """
        from exports.set_story import set_story

        if not self._begun.is_set():
            self._begin()
            return set_story(order)
        with self._turn:
            progress(0.0)
            if self._line is None and not self._start():
                return set_story(order)
            return self._ask(order)

    def end(self) -> None:
        """End the process, whatever it does; while it is being started it ends with this program."""
        if self._process is not None:
            self._process.kill()

    # the process

    def _begin(self) -> None:
        if self._wanted.acquire(blocking=False):
            threading.Thread(target=self._start_first, daemon=True).start()

    def _start_first(self) -> None:
        with self._turn:
            self._start()
            self._begun.set()

    def _start(self) -> bool:
        """Start it, and wait until it has loaded the press; whether it could be started."""
        from exports.batch import interrupts_blocked, process_context

        try:
            context = process_context()
            ours, theirs = context.Pipe()
            process: BaseProcess = context.Process(  # type: ignore[attr-defined]  # on no base context
                target=_serve, args=(theirs,), daemon=True
            )
            with interrupts_blocked():
                process.start()
            theirs.close()
            self._process = process
            ours.recv_bytes()
        except (EOFError, OSError):  # the system has no room for another process, or it was ended at once
            return False
        self._line, self._sent, self._sheets = ours, frozenset(), ()
        return True

    def _hang_up(self) -> None:
        """It ends when nobody can ask it any more."""
        if self._line is not None and self._process is not None:
            self._line.close()
            self._process.join(_LAST_BREATH)
        self._process = self._line = None

    # the line to it

    def _ask(self, order: Order) -> "StoryAsSet":
        from exports.set_story import set_story

        try:
            found = self._answered(order)
        except (EOFError, OSError) as error:
            self._hang_up()
            raise NewsroomError("The process that sets pages ended without a word: is there memory enough?") from error
        return found or set_story(order)  # whatever went wrong there shows here as it is

    def _answered(self, order: Order) -> "StoryAsSet | None":
        assert self._line is not None
        fresh = {sha256: original for sha256, original in order.originals.items() if sha256 not in self._sent}
        call = replace(order, originals={}), fresh, tuple(order.originals)
        self._give_way()
        self._line.send_bytes(pickle.dumps(call, protocol=_PROTOCOL))
        self._sent = frozenset(order.originals)
        answer = self._line.recv_bytes()
        self._give_way()
        found, pages = _Answer(*pickle.loads(answer))
        if found is None:
            return None
        self._sheets = tuple(self._sheet(number) for number in range(pages))
        return replace(found, sheets=self._sheets)

    def _sheet(self, number: int) -> "Sheet":
        """A page that comes now, or the one that it is still: other threads have their turn between two of them."""
        assert self._line is not None
        sent = self._line.recv_bytes()
        self._give_way()
        return pickle.loads(sent) if sent else self._sheets[number]


def _serve(line: Connection) -> None:
    """In the process: set what is asked for until the parent hangs up."""
    from exports.batch import initialize_worker
    from exports.typeset.galley.galley_column import forget_paragraphs

    initialize_worker()
    originals: Mapping[str, Original] = {}
    pages: list[bytes] = []
    story_id = 0
    try:
        line.send_bytes(_READY)
        while True:
            order, fresh, used = pickle.loads(line.recv_bytes())
            if order.story.id != story_id:
                story_id = order.story.id
                forget_paragraphs()
            originals = {sha256: fresh.get(sha256) or originals[sha256] for sha256 in used}
            pages = _answer(line, replace(order, originals=originals), pages)
    except (EOFError, OSError):
        return


def _answer(line: Connection, order: Order, before: list[bytes]) -> list[bytes]:
    """Send what became of an order, and of its pages those that are other than before. Returns all of them."""
    from exports.set_story import set_story

    try:
        found = set_story(order)
    except Exception:  # whatever it is, it belongs to whoever asked
        _send(line, _Answer())
        return before
    pages = [pickle.dumps(sheet, protocol=_PROTOCOL) for sheet in found.sheets]
    _send(line, _Answer(replace(found, sheets=()), len(pages)))
    for number, page in enumerate(pages):
        line.send_bytes(b"" if before[number : number + 1] == [page] else page)
    return pages


def _send(line: Connection, answer: _Answer) -> None:
    line.send_bytes(pickle.dumps(tuple(answer), protocol=_PROTOCOL))
