"""Which Galley this is: from the installed package, or from pyproject.toml where it runs from a copy of the source."""

import argparse
from pathlib import Path
from typing import Any

_SOURCE = Path(__file__).resolve().parent.parent / "pyproject.toml"


def own_version() -> str:
    """The version of the program that runs; empty where nothing tells it."""
    return _of_source(_SOURCE) or _of_package()


def _of_source(project: Path) -> str:
    """The version that a project's file gives; empty when there is none."""
    import tomllib

    try:
        return str(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"])
    except (OSError, ValueError, KeyError):
        return ""


def _of_package() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("galley")
    except PackageNotFoundError:
        return ""


class VersionAction(argparse.Action):
    """The option `--version`: looks for the version only when it is asked for, and ends the program."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        """Print the version and leave."""
        print(f"galley {own_version()}", flush=True)
        parser.exit()
