"""No regular expression of the program can be made to run for minutes by a text that is written to do so."""

import ast
import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, TypeGuard

import pytest

from tests.patterns import attacks, seconds

ROOT = Path(__file__).parent.parent
LENGTH = 8_000
"""Characters: what grows with their square takes seconds, what grows with their number some thousandths of one."""
MOST = 0.5
"""Seconds of the processor's time."""
SHORTER = 2_000
"""Characters that each attack has first."""
SUSPECT = 0.0004
"""Seconds for the shorter text from which on the longer one is tried, too: what takes `MOST` for a text four times as
long takes more than this, even if it grows with the fifth power; what grows faster is slow already.
"""
METHODS = frozenset(("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"))


def sources() -> list[str]:
    """The modules that use regular expressions, but for old migrations."""
    paths = [path for layer in ("db", "exports", "desktop") for path in (ROOT / layer).rglob("*.py")]
    using = [
        path for path in paths if "import re\n" in path.read_text(encoding="utf-8") and "versions" not in path.parts
    ]
    return sorted(".".join(path.relative_to(ROOT).with_suffix("").parts) for path in using)


def patterns(source: str) -> Iterator[tuple[str, "re.Pattern[Any]", str]]:
    """Each pattern of a module, where it stands, and how it is asked."""
    module = import_module(source.removesuffix(".__init__"))
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    used: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
            asked = node.func.value
            if isinstance(asked, ast.Name) and asked.id == "re":
                if (written := _written(node.args[0], module)) is not None:
                    yield f"line {node.lineno}", re.compile(written), node.func.attr
            elif isinstance(asked, ast.Name):
                used.setdefault(asked.id, set()).add(node.func.attr)
    for name, value in vars(module).items():
        otherwise = {"findall"} if _is_made_once(value, module) else {"fullmatch", "match"}
        for one in held(value, module):
            yield from ((name, one, method) for method in sorted(used.get(name, otherwise)))


def held(value: object, module: ModuleType) -> Iterator["re.Pattern[Any]"]:
    """The patterns that a value of a module holds, however deep, or makes at the first call."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict | tuple | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from held(one, module)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from held([getattr(value, one.name) for one in fields(value)], module)
    elif _is_made_once(value, module):
        yield from held(value(*["" for _ in inspect.signature(value).parameters]), module)


def _is_made_once(value: Any, module: ModuleType) -> TypeGuard[Callable[..., object]]:
    """Whether it is a function of the module that makes patterns at its first call, of nothing or of a word."""
    if not hasattr(value, "cache_parameters") or value.__module__ != module.__name__:
        return False
    asked = inspect.signature(value)
    return "Pattern" in str(asked.return_annotation) and all(
        one.annotation in (str, "str") for one in asked.parameters.values()
    )


def _written(expression: ast.expr, module: object) -> str | bytes | None:
    """A pattern that stands where it is used; None for one that is made of what is asked for."""
    try:
        found = eval(compile(ast.Expression(expression), "pattern", "eval"), vars(module))
    except NameError:
        return None
    return found if isinstance(found, str | bytes) else None


def ask(pattern: "re.Pattern[Any]", method: str, text: str) -> None:
    given: Any = text if isinstance(pattern.pattern, str) else text.encode()
    if method in ("sub", "subn"):
        pattern.sub(given[:0], given)
    elif method == "finditer":
        list(pattern.finditer(given))
    else:
        getattr(pattern, method)(given)


@pytest.mark.parametrize("source", sources())
def test_no_pattern_runs_away(source: str) -> None:
    for name, pattern, method in patterns(source):
        for short, long in zip(attacks(pattern, SHORTER), attacks(pattern, LENGTH), strict=True):
            taken = time_of(pattern, method, short)
            if taken > SUSPECT:
                taken = max(taken, time_of(pattern, method, long))
            assert taken < MOST, f"{source}: {name}.{method} takes {taken:.1f} s for {short[:40]!r}…"


def time_of(pattern: "re.Pattern[Any]", method: str, text: str) -> float:
    return seconds(lambda: ask(pattern, method, text))


@pytest.mark.parametrize(
    ("bad", "length", "longer"), [(r"(a+)+b", 16, 20), (r"\s*,x", 1_000, 4_000), (r"#+\s+(\S.*?)\s*#*z", 200, 800)]
)
def test_the_attacks_find_what_runs_away(bad: str, length: int, longer: int) -> None:
    def worst(size: int) -> float:
        return max(seconds(lambda given=text: re.search(bad, given)) for text in attacks(re.compile(bad), size))

    assert worst(longer) > 6 * worst(length)
