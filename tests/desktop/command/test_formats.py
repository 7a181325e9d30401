"""`galley formats`: the list, checking files, and adding one's own, without opening the newsroom."""

import json
from pathlib import Path

import pytest

from desktop.command.cli import main
from desktop.press.format_folders import own_formats
from exports.formats import format_names
from resources import resource

TABLOID = resource("formats/tabloid.toml").read_text(encoding="utf-8")


@pytest.fixture
def place(tmp_path: Path) -> str:
    """Where a newsroom would be."""
    return str(tmp_path / "room" / "galley.db")


def test_the_list_names_every_format_its_page_and_whose_it_is(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["formats", "--db", place]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == format_names()
    assert "shipped  280 × 400 mm" in lines[-1]
    assert main(["formats", "--json", "--db", place]) == 0
    assert json.loads(capsys.readouterr().out)[-1]["columns"] == 5


def test_an_own_format_is_checked_added_and_listed(
    tmp_path: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sunday.toml"
    path.write_text(TABLOID, encoding="utf-8")
    assert main(["formats", "check", str(path), "--db", place]) == 0
    assert main(["formats", "add", str(path), "--db", place]) == 0
    assert (tmp_path / "room" / "formats" / "sunday.toml").is_file()
    main(["formats", "--db", place])
    assert "sunday           own " in capsys.readouterr().out


def test_a_format_is_written_through_no_link(tmp_path: Path, place: str) -> None:
    """Neither one of its own name, nor one under the name it is written as until it is whole."""
    elsewhere, folder = tmp_path / "elsewhere.toml", own_formats(place)
    elsewhere.write_text("mine")
    folder.mkdir(parents=True)
    (tmp_path / "sunday.toml").write_text(TABLOID, encoding="utf-8")
    for name in ("sunday.toml", ".sunday.toml.part"):
        (folder / name).symlink_to(elsewhere)
    assert main(["formats", "add", str(tmp_path / "sunday.toml"), "--db", place]) == 0
    assert elsewhere.read_text() == "mine"
    assert not (folder / "sunday.toml").is_symlink()


def test_a_wrong_one_is_one_line_with_field_and_line(
    tmp_path: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sunday.toml"
    path.write_text(TABLOID.replace("columns = 5", "colums = 5"), encoding="utf-8")
    assert main(["formats", "check", str(path), "--db", place]) == 1
    assert capsys.readouterr().err == "galley: sunday.toml, line 9: page.colums: there is no such field.\n"
    assert main(["formats", "add", str(path), "--db", place]) == 1
    assert not (tmp_path / "room").exists()


@pytest.mark.parametrize("arguments", [("check",), ("add",), ("list", "x.toml")])
def test_what_makes_no_sense_is_refused(arguments: tuple[str, ...], place: str) -> None:
    assert main(["formats", *arguments, "--db", place]) == 1


def test_a_newsroom_on_a_server_keeps_its_formats_with_the_user_or_in_a_shared_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert own_formats("postgresql://host/paper") == tmp_path / "galley" / "formats"
    monkeypatch.setenv("GALLEY_FORMATS", str(tmp_path / "shared"))
    assert own_formats("postgresql://host/paper") == tmp_path / "shared"
    assert own_formats(str(tmp_path / "galley.db")) == tmp_path / "shared"
