"""People are told what concerns them, once, and nobody of what they did themselves."""

from contextlib import AbstractContextManager
from datetime import timedelta

import pytest

from db.acts import Act
from db.newsroom import Newsroom, open_newsroom
from db.stages import Move
from db.store.unit_of_work import UnitOfWork
from db.values import Account, SignedIn, Story
from tests.db.conftest import START, Clock, export, signed_in

People = dict[str, Account]


def told(newsroom: Newsroom, account: Account) -> list[str]:
    """What a person was told, oldest first."""
    return [notice.sentence for notice in newsroom.inbox.all(account)][::-1]


def make(newsroom: Newsroom, move: Move, story: Story, actor: Account, note: str = "") -> Story:
    """Make a move that nothing stands in the way of."""
    return newsroom.moves.make(move, story.id, actor=actor, note=note, problems=[])


@pytest.fixture
def in_edit(newsroom: Newsroom, people: People, draft: Story) -> Story:
    """Rita's draft, submitted."""
    return make(newsroom, Move.SUBMIT, draft, people["rita"])


def test_the_writer_is_told_of_a_return_with_its_note(newsroom: Newsroom, people: People, in_edit: Story) -> None:
    make(newsroom, Move.RETURN, in_edit, people["nora"], "Who pays?")
    assert told(newsroom, people["rita"]) == ["Nora Editor returned ferry-back: Who pays?"]
    assert told(newsroom, people["nora"]) == ["Rita Reporter submitted ferry-back."]


def test_the_writer_is_told_of_an_approval(newsroom: Newsroom, people: People, in_edit: Story) -> None:
    make(newsroom, Move.APPROVE, in_edit, people["nora"])
    assert told(newsroom, people["rita"]) == ["Nora Editor approved ferry-back."]


def test_everyone_who_handled_a_story_is_told_when_it_is_killed(
    newsroom: Newsroom, people: People, in_edit: Story
) -> None:
    story = make(newsroom, Move.APPROVE, in_edit, people["nora"])
    export(newsroom, story, people["pia"])
    assert newsroom.inbox.would_notify(Move.KILL, story, people["carl"]) == [
        people[login].name for login in ("nora", "pia", "rita")
    ]
    make(newsroom, Move.KILL, story, people["carl"], "By order of the court")
    for login in ("nora", "pia", "rita"):
        assert told(newsroom, people[login])[-1] == "Carl Chief killed ferry-back: By order of the court"
    assert told(newsroom, people["otto"]) == []
    assert told(newsroom, people["carl"]) == []


def test_a_move_that_tells_nobody_says_so_before(newsroom: Newsroom, people: People, draft: Story) -> None:
    assert newsroom.inbox.would_notify(Move.SPIKE, draft, people["rita"]) == []


def test_the_editors_are_told_of_new_copy(newsroom: Newsroom, people: People, in_edit: Story) -> None:
    for login, sentences in (("nora", ["Rita Reporter submitted ferry-back."]), ("rita", []), ("carl", [])):
        assert told(newsroom, people[login]) == sentences
    assert told(newsroom, people["emil"]) == told(newsroom, people["nora"])


def test_where_a_desk_has_editors_of_its_own_the_others_are_not_told(
    newsroom: Newsroom, people: People, draft: Story
) -> None:
    newsroom.accounts.change("emil", desks=("City",), actor=people["carl"])
    make(newsroom, Move.SUBMIT, draft, people["rita"])
    assert [login for login in people if told(newsroom, people[login])] == ["emil"]


def test_whoever_is_taken_over_from_is_told(newsroom: Newsroom, people: People, draft: Story) -> None:
    newsroom.claims.take(draft.id, actor=people["rita"])
    newsroom.claims.take_over(draft.id, actor=people["nora"])
    assert "took ferry-back over from you" in told(newsroom, people["rita"])[0]


def test_a_story_that_is_due_soon_is_told_once(newsroom: Newsroom, people: People, draft: Story, clock: Clock) -> None:
    rita = people["rita"]
    newsroom.stories.plan(draft.id, actor=rita, due=START + timedelta(hours=2))
    newsroom.inbox.notify_of_due_stories(actor=rita)
    assert told(newsroom, rita) == []
    clock.pass_by(minutes=90)
    newsroom.inbox.notify_of_due_stories(actor=rita)
    newsroom.inbox.notify_of_due_stories(actor=rita)
    assert told(newsroom, rita) == ["ferry-back is due soon."]


def test_each_story_is_told_for_each_time_it_is_due(newsroom: Newsroom, people: People, draft: Story) -> None:
    rita = people["rita"]
    pier = newsroom.stories.create(draft.text.with_(slug="pier"), desk="City", actor=rita)
    for story, minutes in ((draft, 30), (pier, 30), (draft, 45)):
        newsroom.stories.plan(story.id, actor=rita, due=START + timedelta(minutes=minutes))
        newsroom.inbox.notify_of_due_stories(actor=rita)
    assert told(newsroom, rita) == ["ferry-back is due soon.", "pier is due soon.", "ferry-back is due soon."]


def test_two_windows_of_one_person_tell_once_what_is_due(
    newsroom: Newsroom, people: People, draft: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    rita = people["rita"]
    newsroom.stories.plan(draft.id, actor=rita, due=START + timedelta(minutes=30))
    other = open_newsroom(newsroom.engine.url.render_as_string(hide_password=False), clock=newsroom.clock)

    def other_first(actor: SignedIn, act: Act) -> AbstractContextManager[UnitOfWork]:
        """The other window has looked at the same time, and is the first to write."""
        monkeypatch.undo()
        other.inbox.notify_of_due_stories(actor=signed_in(other, actor.login))
        return newsroom.inbox._database.change(actor, act)

    monkeypatch.setattr(newsroom.inbox._database, "change", other_first)
    newsroom.inbox.notify_of_due_stories(actor=rita)
    other.close()
    assert told(newsroom, rita) == ["ferry-back is due soon."]


def test_read_and_unread(newsroom: Newsroom, people: People, in_edit: Story) -> None:
    make(newsroom, Move.RETURN, in_edit, people["nora"], "Who pays?")
    (notice,) = newsroom.inbox.all(people["rita"])
    assert newsroom.inbox.unread(people["rita"]) == 1
    newsroom.inbox.mark([notice.id], actor=people["nora"])
    assert newsroom.inbox.unread(people["rita"]) == 1
    newsroom.inbox.mark([notice.id], actor=people["rita"])
    assert newsroom.inbox.unread(people["rita"]) == 0
    assert newsroom.inbox.all(people["rita"], unread_only=True) == []


def test_a_refused_move_tells_nobody(newsroom: Newsroom, people: People, in_edit: Story) -> None:
    with pytest.raises(Exception, match="note"):
        make(newsroom, Move.RETURN, in_edit, people["nora"])
    assert told(newsroom, people["rita"]) == []


def test_who_is_taken_over_from_is_told_whether_their_typing_was_kept(
    newsroom: Newsroom, people: People, draft: Story
) -> None:
    for text in (None, draft.text.with_(dek="Half a sen")):
        newsroom.claims.take(draft.id, actor=people["rita"])
        if text is not None:
            newsroom.stories.keep(draft.id, text, actor=people["rita"], base=draft.version)
        newsroom.claims.take_over(draft.id, actor=people["nora"])
        newsroom.claims.release(draft.id, actor=people["nora"])
    plain = "Nora Editor took ferry-back over from you"
    assert told(newsroom, people["rita"]) == [f"{plain}.", f"{plain}; what you had typed is a revision."]


def test_all_who_spoke_in_a_thread_are_told_of_an_answer(newsroom: Newsroom, people: People, draft: Story) -> None:
    thread = newsroom.comments.add(draft.id, "Who says so?", actor=people["emil"])
    newsroom.comments.reply(thread, "The harbour master.", actor=people["nora"])
    assert told(newsroom, people["emil"]) == ["Nora Editor on ferry-back: The harbour master."]
    assert len(told(newsroom, people["rita"])) == 2
    assert told(newsroom, people["nora"]) == told(newsroom, people["carl"]) == []
