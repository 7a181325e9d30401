"""The command line, as scripts use it: what it prints where, and how it ends."""

import json
from pathlib import Path

import pytest

from db.newsroom import Newsroom
from db.stages import Stage
from db.values import Story
from desktop.command.cli import main
from exports.pdf.check import check_pdf
from resources import resource
from tests.desktop.command.conftest import Run, bring_in


def test_the_whole_way_from_a_text_file_to_a_page(run: Run, newsroom: Newsroom, tmp_path: Path) -> None:
    slug = bring_in(run)
    assert run("submit", slug).status == 0
    assert run("return", slug, "--note", "Who pays?", login="editor").status == 0
    assert run("submit", slug).status == 0
    assert run("approve", slug, login="editor").lines == [f"{slug}  Publish"]
    ran = run("export", slug, "--out", str(tmp_path), login="production")
    (path,) = map(Path, ran.lines)
    assert path.parent == tmp_path
    assert check_pdf(path) == []
    actions = [event["action"] for event in json.loads(run("history", slug, "--json").out)]
    assert actions == ["create", "submit", "return", "submit", "approve", "export"]
    assert newsroom.stories.get(slug).stage is Stage.PUBLISH


def test_audit_tells_what_it_looked_at(run: Run, draft: Story) -> None:
    ran = run("audit")
    assert ran.status == 0
    assert "sealed rows" in ran.out
    noted = ran.out.splitlines()[1].split()[0]
    assert run("audit", "--noted", noted).status == 0
    forged = run("audit", "--noted", f"{noted[:-64]}{'0' * 64}")
    assert (forged.status, "is not the one whose hash was noted" in forged.err) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "login", "stage"),
    [
        (("spike", "lane-lifts", "--note", "No room"), "reporter", Stage.SPIKED),
        (("restore", "lane-lifts"), "reporter", Stage.DRAFT),
        (("submit", "lane-lifts"), "reporter", Stage.EDIT),
        (("approve", "lane-lifts"), "editor", Stage.PUBLISH),
        (("recall", "lane-lifts", "--note", "A name is wrong"), "editor", Stage.EDIT),
        (("correct", "lane-lifts", "--note", "A name was wrong"), "editor", Stage.EDIT),
        (("kill", "lane-lifts", "--note", "By order of the court"), "chief", Stage.KILLED),
    ],
)
def test_every_move_has_its_command(
    run: Run, newsroom: Newsroom, draft: Story, arguments: tuple[str, ...], login: str, stage: Stage, tmp_path: Path
) -> None:
    before = {
        "restore": [("spike", "--note", "x")], "approve": [("submit",)], "recall": [("submit",), ("approve",)],
        "correct": [("submit",), ("approve",), ("export",)], "kill": [("submit",), ("approve",)],
    }.get(arguments[0], [])  # fmt: skip
    for command, *rest in before:
        out = ["--out", str(tmp_path)] if command == "export" else []
        actor = "reporter" if command in ("submit", "spike") else "editor"
        assert run(command, draft.slug, *rest, *out, login=actor).status == 0
    ran = run(*arguments, login=login)
    assert ran.status == 0, ran.err
    assert newsroom.stories.get(draft.id).stage is stage


@pytest.mark.parametrize(
    "arguments",
    [
        ("fly",), ("list", "--stage", "Limbo"), ("show",), ("export", "a", "--flavour", "x9"),
        ("search", "a", "--limit", "0"), ("search", "a", "--limit", "-1"), ("search", "a", "--limit", "9" * 20),
        ("change-account", "editor", "--role", "emperor"),
    ],
)  # fmt: skip
def test_usage_errors_end_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).status == 2


def test_options_may_stand_behind_the_command(
    newsroom: Newsroom, draft: Story, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["submit", draft.slug, "--db", newsroom.url, "--as", "reporter"]) == 0
    assert capsys.readouterr().out == f"{draft.slug}  Edit\n"


def test_desks_are_listed_made_and_renamed(run: Run, newsroom: Newsroom) -> None:
    assert run("desks").lines == ["City", "Sport"]
    assert "Only the chief" in run("desks", "--rename", "City", "Town").err
    assert run("desks", "Arts", "--rename", "City", "Town", login="chief").lines == ["Town", "Sport", "Arts"]


def test_kinds_are_named_listed_and_given_limits(run: Run, newsroom: Newsroom) -> None:
    assert run("kinds").lines == []
    assert run("kinds", "News", "Brief", login="chief").lines == ["News", "Brief"]
    assert "Only the chief" in run("kinds", "Opinion").err
    assert run("limit", "words-least", "300", "--desk", "City", login="chief").status == 0
    assert run("limit", "words-least", "20", "--kind", "brief", login="chief").lines == ["words-least  20  warning"]
    assert run("limit", "--kind", "Brief").lines == ["words-least  20  warning"]
    assert run("limit", "--kind", "News").lines == []
    assert run("limit", "--kind", "News", "--desk", "City").lines == ["words-least  300  warning"]
    assert "no kind" in run("limit", "--kind", "Obituary").err
    slug = run("import", str(resource("samples/harbour-pilots.txt")), "--kind", "News").lines[0].split()[0]
    assert json.loads(run("list", "--json").out)[0]["kind"] == "News"
    assert "City · News" in run("show", slug).lines[0]
    assert "City · News" in run("list").lines[0]
    assert slug in run("search", "kind:news").out
    assert run("kinds", "News", "--remove", login="chief").lines == ["Brief"]
