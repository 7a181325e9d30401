"""On the command line each role may do what the table of acts says, and no more."""

from pathlib import Path

import pytest

from db.acts import Act, why_never, why_not
from db.newsroom import Newsroom
from db.stages import Role, Stage
from db.values import Story
from resources import resource
from tests.desktop.command.conftest import PILOTS, Run
from tests.desktop.press.test_batch import approved

COMMANDS: dict[Act, tuple[str, ...]] = {
    Act.CREATE: ("import", PILOTS),
    Act.WRITE: ("revert", "lane-lifts", "1"),
    Act.EXPORT: ("export", "one", "--out", "{out}"),
    Act.SAVE_SEARCH: ("search", "lifts", "--save", "mine"),
    Act.READ_NOTICE: ("inbox",),
    Act.ADD_ACCOUNT: ("add-account", "new", "--name", "New", "--role", "reporter"),
    Act.CHANGE_ACCOUNT: ("change-account", "production", "--name", "Bo"),
    Act.RESET_PASSWORD: ("password", "nobody-s", "--new-password-file", "{password}"),
    Act.ADD_DESK: ("desks", "Arts"),
    Act.RENAME_DESK: ("desks", "--rename", "City", "Town"),
    Act.RETIRE_DESK: ("desks", "--retire", "Sport"),
    Act.PLAN: ("plan", "lane-lifts", "--target", "9"),
    Act.SCHEDULE: ("plan", "lane-lifts", "--desk", "Sport"),
    Act.HOLD: ("hold", "lane-lifts", "--note", "The jury is out."),
    Act.LIFT_HOLD: ("lift", "lane-lifts"),
    Act.ASK_CHECK: ("check", "lane-lifts", "legal", "--ask"),
    Act.CHECK: ("check", "lane-lifts", "legal"),
    Act.SET: ("kinds", "Brief"),
    Act.SET_LIMIT: ("limit", "words-least", "9"),
    Act.ADD_FORMAT: ("formats", "add", "{format}"),
    Act.BACK_UP: ("backup", "{out}/kept.db"),
    Act.RESTORE: ("restore-backup", "{out}/none.db"),
    Act.MOVE_NEWSROOM: ("move-to", "nowhere.db"),
}
"""Of each act that has a command, one that does it; some find nothing to do it with, but not for want of the right."""


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("act", COMMANDS)
def test_a_command_asks_the_table(
    run: Run, newsroom: Newsroom, draft: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: Act, role: Role
) -> None:
    monkeypatch.setenv("GALLEY_FORMATS", str(tmp_path / "formats"))
    if act is Act.EXPORT:
        approved(newsroom, ["one"])
    password, own = tmp_path / "password", tmp_path / "own.toml"
    password.write_text("ink and paper")
    own.write_text(resource("formats/tabloid.toml").read_text(encoding="utf-8"))
    names = {"out": tmp_path / "out", "password": password, "format": own}
    ran = run(*(part.format(**names) for part in COMMANDS[act]), login=role.value)
    why = why_never(act, role)
    if act is Act.WRITE:
        why = why or why_not(act, role, Stage.DRAFT, is_writer=role is Role.REPORTER)
    if why:
        assert ran.status == 1
        assert why in ran.err
    else:
        assert "Only" not in ran.err
        assert "Production sets type" not in ran.err
