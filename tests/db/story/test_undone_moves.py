"""A move that is undone: everything stands as before it, and what cannot be undone says why."""

import pytest

from db.errors import Refused, Stale
from db.newsroom import Newsroom
from db.stages import Move, Role, Stage
from db.upkeep.audit import audit
from db.values import Story
from tests.db.conftest import People, export


def move(newsroom: Newsroom, name: Move, story: Story, people: People, login: str) -> Story:
    return newsroom.moves.make(name, story.id, actor=people[login], note="because", problems=())


def walk(newsroom: Newsroom, story: Story, people: People, *steps: tuple[Move, str]) -> Story:
    for name, login in steps:
        story = move(newsroom, name, story, people, login)
    return story


SUBMIT, APPROVE, RECALL = (Move.SUBMIT, "rita"), (Move.APPROVE, "nora"), (Move.RECALL, "emil")


@pytest.mark.parametrize(
    "steps",
    [
        (SUBMIT,), (SUBMIT, (Move.RETURN, "nora")), (SUBMIT, APPROVE), (SUBMIT, APPROVE, RECALL),
        (SUBMIT, (Move.SPIKE, "nora")), ((Move.SPIKE, "rita"), (Move.RESTORE, "rita")),
    ],
)  # fmt: skip
def test_a_story_stands_as_before_its_last_move(newsroom, draft, people, steps: tuple[tuple[Move, str], ...]) -> None:
    before = walk(newsroom, draft, people, *steps[:-1])
    after = walk(newsroom, before, people, steps[-1])
    undone = newsroom.moves.undo(after, actor=people[steps[-1][1]])
    same = ("stage", "stage_before", "sign_off", "last_move", "last_note", "content_hash", "exported", "corrections")
    assert [getattr(undone, name) for name in same] == [getattr(before, name) for name in same]
    assert not audit(newsroom).fault


def test_who_was_told_of_a_move_is_told_of_it_no_more_once_it_is_undone(newsroom, draft, people) -> None:
    submitted = walk(newsroom, draft, people, SUBMIT)
    assert newsroom.inbox.unread(people["nora"]) == 1
    newsroom.moves.undo(submitted, actor=people["rita"])
    assert newsroom.inbox.all(people["nora"]) == []


def test_a_move_can_be_undone_again_after_it_was_made_again(newsroom, draft, people) -> None:
    for _ in range(2):
        submitted = walk(newsroom, newsroom.stories.get(draft.id), people, SUBMIT)
        undone = newsroom.moves.undo(submitted, actor=people["rita"])
    assert (undone.stage, undone.last_move) == (Stage.DRAFT, None)


def test_only_who_made_the_last_move_undoes_it(newsroom, draft, people) -> None:
    submitted = walk(newsroom, draft, people, SUBMIT)
    with pytest.raises(Refused, match="only who made its last move"):
        newsroom.moves.undo(submitted, actor=people["nora"])


def test_a_move_is_not_undone_after_its_time(newsroom, draft, people, clock) -> None:
    submitted = walk(newsroom, draft, people, SUBMIT)
    clock.pass_by(seconds=61)
    with pytest.raises(Refused, match="too late"):
        newsroom.moves.undo(submitted, actor=people["rita"])


def test_nothing_is_undone_under_the_hands_of_another(newsroom, draft, people) -> None:
    submitted = walk(newsroom, draft, people, SUBMIT)
    newsroom.claims.take(draft.id, actor=people["nora"])
    with pytest.raises(Refused, match="Nora Editor is writing in it by now"):
        newsroom.moves.undo(submitted, actor=people["rita"])
    newsroom.stories.save(draft.id, draft.text.with_(dek="New"), actor=people["nora"], base=submitted.version)
    with pytest.raises(Stale, match="changed by Nora Editor"):
        newsroom.moves.undo(submitted, actor=people["rita"])


def test_an_approval_that_was_exported_and_a_kill_stand_for_good(newsroom, draft, people) -> None:
    approved = walk(newsroom, draft, people, SUBMIT, APPROVE)
    export(newsroom, approved, people["pia"])
    with pytest.raises(Refused, match="too late"):
        newsroom.moves.undo(approved, actor=people["nora"])
    killed = walk(newsroom, approved, people, (Move.KILL, "carl"))
    with pytest.raises(Refused, match="stands for good"):
        newsroom.moves.undo(killed, actor=people["carl"])


def test_an_approval_holds_no_more_of_what_was_changed_since_its_recall(newsroom, draft, people) -> None:
    recalled = walk(newsroom, draft, people, SUBMIT, APPROVE, RECALL)
    planned = newsroom.stories.plan(draft.id, actor=people["emil"], layout="berliner")
    with pytest.raises(Refused, match="is not what was approved"):
        newsroom.moves.undo(planned, actor=people["emil"])
    newsroom.stories.plan(draft.id, actor=people["emil"], layout=recalled.layout)
    text = recalled.text.with_(dek="Not approved by anybody")
    saved = newsroom.stories.save(draft.id, text, actor=people["emil"], base=recalled.version)
    with pytest.raises(Refused, match="is not what was approved"):
        newsroom.moves.undo(saved, actor=people["emil"])
    assert newsroom.stories.get(draft.id).stage is Stage.EDIT
    assert not audit(newsroom).fault


def test_a_spike_is_not_undone_when_its_slug_is_another_storys(newsroom, draft, people) -> None:
    spiked = walk(newsroom, draft, people, (Move.SPIKE, "rita"))
    newsroom.stories.create(draft.text, desk=draft.desk, actor=people["rita"])
    with pytest.raises(Refused, match="has this slug now"):
        newsroom.moves.undo(spiked, actor=people["rita"])


def test_a_writer_withdraws_what_nobody_else_has_had(newsroom, draft, people) -> None:
    walk(newsroom, draft, people, SUBMIT, (Move.WITHDRAW, "rita"))
    assert [notice.kind for notice in newsroom.inbox.all(people["nora"])] == ["withdraw", "submit"]
    submitted = walk(newsroom, draft, people, SUBMIT)
    newsroom.stories.save(draft.id, draft.text.with_(dek="New"), actor=people["nora"], base=submitted.version)
    with pytest.raises(Refused, match="Nora Editor has changed it since: ask for its return"):
        walk(newsroom, draft, people, (Move.WITHDRAW, "rita"))
    offered = {one.move: one for one in newsroom.moves.options(newsroom.stories.get(draft.id), people["rita"])}
    assert "has changed it since" in offered[Move.WITHDRAW].reason


def test_an_editor_does_not_withdraw_what_another_changed_before_their_own_last_revision(
    newsroom, draft, people
) -> None:
    submitted = walk(newsroom, draft, people, SUBMIT)
    newsroom.accounts.change("rita", role=Role.EDITOR, actor=people["carl"])
    rita = newsroom.accounts.sign_in("rita")
    for who, dek in ((people["nora"], "New"), (rita, "Newer")):
        version = newsroom.stories.get(draft.id).version
        newsroom.stories.save(draft.id, submitted.text.with_(dek=dek), actor=who, base=version)
    with pytest.raises(Refused, match="Nora Editor has changed it since"):
        newsroom.moves.make(Move.WITHDRAW, draft.id, actor=rita, problems=())


def test_withdrawing_is_shown_to_the_writer_alone(newsroom, draft, people) -> None:
    submitted = walk(newsroom, draft, people, SUBMIT)
    for login, shown in (("rita", True), ("nora", False)):
        offered = {one.move: one for one in newsroom.moves.options(submitted, people[login])}
        assert offered[Move.WITHDRAW].shown is shown
