"""Two people wrote in one story: side by side where both changed a place, and both kept whatever is chosen."""

import pytest
from pytestqt.qtbot import QtBot

from db.document import Document
from db.merge import Keep, merge
from db.newsroom import Newsroom
from db.values import Account, Story, StoryText
from desktop.editor.meeting import ClashDialog
from desktop.editor.page import StoryPage
from desktop.editor.work import open_story, save_story
from desktop.tasks import TaskRunner
from desktop.theme import Theme

BASE = StoryText(slug="a", headline="Lifts", body=Document.from_paragraphs(["One two three."]))
MINE = BASE.with_(headline="Lifts rise", body=Document.from_paragraphs(["One four three."]))
THEIRS = BASE.with_(headline="Lifts fall", body=Document.from_paragraphs(["One five three."]))


@pytest.mark.parametrize(
    ("keep", "headline", "body"),
    [
        (Keep.MINE, "Lifts rise", "One four three."),
        (Keep.THEIRS, "Lifts fall", "One five three."),
        (Keep.BOTH, "Lifts rise / Lifts fall", "One four five three."),
    ],
)
def test_the_choice_decides_where_both_changed_a_place(keep: Keep, headline: str, body: str) -> None:
    merged = merge(BASE, MINE, THEIRS, keep=keep)
    assert (merged.text.headline, merged.text.body.body_text) == (headline, body)
    assert len(merged.conflicts) == 2


def test_a_clean_merge_asks_nothing(newsroom: Newsroom, draft: Story, reporter: Account, editor: Account) -> None:
    newsroom.stories.save(draft.id, draft.text.with_(kicker="Theirs"), actor=editor, base=draft.version)
    saved = save_story(newsroom, draft, draft.text.with_(dek="Mine"), reporter)
    assert saved.clash is None
    assert "put together" in saved.said


def test_both_texts_are_revisions_whatever_is_chosen(
    newsroom: Newsroom, draft: Story, reporter: Account, editor: Account, runner: TaskRunner, theme: Theme, qtbot: QtBot
) -> None:
    newsroom.stories.keep(draft.id, draft.text.with_(dek="Mine"), actor=reporter, base=draft.version)
    newsroom.stories.save(draft.id, draft.text.with_(dek="Theirs"), actor=editor, base=draft.version)
    page = StoryPage(newsroom, reporter, runner, theme)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page._work.looked, timeout=10_000):
        page.open_story(draft.id)
    dialog = page.findChild(ClashDialog)
    assert dialog is not None
    dialog.choices[Keep.THEIRS].setChecked(True)
    with qtbot.waitSignal(page._work.said, timeout=10_000):
        dialog.go.click()
    deks = [revision.text.dek for revision in newsroom.stories.revisions(draft.id)]
    assert deks[:3] == ["Theirs", "Mine", "Theirs"]
    qtbot.waitUntil(lambda: page.dek.text == "Theirs")


def test_deciding_later_leaves_mine(newsroom: Newsroom, draft: Story, reporter: Account, editor: Account) -> None:
    newsroom.stories.keep(draft.id, draft.text.with_(dek="Mine"), actor=reporter, base=draft.version)
    newsroom.stories.save(draft.id, draft.text.with_(dek="Theirs"), actor=editor, base=draft.version)
    opened = open_story(newsroom, draft.id, reporter)
    assert opened.text.dek == "Mine"
    assert opened.clash is not None
    assert opened.clash.name == "Nora Lin"
