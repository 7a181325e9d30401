"""What each command of the command line does, on an open newsroom."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.errors import NewsroomError, NotFound, one_line
from db.newsroom import Newsroom, open_newsroom
from db.secrets import Secrets
from db.stages import Role
from db.values import Account, Problem, Progress, SignedIn, Story, StoryCard, unheard
from desktop.command.sign_in import sign_in
from desktop.place import reach

if TYPE_CHECKING:
    from desktop.press.handover import Handover


@dataclass(frozen=True)
class Call:
    """One call of the program: its options, the newsroom it is about, who is acting."""

    options: argparse.Namespace
    place: str
    login: str
    newsroom: Newsroom | None = None

    @property
    def room(self) -> Newsroom:
        """The open newsroom."""
        assert self.newsroom is not None
        return self.newsroom

    @property
    def actor(self) -> SignedIn:
        """Who is acting, signed in: `--as`, else `GALLEY_LOGIN`, else the newsroom's first chief.

        Raises NotFound for an unknown login, Refused without the right password.
        """
        return sign_in(self.room, self.login_name, password_file=self.password_file, secrets=Secrets())

    @property
    def password_file(self) -> Path | None:
        """The file that holds the password."""
        return getattr(self.options, "password_file", None)

    @property
    def login_name(self) -> str:
        """Login of who is acting. Raises NotFound when nobody is named and there is no chief."""
        login = self.login or os.environ.get("GALLEY_LOGIN", "")
        if login:
            return login
        chiefs = [account for account in self.room.accounts.all(active_only=True) if account.role is Role.CHIEF]
        if not chiefs:
            raise NotFound("This newsroom has no accounts yet: run “galley demo”, or open the window to make one.")
        return chiefs[0].login


def run(call: Call) -> int:
    """Open the newsroom, when the command is about one, and do it."""
    if not getattr(call.options, "needs_newsroom", True) or _is_file(call.options):
        return int(call.options.run(call))
    newsroom = reach(call.place, Secrets(), lambda place: open_newsroom(place, create=False))
    try:
        return int(call.options.run(replace(call, newsroom=newsroom)))
    finally:
        newsroom.close()


def _is_file(options: argparse.Namespace) -> bool:
    """Whether a command that takes a slug or a PDF was given a PDF, or none of both: no newsroom is needed then."""
    return options.run is preflight and (options.rules or options.slug.lower().endswith(".pdf"))


def demo(call: Call) -> int:
    """Make the sample newsroom and walk a story through it, then open the window where there is a display."""
    from desktop.command.demo import run_demo

    return run_demo(call.options.dir)


def verify(call: Call) -> int:
    """Trace a printed file back to its approval; 1 when it is not what was approved."""
    from desktop.press.verify import verify_file

    verdict = verify_file(call.room, call.options.file)
    if not verdict.sound:
        raise NewsroomError(verdict.sentence)
    print(verdict.sentence)
    return 0


def import_files(call: Call) -> int:
    """Make a draft of each file; print a line per story, its slug first."""
    from db.intake import read_file

    room, actor = call.room, call.actor
    desk = call.options.desk or home_desk(room, actor)

    def bring(path: Path) -> None:
        story = room.stories.intake(read_file(path), desk=desk, actor=actor)
        print(f"{story.slug}  {story.headline}")

    return each(call.options.files, bring)


def list_stories(call: Call) -> int:
    """List stories, last changed first."""
    stages = [call.options.stage] if call.options.stage else None
    cards = call.room.stories.list(stages=stages)
    if call.options.json:
        print_json([card_json(card) for card in cards])
        return 0
    for card in cards:
        held = f"  held by {card.claim.name}" if card.claim else ""
        print(f"{card.stage:<8} {card.slug:<28} {card.words:>6} words  {card.desk}  {card.headline}{held}")
    return 0


def show(call: Call) -> int:
    """Show one story."""
    story = call.room.stories.get(call.options.slug)
    if call.options.json:
        print_json(story_json(story))
        return 0
    head = (f"{story.slug} · {story.stage} · {story.desk} · version {story.version} · {story.words} words", "")
    parts = (story.headline, story.dek, story.byline, story.dateline, f"[{story.ednote}]" if story.ednote else "")
    print("\n".join([*head, *filter(None, parts), "", story.body.body_text]))
    return 0


def history(call: Call) -> int:
    """Tell what happened to a story, oldest first."""
    events = call.room.stories.history(call.room.stories.get(call.options.slug).id)
    if call.options.json:
        print_json([vars(event) for event in events])
        return 0
    zone = call.room.zone
    for event in events:
        way = f"  {event.stage_from} → {event.stage_to}" if event.stage_from and event.stage_to else ""
        note = f"  {one_line(event.note)}" if event.note else ""
        print(f"{event.at.astimezone(zone):%Y-%m-%d %H:%M:%S}  {event.actor_name:<20} {event.action}{way}{note}")
    return 0


def limit(call: Call) -> int:
    """Ask something of all stories or of one desk's; without a name tell what is asked."""
    options, limits = call.options, call.room.limits
    if options.name:
        limits.set(options.name, options.value, actor=call.actor, desk=options.desk, blocker=options.blocker)
    for name, (value, severity) in limits.of(options.desk).items():
        print(f"{name}  {value}  {severity}")
    return 0


def inbox(call: Call) -> int:
    """What the person was told, newest first; what is shown counts as read."""
    actor = call.actor
    call.room.inbox.look_at_clock(actor)
    notices = call.room.inbox.all(actor, unread_only=not call.options.all)
    zone = call.room.zone
    for one in notices:
        print(f"{one.at.astimezone(zone):%Y-%m-%d %H:%M}  {one.slug}  {one_line(one.sentence)}")
    if notices:
        call.room.inbox.mark([one.id for one in notices], actor=actor)
    return 0


def revisions(call: Call) -> int:
    """List the revisions of a story, newest first."""
    zone = call.room.zone
    for one in call.room.stories.revisions(call.room.stories.get(call.options.slug).id):
        note = "  ".join(filter(None, (one.label, one_line(one.note))))
        print(
            f"{one.number:>4}  {one.made.astimezone(zone):%Y-%m-%d %H:%M}  {one.author_name}  {one.words} words  {note}"
        )
    return 0


def diff(call: Call) -> int:
    """Show what changed between two revisions: the newest and the one before, unless others are named."""
    from db.compare import compare
    from desktop.command.show import diff_lines

    story, options = call.room.stories.get(call.options.slug), call.options
    new = options.new or story.version
    old = options.old or max(new - 1, 1)
    before, after = (call.room.stories.revision(story.id, number) for number in (old, new))
    for line in diff_lines(compare(before.text, after.text), colour=sys.stdout.isatty()):
        print(line)
    return 0


def revert(call: Call) -> int:
    """Make the text of an older revision the next one."""
    room, slug = call.room, call.options.slug
    story = room.stories.restore(room.stories.get(slug).id, call.options.number, actor=call.actor)
    print(f"{story.slug}  revision {story.version}")
    return 0


def search(call: Call) -> int:
    """Find stories by what stands in them; a line per story, newest first."""
    from desktop.command.show import hit_line

    options = call.options
    if options.saved or options.save or options.forget:
        return saved_searches(call)
    found = call.room.search.find(" ".join(options.words), limit=options.limit, relevance=options.relevance)
    if options.json:
        print_json([card_json(hit.card) for hit in found.hits])
        return 0
    for hit in found.hits:
        print(hit_line(hit, colour=sys.stdout.isatty()))
    return 0


def saved_searches(call: Call) -> int:
    """List the saved searches of a person and the shared ones; keep or forget one."""
    options, room = call.options, call.room
    if options.save or options.forget:
        asked = "" if options.forget else " ".join(options.words)
        if options.save and not asked.strip():
            raise NewsroomError("Say what the saved search looks for.")
        room.search.save(options.save or options.forget, asked, actor=call.actor, shared=options.shared)
    for name, asked in room.search.saved(call.login_name).items():
        print(f"{name}  {asked}")
    return 0


def move(call: Call) -> int:
    """Move stories; print where each stands now."""
    from desktop.press.handover import make_move

    actor, options = call.actor, call.options

    def step(slug: str) -> None:
        told = call.room.inbox.would_tell(options.move, call.room.stories.get(slug), actor)
        if options.dry_run:
            print(f"{slug}  would tell {', '.join(told) or 'nobody'}")
            return
        story = make_move(call.room, options.move, slug, actor=actor, note=options.note)
        print(f"{story.slug}  {story.stage}")

    return each(options.slugs, step)


def export(call: Call) -> int:
    """Write clean PDFs of approved stories; print their paths."""
    from desktop.press import handover

    actor, options = call.actor, call.options
    how = handover.Handover(options.kind, options.layout, options.flavour)
    if options.stage or options.one_file or options.run_in or len(options.slugs) > 1:
        return _export_many(call, how)
    if not options.slugs:
        raise NewsroomError("Name the stories to export, or take all of a stage: --stage publish.")
    return each(options.slugs, lambda slug: print(handover.export(call.room, slug, options.out, actor=actor, how=how)))


def _export_many(call: Call, how: "Handover") -> int:
    """Export several stories; a bar on standard error shows how far, where that is a terminal."""
    from desktop.press.batch import Batch, export_many

    options, room = call.options, call.room
    slugs = list(options.slugs)
    if options.stage:
        slugs += [card.slug for card in reversed(room.stories.list(stages=[options.stage])) if card.slug not in slugs]
    if options.run_in and not options.one_file:
        raise NewsroomError("Stories run in share a file: name it with --one-file.")
    batch = Batch(how, options.one_file, options.run_in, options.jobs)
    found = export_many(room, slugs, options.out, batch, actor=call.actor, progress=watched())
    print("\n".join(map(str, found.paths)), end="\n" if found.paths else "")
    for why in found.refused:
        print(f"galley: {one_line(NewsroomError(why))}", file=sys.stderr)
    return int(bool(found.refused))


def proof(call: Call) -> int:
    """Write PROOF-marked PDFs; print their paths."""
    from desktop.press import handover

    options = call.options
    how = handover.Handover(layout=options.layout)

    def make(slug: str) -> Path:
        return handover.proof(call.room, slug, options.out, how=how, against=options.against)

    return each(options.slugs, lambda slug: print(make(slug)))


def fit(call: Call) -> int:
    """Tell how much space a story takes."""
    from desktop.press import handover

    story = call.room.stories.get(call.options.slug)
    layout = call.options.layout or story.layout
    found = handover.fit(call.room, story, layout)
    if call.options.json:
        print_json({"slug": story.slug, "layout": layout} | {name: getattr(found, name) for name in _FIT})
        return 0
    target = f", {abs(found.over)} {'over' if found.over > 0 else 'under'} the target" if found.target else ""
    print(
        f"{story.slug} in {layout}: {found.lines} lines, {found.depth_mm / 10:.1f} cm, "
        f"{found.column_inches:.1f} column inches{target}"
    )
    return 0


_FIT = ("lines", "depth_mm", "column_inches", "pages", "target", "over", "advice")


def formats(call: Call) -> int:
    """List the formats, or check files, or put them into the newsroom's folder; 1 when one cannot be used."""
    from desktop.command.formats import add, check, show

    options = call.options
    if options.action != "list":
        if not options.files:
            raise NewsroomError(f"Say which file to {options.action}: galley formats {options.action} FILE.")
        return each(options.files, check if options.action == "check" else lambda path: add(path, call.place))
    if options.files:
        raise NewsroomError("Say what to do with the file: galley formats check FILE, or add FILE.")
    return show(call.place, as_json=options.json)


def preflight(call: Call) -> int:
    """Check a story, or a PDF file; 1 when something would stop it."""
    from desktop.press import handover

    options = call.options
    if options.rules:
        print("\n".join(rule_lines()))
        return 0
    if _is_file(options):
        found = handover.file_problems(Path(options.slug), call.place, options.layout, options.flavour)
    else:
        found = handover.problems(call.room, call.room.stories.get(options.slug), options.layout)
    print_problems(found)
    return int(any(problem.blocks for problem in found))


def rule_lines() -> list[str]:
    """Every rule of preflight: what it looks at, its name, how grave it is, what is wrong, how to mend it."""
    from exports.pdf.check import RULES as FILES
    from exports.preflight import RULES as STORIES
    from exports.rules import Rule

    rules: tuple[Rule[Any, Any], ...] = (*STORIES, *FILES)
    return [f"{rule.where}\t{rule.name}\t{rule.severity}\t{rule.sentence}.\t{rule.mend}" for rule in rules]


def print_problems(found: Iterable[Problem]) -> None:
    """A line per problem, or that there is none."""
    lines = [f"{p.severity}: {p.sentence}{f' ({p.place})' if p.place else ''}" for p in found]
    print("\n".join(lines) or "no problems")


def watched() -> Progress:
    """What shows how far something is: a bar at a terminal, nothing where standard error goes to a file."""
    return _bar if sys.stderr.isatty() else unheard


def _bar(share: float) -> None:
    end = "\n" if share >= 1 else ""
    print(f"\r{'█' * round(share * 40):<40} {share:4.0%}", end=end, file=sys.stderr, flush=True)


def each(things: Iterable[Any], do: Callable[[Any], None]) -> int:
    """Do something with each thing; a refusal is one line on standard error and does not stop the others."""
    status = 0
    for thing in things:
        try:
            do(thing)
        except NewsroomError as error:
            print(f"galley: {one_line(error)}", file=sys.stderr)
            status = 1
    return status


def home_desk(newsroom: Newsroom, actor: Account) -> str:
    """The desk new stories of this person belong to. Raises NotFound when the newsroom has none."""
    desks = actor.desks or tuple(newsroom.desks.all())
    if not desks:
        raise NotFound("This newsroom has no desks yet: make one first.")
    return desks[0]


def card_json(card: StoryCard) -> dict[str, Any]:
    """What `list --json` tells of a story."""
    names = (
        "slug", "headline", "dek", "byline", "dateline", "ednote", "kicker", "language", "stage", "desk", "writer",
        "writer_name", "version", "content_hash", "words", "due", "target_lines", "layout", "changed", "exported",
        "corrections",
    )  # fmt: skip
    return {name: getattr(card, name) for name in names} | {
        "claim": card.claim.login if card.claim else None,
        "sign_off": vars(card.sign_off) if card.sign_off else None,
    }


def story_json(story: Story) -> dict[str, Any]:
    """What `show --json` tells: the card, the blocks, and the paragraphs parted by an empty line."""
    return card_json(story) | {"body": story.body.plain()["blocks"], "body_text": story.body.body_text}


def print_json(value: Any) -> None:
    """One JSON value on standard output; times in ISO 8601."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=lambda other: other.isoformat()))
