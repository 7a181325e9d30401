"""Words that can name a place."""

import pytest

from db.intake.datelines import is_place, split_dateline


@pytest.mark.parametrize("place", ["Beijing", "new york", "Xi'an", "North Quay", "St. John's, Canada"])
def test_places_are_told(place: str) -> None:
    assert is_place(place)


@pytest.mark.parametrize("words", ["", "the quay", "Quay 9", "A Very Long Name Of Some Quay", "港口"])
def test_other_words_name_no_place(words: str) -> None:
    assert not is_place(words)


def test_only_a_listed_city_is_surely_one() -> None:
    assert is_place("Beijing", known=True)
    assert not is_place("North Quay", known=True)


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Husum (dpa/lno)", " - Eine Sturmflut hat den Anleger zerstört."),
        ("Passau (epd)", ". Ein Mesner hat den Schlüssel gefunden."),
        ("Lüneburg, 24. November 2026", ". Die Stadtwerke schließen die Häuser an."),
        ("QUIMPER, 24 nov 2026 (AFP)", " - La criée de Douarnenez a rouvert mardi."),
        ("Genève, 24 nov (ats)", " Le jet d'eau s'est arrêté mardi pendant deux heures."),
        ("Vigo, 24 nov (EFE)", ".- La flota de bajura volverá a faenar."),
        ("Santander", ". – La Autoridad Portuaria inaugura un carril."),
        ("Aveiro, 24 nov 2026 (Lusa)", " – A Câmara de Aveiro apresentou hoje os barcos."),
        ("Zutphen, 24 november 2026", " – Wie een boor nodig heeft, kan terecht."),
        ("Sanok, 24.11.2026 (PAP)", " - Młody żubr spędził noc na rondzie."),
        ("АРХАНГЕЛЬСК, 24 ноября. /СЕВИНФОРМ/", ". Пешеходную переправу открыли во вторник."),
        ("İZMİR", " - Körfezde yoğun sis nedeniyle vapur yapılamadı."),
        ("القاهرة (رويترز)", " - قال مسؤولون يوم الثلاثاء إن الميناء أغلق"),
        ("本报讯（记者 林晓舟）", "开了二十一年的夜市昨晚最后一次亮灯。"),
        ("【記者林美惠／台北報導】", "港務委員會週二晚間表決。"),
    ],
)
def test_datelines_of_agencies_of_many_languages_are_told(line: str, rest: str) -> None:
    found = split_dateline(line + rest)
    assert found is not None
    assert (found[0], rest.endswith(found[1])) == (line, True)


def test_an_agency_that_stands_before_the_place_is_told_behind_it() -> None:
    found = split_dateline("(ANSA) - GENOVA, 24 NOV - Ha riaperto questa mattina la funicolare.")
    assert found == ("GENOVA, 24 NOV (ANSA)", "Ha riaperto questa mattina la funicolare.")


@pytest.mark.parametrize(
    "text",
    [
        "The harbour is closed. - We know that well.",
        "通讯员说他来过港口开会了",
        "Quay Street - and the harbour beyond it",
    ],
)
def test_other_sentences_have_no_dateline(text: str) -> None:
    assert split_dateline(text) is None
