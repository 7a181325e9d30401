"""The house in order: most modules have a test file of their own name, in the same place below tests."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("db", "exports", "desktop")

LEAST_SHARE = 0.8
"""Of the modules that hold a function or class. The others are tried through those that use them: some are a table, a
window's frame or a process that ends at once. Fewer, and what breaks no longer names its place.
"""


def modules() -> list[Path]:
    """Modules of the layers with something in them that can break; migrations are tried all together."""
    paths = [path.relative_to(ROOT) for layer in LAYERS for path in (ROOT / layer).rglob("*.py")]
    return [path for path in sorted(paths) if "migrations" not in path.parts and _does_something(ROOT / path)]


def _does_something(path: Path) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in tree.body)


def own_test(module: Path) -> Path:
    """Where the tests of a module belong: those of a package itself in a file of the package's name."""
    name = module.parent.name if module.stem == "__init__" else module.stem
    return Path("tests") / module.parent / f"test_{name}.py"


def test_most_modules_have_a_test_file_of_their_own_name() -> None:
    every = modules()
    without = [str(path) for path in every if not (ROOT / own_test(path)).exists()]
    assert len(without) <= (1 - LEAST_SHARE) * len(every), "\n".join(without)
