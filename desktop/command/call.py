"""One call of the command line, and how it is run: on an open newsroom, when it is about one."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from db.acts import Act
from db.errors import Damaged, NewsroomError, NotFound, Unreadable, one_line
from db.newsroom import Newsroom, open_newsroom
from db.stages import Role
from db.store.secrets import Secrets
from db.text.folding import folded_name
from db.values import Progress, SignedIn, no_progress
from desktop.command.output import HarmlessStream, say
from desktop.credentials import sign_in
from desktop.newsroom_location import connect
from desktop.press.unrecorded import settle_unrecorded

HOW_TO_BEGIN = "Make one with “galley init” or in the window, or a sample with “galley demo”."


@dataclass(frozen=True)
class Call:
    """One call of the program: its options, the newsroom it is about, who is acting."""

    options: argparse.Namespace
    place: str
    login: str
    opened: Newsroom | None = None

    @property
    def newsroom(self) -> Newsroom:
        """The open newsroom."""
        assert self.opened is not None
        return self.opened

    @property
    def actor(self) -> SignedIn:
        """The acting person, signed in: `--as`, else `GALLEY_LOGIN`, else the newsroom's first chief.

        Raises NotFound for an unknown login, Refused without the right password.
        """
        return sign_in(self.newsroom, self.login_name, password_file=self.password_file, secrets=Secrets())

    @property
    def password_file(self) -> Path | None:
        """The file that holds the password."""
        return getattr(self.options, "password_file", None)

    @property
    def login_name(self) -> str:
        """Login of who is acting. Raises NotFound when nobody is named and there is no chief."""
        login = self.login or os.environ.get("GALLEY_LOGIN", "")
        if login:
            return folded_name(login)
        chiefs = [account for account in self.newsroom.accounts.all(active_only=True) if account.role is Role.CHIEF]
        if not chiefs:
            raise NotFound(f"This newsroom has no accounts yet. {HOW_TO_BEGIN}")
        return chiefs[0].login


def run(call: Call) -> int:
    """Open the newsroom, when the command is about one, and do it."""
    if not getattr(call.options, "needs_newsroom", always)(call.options):
        return int(call.options.run(call))
    newsroom = _open(call.place)
    try:
        for sentence in settle_unrecorded(newsroom):
            say(f"galley: {sentence}")
        return int(call.options.run(replace(call, opened=newsroom)))
    finally:
        newsroom.close()


def _open(place: str) -> Newsroom:
    """The newsroom a command is about. Raises NotFound, saying how one is made, where there is none yet."""
    try:
        return connect(place, Secrets(), open_existing)
    except NotFound as error:
        raise NotFound(f"{one_line(error)} {HOW_TO_BEGIN}") from error


def open_existing(place: str) -> Newsroom:
    """The newsroom there; one of an older Galley is brought up to date, and the terminal shows how far that is."""
    return open_newsroom(place, create=False, progress=watched(UPGRADING))


def require_if_any(call: Call, act: Act) -> None:
    """Raise what `Database.require` raises, for who is acting, where there is a newsroom to ask.

    Where there is none, or it is damaged, nobody can sign in: whoever may write the file may do what they like with it.
    """
    try:
        newsroom = connect(call.place, Secrets(), open_existing)
    except (Damaged, NotFound, Unreadable):
        return
    try:
        if newsroom.accounts.all():
            newsroom.require(replace(call, opened=newsroom).actor, act)
    finally:
        newsroom.close()


def always(_options: argparse.Namespace) -> bool:
    """For `needs_newsroom`: the command is about an open newsroom."""
    return True


def never(_options: argparse.Namespace) -> bool:
    """For `needs_newsroom`: the command needs no newsroom, or opens one itself."""
    return False


def each(names: Iterable[Any], do: Callable[[Any], None]) -> int:
    """Do something with each thing, once though it be named twice.

    A refusal is one line on standard error and does not stop the others.
    """
    status = 0
    for name in dict.fromkeys(names):
        try:
            do(name)
        except NewsroomError as error:
            print(f"galley: {one_line(error)}", file=sys.stderr)
            status = 1
    return status


UPGRADING = "This newsroom was kept by an older Galley: its search is made ready for this one."
"""What is said over the bar of bringing a newsroom up to date."""


def watched(title: str = "") -> Progress:
    """Display of progress: a bar at a terminal, under a title if any; nothing where standard error is a file."""
    if not sys.stderr.isatty():
        return no_progress
    untold = [title] if title else []

    def show(share: float) -> None:
        while untold:
            print(untold.pop(), file=sys.stderr)
        _bar(share)

    return show


_BAR = 40
"""Characters of the bar at a terminal: half of the narrowest one, with room for the number behind it."""


def _bar(share: float) -> None:
    end = "\n" if share >= 1 else ""
    drawn = f"\r{'█' * round(share * _BAR):<{_BAR}} {share:4.0%}{end}"
    if isinstance(sys.stderr, HarmlessStream):
        sys.stderr.draw(drawn)


def print_json(value: Any) -> None:
    """One JSON value on standard output; times in ISO 8601."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=lambda other: other.isoformat()))
