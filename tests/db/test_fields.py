"""One table of a story's fields, read by all that has to do with them."""

import ast
from dataclasses import MISSING, fields, replace
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from db import values
from db.document import Document
from db.fields import FIELD_NAMES, FIELDS_BY_NAME, PRINTED, STORY_FIELDS, title_of
from db.intake import read_bytes, read_text
from db.newsroom import Newsroom
from db.store.tables import RevisionRow, StoryRow
from db.text.slugs import tidy_text
from db.values import Account, Story, StoryFields, StoryText

ROOT = Path(__file__).resolve().parents[2]
FILLED = StoryText(
    slug="ferry-back", headline="Ferry is back", dek="It sails at noon.", byline="By Rita Reporter", dateline="HOLM",
    ednote="Call first.", kicker="Harbour", language="en-GB",
    body=Document.from_paragraphs(["The ferry is back.", "It sails at noon."]),
)  # fmt: skip


def test_values_have_the_fields_of_the_table_in_its_order() -> None:
    assert {one.name: one.default for one in fields(StoryFields)} == {one.name: one.default for one in STORY_FIELDS}
    assert tuple(one.name for one in fields(StoryFields)) == FIELD_NAMES
    assert all(one.default is not MISSING for one in fields(StoryFields))


@pytest.mark.parametrize("table", [StoryRow, RevisionRow])
def test_rows_have_a_column_for_each_field(table: type[SQLModel]) -> None:
    assert set(FIELD_NAMES) <= set(SQLModel.metadata.tables[str(table.__tablename__)].columns.keys())


def test_the_content_hash_of_a_story_is_what_it_has_always_been() -> None:
    assert FILLED.content_hash == "d6a38cc5810902a2809ce8130b1e25e24c968909fa7124362a57600463dd46f4"
    assert StoryText().content_hash == "53e7ce0bc53a72744050d68f391f762c2fa41d773f106d43fcb73fe029c3384b"


@pytest.mark.parametrize("name", FIELD_NAMES)
def test_the_content_hash_is_over_what_is_printed_and_no_more(name: str) -> None:
    changed = FILLED.with_(**{name: "something else"})
    assert (changed.content_hash != FILLED.content_hash) == FIELDS_BY_NAME[name].printed


def test_a_printed_field_that_comes_later_voids_no_approval(monkeypatch: pytest.MonkeyPatch) -> None:
    known = FILLED.with_(kicker="")
    without = known.content_hash
    later = tuple(replace(one, later=one.name == "kicker") for one in PRINTED)
    with monkeypatch.context() as then:
        then.setattr(values, "PRINTED", tuple(one for one in PRINTED if one.name != "kicker"))
        older = known.with_().content_hash
    monkeypatch.setattr(values, "PRINTED", later)
    assert known.with_().content_hash == older != without
    assert known.with_(kicker="Harbour").content_hash == FILLED.content_hash


@pytest.mark.parametrize("name", [one.name for one in STORY_FIELDS if one.labels])
def test_a_labelled_line_of_copy_fills_its_field(name: str) -> None:
    for label in FIELDS_BY_NAME[name].labels:
        read = read_text(f"{label.title()}: north-pier\nHeadline: Ferry is back\n\nThe ferry is back.\n").text
        assert "north-pier" in getattr(read, name).lower(), label


def test_copy_without_a_source_has_the_name_of_its_file() -> None:
    assert read_bytes(b"Ferry is back\n\nBy Ida Holm\n\nThe ferry is back.\n", "pier.txt").text.source == "pier.txt"
    named = b"Source: Harbour Wire\nHeadline: Ferry is back\n\nThe ferry is back.\n"
    assert read_bytes(named, "pier.txt").text.source == "Harbour Wire"


def test_no_label_stands_for_two_fields() -> None:
    labels = [label for one in STORY_FIELDS for label in one.labels]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("name", [name for name in FIELD_NAMES if name not in ("slug", "language")])
def test_every_field_comes_back_from_revisions_and_working_copies(
    newsroom: Newsroom, draft: Story, people: dict[str, Account], name: str
) -> None:
    text = tidy_text(draft.text.with_(**{name: "By the quay"}))
    newsroom.stories.keep(draft.id, text, actor=people["rita"], base=1)
    kept = newsroom.stories.working_copy(draft.id, actor=people["rita"])
    saved = newsroom.stories.save(draft.id, text, actor=people["rita"], base=1)
    assert kept is not None
    assert kept.text == saved.text == newsroom.stories.revision(draft.id, 2).text == text


def test_another_place_than_a_field_has_a_title_too() -> None:
    assert (title_of("dek"), title_of("body")) == ("Dek", "Body")


def test_the_fields_are_listed_nowhere_else() -> None:
    """A second list would not know the next field. Migrations are of their day."""
    sources = [path for package in ("db", "exports", "desktop") for path in (ROOT / package).rglob("*.py")]
    for path in sources:
        if path != ROOT / "db/fields.py" and "migrations" not in path.parts:
            lists = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if _listed(node) > 3]
            assert lists == [], f"{path}:{[node.lineno for node in lists]}"


def _listed(node: ast.AST) -> int:
    """The number of fields a literal names."""
    if isinstance(node, ast.Dict):
        named = [key for key in node.keys if key is not None]
    else:
        named = list(node.elts) if isinstance(node, ast.Tuple | ast.List | ast.Set) else []
    return sum(isinstance(one, ast.Constant) and one.value in FIELD_NAMES for one in named)
