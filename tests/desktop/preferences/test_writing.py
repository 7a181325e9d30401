"""One's own way of writing: shown, switched at once, and remembered by person."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from desktop.editor.text.typing_habits import TypingHabits
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.preferences.dialog import PreferencesDialog
from desktop.preferences.writing import WritingPage, own_habits
from desktop.settings import LocalSettings
from tests.db.conftest import signed_in


def test_a_habit_that_is_switched_off_counts_at_once_and_is_told(
    door: NewsroomDoor, newsroom: Newsroom, theme: Theme, qtbot: QtBot
) -> None:
    habits, told = TypingHabits(markdown=False), list[tuple[str, bool]]()
    dialog = PreferencesDialog(door, signed_in(newsroom, "reporter"), theme, habits)
    qtbot.addWidget(dialog)
    dialog.habit_switched.connect(lambda name, on: told.append((name, on)))
    page = dialog.pages["writing"]
    assert isinstance(page, WritingPage)
    assert {name: box.isChecked() for name, box in page.boxes.items()} == {
        "marks": True,
        "markdown": False,
        "spelling": True,
        "style": True,
    }
    page.boxes["marks"].click()
    assert (habits, told) == (TypingHabits(marks=False, markdown=False), [("marks", False)])


def test_each_person_has_habits_of_their_own(tmp_path: Path) -> None:
    settings = LocalSettings(tmp_path / "window.ini")
    settings.set_flag("rita/marks", on=False)
    settings.save()
    again = LocalSettings(tmp_path / "window.ini")
    assert own_habits(again, "rita") == TypingHabits(marks=False)
    assert own_habits(again, "otto") == TypingHabits()
