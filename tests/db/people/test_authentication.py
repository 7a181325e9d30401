"""A password is proven once and outside the lock; wrong ones in a row have to wait."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier

import pytest
from sqlalchemy import text

from db import keys
from db.errors import Refused
from db.newsroom import open_newsroom
from db.people import authentication
from db.people.accounts import Accounts
from db.values import Account
from tests.db.conftest import PASSWORD, Clock, signed_in


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Passwords that were tried, wrong ones in no time: each takes a tenth of a second of work else."""
    seen: list[str] = []
    unseal = keys.unseal

    def open_(sealed: str, public: str, password: str) -> keys.Key | None:
        seen.append(password)
        return unseal(sealed, public, password) if password == PASSWORD else None

    monkeypatch.setattr(keys, "unseal", open_)
    monkeypatch.setattr(authentication, "_is_password", lambda _hashed, password: password == PASSWORD)
    return seen


def test_signing_in_derives_from_the_password_once(newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    derived: list[str] = []
    derive = keys._derived
    monkeypatch.setattr(keys, "_derived", lambda password, salt: derived.append("seal") or derive(password, salt))
    monkeypatch.setattr(authentication, "_is_password", lambda *_: derived.append("hash"))
    assert newsroom.accounts.sign_in("nora", PASSWORD).key is not None
    assert derived == ["seal"]


def change_past_galley(newsroom, damage: str) -> None:
    """Change what is stored of nora's account as whoever can write the file could."""
    with newsroom.engine.begin() as connection:
        connection.execute(text(f"UPDATE account SET {damage} WHERE login = 'nora'"))


@pytest.mark.parametrize(
    ("damage", "said", "counted"),
    [
        ("public_key = 'ab'", "signing key does not open", 0),
        ("sealed_key = 'v1$rubbish'", "signing key does not open", 0),
        ("public_key = 'ab', password_hash = ''", "not the password of nora", 1),
        ("sealed_key = 'v1$rubbish', password_hash = 'rubbish'", "not the password of nora", 1),
    ],
)
def test_a_key_that_is_damaged_is_told_from_a_wrong_password(
    newsroom, snapshot, damage: str, said: str, counted: int
) -> None:
    change_past_galley(newsroom, damage)
    with pytest.raises(Refused, match=said):
        newsroom.accounts.sign_in("nora", PASSWORD)
    assert sum("wrong password" in row for row in snapshot()) == counted


def test_an_account_with_a_hash_and_no_key_signs_in_without_one(newsroom) -> None:
    change_past_galley(newsroom, "sealed_key = ''")
    assert newsroom.accounts.sign_in("nora", PASSWORD).key is None
    with pytest.raises(Refused, match="not the password of nora"):
        newsroom.accounts.sign_in("nora", "wrong")


def test_a_reset_while_somebody_signs_in_with_the_old_password_ends_that_session(
    newsroom, people, draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    carl, proven = people["carl"], Accounts._try

    def reset_after(self: Accounts, account: Account, password: str) -> object:
        found = proven(self, account, password)
        newsroom.accounts.reset_password("nora", "ink and lead", actor=carl)
        return found

    monkeypatch.setattr(Accounts, "_try", reset_after)
    nora = newsroom.accounts.sign_in("nora", PASSWORD)
    with pytest.raises(Refused, match="was reset since"):
        newsroom.claims.take(draft.id, actor=nora)


@pytest.mark.usefixtures("compared")
def test_a_clock_that_went_years_wrong_keeps_nobody_out(newsroom, people, clock: Clock) -> None:
    newsroom.accounts.reset_password("nora", PASSWORD, actor=people["carl"])
    clock.pass_by(days=3652)
    for _ in range(authentication.FREE_TRIES + 1):
        with pytest.raises(Refused):
            newsroom.accounts.sign_in("nora", "wrong")
    clock.pass_by(days=-3652)
    assert newsroom.accounts.sign_in("nora", PASSWORD).login == "nora"


@pytest.mark.usefixtures("compared")
def test_a_wait_is_bounded_though_the_clock_goes_back_meanwhile(newsroom, people, clock: Clock) -> None:
    newsroom.accounts.reset_password("nora", PASSWORD, actor=people["carl"])
    for _ in range(30):
        clock.pass_by(minutes=6)
        with pytest.raises(Refused, match="not the password"):
            newsroom.accounts.sign_in("nora", "wrong")
    clock.pass_by(minutes=-5)
    with pytest.raises(Refused, match=r"again in (\d\d|[1-5]\d\d|600) s"):
        newsroom.accounts.sign_in("nora", PASSWORD)
    clock.pass_by(minutes=10)
    assert newsroom.accounts.sign_in("nora", PASSWORD).login == "nora"


@pytest.mark.usefixtures("compared")
def test_tries_made_side_by_side_are_answered_one_after_the_other(newsroom) -> None:
    def guess(number: int) -> str:
        with pytest.raises(Refused) as refused:
            newsroom.accounts.sign_in("nora", f"guess {number}")
        return str(refused.value)

    with ThreadPoolExecutor(12) as pool:
        said = list(pool.map(guess, range(60)))
    assert sum("not the password" in one for one in said) == authentication.FREE_TRIES
    assert sum("Too many" in one for one in said) == 60 - authentication.FREE_TRIES


def test_tries_that_were_begun_before_any_was_counted_are_counted_all_the_same(
    newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = authentication.FREE_TRIES + 2
    begun = Barrier(many)

    def try_it(*_sealed: str) -> None:
        begun.wait(20)

    def guess(number: int) -> str:
        with pytest.raises(Refused) as refused:
            newsroom.accounts.sign_in("nora", f"guess {number}")
        return str(refused.value)

    monkeypatch.setattr(keys, "unseal", try_it)
    monkeypatch.setattr(authentication, "_is_password", lambda *_: False)
    with ThreadPoolExecutor(many) as pool:
        said = list(pool.map(guess, range(many)))
    assert sum("Too many" in one for one in said) == 2


@pytest.mark.parametrize("password", [PASSWORD, "wrong"])
def test_others_write_while_a_password_is_tried(
    newsroom, people, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, unseal = open_newsroom(newsroom.url), keys.unseal
    carl = signed_in(other, "carl")

    def write_meanwhile(*sealed: str) -> keys.Key | None:
        monkeypatch.undo()
        other.desks.add("Culture", actor=carl)
        return unseal(*sealed)

    monkeypatch.setattr(keys, "unseal", write_meanwhile)
    with suppress(Refused):
        newsroom.accounts.sign_in("nora", password)
    assert newsroom.desks.all()[-1] == "Culture"
    other.close()


def test_a_password_that_was_reset_while_the_old_one_was_tried_lets_nobody_in_with_that(
    newsroom, people, monkeypatch: pytest.MonkeyPatch
) -> None:
    unseal = keys.unseal

    def reset_meanwhile(*sealed: str) -> keys.Key | None:
        monkeypatch.undo()
        newsroom.accounts.reset_password("nora", "ink and lead", actor=people["carl"])
        return unseal(*sealed)

    monkeypatch.setattr(keys, "unseal", reset_meanwhile)
    with pytest.raises(Refused, match="That is not the password of nora"):
        newsroom.accounts.sign_in("nora", PASSWORD)
