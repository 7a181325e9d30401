"""A file on its way to its place: whole or not there, as readable as its owner says."""

import os
import stat
from pathlib import Path

import pytest

from desktop.press.service import atomic_write
from tests.db.test_partial_files import left_by_a_killed_program


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_page_is_as_readable_as_the_umask_says(tmp_path: Path, umask: int, mode: int) -> None:
    before = os.umask(umask)
    try:
        with atomic_write(tmp_path / "page.pdf", b"%PDF") as written:
            written.keep()
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "page.pdf").stat().st_mode) == mode


def test_what_a_killed_export_left_is_gone_after_the_next(tmp_path: Path) -> None:
    left = left_by_a_killed_program(tmp_path / "page.pdf")
    assert left.exists()
    with atomic_write(tmp_path / "other.pdf", b"%PDF") as written:
        written.keep()
    assert [path.name for path in tmp_path.iterdir()] == ["other.pdf"]
