"""Comments beside the text: in which order, what they quote, and what can be asked of each."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.story.comments import Comment, Thread
from db.text.anchors import Range
from desktop.editor.side.threads import Threads
from desktop.look.theme import Theme
from tests.desktop.conftest import NOON

ASKED = Comment(1, "nora", "Nora Lin", NOON, "Which floor?")
OPEN = Thread(1, "the fourth floor", Range(0, 20, 36), (ASKED,), resolved=False)
DONE = replace(OPEN, id=2, resolved=True)


@pytest.fixture
def threads(theme: Theme, qtbot: QtBot) -> Threads:
    """The column, empty."""
    threads = Threads(theme)
    qtbot.addWidget(threads)
    return threads


def said(threads: Threads, card: int = 0) -> list[str]:
    """All that stands on a card."""
    return [label.text() for label in threads.cards[card].findChildren(QLabel)]


def test_resolved_threads_stand_last_and_can_be_opened_again(threads: Threads) -> None:
    threads.show_threads([DONE, OPEN])
    assert [card.property("card") for card in threads.cards] == ["thread", "resolved"]
    assert ("Resolve</a>" in said(threads, 0)[-1], "Reopen</a>" in said(threads, 1)[-1]) == (True, True)


def test_a_remark_stands_under_its_quote_and_its_writer(threads: Threads) -> None:
    threads.show_threads([OPEN])
    assert said(threads)[0] == "“the fourth floor”"
    assert {"Nora Lin", "Which floor?"} <= set(said(threads))


def test_a_long_quote_is_cut_and_one_whose_text_is_gone_says_so(threads: Threads) -> None:
    threads.show_threads([replace(OPEN, quote="lift " * 30, where=None)])
    quote = said(threads)[0]
    assert quote.endswith("…” (its text is gone)")
    assert len(quote) < 90
    assert "Show</a>" not in said(threads)[-1]


@pytest.mark.parametrize("way", ["reply", "resolve", "place"])
def test_each_way_asks_for_its_own_thread(threads: Threads, qtbot: QtBot, way: str) -> None:
    threads.show_threads([OPEN])
    ways = threads.cards[0].findChildren(QLabel)[-1]
    with qtbot.waitSignal(getattr(threads, f"{way}_wanted"), check_params_cb=lambda thread: thread is OPEN):
        ways.linkActivated.emit(way)


def test_without_comments_it_says_how_one_is_written(threads: Threads) -> None:
    threads.show_threads([OPEN])
    threads.show_threads([])
    assert threads.cards == []
    assert "Ctrl+Alt+M" in threads._column.itemAt(0).widget().text()
