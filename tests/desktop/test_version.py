"""`galley --version`: the version of pyproject.toml, told without Qt, the press or a newsroom."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from desktop import version

ROOT = Path(__file__).resolve().parent.parent.parent
TOLD = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def test_the_option_tells_the_version_and_loads_nothing_heavy() -> None:
    script = """
import atexit, sys
heavy = ("PySide6", "reportlab", "pikepdf", "alembic")
atexit.register(lambda: print([name for name in heavy if name in sys.modules]))
from desktop.command.cli import main
main(["--version"])
"""
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == [f"galley {TOLD}", "[]"]


def test_without_its_source_the_installed_package_tells_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(version, "_SOURCE", tmp_path / "pyproject.toml")
    monkeypatch.setattr("importlib.metadata.version", lambda name: f"{name} 9")
    assert version.own_version() == "galley 9"


@pytest.mark.parametrize("text", ["", "[project]\nname = 'galley'", "not toml"])
def test_a_project_file_without_a_version_tells_none(text: str, tmp_path: Path) -> None:
    project = tmp_path / "pyproject.toml"
    project.write_text(text, encoding="utf-8")
    assert version._of_source(project) == ""
