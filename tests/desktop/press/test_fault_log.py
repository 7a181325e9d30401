"""Reports of mistakes are kept in a file of the person's own that fills no disk."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.press import fault_log as log
from desktop.press.fault_log import fault_log, note_fault

AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def test_reports_follow_one_another_for_their_owner_alone() -> None:
    note_fault("ZeroDivisionError\n", AT)
    path = note_fault("KeyError", AT)
    assert path == fault_log()
    assert path.read_text(encoding="utf-8").split("\n\n") == [
        "2026-11-24T12:00:00+00:00\nZeroDivisionError", "2026-11-24T12:00:00+00:00\nKeyError", "",
    ]  # fmt: skip
    assert path.stat().st_mode & 0o077 == 0


def test_an_old_file_makes_way_and_one_before_it_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "_LONGEST", 10)
    for report in ("first report", "second report", "third report"):
        note_fault(report, AT)
    assert "third" in fault_log().read_text(encoding="utf-8")
    kept = [path.read_text(encoding="utf-8").split("\n")[1] for path in sorted(fault_log().parent.iterdir())]
    assert kept == ["third report", "second report"]


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(log, "fault_log", lambda: tmp_path / "file" / "faults.log")
    assert note_fault("KeyError", AT) is None
