"""What a printed file says of the story in it: the stamp that traces a sheet of paper back to its approval."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from db.values import SignOff

SHORT = 12
"""Digits of the content hash that are printed; the whole hash stands in the file's metadata."""


@dataclass(frozen=True)
class Provenance:
    """The facts of one export. The same facts and sheets make the same bytes."""

    title: str
    author: str
    slug: str
    version: int
    content_hash: str
    sign_off: SignOff | None
    at: datetime
    """Aware; printed in the slug line and the only time in the file."""
    keywords: tuple[str, ...] = ()
    language: str = "en-US"
    redline: int = 0
    """The revision whose differences the pages show; 0 when they show none."""
    also_on_page: tuple["Provenance", ...] = ()
    """The other stories on the same page, for its slug line."""

    @property
    def short_hash(self) -> str:
        """The content hash as it is printed."""
        return self.content_hash[:SHORT]

    @property
    def marked(self) -> str:
        """What the pages of a redline are called; empty when they are none."""
        return f"REDLINE v{self.version} against v{self.redline}" if self.redline else ""

    @property
    def clock(self) -> str:
        """The time as it is printed."""
        return self.at.strftime("%Y-%m-%d %H:%M %Z").strip()


def bound(name: str, held: Sequence[Provenance], at: datetime) -> Provenance:
    """The facts of a file that holds several stories: its hash is that of theirs, in their order."""
    together = hashlib.sha256("".join(one.content_hash for one in held).encode()).hexdigest()
    languages = {one.language for one in held}
    language = languages.pop() if len(languages) == 1 else "mul"
    return Provenance(name, "", name, 0, together, None, at, language=language)
