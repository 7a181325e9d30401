"""Folding: what readers take for the same is the same, and what they tell apart is not."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.text.folding import find_name, fold, folded_name, origins

ANY = st.text(st.characters(categories=["L", "M", "N", "P", "S", "Z", "Cf", "Cc"]), max_size=40)


@pytest.mark.parametrize(
    "words",
    [
        "café CAFÉ cafe CAFE\u0301", "район РАЙОН раион", "Київ КИЇВ Киів", "ёлка елка", "за\u0301мок замок",
        "Τρίτη ΤΡΙΤΗ τριτη", "λιμανιού λιμανιου", "ς σ Σ", "Straße STRASSE strasse STRAẞE", "ﬁshing fishing",
        "İstanbul ISTANBUL istanbul ıstanbul", "łódź LODZ", "Ærø aero", "Þór thor", "data\u00adbase database",
        "データ ﾃﾞｰﾀ", "ＣＯ２ CO₂ co2", "도선사 도선사", "שָׁלוֹם שלום", "مَجْلِسُ مجلس", "ســلام سلام",
        "أحمد احمد آحمد إحمد ٱحمد", "مدينة مدينه", "ی ي ى", "کتاب كتاب", "می\u200cخواهم میخواهم", "٢٠٢٦ ۲۰۲۶ २०२६ 2026",
        "ज़रूरी जरूरी ज\u093cरूरी", "हाँ हां", "น้ำ นํ้า", "’ ' ʼ", "Việt Viet VIỆT", "col·lega col·lega", "Œuvre oeuvre",
        "ƊAN ɗan dan", "ƙasa Kasa", "Ƴaƴa yaya", "ƐƲƆ ɛʋɔ evo", "Əliyev əliyev Eliyev", "Ґалаґан галаган",
        "Қазақ казак", "Көңіл коніл", "Ҡала кала", "Тоҷик точик", "ʻOkina ꞌokina 'okina",
    ],
)  # fmt: skip
def test_what_readers_take_for_the_same_is_the_same(words: str) -> None:
    assert len(set(map(fold, words.split(" ")))) == 1


@pytest.mark.parametrize(
    "words",
    ["が か", "パ ハ バ", "बोर्ड बोरड", "कि की", "ก่า ก้า", "မ မ့", "ы и", "한 하", "吴 吳", "ހަ ހި", "بڑے بڑی"],
)
def test_what_readers_tell_apart_stays_apart(words: str) -> None:
    assert len(set(map(fold, words.split(" ")))) == len(words.split(" "))


@given(ANY)
@example("\u0345")
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.lists(ANY))
def test_lines_are_folded_one_by_one(lines: list[str]) -> None:
    whole = "\n".join(line.replace("\n", "") for line in lines)
    assert fold(whole).split("\n") == [fold(line) for line in whole.split("\n")]


@pytest.mark.parametrize(
    ("text", "part", "stands"),
    [
        ("Straße am Kai", "am", "am"), ("e\u0301t e\u0301", "e", "e\u0301"), ("ﬁshing boat", "boat", "boat"),
        ("ﬁshing", "f", "ﬁ"),
        ("İİ ısı", "isi", "ısı"), ("שָׁלוֹם עֲלֵיכֶם", "שלום", "שָׁלוֹם"), ("ﾃﾞｰﾀを", "データ", "ﾃﾞｰﾀ"),
        ("도선사가", "선사", "선사"),
        ("½ CO₂ a", "co2", "CO₂"), ("data\u00adbase now", "now", "now"), ("\u00adab", "ab", "ab"), ("น้ำใจ", "ใ", "ใ"),
    ],
)  # fmt: skip
def test_a_part_of_a_folded_text_is_found_in_the_text_as_written(text: str, part: str, stands: str) -> None:
    at = fold(text).rindex(part)
    ((start, end),) = origins(text, [(at, at + len(part))])
    assert text[start:end] == stands


@given(ANY)
def test_places_in_the_text_hold_what_folds_to_the_part(text: str) -> None:
    folded = fold(text)
    places = [(at, at + 1) for at in range(len(folded))]
    for (start, end), (at, _) in zip(origins(text, places), places, strict=True):
        assert folded[at] in fold(text[start:end])


def test_a_name_spelled_just_so_goes_first() -> None:
    assert find_name(["Mål", "Mal"], "Mal") == 1
    assert find_name(["City", "Économie"], "ECONOMIE") == 1
    assert find_name(["City"], "Sport") is None


def test_names_are_compared_without_regard_to_spaces() -> None:
    assert folded_name(" Late\u00a0 City ") == "late city"
