"""What arrives from outside is read in a process of its own, which is ended when it takes too long or too much memory.

A file may be made to hang its reader, to fill the memory or to crash a library written in C. None of that can reach the
program from here: a reading ends in its result, or in one sentence. The process is kept for the next file.
"""

import contextlib
import faulthandler
import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, TypeVar

from db.errors import NewsroomError, NotFound, Refused, Unreadable
from db.values import Progress, no_progress

if sys.platform != "win32":
    import resource

Result = TypeVar("Result")

_CPU_SECONDS = 3.6
"""Of work for one file, of five seconds that are promised: the rest is for starting and for storing what was read."""

_SECONDS = 12.0
"""On the clock: a busy machine takes three times as long for the same work, and a file on a network may not come."""

_MEMORY = 190 << 20
"""Bytes a reading may take beside what the process has loaded, some 60 to 100 MB: together under 300 MB."""

_LARGEST_RESULT = 32 << 20
"""Bytes that come back: three times the longest file of text."""

_GROWN = 40 << 20
"""Bytes a process may have grown by and still be kept for the next file."""

_LAST_BREATH = 1.0
"""Seconds between the end of a line and that of its process, at most."""

_STEP = 0.05
"""Seconds between two looks at whether somebody still wants the result."""

_PAGE = 4096 if sys.platform == "win32" else resource.getpagesize()
_FRAMES = 8
"""Calls of a traceback, the last ones: the first are the same in each."""
_PROTOCOL = 5
"""Of pickle: both ends are this program, and this one copies large bytes once (PEP 574)."""


class OutOfBounds(Unreadable):
    """A file asked for more time or memory than a file is given."""


class _Faulty(Exception):
    """What the process said of an error that no reader expects; kept for whoever looks for its cause."""


def sandboxed(
    function: Callable[..., Result], *given: Any, name: str, watch: Progress = no_progress, longer: float = 0.0,
    ready: Callable[[], object] | None = None, **more: Any,
) -> Result:  # fmt: skip
    """What `function(*given)` returns, worked out in a process that can be ended.

    Function, arguments and result must pass between processes. `name` is what messages call the file. `watch` is told
    again and again how much of the time is gone, and ends the reading by raising. `longer` are the seconds of work
    that a large file is given more. `ready()` is called in the process before anything is bounded: it loads what a
    library holds for good. Raises the NewsroomErrors of the function, OutOfBounds when it takes too long or
    too much memory, and Unreadable for every other fault of the file.
    """
    if _INSIDE:
        return function(*given, **more)
    with _SPARE.taken() as process:
        answer = process.ask(
            pickle.dumps((function, given, more, _folder(), longer, ready), protocol=_PROTOCOL), name, watch, longer
        )
    return _opened(answer, name)  # type: ignore[no-any-return]  # pickle keeps the type


def _folder() -> str:
    """The folder that names of files are looked for in; empty when it is gone."""
    try:
        return str(Path.cwd())
    except OSError:
        return ""


def _opened(answer: tuple[str, Any, str], name: str) -> Any:
    """The result in an answer; what it says went wrong is raised."""
    kind, value, said = answer
    if kind == "done":
        return value
    if kind == "refused":
        raise value(said)
    if kind == "memory":
        raise OutOfBounds(f"{name} takes more memory to read than any such file should and was not read.")
    raise Unreadable(f"{name} is damaged and cannot be read.") from _Faulty(said)


class _Process:
    """A process that reads, and the line to it."""

    def __init__(self) -> None:
        way = "fork" if _is_alone() else "spawn"
        context = multiprocessing.get_context(way)
        self._line, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(  # type: ignore[attr-defined]  # on no base context
            target=_serve, args=(theirs, self._line if way == "fork" else None), daemon=True
        )
        self._process.start()
        self._stays = True
        theirs.close()

    @property
    def alive(self) -> bool:
        """Whether it waits for another file."""
        return self._stays and self._process.is_alive()

    def ask(self, call: bytes, name: str, watch: Progress, longer: float = 0.0) -> tuple[str, Any, str]:
        """What became of a call. Raises OutOfBounds when it takes too long, and whatever `watch` raises."""
        try:
            self._line.send_bytes(call)
            self._line.recv_bytes()  # the modules it needs are loaded: from now on it reads
            self._wait(name, watch, _SECONDS + longer * _SECONDS / _CPU_SECONDS)
            answer = pickle.loads(self._line.recv_bytes())
            self._stays = bool(self._line.recv_bytes())  # else it is about to end, but may seem alive
            return answer  # type: ignore[no-any-return]  # what `_serve` sent
        except (EOFError, OSError):
            self._process.join(_LAST_BREATH)
            if -(self._process.exitcode or 0) in _ENDED_BY_CLOCK:
                raise _too_long(name) from None
            return "faulty", None, f"the process ended with {self._process.exitcode}"

    def _wait(self, name: str, watch: Progress, seconds: float) -> None:
        begun = time.monotonic()
        while not self._line.poll(_STEP):
            gone = time.monotonic() - begun
            if gone > seconds:
                raise _too_long(name)
            watch(gone / seconds)

    def end(self) -> None:
        """End it, whatever it does."""
        self._process.kill()
        self._process.join()
        self._line.close()


_ENDED_BY_CLOCK = () if sys.platform == "win32" else (signal.SIGPROF,)


def _too_long(name: str) -> OutOfBounds:
    return OutOfBounds(f"{name} takes longer to read than any such file should and was not read.")


class _Spare:
    """The process that is kept for the next file, so that not each one waits for a start."""

    def __init__(self) -> None:
        self._kept: list[tuple[int, _Process]] = []

    @contextlib.contextmanager
    def taken(self) -> Any:
        """A process to read with: the one that is kept, or a new one while others read. Kept again if all went well."""
        process = self._take()
        try:
            yield process
        except BaseException:
            process.end()
            raise
        if process.alive and not self._kept:
            self._kept.append((os.getpid(), process))
        else:
            process.end()

    def _take(self) -> _Process:
        with contextlib.suppress(IndexError):  # none is kept, or another thread was faster
            owner, process = self._kept.pop()
            if owner == os.getpid() and process.alive:
                return process
        return _Process()


_SPARE = _Spare()
_INSIDE: list[bool] = []
"""Not empty in a process that reads: what it calls is read right there."""


def _is_alone() -> bool:
    """Whether this process runs a single thread and may be copied; only Linux tells of those that libraries began."""
    try:
        return len(list(Path("/proc/self/task").iterdir())) == 1
    except OSError:
        return False


def _serve(line: Connection, parents: Connection | None) -> None:
    """In the process: answer calls until the parent hangs up or a call has left too much behind."""
    _INSIDE.append(True)
    if parents is not None:
        parents.close()
    _go_quiet()
    gc.freeze()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    begun, stays = _resident(), True
    while stays:
        try:
            call = line.recv_bytes()
        except EOFError:
            return
        before = _resident()
        reading = _loaded(call)
        begun += max(0, _resident() - before - len(call))  # modules stay, and are no growth; what was given goes
        line.send_bytes(b"")
        line.send_bytes(_answer(reading))
        del reading, call
        stays = _resident() - begun < _GROWN
        line.send_bytes(b"stays" if stays else b"")


def _go_quiet() -> None:
    """Ctrl+C is for the parent to hear, and what libraries print is no answer."""
    faulthandler.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


@dataclass(frozen=True)
class _Reading:
    """A call whose modules are loaded."""

    work: Callable[[], Any]
    longer: float = 0.0


def _loaded(call: bytes) -> _Reading:
    """A call with all it needs; one that cannot be loaded says so when it is asked for its answer."""
    try:
        function, given, more, folder, longer, ready = pickle.loads(call)
        with contextlib.suppress(OSError):
            os.chdir(folder)
        if ready is not None:
            ready()
        return _Reading(partial(function, *given, **more), longer)
    except Exception as error:  # this is a runner of tasks: whatever it is, it belongs to the parent
        return _Reading(partial(_raise, error))


def _raise(error: Exception) -> None:
    raise error


def _answer(reading: _Reading) -> bytes:
    """What became of a call, ready to be sent."""
    try:
        _bound(reading.longer)
        answer = pickle.dumps(("done", reading.work(), ""), protocol=_PROTOCOL)
        return answer if len(answer) < _LARGEST_RESULT else pickle.dumps(("memory", None, ""))
    except NewsroomError as error:
        return pickle.dumps(("refused", _plain_kind(error), str(error)))
    except MemoryError:
        _unbound()
        return pickle.dumps(("memory", None, ""))
    except Exception:  # this is a runner of tasks: whatever it is, it belongs to the parent
        return pickle.dumps(("faulty", None, traceback.format_exc(limit=-_FRAMES)))
    finally:
        _unbound()


def _plain_kind(error: NewsroomError) -> type[NewsroomError]:
    """The kind of an error that is made of a sentence alone."""
    return next(kind for kind in (OutOfBounds, Unreadable, Refused, NotFound, NewsroomError) if isinstance(error, kind))


def _bound(longer: float) -> None:
    """Bound the work and the memory of the reading that begins now."""
    if sys.platform == "win32":
        return
    signal.setitimer(signal.ITIMER_PROF, _CPU_SECONDS + longer)
    if sys.platform == "linux":  # others do not heed it
        _limit(resource.RLIMIT_AS, _pages(0) + _MEMORY)
        _limit(resource.RLIMIT_DATA, _pages(5) + _MEMORY)  # what a library fills of addresses it holds already


def _unbound() -> None:
    """Let what is left to do, an answer, have its time and its memory."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, 0)
    if sys.platform == "linux":
        _limit(resource.RLIMIT_AS, resource.RLIM_INFINITY)
        _limit(resource.RLIMIT_DATA, resource.RLIM_INFINITY)


def _limit(what: int, most: int) -> None:
    if sys.platform != "win32":
        resource.setrlimit(what, (most, resource.getrlimit(what)[1]))


def _resident() -> int:
    """Bytes of memory the process takes."""
    return _pages(1)


def _pages(column: int) -> int:
    """A column of Linux's account of a process's memory, in bytes; 0 elsewhere."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[column]) * _PAGE
    except OSError:
        return 0
