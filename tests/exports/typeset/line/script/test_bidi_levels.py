"""Embedding levels: brackets by pairs, isolates, marks and figures, by the rules of Unicode Standard Annex 9."""

import pytest

from exports.typeset.line.script.bidi import in_visual_order, runs_right_to_left
from exports.typeset.line.script.bidi_levels import base_level, levels_of

LRM, RLM, ALM = "\u200e", "\u200f", "\u061c"
LRE, RLE, PDF, LRO, RLO = "\u202a", "\u202b", "\u202c", "\u202d", "\u202e"
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"


@pytest.mark.parametrize(
    ("text", "base", "levels"),
    [
        ("אב(cd)", 1, "111221"), ("ab(גד)", 0, "000110"), ("א(b)ג", 1, "11211"), ("a(ב)c", 1, "21112"),
        ("אב(גד[&ef].)gh", 0, "11011000000000"), ("אב(גד[&ef].)gh", 1, "11111112211122"),
        ("a(ב]c)", 0, "001000"), ("(a", 1, "12"), (f"a{RLI}b{PDI}c", 0, "00200"), (f"א{LRI}b{PDI}ג", 1, "11211"),
        (f"א {FSI}12 a{PDI} ג", 1, "111222211"[:5] + "22" + "111"), (f"{RLE}a{PDF}b", 0, "0" + "2" + "20"),
        (f"{RLO}ab{PDF}", 0, "0111"), (f"{LRO}אב{PDF}", 1, "1222"), ("ا 1-2", 1, "11212"), ("א 1-2", 1, "11222"),
        ("١,٢", 0, "222"), ("a 5% ב", 1, "221"[:1] + "2221" + "1"), (f"c++{LRM} א", 1, "222211"), ("a\tב", 0, "001"),
        ("א\u0301ב", 0, "111"), (f"{ALM}1", 0, "12"), ("", 1, ""),
        ("a \u2329b.1\u3009", 1, "2222222"), ("א \u3008ב.1\u232a", 0, "1111121"),
    ],
)  # fmt: skip
def test_each_character_has_the_level_the_rules_give_it(text: str, base: int, levels: str) -> None:
    assert "".join(map(str, levels_of(text, base))) == levels


def test_more_embeddings_than_there_are_levels_are_counted_and_closed_again() -> None:
    deep = 80 * RLE + 80 * LRI
    found = levels_of(f"{deep}a{80 * PDI}{80 * PDF}b", 0)
    assert max(found) <= 126
    assert found[-1] == 0


def test_more_brackets_than_are_remembered_are_neutral() -> None:
    assert levels_of("a" + "(" * 64 + "ב" + ")" * 64, 1)[1] == 1


def test_a_paragraph_runs_as_its_first_letter_outside_an_isolate() -> None:
    assert base_level(f"{LRI}abc{PDI} אבג") == 1
    assert runs_right_to_left(f"{LRI}abc{PDI} אבג")
    assert base_level("12 abc אבג") == 0
    assert not runs_right_to_left("abc אבג")


def test_brackets_round_latin_words_in_a_line_from_right_to_left_are_a_pair() -> None:
    shown = in_visual_order([("hebrew", "אב "), ("serif", "(cd)"), ("hebrew", " ג")], right_to_left=True)
    assert [(text, way) for _, text, way in shown] == [
        (" ג", "rtl"), (")", "rtl"), ("cd", "ltr"), ("(", "rtl"), ("אב ", "rtl"),
    ]  # fmt: skip
