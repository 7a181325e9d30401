"""Assessment of a text as it stands: its page, what preflight finds, and the moves that are open."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from db.errors import NewsroomError
from db.newsroom import Newsroom
from db.story.checks import StoryCheck
from db.story.comments import Thread
from db.values import Account, Event, MoveOption, Problem, Progress, Story, StoryText, no_progress
from desktop.editor.session.story_setting import SetStory, set_here
from desktop.localization import worded
from exports.typeset.galley.body_setting import BodySetting, GalleyPress, picture_facts
from exports.typeset.sheet import Fit, Sheet


@dataclass(frozen=True)
class Assessment:
    """Findings of press and rules about a text as it stands."""

    story: Story
    options: tuple[MoveOption, ...]
    problems: tuple[Problem, ...] = ()
    fit: Fit | None = None
    why_no_page: str = ""
    history: tuple[Event, ...] = ()
    threads: tuple[Thread, ...] = ()
    galley: GalleyPress | None = None
    """What its galley is set with; None where there is no such format."""
    setting: BodySetting | None = None
    """How its pages set the body."""
    sheets: tuple[Sheet, ...] = ()
    """Its pages."""
    slug_refused: str = ""
    """Reason why the story cannot have the slug that was typed; empty when it can."""
    checks: tuple[StoryCheck, ...] = ()
    check_names: tuple[str, ...] = ()
    """The checks that can be asked for."""
    longest: Mapping[str, int] = field(default_factory=dict)
    """Characters that fields may have at most, by their names, where the story's desk or kind says so."""


def look_at(
    newsroom: Newsroom,
    story: Story,
    text: StoryText,
    actor: Account,
    set_story: SetStory = set_here,
    progress: Progress = no_progress,
) -> Assessment:
    """Pages, findings of preflight and open moves of a text; what is read at once is asked of the server together.

    `progress` is told between the steps, and may raise.
    """
    from desktop.press import service

    with newsroom.reading_at_once():
        fresh = newsroom.stories.get(story.id)
        progress(0.0)
        as_typed = fresh.with_text(text)
        progress(0.0)
        history = tuple(newsroom.stories.history(story.id))
        threads = tuple(newsroom.comments.all(story.id, text.body))
        slug = text.slug.strip()
        refused = newsroom.stories.why_not_slug(slug, story_id=story.id) if slug != fresh.slug else ""
        longest = newsroom.limits.longest(fresh.desk, fresh.kind)
        checks, check_names = tuple(newsroom.checks.of(story.id)), tuple(newsroom.checks.all())
    progress(0.0)
    try:
        with newsroom.reading_at_once():
            order = service.order_of(newsroom, as_typed)
        found = set_story(order, progress)
    except NewsroomError as error:
        options = tuple(newsroom.moves.options(as_typed, actor))
        why = worded(error)
        return Assessment(
            fresh, options, why_no_page=why, history=history, threads=threads, slug_refused=refused, longest=longest,
            checks=checks, check_names=check_names,
        )  # fmt: skip
    progress(0.0)
    with newsroom.reading_at_once():
        problems = tuple(service.with_own_rules(newsroom, order.story, found.problems))
        progress(0.0)
        options = tuple(newsroom.moves.options(as_typed, actor, problems))
    facts = {sha256: picture_facts(original) for sha256, original in order.originals.items()}
    return Assessment(
        fresh, options, problems, found.fit, history=history, threads=threads, galley=GalleyPress(order.format, facts),
        setting=found.setting, sheets=found.sheets, slug_refused=refused, longest=longest,
        checks=checks, check_names=check_names,
    )  # fmt: skip


def page_of(newsroom: Newsroom, story: Story, text: StoryText) -> bytes:
    """The PDF of a text as it would leave now. Raises NewsroomError when it cannot be made."""
    from desktop.press import service

    return service.page_bytes(newsroom, newsroom.stories.get(story.id).with_text(text))
