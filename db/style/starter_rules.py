"""A small set of rules to begin a stylebook with, invented for Galley: drafts, until the chief publishes them."""

import tomllib

from db.style.style_rules import StyleRule
from resources import resource


def starter_rules() -> list[StyleRule]:
    """The rules of the set."""
    with resource("style/starter.toml").open("rb") as file:
        return [StyleRule.from_plain(one) for one in tomllib.load(file)["rule"]]
