"""What a file says of the story it prints: the data the slug line, the metadata and `galley verify` share."""

from dataclasses import dataclass
from datetime import UTC, datetime

from db.values import SignOff


@dataclass(frozen=True)
class Press:
    """What is printed outside the trim and written into the file beside the pages."""

    title: str
    author: str
    slug: str
    version: int
    content_hash: str
    sign_off: SignOff | None
    at: datetime
    keywords: tuple[str, ...] = ()
    language: str = "en-US"
    proof: bool = False
    """Whether this is a proof: then it says so wherever it says what it is."""

    @property
    def full_title(self) -> str:
        """The title as the file carries it."""
        return f"PROOF – {self.title}" if self.proof else self.title


def utc(at: datetime) -> datetime:
    """A time in UTC; one without a zone is taken as such."""
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
