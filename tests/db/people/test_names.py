"""Names of people, desks and kinds are on one line, can be seen, and are not too long."""

import pytest

from db.errors import Refused
from db.newsroom import Newsroom
from db.people.names import MOST_CHARACTERS, tidy_address, tidy_initials, tidy_name
from db.stages import Role
from tests.db.conftest import People


def test_white_space_is_folded() -> None:
    assert tidy_name(" City \n Hall ", "a desk") == "City Hall"


def test_a_name_that_cannot_be_seen_is_none() -> None:
    with pytest.raises(Refused, match="A desk needs a name"):
        tidy_name("\u200b", "a desk")


def test_no_name_is_longer_than_a_line(newsroom: Newsroom, people: People) -> None:
    longest, carl = "N" * MOST_CHARACTERS, people["carl"]
    newsroom.desks.add(longest, actor=carl)
    newsroom.kinds.add(longest, actor=carl)
    newsroom.accounts.add(login="ida", name=longest, role=Role.REPORTER, actor=carl)
    for add in (newsroom.desks.add, newsroom.kinds.add):
        with pytest.raises(Refused, match=f"{MOST_CHARACTERS} characters at most, not {MOST_CHARACTERS + 1}"):
            add(f"{longest}N", actor=carl)
    with pytest.raises(Refused, match="The name of an account has"):
        newsroom.accounts.change("ida", name=f"{longest}N", actor=carl)


def test_a_desk_named_twice_is_given_once(newsroom: Newsroom, people: People) -> None:
    made = newsroom.accounts.add(
        login="ida", name="Ida", role=Role.REPORTER, desks=("City", "city", "Sport"), actor=people["carl"]
    )
    assert made.desks == ("City", "Sport")


def test_initials_are_a_few_letters_without_white_space() -> None:
    assert [tidy_initials(one) for one in ("", " n. l. ", "王五")] == ["", "n.l.", "王五"]
    for initials in ("abcde", "x" * 10_000, "\u200b"):
        with pytest.raises(Refused, match="Initials have 4 characters at most"):
            tidy_initials(initials)


def test_an_address_is_one_that_mail_can_be_sent_to() -> None:
    assert [tidy_address(one) for one in ("", " ida@harbour ", "ida.holm@post.example")] == [
        "", "ida@harbour", "ida.holm@post.example",
    ]  # fmt: skip
    for address in ("ida", "@post", "ida@", "ida holm@post", "ida\x1b@post", f"{'a' * 300}@post"):
        with pytest.raises(Refused, match="is no e-mail address"):
            tidy_address(address)
