"""A program that works in a newsroom on a disk of its own, fills the disk, and says what came of each thing it tries.

Called with an empty folder, as root of the machine or of a name space of its own: it mounts a disk there.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from db.document import Document
from db.errors import NewsroomError
from db.newsroom import Newsroom, open_newsroom
from db.upkeep.backup import back_up
from db.upkeep.restore import restore
from db.values import StoryText
from desktop.press.service import atomic_write
from tests.faults.newsrooms import new_newsroom


def fill(folder: Path) -> None:
    """Leave no free byte."""
    with suppress(OSError), (folder / "filling").open("wb", buffering=0) as file:
        while True:
            file.write(bytes(512))


def tell(what: str, act: Callable[[], object]) -> None:
    """Do something, and say what came of it."""
    try:
        act()
    except NewsroomError as error:
        print(what, error, sep="\t")
    else:
        print(what, "done", sep="\t")


def write(newsroom: Newsroom, slug: str) -> None:
    """A story long enough to need room."""
    body = Document.from_paragraphs(["The harbour board voted on Tuesday. " * 20] * 200)
    reporter = newsroom.accounts.sign_in("reporter")
    newsroom.stories.create(StoryText(slug=slug, headline="Pilots", body=body), desk="City", actor=reporter)


def write_page(folder: Path) -> None:
    with atomic_write(folder / "page.pdf", bytes(100_000)) as written:
        written.keep()


def read(place: Path) -> None:
    newsroom = open_newsroom(place, create=False)
    newsroom.stories.list()
    newsroom.close()


def main(folder: Path) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "galley", str(folder)], check=True)
    place = folder / "galley.db"
    new_newsroom(place)
    newsroom = open_newsroom(place)
    write(newsroom, "before")
    kept = back_up(newsroom, folder / "kept.db").path
    fill(folder)
    tell("write", lambda: write(newsroom, "after"))
    tell("back up", lambda: back_up(newsroom, folder / "full.db"))
    tell("export", lambda: write_page(folder))
    newsroom.close()
    fill(folder)
    tell("read", lambda: read(place))
    tell("restore", lambda: restore(kept, place))
    (folder / "filling").unlink()
    newsroom = open_newsroom(place)
    tell("audit", lambda: print("passed", newsroom.audit().passed, sep="\t"))
    print("stories", " ".join(card.slug for card in newsroom.stories.list()), sep="\t")
    newsroom.close()
    print("left", " ".join(sorted(path.name for path in folder.iterdir() if path.is_file())), sep="\t")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    sys.stdout.flush()
    os._exit(0)
