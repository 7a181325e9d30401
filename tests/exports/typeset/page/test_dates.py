"""Days in words, in every language."""

from datetime import date

import pyphen
import pytest

from exports.typeset.page.dates import in_words

DAY = date(2026, 11, 26)


LANGUAGES = sorted({name.partition("_")[0] for name in pyphen.LANGUAGES} | {"ar", "bn", "he", "hi", "zh", "no"})


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en-US", "Thursday, November 26, 2026"), ("en-GB", "Thursday, 26 November 2026"),
        ("de-CH", "Donnerstag, 26. November 2026"), ("fr", "Jeudi 26 novembre 2026"),
        ("pt_BR", "Quinta-feira, 26 de novembro de 2026"), ("pl", "Czwartek, 26 listopada 2026"),
        ("zh-CN", "2026年11月26日 星期四"), ("ar", "الخميس، 26 نوفمبر 2026"), ("he", "יום חמישי, 26 בנובמבר 2026"),
        ("sr-Latn-RS", "Četvrtak, 26. novembar 2026."), ("no", "Torsdag 26. november 2026"),
        ("mr-IN", "गुरुवार, 26 नोव्हेंबर, 2026"), ("th", "วันพฤหัสบดีที่ 26 พฤศจิกายน ค.ศ. 2026"), ("xx", "2026-11-26"),
    ],
)  # fmt: skip
def test_a_day_is_said_in_the_language_of_the_story(language: str, words: str) -> None:
    assert in_words(DAY, language) == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_that_is_divided_has_words_for_every_day_of_a_year(language: str) -> None:
    days = [in_words(date(2026, month, day), language) for month in range(1, 13) for day in range(1, 29)]
    assert len(set(days)) == 336
    assert not any(day.startswith("2026-") or "{" in day for day in days)
