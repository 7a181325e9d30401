"""Addresses of newsrooms on servers: the password is apart from what is written down, shown or told."""

import pytest

from db.errors import NewsroomError
from db.store import address
from db.store.engine import database_url
from db.store.secrets import SERVICE, Secrets

SECRET = "ink & paper@home"
WHOLE = "postgresql://nora:ink%20%26%20paper%40home@press.example:5433/courier?sslmode=require"
BARE = "postgresql://nora@press.example:5433/courier?sslmode=require"


class Ring:
    """A keyring that can be looked into."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.held.get((service, name))

    def set_password(self, service: str, name: str, password: str) -> None:
        self.held[service, name] = password

    def delete_password(self, service: str, name: str) -> None:
        del self.held[service, name]


def test_a_password_is_taken_out_of_an_address_and_put_back() -> None:
    assert address.without_password(WHOLE) == BARE
    assert address.password_in(WHOLE) == SECRET
    assert database_url(address.with_password(BARE, SECRET)) == database_url(WHOLE)
    assert address.without_password(BARE) == BARE


def test_a_file_has_no_password(tmp_path) -> None:
    place = str(tmp_path / "a:b@c.db")
    assert address.without_password(place) == place
    assert address.password_in(place) == ""
    assert address.with_password(place, "x") == place
    assert not address.is_server(place)


def test_the_keyring_keeps_it_under_our_one_name() -> None:
    ring = Ring()
    assert address.keep_password(WHOLE, Secrets(ring)) == BARE
    assert ring.held == {(SERVICE, "nora@press.example:5433/courier"): SECRET}
    assert database_url(address.filled_in(BARE, Secrets(ring))) == database_url(WHOLE)
    other = BARE.replace("courier", "herald")
    assert address.filled_in(other, Secrets(ring)) == other


def test_the_password_in_the_address_goes_before_the_one_that_is_kept() -> None:
    ring = Ring()
    address.keep_password(WHOLE, Secrets(ring))
    given = "postgresql://nora:new@press.example:5433/courier"
    assert address.filled_in(given, Secrets(ring)) == given


def test_without_a_keyring_the_address_is_as_it_was() -> None:
    class Broken:
        def __getattr__(self, _name: str):
            from keyring.errors import NoKeyringError

            raise NoKeyringError

    assert address.filled_in(BARE, Secrets(Broken())) == BARE


def test_an_address_that_cannot_be_read_is_told_without_its_password() -> None:
    with pytest.raises(NewsroomError) as told:
        database_url("postgresql://nora:geheim@press:port/courier")
    assert "geheim" not in str(told.value)


@pytest.mark.parametrize(
    ("place", "words"),
    [(WHOLE, ("courier", "press.example")), ("postgresql://nora@/courier?host=/run/pg", ("courier", ""))],
)
def test_an_address_in_few_words(place: str, words: tuple[str, str]) -> None:
    assert address.label(place) == words
