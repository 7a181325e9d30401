"""Faults of the surroundings, many times over: `make faults` runs all rounds, `make test` a few of each.

A test asks `rounds` how often it goes round, and tells `table` what came of each; the table is printed at the end.
"""

import os
from collections import Counter
from collections.abc import Callable

import pytest

ALL = bool(os.environ.get("GALLEY_FAULTS"))
"""Whether all rounds are wanted, as `make faults` does."""


class FaultTable:
    """What came of each kind of fault, counted."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = {}

    def count(self, kind: str, *outcomes: str) -> None:
        """One round more of a kind, with what came of it."""
        self._counts.setdefault(kind, Counter()).update(("rounds", *outcomes))

    def lines(self) -> list[str]:
        """A line for each kind, a column for each outcome that occurred."""
        if not self._counts:
            return []
        columns = list(dict.fromkeys(name for counts in self._counts.values() for name in counts))
        wide = max(map(len, self._counts))
        head = f"{'':<{wide}}  " + "  ".join(columns)
        return [head] + [
            f"{kind:<{wide}}  " + "  ".join(f"{counts[name]:>{len(name)}}" for name in columns)
            for kind, counts in self._counts.items()
        ]


_TABLE = FaultTable()
_COUNTED = "fault"
"""The property of a test's report that says what one round came to: with several processes, reports are all that the
one that prints the table hears of.
"""


class Tally:
    """Where a test counts its rounds."""

    def __init__(self, node: pytest.Item) -> None:
        self._node = node

    def count(self, kind: str, *outcomes: str) -> None:
        """One round more of a kind, with what came of it."""
        self._node.user_properties.append((_COUNTED, [kind, *outcomes]))


@pytest.fixture
def table(request: pytest.FixtureRequest) -> Tally:
    """Where each round is counted."""
    return Tally(request.node)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Take the rounds of a test that has ended into the table."""
    if report.when == "call":
        for name, counted in report.user_properties:
            if name == _COUNTED:
                _TABLE.count(*counted)


@pytest.fixture(scope="session")
def rounds() -> Callable[[int, int], int]:
    """How many rounds there are: the first number in `make test`, the second in `make faults`."""
    return lambda few, many: many if ALL else few


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table."""
    if ALL and (lines := _TABLE.lines()):
        terminalreporter.section("faults")
        for line in lines:
            terminalreporter.write_line(line)
