"""What a newsroom has set: the chief's alone to change, but for searches."""

import pytest

from db.errors import Refused
from db.newsroom import Newsroom
from db.settings import TIME_ZONE
from db.values import Account

People = dict[str, Account]


@pytest.mark.parametrize("login", ["rita", "nora"])
@pytest.mark.parametrize("key", ["name", "four_eyes", TIME_ZONE, "limits", "identity", "searches:carl", "searchesx"])
def test_only_the_chief_changes_a_setting(newsroom: Newsroom, people: People, login: str, key: str) -> None:
    before = newsroom.settings.get(key)
    with pytest.raises(Refused, match="Only the chief"):
        newsroom.settings.set(key, "mine", actor=people[login])
    with pytest.raises(Refused, match="Only the chief"):
        newsroom.settings.edit(key, lambda _old: "mine", actor=people[login])
    assert newsroom.settings.get(key) == before
    assert newsroom.audit().passed


def test_the_chief_changes_them(newsroom: Newsroom, people: People) -> None:
    newsroom.settings.set("name", "Courier", actor=people["carl"])
    assert newsroom.name == "Courier"


def test_everybody_saves_searches_for_themselves_and_for_all(newsroom: Newsroom, people: People) -> None:
    newsroom.search.save("mine", "ferry", actor=people["rita"])
    newsroom.search.save("ours", "harbour", actor=people["rita"], shared=True)
    assert newsroom.search.saved("rita") == {"ours": "harbour", "mine": "ferry"}
    assert newsroom.search.saved("nora") == {"ours": "harbour"}
