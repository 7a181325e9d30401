"""Collects what Galley says into its translation files, and keeps there what is translated already.

    python tools/translations.py            # bring resources/translations up to date with the source
    python tools/translations.py --missing  # name what has no translation yet, one JSON string a line

Qt's own collector takes neither a table of words nor a sentence with values for what it is, so the source is read here;
the files are Qt's, for its Linguist and its compiler. In them are two contexts: `Galley` is what the window asks for by
`tr` and `count`, `newsroom` what the newsroom, the press and the checks say, whose values are named in braces.
"""

import argparse
import ast
import json
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
WINDOW, NEWSROOM = "Galley", "newsroom"
LANGUAGES = {"en": 2, "zh_CN": 1}
"""Code → how many forms of a counted noun the language has. English has its plurals in its file, and nothing else."""

SILENT = re.compile(
    r"db/migrations/|db/intake/(?:features|charset|names|datelines|dates|boilerplate|conversation|wire_frames)\.py"
    r"|db/store/(?:search_index|columns|tables)\.py|db/text/own_letters\.py|exports/pdf/(?:draw/|plates/plate_content|stamp|write)"
    r"|exports/typeset/(?:line|block)/|exports/typeset/page/(?!paginate)|desktop/command/"
)
"""Files that say nothing to a person: patterns, words that are looked for, code of a page; and the command line."""
SAYS = ("db", "exports", "desktop/press", "desktop/editor/session")
"""Where sentences are made that the window words only when it shows them."""
_CODE = re.compile(r"[\\\[\]|<>=_]|SELECT|PRAGMA|INSERT|LIKE| AND | NOT |%[a-zA-Z]|^[a-z]+: \"$")
_WORD = re.compile(r"[A-Za-z]{2,}")
_NOT_SHOWN = frozenset({"ValueError", "TypeError", "RuntimeError", "TypeVar", "getattr", "text"})
_NOT_SHOWN_BY = frozenset({"compile", "execute", "text", "exec_driver_sql"})


@dataclass(frozen=True)
class Message:
    """Something that is said."""

    context: str
    source: str
    counted: str = ""
    """The form for one, where it is counted; `source` is that for many."""


def main() -> int:
    """Bring the files up to date, or name what they lack."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--missing", action="store_true", help="name what is not translated, and write nothing")
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    messages = collected()
    if options.missing:
        chinese = known("zh_CN")
        for one in messages:
            if not chinese.get((one.context, one.source)):
                print(json.dumps(one.source, ensure_ascii=False))
        return 0
    for language in LANGUAGES:
        write(language, messages)
    return 0


def collected() -> list[Message]:
    """All that is said, each once, in the order of files and lines; the words of tables last."""
    found: dict[tuple[str, str], Message] = {}
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        if not SILENT.search(_name(path)):
            for one in window_messages(ast.parse(path.read_text(encoding="utf-8"))):
                found.setdefault((one.context, one.source), one)
    for word in table_words():
        found.setdefault((WINDOW, word), Message(WINDOW, word))
    for folder in SAYS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if not SILENT.search(_name(path)):
                for said in sentences(ast.parse(path.read_text(encoding="utf-8"))):
                    if (WINDOW, said) not in found:
                        found.setdefault((NEWSROOM, said), Message(NEWSROOM, said))
    return list(found.values())


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def window_messages(tree: ast.AST) -> Iterator[Message]:
    """What a module asks for by `tr("…")` and `count(number, "one …", "many …")`."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        words = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
        if node.func.id == "tr" and words:
            yield Message(WINDOW, words[0])
        elif node.func.id == "count" and len(words) == 2:
            yield Message(WINDOW, words[1], words[0])


def sentences(tree: ast.AST) -> Iterator[str]:
    """The sentences and parts of sentences a module makes, with the names of their values in braces."""
    silent = _silent(tree)
    for node in ast.walk(tree):
        if id(node) in silent or not isinstance(node, (ast.JoinedStr, ast.Constant)):
            continue
        said = template(node) if isinstance(node, ast.JoinedStr) else node.value
        if isinstance(said, str) and _says_something(said):
            yield said


def _silent(tree: ast.AST) -> set[int]:
    """Strings nobody is shown: docstrings, patterns, SQL, the parts of a larger string."""
    silent: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            silent.add(id(node.value))
        elif isinstance(node, ast.JoinedStr):
            silent.update(id(part) for part in node.values)
            specs = (part.format_spec for part in node.values if isinstance(part, ast.FormattedValue))
            silent.update(id(inner) for spec in specs if spec for inner in ast.walk(spec))
        elif isinstance(node, ast.Assert) or (isinstance(node, ast.Call) and _keeps_quiet(node.func)):
            silent.update(id(inner) for inner in ast.walk(node))
    return silent


def _keeps_quiet(called: ast.expr) -> bool:
    if isinstance(called, ast.Attribute):
        return called.attr in _NOT_SHOWN_BY
    return isinstance(called, ast.Name) and (called.id in _NOT_SHOWN or called.id in ("tr", "count"))


def _says_something(said: str) -> bool:
    words = len(_WORD.findall(re.sub(r"\{.*?\}", "", said)))
    return " " in said.strip() and not _CODE.search(said) and words >= (1 if "{" in said else 2)


def template(node: ast.JoinedStr) -> str:
    """A sentence with values as the newsroom makes it: `The login {login} is taken.`"""
    names: set[str] = set()
    return "".join(
        _braces(each.value, names) if isinstance(each, ast.FormattedValue) else str(each.value)  # type: ignore[attr-defined]  # strings are constants
        for each in node.values
    )


def _braces(value: ast.expr, names: set[str]) -> str:
    while isinstance(value, (ast.Call, ast.Subscript)):
        if isinstance(value, ast.Subscript):
            value = value.value
        elif value.args and not isinstance(value.func, ast.Attribute):
            value = value.args[0]
        else:
            value = value.func
    known = value.id if isinstance(value, ast.Name) else value.attr if isinstance(value, ast.Attribute) else "value"
    base = known.strip("_").lower() or "value"
    name = next(each for each in (base, *(f"{base}{n}" for n in range(2, 20))) if each not in names)
    names.add(name)
    return f"{{{name}}}"


def table_words() -> Iterator[str]:
    """Words the window asks for by a variable: each table of them, which a test compares with the calls."""
    from tools.translated_tables import TABLES

    for table in TABLES.values():
        yield from (word for word in table() if word)


def known(language: str) -> dict[tuple[str, str], list[str]]:
    """What a translation file has: context and source → its translation, in all its forms."""
    path = FOLDER / f"galley_{language}.ts"
    if not path.exists():
        return {}
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            source, words = message.findtext("source", ""), message.find("translation")
            assert words is not None
            forms = [form.text or "" for form in words.iter("numerusform")] or [words.text or ""]
            if all(forms):
                found[context.findtext("name", ""), source] = forms
    return found


def write(language: str, messages: Iterable[Message]) -> None:
    """Write a translation file anew: what is said today, with the translations it had."""
    before, contexts = known(language), {WINDOW: list[Message](), NEWSROOM: list[Message]()}
    for one in messages:
        if language != "en" or one.counted:
            contexts[one.context].append(one)
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    for name, said in contexts.items():
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for one in said:
            forms = [one.counted, one.source] if language == "en" else before.get((one.context, one.source), [])
            _add(context, one, forms, LANGUAGES[language])
    ET.indent(root, space=" ")
    text = ET.tostring(root, encoding="unicode")
    path = FOLDER / f"galley_{language}.ts"
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def _add(context: ET.Element, one: Message, forms: list[str], count: int) -> None:
    message = ET.SubElement(context, "message", {"numerus": "yes"} if one.counted else {})
    ET.SubElement(message, "source").text = one.source
    translation = ET.SubElement(message, "translation", {} if forms else {"type": "unfinished"})
    if not one.counted:
        translation.text = forms[0] if forms else ""
        return
    for number in range(count):
        ET.SubElement(translation, "numerusform").text = forms[number] if forms else ""


if __name__ == "__main__":
    sys.exit(main())
