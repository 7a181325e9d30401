"""What a card says of its story: badges, who holds it, why it came back, how full its space is."""

from datetime import UTC, datetime, timedelta

import pytest

from db.stages import Move, Stage
from db.values import Claim, SignedIn, SignOff
from desktop.board.facts import Bar, badges, bar, byline, due_badge, holder, home, note, over, spoken, talk, tooltip
from tests.desktop.conftest import make_card

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "role", "begins"),
    [(-1, "bad", "late 1 min"), (-130, "bad", "late 2 h"), (60, "warning", "due "), (61, "muted", "due ")],
)
def test_what_is_late_or_due_soon_is_marked(minutes: int, role: str, begins: str) -> None:
    badge = due_badge(NOON + timedelta(minutes=minutes), NOON)
    assert (badge.role, badge.text.startswith(begins), bool(badge.sign)) == (role, True, role != "muted")


def test_only_stories_on_their_way_are_due() -> None:
    due = {"due": NOON - timedelta(hours=1)}
    assert [len(badges(make_card(stage=stage, **due), NOON)) for stage in Stage] == [
        1 if stage in (Stage.DRAFT, Stage.EDIT) else 0 for stage in Stage
    ]


def test_an_approved_story_names_who_signed_it_and_that_it_is_a_correction() -> None:
    signed = SignOff(4, "ab", "nora", "Nora Lin", "NL", NOON)
    assert [badge.text for badge in badges(make_card(stage=Stage.PUBLISH, sign_off=signed), NOON)] == ["signed off NL"]
    both = badges(make_card(stage=Stage.PUBLISH, sign_off=signed, corrections=2), NOON)
    assert [badge.text for badge in both] == ["correction 2", "NL"]
    assert badges(make_card(stage=Stage.KILLED, corrections=2), NOON) == []


def test_comments_that_wait_are_counted_by_sign_and_said_in_words(reporter: SignedIn) -> None:
    card = make_card(open_comments=2)
    badge = talk(card)
    assert badge and (badge.text, badge.sign) == ("2", "message-square")
    assert "2 open comments" in spoken(card, reporter, NOON)
    assert "2 open comments" in tooltip(card, NOON)
    assert talk(make_card()) is None


def test_who_writes_in_it_is_named_but_to_oneself(reporter: SignedIn) -> None:
    other = Claim("nora", "Nora Lin", NOON, NOON)
    mine = Claim(reporter.login, reporter.name, NOON, NOON)
    said = [holder(make_card(claim=claim), reporter) for claim in (None, other, mine)]
    assert [badge.text if badge else "" for badge in said] == ["", "held by Nora Lin", "you are writing"]


@pytest.mark.parametrize(
    ("move", "stage", "text"),
    [
        (Move.RETURN, Stage.DRAFT, "returned: too long"),
        (Move.RETURN, Stage.EDIT, ""),
        (Move.SPIKE, Stage.SPIKED, "spiked: too long"),
        (Move.SUBMIT, Stage.EDIT, "too long"),
    ],
)
def test_why_it_came_back_is_said_while_it_stands_there(move: Move, stage: Stage, text: str) -> None:
    found = note(make_card(stage=stage, last_move=move, last_note="too long"), NOON)
    assert (found.text if found else "") == text


def test_an_export_is_said_before_all_else() -> None:
    found = note(make_card(stage=Stage.PUBLISH, exported=NOON, last_move=Move.KILL), NOON)
    assert found
    assert found.text.startswith("exported ")


@pytest.mark.parametrize(
    ("target", "lines", "wanted"),
    [(None, 30, None), (40, None, None), (40, 30, Bar(0.75, -10)), (40, 41, Bar(1.0, 1)), (40, 50, Bar(1.0, 10))],
)
def test_a_bar_fills_until_the_space_is_full(target: int | None, lines: int | None, wanted: Bar | None) -> None:
    found = bar(make_card(target_lines=target, lines=lines))
    assert found == wanted
    assert [over(Bar(1, number)) for number in (-1, 0, 1, 12)] == ["", "", "1 line over", "12 lines over"]


@pytest.mark.parametrize(
    ("text", "shown"), [("By Ana Rui", "Ana Rui"), ("by  X", "X"), ("Ana", "Ana"), (" ", "Wu Jing"), ("Byron", "Byron")]
)
def test_a_byline_goes_without_its_by_and_the_writer_stands_in(text: str, shown: str) -> None:
    assert byline(make_card(byline=text)) == shown


def test_a_home_is_desk_and_kind() -> None:
    assert [home(make_card(kind=kind), desk=desk) for kind in ("", "brief") for desk in (True, False)] == [
        "City", "", "City · brief", "brief",
    ]  # fmt: skip


def test_a_card_is_read_aloud_whole_and_pointed_at_it_says_more(reporter: SignedIn) -> None:
    card = make_card(target_lines=40, lines=52, due=NOON + timedelta(minutes=20), version=3, layout="tabloid")
    said = spoken(card, reporter, NOON)
    for part in ("lane-lifts", "by Wu Jing", "City", "Draft", "due ", "655 words", "12 lines over"):
        assert part in said
    assert "52 of 40 lines" in tooltip(card, NOON)
    assert "City · tabloid · revision 3" in tooltip(card, NOON)
