"""Every shipped file of others has its licence beside it and a line in resources/LICENSES.md."""

import re
from fnmatch import fnmatch

from resources import resource

LINES = resource("LICENSES.md").read_text(encoding="utf-8")
PATTERNS = re.findall(r"^\| `([^`]+)`", LINES, re.MULTILINE)


def test_every_font_profile_icon_and_dictionary_is_named() -> None:
    root = resource("LICENSES.md").parent
    shipped = [
        path.relative_to(root).as_posix()
        for name in ("fonts", "icc", "icons", "dictionaries")
        for path in resource(name).iterdir()
        if path.suffix in (".ttf", ".otf", ".icc", ".svg", ".png", ".aff", ".dic")
    ]
    assert len(shipped) > 20
    assert [path for path in shipped if not any(fnmatch(path, pattern) for pattern in PATTERNS)] == []


def test_every_licence_that_is_named_is_there() -> None:
    named = [path for path in re.findall(r"`([^`*|]+)`", LINES) if not path.endswith((".icc", ".ttf", "dictionary-en"))]
    assert len(named) >= 6
    assert [path for path in named if not resource(path).read_text(encoding="utf-8").strip()] == []
