"""The field for a number: a spin box whose text keeps off its frame."""

from pytestqt.qtbot import QtBot

from desktop.look.theme import GRID
from desktop.widgets.number import NumberField


def test_it_takes_what_a_spin_box_takes_and_sets_its_text_in(qtbot: QtBot) -> None:
    field = NumberField(minimum=2, maximum=8, value=99)
    qtbot.addWidget(field)
    assert field.value() == 8
    assert field.lineEdit().textMargins().left() == 2 * GRID
