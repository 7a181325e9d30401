"""What a crash report may hold: it is copied and sent to others."""

import sys

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import insert, text
from sqlalchemy.exc import DBAPIError

from db.newsroom import Newsroom
from db.store.tables import AccountRow
from desktop.crash import CrashHook, without_secrets


@pytest.fixture
def secrets(newsroom: Newsroom) -> tuple[str, str]:
    """The password hash and the sealed key of an account."""
    newsroom.accounts.change_password("reporter", "", "correct horse")
    with newsroom.engine.connect() as connection:
        hashed, key = connection.execute(
            text("SELECT password_hash, sealed_key FROM account WHERE login = 'reporter'")
        ).one()
    return hashed, key


def test_a_database_s_complaint_shows_no_hash_and_no_key(
    newsroom: Newsroom, secrets: tuple[str, str], qtbot: QtBot
) -> None:
    hook = CrashHook(lambda: None)
    hook.install()
    try:
        with newsroom.reading() as session:
            row = session.get(AccountRow, newsroom.accounts.get("reporter").id)
            assert row is not None
            twin = row.model_dump(exclude={"id"})
        with pytest.raises(DBAPIError) as raised, newsroom.engine.begin() as connection:
            connection.execute(insert(AccountRow).values(**twin))
        sys.excepthook(raised.type, raised.value, raised.tb)
    finally:
        hook.uninstall()
    assert hook.window is not None
    assert hook.window.isVisible()
    report = hook.window.report.toPlainText()
    assert "UNIQUE constraint failed" in report
    assert not [secret for secret in secrets if secret[:40] in report or secret[-40:] in report]
    hook.window.accept()


def test_what_a_server_says_of_a_row_is_left_out(secrets: tuple[str, str]) -> None:
    hashed, key = secrets
    said = f"violates not-null constraint\nDETAIL:  Failing row contains (3, wu, {hashed}, {key}, t).\nLINE 1"
    said += f"\nat postgresql://wu:horse@host/paper, {hashed!r}, open${'ab' * 32}"
    report = without_secrets(said)
    for secret in (hashed, key, "horse", "ab" * 32):
        assert secret not in report
    assert "violates not-null constraint" in report and "LINE 1" in report and "@host/paper" in report
