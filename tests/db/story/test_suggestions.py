"""What somebody suggests of a story, until each part is accepted or refused."""

import pytest

from db.document import Document
from db.errors import NotFound, Refused
from db.newsroom import Newsroom
from db.stages import Move
from db.story.suggestions import Decision, Suggestion
from db.text.alterations import make
from db.values import Story, StoryText
from tests.db.conftest import People


@pytest.fixture
def suggested(draft: Story) -> StoryText:
    """The draft with another headline and a paragraph more."""
    more = Document(blocks=(*draft.body.blocks, *Document.from_paragraphs(["Tickets cost as before."]).blocks))
    return draft.text.with_(headline="The ferry is back", body=more)


@pytest.fixture
def suggestion(newsroom: Newsroom, draft: Story, people: People, suggested: StoryText) -> Suggestion:
    """That text as an editor suggests it."""
    newsroom.suggestions.keep(draft.id, suggested, base=draft.text, actor=people["nora"])
    (found,) = newsroom.suggestions.of(draft.id)
    return found


def test_a_suggestion_is_no_part_of_the_story(newsroom: Newsroom, draft: Story, suggestion: Suggestion) -> None:
    assert newsroom.stories.get(draft.id) == draft
    assert newsroom.suggestions.open_count(draft.id, draft.text) == 2
    assert (suggestion.name, len(newsroom.stories.revisions(draft.id))) == ("Nora Editor", 1)


def test_it_moves_with_what_the_writer_goes_on_writing(draft: Story, suggestion: Suggestion) -> None:
    text = draft.text.with_(dek="Mine")
    assert [one.place for one in suggestion.open_in(text)] == ["headline", "body"]
    assert suggestion.on(text).dek == "Mine"


def test_what_is_accepted_is_suggested_no_more(draft: Story, suggestion: Suggestion) -> None:
    headline = suggestion.open_in(draft.text)[0]
    accepted = make(draft.text, headline, suggestion.on(draft.text))
    assert [one.place for one in suggestion.open_in(accepted)] == ["body"]


def test_what_is_refused_is_suggested_no_more_and_stands_in_the_history(
    newsroom: Newsroom, draft: Story, people: People, suggestion: Suggestion
) -> None:
    headline, _ = suggestion.open_in(draft.text)
    left = suggestion.without(headline, draft.text)
    newsroom.suggestions.decide(suggestion, left, Decision.REFUSED, "the headline", actor=people["rita"])
    (now,) = newsroom.suggestions.of(draft.id)
    assert [one.place for one in now.open_in(draft.text)] == ["body"]
    event = newsroom.stories.history(draft.id)[-1]
    assert (event.action, event.actor, event.note, event.details) == (
        "refuse suggestion", "rita", "the headline", "Nora Editor"
    )  # fmt: skip
    assert newsroom.audit().passed


@pytest.mark.parametrize("decision", [Decision.ACCEPTED, Decision.REFUSED])
def test_what_is_suggested_since_one_looked_is_not_lost_by_a_decision(
    newsroom: Newsroom, draft: Story, people: People, suggestion: Suggestion, suggested: StoryText, decision: Decision
) -> None:
    headline, _ = suggestion.open_in(draft.text)
    left = suggestion.without(headline, draft.text) if decision is Decision.REFUSED else suggestion
    newsroom.suggestions.keep(draft.id, suggested.with_(dek="Later"), base=draft.text, actor=people["nora"])
    newsroom.suggestions.decide(suggestion, left, decision, "the headline", actor=people["rita"])
    (now,) = newsroom.suggestions.of(draft.id)
    places = [one.place for one in now.open_in(draft.text)]
    assert places == (["dek", "body"] if decision is Decision.REFUSED else ["headline", "dek", "body"])


def test_who_types_on_does_not_suggest_anew_what_was_refused_meanwhile(
    newsroom: Newsroom, draft: Story, people: People, suggestion: Suggestion, suggested: StoryText
) -> None:
    """Nor where the writer has gone on writing since."""
    text = draft.text.with_(slug="ferry", dek="Mine")
    headline = next(one for one in suggestion.open_in(text) if one.place == "headline")
    left = suggestion.without(headline, text)
    newsroom.suggestions.decide(suggestion, left, Decision.REFUSED, "the headline", actor=people["rita"])
    nora, later = people["nora"], suggested.with_(dateline="Suzhou")
    kept = newsroom.suggestions.keep(draft.id, later, base=draft.text, actor=nora, last=suggested)
    assert (kept.headline, kept.dateline) == (draft.text.headline, "Suzhou")
    (now,) = newsroom.suggestions.of(draft.id)
    assert [one.place for one in now.open_in(text)] == ["dateline", "body"]


def test_all_of_it_refused_while_one_types_on_leaves_what_came_since(
    newsroom: Newsroom, draft: Story, people: People, suggestion: Suggestion, suggested: StoryText
) -> None:
    none = Suggestion(draft.id, "nora", "Nora Editor", draft.text, draft.text, suggestion.saved)
    newsroom.suggestions.decide(suggestion, none, Decision.REFUSED, "all", actor=people["rita"])
    later = suggested.with_(dek="Since")
    kept = newsroom.suggestions.keep(draft.id, later, base=draft.text, actor=people["nora"], last=suggested)
    assert kept == draft.text.with_(dek="Since")


def test_one_that_is_refused_whole_is_gone_and_can_be_opened_again(
    newsroom: Newsroom, draft: Story, people: People, suggestion: Suggestion
) -> None:
    left = Suggestion(draft.id, "nora", "Nora Editor", draft.text, draft.text, suggestion.saved)
    newsroom.suggestions.decide(suggestion, left, Decision.REFUSED, "all", actor=people["rita"])
    assert newsroom.suggestions.of(draft.id) == []
    newsroom.suggestions.decide(left, suggestion, Decision.REOPENED, "all", actor=people["rita"])
    assert newsroom.suggestions.of(draft.id) == [suggestion]


def test_the_same_text_takes_a_suggestion_back(
    newsroom: Newsroom, draft: Story, people: People, suggestion: Suggestion
) -> None:
    newsroom.suggestions.keep(draft.id, draft.text, base=draft.text, actor=people["nora"])
    assert newsroom.suggestions.of(draft.id) == []
    with pytest.raises(NotFound, match="taken this suggestion back"):
        newsroom.suggestions.decide(suggestion, suggestion, Decision.ACCEPTED, "late", actor=people["rita"])


def test_only_who_may_write_decides_and_only_editors_and_the_writer_suggest(
    newsroom: Newsroom, draft: Story, people: People, suggestion: Suggestion, suggested: StoryText
) -> None:
    with pytest.raises(Refused, match="Only its writer or an editor"):
        newsroom.suggestions.decide(suggestion, suggestion, Decision.REFUSED, "no", actor=people["otto"])
    with pytest.raises(Refused, match="Only an editor or its writer"):
        newsroom.suggestions.keep(draft.id, suggested, base=draft.text, actor=people["otto"])
    newsroom.claims.take(draft.id, actor=people["rita"])
    with pytest.raises(Refused, match="is writing in"):
        newsroom.suggestions.decide(suggestion, suggestion, Decision.REFUSED, "no", actor=people["nora"])


def test_a_writer_may_suggest_where_only_editors_write(
    newsroom: Newsroom, draft: Story, people: People, suggested: StoryText
) -> None:
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=people["rita"], problems=())
    newsroom.suggestions.keep(draft.id, suggested, base=draft.text, actor=people["rita"])
    assert [one.login for one in newsroom.suggestions.of(draft.id)] == ["rita"]
