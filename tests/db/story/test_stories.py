"""Stories: created, typed in, saved, listed; nothing typed is lost."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.document import Document
from db.errors import NotFound, Refused, Stale
from db.newsroom import Newsroom, open_newsroom
from db.stages import Move, Stage
from db.store.unit_of_work import UnitOfWork
from db.story.stories import pack_text, unpack_text
from db.text.slugs import MAX_SLUG, slug_from, tidy_text
from db.values import Draft, SignedIn, Story, StoryText
from tests.db.conftest import People, signed_in


def test_a_story_is_found_by_slug_and_by_number(newsroom, draft) -> None:
    assert newsroom.stories.get("ferry-back") == newsroom.stories.get(draft.id) == draft


def test_what_is_not_there_is_named(newsroom) -> None:
    with pytest.raises(NotFound, match="“nothing”"):
        newsroom.stories.get("nothing")


def test_a_new_story_without_slug_gets_one_from_its_headline(newsroom, people, text) -> None:
    story = newsroom.stories.create(text.with_(slug=""), desk="city", actor=people["rita"])
    assert (story.slug, story.stage, story.version, story.words) == ("ferry-back", Stage.DRAFT, 1, 8)


@pytest.mark.parametrize("slug", ["Ferry", "ferry back", "-ferry", "x" * 49, "渡轮", "a--b"])
def test_a_malformed_slug_is_refused(newsroom, people, text, slug: str) -> None:
    with pytest.raises(Refused, match="slug"):
        newsroom.stories.create(text.with_(slug=slug), desk="City", actor=people["rita"])


def test_a_slug_is_unique_among_open_stories(newsroom, people, text, draft) -> None:
    with pytest.raises(Refused, match="already"):
        newsroom.stories.create(text, desk="City", actor=people["otto"])


def test_an_arriving_file_whose_slug_is_taken_gets_a_number(newsroom, people, text, draft) -> None:
    story = newsroom.stories.intake(Draft(text, source="ferry.txt"), desk="City", actor=people["otto"])
    assert story.slug == "ferry-back-2"


def test_a_slug_that_another_program_takes_meanwhile_gets_a_number(newsroom, people, text, monkeypatch) -> None:
    other = open_newsroom(newsroom.engine.url.render_as_string(hide_password=False), clock=newsroom.clock)

    def other_first(actor: SignedIn) -> AbstractContextManager[UnitOfWork]:
        """The other program brings the same file in, and is the first to write."""
        monkeypatch.undo()
        other.stories.intake(Draft(text), desk="City", actor=signed_in(other, actor.login))
        return newsroom.stories._database.change(actor)

    monkeypatch.setattr(newsroom.stories._database, "change", other_first)
    story = newsroom.stories.intake(Draft(text), desk="City", actor=people["otto"])
    other.close()
    assert story.slug == "ferry-back-2"


def test_a_slug_that_leaves_no_room_for_a_number_is_shortened(newsroom, people, text) -> None:
    long = text.with_(slug="a-" + "b" * 44 + "-c")
    found = [newsroom.stories.intake(Draft(long), desk="City", actor=people["otto"]).slug for _ in range(11)]
    assert (found[0], found[1]) == (long.slug, "a-" + "b" * 44 + "-2")
    assert len(set(found)) == 11 and max(map(len, found)) <= MAX_SLUG


def test_an_unknown_desk_is_refused_with_the_names_of_those_there_are(newsroom, people, text) -> None:
    with pytest.raises(NotFound, match="City, Sport"):
        newsroom.stories.create(text, desk="Moon", actor=people["rita"])


def test_typing_is_kept_and_found_again(newsroom, draft, people) -> None:
    typed = draft.text.with_(headline="Ferry is late")
    newsroom.stories.keep(draft.id, typed, actor=people["rita"], base=1)
    kept = newsroom.stories.working_copy(draft.id, actor=people["rita"])
    assert kept.text == typed and kept.base == 1
    assert newsroom.stories.get(draft.id).headline == "Ferry is back"
    assert newsroom.stories.working_copy(draft.id, actor=people["nora"]) is None


def test_saving_makes_a_revision_and_ends_the_working_copy(newsroom, draft, people) -> None:
    typed = draft.text.with_(headline="Ferry is late")
    newsroom.stories.keep(draft.id, typed, actor=people["rita"], base=1)
    saved = newsroom.stories.save(draft.id, typed, actor=people["rita"], base=1, note="checked")
    assert (saved.version, saved.headline) == (2, "Ferry is late")
    assert newsroom.stories.working_copy(draft.id, actor=people["rita"]) is None
    newest, first = newsroom.stories.revisions(draft.id)
    assert (newest.note, newest.author, first.text) == ("checked", "rita", draft.text)


def test_saving_the_same_text_makes_no_revision(newsroom, draft, people) -> None:
    assert newsroom.stories.save(draft.id, draft.text, actor=people["rita"], base=1).version == 1


def test_a_save_from_an_old_revision_is_refused_and_changes_nothing(newsroom, draft, people, snapshot) -> None:
    newsroom.stories.save(draft.id, draft.text.with_(dek="First"), actor=people["nora"], base=1)
    before = snapshot()
    with pytest.raises(Stale):
        newsroom.stories.save(draft.id, draft.text.with_(dek="Second"), actor=people["rita"], base=1)
    assert snapshot() == before


def test_text_is_not_saved_by_those_who_may_not_write(newsroom, draft, people, snapshot) -> None:
    before = snapshot()
    for login in ("otto", "pia"):
        with pytest.raises(Refused):
            newsroom.stories.save(draft.id, draft.text.with_(dek="x"), actor=people[login], base=1)
    assert snapshot() == before


def test_text_is_not_saved_under_the_claim_of_another(newsroom, draft, people) -> None:
    newsroom.claims.take(draft.id, actor=people["rita"])
    with pytest.raises(Refused, match="Rita Reporter is writing"):
        newsroom.stories.save(draft.id, draft.text.with_(dek="x"), actor=people["nora"], base=1)


def test_a_field_is_stored_on_one_line_without_what_cannot_be_stored() -> None:
    assert tidy_text(StoryText(headline=" Two\nlines\ud800 ")).headline == "Two lines\ufffd"


def test_a_headline_of_a_thousand_words_is_refused() -> None:
    with pytest.raises(Refused, match="headline"):
        tidy_text(StoryText(headline="word " * 1000))


def test_the_list_is_filtered_and_newest_first(newsroom, draft, people, text, clock) -> None:
    clock.pass_by(minutes=1)
    other = newsroom.stories.create(text.with_(slug="derby"), desk="Sport", actor=people["otto"])
    assert [card.slug for card in newsroom.stories.list()] == ["derby", "ferry-back"]
    assert [card.slug for card in newsroom.stories.list(desk="City")] == ["ferry-back"]
    assert [card.id for card in newsroom.stories.list(writer="otto")] == [other.id]
    assert newsroom.stories.list(stages=[Stage.PUBLISH]) == []


def test_planning_changes_only_what_is_named(newsroom, draft, people, clock) -> None:
    planned = newsroom.stories.plan(draft.id, actor=people["rita"], due=clock(), target_lines=40)
    assert (planned.due, planned.target_lines, planned.layout, planned.desk) == (clock(), 40, "tabloid", "City")
    moved = newsroom.stories.plan(draft.id, actor=people["nora"], desk="Sport", due=None)
    assert (moved.due, moved.target_lines, moved.desk) == (None, 40, "Sport")
    with pytest.raises(Refused):
        newsroom.stories.plan(draft.id, actor=people["otto"], target_lines=1)
    for lines in (-1, 10_000_000_000):
        with pytest.raises(Refused, match="lines at most"):
            newsroom.stories.plan(draft.id, actor=people["rita"], target_lines=lines)


def test_in_another_format_a_depth_is_not_known(newsroom, draft, people) -> None:
    newsroom.stories.measured(draft.id, content_hash=draft.content_hash, lines=7, actor=people["nora"])
    newsroom.stories.plan(draft.id, actor=people["rita"], layout="tabloid")
    assert [card.lines for card in newsroom.stories.list()] == [7]
    newsroom.stories.plan(draft.id, actor=people["rita"], layout="letter")
    assert [card.lines for card in newsroom.stories.list()] == [None]


def test_a_measure_of_another_text_is_not_remembered(newsroom, draft, people) -> None:
    newsroom.stories.measured(draft.id, content_hash="0" * 64, lines=7, actor=people["nora"])
    assert newsroom.stories.get(draft.id).lines is None
    newsroom.stories.measured(draft.id, content_hash=draft.content_hash, lines=7, actor=people["nora"])
    assert newsroom.stories.get(draft.id).lines == 7


def test_each_change_is_told_once_after_it_is_done(newsroom, draft, people) -> None:
    told = []
    stop = newsroom.subscribe(lambda change: told.append((change, newsroom.stories.get(draft.id).dek)))
    newsroom.stories.save(draft.id, draft.text.with_(dek="New"), actor=people["rita"], base=1)
    stop()
    newsroom.stories.save(draft.id, draft.text.with_(dek="Newer"), actor=people["rita"], base=2)
    assert [(change.stories, dek) for change, dek in told] == [(frozenset({draft.id}), "New")]


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_working_copy_comes_back_as_it_was(headline: str, paragraph: str) -> None:
    text = StoryText(headline=headline, body=Document.from_paragraphs([paragraph]))
    assert unpack_text(pack_text(text)) == text


@given(st.text(max_size=80))
def test_a_suggested_slug_is_always_one_that_is_taken(words: str) -> None:
    text = tidy_text(replace(StoryText(), slug=slug_from(words)))
    assert text.slug and text.slug == slug_from(words)


def test_lists_page_by_key(newsroom: Newsroom, people: People, text: StoryText) -> None:
    for number in range(5):
        newsroom.stories.create(text.with_(slug=f"story-{number}"), desk="City", actor=people["rita"])
    everything = newsroom.stories.list()
    first = newsroom.stories.list(limit=2)
    second = newsroom.stories.list(limit=2, after=first[-1])
    third = newsroom.stories.list(limit=2, after=second[-1])
    assert [*first, *second, *third] == everything
    assert len(everything) == 5


def test_what_is_read_is_what_would_be_made_field_by_field(newsroom: Newsroom, draft: Story) -> None:
    (card,) = newsroom.stories.list()
    for read in (card, draft):
        assert read == replace(read)
        assert hash(read) == hash(replace(read))
    with pytest.raises(ValueError, match="zip"):
        type(card).of(["too", "few"])


def test_what_no_database_takes_is_refused_and_changes_nothing(
    newsroom: Newsroom, draft: Story, people: People, snapshot: Callable[[], list[str]]
) -> None:
    before, half = snapshot(), "half \ud83d"
    for ask in (
        lambda: newsroom.comments.add(draft.id, half, actor=people["nora"]),
        lambda: newsroom.moves.make(Move.SPIKE, draft.id, actor=people["rita"], note=half, problems=[]),
        lambda: newsroom.accounts.change("rita", name=half, actor=people["carl"]),
        lambda: newsroom.desks.add(half, actor=people["carl"]),
        lambda: newsroom.accounts.get(half),
        lambda: newsroom.stories.list(limit=10**30),
    ):
        with pytest.raises(Refused, match="cannot be stored"):
            ask()
    assert snapshot() == before


@pytest.mark.parametrize(("told", "named", "found"), [("", "", "fr"), ("zh-CN", "", "zh-CN"), ("zh-CN", "ja", "ja")])
def test_what_is_brought_in_is_in_the_language_of_who_brings_it_unless_told(
    newsroom, people, told, named, found
) -> None:
    newsroom.accounts.change("otto", language="fr", actor=people["carl"])
    writer = people["otto"]
    draft = Draft(StoryText(slug="quai", headline="Le quai", language=told))
    assert newsroom.stories.intake(draft, desk="City", actor=writer, language=named).language == found
