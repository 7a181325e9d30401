"""What each command asks of its call: a newsroom that is there, and a password."""

from pathlib import Path

import pytest

from db.newsroom import Newsroom
from db.values import Story
from desktop.command.call import HOW_TO_BEGIN
from desktop.command.cli import main
from desktop.credentials import PASSWORD as VARIABLE
from tests.db.conftest import signed_in
from tests.desktop.command.conftest import Run


def test_who_has_a_password_must_give_it(
    run: Run, newsroom: Newsroom, draft: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.accounts.reset_password("reporter", "ink and paper", actor=signed_in(newsroom, "chief"))
    monkeypatch.delenv(VARIABLE)
    refused = run("submit", draft.slug)
    assert (refused.status, refused.err.count("\n")) == (1, 1)
    monkeypatch.setenv(VARIABLE, "wrong one")
    assert "not the password" in run("submit", draft.slug).err
    monkeypatch.delenv(VARIABLE)
    (tmp_path / "secret").write_text("ink and paper\n")
    assert run("submit", draft.slug, "--password-file", str(tmp_path / "secret")).status == 0
    monkeypatch.setenv(VARIABLE, "ink and paper")
    assert run("spike", draft.slug, "--note", "x").status == 1
    assert run("list").status == 0


def test_a_newsroom_that_is_not_there_is_one_line_that_says_how_one_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--db", str(tmp_path / "none.db"), "list"]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.endswith(f"{HOW_TO_BEGIN}\n")
    assert not (tmp_path / "none.db").exists()


def test_what_a_killed_export_left_is_told_by_the_next_command(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.command.call.settle_unrecorded", lambda _newsroom: ["It was taken away."])
    ran = run("list")
    assert (ran.status, ran.err) == (0, "galley: It was taken away.\n")
