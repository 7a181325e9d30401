"""What the window remembers on this computer, also when the file says something else."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from desktop.look.theme import ThemeChoice
from desktop.settings import LocalSettings


def test_what_was_set_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "window.ini"
    before = LocalSettings(path)
    before.theme, before.view, before.login, before.folder = ThemeChoice.DARK, "desk:City", "nora", tmp_path
    before.geometry = QByteArray(b"placed")
    before.save()
    after = LocalSettings(path)
    assert (after.theme, after.view, after.login, after.folder) == (ThemeChoice.DARK, "desk:City", "nora", tmp_path)
    assert after.geometry == QByteArray(b"placed")


def test_eight_newsrooms_are_remembered_the_last_first_and_each_once(tmp_path: Path) -> None:
    settings = LocalSettings(tmp_path / "window.ini")
    assert settings.recent == []
    for number in range(10):
        settings.remember(f"/papers/{number}.db")
    settings.remember("/papers/5.db")
    assert settings.recent == [f"/papers/{number}.db" for number in (5, 9, 8, 7, 6, 4, 3, 2)]


def test_a_single_newsroom_is_read_back_as_a_list(tmp_path: Path) -> None:
    path = tmp_path / "window.ini"
    settings = LocalSettings(path)
    settings.remember("/papers/1.db")
    settings.save()
    assert LocalSettings(path).recent == ["/papers/1.db"]


@pytest.mark.parametrize("folder", ["", "relative/folder", "/nowhere/at/all"])
def test_a_folder_that_is_none_is_one_s_home(folder: str, tmp_path: Path) -> None:
    settings = LocalSettings(tmp_path / "window.ini")
    settings.folder = Path(folder)
    assert settings.folder == Path.home()


def test_a_file_that_says_nonsense_is_as_none(tmp_path: Path) -> None:
    path = tmp_path / "window.ini"
    raw = QSettings(str(path), QSettings.Format.IniFormat)
    for key in ("window/theme", "window/geometry", "board/view"):
        raw.setValue(key, ["a", "b"])
    raw.sync()
    settings = LocalSettings(path)
    assert (settings.theme, settings.view, settings.geometry.size()) == (ThemeChoice.SYSTEM, "", 0)
