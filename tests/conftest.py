"""What all tests share: no window is ever shown on a screen unless a test asks for a display of its own."""

import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, settings

from db import keys
from db.people import authentication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")
"""No example fails because the machine has other things to do."""

_MEMORY = Path("/dev/shm")
_ROOM = 2 << 30
"""Bytes that must be free in memory: two processes need a third of them, four a half."""


def _work_in_memory() -> None:
    """Let temporary files, also those of the programs that tests start, lie in memory where there is room for them.

    Thousands of small databases are made and removed, each of many files: a disk takes longer for that than the tests.
    """
    if "TMPDIR" in os.environ or not _MEMORY.is_dir() or shutil.disk_usage(_MEMORY).free < _ROOM:
        return
    if not os.statvfs(_MEMORY).f_flag & os.ST_NOEXEC:
        os.environ["TMPDIR"] = str(_MEMORY)
        tempfile.tempdir = None


_work_in_memory()


def _derive_once() -> None:
    """Let each password of the tests be hashed once for each salt: that takes long on purpose, with the same result.

    The newsrooms of tests are copies of a few, whose people sign in hundreds of times.
    """
    keys._derived = cache(keys._derived)
    authentication._is_password = cache(authentication._is_password)


_derive_once()
