"""Which newsroom is opened when nobody says, and how an address gets its password."""

from pathlib import Path

import pytest

from db.errors import NeedsPassword, NewsroomError
from db.store.secrets import Secrets
from desktop import newsroom_location
from desktop.newsroom_location import connect, default_newsroom, point_to, pointed_to

ADDRESS = "postgresql://nora@server/paper"


class Keyring(Secrets):
    """Passwords in memory."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[str, str] = {}

    def get(self, name: str) -> str:
        """The password of that name."""
        return self.kept.get(name, "")

    def set(self, name: str, secret: str) -> bool:
        """Keep one."""
        self.kept[name] = secret
        return True


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GALLEY_DB", raising=False)
    monkeypatch.setattr(newsroom_location, "user_config_path", lambda *_, **__: tmp_path / "config")
    monkeypatch.setattr(newsroom_location, "user_data_path", lambda *_, **__: tmp_path / "data")


def test_a_variable_goes_before_the_pointer_and_that_before_one_s_own_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert default_newsroom() == str(tmp_path / "data" / "galley.db")
    point_to("/papers/city.db", Keyring())
    assert default_newsroom() == "/papers/city.db"
    monkeypatch.setenv("GALLEY_DB", "/papers/other.db")
    assert default_newsroom() == "/papers/other.db"


def test_a_pointer_that_cannot_be_read_points_nowhere(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "newsroom.txt").write_bytes(b"\xff\xfe\xff")
    assert pointed_to() == ""


def test_a_password_goes_into_the_keyring_and_not_into_the_file(tmp_path: Path) -> None:
    keyring = Keyring()
    assert point_to("postgresql://nora:secret@server/paper", keyring) == ADDRESS
    assert "secret" not in (tmp_path / "config" / "newsroom.txt").read_text(encoding="utf-8")
    assert list(keyring.kept.values()) == ["secret"]


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("in the way", encoding="utf-8")
    with pytest.raises(NewsroomError, match="cannot be written"):
        point_to("/papers/city.db", Keyring())


def open_with(address: str) -> str:
    """What opens with the right password alone."""
    if ":right@" not in address:
        raise NeedsPassword("The server wants a password.", given=":wrong@" in address)
    return address


def test_a_right_password_that_was_asked_for_is_kept() -> None:
    keyring = Keyring()
    assert connect(ADDRESS, keyring, open_with, lambda _: "right")
    assert connect(ADDRESS, keyring, open_with, None)


def test_a_wrong_one_is_not() -> None:
    keyring = Keyring()
    with pytest.raises(NeedsPassword):
        connect(ADDRESS, keyring, open_with, lambda _: "wrong")
    assert keyring.kept == {}


def test_where_nobody_can_be_asked_it_is_refused() -> None:
    with pytest.raises(NeedsPassword):
        connect(ADDRESS, Keyring(), open_with)
