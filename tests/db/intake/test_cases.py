"""Copy that once came out wrong, a small piece of each kind."""

import pytest

from db.intake import read_bytes
from tests.db.intake.ferry import BODY

TITLE = "Ferry board votes to keep the winter timetable"


@pytest.mark.parametrize(
    ("line", "printed", "aside"),
    [
        ("By SEAN O'HARA", "By Sean O'Hara", ""),
        ("By N’Golo Kanu", "By N’Golo Kanu", ""),
        ("By R.J. RICKETTS", "By R.J. Ricketts", ""),
        ("By Marta Lind, Harbour Courier", "By Marta Lind", "Harbour Courier"),
        ("By Marta Lind, Health Editor", "By Marta Lind", "Health Editor"),
        ("By Marta Lind with Ola Brandt", "By Marta Lind and Ola Brandt", "with"),
        ("Marta Lind\nOla Brandt", "By Marta Lind and Ola Brandt", ""),
    ],
)
def test_persons_are_the_byline_and_what_they_are_stands_in_the_ednote(line: str, printed: str, aside: str) -> None:
    text = read_bytes(f"{TITLE}\n{line}\n\n{BODY}".encode()).text
    assert (text.headline, text.byline, text.body.body_text) == (TITLE, printed, BODY)
    assert aside in text.ednote


def test_each_language_keeps_its_own_word_before_the_name() -> None:
    body = "Le conseil du port a voté mardi soir le maintien de la station des pilotes pendant tout l’hiver."
    text = read_bytes(f"Le port gardera ses pilotes\nPar Marta Lind\n\n{body}".encode()).text
    assert (text.byline, text.body.body_text) == ("Par Marta Lind", body)


def test_a_sentence_that_begins_with_copyright_stays() -> None:
    text = read_bytes(
        f"{TITLE}\nBy Marta Lind\n\n{BODY}\n\nCopyright in the song is hers, the court held.".encode()
    ).text
    assert text.body.blocks[-1].text == "Copyright in the song is hers, the court held."


@pytest.mark.parametrize("lede", ["BERGEN — Three people died on Tuesday.", "“I thought I was going to die.”"])
def test_a_short_lede_is_no_dek(lede: str) -> None:
    text = read_bytes(f"{TITLE}\nBy Marta Lind\n\n{lede}\n\n{BODY}".encode()).text
    assert (text.dek, len(text.body.blocks)) == ("", 3)


def test_rows_of_a_table_stay_rows() -> None:
    last = "Nobody else had asked for a boat, the clerk said."
    text = read_bytes(f"{TITLE}\nBy Marta Lind\n\n{BODY}\n\nTeam\tPts\nHarbour\t24\n\n{last}".encode()).text
    assert [block.text for block in text.body.blocks][2:4] == ["Team | Pts", "Harbour | 24"]
    assert "table" in text.ednote
