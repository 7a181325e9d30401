"""Revisions at the terminal: compared and brought back."""

from db.newsroom import Newsroom
from db.values import Story
from tests.desktop.command.conftest import Run


def test_diff_shows_words_and_revert_brings_them_back(run: Run, newsroom: Newsroom, draft: Story, reporter) -> None:
    text = draft.text.with_(headline="New lane houses get lifts")
    newsroom.stories.save(draft.id, text, actor=reporter, base=draft.version, note="Second take")
    changed = ["headline: [-Old -]{+New +}lane houses get lifts"]
    assert run("diff", draft.slug).lines == changed
    assert [line.split()[0] for line in run("revisions", draft.slug).lines] == ["2", "1"]
    run("submit", draft.slug)
    assert run("diff", draft.slug).lines == changed
    assert run("revert", draft.slug, "1", login="editor").lines == [f"{draft.slug}  revision 4"]
    assert run("diff", draft.slug, "1", "4").out == ""
    assert run("revert", draft.slug, "9").status == 1
