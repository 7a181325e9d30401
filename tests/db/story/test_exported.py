"""What left the newsroom for print."""

import pytest

from db.errors import Refused
from db.newsroom import Newsroom
from db.stages import Move
from db.values import Account, Story
from tests.db.conftest import Clock, People


@pytest.fixture
def edit(newsroom: Newsroom, draft: Story, people: People) -> Story:
    return newsroom.moves.make(Move.SUBMIT, draft.id, actor=people["rita"], problems=[])


@pytest.fixture
def published(newsroom: Newsroom, edit: Story, people: People) -> Story:
    return newsroom.moves.make(Move.APPROVE, edit.id, actor=people["nora"], problems=[])


def export(newsroom: Newsroom, story: Story, actor: Account, sha256: str = "0" * 64) -> None:
    newsroom.exported.record(
        story.id, actor=actor, kind="pdf", layout="tabloid", flavour="x4", file_name="a.pdf", sha256=sha256,
        content_hash=story.content_hash,
    )  # fmt: skip


def test_only_an_approved_text_is_recorded_as_exported(newsroom, edit, people) -> None:
    with pytest.raises(Refused, match="not approved"):
        export(newsroom, edit, people["pia"])


def test_an_export_is_known_by_the_bytes_of_its_file(
    newsroom: Newsroom, published: Story, people: People, clock: Clock
) -> None:
    export(newsroom, published, people["pia"], "a" * 64)
    assert newsroom.exported.when("a" * 64) == newsroom.stories.get(published.id).exported == clock.now
    assert newsroom.exported.when("b" * 64) is None


def test_a_file_of_two_stories_is_written_down_for_both_or_for_none(
    newsroom: Newsroom, published: Story, people: People
) -> None:
    with pytest.raises(Refused, match="not approved"):
        newsroom.exported.record_all(
            [(published.id, published.content_hash), (published.id, "0" * 64)], actor=people["pia"], kind="pdf",
            layout="tabloid", flavour="x4", file_name="a.pdf", sha256="a" * 64,
        )  # fmt: skip
    assert newsroom.exported.when("a" * 64) is None
    assert newsroom.stories.get(published.id).exported is None


def test_a_sign_off_is_found_by_its_signature_alone(newsroom: Newsroom, published: Story) -> None:
    assert published.sign_off is not None
    assert newsroom.exported.sign_off(published.sign_off.signature) == published.sign_off
    assert newsroom.exported.sign_off("") is newsroom.exported.sign_off("00" * 64) is None
