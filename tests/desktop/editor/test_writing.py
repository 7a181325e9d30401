"""How the open story is written: its view remembered, its length told with every key."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Account, Story
from desktop.editor.writing import StoryWriting
from desktop.editor.writing_view import WritingView
from desktop.settings import LocalSettings
from exports.formats import load_format
from exports.typeset import StoryLayout, fit_of
from tests.desktop.editor.conftest import OpenPage


def test_the_view_and_its_size_are_remembered_for_each_person(
    open_page: OpenPage, reporter: Account, draft: Story, tmp_path: Path
) -> None:
    form, settings = open_page(reporter, draft).form, LocalSettings(tmp_path / "window.ini")
    writing = StoryWriting(form, settings, "ana")
    writing.choose(WritingView.WIDE)
    form.galley.zoom(3)
    again = StoryWriting(form, settings, "ana")
    assert (again.view, form.galley.pixels) == (WritingView.WIDE, 21)
    assert StoryWriting(form, settings, "rui").view is WritingView.GALLEY


def test_a_size_that_is_no_number_is_none(open_page: OpenPage, reporter: Account, draft: Story, tmp_path: Path) -> None:
    settings = LocalSettings(tmp_path / "window.ini")
    settings.keep_view("ana", "size", "large")
    settings.keep_view("ana", "view", "upside down")
    form = open_page(reporter, draft).form
    assert StoryWriting(form, settings, "ana").view is WritingView.GALLEY
    assert form.galley.pixels == 18


def test_the_length_in_the_galley_is_right_with_the_key(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    newsroom.stories.plan(draft.id, actor=reporter, target_lines=5)
    page = open_page(reporter, draft)
    page.writing.choose(WritingView.GALLEY)
    told: list[str] = []
    page.status_changed.connect(lambda length, _saved: told.append(length))
    qtbot.waitUntil(lambda: page.form.galley.layout is not None and page.form.galley.layout.column.settled)
    page.form.body.setFocus()
    for _ in range(3):
        qtbot.keyClick(page.form.body, Qt.Key.Key_Return)
        qtbot.keyClicks(page.form.body, "One more")
    written = replace(draft, body=page.form.body.read(), target_lines=5)
    fit = fit_of(StoryLayout(written, load_format("tabloid"), {}))
    assert page.writing.length.lines == fit.lines
    assert page.writing.length.words == written.body.words
    assert f"{fit.over} line over" in told[-1]


@pytest.mark.parametrize("key", [Qt.Key.Key_F8, Qt.Key.Key_F9])
def test_keys_choose_the_view(open_page: OpenPage, reporter: Account, draft: Story, qtbot: QtBot, key: Qt.Key) -> None:
    page = open_page(reporter, draft)
    qtbot.keyClick(page, key)
    assert page.writing.view is {Qt.Key.Key_F8: WritingView.GALLEY, Qt.Key.Key_F9: WritingView.WIDE}[key]
    assert (page.form.galley.layout is not None) is (key == Qt.Key.Key_F8)
