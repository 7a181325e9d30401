"""A story shown at the terminal, and as one object."""

import json

from tests.desktop.command.conftest import Run, bring_in

SHOWN = (
    "slug", "headline", "dek", "byline", "dateline", "ednote", "stage", "desk", "writer", "version", "content_hash",
    "words", "body", "body_text",
)  # fmt: skip


def test_show_says_where_copy_came_from(run: Run) -> None:
    assert any(line.startswith("Source: ") and line.endswith(".txt") for line in run("show", bring_in(run)).lines)


def test_show_json_is_one_object_with_all_that_is_promised(run: Run) -> None:
    slug = bring_in(run)
    shown = json.loads(run("show", slug, "--json").out)
    assert [name for name in SHOWN if name not in shown] == []
    assert shown["headline"] == "Pilots to stay on the old quay through the winter"
    assert shown["body_text"].count("\n\n") == len(shown["body"]) - 1
