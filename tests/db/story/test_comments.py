"""Comments move with their text, are answered, resolved and reopened, and are not lost when their text is."""

import pytest

from db.document import Document
from db.errors import NotFound, Refused
from db.newsroom import Newsroom
from db.story.comments import Thread
from db.text.anchors import Range
from db.values import Account, Story

People = dict[str, Account]
BODY = Document.from_paragraphs(["The ferry is back.", "It sails at noon. It sails again at six."])


SAILS = Range(1, 3, 8)


def say(newsroom: Newsroom, story: Story, actor: Account, where: Range | None = SAILS) -> int:
    """Comment on a range of the story."""
    return newsroom.comments.add(story.id, "Per turn or per day?", actor=actor, document=story.body, where=where)


def only(newsroom: Newsroom, story: Story, document: Document | None = None) -> Thread:
    """The one thread of a story."""
    (thread,) = newsroom.comments.all(story.id, document or story.body)
    return thread


def test_a_comment_stands_at_its_words(newsroom: Newsroom, people: People, draft: Story) -> None:
    say(newsroom, draft, people["nora"])
    thread = only(newsroom, draft)
    assert (thread.quote, thread.where) == ("sails", Range(1, 3, 8))
    assert thread.comments[0].name == "Nora Editor"


def test_it_moves_with_its_text(newsroom: Newsroom, people: People, draft: Story) -> None:
    say(newsroom, draft, people["nora"])
    moved = Document.from_paragraphs(["New first.", "The ferry is back.", "Look: it sails at noon."])
    assert only(newsroom, draft, moved).where == Range(2, 9, 14)


def test_it_lies_in_the_tray_when_its_text_is_gone_and_comes_back(newsroom: Newsroom, people, draft: Story) -> None:
    say(newsroom, draft, people["nora"])
    gone = only(newsroom, draft, Document.from_paragraphs(["Nothing."]))
    assert gone.in_tray
    assert gone.quote == "sails"
    assert not only(newsroom, draft).in_tray


def test_answers_resolving_and_reopening(newsroom: Newsroom, people: People, draft: Story) -> None:
    thread = say(newsroom, draft, people["nora"])
    newsroom.comments.reply(thread, "Per turn.", actor=people["rita"])
    newsroom.comments.resolve(thread, actor=people["nora"])
    assert only(newsroom, draft).resolved
    newsroom.comments.reply(thread, "Sure?", actor=people["nora"])
    found = only(newsroom, draft)
    assert not found.resolved
    assert [comment.body for comment in found.comments] == ["Per turn or per day?", "Per turn.", "Sure?"]
    assert [event.action for event in newsroom.stories.history(draft.id)].count("comment") == 3


def test_the_writer_and_who_spoke_are_told(newsroom: Newsroom, people: People, draft: Story) -> None:
    thread = say(newsroom, draft, people["nora"])
    newsroom.comments.reply(thread, "Per turn.", actor=people["rita"])
    assert [n.sentence for n in newsroom.inbox.all(people["rita"])] == [
        "Nora Editor on ferry-back: Per turn or per day?"
    ]
    assert [n.sentence for n in newsroom.inbox.all(people["nora"])] == ["Rita Reporter on ferry-back: Per turn."]


def test_a_comment_on_the_whole_story_has_no_place(newsroom: Newsroom, people: People, draft: Story) -> None:
    say(newsroom, draft, people["nora"], None)
    assert not only(newsroom, draft).in_tray


def test_what_says_nothing_is_refused(newsroom: Newsroom, people: People, draft: Story) -> None:
    with pytest.raises(Refused, match="Write something"):
        newsroom.comments.add(draft.id, "  ", actor=people["nora"])
    with pytest.raises(Refused, match="Select the words"):
        say(newsroom, draft, people["nora"], Range(9, 0, 3))
    with pytest.raises(NotFound):
        newsroom.comments.reply(77, "x", actor=people["nora"])
    assert newsroom.comments.all(draft.id, draft.body) == []
