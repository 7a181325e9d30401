"""What an approval signs, and whether it still holds."""

from datetime import timedelta

import pytest
from sqlmodel import col, select

from db.errors import Refused
from db.keys import new_key
from db.newsroom import Newsroom
from db.stages import Move, Role
from db.store.tables import AccountKeyRow, ExportRow, SignOffRow
from db.story.signoff import export_holds, export_message, holds, key_note, message_of
from db.values import Story
from tests.db.conftest import PASSWORD, START, People, export


@pytest.fixture
def approved(newsroom: Newsroom, draft: Story, people: People) -> Story:
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=people["rita"], problems=[])
    return newsroom.moves.make(Move.APPROVE, draft.id, actor=people["nora"], problems=[])


def row_of(newsroom: Newsroom, story: Story) -> SignOffRow:
    """The newest sign-off of a story."""
    with newsroom.reading() as session:
        query = select(SignOffRow).where(SignOffRow.story_id == story.id).order_by(col(SignOffRow.id).desc())
        return session.exec(query).one()


def test_an_approval_holds_as_it_was_signed(newsroom: Newsroom, approved: Story) -> None:
    with newsroom.reading() as session:
        assert holds(session, row_of(newsroom, approved))


@pytest.mark.parametrize(
    "change",
    [
        {"content_hash": "0" * 64}, {"revision": 9}, {"alone": True}, {"account_id": 1}, {"signature": ""},
        {"layout": "a4"}, {"desk_id": 99}, {"due": START}, {"layout": ""},
    ],
)  # fmt: skip
def test_an_approval_of_something_else_does_not_hold(newsroom: Newsroom, approved: Story, change: dict) -> None:
    row = row_of(newsroom, approved)
    for name, value in change.items():
        assert getattr(row, name) != value
        setattr(row, name, value)
    with newsroom.reading() as session:
        assert not holds(session, row)


def test_an_approval_says_when_it_was_given(newsroom: Newsroom, approved: Story) -> None:
    row = row_of(newsroom, approved)
    before = message_of(row)
    row.at += timedelta(seconds=1)
    assert message_of(row) != before


def test_an_approval_with_a_key_from_a_reset_says_so(newsroom: Newsroom, draft: Story, people: People) -> None:
    newsroom.accounts.reset_password("emil", PASSWORD, actor=people["carl"])
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=people["rita"], problems=[])
    assert newsroom.audit().notes == ()
    story = newsroom.moves.make(Move.APPROVE, draft.id, actor=people["emil"], problems=[])
    said = "signed with a key made when Carl Chief reset the password on 2026-11-23"
    assert newsroom.audit().passed
    assert newsroom.audit().notes == (f"Sign-off 1 of {story.slug} is {said}.",)
    assert newsroom.stories.history(story.id)[-1].details == said
    assert story.sign_off is not None
    found = newsroom.exported.sign_off(story.sign_off.signature)
    assert found is not None and found.key_note == said


def test_an_approval_from_before_formats_were_signed_signs_no_format_due_date_or_desk(
    newsroom: Newsroom, approved: Story
) -> None:
    row = row_of(newsroom, approved)
    row.layout = ""
    before = message_of(row)
    row.due, row.desk_id = START, 99
    assert message_of(row) == before


@pytest.mark.parametrize(
    ("key", "note"),
    [
        (None, ""), (AccountKeyRow(origin="given"), ""), (AccountKeyRow(origin=""), ""),
        (AccountKeyRow(origin="open"), "signed with a key that lay unsealed in the newsroom"),
        (AccountKeyRow(origin="reset", made=START), "signed with a key made when the chief reset the password on"),
    ],
)  # fmt: skip
def test_of_a_key_is_said_what_others_may_have_done_with_it(
    newsroom: Newsroom, key: AccountKeyRow | None, note: str
) -> None:
    with newsroom.reading() as session:
        said = key_note(session, key)
    assert said.startswith(note)
    assert bool(said) == bool(note)


def test_an_export_holds_by_a_key_of_its_account_alone(newsroom: Newsroom, approved: Story, people: People) -> None:
    export(newsroom, approved, people["pia"])
    with newsroom.reading() as session:
        row = session.exec(select(ExportRow)).one()
        assert export_holds(session, row)
        row.file_name = "another.pdf"
        assert not export_holds(session, row)
        forged = new_key()
        row.public_key = forged.public
        row.signature = forged.sign(export_message(row))
        assert not export_holds(session, row)
        session.expunge(row)


def test_who_has_no_password_has_no_key_to_sign_with(newsroom: Newsroom, approved: Story, people: People) -> None:
    newsroom.accounts.add(login="pete", name="Pete Press", role=Role.PRODUCTION, actor=people["carl"])
    with pytest.raises(Refused, match="pete has no password, and so no key to sign an export with"):
        export(newsroom, approved, newsroom.accounts.sign_in("pete"))
