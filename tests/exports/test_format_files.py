"""Files of formats: listed with what is wrong, copied whole into the newsroom's folder or not at all."""

from pathlib import Path

import pytest

from db.errors import NewsroomError
from exports.format_files import add_file, check_file, list_formats
from resources import resource

TABLOID = resource("formats/tabloid.toml")


def test_a_format_that_cannot_be_used_is_listed_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "weekend.toml").write_text("label = ''\n", encoding="utf-8")
    listed = {one.name: one for one in list_formats(tmp_path)}
    assert listed["weekend"].own and listed["weekend"].format is None
    assert "weekend.toml" in listed["weekend"].fault
    assert not listed["tabloid"].own and listed["tabloid"].format and not listed["tabloid"].fault


def test_a_format_and_a_profile_are_told_in_a_line() -> None:
    assert "Tabloid" in check_file(TABLOID)
    assert check_file(resource("icc/ISOcoated_v2_300_bas.icc")) == "a CMYK profile of a press"


@pytest.mark.parametrize("name", ["notes.txt", "tabloid", "tabloid.TXT"])
def test_what_is_neither_is_refused_by_its_name(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(TABLOID.read_bytes())
    with pytest.raises(NewsroomError, match=f"^{name} is neither"):
        add_file(tmp_path / name, tmp_path / "formats")


def test_a_sound_one_is_copied_and_nothing_else_is_left(tmp_path: Path) -> None:
    added = add_file(TABLOID, tmp_path / "formats")
    assert added.read_bytes() == TABLOID.read_bytes()
    assert list((tmp_path / "formats").iterdir()) == [added]


def test_a_wrong_one_is_not_copied(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("label = ''\n", encoding="utf-8")
    with pytest.raises(NewsroomError):
        add_file(wrong, tmp_path / "formats")
    assert not (tmp_path / "formats").exists()


def test_one_that_lies_there_already_stays(tmp_path: Path) -> None:
    added = add_file(TABLOID, tmp_path)
    assert add_file(added, tmp_path) == added
    assert added.read_bytes() == TABLOID.read_bytes()


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "formats").write_text("a file", encoding="utf-8")
    with pytest.raises(NewsroomError, match="cannot be written"):
        add_file(TABLOID, tmp_path / "formats")
