"""Seals are over all columns of a row but what is measured, and what came later."""

from db.store import seals
from db.store.seals import NO_ROW, Seal
from db.store.tables import AccountDeskRow, DeskRow, RevisionRow, SettingRow, StoryRow

STORY = {"id": 7, "slug": "ferry", "stage": "Draft", "desk_id": 1, "writer_id": 2, "ednote": ""}


def test_a_row_is_named_by_its_table_and_key() -> None:
    assert seals.name_of(DeskRow(id=3, name="City")) == "desk/3"
    assert seals.name_of(AccountDeskRow(account_id=1, desk_id=2)) == "account_desk/1-2"
    assert seals.name_of(SettingRow(key="searches:rita lin", value={})) == "setting/searches%3Arita%20lin"


def test_any_sealed_column_changes_the_seal() -> None:
    first = seals.digest(StoryRow(**STORY))
    assert seals.digest(StoryRow(**STORY)) == first
    assert seals.digest(StoryRow(**STORY | {"slug": "Ferry"})) != first
    assert seals.digest(StoryRow(**STORY | {"stage": "Edit"})) != first


def test_what_is_measured_is_not_sealed() -> None:
    assert seals.digest(StoryRow(**STORY, lines=12)) == seals.digest(StoryRow(**STORY))


def test_a_column_that_came_later_is_sealed_once_something_stands_in_it(monkeypatch) -> None:
    columns = seals._columns
    monkeypatch.setattr(
        seals, "_columns", lambda table: [name for name in columns(table) if name not in ("kind", "source")]
    )
    older = seals.digest(StoryRow(**STORY))
    monkeypatch.undo()
    assert seals.digest(StoryRow(**STORY)) == older
    assert seals.digest(StoryRow(**STORY, source="wire")) != older != seals.digest(StoryRow(**STORY, kind="Brief"))


def test_seals_that_are_packed_come_back() -> None:
    packed = [Seal("desk/3", "a1"), Seal("desk/4", NO_ROW, "b2"), Seal("setting/searches%3Arita", "c3", NO_ROW)]
    assert list(seals.unpack(seals.pack(packed))) == packed


def test_a_seal_from_before_the_earlier_state_was_kept_says_nothing_of_it() -> None:
    assert list(seals.unpack("desk/3=a1 desk/4=-")) == [Seal("desk/3", "a1"), Seal("desk/4", NO_ROW)]


def test_the_source_is_a_later_column_wherever_it_stands() -> None:
    assert {table for table, name in seals.LATER if name == "source"} == {StoryRow, RevisionRow}
