"""Names of people, desks and kinds: on one line, of a bounded length, and something can be seen of them."""

from db.errors import Refused
from db.visible_text import has_visible_text

MOST_CHARACTERS = 80
"""Of a name: twice as many as the longest that people and desks have, and lists and menus still show them on a line."""


def tidy_name(name: str, whose: str) -> str:
    """The name with its white space folded. Raises Refused for one that cannot be seen, or is too long."""
    name = " ".join(name.split())
    if not has_visible_text(name):
        raise Refused(f"{whose.capitalize()} needs a name.")
    if len(name) > MOST_CHARACTERS:
        raise Refused(f"The name of {whose} has {MOST_CHARACTERS} characters at most, not {len(name)}.")
    return name
