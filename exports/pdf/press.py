"""What a printed file says of the story in it: the stamp that traces a sheet of paper back to its approval."""

from dataclasses import dataclass
from datetime import datetime

from db.values import SignOff

SHORT = 12
"""Digits of the content hash that are printed; the whole hash stands in the file's metadata."""


@dataclass(frozen=True)
class Press:
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

    @property
    def short_hash(self) -> str:
        """The content hash as it is printed."""
        return self.content_hash[:SHORT]

    @property
    def clock(self) -> str:
        """The time as it is printed."""
        return self.at.strftime("%Y-%m-%d %H:%M %Z").strip()
