"""The wheel over a field scrolls what it stands in and changes nothing: so it is with every field of the program."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.look.theme import make_theme
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.due_field import DueField
from desktop.widgets.number import NumberField

DESKTOP = Path(__file__).resolve().parents[3] / "desktop"
_BARE = re.compile(
    r"\bQ(?:ComboBox|FontComboBox|SpinBox|DoubleSpinBox|DateEdit|TimeEdit|DateTimeEdit|Slider|Dial)(?:\(|\):)"
)
"""A field of Qt's own, made or built upon."""
_OURS = {"choice_box.py", "number.py", "due_field.py"}


def choice() -> ChoiceBox:
    box = ChoiceBox()
    box.addItems(["one", "two", "three"])
    box.setCurrentIndex(1)
    return box


def due() -> DueField:
    field = DueField(make_theme("light"))
    field.setDateTime(QDateTime(2026, 11, 24, 12, 0, 0))
    return field


FIELDS = {
    "choice": (choice, ChoiceBox.currentIndex), "due": (due, DueField.dateTime),
    "number": (lambda: NumberField(value=5), NumberField.value),
}  # fmt: skip


def roll(field: QWidget) -> bool:
    """Turn the wheel up over a field; whether the field took it."""
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, event)
    return event.isAccepted()


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_keeps_its_value_and_lets_the_wheel_go_on_and_keys_change_it(name: str, qtbot: QtBot) -> None:
    make, value = FIELDS[name]
    field = make()
    qtbot.addWidget(field)
    before = value(field)
    assert not roll(field)
    assert value(field) == before
    assert not field.focusPolicy().value & Qt.FocusPolicy.WheelFocus.value & ~Qt.FocusPolicy.StrongFocus.value
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert value(field) != before


def test_every_field_of_the_program_is_one_of_these() -> None:
    bare = [path.name for path in DESKTOP.rglob("*.py") if path.name not in _OURS and _BARE.search(path.read_text())]
    assert bare == []
