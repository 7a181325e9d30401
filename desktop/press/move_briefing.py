"""Briefing on stories before they are moved: who is told, what stands out, what was exported. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from db.errors import NewsroomError
from db.newsroom import Newsroom
from db.stages import Move
from db.values import Account, CleanExport, MoveOption, Problem, Story, StoryCard, StoryText


@dataclass(frozen=True)
class MoveBriefing:
    """One story, the move that is meant, and what to know of both."""

    story: StoryCard
    """As it was seen by who wants to move it."""
    option: MoveOption
    """Whether it can be moved, and else why not."""
    notified: tuple[str, ...] = ()
    """Names of those whom it will tell."""
    warnings: tuple[Problem, ...] = ()
    open_comments: int = 0
    open_suggestions: int = 0
    under: int = 0
    """Lines that its text is short of what was planned."""
    exports: tuple[CleanExport, ...] = ()
    """Exports for print, the newest first."""
    writing: str = ""
    """Name of another who is writing in it now."""


def brief(
    newsroom: Newsroom, move: Move, seen: Sequence[StoryCard], actor: Account, text: StoryText | None = None
) -> list[MoveBriefing]:
    """Briefing on each story that is meant to be moved. One that has become another since it was seen says so.

    `text` is what is typed in the one story that is meant, and goes with it.
    """
    return [_brief_one(newsroom, move, card, actor, text) for card in seen]


def _brief_one(newsroom: Newsroom, move: Move, seen: StoryCard, actor: Account, text: StoryText | None) -> MoveBriefing:
    try:
        newsroom.moves.refuse_unless_as_seen(seen, actor=actor)
        story = newsroom.stories.get(seen.id)
        found = _facts(newsroom, move, story.with_text(text) if text else story, seen, actor)
        return replace(found, notified=tuple(newsroom.inbox.would_notify(move, seen, actor)))
    except NewsroomError as error:
        return MoveBriefing(seen, MoveOption(move, allowed=False, reason=str(error)))


def _facts(newsroom: Newsroom, move: Move, story: Story, seen: StoryCard, actor: Account) -> MoveBriefing:
    found: Sequence[Problem] = ()
    under = comments = suggestions = 0
    if move is Move.APPROVE:
        from desktop.press import service
        from exports.typeset import fit_of

        order = service.order_of(newsroom, story)
        found = service.problems_in(newsroom, order)
        under = max(0, -fit_of(order.layout).over)
        comments = sum(not thread.resolved for thread in newsroom.comments.all(story.id, story.body))
        suggestions = newsroom.suggestions.open_count(story.id, story.text)
    option = next(one for one in newsroom.moves.options(story, actor, found) if one.move is move)
    left = newsroom.exported.of(story.id) if move in (Move.KILL, Move.CORRECT) else []
    holder = story.claim.name if story.claim and story.claim.login != actor.login else ""
    return MoveBriefing(
        seen, option, (), tuple(problem for problem in found if not problem.blocks), comments, suggestions, under,
        tuple(left), holder,
    )  # fmt: skip
