"""The card of a thread in the margin."""

from dataclasses import replace

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.story.comments import Comment, Thread
from db.text.anchors import Range
from desktop.editor.margin.thread_card import ThreadCard
from desktop.look.theme import Theme
from tests.desktop.conftest import NOON

OPEN = Thread(
    1, "the fourth floor", Range(0, 20, 36), (Comment(1, "nora", "Nora Lin", NOON, "Which <floor>?"),), resolved=False
)


def in_margin(theme: Theme, thread: Thread, qtbot: QtBot) -> tuple[ThreadCard, QTextDocument]:
    """A card at a place, and the document of that, which lives as long as the test has it."""
    document = QTextDocument("Mrs Qian lives on the fourth floor.")
    card = ThreadCard(theme, thread, QTextCursor(document))
    qtbot.addWidget(card)
    return card, document


def seen(card: ThreadCard) -> list[str]:
    """All that is read on it."""
    return [label.text() for label in card.findChildren(QLabel) if label.isVisibleTo(card)]


def test_beside_its_words_a_thread_does_not_quote_them(theme: Theme, qtbot: QtBot) -> None:
    card, _document = in_margin(theme, OPEN, qtbot)
    assert seen(card)[1:3] != []
    assert "“the fourth floor”" not in seen(card)
    assert "Which <floor>?" in seen(card)


def test_a_resolved_thread_is_folded_and_opens_by_its_line(theme: Theme, qtbot: QtBot) -> None:
    card, _document = in_margin(theme, replace(OPEN, resolved=True), qtbot)
    assert seen(card) == ['✓ <a href="unfold">Resolved: Which &lt;floor>?</a>']
    with qtbot.waitSignal(card.folded):
        card._fold.linkActivated.emit("unfold")
    assert "Which <floor>?" in seen(card)
