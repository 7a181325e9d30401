"""The reports of mistakes in Galley that did not end the program: kept in a file, for whoever mends them. No Qt."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from platformdirs import user_log_path

_LONGEST = 1 << 20
"""Bytes: hundreds of reports; what is older is let go, so that a mistake made every day fills no disk."""


def fault_log() -> Path:
    """File in which the reports are kept."""
    return user_log_path("galley", appauthor=False) / "faults.log"


def note_fault(report: str, at: datetime) -> Path | None:
    """Add a report to the file. Returns where that is; None when it cannot be written, for the work goes on."""
    path = fault_log()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if path.exists() and path.stat().st_size > _LONGEST:
            path.replace(path.with_suffix(".old.log"))
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            path.chmod(0o600)
            file.write(f"{at.isoformat(timespec='seconds')}\n{report.rstrip()}\n\n")
        return path
    return None
