"""The field for a folder: what is typed or chosen, as a whole path or none."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.widgets.folder import FolderField


@pytest.fixture
def field(qtbot: QtBot) -> FolderField:
    """A field that holds a folder."""
    made = FolderField(Path("/papers/city"), "Export to")
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("typed", "path"),
    [("/papers/sport ", Path("/papers/sport")), ("~/out", Path.home() / "out"), ("out", None), ("", None)],
)
def test_only_a_whole_path_is_a_folder(typed: str, path: Path | None, field: FolderField) -> None:
    assert field.path == Path("/papers/city")
    field.edit.setText(typed)
    assert field.path == path


@pytest.mark.parametrize(("answer", "path"), [("/papers/arts", "/papers/arts"), ("", "/papers/city")])
def test_what_is_chosen_is_typed_and_giving_up_changes_nothing(
    answer: str, path: str, field: FolderField, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr(
        QFileDialog, "getExistingDirectory", lambda _, title, where: asked.append((title, where)) or answer
    )
    field.choose.click()
    assert asked == [("Export to", "/papers/city")]
    assert field.path == Path(path)


def test_it_says_that_it_changed(field: FolderField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.changed):
        field.edit.setText("/papers")
