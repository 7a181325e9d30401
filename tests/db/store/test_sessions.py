"""The gateway takes a session that `sign_in` gave and nothing made by hand."""

import copy
import pickle
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from db.errors import Refused
from db.keys import new_key
from db.newsroom import Newsroom, open_newsroom
from db.stages import Role
from db.values import Account, SignedIn, Story
from tests.db.conftest import People, signed_in

ROOT = Path(__file__).resolve().parents[3]

FORGED: dict[str, Callable[[SignedIn], Account]] = {
    "an account made by hand": lambda carl: Account(carl.id, "carl", carl.name, "CC", Role.CHIEF),
    "a session made by hand": lambda carl: SignedIn(carl.id, "carl", carl.name, "CC", Role.CHIEF, key=new_key()),
    "a changed session": lambda carl: replace(carl, login="nora"),
    "an equal session": lambda carl: replace(carl),
    "a copied session": copy.copy,
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
def test_what_was_made_by_hand_changes_nothing(newsroom: Newsroom, people: People, snapshot, forge) -> None:
    carl, before = people["carl"], snapshot()
    with pytest.raises(Refused, match="has not signed in here"):
        newsroom.accounts.reset_password("nora", "known to me", actor=forge(carl))
    assert snapshot() == before


def test_a_session_written_into_by_hand_is_none_any_more(newsroom: Newsroom, people: People) -> None:
    rita, carl = people["rita"], people["carl"]
    for name in ("id", "role"):
        object.__setattr__(rita, name, getattr(carl, name))
    with pytest.raises(Refused, match="has not signed in here"):
        newsroom.accounts.reset_password("nora", "known to me", actor=rita)


def test_an_account_that_was_looked_up_is_for_showing_only(newsroom: Newsroom, draft: Story) -> None:
    rita = newsroom.accounts.get("rita")
    with pytest.raises(Refused, match="sign in first"):
        newsroom.stories.save(draft.id, draft.text.with_(dek="Mine"), actor=rita, base=draft.version)


def test_a_session_counts_in_the_newsroom_it_was_begun_in_alone(newsroom: Newsroom, people: People) -> None:
    other = open_newsroom(newsroom.url)
    with pytest.raises(Refused, match="has not signed in here"):
        other.desks.add("Culture", actor=people["carl"])
    other.desks.add("Culture", actor=signed_in(other, "carl"))
    other.close()


def test_a_session_does_not_outlive_its_value(newsroom: Newsroom) -> None:
    carl = signed_in(newsroom, "carl")
    assert newsroom._sessions.holds(carl)
    del carl
    assert not list(newsroom._sessions._held)


def test_a_session_cannot_be_packed_for_another_program(newsroom: Newsroom, people: People) -> None:
    with pytest.raises(TypeError):
        pickle.dumps(people["carl"])


def test_nobody_changes_a_newsroom_that_has_accounts(newsroom: Newsroom, snapshot) -> None:
    before = snapshot()
    for change in (
        lambda: newsroom.desks.add("Culture", actor=None),
        lambda: newsroom.settings.set("four_eyes", False, actor=None),
        lambda: newsroom.accounts.add(login="mine", name="Mine", role=Role.CHIEF, actor=None),
    ):
        with pytest.raises(Refused, match="Sign in first"):
            change()
    assert snapshot() == before


def test_a_reset_password_ends_the_sessions_that_were_begun_with_the_old_one(newsroom, people, draft) -> None:
    nora = people["nora"]
    newsroom.accounts.reset_password("nora", "another one", actor=people["carl"])
    with pytest.raises(Refused, match="The password of nora was reset since: sign in again"):
        newsroom.comments.add(draft.id, "Still here.", actor=nora)
    newsroom.comments.add(draft.id, "Here again.", actor=newsroom.accounts.sign_in("nora", "another one"))


def test_only_the_newsroom_itself_writes_without_a_session() -> None:
    """And only accounts begin one."""
    own, begin = re.compile(r"own_change\(|\._writing\("), re.compile(r"_sessions\b|Sessions\(")
    found = {
        path.relative_to(ROOT).as_posix(): (bool(own.search(text)), bool(begin.search(text)))
        for path in (*ROOT.glob("db/**/*.py"), *ROOT.glob("exports/**/*.py"), *ROOT.glob("desktop/**/*.py"))
        for text in [path.read_text()]
    }
    assert {path for path, (writes, _) in found.items() if writes} == {
        "db/people/accounts.py", "db/settings.py", "db/store/unit_of_work.py",
    }  # fmt: skip
    assert {path for path, (_, begins) in found.items() if begins} == {
        "db/people/accounts.py", "db/newsroom.py", "db/store/unit_of_work.py",
    }  # fmt: skip
