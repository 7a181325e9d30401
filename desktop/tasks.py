"""Work off the main thread, in the one place where the program has threads; results come back on the main thread.

A task that raises a NewsroomError calls its `on_error`, or the window's message bar; any other exception is a bug and
goes to the crash hook.
"""

import sys
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QObject, QThreadPool, Signal, Slot
from shiboken6 import isValid

from db.errors import NewsroomError, one_line
from desktop.key_turn import KEY_TURN
from desktop.spare_time import SpareTime

T = TypeVar("T")
Done = Callable[[Any], object]
Failed = Callable[[NewsroomError], None]
Progress = Callable[[float], None]
"""Told how much is done, from 0 to 1."""


_FEWEST_THREADS = 4
"""On a computer of two cores one backup and one page being set would let all other questions wait; these few do not."""


_STOP_MS = 10_000
"""The longest the end of a program waits for threads that no window has waited for. A store on a disk takes hundredths
of this; longer, and whoever ends a session of theirs would believe that Galley hangs.
"""


_TURN = 0.0005
"""Seconds for which a worker may go on while the window waits to. Python's own 5 ms are waited for anew after each call
into Qt that lets workers on, of which a key makes dozens.
"""


def let_window_go_first() -> None:
    """Let workers of this program give way to its window soon, whatever they compute."""
    sys.setswitchinterval(_TURN)


class Cancelled(Exception):
    """Raised inside a task, by its `progress`, once nobody wants its result any more."""


class Task:
    """One piece of work. Once cancelled its result is not delivered, and it stops early if it reports progress."""

    def __init__(self, key: str = "") -> None:
        self.key = key
        self.cancelled = False
        self.finished = False

    def cancel(self) -> None:
        """Let nothing of this task be delivered any more."""
        self.cancelled = True


class TaskRunner(QObject):
    """Runs functions in a pool of threads, or one after the other in order."""

    failed = Signal(str)
    """A NewsroomError that no `on_error` took, as a sentence for the message bar."""
    busy_changed = Signal(bool)
    """Whether any work is under way."""
    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool, self._line = QThreadPool(self), QThreadPool(self)
        self._pool.setMaxThreadCount(max(_FEWEST_THREADS, self._pool.maxThreadCount()))
        self._line.setMaxThreadCount(1)
        self._open: set[Task] = set()
        self.given_up = False
        """Whether work that did not end was left to itself."""
        self._answers = deque[Callable[[], None]]()
        """What came back and is not told yet, in the order in which it came."""
        self._telling = SpareTime(self._tell_next, self)
        self._posted.connect(self._on_posted)

    @property
    def busy(self) -> bool:
        """Whether any work is under way."""
        return bool(self._open)

    def run(
        self,
        function: Callable[..., Any],
        *args: Any,
        on_done: Done | None = None,
        on_error: Failed | None = None,
        on_end: Callable[[], None] | None = None,
        on_progress: Progress | None = None,
        key: str = "",
        in_order: bool = False,
    ) -> Task:
        """Call `function(*args)` on another thread; tell `on_done` its result, or `on_error` why not.

        `on_end` is called last, whatever came of it, unless the task was cancelled. With `on_progress` the function
        also gets a keyword `progress` to call with the share done. A `key` cancels the earlier task of the same key:
        the newest question wins. `in_order` tasks run one at a time as they were given, for writes that must not
        overtake one another, and are run even when cancelled.
        """
        self._cancel_same(key)
        task = Task(key)
        self._begin(task)
        work = partial(function, *args)
        if on_progress is not None:
            work = partial(work, progress=self._reporter(task, on_progress))
        deliver = partial(self._deliver, task, on_done, on_error, on_end)
        pool = self._line if in_order else self._pool
        pool.start(partial(self._work, task, work, deliver, in_order))
        return task

    def wait(self, milliseconds: int = _STOP_MS) -> bool:
        """Block until all work is done, with what follows from it, and deliver what it brought.

        False when it took longer.
        """
        end = QDeadlineTimer(milliseconds)
        while self._open and not end.hasExpired():
            self._line.waitForDone(end.remainingTime())
            self._pool.waitForDone(end.remainingTime())
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
            while self._tell_next():
                pass
        return not self._open

    def wait_for(self, function: Callable[..., T], *args: Any, on_progress: Progress | None = None) -> T:
        """Call `function(*args)` on another thread and return its result; the windows go on meanwhile.

        With `on_progress` the function also gets a keyword `progress`, as with `run`.

        Raises whatever the function raises, and Cancelled when the program ends before that.
        """
        loop, outcomes = QEventLoop(), list[_Outcome]()
        task = self.run(
            _outcome, partial(function, *args), on_done=outcomes.append, on_end=loop.quit, on_progress=on_progress
        )
        loop.exec()
        if not outcomes:
            task.cancel()
            raise Cancelled
        result, error = outcomes[0]
        if error is not None:
            raise error
        found: T = result
        return found

    def begin_end(self) -> None:
        """At the end of a window: nothing is delivered any more, and of what waits only writes in order are done."""
        for task in self._open:
            task.cancel()
        self._pool.clear()

    @property
    def writes_ended(self) -> bool:
        """Whether all writes in order are done."""
        return self._line.waitForDone(0)

    @property
    def ended(self) -> bool:
        """Whether no thread is at work any more."""
        return self.writes_ended and self._pool.waitForDone(0)

    def give_up(self) -> None:
        """Wait no longer for what is under way, here or in `stop`: its threads are left to themselves."""
        self.given_up = True

    def stop(self, milliseconds: int = _STOP_MS) -> None:
        """At the end of the program: let writes in order end, and wait for what runs; nothing is delivered any more.

        Blocks, unless all has ended or was given up before.
        """
        self.begin_end()
        left = 0 if self.given_up else milliseconds
        self._line.waitForDone(left)
        self._pool.waitForDone(left)
        self._open.clear()

    def _cancel_same(self, key: str) -> None:
        for task in self._open:
            if key and task.key == key:
                task.cancel()

    def _begin(self, task: Task) -> None:
        self._open.add(task)
        if len(self._open) == 1:
            self.busy_changed.emit(True)

    def _reporter(self, task: Task, on_progress: Progress) -> Progress:
        """Callback that a function calls, on its own thread, with the share that is done."""

        def report(share: float) -> None:
            KEY_TURN.step_behind()
            if task.cancelled:
                raise Cancelled
            self._posted.emit(partial(self._report, task, on_progress, share))

        return report

    def _work(self, task: Task, work: Callable[[], Any], deliver: Callable[..., None], always: bool) -> None:
        """On a thread of the pool: make the call and post what came of it."""
        result, error = None, None
        KEY_TURN.give_way()
        if always or not task.cancelled:
            try:
                result = work()
            except Exception as caught:  # whatever it is, it belongs to the main thread
                error = caught
        self._posted.emit(partial(deliver, result, error))

    @Slot(object)
    def _on_posted(self, answer: Callable[[], None]) -> None:
        """Tell what came back, but between two keys."""
        self._answers.append(answer)
        if not self._telling.awaited:
            self._telling.work()

    def _tell_next(self) -> bool:
        """Tell the oldest answer; whether there are more. What it leads to may wait for others in an event loop."""
        if not self._answers:
            return False
        answer = self._answers.popleft()
        if self._answers:
            self._telling.begin()
        answer()
        return bool(self._answers)

    def _report(self, task: Task, on_progress: Progress, share: float) -> None:
        if not task.cancelled and _alive(on_progress):
            on_progress(share)

    def _deliver(
        self,
        task: Task,
        on_done: Done | None,
        on_error: Failed | None,
        on_end: Callable[[], None] | None,
        result: Any,
        error: Exception | None,
    ) -> None:
        self._open.discard(task)
        task.finished = True
        try:
            self._notify(task, on_done, on_error, result, error)
        finally:
            if on_end is not None and not task.cancelled and _alive(on_end):
                on_end()
            if not self._open:
                self.busy_changed.emit(False)

    def _notify(
        self, task: Task, on_done: Done | None, on_error: Failed | None, result: Any, error: Exception | None
    ) -> None:
        if error is not None and not isinstance(error, NewsroomError | Cancelled):
            sys.excepthook(type(error), error, error.__traceback__)
        elif task.cancelled:
            return
        elif isinstance(error, NewsroomError):
            (on_error if on_error is not None and _alive(on_error) else self._fail)(error)
        elif on_done is not None and _alive(on_done):
            on_done(result)

    def _fail(self, error: NewsroomError) -> None:
        self.failed.emit(one_line(error))


_Outcome = tuple[Any, Exception | None]
"""Result of a function, or the exception it raised."""


def _outcome(function: Callable[..., Any], **watched: Progress) -> _Outcome:
    try:
        return function(**watched), None
    except Exception as error:  # whatever it is, it belongs to whoever waits for it
        return None, error


def _alive(callback: object) -> bool:
    """Whether the widget a method belongs to, and those handed to it, are still there: a window may close before."""
    owner = getattr(getattr(callback, "func", callback), "__self__", None)
    return all(isValid(one) for one in (owner, *getattr(callback, "args", ())) if isinstance(one, QObject))
