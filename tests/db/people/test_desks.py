"""The teams stories belong to."""

import pytest

from db.errors import NotFound, Refused
from db.stages import Move


def test_a_desk_has_a_name_of_its_own(newsroom, people) -> None:
    for name in ("city", "  ", "\u200b"):
        with pytest.raises(Refused):
            newsroom.desks.add(name, actor=people["carl"])


def test_only_the_chief_makes_desks(newsroom, people) -> None:
    with pytest.raises(Refused, match="Only the chief"):
        newsroom.desks.add("Culture", actor=people["nora"])
    assert "Culture" not in newsroom.desks.all()


def test_a_desk_is_found_whatever_its_case_and_listed_in_the_order_they_were_made(newsroom, people, draft) -> None:
    newsroom.desks.add("  Night   desk ", actor=people["carl"])
    assert newsroom.desks.all() == ["City", "Sport", "Night desk"]
    assert newsroom.stories.plan(draft.id, actor=people["rita"], desk="night DESK").desk == "Night desk"


def test_a_renamed_desk_keeps_its_stories_people_limits_and_searches(newsroom, people, draft) -> None:
    carl, rita = people["carl"], people["rita"]
    newsroom.accounts.change("rita", actor=carl, desks=("City",))
    newsroom.limits.set("words-least", 100, actor=carl, desk="City")
    newsroom.search.save("mine", 'ferry desk:city "desk:City"', actor=rita)
    newsroom.search.save("all", 'desk:"City" stage:draft', actor=rita, shared=True)
    assert newsroom.desks.rename("city", " Town  hall ", actor=carl) == "Town hall"
    assert newsroom.desks.all() == ["Town hall", "Sport"]
    assert newsroom.stories.get(draft.id).desk == "Town hall"
    assert newsroom.accounts.get("rita").desks == ("Town hall",)
    assert newsroom.limits.of("Town hall")["words-least"][0] == 100
    assert newsroom.search.saved("rita") == {
        "mine": 'ferry desk:"Town hall" "desk:City"', "all": 'desk:"Town hall" stage:draft',
    }  # fmt: skip
    assert [hit.card.id for hit in newsroom.search.find(newsroom.search.saved("rita")["all"]).hits] == [draft.id]
    assert newsroom.audit().fault == ""


def test_the_case_of_a_desk_may_change_but_no_two_desks_have_one_name(newsroom, people) -> None:
    assert newsroom.desks.rename("City", "CITY", actor=people["carl"]) == "CITY"
    for name in ("sport", " "):
        with pytest.raises(Refused):
            newsroom.desks.rename("CITY", name, actor=people["carl"])
    with pytest.raises(NotFound):
        newsroom.desks.rename("Moon", "Sun", actor=people["carl"])
    with pytest.raises(Refused, match="Only the chief"):
        newsroom.desks.rename("CITY", "Town", actor=people["nora"])
    assert newsroom.desks.all() == ["CITY", "Sport"]


@pytest.mark.parametrize(
    ("name", "typed"),
    [("Économie", "ÉCONOMIE"), ("Économie", "economie"), ("Город", "город"), ("Çevre", "cevre"), ("İlçe", "ilçe"),
     ("Straße", "STRASSE"), ("日本ﾃﾞｰﾀ", "日本データ"), ("Économie", "E\u0301conomie")],
)  # fmt: skip
def test_a_desk_of_any_language_is_used_and_is_there_once(newsroom, people, draft, name: str, typed: str) -> None:
    newsroom.desks.add(name, actor=people["carl"])
    with pytest.raises(Refused, match="already"):
        newsroom.desks.add(typed, actor=people["carl"])
    assert newsroom.stories.plan(draft.id, actor=people["rita"], desk=typed).desk == name
    assert [card.id for card in newsroom.stories.list(desk=typed)] == [draft.id]
    assert [hit.card.id for hit in newsroom.search.find(f'desk:"{typed}"').hits] == [draft.id]
    assert newsroom.accounts.change("rita", desks=(typed,), actor=people["carl"]).desks == (name,)


def test_desks_that_older_newsrooms_told_apart_stay_two(newsroom, people, draft) -> None:
    newsroom.desks.add("Mål", actor=people["carl"])
    with newsroom.engine.begin() as behind:
        behind.exec_driver_sql("UPDATE desk SET name = 'MÅL' WHERE name = 'Sport'")
    for name in ("Mål", "MÅL"):
        assert newsroom.stories.plan(draft.id, actor=people["rita"], desk=name).desk == name


def test_a_retired_desk_takes_no_stories_and_its_drafts_go_to_another_by_their_number(newsroom, people, draft) -> None:
    carl = people["carl"]
    for stories, into in ((0, "Sport"), (2, "Sport"), (1, "City"), (1, "")):
        with pytest.raises((Refused, NotFound)):
            newsroom.desks.retire("City", into=into, stories=stories, actor=carl)
    assert newsroom.desks.moved_stories("City") == 1
    assert newsroom.desks.retire("city", into="sport", stories=1, actor=carl) == 1
    assert (newsroom.desks.all(), newsroom.desks.retired(), newsroom.desks.ever()) == (
        ["Sport"], ["City"], ["City", "Sport"],
    )  # fmt: skip
    assert newsroom.stories.get(draft.id).desk == "Sport"
    for refused in (
        lambda: newsroom.stories.plan(draft.id, actor=carl, desk="City"),
        lambda: newsroom.stories.create(draft.text.with_(slug="new"), desk="City", actor=carl),
        lambda: newsroom.accounts.change("rita", desks=("City",), actor=carl),
        lambda: newsroom.desks.add("CITY", actor=carl),
        lambda: newsroom.desks.rename("Sport", "City", actor=carl),
        lambda: newsroom.desks.retire("City", actor=carl),
    ):
        with pytest.raises(Refused, match="retired"):
            refused()
    with pytest.raises(Refused, match="only desk"):
        newsroom.desks.retire("Sport", actor=carl)
    assert newsroom.audit().fault == ""


def test_an_approved_story_keeps_its_retired_desk_and_is_found_there(newsroom, people, draft) -> None:
    carl = people["carl"]
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=people["rita"], problems=[])
    newsroom.moves.make(Move.APPROVE, draft.id, actor=people["nora"], problems=[])
    assert newsroom.desks.retire("City", actor=carl) == 0
    assert newsroom.stories.get(draft.id).desk == "City"
    assert [hit.card.id for hit in newsroom.search.find("desk:city").hits] == [draft.id]
    assert newsroom.audit().fault == ""


def test_a_desk_taken_back_has_its_place_and_its_people(newsroom, people) -> None:
    carl = people["carl"]
    newsroom.accounts.change("rita", desks=("City", "Sport"), actor=carl)
    newsroom.desks.retire("City", actor=carl)
    assert newsroom.accounts.get("rita").desks == ("Sport",)
    newsroom.accounts.change("rita", desks=(), actor=carl)
    assert newsroom.desks.take_back("city", actor=carl) == "City"
    assert (newsroom.desks.all(), newsroom.accounts.get("rita").desks) == (["City", "Sport"], ("City",))
    with pytest.raises(Refused, match="not retired"):
        newsroom.desks.take_back("City", actor=carl)
    assert newsroom.audit().fault == ""
