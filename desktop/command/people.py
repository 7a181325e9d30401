"""Commands on accounts: list, add, change, and passwords."""

import getpass
import secrets
import sys
from argparse import ArgumentTypeError
from pathlib import Path

from db.errors import Refused, one_line
from db.language_codes import tidy_language
from db.stages import Role
from db.store.secrets import Secrets, password_name
from db.values import Account
from desktop.command.call import Call
from desktop.credentials import first_line, known_password

_RANDOM_BYTES = 12
"""Of a password that is made up: 96 bits, which nobody guesses, in 16 characters, which can be typed once."""


def accounts(call: Call) -> int:
    """List everybody, in the order they came."""
    for one in call.newsroom.accounts.all():
        print_account(one)
    return 0


def add_account(call: Call) -> int:
    """Make an account; the first of a newsroom needs nobody, each later one a chief.

    It always has a password: without one it could sign nothing. One that nobody gives is made up, and shown this once.
    """
    options, newsroom = call.options, call.newsroom
    actor = call.actor if newsroom.accounts.all() else None
    made_up = "" if options.new_password_file or _at_terminal() else secrets.token_urlsafe(_RANDOM_BYTES)
    made = newsroom.accounts.add(
        login=options.who, name=options.name, role=options.role, initials=options.initials, email=options.email,
        desks=tuple(options.desk or ()), language=options.language, actor=actor,
        password=made_up or new_password(options.new_password_file),
    )  # fmt: skip
    print_account(made)
    if made_up:
        print(f"{made.login}  first password: {made_up}  (shown this once; galley password changes it)")
    return 0


def change_account(call: Call) -> int:
    """Change what is named of an account; it is deactivated, never deleted."""
    options = call.options
    changed = call.newsroom.accounts.change(
        options.who, actor=call.actor, name=options.name, role=options.role, email=options.email,
        initials=options.initials, language=options.language,
        desks=None if options.desk is None else tuple(options.desk), active=options.active,
    )  # fmt: skip
    print_account(changed)
    return 0


def password(call: Call) -> int:
    """Change one's own password, or reset that of another person as the chief."""
    options, newsroom = call.options, call.newsroom
    me = call.login_name
    if options.who and options.who != me:
        newsroom.accounts.reset_password(options.who, new_password(options.new_password_file), actor=call.actor)
        print(f"{options.who}  has a new password, and signs with a new key from now on")
        return 0
    keyring = Secrets()
    old = known_password(newsroom, me, call.password_file, keyring) if newsroom.accounts.has_password(me) else ""
    new = new_password(options.new_password_file)
    newsroom.accounts.change_password(me, old, new)
    if keyring.get(password_name(newsroom.identity, me)):
        keyring.set(password_name(newsroom.identity, me), new)
    print(f"{me}  has a new password")
    return 0


def print_account(one: Account) -> None:
    """One line: login, role, name, desks, and whether the account is out of use."""
    parts = (f"{one.login:<16} {one.role:<10} {one.name}", ", ".join(one.desks), "" if one.active else "not active")
    print("  ".join(filter(None, parts)))


def role(text: str) -> Role:
    """The role of that name. Raises what argparse turns into a sentence."""
    try:
        return Role(text.lower())
    except ValueError:
        raise ArgumentTypeError(f"{text} is no role: it is one of {', '.join(Role)}") from None


def language(text: str) -> str:
    """The code of a language; none stays none. Raises what argparse turns into a sentence."""
    try:
        return tidy_language(text) if text else ""
    except Refused as error:
        raise ArgumentTypeError(str(error)) from None


def _at_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def new_password(path: Path | None) -> str:
    """The first line of a file, or what is typed twice at the terminal. Raises Refused where there is neither."""
    if path is not None:
        return first_line(path)
    if not _at_terminal():
        raise Refused("Give the new password in a file: --new-password-file FILE.")
    first = getpass.getpass("New password: ", stream=sys.stderr)
    if first != getpass.getpass("Once more: ", stream=sys.stderr):
        raise Refused("The two passwords are not the same: nothing was changed.")
    return first


def inbox(call: Call) -> int:
    """Notices to the person, newest first; what is shown counts as read."""
    actor = call.actor
    call.newsroom.inbox.notify_of_due_stories(actor=actor)
    notices = call.newsroom.inbox.all(actor, unread_only=not call.options.all)
    zone = call.newsroom.zone
    for one in notices:
        print(f"{one.at.astimezone(zone):%Y-%m-%d %H:%M}  {one.slug}  {one_line(one.sentence)}")
    if notices:
        call.newsroom.inbox.mark([one.id for one in notices], actor=actor)
    return 0
