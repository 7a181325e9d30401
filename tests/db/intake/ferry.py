"""A story as it arrives, for the tests of intake."""

from db.intake.lines import split_lines
from db.intake.wrap import Item, gather

HEAD = "Ferry line to close for the winter\n\nBy Ida Holm\n\n"
BODY = (
    "The ferry between North Quay and the islands will stop running on the first of December, the line said on Monday."
    "\n\nIt has carried fewer than nine people a day since the bridge was opened, and most of them were its own crew."
)
MENU = "Sign in\n\nSubscribe to our newsletter"
"""Two lines that only a web page has."""


def items_of(text: str) -> list[Item]:
    """The paragraphs of a text."""
    return gather(split_lines(text).lines, lambda _line: False)
