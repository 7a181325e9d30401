"""What others changed since one had the story, marked in the text, kept and put back."""

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from db.document import Block, BlockKind, Document, paragraph
from db.newsroom import Newsroom
from db.text.alterations import alterations
from db.text.credits import Credit
from db.values import Account, Story
from desktop.editor.alteration_group import BACK, KEEP, ShownAlteration, mark_of
from desktop.editor.page import StoryPage
from desktop.editor.text.body import BodyEdit
from desktop.look.theme import Theme
from tests.desktop.conftest import NOON
from tests.desktop.editor.conftest import OpenPage

BY = Credit("nora", "Nora Lin", NOON)


@pytest.fixture
def edited(newsroom: Newsroom, draft: Story, editor: Account) -> Story:
    """The reporter's draft after the editor's hands: another headline, other words, a paragraph less and one more."""
    first, *_ = draft.body.blocks
    words = Block(spans=tuple(span.model_copy(update={"text": span.text.replace("84", "85")}) for span in first.spans))
    text = draft.text.with_(headline="Lifts at last", body=Document(blocks=(words, paragraph("The lane is quiet."))))
    return newsroom.stories.save(draft.id, text, actor=editor, base=draft.version)


@pytest.fixture
def page(open_page: OpenPage, reporter: Account, edited: Story, qtbot: QtBot) -> StoryPage:
    """The story as its writer has it open, what was changed found."""
    page = open_page(reporter, edited)
    qtbot.waitUntil(lambda: said(page) != "")
    return page


def said(page: StoryPage) -> str:
    """What the bar over the text says; empty when it is gone."""
    bar = page.form.change_bar
    return "" if bar.isHidden() else bar.text().partition("&nbsp;")[0]


def changes(page: StoryPage) -> list[tuple[str, str]]:
    """What is marked: words that went and words that came."""
    return [(card.alteration.old, card.alteration.new) for card in page._review.changes.group.cards]


def decide(page: StoryPage, number: int, way: str) -> None:
    """Press a link of a card."""
    card = page._review.changes.group.cards[number]
    card.decide(way)


def test_changes_of_another_stand_beside_their_words_and_can_be_hidden(page: StoryPage) -> None:
    assert said(page) == "4 changes by Nora Lin since you had it."
    assert changes(page)[1] == ("84", "85")
    assert page.form.body.changes[0].cursor.selectedText() == "85"
    assert len(page.form.margin.cards) == 4
    page.form.change_bar.linkActivated.emit("hide")
    assert (changes(page), page.form.body.changes) == ([], [])
    assert said(page).startswith("4 changes")
    page.form.change_bar.linkActivated.emit("show")
    assert len(changes(page)) == 4


def test_who_made_them_is_shown_none(open_page: OpenPage, editor: Account, edited: Story) -> None:
    page = open_page(editor, edited)
    assert said(page) == ""


def test_words_that_are_put_back_are_an_edit_and_undone_as_one(page: StoryPage, edited: Story, qtbot: QtBot) -> None:
    decide(page, 1, BACK)
    assert "is 84 and" in page.text.body.body_text
    qtbot.waitUntil(lambda: said(page).startswith("3 changes"))
    page.form.body.undo()
    assert page.text.body == edited.body
    qtbot.waitUntil(lambda: said(page).startswith("4 changes"))
    place = page._review.changes.group.cards[1].place
    assert place is not None
    page.form.body.setTextCursor(place)
    page._review.menu.acts["back"].trigger()
    assert "is 84 and" in page.text.body.body_text


def test_one_that_is_kept_is_marked_no_more_and_comes_back_by_undo(
    page: StoryPage, edited: Story, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.message) as message:
        decide(page, 1, KEEP)
    assert said(page).startswith("3 changes")
    assert page.text == edited.text
    message.args[0].act()
    assert said(page).startswith("4 changes")


def test_what_was_kept_is_taken_back_for_its_own_story_when_another_is_open(
    page: StoryPage, newsroom: Newsroom, reporter: Account, edited: Story, qtbot: QtBot
) -> None:
    other = newsroom.stories.create(edited.text.with_(slug="other"), desk="City", actor=reporter)
    with qtbot.waitSignal(page.message) as message:
        page.form.change_bar.linkActivated.emit("keep all")
    with qtbot.waitSignal(page._work.looked, timeout=10_000):
        page.open_story(other.id)
    message.args[0].act()
    qtbot.waitUntil(lambda: not page._door._runner.busy)
    assert newsroom.reviews.of(other.id, other.text, actor=reporter).changes == ()
    assert len(newsroom.reviews.of(edited.id, edited.text, actor=reporter).changes) == 4


def test_all_are_put_back_or_kept_at_once(page: StoryPage, draft: Story, edited: Story, qtbot: QtBot) -> None:
    page.form.change_bar.linkActivated.emit("back all")
    assert page.text == draft.text
    page.form.body.undo()
    assert page.text == edited.text
    page.form.change_bar.linkActivated.emit("keep all")
    assert (said(page), page.text) == ("", edited.text)


def test_marks_are_painted_over_the_text_and_are_no_part_of_it(theme: Theme, qtbot: QtBot, draft: Story) -> None:
    body = BodyEdit(theme, lambda *_: None)
    qtbot.addWidget(body)
    body.resize(400, 100)
    old, new = draft.text, draft.text.with_(body=Document.from_paragraphs(["Mrs Qian is 84 and lives alone."]))
    body.fill(new.body)
    before = body.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = [ShownAlteration(one.mark, one, BY) for one in alterations(old, new)]
    marks = [mark_of(body, one, QColor("#00ff00")) for one in found]
    body.mark_changes("changes", [mark for mark in marks if mark is not None])
    after = body.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert body.read() == new.body
    assert (_greens(before), _greens(after) > 20) == (0, True)


def _greens(image: QImage) -> int:
    return bytes(image.constBits()).count(b"\x00\xff\x00\xff")


def test_a_picture_of_another_kind_has_a_card_and_no_mark(theme: Theme, qtbot: QtBot, draft: Story) -> None:
    body = BodyEdit(theme, lambda *_: None)
    qtbot.addWidget(body)
    subhead = draft.body.blocks[0].model_copy(update={"kind": BlockKind.SUBHEAD})
    new = draft.text.with_(body=Document(blocks=(subhead, *draft.body.blocks[1:])))
    body.fill(new.body)
    (form,) = alterations(draft.text, new)
    assert form.note == "paragraph is subhead now"
    assert mark_of(body, ShownAlteration(form.mark, form, BY), QColor("red")) is None
