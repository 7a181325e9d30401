"""Imports run one way: resources ← db ← exports ← desktop; and what loads what when a command runs."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("resources", "db", "exports", "desktop")
"""Each may import those before it."""


def imported(path: Path) -> set[str]:
    """The top-level names that a module imports, inside functions too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module)
    return {name.split(".")[0] for name in found}


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_imports_only_those_below_it(layer: str) -> None:
    above = set(LAYERS[LAYERS.index(layer) + 1 :])
    modules = list((ROOT / layer).rglob("*.py"))
    assert modules
    assert {str(path.relative_to(ROOT)): found for path in modules if (found := imported(path) & above)} == {}


@pytest.mark.parametrize("layer", LAYERS[:-1])
def test_no_layer_below_desktop_imports_qt(layer: str) -> None:
    modules = list((ROOT / layer).rglob("*.py"))
    assert [path for path in modules if "PySide6" in imported(path)] == []


def is_module(name: str) -> bool:
    """Whether a dotted name is one of our modules or packages."""
    place = ROOT.joinpath(*name.split("."))
    return place.with_suffix(".py").exists() or (place / "__init__.py").exists()


def modules_imported(path: Path) -> set[str]:
    """Our modules that a module imports, dotted; a name taken from a package counts as the package's `__init__`."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and is_module(node.module):
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found.add(inner if is_module(inner) else node.module)
    return {
        name if ROOT.joinpath(*name.split(".")).with_suffix(".py").exists() else f"{name}.__init__" for name in found
    }


def rooms(folder: str) -> dict[str, set[str]]:
    """What lies in a folder, modules and further folders, each with what of the folder it imports."""
    arrows: dict[str, set[str]] = {}
    for path in (ROOT / folder).rglob("*.py"):
        here = path.relative_to(ROOT / folder).with_suffix("").parts[0]
        dotted = folder.replace("/", ".") + "."
        inside = {name.removeprefix(dotted) for name in modules_imported(path) if name.startswith(dotted)}
        arrows.setdefault(here, set()).update({name.split(".")[0] for name in inside} - {here})
    return arrows


FOLDERS = sorted(
    path.parent.relative_to(ROOT).as_posix() for layer in LAYERS for path in (ROOT / layer).rglob("__init__.py")
)


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_lies_in_a_folder_are_floors(folder: str) -> None:
    """Each module and folder can be put above all that it imports: no circle, and so no arrow back up."""
    left = rooms(folder)
    assert left
    while floor := [name for name, below in left.items() if not below & left.keys()]:
        for name in floor:
            del left[name]
    assert left == {}


def test_no_class_name_stands_for_two_things() -> None:
    found: dict[str, list[str]] = {}
    for layer in LAYERS:
        for path in (ROOT / layer).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ClassDef):
                    found.setdefault(node.name, []).append(str(path.relative_to(ROOT)))
    assert {name: paths for name, paths in found.items() if len(paths) > 1} == {}


def test_no_module_is_imported_relatively() -> None:
    modules = [path for layer in LAYERS for path in (ROOT / layer).rglob("*.py")]
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in modules]
    assert not [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level]


def test_help_loads_neither_database_tools_nor_press() -> None:
    script = """
import sys
from desktop.command.cli import build_parser
build_parser()
print([name for name in ("reportlab", "pikepdf", "alembic", "keyring", "PySide6", "PIL") if name in sys.modules])
"""
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() in ("[]", "['PIL']"), run.stdout


NOT_FOR_A_BOARD = (
    "alembic", "db.intake", "desktop.editor.page", "exports.typeset", "pikepdf", "reportlab", "uharfbuzz",
)  # fmt: skip
"""What a story, a file that arrives, or a proof asks for: with them the board would be there half a second later."""


def test_the_window_is_there_before_the_press_is_loaded() -> None:
    program = f"import sys, desktop.shell.window\nprint(sorted(set({NOT_FOR_A_BOARD}) & sys.modules.keys()))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "[]"


def test_setting_and_writing_a_page_loads_no_database() -> None:
    program = "import sys, exports.batch, exports.pdf.write, exports.pdf.finish, exports.preflight, exports.typeset\n"
    program += "print(sorted({'sqlalchemy', 'sqlmodel', 'PySide6'} & sys.modules.keys()))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "[]"


NOT_FOR_AN_EXPORT = (
    "alembic", "charset_normalizer", "db.intake", "db.migrations", "exports.batch", "exports.pdf.check",
    "exports.pdf.plates", "exports.redline", "exports.spelling", "hunspell", "keyring", "lxml", "numpy", "psycopg",
)  # fmt: skip
"""What other commands load: each takes from 10 to 350 ms, of the 400 that one story has from the shell to its page."""


def test_exporting_a_story_loads_what_it_needs_alone() -> None:
    program = "import sys, desktop.command.cli, desktop.press.service, exports.pdf.write, exports.pdf.finish\n"
    program += f"print(sorted(set({NOT_FOR_AN_EXPORT}) & sys.modules.keys()))"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "[]"
