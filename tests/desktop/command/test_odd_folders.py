"""All that the command line reads and writes lies in a folder with an odd name."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from db.newsroom import open_newsroom
from desktop.command.cli import main
from resources import resource
from tests.db.conftest import signed_in
from tests.desktop.command.conftest import PILOTS
from tests.odd_folders import ODD_FOLDERS

PROFILE = "SNAP2007_newsprint_240.icc"


@pytest.mark.parametrize("name", ODD_FOLDERS, ids=ascii)
def test_a_story_goes_from_text_to_page_in_a_folder_of_any_name(
    name: str, staffed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / name
    folder.mkdir()
    shutil.copy(staffed, folder / "galley.db")
    shutil.copy(PILOTS, folder / "story.txt")
    shutil.copy(resource(f"icc/{PROFILE}"), folder / "press.icc")
    format_text = resource("formats/tabloid.toml").read_text(encoding="utf-8")
    (folder / "own.toml").write_text(format_text.replace(PROFILE, "press.icc"), encoding="utf-8")

    def galley(*arguments: str, login: str = "chief") -> str:
        assert main(["--db", str(folder / "galley.db"), "--as", login, *arguments]) == 0, capsys.readouterr().err
        return capsys.readouterr().out

    slug = galley("import", str(folder / "story.txt"), login="reporter").split()[0]
    galley("formats", "add", str(folder / "press.icc"), str(folder / "own.toml"))
    with closing(open_newsroom(folder / "galley.db")) as newsroom:
        newsroom.stories.plan(newsroom.stories.get(slug).id, layout="own", actor=signed_in(newsroom, "reporter"))
    galley("submit", slug)
    galley("approve", slug, login="editor")
    galley("export", slug, "--out", str(folder / "press"))
    (page,) = (folder / "press").iterdir()
    galley("verify", str(page))
    galley("preflight", str(page))
    galley("backup", str(folder / "copy.db"))
    galley("restore", str(folder / "copy.db"))
    assert slug in galley("list")
    assert not list(folder.rglob("*.part"))
