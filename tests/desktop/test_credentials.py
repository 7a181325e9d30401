"""How the command line signs in: which way of giving a password comes first, and what is remembered."""

from pathlib import Path

import pytest

from db.errors import NewsroomError, Refused
from db.newsroom import Newsroom
from db.stages import Role
from db.store.secrets import Secrets, password_name
from desktop.credentials import PASSWORD, first_line, known_password, log_in
from tests.db.conftest import signed_in

WORD = "ink and paper"


class Ring(Secrets):
    """A keyring that is a table of this test's own."""

    def __init__(self, **kept: str) -> None:
        super().__init__()
        self.kept = kept

    def get(self, name: str) -> str:
        return self.kept.get(name.partition("@")[0], "")

    def set(self, name: str, secret: str) -> bool:
        self.kept[name] = secret
        return True


def test_a_file_comes_before_the_environment_and_that_before_the_keyring(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, ring = tmp_path / "password", Ring(reporter="of the keyring")
    path.write_text("of the file\nand a remark\n", encoding="utf-8")
    assert known_password(newsroom, "reporter", None, ring) == "of the keyring"
    monkeypatch.setenv(PASSWORD, "of the environment")
    assert known_password(newsroom, "reporter", None, ring) == "of the environment"
    assert known_password(newsroom, "reporter", path, ring) == "of the file"


def test_who_gives_no_password_is_told_the_ways(newsroom: Newsroom) -> None:
    with pytest.raises(Refused, match=f"reporter must sign in: .* or give --password-file or {PASSWORD}"):
        known_password(newsroom, "reporter", None, Ring())


@pytest.mark.parametrize(
    ("written", "read"), [(b"secret\r\nmore", "secret"), (b"\xef\xbb\xbfsecret", "secret"), (b"", "")]
)
def test_of_a_password_file_the_first_line_counts(tmp_path: Path, written: bytes, read: str) -> None:
    path = tmp_path / "password"
    path.write_bytes(written)
    assert first_line(path) == read


def test_a_password_file_that_is_no_text_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "password"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(NewsroomError, match="It is not text in UTF-8"):
        first_line(path)


def test_who_logs_in_is_remembered_in_the_keyring(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom.accounts.add(
        login="vera", name="Vera", role=Role.EDITOR, password=WORD, actor=signed_in(newsroom, "chief")
    )
    monkeypatch.setenv(PASSWORD, WORD)
    ring = Ring()
    assert log_in(newsroom, "vera", password_file=None, secrets=ring).login == "vera"
    assert ring.kept == {password_name(newsroom.identity, "vera"): WORD}
