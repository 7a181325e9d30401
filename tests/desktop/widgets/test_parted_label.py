"""A line of words in parts that go where there is no room for them."""

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from desktop.look.theme import Theme
from desktop.widgets.parted_label import APART, PartedLabel

OVER = "▲ 4 lines over · 1.9 cm · about 28 words"
ALL = APART.join((OVER, "44 of 40 lines", "498 words"))


@pytest.fixture
def label(theme: Theme, qtbot: QtBot) -> PartedLabel:
    """The label, as wide as all it says."""
    made = PartedLabel(theme)
    qtbot.addWidget(made)
    made.say(ALL, "tip")
    made.resize(made.sizeHint())
    made.show()
    return made


def wide_for(label: PartedLabel, text: str) -> int:
    """Pixels that some words need."""
    return label.fontMetrics().horizontalAdvance(text) + 1


def test_where_there_is_room_all_of_it_is_said(label: PartedLabel) -> None:
    assert "498 words" in label.text()
    assert label.toolTip() == "tip"


def test_its_parts_stand_as_far_apart_as_was_measured(label: PartedLabel) -> None:
    drawn = QTextDocument()
    drawn.setDefaultFont(label.font())
    drawn.setHtml(label.text())
    assert APART in drawn.toRawText()
    assert drawn.idealWidth() >= label.fontMetrics().horizontalAdvance(ALL)


@pytest.mark.parametrize(
    ("kept", "gone"),
    [
        (APART.join((OVER, "44 of 40 lines")), "498"),
        (OVER, "44"),
        ("▲ 4 lines over · 1.9 cm", "28"),
        ("▲ 4 lines over", "1.9"),
    ],
)
def test_parts_go_from_the_end_and_then_pieces_of_the_first(label: PartedLabel, kept: str, gone: str) -> None:
    label.resize(wide_for(label, kept), 20)
    assert kept.split(APART)[-1] in label.text()
    assert gone not in label.text()
    assert label.toolTip() == f"{ALL}\ntip"
    assert label.minimumSizeHint().width() == 0


def test_what_is_wrong_has_the_colour_of_that(label: PartedLabel, theme: Theme) -> None:
    assert label.text().startswith(f'<span style="color: {theme.color("bad").name()}">▲')
    label.say("<b>")
    assert label.text() == "&lt;b&gt;"
