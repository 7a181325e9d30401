"""Stories: created, typed in, saved, listed; nothing typed is lost."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.acts import Act
from db.document import Document
from db.errors import NewsroomError, NotFound, Refused, Stale
from db.newsroom import Newsroom
from db.stages import Move, Stage
from db.store.tables import StoryRow
from db.story.stories import pack_text, unpack_text
from db.values import Draft, Story, StoryText
from tests.db.conftest import People


def test_a_story_is_found_by_slug_and_by_number(newsroom, draft) -> None:
    assert newsroom.stories.get("ferry-back") == newsroom.stories.get(draft.id) == draft


def test_what_is_not_there_is_named(newsroom) -> None:
    with pytest.raises(NotFound, match="“nothing”"):
        newsroom.stories.get("nothing")


def test_a_new_story_without_slug_gets_one_from_its_headline(newsroom, people, text) -> None:
    story = newsroom.stories.create(text.with_(slug=""), desk="city", actor=people["rita"])
    assert (story.slug, story.stage, story.version, story.words) == ("ferry-back", Stage.DRAFT, 1, 8)


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


def test_a_plan_that_stands_so_already_is_not_in_the_log(newsroom, draft, people) -> None:
    planned = newsroom.stories.plan(draft.id, actor=people["rita"], target_lines=40, desk="Sport")
    told = len(newsroom.stories.history(draft.id))
    again = newsroom.stories.plan(draft.id, actor=people["rita"], target_lines=40, desk="Sport", layout=draft.layout)
    assert (again, len(newsroom.stories.history(draft.id))) == (planned, told)


@pytest.mark.parametrize("year", [1, 9999])
def test_a_day_that_no_clock_shows_is_none_to_be_due_on(newsroom, text, draft, people, year: int) -> None:
    odd = datetime(year, 1, 1, tzinfo=UTC)
    with pytest.raises(Refused, match="1900 to 2199"):
        newsroom.stories.plan(draft.id, actor=people["rita"], due=odd)
    with pytest.raises(Refused, match="1900 to 2199"):
        newsroom.stories.create(text.with_(slug="odd"), desk="City", due=odd, actor=people["rita"])


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


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_working_copy_comes_back_as_it_was(headline: str, paragraph: str) -> None:
    text = StoryText(headline=headline, body=Document.from_paragraphs([paragraph]))
    assert unpack_text(pack_text(text)) == text


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


def test_what_the_database_says_reaches_nobody(newsroom, people, draft) -> None:
    """Rows that two programs write at once, or that are gone: a sentence, and nothing is changed."""
    rita, again = people["rita"], {"slug": draft.slug, "stage": Stage.DRAFT, "writer_id": people["rita"].id}
    times = {"created": newsroom.clock(), "changed": newsroom.clock(), "ednote": ""}
    for row in (StoryRow(**again, **times, desk_id=1), StoryRow(**again | {"slug": "new"}, **times, desk_id=99)):
        with pytest.raises(Stale, match="at the same moment"), newsroom.change(rita, Act.CREATE) as unit:
            unit.session.add(row)
    assert [card.id for card in newsroom.stories.list()] == [draft.id]


def test_a_question_the_database_does_not_take_is_a_sentence(newsroom) -> None:
    with pytest.raises(NewsroomError, match="reports"), newsroom.reading() as session:
        session.connection().exec_driver_sql("SELECT nothing FROM nowhere")


def test_why_a_slug_cannot_be_had_is_told_while_it_is_typed(newsroom, draft, people, text) -> None:
    other = newsroom.stories.create(text.with_(slug="taken"), desk="City", actor=people["rita"])
    why = newsroom.stories.why_not_slug
    assert why(draft.slug, story_id=draft.id) == why("free", story_id=draft.id) == ""
    assert "taken" in why(other.slug, story_id=draft.id)


def test_a_revision_that_is_not_there_is_named(newsroom, draft, people) -> None:
    with pytest.raises(NotFound, match="There is no revision 7 of ferry-back"):
        newsroom.stories.restore(draft.id, 7, actor=people["rita"])


def test_an_arriving_file_s_own_slug_goes_before_its_headline_and_its_name(newsroom, people, text) -> None:
    draft = Draft(text.with_(slug="quay-strike", headline="Ferry is back"), source="copy.txt")
    assert newsroom.stories.intake(draft, desk="City", actor=people["rita"]).slug == "quay-strike"
    draft = Draft(text.with_(slug="", headline="Pilots walk out"), source="copy.txt")
    assert newsroom.stories.intake(draft, desk="City", actor=people["rita"]).slug == "pilots-walk-out"


def test_what_was_typed_on_the_newest_revision_is_itself_the_newest_after_a_take_over(newsroom, draft, people) -> None:
    newsroom.claims.take(draft.id, actor=people["rita"])
    newsroom.stories.keep(draft.id, draft.text.with_(dek="Typed"), actor=people["rita"], base=draft.version)
    newsroom.claims.take_over(draft.id, actor=people["nora"])
    assert [one.label for one in newsroom.stories.revisions(draft.id)] == ["taken over", ""]
    assert newsroom.stories.get(draft.id).dek == "Typed"
