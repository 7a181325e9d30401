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


@pytest.mark.parametrize("line", ["THREE DEAD, TWO MISSING", "Karen Solheim Berg"])
def test_a_line_below_the_headline_that_looks_like_names_is_the_dek_where_another_is_the_byline(line: str) -> None:
    text = read_bytes(f"{TITLE}\n{line}\nBy Marta Lind\n\n{BODY}".encode()).text
    assert (text.headline, text.dek, text.byline) == (TITLE, line, "By Marta Lind")


@pytest.mark.parametrize("number", [3, 300])
def test_no_item_of_a_list_is_lost_where_there_is_nothing_but_a_list(number: int) -> None:
    items = [f"- item {at} is done" for at in range(number)]
    blocks = read_bytes("\n".join([TITLE, "", *items]).encode()).text.body.blocks
    assert [block.text for block in blocks] == [item.removeprefix("- ") for item in items]


def test_lines_that_are_said_again_and_again_stay() -> None:
    blocks = read_bytes(
        f"{TITLE}\n\n{BODY}\n\n{'- one egg of a hen' + chr(10)}".encode() + b"- one egg of a hen\n" * 9
    ).text
    assert blocks.body.body_text.count("one egg") == 10


@pytest.mark.parametrize(
    ("furniture", "language"),
    [
        ("字号: [小] [中] [大] 打印本页 关闭窗口", "zh"),
        ("Filmed by Lu Yiran. Cut by Bai Shuo. Words on screen by Lu Yiran.", "en"),
        ("MORE: Farmer finds anchor in a beet field", "en"),
        ("Lesen Sie auch: Der Bäcker schließt montags", "de"),
    ],
)
def test_a_line_that_is_all_furniture_goes(furniture: str, language: str) -> None:
    text = read_bytes(f"{TITLE}\n\nBy Marta Lind\n\n{furniture}\n\n{BODY}".encode()).text
    assert (text.body.body_text, furniture in text.ednote) == (BODY, True), language


@pytest.mark.parametrize(
    "file",
    [
        f"For immediate release\n=====================\n\n{TITLE}\n\n{BODY}\n",
        f"From: Press office <press@example.org>\nSubject: {TITLE}\n\n{BODY}\n\n=====================\n",
    ],
)
def test_a_rule_of_equals_signs_is_no_part_of_a_story(file: str) -> None:
    draft = read_bytes(file.encode(), "release.txt")
    assert (draft.text.headline, draft.text.body.body_text) == (TITLE, BODY)
    assert "=====================" in draft.dropped


def test_spaces_and_marks_that_have_a_meaning_on_paper_stay_at_import() -> None:
    title, name = "Le port gardera 1\u202f200\u00a0lotsen", "\u200f الهاتف \u2066+47\u2069"
    text = read_bytes(
        f"{title}\n\nBy Marta Lind\n\n{BODY}\n\nNach\u00adbar {name} blieb zu Hause, sagte sie.".encode()
    ).text
    assert text.headline == title
    assert f"Nach\u00adbar {name}" in text.body.body_text
