"""Commands about stories: bring in, list, show, history, move."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from db.errors import NotFound, Refused, one_line
from db.fields import FIELD_NAMES, STORY_FIELDS, FieldKind
from db.newsroom import Newsroom
from db.stages import Move
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
