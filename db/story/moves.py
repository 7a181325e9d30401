"""Moves: a story passes from stage to stage by the table of `db/stages.py`, and by nothing else."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session, col, func, select

from db.acts import WRITERS, Act
from db.errors import Refused, Stale
from db.fields import STORY_FIELDS
from db.settings import Settings
from db.stages import PAST, TRANSITIONS, Move, Role, Situation, Stage, refusal, target
from db.store.tables import (
    AccountKeyRow,
    AccountRow,
    ClaimRow,
    EventRow,
    RevisionRow,
    SignOffRow,
    StoryRow,
)
from db.store.unit_of_work import Database, UnitOfWork
from db.story.checks import open_checks
from db.story.claims import live_claim, need_story
from db.story.inbox import notify_of_move
from db.story.revisions import add_revision, text_of
from db.story.signoff import FOUR_EYES, four_eyes_rule, key_note, key_of, message_of
from db.story.slugs import slug_is_taken
from db.story.stories import Stories
from db.story.undone_moves import UNDO, undo_move
from db.values import Account, MoveOption, Problem, Story, StoryCard, StoryText
from db.visible_text import has_visible_text

_MEANWHILE = 60
"""Minutes after which nobody cares how many it was."""


class Moves:
    """Offers moves and makes them."""

    def __init__(self, database: Database, settings: Settings, stories: Stories) -> None:
        self._database = database
        self._settings = settings
        self._stories = stories

    def options(self, story: Story, actor: Account, problems: Sequence[Problem] = ()) -> list[MoveOption]:
        """All moves in the table's order, each allowed or with the reason why not.

        A note that must still be written is no reason: `asks` says what will be asked for.
        """
        four_eyes = bool(self._settings.get(FOUR_EYES, True))
        is_writer = story.writer == actor.login and actor.role in WRITERS
        situation = Situation(
            stage=story.stage, role=actor.role, active=actor.active, is_writer=is_writer,
            stage_before=story.stage_before, missing=missing_fields(story), blockers=_blockers(problems),
            held_by=story.claim.name if story.claim and story.claim.login != actor.login else "",
            exported=story.exported is not None, four_eyes=four_eyes, note="to be written",
            changed_by=self._changed_by(story) if is_writer and story.stage is Stage.EDIT else "",
        )  # fmt: skip
        reasons = [(row, refusal(row.move, situation)) for row in TRANSITIONS]
        return [MoveOption(row.move, not reason, reason, row.asks, is_writer or not row.own) for row, reason in reasons]

    def make(
        self,
        move: Move,
        story_id: int,
        *,
        actor: Account,
        note: str = "",
        problems: Sequence[Problem],
        version: int | None = None,
        seen: StoryCard | None = None,
    ) -> Story:
        """Move a story. `problems` are what preflight found in its revision `version` (the newest when not given).

        `seen` is the story as the person saw it who asks for the move: nobody moves what has become of it since.
        Raises Refused with the reason, or Stale when the story has another revision now, or another stage than was
        seen; nothing was changed then.
        """
        with self._database.change(actor, Act.MOVE) as unit:
            row = need_story(unit.session, story_id)
            moved = seen is not None and (row.version, row.stage) != (seen.version, seen.stage)
            if moved or version not in (None, row.version):
                raise Stale(_what_became(unit.session, row, actor, unit.now))
            situation = self._situation(unit, row, note, problems)
            reason = refusal(move, situation)
            if reason:
                raise Refused(f"{row.slug}: {reason}")
            source, aim = Stage(row.stage), target(move, situation)
            if move is Move.RESTORE and slug_is_taken(unit.session, row.slug, row.id):
                raise Refused(f"{row.slug}: another open story has this slug now; rename that one first.")
            add_revision(unit, row, text_of(unit.session, row), note=note.strip(), label=PAST[move])
            row.stage, row.last_move, row.last_note = aim, move, note.strip()
            row.stage_before = source if move is Move.SPIKE else None
            _update_sign_off(unit, move, row, situation)
            if aim not in (Stage.DRAFT, Stage.EDIT) or move is Move.RETURN:
                _drop_claim(unit.session, row)
            event = unit.record(
                move, row, note=note.strip(), stage_from=source, stage_to=aim, details=self._key_note(unit, move)
            )
            notify_of_move(unit, move, row, event)
            unit.touch("stories", story_id)
        return self._stories.get(story_id)

    def undo(self, seen: StoryCard, *, actor: Account) -> Story:
        """Undo the move that left a story as it is seen, where its actor has just made it and it may be undone.

        Raises Refused with the reason, or Stale when the story has another revision or stage by now.
        """
        with self._database.change(actor, Act.MOVE) as unit:
            row = need_story(unit.session, seen.id)
            if (row.version, row.stage) != (seen.version, seen.stage):
                raise Stale(_what_became(unit.session, row, actor, unit.now))
            undo_move(unit, row)
        return self._stories.get(seen.id)

    def _changed_by(self, story: Story) -> str:
        with self._database.reading() as session:
            return _changed_by(session, story.id, story.writer)

    def refuse_unless_as_seen(self, seen: StoryCard, *, actor: Account) -> None:
        """Raise Stale when a story has another revision or stage than was seen: its actor should look again."""
        with self._database.reading() as session:
            row = need_story(session, seen.id)
            if (row.version, row.stage) != (seen.version, seen.stage):
                raise Stale(_what_became(session, row, actor, self._database.clock()))

    def _key_note(self, unit: UnitOfWork, move: Move) -> str:
        """What the history is to say of the key an approval was signed with."""
        if move is not Move.APPROVE:
            return ""
        public = key_of(unit, "an approval").public
        held = unit.session.exec(select(AccountKeyRow).where(AccountKeyRow.public_key == public)).first()
        return key_note(unit.session, held)

    def _situation(self, unit: UnitOfWork, row: StoryRow, note: str, problems: Sequence[Problem]) -> Situation:
        actor = unit.actor
        assert actor is not None
        claim = live_claim(unit.session, row.id or 0, unit.now)
        holder = unit.session.get(AccountRow, claim.account_id) if claim and claim.account_id != actor.id else None
        fresh = unit.session.get(AccountRow, actor.id)
        text = text_of(unit.session, row)
        return Situation(
            stage=Stage(row.stage),
            role=Role(fresh.role) if fresh else actor.role,
            is_writer=row.writer_id == actor.id and actor.role in WRITERS,
            active=fresh is not None and fresh.active,
            stage_before=Stage(row.stage_before) if row.stage_before else None,
            missing=missing_fields(text),
            blockers=tuple(dict.fromkeys((*_blockers(problems), *open_checks(unit.session, row)))),
            held_by=holder.name if holder else "",
            exported=row.exported is not None,
            four_eyes=four_eyes_rule(unit.session),
            note=note,
            changed_by=_changed_by(unit.session, row.id or 0, actor.login),
        )


def _changed_by(session: Session, story_id: int, writer: str) -> str:
    """Name of who made a revision of a story since it was last submitted, when that is another than its writer.

    The newest such person: that the writer, too, has saved it since makes nobody else's change undone.
    """
    mine = RevisionRow.story_id == story_id
    submitted = select(func.max(RevisionRow.number)).where(mine, RevisionRow.label == PAST[Move.SUBMIT])
    since = col(RevisionRow.number) >= func.coalesce(submitted.scalar_subquery(), 0)
    query = select(AccountRow.name).join(RevisionRow, col(RevisionRow.author_id) == AccountRow.id)
    query = query.where(mine, since, AccountRow.login != writer).order_by(col(RevisionRow.number).desc())
    return session.exec(query.limit(1)).first() or ""


def missing_fields(story: Story | StoryText) -> tuple[str, ...]:
    """The fields every story must have before it leaves its writer, of those that are empty."""
    must = {one.name: getattr(story, one.name) for one in STORY_FIELDS if one.required}
    must["body"] = story.body.body_text
    return tuple(name for name, value in must.items() if not has_visible_text(value))


def _blockers(problems: Sequence[Problem]) -> tuple[str, ...]:
    return tuple(problem.sentence for problem in problems if problem.blocks)


def _update_sign_off(unit: UnitOfWork, move: Move, row: StoryRow, situation: Situation) -> None:
    """An approval signs what it approves; leaving Publish voids it, and a correction is counted for good."""
    if move is Move.APPROVE:
        row.sign_off_id = _sign(unit, row, alone=situation.is_writer)
        row.exported = None
    elif move in (Move.RECALL, Move.CORRECT):
        row.sign_off_id, row.exported = None, None
        row.corrections += move is Move.CORRECT


def _sign(unit: UnitOfWork, row: StoryRow, *, alone: bool) -> int | None:
    assert unit.actor is not None
    sign_off = SignOffRow(
        story_id=row.id or 0, revision=row.version, content_hash=row.content_hash, account_id=unit.actor.id,
        at=unit.now, alone=alone, layout=row.layout, due=row.due, desk_id=row.desk_id,
    )  # fmt: skip
    sign_off.signature = key_of(unit, "an approval").sign(message_of(sign_off))
    unit.session.add(sign_off)
    unit.seal(sign_off)
    unit.session.flush()
    return sign_off.id


_CHANGES = {
    "save": "changed",
    "take over": "taken over",
    UNDO: "put back",
    **{str(move): past for move, past in PAST.items()},
}
"""What makes another revision or stage of a story, in the log's words and in a sentence's."""


def _what_became(session: Session, row: StoryRow, actor: Account, now: datetime) -> str:
    """What somebody else did with a story since the actor looked at it; what they did themselves, if nobody else."""
    query = select(EventRow, AccountRow.name).join(AccountRow, col(EventRow.account_id) == AccountRow.id)
    query = query.where(EventRow.story_id == row.id, col(EventRow.action).in_(list(_CHANGES)))
    own = col(EventRow.account_id) == actor.id
    found = session.exec(query.order_by(own, col(EventRow.number).desc()).limit(1)).first()
    if found is None:
        return f"{row.slug} was changed meanwhile: look at it again."
    event, name = found
    return f"{row.slug} was {_CHANGES[event.action]} by {name} {_ago(now - event.at)}: look at it again."


def _ago(time: timedelta) -> str:
    """How long ago, as one says it of what happened behind one's back."""
    minutes = int(time.total_seconds() // 60)
    if minutes < 1:
        return "a moment ago"
    return "meanwhile" if minutes >= _MEANWHILE else f"{minutes} minute{'s' * (minutes > 1)} ago"


def _drop_claim(session: Session, row: StoryRow) -> None:
    claim = session.get(ClaimRow, row.id)
    if claim is not None:
        session.delete(claim)
