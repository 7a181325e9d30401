"""Claims: one writer at a time, a lease that ends by itself, and a take-over that loses no text."""

import pytest

from db.errors import Refused
from db.stages import Move


def test_one_person_at_a_time_holds_a_story(newsroom, draft, people) -> None:
    claim = newsroom.claims.take(draft.id, actor=people["rita"])
    assert claim.login == "rita" and newsroom.stories.get(draft.id).claim == claim
    with pytest.raises(Refused, match="Rita Reporter is writing in ferry-back"):
        newsroom.claims.take(draft.id, actor=people["nora"])


def test_who_may_not_write_may_not_claim(newsroom, draft, people) -> None:
    for login in ("otto", "pia"):
        with pytest.raises(Refused):
            newsroom.claims.take(draft.id, actor=people[login])


def test_a_claim_ends_ninety_seconds_after_its_last_renewal(newsroom, draft, people, clock) -> None:
    newsroom.claims.take(draft.id, actor=people["rita"])
    clock.pass_by(seconds=60)
    newsroom.claims.renew(draft.id, actor=people["rita"])
    clock.pass_by(seconds=89)
    assert newsroom.stories.get(draft.id).claim
    clock.pass_by(seconds=2)
    assert newsroom.stories.get(draft.id).claim is None
    assert newsroom.claims.take(draft.id, actor=people["nora"]).login == "nora"


def test_a_released_story_is_free(newsroom, draft, people) -> None:
    newsroom.claims.take(draft.id, actor=people["rita"])
    newsroom.claims.release(draft.id, actor=people["nora"])
    assert newsroom.stories.get(draft.id).claim
    newsroom.claims.release(draft.id, actor=people["rita"])
    assert newsroom.stories.get(draft.id).claim is None


def test_a_take_over_keeps_what_the_holder_typed_as_a_revision(newsroom, draft, people) -> None:
    newsroom.claims.take(draft.id, actor=people["rita"])
    newsroom.stories.keep(draft.id, draft.text.with_(dek="Half a sen"), actor=people["rita"], base=1)
    assert newsroom.claims.take_over(draft.id, actor=people["nora"]).login == "nora"
    newest = newsroom.stories.revisions(draft.id)[0]
    assert (newest.label, newest.author, newest.text.dek) == ("taken over", "rita", "Half a sen")
    with pytest.raises(Refused, match="Nora Editor has taken it over"):
        newsroom.claims.renew(draft.id, actor=people["rita"])


def test_only_an_editor_takes_over_a_living_claim(newsroom, draft, people) -> None:
    newsroom.claims.take(draft.id, actor=people["nora"])
    with pytest.raises(Refused, match="Only an editor"):
        newsroom.claims.take_over(draft.id, actor=people["rita"])


def test_returning_a_story_ends_the_claim_of_its_editor(newsroom, draft, people) -> None:
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=people["rita"], problems=())
    newsroom.claims.take(draft.id, actor=people["nora"])
    story = newsroom.moves.make(Move.RETURN, draft.id, actor=people["nora"], note="Who says so?", problems=())
    assert story.claim is None


@pytest.mark.parametrize("way", ["take", "take_over"])
@pytest.mark.parametrize("login", ["nora", "rita"])
def test_when_the_lease_has_run_out_what_was_typed_is_a_revision_too_and_its_holder_told(
    newsroom, draft, people, clock, way: str, login: str
) -> None:
    holder = "rita" if login == "nora" else "nora"
    newsroom.claims.take(draft.id, actor=people[holder])
    newsroom.stories.keep(draft.id, draft.text.with_(dek="Half a sen"), actor=people[holder], base=1)
    clock.pass_by(seconds=91)
    assert getattr(newsroom.claims, way)(draft.id, actor=people[login]).login == login
    newest = newsroom.stories.revisions(draft.id)[0]
    assert (newest.label, newest.author, newest.text.dek) == ("taken over", holder, "Half a sen")
    assert newsroom.stories.working_copy(draft.id, actor=people[holder]) is None
    (told,) = newsroom.inbox.all(people[holder])
    assert "took ferry-back over from you; what you had typed is a revision" in told.sentence
    assert newsroom.audit().passed


def test_a_lease_that_ran_out_with_nothing_typed_is_taken_without_a_word(newsroom, draft, people, clock) -> None:
    newsroom.claims.take(draft.id, actor=people["rita"])
    clock.pass_by(seconds=91)
    newsroom.claims.take(draft.id, actor=people["nora"])
    assert newsroom.inbox.all(people["rita"]) == []
    assert newsroom.stories.get(draft.id).version == 1


def test_what_was_typed_on_an_older_revision_is_kept_and_undoes_nothing(newsroom, draft, people, clock) -> None:
    newsroom.claims.take(draft.id, actor=people["rita"])
    newsroom.stories.keep(draft.id, draft.text.with_(dek="Half a sen"), actor=people["rita"], base=1)
    clock.pass_by(seconds=91)
    newsroom.stories.save(draft.id, draft.text.with_(headline="Ferry sails"), actor=people["nora"], base=1)
    newsroom.claims.take(draft.id, actor=people["nora"])
    story = newsroom.stories.get(draft.id)
    assert (story.headline, story.dek) == ("Ferry sails", "")
    assert [one.text.dek for one in newsroom.stories.revisions(draft.id)] == ["", "Half a sen", "", ""]


def test_nobody_is_told_of_taking_back_their_own_story(newsroom, draft, people, clock) -> None:
    newsroom.claims.take(draft.id, actor=people["rita"])
    newsroom.stories.keep(draft.id, draft.text.with_(dek="Half a sen"), actor=people["rita"], base=1)
    clock.pass_by(seconds=91)
    newsroom.claims.take(draft.id, actor=people["rita"])
    assert newsroom.stories.working_copy(draft.id, actor=people["rita"]) is not None
    assert newsroom.inbox.all(people["rita"]) == []


def test_what_others_saved_in_it_is_not_what_its_holder_typed(newsroom, draft, people, clock) -> None:
    newsroom.stories.save(draft.id, draft.text.with_(dek="Hers"), actor=people["rita"], base=1)
    newsroom.claims.take(draft.id, actor=people["nora"])
    assert newsroom.claims.last_typed(draft.id) is None
    clock.pass_by(seconds=20)
    newsroom.stories.save(draft.id, draft.text.with_(dek="Mine"), actor=people["nora"], base=2)
    assert newsroom.claims.last_typed(draft.id) == clock.now


def test_taking_over_what_one_holds_oneself_keeps_nothing_aside(newsroom, draft, people) -> None:
    newsroom.claims.take(draft.id, actor=people["nora"])
    newsroom.stories.keep(draft.id, draft.text.with_(dek="Half a sen"), actor=people["nora"], base=1)
    assert newsroom.claims.take_over(draft.id, actor=people["nora"]).login == "nora"
    assert len(newsroom.stories.revisions(draft.id)) == 1
    assert newsroom.inbox.all(people["nora"]) == []
