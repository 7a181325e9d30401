"""Find and replace in many stories: found page after page, replaced where one may, taken back story by story."""

from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.document import Block, Document, Span
from db.newsroom import Newsroom
from db.story import story_texts
from db.values import SignedIn, Story, StoryText
from desktop.find_in_desk import dialog as dialog_module
from desktop.find_in_desk.dialog import FindInDesk
from desktop.find_in_desk.replacing import Replaced, replace_in_story
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.settings import LocalSettings
from tests.db.conftest import signed_in


def story(newsroom: Newsroom, slug: str, login: str, desk: str = "City") -> Story:
    """A draft that says “old quay” in its headline, and twice in its body, once in bold."""
    bold = Block(spans=(Span(text="🚢 The Old "), Span(text="quay stays", bold=True), Span(text=". The old quay!")))
    text = StoryText(slug=slug, headline="At the old quay", body=Document(blocks=(bold,)))
    return newsroom.stories.create(text, desk=desk, actor=signed_in(newsroom, login))


@pytest.fixture
def mine(newsroom: Newsroom) -> Story:
    return story(newsroom, "mine", "reporter")


@pytest.fixture
def theirs(newsroom: Newsroom) -> Story:
    return story(newsroom, "theirs", "editor", "Sport")


@pytest.fixture
def settings(tmp_path: Path) -> LocalSettings:
    return LocalSettings(tmp_path / "window.ini")


@pytest.fixture
def dialog(
    mine: Story, theirs: Story, door: NewsroomDoor, reporter: SignedIn, theme: Theme, settings: LocalSettings,
    qtbot: QtBot,
) -> FindInDesk:  # fmt: skip
    made = FindInDesk(door, reporter, theme, settings)
    qtbot.addWidget(made)
    made.begin("old quay")
    return made


def find(dialog: FindInDesk, qtbot: QtBot) -> list[str]:
    """What is listed, a story a line."""
    qtbot.keyClick(dialog.form.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.running)
    return rows(dialog)


def rows(dialog: FindInDesk) -> list[str]:
    return [" ".join(item.text(column) for column in (0, 2, 3)).strip() for item in dialog.list._items()]


def finish(dialog: FindInDesk, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: not dialog.running)
    return dialog.told.text()


ONLY = "Only its writer or an editor may change this draft."


def test_what_is_found_is_listed_with_why_a_story_cannot_be_changed(dialog: FindInDesk, qtbot: QtBot) -> None:
    assert find(dialog, qtbot) == [f"theirs 3 {ONLY}", "mine 3"]
    assert dialog.told.text() == "6 places in 2 stories"
    assert [found.card.slug for found in dialog.list.wanted] == ["mine"]
    assert dialog.preview.toPlainText().splitlines()[:3] == ["At the old quay", "Headline", "At the old quay"]


def test_replacing_makes_one_revision_of_each_story_and_keeps_what_is_bold(
    dialog: FindInDesk, qtbot: QtBot, newsroom: Newsroom, mine: Story, theirs: Story
) -> None:
    find(dialog, qtbot)
    dialog.form.put.setText("new pier")
    assert dialog.replace.text() == "Replace 3 in 1 story"
    dialog.replace.click()
    assert finish(dialog, qtbot) == "3 replaced in 1 story"
    text, versions = (
        newsroom.stories.get(mine.id).text,
        [newsroom.stories.get(one.id).version for one in (mine, theirs)],
    )
    assert (text.headline, text.body.body_text) == ("At the new pier", "🚢 The new pier stays. The new pier!")
    assert [span.text for span in text.body.blocks[0].spans if span.bold] == [" stays"]
    assert versions == [2, 1]
    assert rows(dialog)[1] == "mine 3 3 replaced"
    assert not dialog.replace.isEnabled()


def test_what_was_replaced_is_taken_back_unless_somebody_has_written_since(
    dialog: FindInDesk, qtbot: QtBot, newsroom: Newsroom, mine: Story, reporter: SignedIn
) -> None:
    find(dialog, qtbot)
    dialog.replace.click()
    finish(dialog, qtbot)
    dialog.list.setCurrentItem(dialog.list._items()[1])
    dialog.undo.click()
    assert finish(dialog, qtbot) == "3 undone in 1 story"
    assert newsroom.stories.get(mine.id).text == mine.text
    find(dialog, qtbot)
    dialog.replace.click()
    finish(dialog, qtbot)
    newest = newsroom.stories.get(mine.id)
    newsroom.stories.save(mine.id, newest.text.with_(dek="More"), actor=reporter, base=newest.version)
    dialog.undo_all.click()
    assert finish(dialog, qtbot) == "0 undone in 0 stories · 1 was left as it is"
    assert "was changed since" in rows(dialog)[1]


def test_a_story_that_was_changed_after_it_was_found_is_left_as_it_is(
    dialog: FindInDesk, qtbot: QtBot, newsroom: Newsroom, mine: Story, reporter: SignedIn
) -> None:
    find(dialog, qtbot)
    newsroom.stories.save(mine.id, mine.text.with_(dek="More"), actor=reporter, base=1)
    dialog.replace.click()
    finish(dialog, qtbot)
    assert newsroom.stories.get(mine.id).text == mine.text.with_(dek="More")
    assert "changed meanwhile" in rows(dialog)[1]


def test_a_story_somebody_writes_in_is_not_ticked(
    dialog: FindInDesk, qtbot: QtBot, newsroom: Newsroom, mine: Story, editor: SignedIn
) -> None:
    newsroom.claims.take(mine.id, actor=editor)
    assert find(dialog, qtbot)[1] == "mine 3 Nora Lin is writing in it."
    assert dialog.list.wanted == []


def test_stop_ends_the_looking_and_a_desk_narrows_it(
    dialog: FindInDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(story_texts, "TEXTS_A_PAGE", 1)
    dialog.list.model().rowsInserted.connect(dialog.form.stopped)
    assert find(dialog, qtbot) == [f"theirs 3 {ONLY}"]
    assert dialog.told.text() == "3 places in 1 story · 1 of 2 looked through"
    dialog.list.model().rowsInserted.disconnect(dialog.form.stopped)
    dialog.form.desk.setCurrentText("City")
    assert find(dialog, qtbot) == ["mine 3"]


def test_stop_waits_for_the_story_that_is_being_changed(
    dialog: FindInDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    find(dialog, qtbot)
    go_on = Event()
    monkeypatch.setattr(dialog_module, "replace_in_story", partial(_replaced_after, go_on))
    dialog.replace.click()
    dialog.form.go.click()
    qtbot.keyClick(dialog.form.words, Qt.Key.Key_Return)
    assert len(rows(dialog)) == 2
    go_on.set()
    assert finish(dialog, qtbot) == "3 replaced in 1 story"
    assert not dialog.undo_all.isHidden()


def _replaced_after(go_on: Event, newsroom: Newsroom, *given: Any) -> Replaced:
    """As on a slow server."""
    go_on.wait(20)
    return replace_in_story(newsroom, *given)


def test_an_expression_and_its_groups_are_replaced_and_a_faulty_one_is_told(
    dialog: FindInDesk, qtbot: QtBot, newsroom: Newsroom, mine: Story
) -> None:
    dialog.form.regex.setChecked(True)
    dialog.form.words.setText("(")
    find(dialog, qtbot)
    assert dialog.told.text().startswith("That is no regular expression")
    dialog.form.words.setText("old (quay)")
    dialog.form.put.setText(r"\1 of old")
    find(dialog, qtbot)
    assert "At the old quayquay of old" in dialog.preview.toPlainText() or dialog.list.current.why_not
    dialog.replace.click()
    finish(dialog, qtbot)
    assert newsroom.stories.get(mine.id).headline == "At the quay of old"


def test_what_was_chosen_is_remembered(
    dialog: FindInDesk, door: NewsroomDoor, reporter: SignedIn, theme: Theme, settings: LocalSettings, qtbot: QtBot
) -> None:
    dialog.form.desk.setCurrentText("Sport")
    dialog.form.stages.setCurrentIndex(2)
    again = FindInDesk(door, reporter, theme, settings)
    qtbot.addWidget(again)
    assert (again.form.desk.currentText(), again.form.stages.currentIndex()) == ("Sport", 2)


def test_enter_in_the_list_opens_the_story(dialog: FindInDesk, qtbot: QtBot, theirs: Story) -> None:
    find(dialog, qtbot)
    with qtbot.waitSignal(dialog.open_wanted) as opened:
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert opened.args == [theirs.id]
