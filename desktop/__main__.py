"""Where the program starts."""

import gc
import os
import sys

_SELDOM = 100_000
"""Objects made between two searches for garbage, of which the program makes little."""


def main() -> None:
    """Run the command line, and end with its status.

    What a start makes is kept: searching it for garbage would take a tenth of the start. No other package has a say in
    how values are checked: looking for one takes longer than loading pydantic. The program is loaded here, and not by
    the processes that export, which load the module they were started from.
    """
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from desktop.command import cli

    gc.freeze()
    gc.set_threshold(_SELDOM, 20, 20)
    gc.enable()
    sys.exit(cli.main())


if __name__ == "__main__":
    main()
