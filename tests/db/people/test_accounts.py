"""Accounts and desks: made by the chief alone, named without doubles."""

import pytest

from db.errors import NotFound, Refused
from db.people.accounts import initials_of
from db.stages import Role
from tests.db.conftest import signed_in


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


def test_empty_initials_are_made_of_the_name_when_an_account_is_changed(newsroom, people) -> None:
    changed = newsroom.accounts.change("nora", name="Nora Lindt", initials=" ", language="de-at", actor=people["carl"])
    assert (changed.initials, changed.language) == ("NL", "de-AT")


def test_what_will_not_do_of_an_account_changes_nothing_of_it(newsroom, people, snapshot) -> None:
    before = snapshot()
    for wrong in ({"initials": "x" * 10_000}, {"email": "nora at post"}, {"language": "English"}):
        with pytest.raises(Refused):
            newsroom.accounts.change("nora", name="Another", actor=people["carl"], **wrong)
        with pytest.raises(Refused):
            newsroom.accounts.add(login="new", name="New", role=Role.EDITOR, actor=people["carl"], **wrong)
    assert snapshot() == before
