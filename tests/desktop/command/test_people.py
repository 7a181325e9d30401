"""Accounts, passwords and saved searches on the command line."""

from pathlib import Path

from db.newsroom import Newsroom
from db.stages import Role
from tests.db.conftest import signed_in
from tests.desktop.command.conftest import Run, bring_in


def secret(tmp_path: Path, words: str) -> str:
    """A password file."""
    path = tmp_path / f"{words}.txt"
    path.write_text(f"{words}\n")
    return str(path)


def test_the_chief_adds_changes_and_takes_out_of_use(run: Run, newsroom: Newsroom, tmp_path: Path) -> None:
    file = secret(tmp_path, "quay-side")
    made = run(
        "add-account", "new", "--name", "New Body", "--role", "editor", "--new-password-file", file, login="chief"
    )
    assert made.lines == ["new              editor     New Body"], made.err
    assert newsroom.accounts.sign_in("new", "quay-side").role is Role.EDITOR
    assert "not active" in run("change-account", "new", "--deactivate", login="chief").out
    assert not newsroom.accounts.get("new").active
    assert any(line.startswith("new ") for line in run("accounts").lines)


def test_others_are_refused(run: Run, newsroom: Newsroom) -> None:
    before = newsroom.accounts.all()
    made = run("add-account", "new", "--name", "New", "--role", "editor")
    assert (made.status, "Only the chief" in made.err) == (1, True)
    assert run("change-account", "chief", "--deactivate").status == 1
    assert newsroom.accounts.all() == before


def test_passwords_are_changed_and_reset(run: Run, newsroom: Newsroom, tmp_path: Path) -> None:
    old, new = secret(tmp_path, "first-one"), secret(tmp_path, "second-one")
    assert run("password", "--new-password-file", old).status == 0
    assert run("password", "--new-password-file", new, "--password-file", new).status == 1
    assert run("password", "--new-password-file", new, "--password-file", old).status == 0
    assert newsroom.accounts.sign_in("reporter", "second-one")
    assert run("password", "reporter", "--new-password-file", old, login="chief").status == 0
    assert newsroom.accounts.sign_in("reporter", "first-one")
    assert newsroom.audit().passed


def test_searches_are_kept_shared_and_forgotten(run: Run, newsroom: Newsroom) -> None:
    run("search", "harbour", "--save", "port")
    run("search", "stage:edit", "--save", "waiting", "--shared", login="editor")
    assert run("search", "--saved").lines == ["waiting  stage:edit", "port  harbour"]
    assert run("search", "--saved", login="editor").lines == ["waiting  stage:edit"]
    assert run("search", "--forget", "port").lines == ["waiting  stage:edit"]
    assert run("search", "--save", "empty").status == 1
    nameless = run("search", "harbour", "--save", "")
    assert (nameless.status, nameless.out, "a name" in nameless.err) == (1, "", True)
    newsroom.settings.set("searches:reporter", {"odd": 7}, actor=signed_in(newsroom, "reporter"))
    listed = run("search", "--saved")
    assert (listed.status, listed.err) == (0, "galley: The saved search “odd” cannot be read; save it anew.\n")
    gone = run("search", "--forget", "port")
    assert (gone.status, gone.err) == (1, "galley: There is no own search “port”.\n")


def test_a_dry_run_says_who_is_told_and_moves_nothing(run: Run, newsroom: Newsroom) -> None:
    slug = bring_in(run)
    run("submit", slug)
    name = newsroom.accounts.get("reporter").name
    assert run("approve", slug, "--dry-run", login="editor").lines == [f"{slug}  would tell {name}"]
    assert newsroom.stories.get(slug).stage == "Edit"


def test_a_dry_run_of_a_move_that_would_be_refused_says_why(run: Run) -> None:
    slug = bring_in(run)
    refused = run("approve", slug, "--dry-run", login="editor")
    assert (refused.status, refused.out) == (1, "")
    assert refused.err.startswith(f"galley: {slug}: ")


def test_an_account_without_a_password_given_gets_one_that_is_shown_once(run: Run, newsroom: Newsroom) -> None:
    account, shown = run("add-account", "ida", "--name", "Ida", "--role", "editor", login="chief").lines
    assert account.startswith("ida")
    made_up = shown.split("first password: ")[1].split()[0]
    assert newsroom.accounts.sign_in("ida", made_up).key is not None


def test_initials_and_languages_are_changed_and_what_is_none_is_refused_in_short(run: Run, newsroom: Newsroom) -> None:
    assert run("change-account", "editor", "--initials", "NX", "--language", "pt-br", login="chief").status == 0
    changed = newsroom.accounts.get("editor")
    assert (changed.initials, changed.language) == ("NX", "pt-BR")
    for option, status in (("--email", 1), ("--initials", 1), ("--language", 2)):
        refused = run("change-account", "editor", option, "x" * 10_000, login="chief")
        assert refused.status == status
        assert len(refused.err) < 1_500
    assert newsroom.accounts.get("editor") == changed
