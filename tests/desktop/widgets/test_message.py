"""The message bar: good news goes by itself, a refusal stays, and an action is done once."""

import pytest
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
    ("message", "goes"),
    [
        (Message("Revision 3 is saved.", Tone.DONE), True),
        (Message("The desk is closed.", Tone.REFUSED), False),
        (Message("Exported.", Tone.DONE, "Show it"), False),
    ],
    ids=["good news", "refusal", "with an action"],
)
def test_what_asks_for_something_stays(bar: MessageBar, message: Message, goes: bool) -> None:
    bar.say(message)
    assert bar._timer.isActive() is goes


def test_the_time_of_a_message_begins_with_it(bar: MessageBar) -> None:
    bar.say(Message("Saved.", Tone.DONE))
    bar.say(Message("Refused.", Tone.REFUSED))
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
