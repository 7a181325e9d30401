"""The card of a story that is over or under its target, and its ways to mend that."""

import pytest
from pytestqt.qtbot import QtBot

from db.document import Document
from db.newsroom import Newsroom
from db.values import Account, Story, StoryText
from desktop.editor.side.fit_card import FitCard
from desktop.press.service import fit
from tests.db.conftest import signed_in
from tests.desktop.editor.conftest import OpenPage

LONG = "Mrs Qian is 84 and lives on the fourth floor of a house in Weaver Lane, where the lift stands still today. " * 3


@pytest.fixture
def over(newsroom: Newsroom, reporter: Account) -> Story:
    """A draft a few lines over its target, with paragraphs that give."""
    texts = [" ".join(LONG.split()[: 44 + number]) for number in range(16)]
    text = StoryText(slug="lane", headline="Lane", byline="Wu Jing", body=Document.from_paragraphs(texts))
    made = newsroom.stories.create(text, desk="City", actor=reporter)
    lines = fit(newsroom, made).lines
    return newsroom.stories.plan(made.id, actor=reporter, target_lines=lines - 2)


def test_a_story_over_its_target_leads_to_the_cut(open_page: OpenPage, reporter: Account, over: Story) -> None:
    page = open_page(reporter, over)
    card = page.details.findChild(FitCard)
    assert card.sentence.text() == "2 lines over the target"
    card.ways.linkActivated.emit("cut")
    cursor = page.form.body.textCursor()
    assert (cursor.blockNumber(), cursor.positionInBlock()) == card._fit.cut


def test_a_paragraph_is_tightened_by_a_click_and_set_back_by_undo(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, over: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, over)
    card = page.details.findChild(FitCard)
    with qtbot.waitSignal(page._work.looked, timeout=10_000) as looked:
        card.ways.linkActivated.emit("line")
    assert looked.args[0].fit.over == 1
    assert [block.looseness for block in page.form.body.read().blocks].count(-1) == 1
    page.form.body.undo()
    assert page.form.body.read() == over.body


def test_whoever_only_reads_is_not_offered_to_tighten(open_page: OpenPage, newsroom: Newsroom, over: Story) -> None:
    page = open_page(signed_in(newsroom, "production"), over)
    assert "Tighten" not in page.details.findChild(FitCard).ways.text()
