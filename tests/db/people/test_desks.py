"""The teams stories belong to."""

import pytest

from db.errors import Refused


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
