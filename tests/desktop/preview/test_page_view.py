"""A page painted from its sheet: fitted and centred, a place marked, a press told in points."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.look.press_faces import PressFaces
from desktop.look.theme import Theme
from desktop.preview.page_view import PageView
from exports.formats import load_format
from exports.typeset import StoryLayout, sheets_of
from tests.exports.conftest import WORDS, make_story


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> PageView:
    """A view of two pages."""
    view = PageView(theme)
    qtbot.addWidget(view)
    view.resize(300, 500)
    view.show()
    sheets = sheets_of(StoryLayout(make_story(*[WORDS] * 40), load_format("galley"), {}))
    view.show_sheets(sheets[:2], PressFaces(), lambda *_: QImage())
    return view


def test_a_page_fits_the_pane_and_stands_in_its_middle(view: PageView) -> None:
    box, room = view.page_box(), view.viewport().rect()
    assert QRectF(room).contains(box)
    assert abs(box.center().x() - room.width() / 2) < 1
    assert view.widget().size() == room.size()


def test_a_page_is_painted_bit_by_bit_and_the_one_before_is_seen_meanwhile(
    view: PageView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: not view._desk._slices.awaited)
    monkeypatch.setattr("desktop.spare_time.SLICE", 0.0)
    before = view._desk._page
    view.go_to(1)
    view._desk._slices.work()
    assert view._desk._page is before
    qtbot.waitUntil(lambda: view._desk._page is not before)


def test_ink_is_seen_where_a_line_stands(view: PageView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not view._desk._slices.awaited)
    line, box = view._sheets[0].lines[3], view.page_box()
    image = view.widget().grab().toImage()
    row = round(box.top() + (line.y - 2) * view.scale)
    shades = {image.pixelColor(round(box.left() + (line.x + x) * view.scale), row).lightness() for x in range(100)}
    assert min(shades) < 200


def test_a_press_is_told_in_points_of_the_page(view: PageView, qtbot: QtBot) -> None:
    at = view.page_box().topLeft() + QPointF(50, 80) * view.scale
    with qtbot.waitSignal(view.clicked) as clicked:
        qtbot.mouseClick(view.widget(), Qt.MouseButton.LeftButton, pos=at.toPoint())
    page, point = clicked.args
    assert page == 0
    assert (point.x(), point.y()) == pytest.approx((50, 80), abs=1.5 / view.scale)


def test_the_page_that_is_written_on_is_shown(view: PageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.page_changed):
        view.mark(1, QRectF(50, 80, 100, 11))
    assert view.page == 1
    view.show_sheets(view._sheets[:1], PressFaces(), lambda *_: QImage())
    assert (view.page, view.pages) == (0, 1)


def test_the_same_pages_are_not_painted_again(view: PageView) -> None:
    view.widget().grab()
    before = view._desk._page.cacheKey()
    view.show_sheets(view._sheets, PressFaces(), lambda *_: QImage())
    view.widget().grab()
    assert view._desk._page.cacheKey() == before
