"""Stages, roles, moves, and the one table: which move leads where, who may make it, what it needs. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from db.visible_text import has_visible_text


class Stage(StrEnum):
    """Where a story stands."""

    DRAFT = "Draft"
    EDIT = "Edit"
    PUBLISH = "Publish"
    SPIKED = "Spiked"
    KILLED = "Killed"


OPEN_STAGES = (Stage.DRAFT, Stage.EDIT, Stage.PUBLISH)


class Role(StrEnum):
    """What a person does in the newsroom. A chief is an editor who also runs accounts, desks and settings."""

    REPORTER = "reporter"
    EDITOR = "editor"
    PRODUCTION = "production"
    CHIEF = "chief"

    @property
    def edits(self) -> bool:
        """Whether this role has an editor's rights."""
        return self in (Role.EDITOR, Role.CHIEF)


class Move(StrEnum):
    """How a story passes from one stage to another."""

    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    RETURN = "return"
    APPROVE = "approve"
    RECALL = "recall"
    CORRECT = "correct"
    SPIKE = "spike"
    RESTORE = "restore"
    KILL = "kill"


@dataclass(frozen=True)
class Situation:
    """All that the rules look at when one person wants to move one story."""

    stage: Stage
    role: Role
    is_writer: bool = False
    active: bool = True
    stage_before: Stage | None = None
    missing: tuple[str, ...] = ()
    """Required fields that are empty, by their names on screen."""
    blockers: tuple[str, ...] = ()
    """Sentences of the problems that stop approval."""
    held_by: str = ""
    """Name of the person, other than the actor, who holds the claim."""
    exported: bool = False
    """Whether a clean PDF of this approval was exported."""
    four_eyes: bool = True
    """Whether an editor may not approve a story of their own."""
    note: str = ""
    changed_by: str = ""
    """Name of another who has changed the text since its writer handed it on."""


MoveRule = Callable[[Situation], str]
"""Why a situation forbids a move, in one sentence; an empty string when it does not."""


@dataclass(frozen=True)
class Transition:
    """One row of the table."""

    move: Move
    sources: tuple[Stage, ...]
    target: Stage | None
    """None stands for the stage the story was spiked from."""
    who: MoveRule
    needs: tuple[MoveRule, ...] = ()
    asks: str = ""
    """What the person is asked to write: `note`, `reason`, or nothing."""
    takes_note: bool = False
    """Whether they may write a note though none is asked for."""
    own: bool = False
    """Whether it is there for the story's writer alone: to others it is not even shown."""
    undoable: bool = False
    """Whether who has just made it may undo it: not what is counted for good, nor what everybody was told of."""


def _writer_or_editor(s: Situation) -> str:
    return "" if s.is_writer or s.role.edits else "Only the writer or an editor may do this."


def _editor(s: Situation) -> str:
    return "" if s.role.edits else "Only an editor may do this."


def _writer(s: Situation) -> str:
    return "" if s.is_writer else "Only its writer may withdraw a story."


def _another_editor(s: Situation) -> str:
    if not s.role.edits:
        return "Only an editor may approve."
    return "Another editor must approve what you wrote." if s.is_writer and s.four_eyes else ""


def _writer_of_draft_or_editor(s: Situation) -> str:
    stage = s.stage_before if s.stage is Stage.SPIKED else s.stage
    own_draft = s.is_writer and stage is Stage.DRAFT
    return "" if own_draft or s.role.edits else "Only an editor, or the writer of a draft, may do this."


def _chief(s: Situation) -> str:
    return "" if s.role is Role.CHIEF else "Only the chief may kill a story."


def _fields(s: Situation) -> str:
    return f"Still empty: {', '.join(s.missing)}." if s.missing else ""


def _note(s: Situation) -> str:
    return "" if has_visible_text(s.note) else "Write a note that says what to change."


def _reason(s: Situation) -> str:
    return "" if has_visible_text(s.note) else "Give a reason."


def _no_blocker(s: Situation) -> str:
    return " ".join(s.blockers)


def _no_other_claim(s: Situation) -> str:
    return f"{s.held_by} is still writing in it." if s.held_by else ""


def _unchanged(s: Situation) -> str:
    return f"{s.changed_by} has changed it since: ask for its return." if s.changed_by else ""


def _not_exported(s: Situation) -> str:
    return "It has been exported for print: correct it instead." if s.exported else ""


def _exported(s: Situation) -> str:
    return "" if s.exported else "Nothing has been exported yet: recall it instead."


TRANSITIONS = (
    Transition(
        Move.SUBMIT,
        (Stage.DRAFT,),
        Stage.EDIT,
        _writer_or_editor,
        (_fields, _no_other_claim),
        takes_note=True,
        undoable=True,
    ),
    Transition(Move.WITHDRAW, (Stage.EDIT,), Stage.DRAFT, _writer, (_no_other_claim, _unchanged), own=True),
    Transition(Move.RETURN, (Stage.EDIT,), Stage.DRAFT, _editor, (_no_other_claim, _note), asks="note", undoable=True),
    Transition(
        Move.APPROVE,
        (Stage.EDIT,),
        Stage.PUBLISH,
        _another_editor,
        (_fields, _no_blocker, _no_other_claim),
        undoable=True,
    ),
    Transition(
        Move.RECALL, (Stage.PUBLISH,), Stage.EDIT, _editor, (_not_exported, _reason), asks="reason", undoable=True
    ),
    Transition(Move.CORRECT, (Stage.PUBLISH,), Stage.EDIT, _editor, (_exported, _reason), asks="reason"),
    Transition(
        Move.SPIKE,
        (Stage.DRAFT, Stage.EDIT),
        Stage.SPIKED,
        _writer_of_draft_or_editor,
        (_no_other_claim, _reason),
        asks="reason",
        undoable=True,
    ),
    Transition(Move.RESTORE, (Stage.SPIKED,), None, _writer_of_draft_or_editor, undoable=True),
    Transition(Move.KILL, (Stage.PUBLISH,), Stage.KILLED, _chief, (_reason,), asks="reason"),
)

UNDO_OFFERED = timedelta(seconds=10)
"""So long who has made a move is offered to undo it: one notices a slip within it, and colleagues have hardly begun."""
UNDO_TAKEN = timedelta(minutes=1)
"""So long after a move its undoing is taken: hundreds of stories are moved one after the other before it is offered."""

BY_MOVE = {transition.move: transition for transition in TRANSITIONS}


def refusal(move: Move, situation: Situation) -> str:
    """Why this move is not allowed in this situation, in one sentence; an empty string when it is."""
    transition = BY_MOVE[move]
    if not situation.active:
        return "Your account is not active."
    if situation.stage not in transition.sources:
        return f"A story in {situation.stage} cannot be {PAST[move]}."
    return next(filter(None, (rule(situation) for rule in (transition.who, *transition.needs))), "")


def moves_between(stage: Stage, aim: Stage, before: Stage | None = None) -> list[Move]:
    """The moves that lead from one stage to another, in the table's order; `before` is where it was spiked from."""
    return [row.move for row in TRANSITIONS if stage in row.sources and (row.target or before) is aim]


def target(move: Move, situation: Situation) -> Stage:
    """The stage an allowed move leads to."""
    return BY_MOVE[move].target or situation.stage_before or Stage.DRAFT


PAST = {
    Move.SUBMIT: "submitted",
    Move.WITHDRAW: "withdrawn",
    Move.RETURN: "returned",
    Move.APPROVE: "approved",
    Move.RECALL: "recalled",
    Move.CORRECT: "corrected",
    Move.SPIKE: "spiked",
    Move.RESTORE: "restored",
    Move.KILL: "killed",
}
