"""Fields that are proofread, without a window round them."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from db.document import Document
from db.newsroom import Newsroom
from db.values import SignedIn, Story
from desktop.editor.fields import GrowingEdit
from desktop.editor.proofreading.proofreader import Proofreader
from desktop.editor.text.body import BodyEdit
from desktop.editor.text.typing_habits import TypingHabits
from desktop.look.theme import Theme
from tests.db.conftest import signed_in


@dataclass
class AtOnce:
    """A door whose answers come before it is asked for the next thing."""

    newsroom: Newsroom

    def read(self, question: Callable[..., Any], *args: Any, on_done: Any = None, **_: Any) -> None:
        """Ask, and answer."""
        with ThreadPoolExecutor(1) as worker:
            answer = worker.submit(question, self.newsroom, *args).result()
        if on_done is not None:
            on_done(answer)

    write = read


@dataclass
class ProofDesk:
    """A headline and a body, and who reads them."""

    headline: GrowingEdit
    body: BodyEdit
    reader: Proofreader
    newsroom: Newsroom
    story: Story
    habits: TypingHabits

    def show(self, *paragraphs: str, headline: str = "", language: str = "en-US") -> None:
        """Show a text, and read all of it."""
        self.headline.fill(headline, anew=True)
        self.body.fill(Document.from_paragraphs(paragraphs))
        self.reader.open(self.story.id, language, self.story.desk)
        self.reader.refresh()
        self.read()

    def read(self) -> list[str]:
        """Look at what is to be looked at; the words that are remarked."""
        while not self.reader.settled:
            self.reader._soon.work()
        return [one.quote.text for text in self.reader.texts for _, one in text.all_shown()]


@pytest.fixture
def chief(newsroom: Newsroom) -> SignedIn:
    """Tomas Okello, who publishes house style."""
    return signed_in(newsroom, "chief")


@pytest.fixture
def desk(qtbot: QtBot, newsroom: Newsroom, draft: Story, reporter: SignedIn, theme: Theme) -> Iterator[ProofDesk]:
    headline = GrowingEdit(theme.fonts.printed(20), "Headline", "")
    body, habits = BodyEdit(theme, lambda _sha256, found: found(QImage())), TypingHabits()
    for widget in (headline, body):
        qtbot.addWidget(widget)
        widget.resize(500, 200)
    reader = Proofreader(AtOnce(newsroom), reporter, theme, (headline, body), habits)
    yield ProofDesk(headline, body, reader, newsroom, draft, habits)
    reader.deleteLater()
