"""The command that founds a newsroom, by the same door as the window's first start."""

import argparse

from db.errors import Refused
from db.newsroom import Newsroom, open_newsroom
from db.people.accounts import long_enough
from db.settings import zone_of
from db.store.address import without_password
from db.store.secrets import Secrets
from desktop.command.call import Call
from desktop.command.people import new_password, print_account
from desktop.founding import Founding, found
from desktop.newsroom_location import connect


def init(call: Call) -> int:
    """Make a newsroom in a file, or in an empty database of a server, with its desks and its chief.

    What was begun and refused, for its login perhaps, is gone on with the next time.
    """
    options = call.options
    password = long_enough(new_password(options.new_password_file))
    founding = Founding(options.paper, options.desks, options.name, options.who, password, options.time_zone)
    newsroom = connect(call.place, Secrets(), open_newsroom)
    try:
        _refuse_founded(newsroom)
        print_account(found(newsroom, founding))
        print(f"{without_password(newsroom.url)}  {newsroom.name}")
    finally:
        newsroom.close()
    return 0


def _refuse_founded(newsroom: Newsroom) -> None:
    if newsroom.accounts.all():
        raise Refused(f"There is a newsroom at {without_password(newsroom.url)} already; nothing was changed.")


def time_zone(text: str) -> str:
    """The time zone of that name, or none. Raises what argparse turns into a sentence."""
    if text and zone_of(text) is None:
        raise argparse.ArgumentTypeError(f"{text} is no time zone, as Europe/London is one")
    return text
