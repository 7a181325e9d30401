"""Commands about a story's revisions: list, compare, bring back."""

import sys

from db.errors import one_line
from desktop.command.call import Call


def revisions(call: Call) -> int:
    """List the revisions of a story, newest first."""
    zone = call.newsroom.zone
    for one in call.newsroom.stories.revisions(call.newsroom.stories.get(call.options.slug).id):
        note = "  ".join(filter(None, (one.label, one_line(one.note))))
        print(
            f"{one.number:>4}  {one.made.astimezone(zone):%Y-%m-%d %H:%M}  {one.author_name}  {one.words} words  {note}"
        )
    return 0


def diff(call: Call) -> int:
    """Show what changed between two revisions: the newest and the last of another text, unless others are named."""
    from db.text.compare import compare, last_other
    from desktop.command.show import diff_lines

    story, options = call.newsroom.stories.get(call.options.slug), call.options
    new = options.new or story.version
    old = options.old or last_other(call.newsroom.stories.revisions(story.id), new)
    before, after = (call.newsroom.stories.revision(story.id, number) for number in (old, new))
    for line in diff_lines(compare(before.text, after.text), colour=sys.stdout.isatty()):
        print(line)
    return 0


def revert(call: Call) -> int:
    """Make the text of an older revision the next one."""
    newsroom, slug = call.newsroom, call.options.slug
    story = newsroom.stories.restore(newsroom.stories.get(slug).id, call.options.number, actor=call.actor)
    print(f"{story.slug}  revision {story.version}")
    return 0


def set_marks(call: Call) -> int:
    """Set the marks of its language in all of a story, as its next revision."""
    from db.fields import field_values
    from db.text.typewriter_marks import mended
    from db.values import StoryText

    stories = call.newsroom.stories
    story = stories.get(call.options.slug)
    before = StoryText(**field_values(story), body=story.body)
    after = mended(before, story.language)
    if after == before:
        print(f"{story.slug}  has no straight quotes, and no hyphens for dashes")
        return 0
    saved = stories.save(story.id, after, actor=call.actor, base=story.version, note="Quotes and dashes set")
    print(f"{saved.slug}  revision {saved.version}")
    return 0
