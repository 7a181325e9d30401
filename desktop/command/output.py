"""Output of the command line: to streams that may be closed, to terminals that act on control characters."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from typing import Any, TextIO, cast

from db.errors import shortened
from db.visible_text import harmless

_OWN = ("\033[0m", "\033[1m", "\033[31;9m", "\033[32m")
"""Bold and the colours of a comparison: the only codes that Galley itself sends to a terminal."""


class HarmlessStream:
    """A stream on which control characters in names, notes and texts are shown, not acted on.

    Whoever reads it may go away, as `head` does: work goes on, and the rest is said to nobody.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.fault: OSError | None = None
        """What kept the last text from being written, for who was not told: argparse lets nobody know."""

    def write(self, text: str) -> int:
        """Write a text; what else a stream can do is done by the one behind it."""
        parts = [text]
        for code in _OWN if self._stream.isatty() else ():
            parts = [one for part in parts for one in _parted(part, code)]
        try:
            self._stream.write("".join(part if part in _OWN else harmless(part) for part in parts))
        except BrokenPipeError:
            _hear_no_more(self._stream)
        except OSError as error:
            self.fault = error
            raise
        return len(text)

    def flush(self) -> None:
        """Send what waits."""
        try:
            self._stream.flush()
        except BrokenPipeError:
            _hear_no_more(self._stream)

    def draw(self, text: str) -> None:
        """Write what is drawn over again, as a bar is."""
        self._stream.write(text)
        self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


class ClosedStream(HarmlessStream):
    """Standard output that was closed before the program began."""

    def __init__(self) -> None:
        super().__init__(cast(TextIO, None))

    def write(self, text: str) -> int:
        """Raises OSError, as any write there does."""
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))

    def flush(self) -> None:
        """Nothing waits."""

    def isatty(self) -> bool:
        """It is no terminal."""
        return False


def _hear_no_more(stream: TextIO) -> None:
    """Let what is said to a stream from now on, and what waits in it, go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError):  # it has no number: then nobody but us reads it
        os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _parted(text: str, code: str) -> list[str]:
    return [part for part in text.replace(code, f"\0{code}\0").split("\0") if part] if code in text else [text]


@contextmanager
def harmless_output() -> Iterator[None]:
    """All that is said meanwhile is harmless; it is said to nobody where standard error is closed."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    out = HarmlessStream(sys.stdout) if sys.stdout is not None else ClosedStream()
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123  a device, not a path of ours
        err = HarmlessStream(sys.stderr if sys.stderr is not None else nowhere)
        with redirect_stdout(cast(TextIO, out)), redirect_stderr(cast(TextIO, err)):
            yield


def raise_fault() -> None:
    """Raise what kept something from being written to standard output, if anything did."""
    if isinstance(sys.stdout, HarmlessStream) and sys.stdout.fault is not None:
        raise sys.stdout.fault
    sys.stdout.flush()


def say(sentence: str) -> None:
    """A line on standard error, cut where it is overlong; nothing where that has nobody to read it."""
    with suppress(OSError):
        print(shortened(sentence), file=sys.stderr, flush=True)


def flush(status: int) -> int:
    """Send what waits to be said. Returns the status to end with: 1 where nobody took what was said."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except BrokenPipeError:
            _hear_no_more(stream)
        except (OSError, ValueError):
            status = status or int(stream is sys.stdout)
    return status
