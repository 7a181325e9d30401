"""The password of a database server lives in the keyring alone."""

import pytest

from db.secrets import Secrets
from desktop.signin.server import keep_password, with_password

BARE = "postgresql://nora@db.example/galley"
FULL = "postgresql://nora:s3cret%40x@db.example/galley"


class Ring:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        """What was kept."""
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        """Keep it."""
        self.kept[service, name] = secret


@pytest.fixture
def ring() -> Ring:
    """An empty one."""
    return Ring()


def test_a_password_given_once_is_put_in_the_next_time(ring: Ring) -> None:
    secrets = Secrets(ring)
    keep_password(FULL, secrets)
    assert ring.kept == {("galley", "nora@db.example:5432/galley"): "s3cret@x"}
    assert with_password(BARE, secrets) == "postgresql+psycopg://nora:s3cret%40x@db.example/galley"


def test_what_needs_no_password_or_has_one_is_left_alone(ring: Ring) -> None:
    secrets = Secrets(ring)
    assert with_password(BARE, secrets) == BARE
    keep_password(BARE, secrets)
    keep_password("/tmp/galley.db", secrets)
    assert ring.kept == {}
    keep_password(FULL, secrets)
    other = "postgresql://nora:other@db.example/galley"
    assert with_password(other, secrets) == other
    assert with_password("/tmp/galley.db", secrets) == "/tmp/galley.db"
