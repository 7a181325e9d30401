"""Addresses and handles: words of a network that no language divides, found by their shape."""

import re

_SCHEME = r"(?:https?|ftps?|mailto|tel):"
_SITE = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,8}[A-Za-z]{2,24}"
_REST = r"(?:[:/?#][\w\-./?&=%#~+:;,!@]{0,2000})?"

_FOUND = re.compile(
    rf"(?<![\w@/.])(?:{_SCHEME}[\w\-./?&=%#~+:;,!@]{{1,2000}}|www\.{_SITE}{_REST}|[\w.+-]{{1,64}}@{_SITE}"
    rf"|{_SITE}/[\w\-./?&=%#~+:;,!@]{{0,2000}})",
    re.ASCII,
)
"""An address of a page or of mail, wherever it stands in a text."""

_HANDLE = re.compile(r"[@#]\w{2,200}\W{0,4}")

_OPENING = "“‘\"'(<["


def is_address(word: str) -> bool:
    """Whether a word is an address or a handle, marks round it aside."""
    bare = word.lstrip(_OPENING)
    if not any(sign in bare for sign in ".@#:"):
        return False
    found = _FOUND.match(bare)
    return bool(_HANDLE.fullmatch(bare)) or (found is not None and not bare[found.end() :].strip(".,;:!?”’\"')>]"))


def without_addresses(text: str) -> str:
    """The text without its addresses: what is left says in which script it is."""
    return _FOUND.sub("", text) if "." in text or ":" in text else text
