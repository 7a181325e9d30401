"""The card of a change: its words by strike and underline, and in a sentence."""

import pytest

from db.text.alterations import Alteration, AlterationKind
from desktop.editor.margin.alteration_card import plain_words, said_of

WORDS = Alteration(AlterationKind.WORDS, "body", "nine <b>", "ten")


def test_what_went_is_struck_through_and_what_came_underlined() -> None:
    assert said_of(WORDS, "#123456") == (
        '<s style="color: #123456">nine &lt;b&gt;</s> <u style="color: #123456">ten</u>'
    )


@pytest.mark.parametrize(
    ("alteration", "words"),
    [
        (WORDS, "“nine <b>” became “ten”"),
        (Alteration(AlterationKind.FIELD, "headline", "", "Lifts"), "Headline: “Lifts” added"),
        (Alteration(AlterationKind.WENT, "body", "All of it.", ""), "Paragraph deleted: “All of it.” deleted"),
        (Alteration(AlterationKind.FORM, "body", "", "", note="bold changed"), "bold changed"),
    ],
    ids=["words", "field", "paragraph", "form"],
)
def test_a_change_is_said_in_a_sentence(alteration: Alteration, words: str) -> None:
    assert plain_words(alteration) == words


def test_a_long_paragraph_is_told_by_its_beginning() -> None:
    assert said_of(Alteration(AlterationKind.CAME, "body", "", "word " * 100), "#123456").endswith("…</u>")
