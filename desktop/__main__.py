"""Where the program starts."""

import gc
import sys

_SELDOM = 100_000
"""Objects made between two searches for garbage: what a start makes is kept, and searching it each time is slow."""

gc.set_threshold(_SELDOM, 20, 20)

from desktop.command import cli  # noqa: E402  the threshold is for what is imported here too


def main() -> None:
    """Run the command line, and end with its status."""
    gc.freeze()
    sys.exit(cli.main())


if __name__ == "__main__":
    main()
