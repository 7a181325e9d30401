"""What left the newsroom for print."""

import hashlib

import pytest
from sqlalchemy import text

from db.errors import Refused
from db.newsroom import Newsroom
from db.stages import Move
from db.store.tables import StoryRow
from db.store.unit_of_work import own_change
from db.story.exported import RecordedExport, WrittenFile
from db.values import Story
from tests.db.conftest import Clock, People, export


@pytest.fixture
def edit(newsroom: Newsroom, draft: Story, people: People) -> Story:
    return newsroom.moves.make(Move.SUBMIT, draft.id, actor=people["rita"], problems=[])


@pytest.fixture
def published(newsroom: Newsroom, edit: Story, people: People) -> Story:
    return newsroom.moves.make(Move.APPROVE, edit.id, actor=people["nora"], problems=[])


def test_only_an_approved_text_is_recorded_as_exported(newsroom, edit, people) -> None:
    with pytest.raises(Refused, match="not approved"):
        export(newsroom, edit, people["pia"])


def test_an_export_is_known_by_the_bytes_of_its_file(
    newsroom: Newsroom, published: Story, people: People, clock: Clock
) -> None:
    export(newsroom, published, people["pia"], b"%PDF")
    assert published.sign_off is not None
    known, other = hashlib.sha256(b"%PDF").hexdigest(), hashlib.sha256(b"%").hexdigest()
    found = newsroom.exported.find(known, published.sign_off)
    assert found == RecordedExport(clock.now, "Pia Production", signed=True)
    assert newsroom.stories.get(published.id).exported == clock.now
    assert newsroom.exported.find(other, published.sign_off) is None


def test_a_file_of_two_stories_is_written_down_for_both_or_for_none(
    newsroom: Newsroom, published: Story, people: People
) -> None:
    file = WrittenFile("a.pdf", b"%PDF", "pdf", "tabloid", "x4")
    with pytest.raises(Refused, match="not approved"):
        newsroom.exported.record(
            [(published.id, published.content_hash), (published.id, "0" * 64)], file, actor=people["pia"]
        )
    assert published.sign_off is not None
    assert not newsroom.exported.is_any(published.sign_off)
    assert newsroom.stories.get(published.id).exported is None


def test_a_sign_off_is_found_by_its_signature_alone(newsroom: Newsroom, published: Story) -> None:
    assert published.sign_off is not None
    assert newsroom.exported.sign_off(published.sign_off.signature) == published.sign_off
    assert newsroom.exported.sign_off("") is newsroom.exported.sign_off("00" * 64) is None


@pytest.mark.parametrize("change", ["due = '2031-01-01 09:00:00'", "layout = 'a4'", "version = version - 1"])
def test_what_is_printed_beside_the_text_and_was_changed_past_the_log_is_not_exported(
    newsroom: Newsroom, edit: Story, people: People, change: str
) -> None:
    newsroom.stories.save(edit.id, edit.text.with_(dek="New"), actor=people["nora"], base=edit.version)
    published = newsroom.moves.make(Move.APPROVE, edit.id, actor=people["emil"], problems=[])
    with own_change(newsroom) as unit:
        unit.session.execute(text(f"UPDATE story SET {change}"))
    with pytest.raises(Refused, match="changed past Galley"):
        export(newsroom, published, people["pia"])
    assert not newsroom.audit().passed


def test_a_killed_story_is_not_exported_any_more(newsroom: Newsroom, published: Story, people: People) -> None:
    newsroom.moves.make(Move.KILL, published.id, actor=people["carl"], note="Not so.", problems=[])
    with pytest.raises(Refused, match="not approved as it stands"):
        export(newsroom, published, people["pia"])


def test_a_story_is_exported_in_the_format_it_was_approved_in_alone(
    newsroom: Newsroom, published: Story, people: People
) -> None:
    file = WrittenFile("a.pdf", b"%PDF", "pdf", "berliner", "x4")
    with pytest.raises(Refused, match=f"was approved in the format {published.layout}, not in berliner"):
        newsroom.exported.record([(published.id, published.content_hash)], file, actor=people["pia"])


def test_an_approval_whose_signature_was_changed_is_not_exported(
    newsroom: Newsroom, published: Story, people: People
) -> None:
    with own_change(newsroom) as unit:
        unit.session.execute(text("UPDATE sign_off SET signature = '00'"))
    with pytest.raises(Refused, match="does not carry the signature of who approved it"):
        export(newsroom, published, people["pia"])


def test_an_export_whose_signature_was_changed_is_not_known(
    newsroom: Newsroom, published: Story, people: People
) -> None:
    export(newsroom, published, people["pia"], b"%PDF")
    with own_change(newsroom) as unit:
        unit.session.execute(text("UPDATE export SET signature = '00'"))
    assert published.sign_off is not None
    assert newsroom.exported.find(hashlib.sha256(b"%PDF").hexdigest(), published.sign_off) is None


def test_there_is_no_record_of_a_file_that_could_not_be_put_in_place(
    newsroom: Newsroom, published: Story, people: People
) -> None:
    def fail() -> None:
        raise OSError("The disk is full.")

    file = WrittenFile("a.pdf", b"%PDF", "pdf", published.layout, "x4")
    with pytest.raises(OSError, match="full"):
        newsroom.exported.record([(published.id, published.content_hash)], file, actor=people["pia"], put_in_place=fail)
    assert newsroom.exported.of(published.id) == []


def test_another_format_than_was_signed_is_not_exported_where_the_log_vouches_for_it_either(
    newsroom: Newsroom, published: Story, people: People
) -> None:
    with own_change(newsroom) as unit:
        row = unit.session.get(StoryRow, published.id)
        row.layout = "a4"
        unit.seal(row)
        unit.record("save", row)
    assert "another format, due date or desk than was approved" in newsroom.audit().fault
    assert "changed past Galley" in newsroom.exported.why_altered(published.id)
    with pytest.raises(Refused, match="changed past Galley"):
        export(newsroom, published, people["pia"])


def test_a_story_that_was_never_approved_is_not_called_altered(newsroom: Newsroom, edit: Story) -> None:
    assert newsroom.exported.why_altered(edit.id) == ""
