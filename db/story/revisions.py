"""Revisions: the immutable, numbered states of a story's text. The story's row shows the newest."""

from sqlmodel import Session, col, select

from db.document import Document
from db.errors import Unreadable
from db.fields import field_values
from db.store.tables import AccountRow, RevisionRow, StoryRow
from db.store.unit_of_work import UnitOfWork
from db.values import Revision, StoryText


def add_revision(
    unit: UnitOfWork, story: StoryRow, text: StoryText, *, note: str = "", label: str = "", author_id: int = 0
) -> RevisionRow:
    """Write the next revision of a story and show it in the story's row."""
    assert unit.actor is not None
    for name, value in field_values(text).items():
        setattr(story, name, value)
    story.version += 1
    story.content_hash, story.words = text.content_hash, text.body.words
    story.pictures, story.changed, story.lines = len(text.body.pictures), unit.now, None
    unit.session.add(story)
    unit.session.flush()
    row = RevisionRow(
        story_id=story.id or 0, number=story.version, author_id=author_id or unit.actor.id, made=unit.now,
        note=note, label=label, body=text.body.to_json(), words=story.words, content_hash=story.content_hash,
        **field_values(text),
    )  # fmt: skip
    unit.session.add(row)
    unit.session.flush()
    unit.seal(row)
    unit.index(story.id or 0, text)
    return row


def text_of(session: Session, story: StoryRow) -> StoryText:
    """The text of a story's newest revision. Raises Unreadable when there is no such revision."""
    row = session.exec(
        select(RevisionRow).where(RevisionRow.story_id == story.id, RevisionRow.number == story.version)
    ).first()
    if row is None:
        raise unreadable_story(story)
    return revision_text(row)


def unreadable_story(story: StoryRow) -> Unreadable:
    """What to raise of a story whose row, its desk, writer or number of its newest revision leads nowhere."""
    return Unreadable(f"{story.slug} was changed past Galley, and cannot be read any more: galley audit says more.")


def revisions_of(session: Session, story_id: int) -> list[Revision]:
    """All revisions of a story, newest first."""
    rows = session.exec(
        select(RevisionRow, AccountRow)
        .join(AccountRow, col(RevisionRow.author_id) == AccountRow.id)
        .where(RevisionRow.story_id == story_id)
        .order_by(col(RevisionRow.number).desc())
    )
    return [_revision(row, author) for row, author in rows]


def revision_text(row: RevisionRow) -> StoryText:
    """The text of a revision. Raises Unreadable when its body is no document."""
    return StoryText(body=Document.from_json(row.body), **field_values(row))


def _revision(row: RevisionRow, author: AccountRow) -> Revision:
    return Revision(
        number=row.number, made=row.made, author=author.login, author_name=author.name, note=row.note,
        content_hash=row.content_hash, words=row.words, text=revision_text(row), label=row.label,
    )  # fmt: skip
