"""Files that are brought in: read beside all else, looked over where there is a doubt, taken in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Account
from desktop.arrivals import story_import
from desktop.arrivals.list_dialog import ArrivalsDialog
from desktop.arrivals.reading import Arrived, files_in
from desktop.arrivals.sheet import ImportSheet
from desktop.arrivals.story_import import StoryImport
from desktop.localization import tr
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.settings import LocalSettings
from desktop.tasks import TaskRunner
from desktop.widgets.message import Message, Tone
from tests.desktop.arrivals.conftest import COPY

DOUBTFUL = (
    "The ferry across the sound will stop on the first of December, the county said, and nobody was asked.\n\n"
    "The last boat leaves at noon, and whoever is late has to wait for the spring to come, said the man at the quay.\n"
)


@pytest.fixture
def imports(door: NewsroomDoor, reporter: Account, theme: Theme, settings: LocalSettings, qtbot: QtBot) -> StoryImport:
    window = QWidget()
    qtbot.addWidget(window)
    imports = StoryImport(door, reporter, theme, settings, lambda: "City", window)
    imports.setProperty("window", window)
    return imports


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """A story that is sure, one in doubt, and what is none."""
    folder = tmp_path / "wires"
    folder.mkdir()
    made = {name: folder / f"{name}.txt" for name in ("doubtful", "empty", "sure")}
    for name, text in (("doubtful", DOUBTFUL), ("empty", ""), ("sure", COPY)):
        made[name].write_text(text, encoding="utf-8")
    return made


def opened(imports: StoryImport, kind: type, qtbot: QtBot):
    """The dialog of a kind, once it is there and nothing is read any more."""
    window: QWidget = imports.property("window")
    qtbot.waitUntil(lambda: bool(window.findChildren(kind)))
    (dialog,) = window.findChildren(kind)
    return dialog


def slugs(newsroom: Newsroom) -> list[str]:
    return sorted(card.slug for card in newsroom.stories.list())


def test_a_file_without_a_doubt_is_imported_and_can_be_looked_at_and_changed(
    imports: StoryImport, files: dict[str, Path], newsroom: Newsroom, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(imports.brought_in), qtbot.waitSignal(imports.said) as said:
        imports.bring_in([files["sure"]])
    message: Message = said.args[0]
    assert (message.tone, message.action) == (Tone.DONE, tr("Look…"))
    assert message.act is not None
    message.act()
    sheet = opened(imports, ImportSheet, qtbot)
    sheet.give_role([0], "kicker")
    with qtbot.waitSignal(imports.brought_in):
        sheet.go.click()
    story = newsroom.stories.get(newsroom.stories.list()[0].id)
    assert (story.kicker, story.slug, story.version) == ("Harbour Courier", "ferry-line-close", 2)


def test_a_file_in_doubt_opens_its_sheet_and_ok_imports_what_it_shows(
    imports: StoryImport, files: dict[str, Path], newsroom: Newsroom, qtbot: QtBot
) -> None:
    imports.bring_in([files["doubtful"]])
    sheet = opened(imports, ImportSheet, qtbot)
    assert slugs(newsroom) == []
    sheet.give_role([1], "headline")
    with qtbot.waitSignal(imports.brought_in):
        sheet.go.click()
    assert newsroom.stories.list()[0].headline.startswith("The last boat")


def test_cancel_imports_nothing(
    imports: StoryImport, files: dict[str, Path], newsroom: Newsroom, runner: TaskRunner, qtbot: QtBot
) -> None:
    imports.bring_in([files["doubtful"]])
    sheet = opened(imports, ImportSheet, qtbot)
    with qtbot.waitSignal(imports.said) as said:
        sheet.cancel.click()
    assert said.args[0].sentence == tr("Nothing was imported.")
    assert runner.wait()
    assert slugs(newsroom) == []


def listed(imports: StoryImport, files: dict[str, Path], qtbot: QtBot) -> ArrivalsDialog:
    """The list of the files of the folder, all of them read."""
    imports.bring_in([files["sure"].parent])
    dialog: ArrivalsDialog = opened(imports, ArrivalsDialog, qtbot)
    qtbot.waitUntil(dialog.go.isEnabled)
    return dialog


def test_the_files_of_a_folder_are_listed_doubts_first_each_with_its_sentence(
    imports: StoryImport, files: dict[str, Path], newsroom: Newsroom, qtbot: QtBot
) -> None:
    dialog = listed(imports, files, qtbot)
    rows = [(item.text(0), item.text(2)) for item in dialog._items()]
    assert rows[0] == ("doubtful.txt", "No headline was found.")
    assert rows[1][0] == "empty.txt"
    assert "is empty" in rows[1][1]
    assert rows[2] == ("sure.txt", "")
    with qtbot.waitSignal(imports.said) as said:
        dialog.go.click()
    assert "is empty" in said.args[0].sentence
    assert len(slugs(newsroom)) == 2


def test_what_is_not_ticked_is_not_imported(
    imports: StoryImport, files: dict[str, Path], newsroom: Newsroom, qtbot: QtBot
) -> None:
    dialog = listed(imports, files, qtbot)
    dialog._items()[0].setCheckState(0, Qt.CheckState.Unchecked)
    with qtbot.waitSignal(imports.brought_in):
        dialog.go.click()
    assert slugs(newsroom) == ["ferry-line-close"]


def test_a_text_of_the_list_is_looked_over_in_its_sheet(
    imports: StoryImport, files: dict[str, Path], newsroom: Newsroom, qtbot: QtBot
) -> None:
    dialog = listed(imports, files, qtbot)
    dialog.rows.itemActivated.emit(dialog._items()[0], 0)
    (sheet,) = dialog.findChildren(ImportSheet)
    sheet.give_role([1], "headline")
    sheet.go.click()
    assert dialog._items()[0].text(1).startswith("The last boat")
    assert dialog._items()[0].text(2) == ""
    with qtbot.waitSignal(imports.brought_in):
        dialog.go.click()
    assert "The last boat" in " ".join(card.headline for card in newsroom.stories.list())


def test_what_takes_a_while_is_listed_and_stopping_keeps_what_was_read(
    imports: StoryImport, files: dict[str, Path], newsroom: Newsroom, runner: TaskRunner, qtbot: QtBot, monkeypatch
) -> None:
    read = story_import.read_arriving

    def read_one_for_ever(newsroom: Newsroom, path: Path, *, progress: Callable[[float], None]) -> list[Arrived]:
        while path == files["sure"]:
            progress(0.5)
        return read(newsroom, path, progress=progress)

    monkeypatch.setattr(story_import, "read_arriving", read_one_for_ever)
    monkeypatch.setattr(story_import, "_SAID_AFTER", 0.0)
    imports.bring_in([files["sure"].parent])
    dialog = opened(imports, ArrivalsDialog, qtbot)
    qtbot.waitUntil(lambda: len(dialog.arrived) == 2)
    assert not dialog.go.isEnabled()
    dialog.stop.click()
    assert runner.wait()
    with qtbot.waitSignal(imports.brought_in):
        dialog.go.click()
    assert len(slugs(newsroom)) == 1


def test_one_file_that_takes_a_while_can_be_stopped(
    imports: StoryImport, files: dict[str, Path], newsroom: Newsroom, runner: TaskRunner, qtbot: QtBot, monkeypatch
) -> None:
    def read_for_ever(newsroom: Newsroom, path: Path, *, progress: Callable[[float], None]) -> None:
        while True:
            progress(0.5)

    monkeypatch.setattr(story_import, "read_arriving", read_for_ever)
    monkeypatch.setattr(story_import, "_SAID_AFTER", 0.0)
    with qtbot.waitSignal(imports.said) as said:
        imports.bring_in([files["sure"]])
    message: Message = said.args[0]
    assert (message.sentence, message.action) == (tr("Reading…"), tr("Stop"))
    assert message.act is not None
    with qtbot.waitSignal(imports.said) as stopped:
        message.act()
    assert runner.wait()
    assert stopped.args[0].sentence == tr("Nothing was imported.")
    assert newsroom.stories.list() == []


def test_writes_go_on_while_files_are_read(
    imports: StoryImport, files: dict[str, Path], door: NewsroomDoor, runner: TaskRunner, monkeypatch
) -> None:
    written: list[str] = []

    def write(newsroom: Newsroom) -> None:
        written.append("saved")

    def read_after_a_write(newsroom: Newsroom, path: Path, *, progress: Callable[[float], None]) -> list[Arrived]:
        while not written:
            progress(0.0)
        return []

    monkeypatch.setattr(story_import, "read_arriving", read_after_a_write)
    imports.bring_in([files["sure"]])
    door.write(write)
    assert runner.wait()
    assert written == ["saved"]


def test_files_of_folders_are_found_and_hidden_ones_are_not(newsroom: Newsroom, files: dict[str, Path]) -> None:
    (files["sure"].parent / ".hidden").write_text("x", encoding="utf-8")
    (files["sure"].parent / "inner").mkdir()
    assert files_in(newsroom, [files["sure"], files["sure"].parent]) == [files["sure"], *sorted(files.values())]


def test_an_empty_folder_is_told(imports: StoryImport, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "none").mkdir()
    with qtbot.waitSignal(imports.said) as said:
        imports.bring_in([tmp_path / "none"])
    assert said.args[0].tone is Tone.REFUSED


def many(folder: Path, number: int) -> list[Path]:
    paths = [folder / f"{at}.txt" for at in range(number)]
    for at, path in enumerate(paths):
        path.write_text(COPY.replace("Ferry line", f"Ferry {at} line"), encoding="utf-8")
    return paths


def test_many_are_taken_in_a_few_at_a_time_and_how_many_wait_is_said(
    imports: StoryImport, newsroom: Newsroom, tmp_path: Path, qtbot: QtBot
) -> None:
    said: list[str] = []
    imports.said.connect(lambda message: said.append(message.sentence))
    with qtbot.waitSignal(imports.brought_in, timeout=30_000):
        imports.bring_in(many(tmp_path, 12))
    assert [sentence for sentence in said if sentence.startswith("Importing")] == [
        "Importing 12 stories …", "Importing 7 stories …", "Importing 2 stories …",
    ]  # fmt: skip
    assert len(slugs(newsroom)) == 12


def test_taking_in_can_be_stopped_and_what_was_left_is_said(
    imports: StoryImport, newsroom: Newsroom, tmp_path: Path, qtbot: QtBot
) -> None:
    said: list[Message] = []
    imports.said.connect(said.append)
    imports.said.connect(lambda message: message.action == tr("Stop") and message.act and message.act())
    with qtbot.waitSignal(imports.brought_in, timeout=30_000):
        imports.bring_in(many(tmp_path, 12))
    assert "7 stories were not imported." in said[-1].sentence
    assert len(slugs(newsroom)) == 5
