"""The log of an older newsroom vouches for all its rows once they are covered."""

from sqlmodel import Session

from db.newsroom import Newsroom
from db.store.seal_backfill import seal_older_rows
from db.store.tables import DeskRow, LogEndRow
from db.values import Story


def without_its_end(newsroom: Newsroom) -> None:
    """Make it a newsroom from before the log said where it ends, with rows that no record vouches for."""
    with newsroom.engine.begin() as behind, Session(bind=behind) as session:
        session.delete(session.get(LogEndRow, 1))
        session.add_all(DeskRow(name=name) for name in ("Harbour", "Moon"))
        session.flush()


def test_rows_without_a_seal_get_one_in_a_record_of_its_own(newsroom: Newsroom, draft: Story) -> None:
    without_its_end(newsroom)
    before = newsroom.audit()
    with newsroom.engine.begin() as behind, Session(bind=behind) as session:
        seal_older_rows(session)
    after = newsroom.audit()
    assert not before.passed
    assert after.passed, after.fault
    assert after.records == before.records + 1


def test_what_is_changed_behind_the_log_afterwards_is_found(newsroom: Newsroom, draft: Story) -> None:
    without_its_end(newsroom)
    with newsroom.engine.begin() as behind, Session(bind=behind) as session:
        seal_older_rows(session)
    with newsroom.engine.begin() as behind:
        behind.exec_driver_sql("UPDATE desk SET name = 'Sun' WHERE name = 'Moon'")
    assert "desk" in newsroom.audit().fault
