"""Two people wrote in one story: side by side where both changed a place, and both kept whatever is chosen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.document import Document
from db.errors import Refused
from db.newsroom import Newsroom
from db.stages import Move, Stage
from db.text.merge import KeptPlaces, merge
from db.values import Account, Story, StoryText
from desktop.editor.conflict_dialog import ConflictDialog, Conflicted
from desktop.editor.session.journal import Journal
from desktop.editor.session.opening import open_story
from desktop.editor.session.writer import StoryWriter, Typed
from desktop.look.theme import Theme
from desktop.shell.window import MainWindow
from tests.db.conftest import signed_in
from tests.desktop.editor.conftest import OpenPage

BASE = StoryText(slug="a", headline="Lifts", body=Document.from_paragraphs(["One two three."]))
MINE = BASE.with_(headline="Lifts rise", body=Document.from_paragraphs(["One four three."]))
THEIRS = BASE.with_(headline="Lifts fall", body=Document.from_paragraphs(["One five three."]))


@pytest.mark.parametrize(
    ("keep", "headline", "body"),
    [
        (KeptPlaces.MINE, "Lifts rise", "One four three."),
        (KeptPlaces.THEIRS, "Lifts fall", "One five three."),
        (KeptPlaces.BOTH, "Lifts rise / Lifts fall", "One four five three."),
    ],
)
def test_the_choice_decides_where_both_changed_a_place(keep: KeptPlaces, headline: str, body: str) -> None:
    merged = merge(BASE, MINE, THEIRS, keep=keep)
    assert (merged.text.headline, merged.text.body.body_text) == (headline, body)
    assert len(merged.conflicts) == 2


def test_both_texts_are_revisions_whatever_is_chosen(
    open_page: OpenPage, newsroom: Newsroom, both_changed: Story, reporter: Account, qtbot: QtBot
) -> None:
    page = open_page(reporter, both_changed)
    dialog = page.findChild(ConflictDialog)
    assert dialog is not None
    dialog.choose_all(KeptPlaces.THEIRS)
    with qtbot.waitSignal(page._work.said, timeout=10_000):
        dialog.go.click()
    deks = [revision.text.dek for revision in newsroom.stories.revisions(both_changed.id)]
    assert deks[:3] == ["Theirs", "Mine", "Theirs"]
    qtbot.waitUntil(lambda: page.form.dek.text == "Theirs")


def test_each_place_has_a_choice_of_its_own(theme: Theme, qtbot: QtBot) -> None:
    dialog = ConflictDialog(theme, Conflicted("Nora Lin", 1, BASE, MINE, THEIRS))
    qtbot.addWidget(dialog)
    dialog.choices[0][KeptPlaces.THEIRS].setChecked(True)
    dialog.choices[1][KeptPlaces.BOTH].setChecked(True)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.go.click()
    (text,) = chosen.args
    assert (text.headline, text.body.body_text) == ("Lifts fall", "One four five three.")


def opened_by(newsroom: Newsroom, story: Story, account: Account, folder: Path) -> StoryWriter:
    """A story that a person has opened."""
    writer = StoryWriter(Journal(folder / "journal", "room", account.login), story.id, account)
    writer.open(newsroom, None)
    return writer


def test_leaving_a_story_with_a_clash_saves_nothing_and_tells(
    newsroom: Newsroom, draft: Story, reporter: Account, editor: Account, tmp_path: Path
) -> None:
    mine, writer = draft.text.with_(dek="Mine"), opened_by(newsroom, draft, reporter, tmp_path)
    newsroom.stories.keep(draft.id, mine, actor=reporter, base=draft.version)
    newsroom.stories.save(draft.id, draft.text.with_(dek="Theirs"), actor=editor, base=draft.version)
    newsroom.claims.take(draft.id, actor=reporter)
    clash = writer.leave(newsroom, Typed(mine, 1, 0, newsroom.clock())).clash
    assert clash is not None
    assert clash.name == "Nora Lin"
    assert newsroom.stories.get(draft.id).dek == "Theirs"
    assert newsroom.stories.get(draft.id).claim is None
    assert open_story(newsroom, draft.id, reporter).clash is not None


def test_a_move_waits_for_the_choice(
    newsroom: Newsroom, draft: Story, reporter: Account, editor: Account, tmp_path: Path
) -> None:
    writer = opened_by(newsroom, draft, reporter, tmp_path)
    newsroom.stories.save(draft.id, draft.text.with_(dek="Theirs"), actor=editor, base=draft.version)
    with pytest.raises(Refused, match="choose first"):
        writer.move(newsroom, Typed(draft.text.with_(dek="Mine"), 1, 0, newsroom.clock()), Move.SUBMIT, "")
    assert newsroom.stories.get(draft.id).stage is Stage.DRAFT


def test_the_window_goes_back_to_a_story_that_was_left_with_a_clash(
    open_window: Callable[[str], MainWindow], newsroom: Newsroom, draft: Story, editor: Account, qtbot: QtBot
) -> None:
    window = open_window("reporter")
    page = window.story_page
    with qtbot.waitSignal(page._work.looked, timeout=10_000):
        window.open_story(draft.id)
    page.form.dek.fill("Mine")
    with qtbot.waitSignal(page._work.claimed, timeout=10_000):
        page._work.touched()
    newsroom.claims.release(draft.id, actor=signed_in(newsroom, "reporter"))
    newsroom.stories.save(draft.id, draft.text.with_(dek="Theirs"), actor=editor, base=draft.version)
    window.show_board()
    qtbot.waitUntil(lambda: page.findChild(ConflictDialog) is not None, timeout=10_000)
    assert "changed a place meanwhile" in window.messages.message.sentence
