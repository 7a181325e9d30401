"""A menu of choices: the chosen one is checked, and another takes its place."""

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.widgets.choice_menu import fill_choices


def test_one_is_checked_and_whatever_the_menu_had_before_is_gone(qtbot: QtBot) -> None:
    menu, chosen = QMenu(), list[str]()
    qtbot.addWidget(menu)
    fill_choices(menu, {"a": "Before"}, "a")
    fill_choices(menu, {"x": "Left", "y": "Right"}, "y").triggered.connect(lambda one: chosen.append(one.data()))
    left, right = menu.actions()
    assert ([left.text(), right.text()], left.isChecked(), right.isChecked()) == (["Left", "Right"], False, True)
    left.trigger()
    assert (chosen, right.isChecked()) == (["x"], False)
