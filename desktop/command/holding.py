"""Commands that keep stories from print and from approval: holds, and checks."""

from db.errors import NewsroomError, Refused
from db.story.checks import StoryCheck
from desktop.command.call import Call, each, print_json
from desktop.command.stories import moment


def hold(call: Call) -> int:
    """Hold stories back from print; print each with how long."""
    newsroom, actor, options = call.newsroom, call.actor, call.options
    until = moment(options.until, newsroom.zone) if options.until else None

    def put(slug: str) -> None:
        story = newsroom.stories.get(slug)
        found = newsroom.holds.put(story.id, options.note, actor=actor, until=until)
        print(found.sentence(story.slug))

    return each(options.slugs, put)


def lift(call: Call) -> int:
    """Let stories that are held back be printed; print each."""
    newsroom, actor, options = call.newsroom, call.actor, call.options

    def let_go(slug: str) -> None:
        story = newsroom.stories.get(slug)
        newsroom.holds.lift(story.id, actor=actor, why=options.note)
        print(f"{story.slug}  not held back any more")

    return each(options.slugs, let_go)


def checks(call: Call) -> int:
    """List the checks, or name and remove some; print each with the kinds of stories that need it."""
    newsroom, options = call.newsroom, call.options
    if options.names:
        actor = call.actor
        for name in options.names:
            if options.remove:
                newsroom.checks.remove(name, actor=actor)
            else:
                newsroom.checks.name(name, actor=actor, kinds=options.kind)
    elif options.remove or options.kind:
        raise NewsroomError("Say which check: galley checks NAME.")
    for name, kinds in newsroom.checks.all().items():
        print(f"{name}  every {', every '.join(kinds)}" if kinds else name)
    return 0


def check(call: Call) -> int:
    """List the checks of a story, ask for one, drop one or sign that it was done; print what stands then."""
    newsroom, options = call.newsroom, call.options
    story = newsroom.stories.get(options.slug)
    if (options.ask or options.drop) and not options.name:
        raise Refused("Say which check: galley check SLUG NAME.")
    if options.name:
        if options.ask:
            newsroom.checks.ask(story.id, options.name, actor=call.actor, note=options.note)
        elif options.drop:
            newsroom.checks.drop(story.id, options.name, actor=call.actor)
        else:
            newsroom.checks.do(story.id, options.name, actor=call.actor, remark=options.note)
    found = newsroom.checks.of(story.id)
    if options.json:
        print_json([vars(one) for one in found])
        return 0
    for one in found:
        print(f"{one.name}  {_state(one)}")
    return 0


def _state(one: StoryCheck) -> str:
    """Whether a check was done, by whom, and of which text."""
    asked = f"asked for by {one.asked_by}" if one.asked_by else "asked for by its kind"
    if not one.done_by or one.done is None:
        return f"open, {asked}{f': {one.note}' if one.note else ''}"
    remark = f": {one.remark}" if one.remark else ""
    done = f"done by {one.done_by} on {one.done:%Y-%m-%d at %H:%M} UTC{remark}"
    return done if one.is_of_this_text else f"open, {done}, but the text was changed since"
