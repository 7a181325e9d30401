"""Comparing revisions in the window, and bringing one back."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.stages import Move
from db.text.compare import compare
from db.values import Account, Story
from desktop.compare.dialog import CompareDialog
from desktop.compare.differences import as_html
from desktop.look.theme import Theme
from desktop.shell.window import MainWindow


@pytest.fixture
def second(newsroom: Newsroom, draft: Story, reporter: Account) -> Story:
    """The draft with another headline."""
    text = draft.text.with_(headline="New lane houses <get> lifts")
    return newsroom.stories.save(draft.id, text, actor=reporter, base=draft.version)


def test_words_that_are_gone_and_new_are_marked(newsroom: Newsroom, second: Story, theme: Theme, qtbot: QtBot) -> None:
    dialog = CompareDialog(theme, newsroom.stories.revisions(second.id), may_restore=True)
    qtbot.addWidget(dialog)
    assert dialog.text.toPlainText().startswith("Headline · Put back\nOld New lane houses")
    dialog.old.setCurrentIndex(1)
    assert "the same" in dialog.text.toPlainText()
    assert not dialog.restore.isEnabled()


def test_text_is_not_taken_for_markup(newsroom: Newsroom, second: Story, theme: Theme) -> None:
    new, old = (revision.text for revision in newsroom.stories.revisions(second.id))
    html = as_html(compare(old, new), theme)
    assert "<get" not in html
    assert "&lt;" in html
    assert "<s style" in html


def test_beside_one_another_each_text_stands_whole(
    newsroom: Newsroom, second: Story, theme: Theme, qtbot: QtBot
) -> None:
    dialog = CompareDialog(theme, newsroom.stories.revisions(second.id), may_restore=True)
    qtbot.addWidget(dialog)
    dialog.beside.setChecked(True)
    shown = [line for line in dialog.text.toPlainText().split("\n") if line]
    assert shown[1:3] == ["Old lane houses get lifts", "New lane houses <get> lifts"]


def test_one_difference_is_put_back_and_shown_no_more(
    newsroom: Newsroom, second: Story, theme: Theme, reporter: Account, qtbot: QtBot
) -> None:
    text = second.text.with_(dek="A dek")
    newsroom.stories.save(second.id, text, actor=reporter, base=second.version)
    dialog = CompareDialog(theme, newsroom.stories.revisions(second.id), may_restore=True)
    qtbot.addWidget(dialog)
    dialog.old.setCurrentIndex(0)
    with qtbot.waitSignal(dialog.put_back_wanted) as wanted:
        dialog.text.anchorClicked.emit(QUrl("back:0"))
    assert wanted.args[0] == text.with_(headline="Old lane houses get lifts")
    assert "Headline" not in dialog.text.toPlainText()
    assert "A dek" in dialog.text.toPlainText()


def test_nothing_is_put_back_into_an_older_revision_nor_by_who_may_only_read(
    newsroom: Newsroom, second: Story, theme: Theme, qtbot: QtBot
) -> None:
    revisions = newsroom.stories.revisions(second.id)
    dialogs = [CompareDialog(theme, revisions, may_restore=may) for may in (True, False)]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
    assert ["back:" in dialog.text.toHtml() for dialog in dialogs] == [True, False]
    dialogs[0].old.setCurrentIndex(1)
    dialogs[0].new.setCurrentIndex(0)
    assert "back:" not in dialogs[0].text.toHtml()


def test_an_older_revision_is_brought_back_from_the_history(
    open_window: Callable[[str], MainWindow], newsroom: Newsroom, second: Story, qtbot: QtBot
) -> None:
    page = open_window("reporter").story_page
    with qtbot.waitSignal(page._work.looked, timeout=10_000):
        page.window().open_story(second.id)
    page.details.compare.click()
    qtbot.waitUntil(lambda: page.findChild(CompareDialog) is not None)
    dialog = page.findChild(CompareDialog)
    assert dialog is not None
    with qtbot.waitSignal(page._work.saved, check_params_cb=lambda saved: saved.story.version == 3):
        dialog.restore.click()
    assert newsroom.stories.get(second.id).headline == "Old lane houses get lifts"
    assert page.form.headline.text == "Old lane houses get lifts"


def test_a_proof_with_changes_is_written_from_the_comparison(
    open_window: Callable[[str], MainWindow], newsroom: Newsroom, second: Story, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    window = open_window("reporter")
    page = window.story_page
    with qtbot.waitSignal(page._work.looked, timeout=10_000):
        window.open_story(second.id)
    page.details.compare.click()
    qtbot.waitUntil(lambda: page.findChild(CompareDialog) is not None)
    dialog = page.findChild(CompareDialog)
    assert dialog is not None
    with qtbot.waitSignal(window._output.said, timeout=20_000):
        dialog.proof.click()
    path = tmp_path / "lane-lifts-v2-against-v1-proof.pdf"
    shown = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True, text=True).stdout
    assert "REDLINE v2 against v1" in shown
    assert "Old New lane" in " ".join(shown.split())


def test_a_move_that_changed_nothing_is_not_what_is_compared(
    newsroom: Newsroom, second: Story, reporter: Account, theme: Theme, qtbot: QtBot
) -> None:
    newsroom.moves.make(Move.SUBMIT, second.id, actor=reporter, problems=[])
    dialog = CompareDialog(theme, newsroom.stories.revisions(second.id), may_restore=True)
    qtbot.addWidget(dialog)
    assert (dialog.old.currentIndex(), dialog.new.currentIndex()) == (0, 2)
    assert "New lane houses" in dialog.text.toPlainText()
