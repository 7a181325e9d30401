"""Which stories a view shows, in which columns, in which order."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from db.stages import Role, Stage
from db.story.card_lists import CardFilter, CardGroup, CardOrder, Tally
from db.values import Claim, SignedIn, StoryCard
from desktop.board.views import ALL, View, ViewChoice, count_views, question_of, sections, view_of
from tests.desktop.conftest import make_card

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def view(account: SignedIn, key: str) -> View:
    """A view of the sidebar of somebody in a newsroom of two desks."""
    found = {one.key: one for section in sections(account, ["City", "Sport"]) for one in section.views}
    return found[key]


def numbers(one: View, cards: list[StoryCard]) -> list[list[int]]:
    """The stories of each column."""
    shown = [card for card in cards if one.holds(card)]
    return [[card.id for card in shown if column.wanted.takes(CardGroup.of(card))] for column in one.columns]


def test_my_work_is_what_i_write_or_hold_and_is_open(reporter: SignedIn) -> None:
    held = Claim(reporter.login, reporter.name, NOON, NOON)
    cards = [
        make_card(1), make_card(2, writer="nora"), make_card(3, writer="nora", stage=Stage.EDIT, claim=held),
        make_card(4, stage=Stage.SPIKED),
    ]  # fmt: skip
    assert numbers(view(reporter, "mine"), cards) == [[1], [3], []]


def test_my_work_of_an_editor_is_what_waits_for_them_too(editor: SignedIn) -> None:
    held = Claim(editor.login, editor.name, NOON, NOON)
    cards = [
        make_card(1), make_card(2, stage=Stage.EDIT), make_card(3, stage=Stage.EDIT, desk="Sport"),
        make_card(4, claim=held), make_card(5, stage=Stage.PUBLISH), make_card(6, writer=editor.login),
    ]  # fmt: skip
    assert numbers(view(editor, "mine"), cards) == [[4, 6], [2], []]
    assert numbers(view(replace(editor, desks=()), "mine"), cards) == [[4, 6], [2, 3], []]


def test_my_work_of_production_is_what_waits_for_print(editor: SignedIn) -> None:
    cards = [make_card(1, stage=Stage.PUBLISH), make_card(2, stage=Stage.PUBLISH, exported=NOON), make_card(3)]
    assert numbers(view(replace(editor, role=Role.PRODUCTION), "mine"), cards) == [[], [], [1]]


def test_a_desk_shows_its_own_open_stories_and_all_desks_everyone_s(reporter: SignedIn) -> None:
    cards = [make_card(1), make_card(2, desk="Sport"), make_card(3, stage=Stage.KILLED)]
    assert numbers(view(reporter, "desk:Sport"), cards) == [[2], [], []]
    tallies = [Tally(CardGroup.of(card), "Wu Jing", 2, 9) for card in cards]
    assert count_views(tallies, [view(reporter, key) for key in ("desks", "desk:City", "off")]) == {
        "desks": 4, "desk:City": 2, "off": 2,
    }  # fmt: skip


def test_what_is_approved_stands_before_and_after_its_export(reporter: SignedIn) -> None:
    cards = [make_card(1, stage=Stage.PUBLISH), make_card(2, stage=Stage.PUBLISH, exported=NOON), make_card(3)]
    ready = view(reporter, "print")
    assert numbers(ready, cards) == [[1], [2]]
    assert all(column.approved for column in ready.columns)


@pytest.mark.parametrize(
    ("typed", "asked"), [("lane", "lane*"), ("lane ", "lane "), ('"lane lifts"', '"lane lifts"'), ("  ", "")]
)
def test_the_last_word_that_is_typed_may_go_on(typed: str, asked: str, reporter: SignedIn) -> None:
    assert question_of(view(reporter, "desks"), ViewChoice(search=typed), reporter).search == asked


def test_a_writer_and_an_order_are_asked_for(reporter: SignedIn) -> None:
    asked = question_of(view(reporter, "off"), ViewChoice(CardOrder.SLUG, writer="nora"), reporter)
    assert (asked.order, asked.login) == (CardOrder.SLUG, "reporter")
    assert [filters[-1] for filters in asked.columns] == [(CardFilter(writer="nora"),)] * 2


def test_a_card_is_shown_where_one_is_unless_it_is_not_there(reporter: SignedIn) -> None:
    views = [view(reporter, key) for key in ("mine", "desks", "desk:Sport")]
    mine, all_desks, sport = views
    assert view_of(make_card(), views, all_desks) is all_desks
    assert view_of(make_card(), views, sport) is mine
    assert view_of(make_card(writer="nora"), views, sport) is all_desks


@pytest.mark.parametrize(("role", "told"), [(Role.REPORTER, "Ctrl+N"), (Role.PRODUCTION, "reporters begin")])
def test_who_may_begin_no_story_is_not_told_how(reporter: SignedIn, role: Role, told: str) -> None:
    assert told in view(replace(reporter, role=role), ALL).columns[0].empty
