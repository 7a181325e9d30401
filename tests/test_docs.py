"""The documents cover what there is: every command, every option, every move; and no link leads nowhere."""

import argparse
import ast
import re
from pathlib import Path

import pytest

from db.acts import EVERYBODY, PERMISSIONS, Permission
from db.stages import TRANSITIONS, Role, Stage
from desktop.command.cli import build_parser
from desktop.command.press import rule_lines

ROOT = Path(__file__).resolve().parent.parent
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
COMMANDS = (ROOT / "docs/users/commands.md").read_text(encoding="utf-8")


def subcommands() -> dict[str, argparse.ArgumentParser]:
    """Every command with its parser."""
    parser = build_parser()
    actions = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return dict(actions[0].choices)


def test_every_command_and_option_is_described() -> None:
    rows = {row.split()[0]: row for row in re.findall(r"^\| `galley (.+?)\|$", COMMANDS, re.MULTILINE)}
    assert {name.strip("`") for name in rows} == set(subcommands())
    for name, parser in subcommands().items():
        options = {option for action in parser._actions for option in action.option_strings if option.startswith("--")}
        for option in options - {"--help", "--db", "--as", "--password-file", "--note"}:
            assert option in rows[name], f"galley {name} {option}"


def test_the_table_of_moves_is_that_of_the_code() -> None:
    text = (ROOT / "docs/users/stages.md").read_text(encoding="utf-8").partition("## Who may do what")[0]
    rows = {
        cells[0]: cells[1] for cells in re.findall(r"^\| (\w+) \| (.+?) \|", text, re.MULTILINE) if cells[0] != "move"
    }
    assert list(rows) == [str(row.move) for row in TRANSITIONS]
    for row in TRANSITIONS:
        source, target = rows[str(row.move)].split(" → ")
        assert source == ", ".join(row.sources)
        assert target == (row.target or "where it was")
    assert all(stage in text for stage in Stage)


def _who(row: Permission) -> str:
    """Who may do an act, as the handbook says it."""
    roles = "everybody" if row.who == EVERYBODY else ", ".join(role for role in Role if role in row.who)
    where = f" in {' and '.join(row.stages)}" if row.stages else ""
    own = "" if set(row.own) == set(Stage) else f" in {' and '.join(row.own)}"
    return f"{roles}{where}{f'; its writer{own}' if row.own else ''}"


def test_the_table_of_acts_is_that_of_the_code() -> None:
    text = (ROOT / "docs/users/stages.md").read_text(encoding="utf-8")
    table = text[text.index("## Who may do what") :]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("| ")][1:]
    assert rows == [[row.what, _who(row)] for row in PERMISSIONS]


def test_the_table_of_preflight_is_that_of_the_code() -> None:
    text = (ROOT / "docs/users/print.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w-]+)` \| (\w+) \| (\w+) \| (.+?) \| (.+?) \|$", text, re.MULTILINE)
    told = [f"{of}\t{name}\t{severity}\t{wrong}\t{mend}" for name, of, severity, wrong, mend in rows]
    assert told == rule_lines()
    assert len({(row[0], row[1]) for row in rows}) == len(rows)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_no_link_leads_nowhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    local = [link for link in links if "://" not in link]
    assert [link for link in local if not (page.parent / link).exists()] == []


def test_the_readme_gives_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "    make run\n" in text
    assert "    make test\n" in text


DEVELOPER_PAGES = [
    ROOT / "CONTRIBUTING.md",
    ROOT / "docs/architecture.md",
    *sorted((ROOT / "docs/developers").glob("*.md")),
]
LAYERS = ("resources", "db", "exports", "desktop")
OUTSIDE = ("tests", "docs", "tools")
PATHS = {
    path.relative_to(ROOT).as_posix()
    for folder in (*LAYERS, *OUTSIDE)
    for path in (ROOT / folder).rglob("*")
    if "__pycache__" not in path.parts
}
DEFINED = re.compile(r"(?:\bdef |\bself\.|^|__tablename__ = \")([a-z_]+)\b", re.MULTILINE)


def is_there(name: str) -> bool:
    """Whether a file, a folder or a module is there, named by its whole path or the end of it."""
    ends = (f"/{name.strip('/')}", f"/{name.strip('/')}.py")
    return any(f"/{path}".endswith(ends) for path in PATHS)


@pytest.mark.parametrize("page", DEVELOPER_PAGES, ids=lambda path: path.name)
def test_every_path_that_developers_read_of_exists(page: Path) -> None:
    named = re.findall(r"`(?:python -m )?([\w./-]+)`", page.read_text(encoding="utf-8"))
    modules = [name.replace(".", "/") for name in named if re.match(rf"({'|'.join((*LAYERS, *OUTSIDE))})\.", name)]
    paths = [name for name in named if re.fullmatch(r"[\w-]+(/[\w.-]*)+|[\w-]+\.py", name)]
    assert [name for name in (*modules, *paths) if not is_there(name)] == []


def test_the_architecture_names_no_module_that_is_gone() -> None:
    """A word in backticks is a module, a folder, or what some module defines."""
    words = set(re.findall(r"`([a-z_]+)`", (ROOT / "docs/architecture.md").read_text(encoding="utf-8")))
    sources = [path.read_text(encoding="utf-8") for layer in LAYERS for path in (ROOT / layer).rglob("*.py")]
    defined = {word for source in sources for word in DEFINED.findall(source)}
    assert [word for word in sorted(words) if not is_there(word) and word not in defined] == []


@pytest.mark.parametrize("layer", LAYERS[1:])
def test_every_folder_of_source_is_in_the_architecture(layer: str) -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    folders = [path.parent.name for path in (ROOT / layer).glob("*/__init__.py")]
    assert folders
    assert [name for name in folders if not re.search(rf"`[\w/]*\b{name}[/`]", text)] == []


def test_the_architecture_names_every_part_of_a_newsroom() -> None:
    tree = ast.parse((ROOT / "db/newsroom.py").read_text(encoding="utf-8"))
    parts = {
        ast.unparse(node.targets[0]).removeprefix("self.")
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).startswith("self.")
    }
    said = (ROOT / "docs/architecture.md").read_text(encoding="utf-8").partition("with its parts: ")[2]
    assert set(re.findall(r"`(\w+)`", said.partition(".")[0])) == parts
