"""The small windows that only tell something."""

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.look.theme import Theme
from desktop.shell.actions import ACTIONS, BOARD_KEYS, STORY_KEYS
from desktop.shell.help import (
    ShortcutsDialog,
    TextDialog,
    about_dialog,
    not_opened_dialog,
    verified_dialog,
)
from desktop.version import own_version


def words(dialog: TextDialog, qtbot: QtBot) -> str:
    """All that can be read in it."""
    qtbot.addWidget(dialog)
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    return "\n".join([*labels, *(text.toPlainText() for text in dialog.findChildren(QPlainTextEdit))])


def test_every_key_is_told(theme: Theme, qtbot: QtBot) -> None:
    said = words(ShortcutsDialog(theme, None), qtbot).splitlines()
    keys = [spec.shortcut for spec in ACTIONS if spec.shortcut] + [key for key, _ in (*BOARD_KEYS, *STORY_KEYS)]
    assert [key for key in keys if key not in said] == []


def test_about_says_which_galley_on_which_newsroom(theme: Theme, qtbot: QtBot) -> None:
    said = words(about_dialog(theme, "/papers/city.db", None), qtbot)
    assert f"Galley {own_version()}" in said
    assert "Newsroom: /papers/city.db" in said


@pytest.mark.parametrize("why", ["The server is silent.", "city.db is no newsroom."])
def test_why_nothing_opens_is_said(why: str, theme: Theme, qtbot: QtBot) -> None:
    assert why in words(not_opened_dialog(theme, why), qtbot)


def test_each_approval_of_a_sheet_is_listed(theme: Theme, qtbot: QtBot) -> None:
    said = words(verified_dialog(theme, "It is sound.", ["one: Nora Lin", "two: Ana Rui"], None), qtbot)
    assert "It is sound." in said
    assert "one: Nora Lin\ntwo: Ana Rui" in said
