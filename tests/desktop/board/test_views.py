"""Which stories a view shows, in which columns, in which order."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from db.stages import Role, Stage
from db.values import Claim, SignedIn, StoryCard
from desktop.board.views import Sort, View, ViewChoice, arrange, counts, matches, sections, view_of
from tests.desktop.conftest import make_card

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def view(account: SignedIn, key: str) -> View:
    """A view of the sidebar of somebody in a newsroom of two desks."""
    found = {one.key: one for section in sections(account, ["City", "Sport"]) for one in section.views}
    return found[key]


def numbers(columns: list[list[StoryCard]]) -> list[list[int]]:
    """The stories of each column."""
    return [[card.id for card in column] for column in columns]


def test_my_work_is_what_i_write_or_hold_and_is_open(reporter: SignedIn) -> None:
    held = Claim(reporter.login, reporter.name, NOON, NOON)
    cards = [
        make_card(1), make_card(2, writer="nora"), make_card(3, writer="nora", stage=Stage.EDIT, claim=held),
        make_card(4, stage=Stage.SPIKED),
    ]  # fmt: skip
    assert numbers(arrange(cards, view(reporter, "mine"), ViewChoice())) == [[1], [3], []]


def test_my_work_of_an_editor_is_what_waits_for_them_too(editor: SignedIn) -> None:
    held = Claim(editor.login, editor.name, NOON, NOON)
    cards = [
        make_card(1), make_card(2, stage=Stage.EDIT), make_card(3, stage=Stage.EDIT, desk="Sport"),
        make_card(4, claim=held), make_card(5, stage=Stage.PUBLISH), make_card(6, writer=editor.login),
    ]  # fmt: skip
    assert numbers(arrange(cards, view(editor, "mine"), ViewChoice(sort=Sort.SLUG))) == [[4, 6], [2], []]
    everywhere = view(replace(editor, desks=()), "mine")
    assert numbers(arrange(cards, everywhere, ViewChoice(sort=Sort.SLUG))) == [[4, 6], [2, 3], []]


def test_my_work_of_production_is_what_waits_for_print(editor: SignedIn) -> None:
    cards = [make_card(1, stage=Stage.PUBLISH), make_card(2, stage=Stage.PUBLISH, exported=NOON), make_card(3)]
    shown = arrange(cards, view(replace(editor, role=Role.PRODUCTION), "mine"), ViewChoice())
    assert numbers(shown) == [[], [], [1]]


def test_a_desk_shows_its_own_open_stories_and_all_desks_everyone_s(reporter: SignedIn) -> None:
    cards = [make_card(1), make_card(2, desk="Sport"), make_card(3, stage=Stage.KILLED)]
    assert numbers(arrange(cards, view(reporter, "desk:Sport"), ViewChoice())) == [[2], [], []]
    assert counts(cards, [view(reporter, key) for key in ("desks", "desk:City", "off")]) == {
        "desks": 2, "desk:City": 1, "off": 1,
    }  # fmt: skip


def test_what_is_approved_stands_before_and_after_its_export(reporter: SignedIn) -> None:
    cards = [make_card(1, stage=Stage.PUBLISH), make_card(2, stage=Stage.PUBLISH, exported=NOON), make_card(3)]
    assert numbers(arrange(cards, view(reporter, "print"), ViewChoice())) == [[1], [2]]


@pytest.mark.parametrize(
    ("sort", "order"),
    [(Sort.DUE, [2, 1, 3]), (Sort.CHANGED, [3, 1, 2]), (Sort.SLUG, [1, 3, 2]), (Sort.LENGTH, [2, 3, 1])],
)
def test_cards_stand_in_the_order_that_was_chosen(sort: Sort, order: list[int], reporter: SignedIn) -> None:
    hour = timedelta(hours=1)
    cards = [
        make_card(1, "bus", words=10, changed=NOON, due=NOON + hour),
        make_card(2, "tram", words=30, changed=NOON - hour, due=NOON),
        make_card(3, "lift", words=20, changed=NOON + hour),
    ]
    assert numbers(arrange(cards, view(reporter, "desks"), ViewChoice(sort=sort)))[0] == order


def test_the_best_found_stand_first(reporter: SignedIn) -> None:
    cards = [make_card(number) for number in (1, 2, 3)]
    choice = ViewChoice(Sort.RELEVANCE, "x", found=frozenset({1, 2, 3}), places={2: 0, 3: 1})
    assert numbers(arrange(cards, view(reporter, "desks"), choice))[0] == [2, 3, 1]


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        ({"search": "LANE wu"}, [1]),
        ({"search": "tram"}, [2]),
        ({"search": "nowhere"}, []),
        ({"search": "nowhere", "found": frozenset({2})}, [2]),
        ({"writer": "nora"}, [2]),
        ({}, [1, 2]),
    ],
)
def test_only_what_is_searched_for_is_shown(choice: dict[str, Any], found: list[int], reporter: SignedIn) -> None:
    cards = [make_card(1), make_card(2, "tram-line", headline="Rails", writer="nora", writer_name="Nora Lin")]
    shown = arrange(cards, view(reporter, "desks"), ViewChoice(sort=Sort.SLUG, **choice))
    assert numbers(shown)[0] == found


def test_every_term_must_occur() -> None:
    assert matches(make_card(), ["lane", "jing"])
    assert matches(make_card(headline="L’ÉTÉ à Malmö"), ["ete", "malmo"])
    assert not matches(make_card(), ["lane", "nora"])


def test_a_card_is_shown_where_one_is_unless_it_is_not_there(reporter: SignedIn) -> None:
    views = [view(reporter, key) for key in ("mine", "desks", "desk:Sport")]
    mine, all_desks, sport = views
    assert view_of(make_card(), views, all_desks) is all_desks
    assert view_of(make_card(), views, sport) is mine
    assert view_of(make_card(writer="nora"), views, sport) is all_desks
