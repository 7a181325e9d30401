"""Search at the terminal."""

import json

from db.values import Story
from tests.desktop.command.conftest import Run, bring_in


def test_search_finds_by_what_stands_in_a_story(run: Run, draft: Story) -> None:
    slug = bring_in(run)
    assert [line.split()[0] for line in run("search", "radar", "mast").lines] == [slug]
    assert "[radar]" in run("search", "radar").out
    assert json.loads(run("search", "radar", "stage:edit", "--json").out) == []
