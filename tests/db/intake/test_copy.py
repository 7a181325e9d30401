"""Labelled copy in the shapes of what newsrooms receive: it comes in right, and nothing of it vanishes."""

import json
import random
import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.fields import FIELD_NAMES
from db.intake import read_bytes
from db.intake.lines import key
from db.intake.mail import read_mail
from db.values import CopyPart, Draft

COPY = Path(__file__).parent / "copy"
_DATELINE = 30
"""Letters at the beginning of a paragraph that may be its dateline."""
_UNSEEN = ("Cc", "Cf", "Cs", "Cn", "Zs", "Zl", "Zp")
_SIGN = re.compile(r"(?:[•·▪‣◦●○*–—>-]|#{1,6}|\(?\d{1,2}[.)、])\s")
_WIRE_MARKS = re.compile(r"^\^|[<=]$")
_SIGNS = ("", "🚢⚓️", "a\u0301 n\u0303", "½ № ℃ ★", "«–» ¿¡ …", "👩\u200d🚒🇳🇴")
_DASHES = "—–-_:.,"
PIECES = tuple(sorted(COPY.glob("*/*.txt")))


@cache
def read(path: Path) -> Draft:
    return read_bytes(path.read_bytes(), path.name)


@cache
def case(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.with_suffix(".json").read_text(encoding="utf-8")))


def visible(text: str) -> Counter[str]:
    """The visible characters of a text, small and composed, and how often each stands in it."""
    small = unicodedata.normalize("NFC", text).casefold()
    return Counter(char for char in small if not char.isspace() and unicodedata.category(char) not in _UNSEEN)


def missing(given: str, draft: Draft) -> Counter[str]:
    """What a text has that is in no field, no paragraph, and no line that was left out."""
    fields = (getattr(draft.text, name) for name in FIELD_NAMES)
    left = visible(given) - visible(" ".join((*fields, draft.text.body.body_text, *draft.dropped)))
    for part in draft.parts:
        left -= said_otherwise(part, draft.text.dateline)
    return left


def said_otherwise(part: CopyPart, dateline: str) -> Counter[str]:
    """What a paragraph's kind says instead: a list's sign, a label, a wire's marks, the dash behind a dateline, the
    commas between names, the hyphens that parted words at the ends of lines.
    """
    whole, bare = " ".join(part.lines), part.text
    if part.role in FIELD_NAMES:
        label = whole[: -len(bare)] if whole.endswith(bare) else ""
        return visible(label) + visible("".join(char for char in whole if not char.isalnum()))
    sign = _SIGN.match(whole)
    dash = _DASHES if dateline and key(dateline) in key(whole[: 3 * len(dateline)]) else ""
    hyphens = sum(line.endswith(("-", "\u2010")) for line in part.lines)
    marks = "".join(_WIRE_MARKS.findall(whole))
    return visible((sign.group() if sign else "") + dash + "-" * hyphens + marks) if part.role else Counter()


@pytest.mark.parametrize("path", PIECES, ids=lambda path: path.stem)
def test_every_visible_character_of_a_piece_is_in_a_field_the_body_or_the_list_of_what_was_left_out(path: Path) -> None:
    mail = read_mail(path.read_bytes(), path.name)
    text = re.sub("(?m)^(?:> ?)+", "", mail.text) if mail else path.read_text(encoding="utf-8", errors="ignore")
    assert not missing(text, read(path))


@settings(deadline=None, max_examples=30)
@given(
    st.randoms(use_true_random=False), st.sampled_from(["", "🚢⚓️", "a\u0301 n\u0303", "½ № ℃ ★", "«–» ¿¡ …", "👩‍🚒🇳🇴"])
)
def test_every_visible_character_of_mixed_lines_is_somewhere(chance: random.Random, signs: str) -> None:
    pages = [path for path in PIECES if path.parent.name != "pages"]
    lines = [line for path in chance.sample(pages, 4) for line in path.read_text(encoding="utf-8").split("\n")]
    mixed = "\n".join([*chance.sample(lines, min(len(lines), 30)), signs])
    if key(mixed):
        assert not missing(mixed, read_bytes(mixed.encode(), "mixed.txt"))


def test_the_headline_is_right_in_nine_of_ten_pieces() -> None:
    right = sum(key(read(path).text.headline) == key(str(case(path)["headline"])) for path in PIECES)
    assert right >= 0.9 * len(PIECES)


def test_hardly_a_paragraph_of_a_body_is_lost() -> None:
    lost = 0
    number = 0
    for path in PIECES:
        body = key(read(path).text.body.body_text)
        wanted = [key(str(text)) for text in case(path)["paragraphs"]]
        lost += sum(text[_DATELINE:] not in body for text in wanted if len(text) > _DATELINE)
        number += len(wanted)
    assert lost <= number / 100


def test_a_name_said_twice_with_a_standfirst_between_is_the_byline() -> None:
    for path in sorted((COPY / "more").glob("seed-2*.txt")):
        text, wanted = read(path).text, case(path)
        assert (text.headline, text.dek) == (wanted["headline"], wanted["dek"])
        assert text.byline == f"By {wanted['byline']}"
        assert text.body.body_text.split("\n\n") == wanted["paragraphs"]


def test_copy_that_taught_nothing_comes_in_whole() -> None:
    unseen = [path for path in PIECES if path.parent.name == "unseen"]
    whole = sum(
        list(map(key, read(path).text.body.body_text.split("\n\n"))) == list(map(key, case(path)["paragraphs"]))
        for path in unseen
    )
    assert whole >= 0.85 * len(unseen)


def test_the_points_above_a_wires_copy_are_no_dek() -> None:
    points = [line for line in case(COPY / "more" / "wire-11.txt")["absent"] if line.startswith("*")]
    draft = read(COPY / "more" / "wire-11.txt")
    assert draft.text.dek == ""
    assert all(point in draft.text.ednote for point in points)
