"""What others changed in a story since somebody had it."""

import pytest

from db.document import Document
from db.newsroom import Newsroom
from db.story.reviews import Review, with_changes
from db.values import Account, Story
from tests.db.conftest import People


@pytest.fixture
def edited(newsroom: Newsroom, draft: Story, people: People) -> Story:
    """The reporter's draft, with another headline and a paragraph more by the editor."""
    body = Document(blocks=(*draft.body.blocks, *Document.from_paragraphs(["Tickets cost as before."]).blocks))
    text = draft.text.with_(headline="The ferry is back", body=body)
    return newsroom.stories.save(draft.id, text, actor=people["nora"], base=draft.version)


def review(newsroom: Newsroom, story: Story, actor: Account) -> Review:
    """What somebody has to look over."""
    found = newsroom.reviews.of(story.id, newsroom.stories.get(story.id).text, actor=actor)
    assert found is not None
    return found


def test_a_writer_is_shown_what_an_editor_changed(newsroom: Newsroom, edited: Story, people: People) -> None:
    found = review(newsroom, edited, people["rita"])
    assert [(one.alteration.new, one.credit.name) for one in found.changes] == [
        ("The ferry is back", "Nora Editor"), ("Tickets cost as before.", "Nora Editor")
    ]  # fmt: skip
    assert review(newsroom, edited, people["nora"]).changes == ()


def test_who_never_had_it_is_shown_nothing(newsroom: Newsroom, edited: Story, people: People) -> None:
    assert newsroom.reviews.of(edited.id, edited.text, actor=people["otto"]) is None


def test_what_one_types_oneself_is_no_change_of_others(newsroom: Newsroom, edited: Story, people: People) -> None:
    text = edited.text.with_(dek="Mine")
    found = newsroom.reviews.of(edited.id, text, actor=people["rita"])
    assert found is not None
    assert [one.alteration.place for one in found.changes] == ["headline", "body"]


def test_what_was_looked_over_is_shown_no_more_and_the_rest_still(
    newsroom: Newsroom, edited: Story, people: People
) -> None:
    found = review(newsroom, edited, people["rita"])
    known = with_changes(found, found.changes[:1])
    newsroom.reviews.know(edited.id, known, found.base_number, actor=people["rita"])
    assert [one.alteration.place for one in review(newsroom, edited, people["rita"]).changes] == ["body"]


def test_one_that_was_begun_goes_on_after_one_has_saved(newsroom: Newsroom, edited: Story, people: People) -> None:
    found = review(newsroom, edited, people["rita"])
    newsroom.reviews.know(edited.id, found.base, found.base_number, actor=people["rita"])
    text = edited.text.with_(dek="Mine")
    newsroom.stories.save(edited.id, text, actor=people["rita"], base=edited.version)
    assert len(review(newsroom, edited, people["rita"]).changes) == 2
