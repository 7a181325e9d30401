"""A program that does one kind of work again and again, and says a number after each piece; it is to be killed."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from db.document import Document
from db.newsroom import Newsroom, open_newsroom
from db.stages import Move
from db.upkeep.backup import back_up
from db.upkeep.restore import restore
from db.values import SignedIn, StoryText
from desktop.press import service
from tests.faults.newsrooms import PASSWORD, approve


class FaultWorker:
    """The newsroom, who works in it, and where."""

    def __init__(self, place: Path) -> None:
        self.place = place
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
        production = self.newsroom.accounts.sign_in("production")
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

    def audit(self, number: int) -> None:
        assert self.newsroom.audit().passed


BODY = Document.from_paragraphs(["The harbour board voted on Tuesday evening to keep the pilots."] * 3)


def main(place: str, kind: str) -> None:
    worker = FaultWorker(Path(place))
    work: Callable[[int], object] = getattr(worker, kind)
    for number in range(1, 10_000):
        work(number)
        os.write(1, f"{number}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
