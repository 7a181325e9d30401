"""One change: in one transaction, told once."""

import pytest

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
