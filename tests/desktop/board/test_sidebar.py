"""The sidebar: one view is current at any time, each says how many stories it holds."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.values import SignedIn
from desktop.board.sidebar import Sidebar
from desktop.board.views import View, sections
from desktop.look.theme import Theme


@pytest.fixture
def sidebar(theme: Theme, reporter: SignedIn, qtbot: QtBot) -> Sidebar:
    """The views of a reporter in a newsroom of two desks."""
    made = Sidebar(theme)
    qtbot.addWidget(made)
    made.set_sections(sections(reporter, ["City", "Sport"]), "desk:Sport")
    made.resize(220, 500)
    made.show()
    return made


def test_the_view_that_was_asked_for_is_current_or_else_the_first(sidebar: Sidebar, reporter: SignedIn) -> None:
    assert sidebar.currentIndex().data() == "Sport"
    sidebar.set_sections(sections(reporter, ["City"]), "desk:Sport")
    assert sidebar.currentIndex().data() == "My work"


def test_choosing_a_view_tells_of_it(sidebar: Sidebar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sidebar.chosen) as told:
        assert sidebar.choose("desk:City")
    view = told.args[0] if told.args else None
    assert isinstance(view, View)
    assert view.key == "desk:City"
    assert not sidebar.choose("desk:Arts")


def test_keys_pass_over_headings(sidebar: Sidebar, qtbot: QtBot) -> None:
    qtbot.keyClick(sidebar, Qt.Key.Key_Down)
    assert sidebar.currentIndex().data() == "Ready for print"


def test_each_view_reads_out_its_number(sidebar: Sidebar) -> None:
    sidebar.set_counts({"desk:Sport": 3})
    assert sidebar.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == "Sport, 3 stories"
    sidebar.choose("desk:City")
    assert sidebar.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) == "City, 0 stories"


def test_one_sees_that_the_sidebar_has_the_keyboard(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.activateWindow()
    qtbot.waitUntil(sidebar.isActiveWindow)
    sidebar.setFocus()
    focused = sidebar.grab().toImage()
    sidebar.clearFocus()
    assert sidebar.grab().toImage() != focused
