"""The table of moves, row by row: every move by every role from every stage, allowed and refused."""

from dataclasses import replace
from itertools import product

import pytest

from db.acts import may_write
from db.stages import TRANSITIONS, Move, Role, Situation, Stage, refusal, target

WRITER_MAY = {(Move.SUBMIT, Stage.DRAFT), (Move.SPIKE, Stage.DRAFT), (Move.WITHDRAW, Stage.EDIT)}
EDITOR_MAY = {
    (Move.SUBMIT, Stage.DRAFT),
    (Move.RETURN, Stage.EDIT),
    (Move.APPROVE, Stage.EDIT),
    (Move.RECALL, Stage.PUBLISH),
    (Move.CORRECT, Stage.PUBLISH),
    (Move.SPIKE, Stage.DRAFT),
    (Move.SPIKE, Stage.EDIT),
    (Move.RESTORE, Stage.SPIKED),
}
CHIEF_MAY = EDITOR_MAY | {(Move.KILL, Stage.PUBLISH)}
MAY = {Role.REPORTER: set(), Role.PRODUCTION: set(), Role.EDITOR: EDITOR_MAY, Role.CHIEF: CHIEF_MAY}


def situation(stage: Stage, role: Role, move: Move, **more: object) -> Situation:
    """One in which nothing but stage and role can forbid the move."""
    before = Stage.EDIT if stage is Stage.SPIKED else None
    plain = Situation(stage, role, stage_before=before, note="why", exported=move is Move.CORRECT)
    return replace(plain, **more)


@pytest.mark.parametrize(("move", "stage", "role"), list(product(Move, Stage, Role)))
def test_each_role_may_make_just_its_moves(move: Move, stage: Stage, role: Role) -> None:
    assert (not refusal(move, situation(stage, role, move))) == ((move, stage) in MAY[role])


@pytest.mark.parametrize(("move", "stage", "role"), list(product(Move, Stage, Role)))
def test_a_writer_may_submit_and_spike_drafts_besides(move: Move, stage: Stage, role: Role) -> None:
    allowed = (MAY[role] | WRITER_MAY) - ({(Move.APPROVE, Stage.EDIT)} if role.edits else set())
    assert (not refusal(move, situation(stage, role, move, is_writer=True))) == ((move, stage) in allowed)


@pytest.mark.parametrize(("move", "stage"), list(product(Move, Stage)))
def test_an_account_that_is_not_active_moves_nothing(move: Move, stage: Stage) -> None:
    assert "not active" in refusal(move, situation(stage, Role.CHIEF, move, active=False))


@pytest.mark.parametrize("move", [row.move for row in TRANSITIONS if row.asks])
def test_what_asks_for_a_reason_is_refused_without_one(move: Move) -> None:
    stage = next(row.sources[0] for row in TRANSITIONS if row.move is move)
    assert refusal(move, situation(stage, Role.CHIEF, move, note="  \n")).startswith(("Give a reason", "Write a note"))


def test_an_editor_approves_their_own_story_only_without_the_four_eyes_rule() -> None:
    own = situation(Stage.EDIT, Role.EDITOR, Move.APPROVE, is_writer=True)
    assert "Another editor" in refusal(Move.APPROVE, own)
    assert not refusal(Move.APPROVE, replace(own, four_eyes=False))


@pytest.mark.parametrize(
    ("more", "part"),
    [({"missing": ("byline",)}, "byline"), ({"blockers": ("No glyph.",)}, "No glyph."), ({"held_by": "Rita"}, "Rita")],
)
def test_approval_needs_fields_no_blocker_and_no_claim_of_another(more: dict, part: str) -> None:
    assert part in refusal(Move.APPROVE, situation(Stage.EDIT, Role.EDITOR, Move.APPROVE, **more))


def test_what_was_exported_is_corrected_and_what_was_not_is_recalled() -> None:
    exported = situation(Stage.PUBLISH, Role.EDITOR, Move.CORRECT)
    fresh = replace(exported, exported=False)
    assert refusal(Move.RECALL, exported) and not refusal(Move.CORRECT, exported)
    assert refusal(Move.CORRECT, fresh) and not refusal(Move.RECALL, fresh)


def test_a_restored_story_goes_back_to_where_it_was() -> None:
    spiked = situation(Stage.SPIKED, Role.EDITOR, Move.RESTORE)
    assert target(Move.RESTORE, spiked) is Stage.EDIT
    assert target(Move.RESTORE, replace(spiked, stage_before=Stage.DRAFT)) is Stage.DRAFT


def test_a_writer_restores_their_own_draft_but_not_what_was_spiked_in_edit() -> None:
    own = situation(Stage.SPIKED, Role.REPORTER, Move.RESTORE, is_writer=True)
    assert refusal(Move.RESTORE, own)
    assert not refusal(Move.RESTORE, replace(own, stage_before=Stage.DRAFT))


@pytest.mark.parametrize(("stage", "role", "writer"), list(product(Stage, Role, (True, False))))
def test_text_is_open_to_the_writer_in_draft_and_to_editors_in_draft_and_edit(
    stage: Stage, role: Role, writer: bool
) -> None:
    writes = writer and role is not Role.PRODUCTION
    expected = (stage is Stage.DRAFT and (writes or role.edits)) or (stage is Stage.EDIT and role.edits)
    assert (not may_write(stage, role, is_writer=writer)) == expected
    assert may_write(stage, role, is_writer=writer, active=False)
