"""Assessment of a text as it stands: its page, what preflight finds, and the moves that are open."""

from dataclasses import dataclass

from db.errors import NewsroomError, one_line
from db.newsroom import Newsroom
from db.story.comments import Thread
from db.values import Account, Event, MoveOption, Problem, Story, StoryText
from exports.typeset.galley.body_setting import BodySetting, GalleyPress, body_setting, picture_facts
from exports.typeset.sheet import Fit, Sheet


@dataclass(frozen=True)
class Assessment:
    """Findings of press and rules about a text as it stands."""

    story: Story
    options: tuple[MoveOption, ...]
    problems: tuple[Problem, ...] = ()
    fit: Fit | None = None
    page: bytes = b""
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


def look_at(newsroom: Newsroom, story: Story, text: StoryText, actor: Account) -> Assessment:
    """Page, findings of preflight and open moves of a text. The press is loaded when first needed."""
    from desktop.press import service
    from exports import preview
    from exports.typeset import fit_of, sheets_of

    fresh = newsroom.stories.get(story.id)
    as_typed = fresh.with_text(text)
    history = tuple(newsroom.stories.history(story.id))
    threads = tuple(newsroom.comments.all(story.id, text.body))
    slug = text.slug.strip()
    refused = newsroom.stories.why_not_slug(slug, story_id=story.id) if slug != fresh.slug else ""
    try:
        order = service.order_of(newsroom, as_typed)
        problems = tuple(service.problems_in(newsroom, order))
        fit = fit_of(order.layout)
        page = preview(order)
        setting, sheets = body_setting(order.layout), tuple(sheets_of(order.layout))
    except NewsroomError as error:
        options = tuple(newsroom.moves.options(as_typed, actor))
        why = one_line(error)
        return Assessment(fresh, options, why_no_page=why, history=history, threads=threads, slug_refused=refused)
    options = tuple(newsroom.moves.options(as_typed, actor, problems))
    facts = {sha256: picture_facts(original) for sha256, original in order.originals.items()}
    return Assessment(
        fresh, options, problems, fit, page, history=history, threads=threads, galley=GalleyPress(order.format, facts),
        setting=setting, sheets=sheets, slug_refused=refused,
    )  # fmt: skip
