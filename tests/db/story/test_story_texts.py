"""The texts of many stories are read a page at a time."""

import pytest

from db.document import Block, BlockKind, Document, PictureUse, Span
from db.errors import NotFound, Refused
from db.newsroom import Newsroom
from db.stages import Stage
from db.story import story_texts
from db.story.story_texts import StoryScope
from db.values import StoryText
from tests.db.conftest import People


@pytest.fixture
def five(newsroom: Newsroom, people: People) -> None:
    for number in range(5):
        text = StoryText(slug=f"story-{number}", body=Document.from_paragraphs([f"Text {number}.", "More."]))
        newsroom.stories.create(text, desk="Sport" if number == 4 else "City", actor=people["rita"])


def slugs(newsroom: Newsroom, scope: StoryScope) -> list[list[str]]:
    pages, before = [], None
    while True:
        page = newsroom.texts.page(scope, before)
        pages.append([text.card.slug for text in page.texts])
        before = page.before
        if before is None:
            return pages


def test_pages_follow_one_another_and_each_story_comes_once(
    newsroom: Newsroom, five: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(story_texts, "TEXTS_A_PAGE", 2)
    assert slugs(newsroom, StoryScope(desk="City")) == [["story-3", "story-2"], ["story-1", "story-0"], []]
    assert slugs(newsroom, StoryScope((Stage.EDIT,))) == [[]]
    assert newsroom.texts.count(StoryScope()) == 5
    assert newsroom.texts.count(StoryScope((Stage.DRAFT,), "Sport")) == 1


def test_each_block_has_its_text(newsroom: Newsroom, people: People) -> None:
    picture = Block(kind=BlockKind.PICTURE, spans=(Span(text="The quay"),), picture=PictureUse(sha256="a" * 64))
    body = Document(blocks=(*Document.from_paragraphs(["One."]).blocks, picture))
    newsroom.stories.create(StoryText(slug="one", body=body), desk="City", actor=people["rita"])
    (text,) = newsroom.texts.page(StoryScope()).texts
    assert text.blocks == ("One.", "The quay")


def test_a_desk_that_is_not_there_is_told(newsroom: Newsroom) -> None:
    with pytest.raises(NotFound):
        newsroom.texts.page(StoryScope(desk="Moon"))


def test_what_was_typed_and_not_saved_is_not_overwritten_by_who_did_not_see_it(
    newsroom: Newsroom, people: People, five: None
) -> None:
    story, rita = newsroom.stories.get("story-0"), people["rita"]
    newsroom.stories.keep(story.id, story.text.with_(dek="Typed"), actor=rita, base=1)
    with pytest.raises(Refused, match="typed in story-0"):
        newsroom.stories.save(story.id, story.text.with_(dek="New"), actor=rita, base=1, over_typing=False)
    typed = newsroom.stories.working_copy(story.id, actor=rita)
    assert typed is not None
    assert typed.text.dek == "Typed"
