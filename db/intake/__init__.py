"""What arrives becomes a draft: plain text as mails, wire files, reporters and web pages bring it."""

from pathlib import Path

from db.input_files import read_input
from db.intake.decode import MAX_BYTES, decode
from db.intake.mail import mail_text
from db.intake.text import read_text
from db.sandbox import sandboxed
from db.values import Draft, Progress, no_progress

__all__ = ["read_bytes", "read_file", "read_text"]


def read_file(path: Path, *, watch: Progress = no_progress) -> Draft:
    """The draft a file holds, read in a process of its own (`db/sandbox.py`); `watch` may end it by raising.

    Raises Unreadable, in one sentence, for what is missing, no file, empty, over 10 MB, no text, or made to do harm.
    """
    return sandboxed(_read_file, path, name=path.name, watch=watch)


def _read_file(path: Path) -> Draft:
    return read_bytes(read_input(path, MAX_BYTES), path.name)


def read_bytes(data: bytes, name: str = "") -> Draft:
    """The draft some bytes hold; `name` is what messages call them. Raises Unreadable like `read_file`."""
    mail = mail_text(data, name or "The mail") if len(data) <= MAX_BYTES else None
    if mail:
        return read_text(mail[0], name, heads=mail[1])
    decoded = decode(data, name or "The text")
    return read_text(decoded.text, name, lost=decoded.lost)
