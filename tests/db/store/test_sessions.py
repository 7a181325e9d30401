"""The gateway takes a session that `sign_in` gave and nothing made by hand."""

import copy
import inspect
import pickle
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from db.acts import Act
from db.errors import Refused
from db.keys import new_key
from db.newsroom import Newsroom, open_newsroom
from db.stages import Move, Role
from db.store.unit_of_work import own_change
from db.story.exported import WrittenFile
from db.story.suggestions import Decision, Suggestion
from db.style.judgements import Quote
from db.style.style_rules import StyleRule
from db.values import Account, Draft, SignedIn, Story
from tests.db.conftest import People, signed_in
from tests.db.picture.test_pictures import picture

ROOT = Path(__file__).resolve().parents[3]

FORGED: dict[str, Callable[[SignedIn], Account]] = {
    "an account made by hand": lambda carl: Account(carl.id, "carl", carl.name, "CC", Role.CHIEF),
    "a session made by hand": lambda carl: SignedIn(carl.id, "carl", carl.name, "CC", Role.CHIEF, key=new_key()),
    "a changed session": lambda carl: replace(carl, login="nora"),
    "an equal session": lambda carl: replace(carl),
    "a copied session": copy.copy,
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
def test_what_was_made_by_hand_changes_nothing(newsroom: Newsroom, people: People, snapshot, forge) -> None:
    carl, before = people["carl"], snapshot()
    with pytest.raises(Refused, match="has not signed in here"):
        newsroom.accounts.reset_password("nora", "known to me", actor=forge(carl))
    assert snapshot() == before


def test_a_session_written_into_by_hand_is_none_any_more(newsroom: Newsroom, people: People) -> None:
    rita, carl = people["rita"], people["carl"]
    for name in ("id", "role"):
        object.__setattr__(rita, name, getattr(carl, name))
    with pytest.raises(Refused, match="has not signed in here"):
        newsroom.accounts.reset_password("nora", "known to me", actor=rita)


def test_an_account_that_was_looked_up_is_for_showing_only(newsroom: Newsroom, draft: Story) -> None:
    rita = newsroom.accounts.get("rita")
    with pytest.raises(Refused, match="sign in first"):
        newsroom.stories.save(draft.id, draft.text.with_(dek="Mine"), actor=rita, base=draft.version)


def test_a_session_counts_in_the_newsroom_it_was_begun_in_alone(newsroom: Newsroom, people: People) -> None:
    other = open_newsroom(newsroom.url)
    with pytest.raises(Refused, match="has not signed in here"):
        other.desks.add("Culture", actor=people["carl"])
    other.desks.add("Culture", actor=signed_in(other, "carl"))
    other.close()


def test_a_session_does_not_outlive_its_value(newsroom: Newsroom) -> None:
    carl = signed_in(newsroom, "carl")
    assert newsroom._sessions.holds(carl)
    del carl
    assert not list(newsroom._sessions._held)


def test_a_session_cannot_be_packed_for_another_program(newsroom: Newsroom, people: People) -> None:
    with pytest.raises(TypeError):
        pickle.dumps(people["carl"])


def test_nobody_changes_a_newsroom_that_has_accounts(newsroom: Newsroom, snapshot) -> None:
    before = snapshot()
    for change in (
        lambda: newsroom.desks.add("Culture", actor=None),
        lambda: newsroom.settings.set("four_eyes", False, actor=None),
        lambda: newsroom.accounts.add(login="mine", name="Mine", role=Role.CHIEF, actor=None),
    ):
        with pytest.raises(Refused, match="Sign in first"):
            change()
    assert snapshot() == before


def changes_by_nobody(room: Newsroom, story: Story) -> dict[str, Callable[[], object]]:
    """Whatever a public method of a newsroom writes for an actor, with none; their names are checked for gaps.

    It is long because it is a table, of one line a method.
    """
    number, seen = story.id, room.stories.get(story.id)
    file = WrittenFile("a.pdf", b"%PDF", kind="pdf", layout="tabloid", flavour="x4")
    stories, claims, choices = room.stories, room.claims, room.choices
    suggested = Suggestion(number, "nora", "Nora", seen.text, seen.text.with_(dek="Mine"), room.clock())
    return {
        "accounts.add": lambda: room.accounts.add(login="mine", name="Mine", role=Role.CHIEF, actor=None),
        "accounts.change": lambda: room.accounts.change("nora", name="N", actor=None),
        "accounts.reset_password": lambda: room.accounts.reset_password("nora", "known to me", actor=None),
        "choices.forget": lambda: choices.forget(number, theirs=1, actor=None),
        "choices.remember": lambda: choices.remember(number, base=1, theirs=1, actor=None),
        "claims.release": lambda: claims.release(number, actor=None),
        "claims.renew": lambda: claims.renew(number, actor=None),
        "claims.take": lambda: claims.take(number, actor=None),
        "claims.take_over": lambda: claims.take_over(number, actor=None),
        "comments.add": lambda: room.comments.add(number, "Sure?", actor=None),
        "comments.reply": lambda: room.comments.reply(1, "Yes.", actor=None),
        "comments.resolve": lambda: room.comments.resolve(1, actor=None),
        "desks.add": lambda: room.desks.add("Culture", actor=None),
        "desks.rename": lambda: room.desks.rename("City", "Town", actor=None),
        "desks.retire": lambda: room.desks.retire("Sport", actor=None),
        "desks.take_back": lambda: room.desks.take_back("Sport", actor=None),
        "exported.record": lambda: room.exported.record([(number, seen.content_hash)], file, actor=None),
        "inbox.mark": lambda: room.inbox.mark([1], actor=None),
        "inbox.notify_of_due_stories": lambda: room.inbox.notify_of_due_stories(actor=None),
        "holds.put": lambda: room.holds.put(number, "Wait.", actor=None),
        "holds.lift": lambda: room.holds.lift(number, actor=None),
        "checks.ask": lambda: room.checks.ask(number, "legal", actor=None),
        "checks.do": lambda: room.checks.do(number, "legal", actor=None),
        "checks.drop": lambda: room.checks.drop(number, "legal", actor=None),
        "checks.name": lambda: room.checks.name("ethics", actor=None),
        "checks.remove": lambda: room.checks.remove("legal", actor=None),
        "kinds.add": lambda: room.kinds.add("brief", actor=None),
        "judgements.accept": lambda: room.judgements.accept(number, Quote("ferry"), actor=None, rule="ferry"),
        "judgements.dismiss": lambda: room.judgements.dismiss(number, Quote("ferry"), actor=None),
        "kinds.remove": lambda: room.kinds.remove("brief", actor=None),
        "limits.set": lambda: room.limits.set("words-least", 9, actor=None),
        "moves.make": lambda: room.moves.make(Move.SUBMIT, number, actor=None, problems=[]),
        "moves.undo": lambda: room.moves.undo(seen, actor=None),
        "pictures.add": lambda: room.pictures.add(picture(), name="a.png", actor=None),
        "reviews.know": lambda: room.reviews.know(number, seen.text, 1, actor=None),
        "search.forget": lambda: room.search.forget("mine", actor=None),
        "search.save": lambda: room.search.save("mine", "ferry", actor=None),
        "settings.edit": lambda: room.settings.edit("name", lambda _old: "Courier", actor=None),
        "settings.set": lambda: room.settings.set("name", "Courier", actor=None),
        "stories.create": lambda: stories.create(seen.text.with_(slug="new"), desk="City", actor=None),
        "stories.drop_working_copy": lambda: stories.drop_working_copy(number, actor=None),
        "stories.intake": lambda: stories.intake(Draft(seen.text.with_(slug="new")), desk="City", actor=None),
        "stories.keep": lambda: stories.keep(number, seen.text, actor=None, base=1),
        "stories.measured": lambda: stories.measured(number, content_hash="", lines=7, actor=None),
        "stories.plan": lambda: stories.plan(number, actor=None, target_lines=7),
        "stories.restore": lambda: stories.restore(number, 1, actor=None),
        "stories.save": lambda: stories.save(number, seen.text, actor=None, base=1),
        "stylebook.draft": lambda: room.stylebook.draft(StyleRule("wharf", "quay"), actor=None),
        "stylebook.publish": lambda: room.stylebook.publish("ferry", actor=None),
        "stylebook.remove": lambda: room.stylebook.remove("ferry", actor=None),
        "stylebook.retire": lambda: room.stylebook.retire("ferry", actor=None),
        "stylebook.switch_off": lambda: room.stylebook.switch_off("ferry", "It took 3 s.", actor=None),
        "suggestions.decide": lambda: room.suggestions.decide(
            suggested, suggested, Decision.ACCEPTED, "dek", actor=None
        ),
        "suggestions.keep": lambda: room.suggestions.keep(number, seen.text, base=seen.text, actor=None),
        "words.add": lambda: room.words.add("Qian", language="en-GB", actor=None, own=False),
        "words.remove": lambda: room.words.remove("Qian", language="en-GB", actor=None, own=False),
    }


READING = {
    "choices.open",
    "reviews.of",
    "moves.refuse_unless_as_seen",
    "stories.damaged_working_copy",
    "stories.working_copy",
}
"""What takes an actor by name and writes nothing: it tells what that person's is."""


def test_whatever_writes_for_an_actor_refuses_nobody_in_one_sentence(
    newsroom: Newsroom, people: People, draft: Story, snapshot: Callable[[], list[str]]
) -> None:
    newsroom.kinds.add("brief", actor=people["carl"])
    newsroom.stylebook.draft(StyleRule("ferry", "boat"), actor=people["carl"])
    changes, before = changes_by_nobody(newsroom, draft), snapshot()
    assert set(changes) | READING == {
        f"{part}.{name}"
        for part, held in vars(newsroom).items() if not part.startswith("_")
        for name, method in inspect.getmembers(held, inspect.ismethod) if not name.startswith("_")
        for one in (inspect.signature(method).parameters.get("actor"),)
        if one is not None and one.kind is inspect.Parameter.KEYWORD_ONLY
    }  # fmt: skip
    changes["require"] = lambda: newsroom.require(None, Act.BACK_UP)
    for name, change in changes.items():
        with pytest.raises(Refused, match="Sign in first: only a newsroom without accounts"):
            change()
            raise AssertionError(f"{name} did something for nobody")
    assert snapshot() == before


def test_a_reset_password_ends_the_sessions_that_were_begun_with_the_old_one(newsroom, people, draft) -> None:
    nora = people["nora"]
    newsroom.accounts.reset_password("nora", "another one", actor=people["carl"])
    with pytest.raises(Refused, match="The password of nora was reset since: sign in again"):
        newsroom.comments.add(draft.id, "Still here.", actor=nora)
    newsroom.comments.add(draft.id, "Here again.", actor=newsroom.accounts.sign_in("nora", "another one"))


def test_a_session_is_no_other_person_s_who_got_the_number_of_its_account(newsroom, people, draft) -> None:
    """In a newsroom that was put back to before an account was made, the next account gets its number."""
    nora = people["nora"]
    with own_change(newsroom) as unit:
        unit.session.execute(text("UPDATE account SET login = 'max' WHERE login = 'nora'"))
    with pytest.raises(Refused, match="There is no account nora in the newsroom that was put back"):
        newsroom.comments.add(draft.id, "By Max?", actor=nora)


def test_only_the_newsroom_itself_writes_without_a_session() -> None:
    """And only accounts begin one."""
    own, begin = re.compile(r"own_change\(|\._writing\("), re.compile(r"_sessions\b|Sessions\(")
    found = {
        path.relative_to(ROOT).as_posix(): (bool(own.search(text)), bool(begin.search(text)))
        for path in (*ROOT.glob("db/**/*.py"), *ROOT.glob("exports/**/*.py"), *ROOT.glob("desktop/**/*.py"))
        for text in [path.read_text()]
    }
    assert {path for path, (writes, _) in found.items() if writes} == {
        "db/people/accounts.py", "db/settings.py", "db/store/unit_of_work.py",
    }  # fmt: skip
    assert {path for path, (_, begins) in found.items() if begins} == {
        "db/people/accounts.py", "db/newsroom.py", "db/store/unit_of_work.py",
    }  # fmt: skip
