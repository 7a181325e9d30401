"""Plain text to a draft: headline, dek, byline and body, and nothing in the text vanishes silently."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.document import BlockKind
from db.errors import Unreadable
from db.intake import read_text
from db.intake.lines import MAX_LINES, key
from db.values import Draft
from tests.db.intake.ferry import BODY, HEAD


def all_of(draft: Draft) -> str:
    """Everything a draft kept, letters and digits alone."""
    text = draft.text
    fields = (text.headline, text.dek, text.byline, text.dateline, text.kicker, text.body.body_text, text.ednote)
    return key(" ".join(fields))


@pytest.mark.parametrize(
    "lines",
    ["By Ida Holm", "IDA HOLM", "Ida Holm | 2026-11-03", "By Ida Holm in Bergen\n\nIda Holm"],
)
def test_a_byline_is_found_in_each_of_its_shapes(lines: str) -> None:
    draft = read_text(f"Ferry line to close for the winter\n\n{lines}\n\n{BODY}")
    assert draft.text.byline == "By Ida Holm"
    assert draft.text.headline == "Ferry line to close for the winter"
    assert draft.text.body.body_text == BODY


@pytest.mark.parametrize("dek_first", [True, False])
def test_the_dek_is_found_on_either_side_of_the_byline(dek_first: bool) -> None:
    dek, byline = "The bridge has taken its passengers, and the crew its boats", "By Ida Holm"
    head = "\n\n".join(["Ferry line to close for the winter", *([dek, byline] if dek_first else [byline, dek])])
    draft = read_text(f"{head}\n\n{BODY}")
    assert (draft.text.headline, draft.text.dek) == ("Ferry line to close for the winter", dek)
    assert draft.text.byline == byline


def test_the_only_paragraph_is_the_body_and_no_dek() -> None:
    draft = read_text("Ferry line to close\n\nBy Ida Holm\n\nThe ferry will stop on the first of December.\n")
    assert (draft.text.headline, draft.text.dek) == ("Ferry line to close", "")
    assert draft.text.body.body_text == "The ferry will stop on the first of December."


def test_a_hard_wrapped_text_has_its_paragraphs_whole() -> None:
    wrapped = "\n\n".join(textwrap.fill(part, 60) for part in BODY.split("\n\n"))
    assert read_text(HEAD + wrapped).text.body.body_text == BODY


def test_a_short_line_of_doubt_stays_in_the_body() -> None:
    draft = read_text(f"{HEAD}{BODY}\n\nSeagulls, however, remain.")
    assert draft.text.body.blocks[-1].text == "Seagulls, however, remain."


_LINE = st.one_of(
    st.text(alphabet="abc XYZ.,:|-—–\"'()#*1290港口的", max_size=60),
    st.sampled_from(["By Ida Holm", "Share", "Home > City", "2026-11-03", "Top", BODY[:113], "© 2026 Harbour Courier"]),
)


@given(st.lists(_LINE, max_size=14), st.sampled_from(["\n", "\n\n"]))
def test_no_line_vanishes_silently(lines: list[str], between: str) -> None:
    kept = all_of(read_text(between.join(lines)))
    pieces = [piece for line in lines for piece in line.split() if key(piece)]
    assert [piece for piece in pieces if key(piece) not in kept] == []


@pytest.mark.parametrize(
    ("line", "heading"),
    [("# Tides", "Tides"), ("## Tides ##", "Tides"), ("### C #", "C"), ("#Tides", None), ("# ", None)],
)
def test_number_signs_before_a_line_make_it_a_subhead(line: str, heading: str | None) -> None:
    blocks = read_text(f"{HEAD}{BODY}\n\n{line}\n\n{BODY[:114]} Twice.").text.body.blocks
    subheads = [block.text for block in blocks if block.kind is BlockKind.SUBHEAD]
    assert (heading in subheads) is (heading is not None)


@pytest.mark.parametrize(
    ("lede", "dateline"),
    [
        ("BERGEN — The ferry stops.", "BERGEN"), ("NEW YORK, Nov. 3 (AP) -- The ferry stops.", "NEW YORK, Nov. 3 (AP)"),
        ("BAD-HOMBURG, Germany - The ferry stops.", "BAD-HOMBURG, Germany"), ("The ferry — it stops — is old.", ""),
        ("新华社北京11月3日电（记者张伟）轮渡将停运。", "新华社北京11月3日电（记者张伟）"),
    ],
)  # fmt: skip
def test_the_place_and_day_before_the_first_sentence_are_the_dateline(lede: str, dateline: str) -> None:
    draft = read_text(f"Headline: Ferry line to close\n\n{lede}")
    assert draft.text.dateline == dateline


def test_lines_beyond_those_that_are_looked_at_are_kept_at_the_end() -> None:
    lines = [f"line {number}" for number in range(MAX_LINES + 300)]
    kept = all_of(read_text("\n".join(lines)))
    assert [line for line in lines if key(line) not in kept] == []


def test_a_text_of_over_a_million_characters_is_refused() -> None:
    with pytest.raises(Unreadable, match="over a million characters"):
        read_text("ab\n" * 400_000, "long.txt")


@pytest.mark.parametrize("line", ["=" * 40, "<", "^", "^<=", "-" * 40, "#" * 40, "“", "　"])
def test_a_line_of_marks_alone_costs_no_text(line: str) -> None:
    assert BODY in read_text(f"{HEAD}{line}\n\n{BODY}\n\n{line}").text.body.body_text
