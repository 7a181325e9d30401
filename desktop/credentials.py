"""Sign-in of the command line: a password file, the environment, the keyring, or a question at the terminal."""

import getpass
import os
import sys
from pathlib import Path

from db.errors import NewsroomError, Refused, Unreadable
from db.input_files import read_input
from db.newsroom import Newsroom
from db.store.secrets import Secrets, password_name
from db.values import SignedIn

PASSWORD = "GALLEY_PASSWORD"
"""The environment variable that answers for the password."""
_LARGEST = 64_000
"""Bytes of a password file, of which the first line counts."""


def sign_in(newsroom: Newsroom, login: str, *, password_file: Path | None, secrets: Secrets) -> SignedIn:
    """Let a person in by whatever way their password is given.

    Raises Refused when it is wrong, or needed and given in no way; NotFound for an unknown login.
    """
    if not newsroom.accounts.has_password(login):
        return newsroom.accounts.sign_in(login)
    return newsroom.accounts.sign_in(login, known_password(newsroom, login, password_file, secrets))


def log_in(newsroom: Newsroom, login: str, *, password_file: Path | None, secrets: Secrets) -> SignedIn:
    """Sign in, and stay signed in on this computer: the password goes into the keyring."""
    signed_in = sign_in(newsroom, login, password_file=password_file, secrets=secrets)
    if newsroom.accounts.has_password(login):
        secrets.set(password_name(newsroom.identity, login), known_password(newsroom, login, password_file, secrets))
    return signed_in


def known_password(newsroom: Newsroom, login: str, password_file: Path | None, secrets: Secrets) -> str:
    """The password a person gives in one of the ways there are. Raises Refused when it is given in none."""
    if password_file is not None:
        return first_line(password_file)
    if PASSWORD in os.environ:
        return os.environ[PASSWORD]
    kept = secrets.get(password_name(newsroom.identity, login))
    if kept:
        return kept
    if sys.stdin.isatty() and sys.stderr.isatty():
        return getpass.getpass(f"Password of {login}: ", stream=sys.stderr)
    raise Refused(f"{login} must sign in: run “galley login”, or give --password-file or {PASSWORD}.")


def first_line(path: Path) -> str:
    """The first line of a password file. Raises NewsroomError when it cannot be read."""
    try:
        return read_input(path, _LARGEST).decode("utf-8-sig").split("\n")[0].rstrip("\r")
    except (Unreadable, UnicodeDecodeError) as error:
        why = error if isinstance(error, Unreadable) else "It is not text in UTF-8."
        raise NewsroomError(f"The password file {path} cannot be read. {why}") from error
