"""What people do in a newsroom, and the one table of who may do what. Pure.

The gateway asks it before anything is written, the window for what it offers, the handbook shows it. How stories pass
from stage to stage stands in `db/stages.py`.
"""

from dataclasses import dataclass
from enum import StrEnum

from db.stages import Role, Stage


class Act(StrEnum):
    """Whatever a person does that changes a newsroom, leaves it, or replaces it."""

    CREATE = "create"
    WRITE = "write"
    KEEP = "keep"
    SCHEDULE = "schedule"
    PLAN = "plan"
    LEAVE = "leave"
    ADD_PICTURE = "add picture"
    MOVE = "move"
    COMMENT = "comment"
    SUGGEST = "suggest"
    HOLD = "hold back"
    LIFT_HOLD = "lift a hold"
    ASK_CHECK = "ask for a check"
    CHECK = "check"
    LOOK_OVER = "look over"
    READ_NOTICE = "read notice"
    MEASURE = "measure"
    SAVE_SEARCH = "save search"
    JUDGE = "judge a remark"
    KEEP_WORD = "keep a word"
    ADD_WORD = "add a word"
    SET_STYLE = "set house style"
    SWITCH_OFF_STYLE = "switch off a rule of house style"
    EXPORT = "export"
    CHANGE_PASSWORD = "change password"
    ADD_ACCOUNT = "add account"
    CHANGE_ACCOUNT = "change account"
    RESET_PASSWORD = "reset password"
    ADD_DESK = "add desk"
    RENAME_DESK = "rename desk"
    RETIRE_DESK = "retire desk"
    SET = "set"
    SET_LIMIT = "set limit"
    ADD_FORMAT = "add format"
    BACK_UP = "back up"
    RESTORE = "restore a backup"
    MOVE_NEWSROOM = "move the newsroom"


@dataclass(frozen=True)
class Permission:
    """One row of the table: who may do an act, and what the others are told."""

    act: Act
    what: str
    """In words, as the handbook has it."""
    who: frozenset[Role]
    refusal: str = ""
    stages: tuple[Stage, ...] = ()
    """Of an act on a story: the stages in which those roles may do it; all when none is named."""
    own: tuple[Stage, ...] = ()
    """The stages in which the story's writer may do it, too."""
    in_own: str = ""
    """What the others are told in those stages."""
    never: str = ""
    """What a role is told that may do it on no story at all."""
    closed: str = "A story in {stage} is read-only."
    """What everybody is told in a stage in which nobody may do it."""


EVERYBODY = frozenset(Role)
WRITERS = EVERYBODY - {Role.PRODUCTION}
EDITORS = frozenset({Role.EDITOR, Role.CHIEF})
PRESS = EVERYBODY - {Role.REPORTER}
CHIEF = frozenset({Role.CHIEF})
_OPEN = (Stage.DRAFT, Stage.EDIT)

_NO_TEXT = "Production sets type and exports: it changes no text."
_NO_PLAN = "Production sets type and exports: it plans no story."
_NO_HOLD = "Production sets type and exports: it holds no story back."
_NO_ASKING = "Production does checks, and asks for none."

PERMISSIONS = (
    Permission(Act.CREATE, "begin a story, or bring one in", WRITERS, _NO_TEXT),
    Permission(
        Act.WRITE, "change a story's text, claim it", EDITORS, "Only an editor may change a story in {stage}.", _OPEN,
        own=(Stage.DRAFT,), in_own="Only its writer or an editor may change this draft.", never=_NO_TEXT,
    ),
    Permission(
        Act.KEEP, "have what one types kept, wherever the story was moved meanwhile", EDITORS,
        "Only its writer or an editor may type in this story.", own=tuple(Stage), never=_NO_TEXT,
    ),
    Permission(
        Act.SCHEDULE, "set when a story is due, its format and its desk, which are printed", EDITORS,
        "Only an editor may set when a story in {stage} is due, its format and its desk.", _OPEN, own=(Stage.DRAFT,),
        in_own="Only its writer or an editor may plan it.", never=_NO_PLAN,
        closed="When a story in {stage} is due, its format and its desk stand as approved: recall or correct it first.",
    ),
    Permission(
        Act.PLAN, "set a story's length and kind", EDITORS, "Only an editor may plan a story in {stage}.",
        own=_OPEN, in_own="Only its writer or an editor may plan it.", never=_NO_PLAN,
    ),
    Permission(Act.LEAVE, "give back one's own claim, drop one's own typing", EVERYBODY),
    Permission(Act.ADD_PICTURE, "bring in a picture", WRITERS, _NO_TEXT),
    Permission(Act.MOVE, "move a story, by the table of moves", EVERYBODY),
    Permission(Act.COMMENT, "comment, answer, resolve", EVERYBODY),
    Permission(
        Act.SUGGEST, "suggest changes of a story's text", EDITORS,
        "Only an editor or its writer may suggest changes of this story.", _OPEN, own=_OPEN, never=_NO_TEXT,
    ),
    Permission(
        Act.HOLD, "hold a story back from print, until a time or until that is lifted", EDITORS,
        "Only an editor may hold back a story in {stage}.", own=_OPEN,
        in_own="Only its writer or an editor may hold this story back.", never=_NO_HOLD,
    ),
    Permission(Act.LIFT_HOLD, "lift a hold", EDITORS, "Only an editor may lift a hold."),
    Permission(
        Act.ASK_CHECK, "ask for a check of a story, or for none any more", EDITORS,
        "Only an editor may ask for a check of a story in {stage}.", own=_OPEN,
        in_own="Only its writer or an editor may ask for a check of this story.", never=_NO_ASKING,
    ),
    Permission(
        Act.CHECK, "do a check of a story that one did not write", PRESS,
        "Only production or an editor may do a check.",
    ),
    Permission(Act.LOOK_OVER, "look over what others changed since one had a story", EVERYBODY),
    Permission(Act.READ_NOTICE, "read one's own inbox", EVERYBODY),
    Permission(Act.MEASURE, "have a story measured", EVERYBODY),
    Permission(Act.SAVE_SEARCH, "keep and forget searches, one's own and shared ones", EVERYBODY),
    Permission(Act.JUDGE, "ignore a word, take up or dismiss a remark of house style", WRITERS, _NO_TEXT),
    Permission(Act.KEEP_WORD, "keep words of one's own that spelling takes for right", EVERYBODY),
    Permission(Act.ADD_WORD, "keep words for the newsroom", EDITORS, "Only an editor may keep words for the newsroom."),
    Permission(Act.SET_STYLE, "draft and publish house style", CHIEF, "Only the chief may change the house style."),
    Permission(Act.SWITCH_OFF_STYLE, "have a rule of house style switched off that runs wild", EVERYBODY),
    Permission(Act.EXPORT, "export approved stories for print", PRESS, "Only production or an editor may export."),
    Permission(Act.CHANGE_PASSWORD, "change one's own password", EVERYBODY),
    Permission(Act.ADD_ACCOUNT, "make an account", CHIEF, "Only the chief may add accounts."),
    Permission(Act.CHANGE_ACCOUNT, "change an account, end its use", CHIEF, "Only the chief may change accounts."),
    Permission(Act.RESET_PASSWORD, "reset the password of another", CHIEF, "Only the chief may reset passwords."),
    Permission(Act.ADD_DESK, "make a desk", CHIEF, "Only the chief may add desks."),
    Permission(Act.RENAME_DESK, "rename a desk", CHIEF, "Only the chief may rename desks."),
    Permission(Act.RETIRE_DESK, "retire a desk, take one back", CHIEF, "Only the chief may retire desks."),
    Permission(Act.SET, "change settings and kinds", CHIEF, "Only the chief may change the settings of the newsroom."),
    Permission(Act.SET_LIMIT, "set limits", CHIEF, "Only the chief may set limits."),
    Permission(
        Act.ADD_FORMAT, "add a format or a profile", frozenset({Role.PRODUCTION, Role.CHIEF}),
        "Only production or the chief may add formats.",
    ),
    Permission(Act.BACK_UP, "copy the newsroom into a backup", PRESS, "Only production or an editor may back up."),
    Permission(
        Act.RESTORE, "put a backup in the newsroom's place", CHIEF, "Only the chief may put a backup in its place."
    ),
    Permission(Act.MOVE_NEWSROOM, "move the newsroom to a server", CHIEF, "Only the chief may move the newsroom."),
)  # fmt: skip

BY_ACT = {row.act: row for row in PERMISSIONS}


def why_never(act: Act, role: Role) -> str:
    """Why this role may do an act on no story at all, in one sentence; an empty string when it may on some."""
    row = BY_ACT[act]
    own = bool(row.own) and role in WRITERS
    return "" if own or role in row.who else row.never or row.refusal


def why_not(act: Act, role: Role, stage: Stage, *, is_writer: bool) -> str:
    """Why a person may not do an act on a story in this stage, in one sentence; an empty string when they may."""
    row = BY_ACT[act]
    if row.stages and stage not in row.stages:
        return row.closed.format(stage=stage)
    own = is_writer and role in WRITERS and stage in row.own
    return "" if own or role in row.who else _told(row, stage)


def may_write(stage: Stage, role: Role, *, is_writer: bool, active: bool = True) -> str:
    """Why this person may not change the text in this stage; an empty string when they may.

    Text is open to its writer and editors in Draft, to editors in Edit, and to nobody elsewhere.
    """
    return why_not(Act.WRITE, role, stage, is_writer=is_writer) if active else "Your account is not active."


def _told(row: Permission, stage: Stage) -> str:
    sentence = row.in_own if row.in_own and stage in row.own else row.refusal
    return sentence.format(stage=stage)
