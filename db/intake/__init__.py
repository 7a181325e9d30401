"""What arrives becomes a draft: plain text as mails, wire files, reporters and web pages bring it."""

from pathlib import Path

from db.errors import Unreadable
from db.intake.decode import MAX_BYTES, decode
from db.intake.envelope import mail_text
from db.intake.text import read_text
from db.values import Draft

__all__ = ["read_bytes", "read_file", "read_text"]


def read_file(path: Path) -> Draft:
    """The draft a file holds.

    Raises Unreadable, in one sentence, for what is missing, a folder, empty, over 10 MB, or no text.
    """
    if path.is_dir():
        raise Unreadable(f"{path} is a folder; name the files in it.")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Unreadable(f"{path.name} is larger than 10 MB and was not read; a story is far smaller than that.")
        data = path.read_bytes()
    except FileNotFoundError:
        raise Unreadable(f"There is no file {path}.") from None
    except OSError as error:
        raise Unreadable(f"{path} cannot be read: {error.strerror}.") from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str = "") -> Draft:
    """The draft some bytes hold; `name` is what messages call them. Raises Unreadable like `read_file`."""
    mail = mail_text(data, name or "The mail") if len(data) <= MAX_BYTES else None
    if mail:
        return read_text(mail[0], name, heads=mail[1])
    decoded = decode(data, name or "The text")
    return read_text(decoded.text, name, lost=decoded.lost)
