"""Marks set while one types: each key, one after the other, as at a keyboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.text.typed_marks import typed_mark
from db.text.typewriter_marks import typewriter_marks


def typed(keys: str, language: str, *, after: str = "") -> str:
    """The paragraph when these keys were typed."""
    text = ""
    for key in keys:
        text += key
        if mark := typed_mark(text, after, language):
            text = text[: mark.start] + mark.mark + text[mark.end :]
    return text


@pytest.mark.parametrize(
    ("language", "keys", "text"),
    [
        ("en-US", '"Go," she said. "Don\'t."', "“Go,” she said. “Don’t.”"),
        ("en-US", "'Go', he said.", "‘Go’, he said."),
        ("en-US", "the '90s and the 1990's", "the ’90s and the 1990’s"),
        ("en-US", "in '26.", "in ’26."),
        ("en-US", "'Tis rock 'n' roll, tell 'em.", "’Tis rock ’n’ roll, tell ’em."),
        ("en-US", "He is 6' 2\" tall", "He is 6′ 2″ tall"),
        ("en-US", 'a "6-foot" wall ("tall")', "a “6-foot” wall (“tall”)"),
        ("en-US", "\"He said 'no' twice.\"", "“He said ‘no’ twice.”"),
        ("en-US", "the pier -- closed since May -- opens", "the pier — closed since May — opens"),
        ("en-US", "a pier--closed", "a pier—closed"),
        ("en-GB", "the pier - closed", "the pier – closed"),
        ("en-GB", "pages 10--12", "pages 10–12"),
        ("en-US", "Wait...", "Wait…"),
        ("en-US", "see https://a.example/x--y'z...", "see https://a.example/x--y'z..."),
        ("en-US", "well-known", "well-known"),
        ("en-US", "- an item", "- an item"),
        ("de", '"Komm", sagte er, "geht\'s?"', "„Komm“, sagte er, „geht’s?“"),
        ("de", "'Komm', er", "‚Komm‘, er"),
        ("fr", 'Il a dit "oui" à l\'heure', "Il a dit «\u202foui\u202f» à l’heure"),
        ("nl", "'s Morgens om 't even", "’s Morgens om ’t even"),
        ("sv", '"Nej", sa hon. "Ja."', "”Nej”, sa hon. ”Ja.”"),
        ("pl", '"Tak", powiedział', "„Tak”, powiedział"),
        ("es", '--Ven --dijo-- "ya"', "—Ven —dijo— «ya»"),
        ("ru", '"Да" -- сказал', "«Да» — сказал"),
        ("he", 'צה"ל', "צה״ל"),
        ("zh-CN", '他说"好"', "他说“好”"),
        ("ja", "...", "..."),
    ],
)
def test_what_is_typed_stands_as_its_language_has_it(language: str, keys: str, text: str) -> None:
    assert typed(keys, language) == text


def test_a_quote_typed_before_a_word_that_stands_there_opens() -> None:
    assert typed('"', "en-US", after="word") == "“"
    assert typed('word"', "en-US", after=" more") == "word”"


@given(st.text(alphabet="ab 1\"'-.(\u00a0x", max_size=40), st.sampled_from(["en-US", "de", "fr", "nl", "es", "sv"]))
def test_no_mark_of_a_typewriter_is_left_but_hyphens_between_words(keys: str, language: str) -> None:
    text = typed(keys, language)
    assert not any(text[one.start] in "\"'" for one in typewriter_marks(text, language))
    assert [one for one in text if one.isalnum()] == [one for one in keys if one.isalnum()]
