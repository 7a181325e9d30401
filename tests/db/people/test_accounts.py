"""Accounts and desks: made by the chief alone, named without doubles."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from db import keys
from db.errors import NotFound, Refused
from db.people import accounts
from db.people.accounts import Accounts, initials_of
from db.stages import Role
from db.values import Account
from tests.db.conftest import PASSWORD, Clock, signed_in


def test_the_first_account_needs_nobody_and_the_next_a_chief(newsroom, people) -> None:
    with pytest.raises(Refused, match="chief"):
        newsroom.accounts.add(login="new", name="New", role=Role.REPORTER, actor=people["nora"])
    made = newsroom.accounts.add(
        login="new", name="New Body", role=Role.REPORTER, desks=("Sport",), actor=people["carl"]
    )
    assert made == newsroom.accounts.get("new") and made.initials == "NB" and made.desks == ("Sport",)


@pytest.mark.parametrize("login", ["", "Rita", "a b", "rita", "x" * 33])
def test_a_login_is_short_plain_and_free(newsroom, people, login: str) -> None:
    with pytest.raises(Refused, match="login"):
        newsroom.accounts.add(login=login, name="Name", role=Role.REPORTER, actor=people["carl"])


def test_a_password_is_never_stored_in_the_clear(newsroom, people, snapshot) -> None:
    newsroom.accounts.add(login="new", name="New", role=Role.EDITOR, password="quay-side", actor=people["carl"])
    assert "quay-side" not in "\n".join(snapshot()) and "$argon2id$" in "\n".join(snapshot())


def test_a_first_password_is_as_long_as_any_other(newsroom, people) -> None:
    with pytest.raises(Refused, match="at least 6"):
        newsroom.accounts.add(login="new", name="New", role=Role.EDITOR, password="short", actor=people["carl"])
    assert "new" not in {account.login for account in newsroom.accounts.all()}


def test_nobody_loses_their_name(newsroom, people) -> None:
    with pytest.raises(Refused, match="needs a name"):
        newsroom.accounts.change("rita", name=" ", actor=people["carl"])
    assert newsroom.accounts.change("rita", name=" Rita Roth ", actor=people["carl"]).name == "Rita Roth"


def test_who_was_set_inactive_changes_nothing_from_a_window_left_open(newsroom, people, draft, snapshot) -> None:
    rita = people["rita"]
    newsroom.claims.take(draft.id, actor=rita)
    newsroom.accounts.change("rita", active=False, actor=people["carl"])
    before = snapshot()
    for change in (
        lambda: newsroom.stories.save(draft.id, draft.text.with_(headline="Mine"), actor=rita, base=draft.version),
        lambda: newsroom.claims.renew(draft.id, actor=rita),
        lambda: newsroom.comments.add(draft.id, "Still here.", actor=rita),
        lambda: newsroom.stories.create(draft.text.with_(slug="another"), desk="City", actor=rita),
    ):
        with pytest.raises(Refused, match="not active"):
            change()
    assert snapshot() == before


def test_who_is_chief_no_more_runs_nothing_from_a_window_left_open(newsroom, people) -> None:
    newsroom.accounts.change("emil", role=Role.CHIEF, actor=people["carl"])
    emil = signed_in(newsroom, "emil")
    newsroom.accounts.change("emil", role=Role.REPORTER, actor=people["carl"])
    with pytest.raises(Refused, match="no longer chief but reporter"):
        newsroom.settings.set("name", "Emil's", actor=emil)
    with pytest.raises(Refused, match="sign in again"):
        newsroom.accounts.change("rita", active=False, actor=emil)


def test_an_unknown_login_is_named(newsroom) -> None:
    with pytest.raises(NotFound, match="“nobody”"):
        newsroom.accounts.get("nobody")


def test_initials_come_from_the_words_of_a_name() -> None:
    assert [initials_of(name) for name in ("Nora Lin", "陈佳怡", "J. P. Sørensen Ek")] == ["NL", "陈", "JPS"]


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Passwords that were tried, wrong ones in no time: each takes a tenth of a second of work else."""
    seen: list[str] = []
    unseal = keys.unseal

    def open_(sealed: str, public: str, password: str) -> keys.Key | None:
        seen.append(password)
        return unseal(sealed, public, password) if password == PASSWORD else None

    monkeypatch.setattr(keys, "unseal", open_)
    monkeypatch.setattr(accounts, "_is_password", lambda _hashed, password: password == PASSWORD)
    return seen


def test_signing_in_derives_from_the_password_once(newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    derived: list[str] = []
    derive = keys._derived
    monkeypatch.setattr(keys, "_derived", lambda password, salt: derived.append("seal") or derive(password, salt))
    monkeypatch.setattr(accounts, "_is_password", lambda *_: derived.append("hash"))
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
    for _ in range(accounts.FREE_TRIES + 1):
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


def test_tries_made_side_by_side_are_counted_one_after_the_other(newsroom, compared: list[str]) -> None:
    def guess(number: int) -> str:
        with pytest.raises(Refused) as refused:
            newsroom.accounts.sign_in("nora", f"guess {number}")
        return str(refused.value)

    with ThreadPoolExecutor(12) as pool:
        said = list(pool.map(guess, range(60)))
    assert len(compared) == accounts.FREE_TRIES
    assert sum("Too many" in one for one in said) == 60 - accounts.FREE_TRIES


def test_a_login_is_one_whatever_its_case(newsroom, people) -> None:
    assert newsroom.accounts.get(" RITA ").login == "rita"
    newsroom.accounts.reset_password("Rita", "ink and lead", actor=people["carl"])
    assert newsroom.accounts.sign_in("RITA", "ink and lead").login == "rita"
    with pytest.raises(Refused, match="cannot be a login"):
        newsroom.accounts.add(login="RITA", name="Rita", role=Role.REPORTER, actor=people["carl"])


def test_stories_by_a_person_are_found_by_byline_and_by_name_with_or_without_accents(newsroom, people, text) -> None:
    newsroom.accounts.add(login="ez", name="Émile Żuławski", role=Role.REPORTER, actor=people["carl"])
    own = newsroom.stories.create(text, desk="City", actor=newsroom.accounts.sign_in("ez"))
    other = newsroom.stories.create(
        text.with_(slug="", byline="Par ÉMILE Roux"), desk="City", actor=people["rita"], slug_words="Roux"
    )
    for asked, wanted in (("by:Émile", {own.id, other.id}), ("by:emile", {own.id, other.id}), ("by:zulaw*", {own.id}),
                          ("by:EZ", {own.id}), ('by:"émile roux"', {other.id}), ("-by:émile", set())):  # fmt: skip
        assert {hit.card.id for hit in newsroom.search.find(asked).hits} == wanted, asked
