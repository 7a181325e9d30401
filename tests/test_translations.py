"""Every string of the window, and every sentence of the newsroom, has its translation."""

import ast
import re
from pathlib import Path

import pytest

from tools import translations as tool
from tools.translated_tables import TABLES

ROOT = Path(__file__).resolve().parent.parent
SOURCE = sorted(path for path in (ROOT / "desktop").rglob("*.py") if "command" not in path.parts)
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in SOURCE}
HOLES = re.compile(r"\{(\w+)")
PLURAL_AT_FEWEST = 20
"""Counted nouns there are at the least: fewer would mean that they were not found."""


@pytest.fixture(scope="module")
def messages():
    """All that is said."""
    return tool.collected()


def test_nothing_lacks_its_chinese(messages):
    known = tool.known("zh_CN")
    assert [one.source for one in messages if (one.context, one.source) not in known] == []


def test_the_files_hold_what_is_said_today_and_nothing_else(messages, tmp_path, monkeypatch):
    files = {language: (tool.FOLDER / f"galley_{language}.ts") for language in tool.LANGUAGES}
    before = {language: file.read_text(encoding="utf-8") for language, file in files.items()}
    known = {language: tool.known(language) for language in tool.LANGUAGES}
    monkeypatch.setattr(tool, "known", known.__getitem__)
    monkeypatch.setattr(tool, "FOLDER", tmp_path)
    for language in tool.LANGUAGES:
        tool.write(language, messages)
        made = (tmp_path / files[language].name).read_text(encoding="utf-8")
        assert made == before[language], "run tools/translations.py"


def test_a_translation_has_no_value_that_the_sentence_lacks():
    for (_context, source), forms in tool.known("zh_CN").items():
        for form in forms:
            assert set(HOLES.findall(form)) <= set(HOLES.findall(source)), source


def test_english_has_both_forms_of_what_is_counted():
    plurals = tool.known("en")
    assert len(plurals) > PLURAL_AT_FEWEST
    assert all(len(forms) == tool.LANGUAGES["en"] for forms in plurals.values())


def test_words_asked_for_by_a_variable_stand_in_a_table():
    """`tools/translated_tables.py` names each table whose words are translated."""
    calls = [(path.name, ast.unparse(call)) for path, tree in TREES.items() for call in words_asked_for(tree)]
    assert [call for call in calls if not any(name in call[1] for name in NAMES | set(TABLES))] == []


NAMES = {"title", "about", "tip", "shortcut", "empty", "word", "name", "why", "role", "one", "text", "meaning"}
"""How loops over those tables call what they take from them."""


def test_no_sentence_is_put_together_from_pieces():
    """Another language has another order: words stand beside a translated piece in no string."""
    strings = (node for tree in TREES.values() for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    for string in filter(has_translated, strings):
        words = " ".join(str(each.value) for each in string.values if isinstance(each, ast.Constant))
        assert not re.search(r"[A-Za-z]{2,}", TAG.sub("", words)), ast.unparse(string)


TAG = re.compile(r"<[^>]*>?|href=\S*|^[^<>]*\">")
"""Of a text with links: its tags, whole or cut by what is put into them."""


def words_asked_for(tree):
    """What `tr` is called with that is no string."""
    for node in ast.walk(tree):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Name) and called.id == "tr" and not isinstance(node.args[0], ast.Constant):
            yield node.args[0]


def has_translated(node):
    """Whether a string holds something translated."""
    calls = (each for value in node.values for each in ast.walk(value) if isinstance(each, ast.Call))
    return any(isinstance(call.func, ast.Name) and call.func.id in ("tr", "count") for call in calls)
