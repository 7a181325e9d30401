"""A program that does one kind of work again and again, and says a number after each piece; it is to be killed."""

import io
import os
import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

from db.document import Document
from db.newsroom import Newsroom, open_newsroom
from db.stages import Move
from db.upkeep.backup import back_up
from db.upkeep.move_to_server import move_to
from db.upkeep.restore import restore
from db.values import SignedIn, StoryText
from desktop.command import stories
from desktop.command.call import Call
from desktop.press import service
from desktop.press.batch import Batch, export_many
from tests.db.servers import Server
from tests.faults.newsrooms import PASSWORD, approve

AT_ONCE = 3
"""Files that are brought in, and stories that are exported, in one piece of work: a kill may come between two."""


class FaultWorker:
    """The newsroom, who works in it, and where."""

    def __init__(self, place: Path, server: Path | None = None) -> None:
        self.place = place
        self.server = Server(server, Path()) if server else None
        self.newsroom: Newsroom = open_newsroom(place)
        self.chief: SignedIn = self.newsroom.accounts.sign_in("chief", PASSWORD)
        self.reporter: SignedIn = self.newsroom.accounts.sign_in("reporter")
        self.story = self.newsroom.stories.get("typed")

    def keep(self, number: int) -> None:
        text = self.story.text.with_(headline=f"Typed {number}")
        self.newsroom.stories.keep(self.story.id, text, actor=self.reporter, base=self.story.version)

    def save(self, number: int) -> None:
        text = self.story.text.with_(headline=f"Saved {number}")
        self.story = self.newsroom.stories.save(self.story.id, text, actor=self.reporter, base=self.story.version)

    def create(self, number: int) -> int:
        text = StoryText(slug=f"made-{number}", headline="Pilots stay", byline="By Wu Jing", body=BODY)
        return self.newsroom.stories.create(text, desk="City", actor=self.reporter).id

    def move(self, number: int) -> None:
        made = self.create(number)
        self.newsroom.moves.make(Move.SUBMIT, made, actor=self.reporter, problems=[])

    def export(self, number: int) -> None:
        made = self.create(number)
        approve(self.newsroom, made)
        production = self.newsroom.accounts.sign_in("production", PASSWORD)
        service.export(self.newsroom, made, self.place.parent / "press", actor=production)

    def comment(self, number: int) -> None:
        self.newsroom.comments.add(self.story.id, f"Comment {number}", actor=self.reporter)

    def settings(self, number: int) -> None:
        self.newsroom.settings.set("name", f"Paper {number}", actor=self.chief)

    def backup(self, number: int) -> None:
        back_up(self.newsroom, self.place.parent / "kept" / f"{number}.db")

    def restore(self, number: int) -> None:
        kept = self.place.parent / "kept.db"
        if not kept.exists():
            back_up(self.newsroom, kept)
        self.newsroom.close()
        restore(kept, self.place)

    def import_files(self, number: int) -> None:
        """Through the command."""
        files = [self.place.with_name(f"arrived-{number}-{one}.txt") for one in range(AT_ONCE)]
        for file in files:
            file.write_text(f"Harbour board keeps its pilots\n\nBy Wu Jing\n\n{ARRIVING}\n", encoding="utf-8")
        options = Namespace(files=files, desk="City", kind="", language="", encoding="")
        with redirect_stdout(io.StringIO()):
            assert stories.import_files(Call(options, str(self.place), "reporter", self.newsroom)) == 0

    def batch(self, number: int) -> None:
        made = [self.create(AT_ONCE * number + one) for one in range(AT_ONCE)]
        for story in made:
            approve(self.newsroom, story)
        production = self.newsroom.accounts.sign_in("production", PASSWORD)
        found = export_many(self.newsroom, made, self.place.parent / "press", Batch(jobs=2), actor=production)
        assert len(found.paths) == AT_ONCE, found.refused

    def move_to_server(self, number: int) -> None:
        assert self.server is not None
        self.server.sql(f"CREATE DATABASE moved_{number}")
        move_to(self.newsroom, self.server.url(f"moved_{number}"))

    def audit(self, number: int) -> None:
        assert self.newsroom.audit().passed


BODY = Document.from_paragraphs(["The harbour board voted on Tuesday evening to keep the pilots."] * 3)
ARRIVING = "\n\n".join(
    (
        "The harbour board voted on Tuesday evening to keep the pilots.",
        "Their boats leave the pier at any hour, in any weather.",
        "Eleven of them are to be paid from the dues of the port.",
    )
)
"""The paragraphs of a file that is brought in."""


def main(place: str, kind: str, server: str = "") -> None:
    worker = FaultWorker(Path(place), Path(server) if server else None)
    work: Callable[[int], object] = getattr(worker, kind)
    for number in range(1, 10_000):
        work(number)
        os.write(1, f"{number}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
