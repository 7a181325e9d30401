"""A program that works in a newsroom while its folder, or its file alone, is made read-only, and says what came of it.

Called with an empty folder and `folder` or `file`, as root of the machine or of a name space of its own: rights do not
bind root, but a disk that is mounted read-only does.
"""

import os
import subprocess
import sys
from pathlib import Path

from db.newsroom import Newsroom, open_newsroom
from db.upkeep.backup import back_up
from db.values import SignedIn, Story
from desktop.editor.session.journal import Journal
from desktop.editor.session.writer import StoryWriter, Typed
from tests.faults.fill_disk import read, tell, write, write_page
from tests.faults.newsrooms import new_newsroom


def make_read_only(what: Path) -> None:
    """What is mounted over itself can be read-only on its own."""
    subprocess.run(["mount", "--bind", what, what], check=True)
    subprocess.run(["mount", "-o", "remount,ro,bind", what], check=True)


def make_writable(what: Path) -> None:
    subprocess.run(["umount", "--lazy", what], check=True)


def try_all(newsroom: Newsroom, when: str) -> None:
    """Each act that reads or writes; backups and pages go beside the newsroom, and elsewhere."""
    beside = Path(newsroom.url).parent
    tell(f"{when} read", lambda: newsroom.stories.list())
    tell(f"{when} poll", newsroom.poll)
    tell(f"{when} write", lambda: write(newsroom, when))
    tell(f"{when} back up", lambda: back_up(newsroom, beside / f"{when}.db"))
    tell(f"{when} back up elsewhere", lambda: back_up(newsroom, beside.parent / f"{when}.db"))
    tell(f"{when} export", lambda: write_page(beside))


class Typist:
    """Somebody who types a dek into a story, on a computer whose journal can be written."""

    def __init__(self, newsroom: Newsroom, journal: Path) -> None:
        self.newsroom, self.journal = newsroom, Journal(journal, newsroom.identity, "reporter")
        self.actor: SignedIn = newsroom.accounts.sign_in("reporter")
        self.story: Story = newsroom.stories.get("before")
        self.writer = StoryWriter(self.journal, self.story.id, self.actor)
        self.writer.open(newsroom, None)

    def keep(self) -> None:
        self.writer.keep(self.newsroom, Typed(self.story.text.with_(dek="Kept"), 1, 0, self.newsroom.clock()))

    def save(self) -> None:
        self.writer.save(self.newsroom, Typed(self.story.text.with_(dek="Typed"), 2, 0, self.newsroom.clock()))

    def find(self, newsroom: Newsroom) -> str:
        """The dek that is shown when the story is opened again."""
        self.actor = newsroom.accounts.sign_in("reporter")
        writer = StoryWriter(self.journal, self.story.id, self.actor)
        return writer.open(newsroom, None, claim=True).text.dek


def open_and_try(place: Path) -> None:
    newsroom = open_newsroom(place, create=False)
    try:
        try_all(newsroom, "opened")
    finally:
        newsroom.close()


def main(folder: Path, kind: str) -> None:
    place = folder / "paper" / "galley.db"
    what = place if kind == "file" else place.parent
    new_newsroom(place)
    newsroom = open_newsroom(place)
    write(newsroom, "before")
    newsroom.close()
    make_read_only(what)
    tell("nobody has it open", lambda: read(place))
    make_writable(what)
    newsroom = open_newsroom(place)
    newsroom.poll()
    typist = Typist(newsroom, folder / "journal")
    make_read_only(what)
    newsroom.engine.dispose()  # what was opened for writing before stays so: connections made from now on do not
    try_all(newsroom, "open")
    tell("keep", typist.keep)
    tell("save", typist.save)
    entry = typist.journal.find(typist.story.id)
    print("journal", entry.text.dek if entry else "nothing", sep="\t")
    newsroom.close()
    tell("open", lambda: open_and_try(place))
    make_writable(what)
    tell("again", lambda: read(place))
    newsroom = open_newsroom(place)
    write(newsroom, "after")
    print("found", typist.find(newsroom), sep="\t")
    print("passed", newsroom.audit().passed, sep="\t")
    print("stories", " ".join(sorted(card.slug for card in newsroom.stories.list())), sep="\t")
    newsroom.close()
    print("left", " ".join(sorted(path.name for path in place.parent.iterdir() if path.is_file())), sep="\t")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
    sys.stdout.flush()
    os._exit(0)
