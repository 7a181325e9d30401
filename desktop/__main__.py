"""Where the program starts and ends."""

import gc
import os
import sys

_SELDOM = 100_000
"""Objects made between two searches for garbage, of which the program makes little."""

_STOPPED = 130
"""The status of a program that Ctrl+C ended."""


def main() -> None:
    """Run the command line, and end with its status.

    What a start makes is kept: searching it for garbage would take a tenth of the start. No other package has a say in
    how values are checked: looking for one takes longer than loading pydantic. The program is loaded here, and not by
    the processes that export, which load the module they were started from.
    """
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from desktop.command import cli
    except KeyboardInterrupt:
        leave(_STOPPED)
        return

    gc.freeze()
    gc.set_threshold(_SELDOM, 20, 20)
    gc.enable()
    leave(cli.main())


def leave(status: int) -> None:
    """End the program.

    After a command, which has closed all it opened and said all it had to say, without taking the program apart piece
    by piece: that takes longer than many a command. After a window it is taken apart.
    """
    if "PySide6" in sys.modules:
        sys.exit(status)
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    main()
