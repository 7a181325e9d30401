"""Words with links in them, as a screen reader finds them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.widgets.link_label import LinkLabel


@pytest.fixture
def label(qtbot: QtBot) -> LinkLabel:
    """A label with two links."""
    label = LinkLabel('<a href="reply">Reply</a> · <a href="resolve">Keep &amp; resolve</a>')
    qtbot.addWidget(label)
    label.show()
    return label


def names(label: LinkLabel) -> list[str]:
    """The buttons that are found in it."""
    found = QAccessible.queryAccessibleInterface(label)
    parts = [found.child(number) for number in range(found.childCount())]
    return [one.text(QAccessible.Text.Name) for one in parts if one.role() == QAccessible.Role.Button]


def test_each_link_is_a_button_and_pressing_it_follows_the_link(label: LinkLabel, qtbot: QtBot) -> None:
    assert names(label) == ["Reply", "Keep & resolve"]
    with qtbot.waitSignal(label.linkActivated) as told:
        QAccessible.queryAccessibleInterface(label).child(1).actionInterface().doAction("Press")
    assert told.args == ["resolve"]


def test_buttons_are_those_of_the_words_that_are_shown_now(label: LinkLabel, qtbot: QtBot) -> None:
    label.setText('Resolved: <a href="fold">Who pays?</a>')
    qtbot.waitUntil(lambda: names(label) == ["Who pays?"])


def test_neither_mouse_nor_tab_meets_the_buttons(label: LinkLabel) -> None:
    assert label.childAt(2, 2) is None
    assert all(one.focusPolicy() is Qt.FocusPolicy.NoFocus for one in label.findChildren(QAbstractButton))
