"""Codes of languages as people give them: well formed by BCP 47, written as the world writes them."""

import re

from db.errors import Refused

_WELL_FORMED = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))?"
)
"""Language, script, region and one variant (RFC 5646, section 2.1); extensions name nothing that print differs by."""


def tidy_language(code: str) -> str:
    """The code with its parts in the usual case: `pt-BR`, `sr-Latn` (RFC 5646, section 2.1.1). Raises Refused."""
    parts = code.strip().replace("_", "-").lower().split("-")
    if not _WELL_FORMED.fullmatch("-".join(parts)):
        raise Refused(f"“{code}” is no language: name it by its code, as en-GB, de or pt-BR.")
    return "-".join([parts[0], *map(_cased, parts[1:])])


def _cased(part: str) -> str:
    """A script with a capital, a region in capitals, a variant in small letters."""
    if len(part) == 4 and part.isalpha():
        return part.title()
    return part.upper() if len(part) == 2 else part
