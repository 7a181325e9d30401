"""The one function that finds the files we ship."""

import pytest

from resources import resource


def test_a_file_is_found_by_its_path() -> None:
    assert resource("formats/tabloid.toml").read_text(encoding="utf-8").count("label = ")


def test_a_folder_is_found_too() -> None:
    assert resource("formats/tabloid.toml") in resource("formats").iterdir()


def test_what_is_not_shipped_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"Galley ships no formats/no-such\.toml"):
        resource("formats/no-such.toml")
