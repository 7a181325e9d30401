"""Who made which alteration of a text."""

from dataclasses import replace
from datetime import UTC, datetime

from db.document import Document
from db.text.alterations import alterations
from db.text.credits import credits_of
from db.values import Revision, StoryText

FIRST = StoryText(body=Document.from_paragraphs(["Pilots voted by 112 to 31.", "The port offered nine hours."]))
AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def revision(number: int, author: str, *paragraphs: str) -> Revision:
    """A revision of these paragraphs."""
    text = FIRST.with_(body=Document.from_paragraphs(paragraphs))
    return Revision(number, AT, author, author.title(), "", text.content_hash, 0, text)


def credited(*later: Revision) -> list[tuple[str, str]]:
    """What the last of some revisions has that the first text has not, and whose it is."""
    made = credits_of(FIRST, later)
    return [(one.new, made[one.mark].name) for one in alterations(FIRST, later[-1].text)]


def test_each_alteration_is_of_who_saved_it_first() -> None:
    nora = revision(2, "nora", "Pilots voted by 112 to 46.", "The port offered nine hours.")
    otto = revision(3, "otto", "Pilots voted by 112 to 46.", "The port offered ten hours.")
    assert credited(nora, otto) == [("46", "Nora"), ("ten", "Otto")]


def test_what_another_altered_again_is_theirs() -> None:
    nora = revision(2, "nora", "Pilots voted by 112 to 46.", "The port offered nine hours.")
    otto = revision(3, "otto", "Pilots voted by 112 to 47.", "The port offered nine hours.")
    assert credited(nora, otto, replace(otto, number=4, author="nora")) == [("47", "Otto")]
