"""Words of all languages are found, however they are typed, and marked where they stand."""

import pytest

from db.document import Document
from db.newsroom import Newsroom
from db.text.search_hits import Hits
from db.text.search_query import parse
from db.values import StoryText
from tests.db.conftest import People
from tests.db.texts_of_languages import FORMS, PARAGRAPHS, stretches_of, words_of

SPACELESS = ("th", "lo", "km", "my", "ko", "ja", "zh")
"""Languages whose words are not set apart, or grow endings."""
LENGTHS = (1, 2, 3, 5)
"""Characters of the stretches that are asked for."""
AT_ONCE = 20
"""Words that are asked for in one search, which finds what has all of them."""


@pytest.fixture
def library(newsroom: Newsroom, people: People) -> Newsroom:
    """A newsroom with a story in each language."""
    for tag, paragraph in PARAGRAPHS.items():
        text = StoryText(slug=f"text-{tag}", headline="Text", body=Document.from_paragraphs([paragraph]), language=tag)
        newsroom.stories.create(text, desk="City", actor=people["rita"])
    return newsroom


def is_found(newsroom: Newsroom, tag: str, asked: str) -> bool:
    hits = newsroom.search.find(f"{asked} slug:text-{tag}", snippets=False).hits
    return [hit.card.slug for hit in hits] == [f"text-{tag}"]


def lost(newsroom: Newsroom, tag: str, words: list[str]) -> list[str]:
    """The words that do not lead to the story; asked for one by one only where all of them do not."""
    some = [words[at : at + AT_ONCE] for at in range(0, len(words), AT_ONCE)]
    return [
        word for part in some if not is_found(newsroom, tag, " ".join(part))
        for word in part if not is_found(newsroom, tag, word)
    ]  # fmt: skip


def test_each_word_of_each_language_is_found_in_each_form_and_any_stretch_without_spaces(library: Newsroom) -> None:
    missed = {
        (tag, form): words
        for tag, paragraph in PARAGRAPHS.items()
        for form, typed in FORMS.items()
        if (words := lost(library, tag, list(map(typed, words_of(paragraph)))))
    }
    assert missed == {}
    torn = [lost(library, tag, list(stretches_of(PARAGRAPHS[tag], length))) for tag in SPACELESS for length in LENGTHS]
    assert not any(torn), torn


OWN = {
    "sv-SE": "Hår", "nb": "Hør", "de-DE": "schön", "en-GB": "Malmo har schon", "ru": "мой", "uk": "їх", "pl": "Łódź",
    "vi": "tấm", "es": "año", "ha": "ɗan", "az": "Əliyev", "kk": "қазақ", "ru-RU": "казак",
}  # fmt: skip
"""Words with letters of their own, in the languages that have them."""


ASKED = {
    "hår": "sv-SE en-GB", "HA\u030aR*": "sv-SE en-GB", "här": "en-GB", "har": "sv-SE en-GB", "hör": "nb", "hør": "nb",
    "hor": "nb", "schön": "de-DE en-GB", "schon": "de-DE en-GB", "Malmö": "en-GB", '"malmö här"': "en-GB", "мой": "ru",
    "мои": "ru", "їх": "uk", "іх": "uk", "Łodz": "pl", "lódz": "pl", "Lodź Łódź": "pl", "lodz": "pl", "tâm": "vi",
    "tăm": "", "año": "es", "-hår slug:own": "nb de-DE ru uk pl vi es ha az kk ru-RU", "ƊAN": "ha", "dan": "ha",
    "eliyev": "az", "Əliyev*": "az", "қазақ": "kk ru-RU", "казак": "kk ru-RU",
}  # fmt: skip
"""What is asked, and the languages of the stories that it finds."""


def test_who_types_a_letter_of_its_own_means_it_and_who_types_none_finds_both(
    newsroom: Newsroom, people: People
) -> None:
    for tag, words in OWN.items():
        text = StoryText(slug=f"own-{tag.lower()}", body=Document.from_paragraphs([words]), language=tag)
        newsroom.stories.create(text, desk="City", actor=people["rita"])
    found = {asked: newsroom.search.find(asked).hits for asked in ASKED}
    languages = {asked: {hit.card.language for hit in hits} for asked, hits in found.items()}
    assert languages == {asked: set(tags.split()) for asked, tags in ASKED.items()}
    assert all(any(part.hit for part in hit.snippet) for hits in found.values() for hit in hits)


@pytest.mark.parametrize("stored", ["composed", "decomposed"])
def test_each_word_is_marked_where_it_stands_in_the_text_as_it_was_written(stored: str) -> None:
    missed = []
    for paragraph in map(FORMS[stored], PARAGRAPHS.values()):
        for word in words_of(paragraph):
            places = Hits(parse(word)).places(paragraph)
            if word not in [paragraph[start:end] for start, end in places]:
                missed.append((word, [paragraph[start:end] for start, end in places]))
    assert missed == []
