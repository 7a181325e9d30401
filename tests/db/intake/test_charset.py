"""Character sets that nothing names are told by the words and letters they give; a near guess is doubtful."""

import pytest

from db.intake.charset import detect, likelihood

TEXTS = {
    "cp1252": "“We’ll stay,” said Zoë – the café’s owner didn’t mind; “it’s naïve,” she said of the plan.",
    "iso8859_2": "Rada portu zagłosowała we wtorek za tym, że port będzie żył zimą, a łódź zostanie. Źle się stało.",
    "cp1251": "Лоцманы останутся на старом причале, сообщил совет порта, и это не всё, что он сказал.",
    "koi8_r": "Лоцманы останутся на старом причале, сообщил совет порта, и это не всё, что он сказал.",
    "cp1253": "Οι πιλότοι θα μείνουν στο λιμάνι, είπε το συμβούλιο, και δεν είναι όλα όσα είπε για την απόφαση.",
    "cp932": "水先人は冬も古い岸壁に残ることになった。港湾局が火曜日に決めた。",
    "big5hkscs": "引水人冬季留守舊碼頭,港務委員會週二晚間表決,決定整個冬季繼續開放舊引水站。",
    "cp949": "도선사들은 겨울에도 낡은 부두에 남는다고 항만 위원회가 화요일에 밝혔다.",
}


@pytest.mark.parametrize("charset", TEXTS)
def test_a_set_is_told_by_its_words(charset: str) -> None:
    data = (TEXTS[charset] * 4).encode(charset)
    found = detect(data)
    assert found is not None
    assert data.decode(found.charset) == TEXTS[charset] * 4


def test_two_sets_that_read_alike_are_doubtful() -> None:
    found = detect(b"Zl\xe9 \xf8")
    assert found is None or found.doubtful


def test_a_text_is_likeliest_in_its_own_language() -> None:
    assert (
        likelihood("Le port et les pilotes sont dans la région, où il était pour un an, et il est au large.").language
        == "fr"
    )
    assert likelihood("The port and the town, and that of it was for him.").language == "en"
