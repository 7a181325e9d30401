"""What every rule of preflight has, whether it looks at a story or at a file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from db.values import Severity

OVERSET = "overset"
"""The rule that a story is longer than its target: the window shows it as a measure, too."""

TYPEWRITER = "typewriter-marks"
"""The rule that straight quotes stand in a story: the window mends them all at once."""

Looked = TypeVar("Looked")
Finding = TypeVar("Finding")


@dataclass(frozen=True)
class PreflightRule(Generic[Looked, Finding]):
    """One thing that is asked for: told by its name, found by its function."""

    name: str
    """Short and stable, such as `picture-credit`."""
    sentence: str
    """What is wrong when it is broken; without a full stop."""
    mend: str
    """What to do about it."""
    find: Callable[[Looked], Iterator[Finding]]
    """Each place it is broken at."""
    severity: Severity = Severity.BLOCKER
    where: str = "file"
    """The subject it judges: `story` or `file`."""
