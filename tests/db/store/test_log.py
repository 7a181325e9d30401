"""The log: numbered without gaps, each record sealed to the one before."""

from sqlmodel import select

from db.store.log import GENESIS, record_hash
from db.store.tables import EventRow


def rows(newsroom) -> list[EventRow]:
    with newsroom.reading() as session:
        return list(session.exec(select(EventRow).order_by(EventRow.number)))


def test_each_record_carries_the_hash_of_the_one_before(newsroom, draft) -> None:
    found = rows(newsroom)
    assert [row.number for row in found] == list(range(1, len(found) + 1))
    assert [row.previous for row in found] == [GENESIS, *(row.hash for row in found[:-1])]
    assert all(record_hash(row) == row.hash for row in found)


def test_each_column_counts_for_the_hash(newsroom, draft) -> None:
    row = rows(newsroom)[-1]
    for name in EventRow.model_fields:
        if name != "hash":
            changed = EventRow(**row.model_dump())
            setattr(changed, name, row.at.replace(year=2000) if name == "at" else "9")
            assert record_hash(changed) != row.hash, name
