"""Start and end of the program."""

import gc
import os
import sys

_SELDOM = 100_000
"""Objects made between two searches for garbage, of which the program makes little."""

_OLDER = 20
"""Searches for new garbage between two for older, which go through much more: twice as many as Python's own ten."""

_STOPPED = 130
"""The status of a program that Ctrl+C ended."""


def main() -> None:
    """Run the command line, and end with its status.

    What a start makes is kept: searching it for garbage would take a tenth of the start. No other package has a say in
    how values are checked: looking for one takes longer than loading pydantic. The program is loaded here, and not by
    the processes that export, which load the module they were started from.
    """
    gc.disable()
    occupy_closed_streams()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from desktop.command import cli, output
    except KeyboardInterrupt:
        leave(_STOPPED)
        return

    collect_seldom()
    gc.enable()
    try:
        status = cli.main()
    except SystemExit as end:
        status = int(end.code or 0)
    leave(output.flush(status))


def collect_seldom() -> None:
    """Search for garbage seldom, and never in what there is by now."""
    gc.freeze()
    gc.set_threshold(_SELDOM, _OLDER, _OLDER)


def occupy_closed_streams() -> None:
    """Let no file that is opened later get the number of a standard stream that is closed: it would be written into."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def leave(status: int) -> None:
    """End the program.

    After a command, which has closed all it opened and said all it had to say, without taking the program apart piece
    by piece: that takes longer than many a command. After a window it is taken apart.
    """
    if "PySide6" in sys.modules:
        sys.exit(status)
    os._exit(status)


if __name__ == "__main__":
    main()
