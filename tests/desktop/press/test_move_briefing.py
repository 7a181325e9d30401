"""What to know before a move: who is told, what stands out, what was exported, who is writing."""

from db.document import Document
from db.newsroom import Newsroom
from db.stages import Move
from db.values import SignedIn, Story
from desktop.press.move_briefing import brief


def test_before_an_approval_open_comments_suggestions_and_missing_lines_are_counted(
    newsroom: Newsroom, draft: Story, reporter: SignedIn, editor: SignedIn
) -> None:
    newsroom.comments.add(draft.id, "Which floor?", actor=editor)
    newsroom.suggestions.keep(draft.id, draft.text.with_(dek="Shorter"), base=draft.text, actor=editor)
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=reporter, problems=[])
    (found,) = brief(newsroom, Move.APPROVE, [newsroom.stories.get(draft.id)], editor)
    assert found.option.allowed
    assert found.notified == ("Wu Jing",)
    assert (found.open_comments, found.open_suggestions, found.under > 30) == (1, 1, True)


def test_what_is_typed_counts_and_not_what_was_saved(
    newsroom: Newsroom, draft: Story, reporter: SignedIn, editor: SignedIn
) -> None:
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=reporter, problems=[])
    longer = draft.text.with_(body=Document.from_paragraphs([draft.body.body_text] * 20))
    (found,) = brief(newsroom, Move.APPROVE, [newsroom.stories.get(draft.id)], editor, longer)
    assert found.under == 0


def test_who_else_is_writing_is_named(newsroom: Newsroom, draft: Story, reporter: SignedIn, editor: SignedIn) -> None:
    newsroom.claims.take(draft.id, actor=reporter)
    seen = [newsroom.stories.get(draft.id)]
    assert [brief(newsroom, Move.SPIKE, seen, one)[0].writing for one in (editor, reporter)] == ["Wu Jing", ""]


def test_a_story_that_became_another_since_it_was_seen_says_so(
    newsroom: Newsroom, draft: Story, reporter: SignedIn, editor: SignedIn
) -> None:
    seen = newsroom.stories.get(draft.id)
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=reporter, problems=[])
    (found,) = brief(newsroom, Move.SPIKE, [seen], editor)
    assert not found.option.allowed
    assert "lane-lifts was submitted by Wu Jing" in found.option.reason
