"""Eight programs make two thousand mixed changes at once, on one file and on a server: none lost, none doubled.

python tests/bench/many_hands.py [--hands N] [--changes N]
Ends with 1 when a change is lost or doubled, an error was shown, or the audit does not pass.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from db.document import Document
from db.newsroom import Newsroom, open_newsroom
from db.stages import Role
from db.values import StoryText
from tests.db.servers import server

HAND = """
import sys
from db.newsroom import open_newsroom
place, hand, changes = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
room = open_newsroom(place)
me = room.accounts.sign_in(f"hand{hand}")
own = room.stories.get(f"own-{hand}")
shared = room.stories.get("shared")
for number in range(changes):
    mark = f"{hand}-{number}"
    if number % 4 == 0:
        own = room.stories.save(own.id, own.text.with_(dek=mark), actor=me, base=own.version, note=mark)
    elif number % 4 == 1:
        room.comments.add(shared.id, mark, actor=me)
    elif number % 4 == 2:
        room.stories.create(own.text.with_(slug=f"story-{mark}"), desk="City", actor=me)
    else:
        room.stories.keep(own.id, own.text.with_(dek=mark), actor=me, base=own.version)
        room.search.save(mark, mark, actor=me, shared=True)
room.close()
"""
"""What one program does; the marks say later which of its changes are there."""


def prepare(place: str, hands: int) -> None:
    """A newsroom with an account and a story for each hand, and one story for all."""
    room = open_newsroom(place)
    room.accounts.add(login="chief", name="Chief", role=Role.CHIEF, actor=None)
    chief = room.accounts.sign_in("chief")
    room.desks.add("City", actor=chief)
    text = StoryText(headline="H", byline="By Bench", body=Document.from_paragraphs(["A word or two."]))
    room.stories.create(text.with_(slug="shared"), desk="City", actor=chief)
    for hand in range(hands):
        room.accounts.add(login=f"hand{hand}", name=f"Hand {hand}", role=Role.EDITOR, actor=chief)
        account = room.accounts.sign_in(f"hand{hand}")
        room.stories.create(text.with_(slug=f"own-{hand}"), desk="City", actor=account)
    room.close()


def marks(room: Newsroom, hands: int) -> Counter[str]:
    """Every change that is there, and how often."""
    shared = room.stories.get("shared")
    found = Counter(comment.body for one in room.comments.all(shared.id, shared.body) for comment in one.comments)
    found.update(card.slug.removeprefix("story-") for card in room.stories.list() if card.slug.startswith("story-"))
    for hand in range(hands):
        own = room.stories.get(f"own-{hand}")
        found.update(one.note for one in room.stories.revisions(own.id) if one.note)
    found.update(list(room.search.saved("chief")))
    return found


def bench(name: str, place: str, hands: int, changes: int) -> bool:
    """Let all hands work at once, count what is there. Returns whether all is well."""
    prepare(place, hands)
    start = time.perf_counter()
    command = [sys.executable, "-c", HAND, place]
    running = [
        subprocess.Popen([*command, str(hand), str(changes)], stderr=subprocess.PIPE, text=True)
        for hand in range(hands)
    ]
    errors = [error for error in (process.communicate()[1] for process in running) if error]
    taken = time.perf_counter() - start
    room = open_newsroom(place)
    found, audit = marks(room, hands), room.audit()
    room.close()
    wanted = {f"{hand}-{number}" for hand in range(hands) for number in range(changes)}
    lost, doubled = len(wanted - set(found)), sum(number > 1 for number in found.values())
    print(
        f"{name}: {hands} programs, {len(wanted):,} changes in {taken:.1f} s: {lost} lost, {doubled} doubled, "
        f"{len(errors)} errors, audit {'passed' if audit.passed else audit.fault}",
        flush=True,
    )
    for error in errors:
        print(error.strip().splitlines()[-1], file=sys.stderr)
    return audit.passed and not (lost or doubled or errors)


def main() -> int:
    """Run on both kinds of database, in a folder that is removed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--hands", type=int, default=8)
    parser.add_argument("--changes", type=int, default=250, help="of each hand")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        on_file = bench("SQLite", str(Path(folder) / "galley.db"), options.hands, options.changes)
        with server() as running:
            place = running.url(running.new_database())
            on_server = bench("PostgreSQL", place, options.hands, options.changes)
    return 0 if on_file and on_server else 1


if __name__ == "__main__":
    sys.exit(main())
