"""The table of acts and roles is what the gateway does, act by act, and nothing writes past it."""

import ast
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from db.acts import BY_ACT, PERMISSIONS, Act, may_write, why_never, why_not
from db.document import Document
from db.errors import Refused
from db.newsroom import Newsroom
from db.stages import Move, Role, Stage
from db.style.judgements import Quote
from db.style.style_rules import StyleRule
from db.values import SignedIn, Story
from tests.db.conftest import LOGINS, PASSWORD, START, People, export, signed_in
from tests.db.picture.test_pictures import picture

ROOT = Path(__file__).resolve().parents[2]
ONE_OF_EACH = {Role.REPORTER: "rita", Role.EDITOR: "emil", Role.PRODUCTION: "pia", Role.CHIEF: "carl"}
"""Rita is the writer of the story."""


@dataclass(frozen=True)
class Doing:
    """Who does something, where, and on what story."""

    room: Newsroom
    who: SignedIn
    story: Story


def held(doing: Doing) -> Story:
    """The story, held back by the chief."""
    doing.room.holds.put(doing.story.id, "Wait.", actor=signed_in(doing.room, "carl"))
    return doing.story


DOINGS: dict[Act, Callable[[Doing], object]] = {
    Act.CREATE: lambda d: d.room.stories.create(d.story.text.with_(slug="new"), desk="City", actor=d.who),
    Act.WRITE: lambda d: d.room.stories.save(
        d.story.id, d.story.text.with_(dek="D"), actor=d.who, base=d.story.version
    ),
    Act.KEEP: lambda d: d.room.stories.keep(d.story.id, d.story.text, actor=d.who, base=d.story.version),
    Act.SCHEDULE: lambda d: d.room.stories.plan(d.story.id, actor=d.who, due=START + timedelta(days=1)),
    Act.PLAN: lambda d: d.room.stories.plan(d.story.id, actor=d.who, target_lines=7),
    Act.LEAVE: lambda d: d.room.stories.drop_working_copy(d.story.id, actor=d.who),
    Act.ADD_PICTURE: lambda d: d.room.pictures.add(picture(), name="a.png", actor=d.who),
    Act.COMMENT: lambda d: d.room.comments.add(d.story.id, "Sure?", actor=d.who),
    Act.LOOK_OVER: lambda d: d.room.reviews.know(d.story.id, d.story.text, 1, actor=d.who),
    Act.SUGGEST: lambda d: d.room.suggestions.keep(
        d.story.id, d.story.text.with_(dek="D"), base=d.story.text, actor=d.who
    ),
    Act.HOLD: lambda d: d.room.holds.put(d.story.id, "The jury is out.", actor=d.who),
    Act.LIFT_HOLD: lambda d: d.room.holds.lift(held(d).id, actor=d.who),
    Act.ASK_CHECK: lambda d: d.room.checks.ask(d.story.id, "legal", actor=d.who),
    Act.CHECK: lambda d: d.room.checks.do(d.story.id, "legal", actor=d.who),
    Act.READ_NOTICE: lambda d: d.room.inbox.mark([], actor=d.who),
    Act.MEASURE: lambda d: d.room.stories.measured(d.story.id, content_hash="", lines=7, actor=d.who),
    Act.SAVE_SEARCH: lambda d: d.room.search.save("mine", "ferry", actor=d.who),
    Act.JUDGE: lambda d: d.room.judgements.dismiss(d.story.id, Quote("ferry"), actor=d.who),
    Act.KEEP_WORD: lambda d: d.room.words.add("paywall", language="en", actor=d.who, own=True),
    Act.ADD_WORD: lambda d: d.room.words.add("paywall", language="en", actor=d.who, own=False),
    Act.SET_STYLE: lambda d: d.room.stylebook.draft(StyleRule(find="per cent", prefer="percent"), actor=d.who),
    Act.SWITCH_OFF_STYLE: lambda d: d.room.stylebook.switch_off("percent", "It took 3 s.", actor=d.who),
    Act.CHANGE_PASSWORD: lambda d: d.room.accounts.change_password("otto", "", "another one"),
    Act.ADD_ACCOUNT: lambda d: d.room.accounts.add(login="new", name="New", role=Role.REPORTER, actor=d.who),
    Act.CHANGE_ACCOUNT: lambda d: d.room.accounts.change("otto", name="O", actor=d.who),
    Act.RESET_PASSWORD: lambda d: d.room.accounts.reset_password("otto", PASSWORD, actor=d.who),
    Act.ADD_DESK: lambda d: d.room.desks.add("Culture", actor=d.who),
    Act.RENAME_DESK: lambda d: d.room.desks.rename("City", "Town", actor=d.who),
    Act.RETIRE_DESK: lambda d: d.room.desks.retire("Sport", actor=d.who),
    Act.SET: lambda d: d.room.settings.set("name", "Courier", actor=d.who),
    Act.SET_LIMIT: lambda d: d.room.limits.set("words-least", 9, actor=d.who),
    Act.ADD_FORMAT: lambda d: d.room.require(d.who, Act.ADD_FORMAT),
    Act.BACK_UP: lambda d: d.room.require(d.who, Act.BACK_UP),
    Act.RESTORE: lambda d: d.room.require(d.who, Act.RESTORE),
    Act.MOVE_NEWSROOM: lambda d: d.room.require(d.who, Act.MOVE_NEWSROOM),
    Act.EXPORT: lambda d: export(d.room, d.story, d.who),
}
"""How each act is done; moves have a table and tests of their own."""


def brought_to(stage: Stage, newsroom: Newsroom, people: People, story: Story) -> Story:
    """A story of Rita's in a stage."""
    moves = {
        Stage.EDIT: (Move.SUBMIT,), Stage.PUBLISH: (Move.SUBMIT, Move.APPROVE), Stage.SPIKED: (Move.SPIKE,),
        Stage.KILLED: (Move.SUBMIT, Move.APPROVE, Move.KILL),
    }  # fmt: skip
    by = {Move.APPROVE: "nora", Move.KILL: "carl"}
    for move in moves.get(stage, ()):
        actor = people[by.get(move, "rita")]
        story = newsroom.moves.make(move, story.id, actor=actor, note="Why.", problems=[])
    return story


def test_every_act_has_one_row() -> None:
    assert [row.act for row in PERMISSIONS] == list(Act)
    assert set(DOINGS) == set(Act) - {Act.MOVE}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("act", [act for act in DOINGS if not BY_ACT[act].own and act is not Act.EXPORT])
def test_the_gateway_does_what_the_table_says(
    newsroom: Newsroom, people: People, draft: Story, act: Act, role: Role
) -> None:
    doing = Doing(newsroom, people[ONE_OF_EACH[role]], draft)
    if why := why_never(act, role):
        with pytest.raises(Refused) as told:
            DOINGS[act](doing)
        assert str(told.value) == why
    else:
        DOINGS[act](doing)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("act", [act for act in DOINGS if BY_ACT[act].own])
def test_on_a_story_it_does_what_the_table_says_stage_by_stage(
    newsroom: Newsroom, people: People, draft: Story, act: Act, role: Role, stage: Stage
) -> None:
    story = brought_to(stage, newsroom, people, draft)
    login = ONE_OF_EACH[role]
    doing = Doing(newsroom, people[login], story)
    why = why_never(act, role) or why_not(act, role, stage, is_writer=login == "rita")
    if why:
        with pytest.raises(Refused) as told:
            DOINGS[act](doing)
        assert why in str(told.value)
    else:
        DOINGS[act](doing)


@pytest.mark.parametrize("login", LOGINS)
def test_production_editors_and_the_chief_export(newsroom: Newsroom, people: People, draft: Story, login: str) -> None:
    story = brought_to(Stage.PUBLISH, newsroom, people, draft)
    if LOGINS[login] is Role.REPORTER:
        with pytest.raises(Refused, match="Only production or an editor may export"):
            export(newsroom, story, people[login])
        newsroom.moves.make(Move.RECALL, story.id, actor=people["nora"], note="Wait.", problems=[])
    else:
        export(newsroom, story, people[login])


@pytest.mark.parametrize("field", [{"due": START}, {"layout": "letter"}, {"desk": "Sport"}])
def test_nobody_changes_what_is_printed_of_an_approved_story(
    newsroom: Newsroom, people: People, draft: Story, field
) -> None:
    story = brought_to(Stage.PUBLISH, newsroom, people, draft)
    for login in ("rita", "nora", "carl"):
        with pytest.raises(Refused):
            newsroom.stories.plan(story.id, actor=people[login], **field)
    assert newsroom.stories.get(story.id) == story
    newsroom.stories.plan(story.id, actor=people["nora"], target_lines=9, due=story.due, layout=story.layout)


def test_another_reporter_keeps_nothing_in_a_story(newsroom: Newsroom, people: People, draft: Story) -> None:
    with pytest.raises(Refused, match="Only its writer or an editor may type"):
        newsroom.stories.keep(draft.id, draft.text, actor=people["otto"], base=1)


def test_a_writer_who_is_in_production_now_writes_no_more(newsroom: Newsroom, people: People, draft: Story) -> None:
    newsroom.accounts.change("rita", role=Role.PRODUCTION, actor=people["carl"])
    rita = newsroom.accounts.sign_in("rita")
    text = draft.text.with_(body=Document.from_paragraphs(["Mine."]))
    for change in (
        lambda: newsroom.stories.save(draft.id, text, actor=rita, base=1),
        lambda: newsroom.stories.keep(draft.id, text, actor=rita, base=1),
        lambda: newsroom.moves.make(Move.SUBMIT, draft.id, actor=rita, problems=[]),
        lambda: newsroom.claims.take(draft.id, actor=rita),
    ):
        with pytest.raises(Refused):
            change()


def test_the_text_is_open_where_the_design_says() -> None:
    """To its writer and editors in Draft, to editors in Edit, and to nobody elsewhere; never to production."""
    open_to = {
        (stage, role, writer)
        for stage in Stage
        for role in Role
        for writer in (True, False)
        if not may_write(stage, role, is_writer=writer)
    }
    editors = {(s, r, w) for s in (Stage.DRAFT, Stage.EDIT) for r in (Role.EDITOR, Role.CHIEF) for w in (True, False)}
    assert open_to == editors | {(Stage.DRAFT, Role.REPORTER, True)}


def test_every_change_of_the_newsroom_names_its_act() -> None:
    """Whatever calls the gateway says what is done, and every act that writes is named somewhere."""
    named: set[str] = set()
    for path in ROOT.glob("db/**/*.py"):
        for call in ast.walk(ast.parse(path.read_text())):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "change":
                owner = ast.unparse(call.func.value)
                if owner.endswith("_database"):
                    assert len(call.args) == 2, f"{path.name}: {ast.unparse(call)} names no act"
            if isinstance(call, ast.Attribute) and ast.unparse(call.value) == "Act":
                named.add(call.attr)
    asked = {"ADD_FORMAT", "BACK_UP", "RESTORE", "MOVE_NEWSROOM"}
    assert named | asked == {act.name for act in Act}


def test_whoever_may_never_do_an_act_is_told_so_in_a_sentence_of_no_single_story() -> None:
    told = {why for act in Act for role in Role if (why := why_never(act, role))}
    assert not [why for why in told if "{" in why or "this " in why or "it." in why]
    assert why_never(Act.WRITE, Role.PRODUCTION) == "Production sets type and exports: it changes no text."


def test_an_act_on_a_story_that_looks_at_none_is_a_mistake(newsroom: Newsroom, people: People) -> None:
    with pytest.raises(AssertionError, match="looked at no story"), newsroom.change(people["nora"], Act.WRITE):
        pass
