"""Undo of a story that was left leads back when it is opened again."""

from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from db.document import Document
from db.newsroom import Newsroom
from db.values import Account, Story, StoryText
from desktop.editor.page import StoryPage
from desktop.editor.text.body import BodyEdit
from desktop.editor.text.undo_memory import MOST_STEPS, UndoMemory
from desktop.look.theme import Theme
from tests.desktop.editor.conftest import OpenPage, typed


class Steps:
    """A field with a past, which may be of one state alone."""

    def __init__(self, *states: str) -> None:
        self.states, self.relived = states, ()

    def past(self) -> tuple[str, ...]:
        """Its states."""
        return self.states

    def relive(self, past: object) -> None:
        """Take note of it."""
        self.relived = past


def test_what_has_no_past_is_not_remembered_and_the_oldest_is_forgotten() -> None:
    memory, field = UndoMemory(), Steps("b", "a")
    memory.keep(99, {"body": Steps("a")})
    for number in range(30):
        memory.keep(number, {"body": field})
    memory.restore(99, {"body": field})
    memory.restore(0, {"body": field})
    assert field.relived == ()
    memory.restore(29, {"body": field})
    assert field.relived == ("b", "a")


def reopened(page: StoryPage, other: Story, story: Story, qtbot: QtBot) -> None:
    """Open another story, and the first again."""
    for one in (other, story):
        with qtbot.waitSignal(page.shown, timeout=10_000):
            page.open_story(one.id)


def test_undo_leads_back_in_a_story_that_is_opened_again(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    other = newsroom.stories.create(StoryText(slug="other"), desk="City", actor=reporter)
    page = open_page(reporter, draft)
    page.form.body.moveCursor(QTextCursor.MoveOperation.End)
    typed(page.form.body, " Twelve lifts.")
    page.form.body.toggle("bold")
    typed(page.form.body, " Bold.")
    typed(page.form.headline, "So: ")
    before = page.text
    reopened(page, other, draft, qtbot)
    assert page.text == before
    page.form.headline.undo()
    assert page.form.headline.text == draft.headline
    page.form.body.undo()
    assert page.form.body.read().body_text == f"{draft.body.body_text} Twelve lifts."
    page.form.body.undo()
    assert page.form.body.read() == draft.body
    page.form.body.redo()
    page.form.body.redo()
    assert page.form.body.read() == before.body


def test_undo_of_a_text_that_others_changed_begins_anew(theme: Theme, qtbot: QtBot) -> None:
    body, was = BodyEdit(theme, lambda *_: None), [Document.from_paragraphs([text]) for text in ("One two", "One")]
    qtbot.addWidget(body)
    body.fill(Document.from_paragraphs(["Another"]))
    body.relive(was)
    assert not body.document().isUndoAvailable()
    body.fill(was[0])
    body.relive(was)
    body.undo()
    assert body.read() == was[1]


def test_so_many_steps_are_remembered_and_the_text_is_left_as_it_is(theme: Theme, qtbot: QtBot) -> None:
    body = BodyEdit(theme, lambda *_: None)
    qtbot.addWidget(body)
    for number in range(MOST_STEPS + 5):
        cursor = body.textCursor()
        cursor.beginEditBlock()
        cursor.insertText(f"{number} ")
        cursor.endEditBlock()
    before, edits = body.read(), list[None]()
    body.edited.connect(lambda: edits.append(None))
    assert len(body.past()) == MOST_STEPS + 1
    assert body.read() == before and edits == []
