"""A seal names the state in which the change found the row, whatever else is done in the same transaction."""

import gc

from sqlmodel import select

from db.newsroom import Newsroom
from db.store.seals import NO_ROW, Seal, digest, unpack
from db.store.tables import DeskRow, EventRow
from db.store.unit_of_work import UnitOfWork, own_change


def _sealed(unit: UnitOfWork, action: str) -> Seal:
    (seal,) = unpack(unit.record(action).sealed)
    return seal


def _desk(unit: UnitOfWork) -> DeskRow:
    return unit.session.exec(select(DeskRow).where(DeskRow.name != "Sport")).one()


def test_a_new_row_had_no_state(newsroom: Newsroom) -> None:
    with own_change(newsroom) as unit:
        row = DeskRow(name="Arts")
        unit.session.add(row)
        unit.session.flush()
        unit.seal(row)
        assert _sealed(unit, "make") == Seal(f"desk/{row.id}", digest(row), NO_ROW)


def test_a_changed_row_had_the_state_it_was_read_in_though_it_was_written_and_read_again(newsroom: Newsroom) -> None:
    with own_change(newsroom) as unit:
        before = digest(_desk(unit))
        _desk(unit).name = "Town"
        unit.session.flush()
        gc.collect()
        unit.seal(_desk(unit))
        first = _sealed(unit, "change")
        assert (first.earlier, first.state) == (before, digest(_desk(unit)))
        unit.seal(_desk(unit))
        assert _sealed(unit, "again").earlier == first.state


def test_a_row_that_is_taken_out_and_put_in_again_had_none_between(newsroom: Newsroom) -> None:
    with own_change(newsroom) as unit:
        old = _desk(unit)
        before, number, name = digest(old), old.id, old.name
        unit.remove(old)
        unit.session.flush()
        again = DeskRow(id=number, name=name)
        unit.session.add(again)
        unit.seal(again)
        out, back = unpack(unit.record("swap").sealed)
        assert (out.state, out.earlier) == (NO_ROW, before)
        assert (back.state, back.earlier) == (before, NO_ROW)


def test_every_seal_of_a_newsroom_says_what_was_there_before(newsroom: Newsroom) -> None:
    with newsroom.reading() as session:
        found = [seal for packed in session.exec(select(EventRow.sealed)) for seal in unpack(packed)]
    assert len(found) > 10
    assert all(seal.earlier for seal in found)
