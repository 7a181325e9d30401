"""A ferry's story as it arrives, in one piece of whose original much may be wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.intake import read_bytes
from db.intake.doubts import doubts_of
from desktop.arrivals.reading import Arrived
from desktop.arrivals.sheet import ImportSheet
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.settings import LocalSettings

SITE, TITLE, NAME, SHARE, LEDE, LAST = range(6)
"""Parts of the copy."""
COPY = (
    "Harbour Courier\n\nFerry line to close for the winter\n\nBy Ida Holm\n\nShare this article\n\n"
    "The ferry across the sound and the café on it will stop on the first of December, the county said on Monday.\n\n"
    "People who live at the quay said that nobody had asked them, and that they would write to the minister.\n"
)

OpenSheet = Callable[..., ImportSheet]


def arrived(path: Path, copy: str = COPY, charset: str = "utf-8") -> Arrived:
    """What a file brings that holds the copy."""
    path.write_bytes(copy.encode(charset))
    draft = read_bytes(path.read_bytes(), path.name)
    return Arrived(path, draft, doubts=doubts_of(draft))


@pytest.fixture
def settings(tmp_path: Path) -> LocalSettings:
    return LocalSettings(tmp_path / "own.ini")


@pytest.fixture
def open_sheet(theme: Theme, door: NewsroomDoor, settings: LocalSettings, tmp_path: Path, qtbot: QtBot) -> OpenSheet:
    """Opens the sheet of a file with that copy."""

    def make(copy: str = COPY, charset: str = "utf-8", others: tuple[Arrived, ...] = ()) -> ImportSheet:
        sheet = ImportSheet(theme, door, settings, arrived(tmp_path / "ferry.txt", copy, charset), others)
        qtbot.addWidget(sheet)
        sheet.show()
        return sheet

    return make
