"""Accounts and desks: made by the chief alone, named without doubles."""

import pytest

from db.errors import NotFound, Refused
from db.people.accounts import initials_of
from db.stages import Role


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


def test_an_unknown_login_is_named(newsroom) -> None:
    with pytest.raises(NotFound, match="“nobody”"):
        newsroom.accounts.get("nobody")


def test_a_desk_has_a_name_of_its_own(newsroom, people) -> None:
    for name in ("city", "  "):
        with pytest.raises(Refused):
            newsroom.desks.add(name, actor=people["carl"])


def test_only_the_chief_makes_desks(newsroom, people) -> None:
    with pytest.raises(Refused, match="Only the chief"):
        newsroom.desks.add("Culture", actor=people["nora"])
    assert "Culture" not in newsroom.desks.all()


def test_initials_come_from_the_words_of_a_name() -> None:
    assert [initials_of(name) for name in ("Nora Lin", "陈佳怡", "J. P. Sørensen Ek")] == ["NL", "陈", "JPS"]
