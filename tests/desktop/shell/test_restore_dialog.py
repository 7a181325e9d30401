"""A backup takes the place of a newsroom only when its chief has confirmed it."""

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.errors import Refused
from db.newsroom import Newsroom, open_newsroom
from db.store.tables import SettingRow
from db.store.unit_of_work import own_change
from db.upkeep.backup import back_up, check
from db.upkeep.restore import newsroom_in
from desktop.look.theme import Theme
from desktop.shell.restore_dialog import RestoreDialog, StandingNewsroom, confirm, restore_over, standing_at
from desktop.tasks import TaskRunner
from tests.db.conftest import PASSWORD


@pytest.fixture
def place(newsroom: Newsroom, staffed: Path, tmp_path: Path) -> Path:
    """Another newsroom than the one that is open, with a backup of that beside it."""
    back_up(newsroom, tmp_path / "copy.db")
    shutil.copy(staffed, tmp_path / "other.db")
    return tmp_path / "other.db"


def test_what_stands_at_a_place_names_its_chiefs(place: Path, tmp_path: Path) -> None:
    standing = standing_at(place, tmp_path / "copy.db")
    assert standing is not None
    assert [one.login for one in standing.chiefs] == ["chief"]
    opened = open_newsroom(place)
    assert (standing.identity, standing.name) == (opened.identity, opened.name)
    opened.close()


@pytest.mark.parametrize("content", [None, b"", b"no newsroom", b"SQLite format 3\0" + b"\0" * 9_000])
def test_where_no_newsroom_stands_nobody_is_asked(content: bytes | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "other.db").write_bytes(content)
    assert standing_at(tmp_path / "other.db", tmp_path / "copy.db") is None


def test_only_who_may_restore_there_confirms(place: Path, tmp_path: Path) -> None:
    standing = standing_at(place, tmp_path / "copy.db")
    assert standing is not None
    confirm(standing, "chief", PASSWORD)
    with pytest.raises(Refused, match="Only the chief may put a backup"):
        confirm(standing, "editor", PASSWORD)
    with pytest.raises(Refused, match="password"):
        confirm(standing, "chief", "a guess")


def test_a_newsroom_that_came_to_stand_there_meanwhile_is_not_restored_over(place: Path, tmp_path: Path) -> None:
    before, backup = place.read_bytes(), tmp_path / "copy.db"
    standing = standing_at(place, backup)
    assert standing is not None
    for confirmed in (None, replace(standing, identity="another one")):
        with pytest.raises(Refused, match="is another newsroom now"):
            restore_over(backup, place, confirmed)
    assert place.read_bytes() == before
    made = restore_over(backup, place, standing)
    assert made.aside is not None
    assert check(made.aside).counts == check(place).counts


def call_it(place: Path, identity: str, name: str) -> None:
    """Have a file say that it is the newsroom of that identity and name, and vouch for it."""
    with closing(open_newsroom(place)) as newsroom, own_change(newsroom) as unit:
        for key, value in (("identity", identity), ("name", name)):
            row = unit.session.get(SettingRow, key) or SettingRow(key=key)
            row.value = value
            unit.session.add(row)
            unit.seal(row)
        unit.record("found")


@pytest.fixture
def standing(place: Path, tmp_path: Path) -> StandingNewsroom:
    """The Harbour Post, over which a backup of another newsroom is to be put."""
    call_it(place, "of its own", "Harbour Post")
    found = standing_at(place, tmp_path / "copy.db")
    assert found is not None
    return found


def test_a_backup_of_another_newsroom_is_not_put_there_as_one_of_the_same(
    standing: StandingNewsroom, tmp_path: Path
) -> None:
    assert (standing.name, bool(standing.other)) == ("Harbour Post", True)
    with pytest.raises(Refused, match="backup of another newsroom"):
        restore_over(tmp_path / "copy.db", standing.place, replace(standing, other=""))
    made = restore_over(tmp_path / "copy.db", standing.place, standing)
    found = newsroom_in(standing.place)
    assert found is not None and made.aside is not None
    assert found.name == standing.other


def test_only_who_types_the_name_of_the_newsroom_that_goes_may_confirm_it(
    standing: StandingNewsroom, tmp_path: Path, theme: Theme, runner: TaskRunner, qtbot: QtBot
) -> None:
    dialog = RestoreDialog(theme, tmp_path / "copy.db", standing, runner)
    qtbot.addWidget(dialog)
    dialog.show()
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert f"no backup of Harbour Post: it is of another newsroom, {standing.other}." in said
    assert dialog.focusWidget() is dialog.name
    dialog.password.setText(PASSWORD)
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    assert not dialog.go.isEnabled()
    dialog.name.setText("Harbour Post")
    with qtbot.waitSignal(dialog.accepted):
        dialog.go.click()
