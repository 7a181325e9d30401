"""A move that is undone by who has just made it: the story stands where it stood, and the log tells of both."""

from sqlmodel import Session, col, select

from db.errors import Refused
from db.stages import BY_MOVE, PAST, UNDO_TAKEN, Move, Stage
from db.store.tables import AccountRow, EventRow, NoticeRow, SignOffRow, StoryRow
from db.store.unit_of_work import UnitOfWork
from db.story.claims import live_claim
from db.story.revisions import add_revision, text_of
from db.story.slugs import slug_is_taken

UNDO = "undo"
"""The action of the record that a move was undone."""
_MOVES = frozenset(map(str, Move))


def undo_move(unit: UnitOfWork, story: StoryRow) -> None:
    """Put a story back to where its last move found it. Raises Refused when that cannot be undone any more.

    Whoever was told of the move is told of it no more; an approval that was given is taken back, one that was recalled
    holds again, for it is of the same text.
    """
    moves = _moves_made(unit.session, story.id or 0)
    if reason := _why_not(unit, story, moves[-1] if moves else None):
        raise Refused(f"{story.slug}: {reason}")
    event, before = moves[-1], moves[-2] if len(moves) > 1 else None
    move, source, aim = Move(event.action), Stage(event.stage_to or story.stage), Stage(event.stage_from or story.stage)
    add_revision(unit, story, text_of(unit.session, story), label="put back")
    story.stage, story.stage_before = aim, source if move is Move.RESTORE else None
    story.last_move, story.last_note = (before.action, before.note) if before else (None, "")
    if move is Move.APPROVE:
        story.sign_off_id = None
    elif move is Move.RECALL:
        sign_off = _newest_sign_off(unit.session, story)
        story.sign_off_id = sign_off.id if sign_off else None
    for notice in unit.session.exec(select(NoticeRow).where(NoticeRow.key == f"event {event.number}")):
        unit.session.delete(notice)
        unit.touch("inbox")
    unit.record(UNDO, story, note=PAST[move], stage_from=source, stage_to=aim)
    unit.touch("stories", story.id)


def _why_not(unit: UnitOfWork, story: StoryRow, event: EventRow | None) -> str:
    """Why the last move of a story is not undone, in one sentence; an empty string when it is."""
    assert unit.actor is not None
    claim = live_claim(unit.session, story.id or 0, unit.now)
    if event is None or event.account_id != unit.actor.id:
        return "only who made its last move may undo that."
    if not BY_MOVE[Move(event.action)].undoable:
        return f"that it was {PAST[Move(event.action)]} stands for good."
    if unit.now - event.at > UNDO_TAKEN or story.exported is not None:
        return "it is too late to undo its last move."
    if claim is not None and claim.account_id != unit.actor.id:
        return f"{_name(unit.session, claim.account_id)} is writing in it by now."
    if event.action == Move.RECALL and not _is_as_signed(story, _newest_sign_off(unit.session, story)):
        return "it was changed since, and is not what was approved."
    if story.stage == Stage.SPIKED and slug_is_taken(unit.session, story.slug, story.id):
        return "another open story has this slug now; rename that one first."
    return ""


def _moves_made(session: Session, story_id: int) -> list[EventRow]:
    """The moves of a story that stand, oldest first: without those that were undone."""
    query = select(EventRow).where(EventRow.story_id == story_id, col(EventRow.action).in_([*_MOVES, UNDO]))
    made = list[EventRow]()
    for event in session.exec(query.order_by(col(EventRow.number))):
        if event.action != UNDO:
            made.append(event)
        elif made:
            made.pop()
    return made


def _is_as_signed(story: StoryRow, sign_off: SignOffRow | None) -> bool:
    """Whether a story has the text that was signed and, where they were signed too, its format, due date and desk."""
    if sign_off is None or sign_off.content_hash != story.content_hash:
        return False
    beside = (sign_off.layout, sign_off.due, sign_off.desk_id)
    return not sign_off.layout or beside == (story.layout, story.due, story.desk_id)


def _newest_sign_off(session: Session, story: StoryRow) -> SignOffRow | None:
    """The sign-off that the story had until it was recalled."""
    query = select(SignOffRow).where(SignOffRow.story_id == story.id)
    return session.exec(query.order_by(col(SignOffRow.id).desc()).limit(1)).first()


def _name(session: Session, account_id: int) -> str:
    return session.exec(select(AccountRow.name).where(AccountRow.id == account_id)).one()
