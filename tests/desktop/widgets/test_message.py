"""The message bar: good news goes by itself, a refusal stays, and an action is done once."""

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.look.theme import Theme
from desktop.widgets.message import Message, MessageBar, Tone


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> MessageBar:
    """A bar on which nothing was said yet."""
    bar = MessageBar(theme)
    qtbot.addWidget(bar)
    return bar


def test_nothing_is_shown_before_something_is_said(bar: MessageBar) -> None:
    assert bar.isHidden()
    bar.say(Message("Saved."))
    assert not bar.isHidden()
    assert bar.message == Message("Saved.")


@pytest.mark.parametrize(
    ("message", "seconds"),
    [
        (Message("Revision 3 is saved.", Tone.DONE), 8),
        (Message("The desk is closed.", Tone.REFUSED), 25),
        (Message("Exported.", Tone.DONE, "Show it"), 0),
    ],
    ids=["good news", "refusal", "with an action"],
)
def test_a_refusal_stays_longer_and_what_asks_for_something_until_that_is_done(
    bar: MessageBar, message: Message, seconds: int
) -> None:
    bar.say(message)
    assert (bar._timer.interval() // 1000 if bar._timer.isActive() else 0) == seconds


def test_a_message_stays_while_the_mouse_is_over_it(bar: MessageBar) -> None:
    bar.say(Message("The desk is closed.", Tone.REFUSED))
    at = QPointF(3, 3)
    QApplication.sendEvent(bar, QEnterEvent(at, at, at))
    assert not bar._timer.isActive()
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    assert bar._timer.isActive()


def test_a_message_moves_nothing_and_lies_on_the_foot_of_the_page(theme: Theme, qtbot: QtBot) -> None:
    whole, page = QWidget(), QWidget()
    layout = QVBoxLayout(whole)
    layout.addWidget(page)
    bar = MessageBar(theme, page)
    qtbot.addWidget(whole)
    whole.resize(700, 400)
    whole.show()
    before = page.geometry()
    bar.say(Message("The desk is closed. " * 20, Tone.REFUSED))
    assert page.geometry() == before
    assert (bar.geometry().bottomLeft(), bar.width()) == (before.bottomLeft(), before.width())
    assert bar._text.height() >= bar._text.heightForWidth(bar._text.width())
    whole.resize(500, 300)
    qtbot.waitUntil(lambda: bar.geometry().bottomLeft() == page.geometry().bottomLeft() and bar.width() == page.width())


def test_the_time_of_a_message_begins_with_it(bar: MessageBar) -> None:
    bar.say(Message("Saved.", Tone.DONE))
    bar.say(Message("One is left.", action="Choose"))
    assert not bar._timer.isActive()


def test_the_action_is_done_and_the_message_goes(bar: MessageBar) -> None:
    done: list[bool] = []
    bar.say(Message("One is left.", action="Choose", act=lambda: done.append(bar.isHidden())))
    assert bar._action.text() == "Choose"
    bar._action.click()
    assert done == [True]


def test_a_sentence_is_shown_as_it_is_written(bar: MessageBar, qtbot: QtBot) -> None:
    bar.say(Message("<b>a</b> is taken."))
    bar.resize(600, bar.sizeHint().height())
    plain = bar._text.sizeHint().width()
    bar.say(Message("a is taken."))
    assert plain > bar._text.sizeHint().width()
