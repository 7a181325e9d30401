"""What arrives becomes a draft: plain text as mails, wire files, reporters and web pages bring it."""

from functools import partial
from pathlib import Path

from db.input_files import read_input
from db.intake.decode import CHARSETS, MAX_BYTES, charset_title
from db.intake.drafting import with_roles
from db.intake.files import read_drafts
from db.intake.text import read_text
from db.sandbox import sandboxed
from db.values import Draft, Progress, no_progress

__all__ = [
    "CHARSETS",
    "charset_title",
    "read_bytes",
    "read_copy",
    "read_drafts",
    "read_file",
    "read_text",
    "with_roles",
]


def read_copy(path: Path, charset: str = "", *, watch: Progress = no_progress) -> tuple[Draft, ...]:
    """The drafts a file holds, read in a process of its own (`db/sandbox.py`); `watch` may end it by raising.

    A mail may bring several. Raises Unreadable, in one sentence, for what is missing, no file, empty, over 10 MB, no
    copy, or made to do harm, and Refused for a character set (`charset`) that is not known.
    """
    return sandboxed(partial(_read, charset=charset), path, name=path.name, watch=watch)


def _read(path: Path, charset: str) -> tuple[Draft, ...]:
    return read_drafts(read_input(path, MAX_BYTES), path.name, charset)


def read_file(path: Path, *, watch: Progress = no_progress) -> Draft:
    """The first draft a file holds, read as `read_copy` does."""
    return read_copy(path, watch=watch)[0]


def read_bytes(data: bytes, name: str = "") -> Draft:
    """The first draft some bytes hold; `name` is what messages call them. Raises Unreadable like `read_copy`."""
    return read_drafts(data, name)[0]
