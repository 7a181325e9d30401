"""The list of arriving files says of each what there is to look at, whole."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.arrivals.list_dialog import ArrivalsDialog
from desktop.arrivals.reading import Arrived
from desktop.look.theme import Theme
from desktop.settings import LocalSettings


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot, tmp_path: Path) -> ArrivalsDialog:
    made = ArrivalsDialog(theme, LocalSettings(tmp_path / "window.ini"))
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_refusal_is_said_without_the_name_that_stands_beside_it(dialog: ArrivalsDialog) -> None:
    dialog.add(
        [Arrived(Path("a.pdf"), refusal="a.pdf is empty."), Arrived(Path("b"), refusal="There is no such file.")]
    )
    assert [item.text(2) for item in dialog._items()] == ["It is empty.", "There is no such file."]


def test_a_long_sentence_takes_the_height_it_needs_at_each_width(dialog: ArrivalsDialog, qtbot: QtBot) -> None:
    dialog.add([Arrived(Path("a"), refusal="It is short."), Arrived(Path("b"), refusal="It is long. " * 40)])
    short, long = dialog._items()

    def taken() -> int:
        return dialog.rows.visualItemRect(long).height() - dialog.rows.visualItemRect(short).height()

    qtbot.waitUntil(lambda: taken() > 0)
    narrow = taken()
    dialog.resize(dialog.width() * 2, dialog.height())
    qtbot.waitUntil(lambda: 0 <= taken() < narrow)
