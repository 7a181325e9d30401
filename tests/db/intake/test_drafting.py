"""What each part of a text was taken for is told, and can be changed by hand."""

import pytest

from db.document import BlockKind
from db.intake import read_bytes, read_text, with_roles
from db.values import BODY, LeftOut
from tests.db.intake.ferry import BODY as FERRY
from tests.db.intake.ferry import HEAD

SITE = "Harbour Courier\n\nFerry line to close for the winter\n\nBy Ida Holm\n\nShare this article\n\n"
HARBOUR, TITLE, NAME, SHARE, LEDE, LAST = range(6)


def test_each_part_of_the_original_has_a_role_or_a_reason_to_be_left_out() -> None:
    parts = read_text(SITE + FERRY).parts
    assert [part.role for part in parts] == ["", "headline", "byline", "", BODY, BODY]
    assert [part.left_out for part in parts if not part.role] == [LeftOut.PAGE, LeftOut.PAGE]
    assert "\n".join(line for part in parts for line in part.lines) == (SITE + FERRY).replace("\n\n", "\n")


def test_what_was_left_out_is_put_back_by_hand_where_it_stood() -> None:
    draft = with_roles(read_text(SITE + FERRY), {SHARE: BODY})
    assert draft.text.body.blocks[0].text == "Share this article"
    assert "Share this article" not in draft.text.ednote


def test_another_line_becomes_the_headline_and_the_first_is_left_out() -> None:
    draft = with_roles(read_text(SITE + FERRY), {HARBOUR: "headline"})
    assert draft.text.headline == "Harbour Courier"
    assert draft.parts[TITLE].left_out is LeftOut.BY_HAND
    assert "Ferry line to close for the winter" in draft.text.ednote


def test_a_dek_that_another_takes_the_place_of_becomes_a_paragraph() -> None:
    first = with_roles(read_text(SITE + FERRY), {SHARE: "dek"})
    second = with_roles(first, {HARBOUR: "dek"})
    assert (second.text.dek, second.parts[SHARE].role) == ("Harbour Courier", BODY)


def test_roles_that_are_not_changed_give_the_same_draft() -> None:
    draft = read_bytes((SITE + FERRY).encode("cp1252"), "ferry.txt")
    assert with_roles(draft, {}) == draft


def test_what_is_no_role_is_not_given() -> None:
    with pytest.raises(KeyError):
        with_roles(read_text(FERRY), {0: "footer"})


@pytest.mark.parametrize(
    ("lines", "kind"),
    [(["1. Ashwick", "2. Overy"], BlockKind.NUMBER), (["2. Island", "3. Mill"], BlockKind.PARAGRAPH)],
)
def test_a_list_keeps_its_numbers_unless_they_count_from_one(lines: list[str], kind: BlockKind) -> None:
    blocks = read_text(f"{HEAD}{FERRY}\n\n" + "\n".join(lines)).text.body.blocks[-2:]
    assert [(block.kind, block.text) for block in blocks] == [
        (kind, line[3:] if kind is BlockKind.NUMBER else line) for line in lines
    ]
