"""The words of the index, and what is asked for of them."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.text.folding import fold
from db.text.search_words import question, tokens, tokens_in

ANY = st.text(st.characters(categories=["L", "M", "N", "P", "S", "Z", "Cf", "Cc"]), max_size=60)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Café owners'", ["cafe", "owners"]), ("吴静 said", ["吴静", "静", "said"]), ("a_b", ["a", "b"]), ("—", []),
        ("ﬁn", ["fin"]), ("बोर्ड ने", ["बोर्ड", "ने"]), ("吴　静", ["吴静", "静"]), ("第5号船", ["第", "5", "号船", "船"]),
        ("吴，静", ["吴", "静"]), ("Galley™ O’Hara", ["galley", "o", "hara"]), ("བོད་ཡིག", ["བོད", "ཡིག"]), ("ကို", ["ကို"]),
    ],
)  # fmt: skip
def test_words_are_those_of_the_index(text: str, words: list[str]) -> None:
    assert tokens(text) == words


@pytest.mark.parametrize(
    ("text", "words", "goes_on"),
    [("船", ("船",), True), ("游船", ("游船",), False), ("柳溪河", ("柳溪", "溪河"), False),
     ("第5号", ("第", "5", "号"), True),
     ("船 a", ("船", "a"), False), ("ferry", ("ferry",), False), ("吴静。", ("吴静",), False), ("।", (), False)],
)  # fmt: skip
def test_a_stretch_of_characters_is_asked_for_by_its_pairs(text: str, words: tuple[str, ...], goes_on: bool) -> None:
    assert question(text) == (words, goes_on)


@given(ANY)
def test_words_and_words_with_places_are_the_same(text: str) -> None:
    folded = fold(text)
    assert [word for word, _place in tokens_in(folded)] == tokens(text)
    assert all(0 <= start < end <= len(folded) for _word, (start, end) in tokens_in(folded))


@given(st.lists(ANY, max_size=4))
def test_sqlite_parts_the_words_where_we_do(texts: list[str]) -> None:
    words = [word for text in texts for word in tokens(text)]
    raw = sqlite3.connect(":memory:")
    raw.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'ascii')")
    raw.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)")
    raw.execute("INSERT INTO t VALUES (?)", (" ".join(words),))
    assert [row[0] for row in raw.execute('SELECT term FROM v ORDER BY "offset"')] == words
