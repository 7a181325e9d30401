"""Where the program starts."""

import gc
import os
import sys

_SELDOM = 100_000
"""Objects made between two searches for garbage, of which the program makes little."""

gc.disable()
"""What a start makes is kept: searching it for garbage would take a tenth of the start."""
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""No other package has a say in how values are checked; looking for one takes longer than loading pydantic."""

from desktop.command import cli  # noqa: E402  both are for what is imported here too


def main() -> None:
    """Run the command line, and end with its status."""
    gc.freeze()
    gc.set_threshold(_SELDOM, 20, 20)
    gc.enable()
    sys.exit(cli.main())


if __name__ == "__main__":
    main()
