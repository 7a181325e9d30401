"""One change: in one transaction, told once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlmodel import Session

from db.acts import Act
from db.store.tables import DeskRow, StoryRow


def test_each_change_is_told_once_after_it_is_done(newsroom, draft, people) -> None:
    told = []
    stop = newsroom.subscribe(lambda change: told.append((change, newsroom.stories.get(draft.id).dek)))
    newsroom.stories.save(draft.id, draft.text.with_(dek="New"), actor=people["rita"], base=1)
    stop()
    newsroom.stories.save(draft.id, draft.text.with_(dek="Newer"), actor=people["rita"], base=2)
    assert [(change.stories, dek) for change, dek in told] == [(frozenset({draft.id}), "New")]


def test_a_change_that_failed_is_told_to_nobody_and_undone(newsroom, draft, people, snapshot) -> None:
    before, told = snapshot(), []
    newsroom.subscribe(told.append)
    with pytest.raises(ZeroDivisionError), newsroom.change(people["rita"], Act.CREATE) as unit:
        unit.session.add(DeskRow(name="Moon"))
        unit.touch("desks")
        raise ZeroDivisionError
    assert (snapshot(), told) == (before, [])


def test_who_no_longer_listens_is_told_nothing(newsroom, people) -> None:
    told = []
    stop = newsroom.subscribe(told.append)
    stop()
    stop()
    newsroom.desks.add("Harbour", actor=people["carl"])
    assert told == []


def test_a_row_that_is_sealed_twice_in_one_change_is_vouched_for_once(newsroom, draft, people) -> None:
    with newsroom.change(people["rita"], Act.CREATE) as unit:
        row = unit.session.get(StoryRow, draft.id)
        unit.seal(row)
        unit.seal(row)
        record = unit.record("save", row)
        assert record.sealed.count("story/") == 1
        assert (unit.unsealed, unit.gone) == ([], [])


def test_what_is_read_at_once_is_read_in_one_transaction_on_this_thread_alone(newsroom) -> None:
    def another() -> Session:
        with newsroom.reading() as session:
            return session

    with newsroom.reading_at_once():
        first = another()
        with newsroom.reading_at_once():
            assert another() is first
        assert another() is first
        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(another).result() is not first
    assert another() is not first


def test_what_fails_while_it_is_read_at_once_leaves_nothing_held(newsroom) -> None:
    with pytest.raises(ZeroDivisionError), newsroom.reading_at_once():
        raise ZeroDivisionError
    with newsroom.reading() as one, newsroom.reading() as other:
        assert one is not other
