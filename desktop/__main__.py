"""Where the program starts."""

import sys

from desktop import cli


def main() -> None:
    """Run the command line, and end with its status."""
    sys.exit(cli.main())


if __name__ == "__main__":
    main()
