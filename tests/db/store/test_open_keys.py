"""A key that lay unsealed in an older newsroom is gone when it is opened; what it signed holds, and says so."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import select

from db import keys
from db.errors import Refused
from db.newsroom import Newsroom, open_newsroom
from db.stages import Move
from db.store import seals
from db.store.tables import AccountKeyRow, AccountRow
from db.store.unit_of_work import own_change
from db.story import moves
from db.values import Story
from tests.db.conftest import PASSWORD, People, export, signed_in
from tests.db.store.test_migrate import message_of_the_text_alone, set_back, without_later_columns


@pytest.fixture
def raw(newsroom: Newsroom, people: People, draft: Story, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """The bytes of the key of Emil, who has no password, in a newsroom from then; he has approved the draft with it."""
    key = keys.new_key()
    raw = key._private.private_bytes_raw()
    with own_change(newsroom) as unit:
        row = unit.session.exec(select(AccountRow).where(AccountRow.login == "emil")).one()
        row.password_hash, row.public_key, row.sealed_key = "", key.public, f"open${raw.hex()}"
        held = AccountKeyRow(account_id=row.id or 0, public_key=key.public, made=unit.now)
        unit.session.add(held)
        unit.seal(held)
        unit.seal(row)
        unit.record("add account")
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=people["rita"], problems=[])
    emil = newsroom._sessions.begin(newsroom.accounts.get("emil"), key, reset=0)
    with monkeypatch.context() as then:
        then.setattr(seals, "_is_sealed", without_later_columns)
        then.setattr(moves, "message_of", message_of_the_text_alone)
        newsroom.moves.make(Move.APPROVE, draft.id, actor=emil, problems=[])
    with newsroom.engine.begin() as behind:
        set_back(lambda statement: behind.execute(text(statement)), "0012")
    newsroom.close()
    return raw


def test_nothing_of_it_stays_and_the_log_says_so(place: str, raw: bytes) -> None:
    newsroom = open_newsroom(place)
    found = newsroom.audit()
    with newsroom.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM account WHERE sealed_key LIKE 'open%'")).scalar() == 0
    newsroom.close()
    assert found.passed, found.faults
    assert any("lay unsealed" in note for note in found.notes)
    if Path(place).is_file():
        assert raw.hex().encode() not in Path(place).read_bytes()


def test_its_approval_holds_and_its_owner_signs_again_with_a_password(place: str, raw: bytes, draft: Story) -> None:
    newsroom = open_newsroom(place)
    emil, story = newsroom.accounts.sign_in("emil"), newsroom.stories.get(draft.id)
    assert story.sign_off is not None
    signed = newsroom.exported.sign_off(story.sign_off.signature)
    assert signed is not None
    assert "lay unsealed" in signed.key_note
    with pytest.raises(Refused, match="emil has no password"):
        export(newsroom, story, emil)
    export(newsroom, story, newsroom.accounts.change_password("emil", "", PASSWORD))
    assert signed_in(newsroom, "emil").key is not None
    assert newsroom.audit().passed
    newsroom.close()
