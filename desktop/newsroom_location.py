"""Which newsroom the program opens: the one named, else the one it was pointed to, else a file among one's data."""

import getpass
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from platformdirs import user_config_path, user_data_path

from db.errors import NeedsPassword, NewsroomError
from db.partial_files import write_private
from db.private_files import make_folder
from db.store.address import filled_in, keep_password, with_password, without_password
from db.store.secrets import Secrets

T = TypeVar("T")

VARIABLE = "GALLEY_DB"
"""The environment variable that names the newsroom."""


def default_newsroom() -> str:
    """Place of the newsroom that nobody names: `GALLEY_DB`, else where `point_to` pointed, else a file of one's own."""
    return os.environ.get(VARIABLE) or pointed_to() or str(user_data_path("galley", appauthor=False) / "galley.db")


def pointed_to() -> str:
    """The newsroom this program was pointed to; an empty string when it never was."""
    with suppress(OSError, UnicodeDecodeError):
        return _pointer().read_text(encoding="utf-8").strip()
    return ""


def point_to(place: str, secrets: Secrets) -> str:
    """Open this newsroom from now on; a password in its address goes into the keyring, the rest into a file.

    Returns the address without the password. Raises NewsroomError when the file cannot be written.
    """
    address, pointer = keep_password(place, secrets), _pointer()
    try:
        make_folder(pointer.parent)
        write_private(pointer, (address + "\n").encode())
    except OSError as error:
        raise NewsroomError(f"{pointer} cannot be written: {error.strerror}.") from error
    return address


def connect(place: str, secrets: Secrets, use: Callable[[str], T], ask: Callable[[str], str] | None = None) -> T:
    """Use a newsroom's address with its password: its own, the keyring's, else the one that is asked for, once.

    What was asked for and is right is kept in the keyring. Raises NeedsPassword when nobody can be asked, and whatever
    `use` raises.
    """
    try:
        return use(filled_in(place, secrets))
    except NeedsPassword:
        asking = ask or _terminal()
        if asking is None:
            raise
        password = asking(without_password(place))
        done = use(with_password(place, password))
        keep_password(with_password(place, password), secrets)
        return done


def _terminal() -> Callable[[str], str] | None:
    """The way to ask at the terminal; None when there is none."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    return lambda address: getpass.getpass(f"Password of {address}: ", stream=sys.stderr)


def _pointer() -> Path:
    return user_config_path("galley", appauthor=False) / "newsroom.txt"
