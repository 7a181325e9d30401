"""A newsroom founded at the command line."""

from pathlib import Path

import pytest

from db.newsroom import open_newsroom
from db.settings import TIME_ZONE
from db.stages import Role
from desktop.command.cli import main
from tests.desktop.command.test_people import secret


def init(place: Path, password: str, *more: str) -> int:
    """Found the Harbour Post, with Ann as its chief."""
    known = ("--paper", "Harbour Post", "--name", "Ann Lee", "--desks", "City, Sport", "--new-password-file", password)
    return main(["--db", str(place), "init", "ann", *known, *more])


def test_a_newsroom_is_founded_as_in_the_window(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "new" / "post.db"
    assert init(place, secret(tmp_path, "ink-and-paper"), "--time-zone", "Asia/Shanghai") == 0
    out = capsys.readouterr().out.splitlines()
    assert (out[0].split()[:2], out[1]) == (["ann", "chief"], f"{place}  Harbour Post")
    newsroom = open_newsroom(place)
    try:
        assert newsroom.accounts.sign_in("ann", "ink-and-paper").role is Role.CHIEF
        assert (newsroom.desks.all(), newsroom.settings.get(TIME_ZONE)) == (["City", "Sport"], "Asia/Shanghai")
        assert newsroom.audit().passed
    finally:
        newsroom.close()


def test_where_a_newsroom_is_none_is_founded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = secret(tmp_path, "ink-and-paper")
    assert init(tmp_path / "post.db", file) == 0
    assert init(tmp_path / "post.db", file) == 1
    assert "already; nothing was changed" in capsys.readouterr().err


def test_a_password_that_is_too_short_makes_no_newsroom(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert init(tmp_path / "post.db", secret(tmp_path, "ink")) == 1
    assert "at least" in capsys.readouterr().err
    assert not (tmp_path / "post.db").exists()


def test_a_login_that_is_refused_can_be_mended_and_given_again(tmp_path: Path) -> None:
    place, file = tmp_path / "post.db", secret(tmp_path, "ink-and-paper")
    known = ("--paper", "Post", "--name", "Ann", "--desks", "City", "--new-password-file", file)
    assert main(["--db", str(place), "init", "not a login", *known]) == 1
    assert init(place, file) == 0


def test_a_time_zone_there_is_not_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as end:
        init(tmp_path / "post.db", secret(tmp_path, "ink-and-paper"), "--time-zone", "Mars/Base")
    assert end.value.code == 2
