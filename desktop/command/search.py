"""The command `galley search`: what is found, and the searches one keeps."""

import sys

from desktop.command.call import Call, print_json
from desktop.command.stories import card_json


def search(call: Call) -> int:
    """Find stories by what stands in them; a line per story, newest first."""
    from desktop.command.show import hit_line

    options = call.options
    if options.saved or options.save is not None or options.forget:
        return saved_searches(call)
    found = call.newsroom.search.find(" ".join(options.words), limit=options.limit, relevance=options.relevance)
    if options.json:
        print_json([card_json(hit.card) for hit in found.hits])
        return 0
    for hit in found.hits:
        print(hit_line(hit, colour=sys.stdout.isatty()))
    return 0


def saved_searches(call: Call) -> int:
    """List the saved searches of a person and the shared ones; keep or forget one."""
    options, newsroom = call.options, call.newsroom
    if options.forget:
        newsroom.search.forget(options.forget, actor=call.actor, shared=options.shared)
    elif options.save is not None:
        newsroom.search.save(options.save, " ".join(options.words), actor=call.actor, shared=options.shared)
    for name, asked in newsroom.search.saved(call.login_name).items():
        print(f"{name}  {asked}")
    for sentence in newsroom.search.unreadable(call.login_name):
        print(f"galley: {sentence}", file=sys.stderr)
    return 0
