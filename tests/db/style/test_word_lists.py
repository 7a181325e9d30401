"""The newsroom's words and those of one person; the names it has used."""

import pytest

from db.errors import NotFound, Refused
from db.newsroom import Newsroom
from db.values import Story
from tests.db.conftest import People


def test_a_word_of_the_newsroom_is_known_to_all_and_ones_own_to_oneself(newsroom: Newsroom, people: People) -> None:
    newsroom.words.add("paywall", language="en-GB", actor=people["nora"], own=False)
    newsroom.words.add(" ledes ", language="en-US", actor=people["rita"], own=True)
    assert newsroom.words.known("en", "rita") == ["paywall", "ledes"]
    assert newsroom.words.known("en-AU", "otto") == ["paywall"]
    assert newsroom.audit().passed


def test_names_count_in_every_language_and_words_in_their_own(newsroom: Newsroom, people: People) -> None:
    for word in ("Lind*", "paywall"):
        newsroom.words.add(word, language="en", actor=people["nora"], own=False)
    assert newsroom.words.known("nl", "rita") == ["Lind*"]


def test_only_an_editor_keeps_words_for_the_newsroom(newsroom: Newsroom, people: People) -> None:
    with pytest.raises(Refused, match="Only an editor may keep words"):
        newsroom.words.add("paywall", language="en", actor=people["rita"], own=False)
    newsroom.words.add("paywall", language="en", actor=people["pia"], own=True)


@pytest.mark.parametrize("word", ["", "*", "two words", "42", "Li*nd", "x" * 61])
def test_what_is_no_single_word_is_refused(newsroom: Newsroom, people: People, word: str) -> None:
    with pytest.raises(Refused, match="word"):
        newsroom.words.add(word, language="en", actor=people["nora"], own=False)


def test_a_word_is_kept_once_and_taken_off(newsroom: Newsroom, people: People) -> None:
    for word in ("zebra", "Apple", "zebra"):
        newsroom.words.add(word, language="en", actor=people["nora"], own=False)
    assert newsroom.words.all() == {"en": ["Apple", "zebra"]}
    newsroom.words.remove("zebra", language="en", actor=people["nora"], own=False)
    newsroom.words.remove("Apple", language="en", actor=people["nora"], own=False)
    assert newsroom.words.all() == {}
    with pytest.raises(NotFound, match="not on that list"):
        newsroom.words.remove("zebra", language="en", actor=people["nora"], own=False)


def test_the_log_says_which_word(newsroom: Newsroom, people: People) -> None:
    seen = []
    newsroom.subscribe(seen.append)
    newsroom.words.add("paywall", language="en", actor=people["nora"], own=False)
    assert [change.parts for change in seen] == [{"words"}]


def test_people_bylines_and_datelines_are_known_names(newsroom: Newsroom, draft: Story, people: People) -> None:
    text = draft.text.with_(byline="Ilse Tradrauck", dateline="Moraigraund")
    newsroom.stories.save(draft.id, text, actor=people["rita"], base=draft.version)
    names = newsroom.words.names()
    assert {"Ilse Tradrauck", "Moraigraund", newsroom.accounts.get("nora").name} <= set(names)
    assert "" not in names
