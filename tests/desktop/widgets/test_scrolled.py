"""What is larger than the screen scrolls; all else is shown whole."""

from PySide6.QtWidgets import QLabel, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.look.theme import Theme
from desktop.widgets.scrolled import BodyWidget, Scrolled, ScrolledBody


def scrolled(width: int, height: int, qtbot: QtBot) -> Scrolled:
    inner = QWidget()
    inner.setMinimumSize(width, height)
    area = Scrolled(inner)
    qtbot.addWidget(area)
    return area


def test_what_fits_is_shown_whole(qtbot: QtBot) -> None:
    area = scrolled(200, 300, qtbot)
    inner = area.widget()
    assert inner is not None
    assert area.sizeHint() == inner.sizeHint().expandedTo(inner.minimumSize())


def test_what_is_larger_than_the_screen_asks_for_no_more_than_that_has(qtbot: QtBot) -> None:
    area = scrolled(9000, 9000, qtbot)
    room = area.screen().availableSize()
    assert area.sizeHint().width() < room.width()
    assert area.sizeHint().height() < room.height()
    assert area.minimumSizeHint() == area.sizeHint()


def test_what_is_too_high_alone_is_seen_in_its_whole_width_beside_the_bar(qtbot: QtBot, theme: Theme) -> None:
    area = scrolled(200, 9000, qtbot)
    area.resize(area.sizeHint())
    area.show()
    assert area.viewport().width() == 200


def test_a_list_in_a_dialog_shrinks_before_all_of_it_scrolls(qtbot: QtBot) -> None:
    inner, listed = BodyWidget(), QListWidget()
    layout = QVBoxLayout(inner)
    layout.addWidget(QLabel("Lines " * 20, wordWrap=True))
    layout.addWidget(listed)
    body = ScrolledBody(inner)
    qtbot.addWidget(body)
    body.resize(300, body.heightForWidth(300) - 60)
    body.show()
    assert inner.height() == body.viewport().height()
    assert listed.height() < listed.sizeHint().height()
