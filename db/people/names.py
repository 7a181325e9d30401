"""Names of people, desks and kinds: on one line, of a bounded length, and something can be seen of them.

Initials and addresses of people are short, too.
"""

import re

from db.errors import Refused
from db.visible_text import has_visible_text

MOST_CHARACTERS = 80
"""Of a name: twice as many as the longest that people and desks have, and lists and menus still show them on a line."""

MOST_INITIALS = 4
"""Of a person: the disc beside a name has room for two, a sign-off on a card for a few more."""

_MOST_ADDRESS = 254
"""Characters of a mail address: the longest that mail can be sent to (RFC 5321, section 4.5.3.1.3)."""

_ADDRESS = re.compile(r"\S+@[^\s@]+")


def tidy_name(name: str, whose: str) -> str:
    """The name with its white space folded. Raises Refused for one that cannot be seen, or is too long."""
    name = " ".join(name.split())
    if not has_visible_text(name):
        raise Refused(f"{whose.capitalize()} needs a name.")
    if len(name) > MOST_CHARACTERS:
        raise Refused(f"The name of {whose} has {MOST_CHARACTERS} characters at most, not {len(name)}.")
    return name


def tidy_initials(initials: str) -> str:
    """The initials without white space. Raises Refused for too many; none are made of the name instead."""
    initials = "".join(initials.split())
    if len(initials) > MOST_INITIALS or (initials and not has_visible_text(initials)):
        raise Refused(f"Initials have {MOST_INITIALS} characters at most, as “NL”.")
    return initials


def tidy_address(address: str) -> str:
    """The mail address of a person, or none. Raises Refused for what nobody can send a mail to."""
    address = address.strip()
    if address and (not _ADDRESS.fullmatch(address) or len(address) > _MOST_ADDRESS or not address.isprintable()):
        raise Refused(f"“{address}” is no e-mail address: it has a name, an @ and the name of a server.")
    return address
