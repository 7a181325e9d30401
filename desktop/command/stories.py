"""Commands about stories: bring in, list, show, history, move."""

import sys
from argparse import ArgumentTypeError
from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any

from db.errors import NotFound, Refused, one_line
from db.fields import FIELD_NAMES, STORY_FIELDS, FieldKind
from db.newsroom import Newsroom
from db.stages import Move
from db.story.stories import DUE_YEARS
from db.values import Account, Story, StoryCard
from desktop.command.call import Call, each, print_json


def import_files(call: Call) -> int:
    """Make a draft of each file; print a line per story, its slug first, and what is in doubt on standard error."""
    from db.intake import read_copy

    newsroom, actor, options = call.newsroom, call.actor, call.options
    desk = options.desk or home_desk(newsroom, actor)

    def bring(path: Path) -> None:
        for draft in read_copy(path, options.encoding):
            story = newsroom.stories.intake(draft, desk=desk, actor=actor, kind=options.kind, language=options.language)
            print(f"{story.slug}  {story.headline}")
            if draft.doubt:
                print(f"galley: {path.name}: {draft.doubt}", file=sys.stderr)

    return each(options.files, bring)


def list_stories(call: Call) -> int:
    """List stories, last changed first."""
    stages = [call.options.stage] if call.options.stage else None
    cards = call.newsroom.stories.list(stages=stages)
    if call.options.json:
        print_json([card_json(card) for card in cards])
        return 0
    for card in cards:
        held = f"  held by {card.claim.name}" if card.claim else ""
        home = " · ".join(filter(None, (card.desk, card.kind)))
        print(f"{card.stage:<8} {card.slug:<28} {card.words:>6} words  {home}  {card.headline}{held}")
    return 0


def show(call: Call) -> int:
    """Show one story."""
    story = call.newsroom.stories.get(call.options.slug)
    if call.options.json:
        print_json(story_json(story))
        return 0
    facts = (story.slug, story.stage, story.desk, story.kind, f"version {story.version}", f"{story.words} words")
    head = (" · ".join(filter(None, facts)), "")
    print("\n".join([*head, *_field_lines(story), "", story.body.body_text]))
    return 0


def _field_lines(story: Story) -> Iterator[str]:
    """What is printed over the body as it stands, the notes in brackets, and what else is written down by its name."""
    for one in STORY_FIELDS:
        value = getattr(story, one.name)
        if value and (one.style or one.kind is FieldKind.NOTE):
            yield value if one.style else f"[{value}]"
        elif value and not one.printed and not one.required:
            yield f"{one.title}: {value}"


def history(call: Call) -> int:
    """Tell what happened to a story, oldest first."""
    events = call.newsroom.stories.history(call.newsroom.stories.get(call.options.slug).id)
    if call.options.json:
        print_json([vars(event) for event in events])
        return 0
    zone = call.newsroom.zone
    for event in events:
        way = f"  {event.stage_from} → {event.stage_to}" if event.stage_from and event.stage_to else ""
        said = (event.note, event.details if event.action == Move.APPROVE else "")
        note = "".join(f"  {one_line(one)}" for one in said if one)
        print(f"{event.at.astimezone(zone):%Y-%m-%d %H:%M:%S}  {event.actor_name:<20} {event.action}{way}{note}")
    return 0


def move(call: Call) -> int:
    """Move stories; print where each stands now."""
    from desktop.press.move_briefing import brief
    from desktop.press.service import make_move

    actor, options = call.actor, call.options

    def step(slug: str) -> None:
        if options.dry_run:
            known = brief(call.newsroom, options.move, [call.newsroom.stories.get(slug)], actor)[0]
            if not known.option.allowed:
                reason = known.option.reason
                raise Refused(reason if reason.startswith(slug) else f"{slug}: {reason}")
            print(f"{slug}  would tell {', '.join(known.notified) or 'nobody'}")
            return
        story = make_move(call.newsroom, options.move, slug, actor=actor, note=options.note)
        print(f"{story.slug}  {story.stage}")

    return each(options.slugs, step)


def plan(call: Call) -> int:
    """Plan stories: what is named, no more; print where each belongs now, its length, and when it is due."""
    from desktop.press.format_folders import formats_folder
    from exports.formats import load_format

    options, newsroom, actor = call.options, call.newsroom, call.actor
    if options.layout is not None:
        load_format(options.layout, formats_folder(newsroom))  # raises for a format there is not
    wanted = {name: getattr(options, name) for name in ("desk", "layout", "kind") if getattr(options, name) is not None}
    if options.target is not None:
        wanted["target_lines"] = options.target or None
    if options.due is not None:
        wanted["due"] = moment(options.due, newsroom.zone) if options.due != _NONE else None
    if not wanted:
        raise Refused("Say what is to be planned: --desk, --due, --target, --layout or --kind.")

    def step(slug: str) -> None:
        story = newsroom.stories.plan(newsroom.stories.get(slug).id, actor=actor, **wanted)
        due = f"due {story.due.astimezone(newsroom.zone):%Y-%m-%d %H:%M}" if story.due else ""
        length = f"{story.target_lines} lines" if story.target_lines else ""
        print("  ".join(filter(None, (story.slug, story.desk, story.kind, story.layout, length, due))))

    return each(options.slugs, step)


_NONE = "none"


def due(text: str) -> str:
    """A day and time, or `none`. Raises what argparse turns into a sentence."""
    return text if text == _NONE else _checked_moment(text, "2026-11-24T18:00, or none")


def moment_word(text: str) -> str:
    """A day and time. Raises what argparse turns into a sentence."""
    return _checked_moment(text, "2026-11-24T18:00")


def _checked_moment(text: str, example: str) -> str:
    try:
        year = datetime.fromisoformat(text).year
    except ValueError:
        raise ArgumentTypeError(f"{text} is no day and time: write {example}") from None
    if year not in DUE_YEARS:
        raise ArgumentTypeError(f"a story is due in the years {DUE_YEARS[0]} to {DUE_YEARS[-1]}, not in {year}")
    return text


def target(text: str) -> int:
    """A number of lines, 0 for `none`. Raises what argparse turns into a sentence."""
    if text != _NONE and not text.isdecimal():
        raise ArgumentTypeError(f"{text} is no number of lines, and not none")
    return 0 if text == _NONE else int(text)


def moment(text: str, zone: tzinfo | None) -> datetime:
    """A moment; where no zone is written it is one on the newsroom's clock."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None and zone is not None:
        moment = moment.replace(tzinfo=zone)
    return moment.astimezone(UTC)


def home_desk(newsroom: Newsroom, actor: Account) -> str:
    """The desk new stories of this person belong to. Raises NotFound when the newsroom has none."""
    desks = actor.desks or tuple(newsroom.desks.all())
    if not desks:
        raise NotFound("This newsroom has no desks yet: make one first.")
    return desks[0]


def card_json(card: StoryCard) -> dict[str, Any]:
    """Facts of a story in `list --json`."""
    names = (
        *FIELD_NAMES, "stage", "desk", "kind", "writer", "writer_name", "version", "content_hash", "words", "due",
        "target_lines", "layout", "changed", "exported", "corrections",
    )  # fmt: skip
    return {name: getattr(card, name) for name in names} | {
        "claim": card.claim.login if card.claim else None,
        "sign_off": vars(card.sign_off) if card.sign_off else None,
    }


def story_json(story: Story) -> dict[str, Any]:
    """Content of `show --json`: the card, the blocks, and the paragraphs parted by an empty line."""
    return card_json(story) | {"body": story.body.plain()["blocks"], "body_text": story.body.body_text}
