"""A key has painted anew what it changes, and nothing that it changes stays as it was on the screen."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage, QPaintEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.editor.text.galley.changed_lines import Seen, changed_reach
from desktop.look.theme import Theme
from exports.formats import load_format
from exports.typeset import StoryLayout
from exports.typeset.galley.body_setting import body_setting
from exports.typeset.galley.galley_block import GalleyBlock, GalleyLine
from tests.bench.galley import Desk, make_desk
from tests.bench.texts import stories


def line(start: int, end: int, y: float) -> GalleyLine:
    """A line of some characters at a height."""
    return GalleyLine(start, end, 0.0, 100.0, y, 90.0, 2.0, 9.0, 1.0, ())


def seen(text: str, *lines: GalleyLine) -> Seen:
    """A block with these lines."""
    return Seen(GalleyBlock(len(lines), lines), text)


def test_only_the_line_that_is_written_in_is_other_than_before() -> None:
    before = seen("one two three", line(0, 3, 10), line(4, 7, 20), line(8, 13, 30))
    now = seen("one twos three", line(0, 3, 10), line(4, 8, 20), line(9, 14, 30))
    assert changed_reach(before, now) == (20, 20)


def test_spaces_before_a_line_and_behind_it_count() -> None:
    before = seen("one two", line(0, 3, 10), line(4, 7, 20))
    assert changed_reach(before, seen("one  two", line(0, 3, 10), line(5, 8, 20))) == (10, 10)
    assert changed_reach(before, seen(" one two", line(1, 4, 10), line(5, 8, 20))) == (10, 10)
    assert changed_reach(before, before) is None


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, qapp: QApplication) -> Iterator[Desk]:
    """A desk on the screen with a story as its pages have it, its cursor still."""
    desk, story, fmt = make_desk(theme), next(iter(stories(1))), load_format("tabloid")
    ground = QScrollArea()
    ground.setStyleSheet("background: white")
    ground.setWidgetResizable(True)
    ground.setWidget(desk.body)
    qtbot.addWidget(ground)
    ground.resize(640, 700)
    ground.show()
    desk.open(story, fmt)
    desk.view.adopt(body_setting(StoryLayout(replace(story, body=desk.body.read()), fmt, {})))
    desk.view.aim(20)
    desk.body.setFocus()
    qtbot.waitUntil(lambda: not desk.view._rest.awaited)
    flashed = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield desk
    qapp.setCursorFlashTime(flashed)


KEYS = (
    Qt.Key.Key_A, Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_B,
    Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace,
)  # fmt: skip


def test_what_keys_have_painted_is_what_is_seen_when_all_is_painted(desk: Desk, qapp: QApplication) -> None:
    cursor = desk.body.textCursor()
    cursor.setPosition(200)
    desk.body.setTextCursor(cursor)
    window = desk.body.window()
    for key in KEYS:
        QTest.keyClick(desk.body, key)
        qapp.processEvents()
        on_screen = window.screen().grabWindow(window.winId())
        assert plain(on_screen) == plain(window.grab()), key


def plain(pixels: QPixmap) -> QImage:
    """An image that can be compared."""
    return pixels.toImage().convertToFormat(QImage.Format.Format_RGB32)


class Painted(QObject):
    """Heights of what a widget paints."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.heights = list[int]()
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take note of what is painted."""
        if isinstance(event, QPaintEvent):
            self.heights.append(event.rect().height())
        return False


def test_a_key_has_its_own_line_painted_and_not_the_page(desk: Desk, qapp: QApplication) -> None:
    cursor = desk.body.textCursor()
    cursor.setPosition(desk.body.toPlainText().index("\n"))
    desk.body.setTextCursor(cursor)
    qapp.processEvents()
    painted = Painted(desk.body.viewport())
    QTest.keyClick(desk.body, Qt.Key.Key_A)
    qapp.processEvents()
    assert 0 < max(painted.heights) < 150
