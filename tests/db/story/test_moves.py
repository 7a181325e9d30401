"""Moves on a real newsroom: what each does, and that a refused one changes nothing."""

import pytest

from db.document import Document
from db.errors import Refused, Stale
from db.newsroom import Newsroom
from db.stages import Move, Stage
from db.values import Account, Problem, Severity, Story, StoryText
from tests.db.conftest import People, export


def move(newsroom: Newsroom, name: Move, story: Story, actor: Account, note: str = "because", **more) -> Story:
    return newsroom.moves.make(name, story.id, actor=actor, note=note, problems=more.pop("problems", ()), **more)


@pytest.fixture
def edit(newsroom: Newsroom, draft: Story, people: People) -> Story:
    return move(newsroom, Move.SUBMIT, draft, people["rita"])


@pytest.fixture
def published(newsroom: Newsroom, edit: Story, people: People) -> Story:
    return move(newsroom, Move.APPROVE, edit, people["nora"])


def test_a_story_travels_from_draft_to_publish(published: Story) -> None:
    assert published.stage is Stage.PUBLISH
    assert published.sign_off and published.sign_off.login == "nora" and not published.sign_off.alone
    assert published.sign_off.content_hash == published.content_hash
    assert published.sign_off.revision == published.version


@pytest.mark.parametrize(
    ("name", "actor", "note"),
    [
        (Move.SUBMIT, "rita", ""), (Move.RETURN, "rita", "no"), (Move.RETURN, "nora", " "), (Move.APPROVE, "rita", ""),
        (Move.APPROVE, "pia", ""), (Move.RECALL, "nora", "x"), (Move.CORRECT, "nora", "x"), (Move.SPIKE, "rita", "x"),
        (Move.SPIKE, "nora", ""), (Move.RESTORE, "nora", ""), (Move.KILL, "carl", "x"),
    ],
)  # fmt: skip
def test_a_refused_move_changes_nothing(newsroom, edit, people, snapshot, name, actor, note) -> None:
    before = snapshot()
    with pytest.raises(Refused):
        move(newsroom, name, edit, people[actor], note)
    assert snapshot() == before


@pytest.mark.parametrize("name", ["headline", "byline", "body"])
def test_an_empty_field_keeps_a_draft_with_its_writer(newsroom, draft, people, name: str) -> None:
    empty = draft.text.with_(**{name: Document() if name == "body" else ""})
    story = newsroom.stories.save(draft.id, empty, actor=people["rita"], base=1)
    with pytest.raises(Refused, match=name):
        move(newsroom, Move.SUBMIT, story, people["rita"])


def test_a_blocker_stops_approval_and_a_warning_does_not(newsroom, edit, people) -> None:
    blocker = Problem("glyph", "No face has 🜨.")
    with pytest.raises(Refused, match="No face has"):
        move(newsroom, Move.APPROVE, edit, people["nora"], problems=(blocker,))
    warning = Problem("dek", "The dek is long.", Severity.WARNING)
    assert move(newsroom, Move.APPROVE, edit, people["nora"], problems=(warning,)).stage is Stage.PUBLISH


def test_nobody_approves_while_another_writes(newsroom, edit, people) -> None:
    newsroom.claims.take(edit.id, actor=people["emil"])
    with pytest.raises(Refused, match="Emil Editor is still writing"):
        move(newsroom, Move.APPROVE, edit, people["nora"])


def test_what_was_checked_is_what_is_approved(newsroom, edit, people) -> None:
    newsroom.stories.save(edit.id, edit.text.with_(dek="New"), actor=people["emil"], base=edit.version)
    with pytest.raises(Stale):
        move(newsroom, Move.APPROVE, edit, people["nora"], version=edit.version)


def test_a_one_person_newsroom_says_for_ever_who_approved_alone(newsroom, people, text: StoryText) -> None:
    newsroom.settings.set("four_eyes", False, actor=people["carl"])
    story = newsroom.stories.create(text, desk="City", actor=people["carl"])
    story = move(newsroom, Move.SUBMIT, story, people["carl"])
    approved = move(newsroom, Move.APPROVE, story, people["carl"])
    assert approved.sign_off and approved.sign_off.alone


def test_recall_voids_the_sign_off(newsroom, published, people) -> None:
    story = move(newsroom, Move.RECALL, published, people["emil"])
    assert story.stage is Stage.EDIT and story.sign_off is None


def test_after_an_export_a_correction_is_counted_for_good(newsroom, published, people) -> None:
    export(newsroom, published, people["pia"])
    with pytest.raises(Refused, match="correct it instead"):
        move(newsroom, Move.RECALL, published, people["nora"])
    story = move(newsroom, Move.CORRECT, published, people["nora"])
    assert (story.stage, story.corrections, story.exported) == (Stage.EDIT, 1, None)
    again = move(newsroom, Move.APPROVE, story, people["nora"])
    assert again.corrections == 1


def test_spike_and_restore_lead_back_to_the_same_stage(newsroom, edit, people) -> None:
    spiked = move(newsroom, Move.SPIKE, edit, people["nora"])
    assert spiked.stage is Stage.SPIKED and spiked.stage_before is Stage.EDIT
    assert move(newsroom, Move.RESTORE, spiked, people["nora"]).stage is Stage.EDIT


def test_a_spiked_story_is_not_restored_over_one_that_took_its_slug(newsroom, edit, people, text) -> None:
    spiked = move(newsroom, Move.SPIKE, edit, people["nora"])
    newsroom.stories.create(text, desk="City", actor=people["rita"])
    with pytest.raises(Refused, match="slug"):
        move(newsroom, Move.RESTORE, spiked, people["nora"])


def test_each_move_makes_a_revision_and_a_record_with_its_note(newsroom, published) -> None:
    labels = [revision.label for revision in newsroom.stories.revisions(published.id)]
    assert labels == ["approved", "submitted", ""]
    last = newsroom.stories.history(published.id)[-1]
    assert (last.action, last.actor, last.stage_to) == ("approve", "nora", Stage.PUBLISH)
    assert last.content_hash == published.content_hash


def test_options_offer_all_moves_with_reasons_for_the_others(newsroom, edit, people) -> None:
    options = {option.move: option for option in newsroom.moves.options(edit, people["rita"])}
    assert list(options) == list(Move)
    assert [move for move, option in options.items() if option.allowed] == [Move.WITHDRAW]
    assert options[Move.RETURN].reason == "Only an editor may do this." and options[Move.RETURN].asks == "note"


def test_options_agree_with_what_is_then_done(newsroom, edit, people) -> None:
    for login, actor in people.items():
        allowed = {option.move for option in newsroom.moves.options(edit, actor) if option.allowed}
        editors = {Move.RETURN, Move.APPROVE, Move.SPIKE} if login in ("nora", "emil", "carl") else set()
        assert allowed == ({Move.WITHDRAW} if login == "rita" else editors)


def test_nobody_submits_while_another_writes(newsroom, draft, people) -> None:
    newsroom.claims.take(draft.id, actor=people["nora"])
    with pytest.raises(Refused, match="Nora Editor is still writing"):
        move(newsroom, Move.SUBMIT, draft, people["rita"])
    assert move(newsroom, Move.SUBMIT, draft, people["nora"]).stage is Stage.EDIT


def test_nobody_returns_what_another_writes_in(newsroom, edit, people) -> None:
    newsroom.claims.take(edit.id, actor=people["emil"])
    with pytest.raises(Refused, match="Emil Editor is still writing"):
        move(newsroom, Move.RETURN, edit, people["nora"])


def test_nobody_spikes_what_another_writes_in(newsroom, draft, people) -> None:
    newsroom.claims.take(draft.id, actor=people["emil"])
    story = newsroom.stories.get(draft.id)
    with pytest.raises(Refused, match="Emil Editor is still writing"):
        move(newsroom, Move.SPIKE, draft, people["rita"])
    offered = {option.move: option.reason for option in newsroom.moves.options(story, people["rita"])}
    assert offered[Move.SPIKE] == "Emil Editor is still writing in it."
    assert move(newsroom, Move.SPIKE, draft, people["emil"]).stage is Stage.SPIKED


def test_a_move_meant_for_another_stage_says_who_moved_the_story(newsroom, draft, people, clock) -> None:
    move(newsroom, Move.SUBMIT, draft, people["rita"])
    clock.pass_by(seconds=5)
    with pytest.raises(Stale, match="was submitted by Rita Reporter a moment ago: look at it again"):
        move(newsroom, Move.SPIKE, draft, people["nora"], seen=draft)
    assert newsroom.stories.get(draft.id).stage is Stage.EDIT


def test_a_move_meant_for_another_text_says_who_changed_it(newsroom, edit, people, clock) -> None:
    newsroom.stories.save(edit.id, edit.text.with_(dek="New"), actor=people["emil"], base=edit.version)
    clock.pass_by(minutes=5)
    with pytest.raises(Stale, match="was changed by Emil Editor 5 minutes ago"):
        move(newsroom, Move.APPROVE, edit, people["nora"], seen=edit)


def test_a_move_of_a_story_as_it_was_seen_is_made(newsroom, edit, people) -> None:
    assert move(newsroom, Move.APPROVE, edit, people["nora"], seen=edit).stage is Stage.PUBLISH


def test_nobody_holds_a_story_that_was_returned_or_approved(newsroom: Newsroom, people: People, draft: Story) -> None:
    nora = people["nora"]
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=people["rita"], problems=[])
    for move, note in ((Move.RETURN, "Who pays?"), (Move.APPROVE, "")):
        newsroom.claims.take(draft.id, actor=nora)
        newsroom.moves.make(move, draft.id, actor=nora, note=note, problems=[])
        assert newsroom.stories.get(draft.id).claim is None
        if move is Move.RETURN:
            newsroom.moves.make(Move.SUBMIT, draft.id, actor=people["rita"], problems=[])


def test_a_writer_may_restore_a_draft_of_their_own_and_no_story_spiked_further_on(newsroom, draft, people) -> None:
    def may_restore(story: Story) -> bool:
        options = {option.move: option for option in newsroom.moves.options(story, people["rita"])}
        return options[Move.RESTORE].allowed

    assert may_restore(move(newsroom, Move.SPIKE, draft, people["rita"]))
    restored = move(newsroom, Move.RESTORE, draft, people["rita"])
    assert restored.stage_before is None
    edit = move(newsroom, Move.SUBMIT, restored, people["rita"])
    assert not may_restore(move(newsroom, Move.SPIKE, edit, people["nora"]))
