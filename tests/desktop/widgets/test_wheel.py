"""The wheel over a field scrolls the pane it stands in and changes nothing."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.wheel import WheelGuard


def roll(field: QWidget) -> bool:
    """Turn the wheel up over a field; whether the field took it."""
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def test_a_guarded_field_keeps_its_value_and_lets_the_wheel_go_on(qtbot: QtBot) -> None:
    owner, number, choice = QWidget(), QSpinBox(value=5), QComboBox()
    qtbot.addWidget(owner)
    for field in (number, choice):
        field.setParent(owner)
    choice.addItems(["one", "two"])
    choice.setCurrentIndex(1)
    assert roll(number)
    assert number.value() == 6
    guard = WheelGuard(owner, number, choice)
    assert guard.parent() is owner
    assert not roll(number)
    assert not roll(choice)
    assert (number.value(), choice.currentIndex()) == (6, 1)


def test_keys_still_change_it(qtbot: QtBot) -> None:
    number = QSpinBox(value=5)
    qtbot.addWidget(number)
    guard = WheelGuard(number, number)
    qtbot.keyClick(number, Qt.Key.Key_Up)
    assert (number.value(), guard.parent()) == (6, number)
