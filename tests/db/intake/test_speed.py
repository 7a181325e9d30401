"""Copy of any shape is read in time that grows with its length."""

import pytest

from db.intake import read_bytes
from tests.patterns import seconds

SENTENCE = "The board said on Tuesday that the fare would go up again in the spring of the year. "
MEGABYTE = 990_000
MOST = 2.5
"""Seconds of the processor's time: five times what is needed; what grows with the square takes minutes."""
SHAPES = {
    "prose": f"{SENTENCE * 4}\n\n",
    "one paragraph": SENTENCE,
    "wrapped": "the board said that the fare would go up again and again in the spring\n",
    "bylines": "By Ida Holm\n",
    "short lines": "Team list\n\n",
    "rows": "a\tb\tc\n",
    "quotes": "> > a\n",
    "capitals": "HARBOUR WINS AGAIN\n\n",
    "dates": "12 May 2021\n",
    "list": "- item number is done\n",
    "Chinese": "港口委员会周二决定冬季开放渡口。",
    "heads of mails": "From: a <b>\nTo: c\nSubject: d\n\n",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_megabyte_of_any_shape_is_read_at_once(shape: str) -> None:
    data = (SHAPES[shape] * (MEGABYTE // len(SHAPES[shape].encode()))).encode()
    assert seconds(lambda: read_bytes(data, "long.txt")) < MOST


def test_a_megabyte_of_an_old_character_set_is_read_at_once() -> None:
    data = ("“Le café” dit-il à l’été. " * (MEGABYTE // 27)).encode("cp1252")
    assert seconds(lambda: read_bytes(data, "long.txt")) < MOST


def test_a_megabyte_of_mail_is_read_at_once() -> None:
    data = b"From: Ida <ida@example.org>\nSubject: Fares\n\n" + b"> On Tuesday Ida wrote:\n" * (MEGABYTE // 25)
    assert seconds(lambda: read_bytes(data, "long.eml")) < MOST
