"""The story page: what is typed is stored, leaving loses nothing, moves are offered with their reasons."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from db.document import Block, BlockKind, Document, PictureUse
from db.errors import NewsroomError
from db.newsroom import Newsroom
from db.stages import Move, Stage
from db.values import Account, Story, StoryText, WorkingCopy
from desktop.editor.page import StoryPage
from desktop.editor.pictures.dialog import PictureDialog
from desktop.editor.session.story_session import KEEP_MS
from desktop.editor.side.fit_card import FitCard
from desktop.localization import clock
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor, read_facts
from desktop.press.service import fit, formats_folder, make_move
from desktop.tasks import TaskRunner
from resources import resource
from tests.db.conftest import signed_in

OpenPage = Callable[[Account, Story], StoryPage]


@pytest.fixture
def open_page(qtbot: QtBot, newsroom: Newsroom, runner: TaskRunner, theme: Theme) -> OpenPage:
    """Opens a story for a person, and waits until its page is set. It lives until the test is over."""
    pages = []

    def make(account: Account, story: Story) -> StoryPage:
        page = StoryPage(NewsroomDoor(newsroom, runner, read_facts(newsroom)), account, theme)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1280, 760)
        page.show()
        with qtbot.waitSignal(page._work.looked, timeout=10_000):
            page.open_story(story.id)
        return page

    return make


def typed(widget: QWidget, text: str) -> None:
    """Type as a person would, any script."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def roll(widget: QWidget) -> None:
    """Turn the mouse wheel a notch over a widget."""
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        at, QPointF(widget.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def working_copy(newsroom: Newsroom, story: Story, account: Account) -> WorkingCopy | None:
    """What is stored of what was typed."""
    return newsroom.stories.working_copy(story.id, actor=account)


def test_what_is_typed_is_stored_within_the_second(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    assert KEEP_MS < 1000
    page = open_page(reporter, draft)
    with qtbot.waitSignal(page._work.kept, timeout=1000):
        typed(page.form.body, "吴静 ")
    copy = working_copy(newsroom, draft, reporter)
    assert copy is not None
    assert copy.text.body.blocks[0].text.startswith("吴静 Mrs Qian")
    assert newsroom.stories.get(draft.id).version == draft.version


def test_leaving_makes_a_revision_and_gives_the_story_back(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, runner: TaskRunner
) -> None:
    page = open_page(reporter, draft)
    typed(page.form.headline, "New: ")
    page.close_story()
    assert runner.wait()
    story = newsroom.stories.get(draft.id)
    assert story.headline.startswith("New: ")
    assert story.version == draft.version + 1
    assert story.claim is None
    assert working_copy(newsroom, draft, reporter) is None


def test_looking_alone_makes_no_revision(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, runner: TaskRunner
) -> None:
    page = open_page(reporter, draft)
    page.close_story()
    assert runner.wait()
    assert newsroom.stories.get(draft.id).version == draft.version


def test_what_was_typed_before_a_crash_is_there_again(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story
) -> None:
    text = draft.text.with_(headline="Typed before the lights went out")
    newsroom.stories.keep(draft.id, text, actor=reporter, base=draft.version)
    page = open_page(reporter, draft)
    assert page.form.headline.text == "Typed before the lights went out"
    assert "not a revision yet" in page.form.banner.text()


def test_two_texts_saved_at_once_are_put_together(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, editor: Account, runner: TaskRunner
) -> None:
    page = open_page(reporter, draft)
    typed(page.form.headline, "Mine: ")
    newsroom.claims.take_over(draft.id, actor=editor)
    newsroom.stories.save(draft.id, draft.text.with_(dek="Theirs"), actor=editor, base=draft.version)
    newsroom.claims.release(draft.id, actor=editor)
    page.close_story()
    assert runner.wait()
    story = newsroom.stories.get(draft.id)
    assert story.headline.startswith("Mine: ")
    assert story.dek == "Theirs"


def test_whoever_may_not_write_reads_and_is_told_why(open_page: OpenPage, newsroom: Newsroom, draft: Story) -> None:
    page = open_page(signed_in(newsroom, "production"), draft)
    assert page.form.body.isReadOnly()
    assert page.form.headline.isReadOnly()
    assert "Only its writer or an editor" in page.form.banner.text()


def test_a_story_another_writes_in_can_be_taken_over_by_an_editor(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot
) -> None:
    newsroom.claims.take(draft.id, actor=reporter)
    page = open_page(editor, draft)
    assert page.form.body.isReadOnly()
    assert "Wu Jing is writing" in page.form.banner.text()
    with qtbot.waitSignal(page._work.opened):
        page.form.banner.linkActivated.emit("take")
    assert not page.form.body.isReadOnly()


def test_who_is_taken_over_from_reads_on_and_what_they_typed_is_a_revision(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    with qtbot.waitSignal(page._work.kept):
        typed(page.form.headline, "Mine: ")
    newsroom.claims.take_over(draft.id, actor=editor)
    with qtbot.waitSignals([page._work.lost, page.message]):
        page.refresh()
    assert page.form.body.isReadOnly()
    assert page.form.headline.text.startswith("Mine: ")
    assert "Nora Lin has taken this story over" in page.form.banner.text()
    assert page.header.give_back.isHidden()
    qtbot.waitUntil(lambda: page.details._facts["claim"].text().startswith("by Nora Lin"), timeout=10_000)
    assert any(r.text.headline.startswith("Mine: ") for r in newsroom.stories.revisions(draft.id))


def test_who_lost_a_story_copies_their_text_or_sees_it_as_it_is_now(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    typed(page.form.headline, "Mine: ")
    newsroom.claims.take_over(draft.id, actor=editor)
    with qtbot.waitSignal(page.message) as said:
        page.refresh()
    assert said.args[0].action == "Copy my text"
    said.args[0].act()
    assert QApplication.clipboard().text().startswith("Mine: Old lane houses get lifts\n\n")
    with qtbot.waitSignal(page._work.opened):
        page.form.banner.linkActivated.emit("now")
    assert page.form.body.isReadOnly()
    assert "Nora Lin is writing in" in page.form.banner.text()


def test_moves_that_apply_are_buttons_and_refused_ones_say_why(
    open_page: OpenPage, reporter: Account, draft: Story
) -> None:
    page = open_page(reporter, draft)
    moves = page.header.moves
    assert set(moves) == {Move.SUBMIT, Move.SPIKE}
    assert moves[Move.SUBMIT].isEnabled()
    others = {action.text(): action for action in page.header.more.menu().actions()}
    assert not others["Approve"].isEnabled()
    assert "cannot be approved" in others["Approve"].toolTip()
    assert len(moves) + len(others) == len(Move)


def test_an_editor_may_not_approve_their_own_story_and_sees_why(
    open_page: OpenPage, newsroom: Newsroom, editor: Account, draft: Story
) -> None:
    mine = newsroom.stories.create(draft.text.with_(slug="mine"), desk="City", actor=editor)
    newsroom.moves.make(Move.SUBMIT, mine.id, actor=editor, problems=[])
    page = open_page(editor, mine)
    assert not page.header.moves[Move.APPROVE].isEnabled()
    assert "Another editor" in page.header.moves[Move.APPROVE].toolTip()


def test_a_move_takes_what_was_just_typed_along(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    typed(page.form.headline, "Late: ")
    with qtbot.waitSignal(page._work.opened, check_params_cb=lambda opened: opened.story.stage is Stage.EDIT):
        qtbot.mouseClick(page.header.moves[Move.SUBMIT], Qt.MouseButton.LeftButton)
    assert newsroom.stories.get(draft.id).headline.startswith("Late: ")
    assert page.form.body.isReadOnly()


def test_the_page_and_the_fit_are_shown(open_page: OpenPage, reporter: Account, draft: Story) -> None:
    said: list[str] = []
    page = open_page(reporter, draft)
    page.status_changed.connect(lambda fit, _saved: said.append(fit))
    page._tell_status()
    assert page.preview.pages == 1
    assert "of 40 lines" in said[-1]
    assert "column in" in said[-1]


def test_a_character_no_face_has_is_a_problem_with_a_way_to_it(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    with qtbot.waitSignal(page._work.looked, timeout=5000) as looked:
        typed(page.form.headline, "\U0001f6a2")
    problems = {problem.rule: problem for problem in looked.args[0].problems}
    assert problems["character-missing"].place == "headline"
    page.details.place_wanted.emit("headline")
    assert page.focusWidget() is page.form.headline


def test_the_way_to_a_picture_s_credit_opens_its_details_and_that_to_its_cutline_is_where_it_is_typed(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story
) -> None:
    stored = newsroom.pictures.add(resource("samples/newsroom/ferry.jpg"), actor=reporter)
    bare = Block(kind=BlockKind.PICTURE, picture=PictureUse(sha256=stored.sha256, columns=2))
    body = Document(blocks=(*draft.text.body.blocks, bare))
    story = newsroom.stories.save(draft.id, draft.text.with_(body=body), actor=reporter, base=draft.version)
    page = open_page(reporter, story)
    ways = {label.text().partition(">")[2].removesuffix("</a>"): label for label in page.details.findChildren(QLabel)}
    hrefs = {mend: label.text().split('"')[1] for mend, label in ways.items() if mend.startswith("Write its")}
    assert hrefs == {
        "Write its cutline.": f"block {len(body.blocks)}",
        "Write its credit.": f"picture {len(body.blocks)}",
    }
    ways["Write its cutline."].linkActivated.emit(hrefs["Write its cutline."])
    assert page.form.body.textCursor().atBlockEnd()
    assert page.findChild(PictureDialog) is None
    ways["Write its credit."].linkActivated.emit(hrefs["Write its credit."])
    assert page._door._runner.wait()
    dialog = page.findChild(PictureDialog)
    assert dialog is not None
    dialog.reject()


def test_a_story_whose_format_is_wrong_is_not_called_sound(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    assert page.details._verdict.text() == "✓ Nothing stands in the way of approval"
    folder = formats_folder(newsroom)
    folder.mkdir()
    (folder / "sunday.toml").write_text("label = 7", encoding="utf-8")
    newsroom.stories.plan(draft.id, actor=reporter, layout="sunday")
    with qtbot.waitSignal(page._work.looked, timeout=10_000):
        page._work.look()
    assert page.details._verdict.text() == "Not checked: its page cannot be set"
    assert page._fit == ("", "")


def test_undo_takes_typing_back(open_page: OpenPage, reporter: Account, draft: Story) -> None:
    page = open_page(reporter, draft)
    typed(page.form.body, "Wrong. ")
    page.form.toolbar.undo.click()
    assert page.form.body.read() == draft.body


def test_kind_and_marks_go_to_the_selection(open_page: OpenPage, reporter: Account, draft: Story) -> None:
    page = open_page(reporter, draft)
    cursor = page.form.body.textCursor()
    cursor.movePosition(cursor.MoveOperation.NextWord, cursor.MoveMode.KeepAnchor, 2)
    page.form.body.setTextCursor(cursor)
    page.form.toolbar.bold.click()
    page.form.body.set_link("https://courier.example/lifts")
    page.form.body.set_kind(BlockKind.SUBHEAD)
    first, second = page.form.body.read().blocks
    assert first.kind is BlockKind.SUBHEAD
    assert (first.spans[0].text, first.spans[0].bold) == ("Mrs Qian ", True)
    assert first.spans[0].link == "https://courier.example/lifts"
    assert second == draft.body.blocks[1]


def test_a_paragraph_is_tightened_and_let_go_and_undone(open_page: OpenPage, reporter: Account, draft: Story) -> None:
    page = open_page(reporter, draft)
    (tighter,) = [action for action in page.form.toolbar.actions_of_looseness() if action.data() == -1]
    tighter.trigger()
    assert [block.looseness for block in page.form.body.read().blocks] == [-1, 0]
    page.form.body.undo()
    assert [block.looseness for block in page.form.body.read().blocks] == [0, 0]
    page.form.body.redo()
    page.form.body.moveCursor(QTextCursor.MoveOperation.Start)
    tighter.trigger()
    assert page.form.body.read() == draft.body


def test_looseness_stays_when_the_kind_changes(open_page: OpenPage, reporter: Account, draft: Story) -> None:
    page = open_page(reporter, draft)
    page.form.body.set_looseness(1)
    page.form.body.set_kind(BlockKind.BOX)
    first = page.form.body.read().blocks[0]
    assert (first.kind, first.looseness) == (BlockKind.BOX, 1)


def test_a_line_after_a_subhead_is_a_paragraph(
    open_page: OpenPage, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    page.form.body.set_kind(BlockKind.SUBHEAD)
    cursor = page.form.body.textCursor()
    cursor.movePosition(cursor.MoveOperation.EndOfBlock)
    page.form.body.setTextCursor(cursor)
    qtbot.keyClick(page.form.body, Qt.Key.Key_Return)
    typed(page.form.body, "On.")
    kinds = [block.kind for block in page.form.body.read().blocks]
    assert kinds == [BlockKind.SUBHEAD, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


def test_what_is_copied_is_pasted_with_its_kind_and_marks(open_page: OpenPage, reporter: Account, draft: Story) -> None:
    page = open_page(reporter, draft)
    page.form.body.set_kind(BlockKind.QUOTE)
    page.form.body.selectAll()
    page.form.toolbar.italic.click()
    page.form.body.copy()
    before = page.form.body.read()
    page.form.body.fill(draft.body)
    page.form.body.selectAll()
    page.form.body.paste()
    assert page.form.body.read() == before


def test_a_comment_is_marked_answered_and_resolved(
    open_page: OpenPage,
    newsroom: Newsroom,
    editor: Account,
    draft: Story,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = open_page(editor, draft)
    monkeypatch.setattr("desktop.editor.comments.ask_note", lambda *_: "Which floor?")
    cursor = page.form.body.textCursor()
    cursor.movePosition(cursor.MoveOperation.NextWord, cursor.MoveMode.KeepAnchor, 2)
    page.form.body.setTextCursor(cursor)
    with qtbot.waitSignal(page._work.looked, check_params_cb=lambda look: len(look.threads) == 1):
        page.form.toolbar.comment.click()
    (thread,) = newsroom.comments.all(draft.id, draft.body)
    assert thread.quote == "Mrs Qian "
    assert [mark.cursor.selectedText() for mark in page.form.body.extraSelections()] == ["Mrs Qian "]
    assert page.details.tabText(1) == "Notes 1"
    with qtbot.waitSignal(page._work.looked, check_params_cb=lambda look: len(look.threads[0].comments) == 2):
        page.details.threads.reply_wanted.emit(thread)
    with qtbot.waitSignal(page._work.looked, check_params_cb=lambda look: look.threads[0].resolved):
        page.details.threads.resolve_wanted.emit(thread)
    assert page.form.body.extraSelections() == []
    assert page.form.body.read() == draft.body


def test_ctrl_s_saves_a_revision_and_stays(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    typed(page.form.dek, "A dek")
    with qtbot.waitSignal(page._work.saved):
        page._work.save()
    assert newsroom.stories.get(draft.id).dek == "A dek"
    assert not page.form.body.isReadOnly()


def test_a_target_is_planned_from_the_details(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, runner: TaskRunner
) -> None:
    page = open_page(reporter, draft)
    page.details.target.setValue(25)
    page.details.target.editingFinished.emit()
    assert runner.wait()
    assert newsroom.stories.get(draft.id).target_lines == 25


def test_a_kind_is_given_in_the_details_and_its_limits_show(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    chief = signed_in(newsroom, "chief")
    newsroom.kinds.add("Brief", actor=chief)
    newsroom.limits.set("words-least", 5_000, actor=chief, kind="Brief")
    page = open_page(reporter, draft)
    assert [page.details.kind.itemText(row) for row in range(page.details.kind.count())] == ["none", "Brief"]
    page.details.kind.setCurrentIndex(1)
    with qtbot.waitSignal(page._work.looked, timeout=10_000) as looked:
        page.details.kind.activated.emit(1)
    assert newsroom.stories.get(draft.id).kind == "Brief"
    assert "words-least" in [problem.rule for problem in looked.args[0].problems]
    assert page.details.kind.currentText() == "Brief"


def test_nothing_is_asked_of_kinds_where_there_are_none(open_page: OpenPage, reporter: Account, draft: Story) -> None:
    page = open_page(reporter, draft)
    assert not page.details.kind.isVisibleTo(page.details)


def test_a_kind_that_is_offered_no_more_stays(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story
) -> None:
    chief = signed_in(newsroom, "chief")
    newsroom.kinds.add("Brief", actor=chief)
    newsroom.stories.plan(draft.id, actor=reporter, kind="Brief")
    newsroom.kinds.remove("Brief", actor=chief)
    page = open_page(reporter, draft)
    assert page.details.kind.currentText() == "Brief"
    assert page.details.kind.isVisibleTo(page.details)


def test_a_story_is_given_back_by_hand_and_claimed_again(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    typed(page.form.body, "吴静 ")
    with qtbot.waitSignal(page._work.looked, timeout=10_000):
        page.header.give_back.click()
    qtbot.waitUntil(lambda: "let go of this story" in page.form.banner.text(), timeout=10_000)
    story = newsroom.stories.get(draft.id)
    assert story.claim is None
    assert "吴静" in story.body.body_text
    assert page.form.body.isReadOnly()
    assert not page.header.give_back.isVisible()
    page.form.banner.linkActivated.emit("write")
    qtbot.waitUntil(lambda: not page.form.body.isReadOnly(), timeout=10_000)
    assert newsroom.stories.get(draft.id).claim is not None


def test_who_holds_a_story_is_told_and_since_when(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story
) -> None:
    claim = newsroom.claims.take(draft.id, actor=reporter)
    page = open_page(editor, draft)
    assert f"Wu Jing is writing in lane-lifts, since {clock(claim.since)}." in page.form.banner.text()


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


def test_undo_brings_nothing_of_the_story_before(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    empty = newsroom.stories.create(StoryText(slug="empty"), desk="City", actor=reporter)
    page = open_page(reporter, empty)
    typed(page.form.body, "Of the first. ")
    page.form.body.selectAll()
    page.form.body.textCursor().removeSelectedText()
    page.close_story()
    other = newsroom.stories.create(StoryText(slug="other"), desk="City", actor=reporter)
    with qtbot.waitSignal(page._work.opened, check_params_cb=lambda opened: opened.story.id == other.id):
        page.open_story(other.id)
    assert not page.form.toolbar.undo.isEnabled()
    page.form.body.undo()
    assert page.form.body.toPlainText() == ""


def test_fields_stand_close_however_short_the_story_is(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, qtbot: QtBot
) -> None:
    page = open_page(reporter, newsroom.stories.create(StoryText(slug="empty"), desk="City", actor=reporter))
    labelled = page.form._labelled["headline"]
    assert labelled.height() == labelled.sizeHint().height()


def test_who_returns_a_story_lets_go_of_it(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=reporter, problems=[])
    page = open_page(editor, draft)
    with qtbot.waitSignal(page._work.claimed, timeout=10_000):
        typed(page.form.headline, "Late: ")
    monkeypatch.setattr("desktop.editor.page.ask_for", lambda *_: "Who pays?")
    with qtbot.waitSignal(page._work.opened, check_params_cb=lambda opened: opened.story.stage is Stage.DRAFT):
        page.header.moves[Move.RETURN].click()
    assert newsroom.stories.get(draft.id).claim is None
    assert "others may write" in page.form.banner.text()


def test_a_move_that_was_meant_for_a_draft_is_not_made_once_it_is_submitted(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr("desktop.editor.page.ask_for", lambda *_: "why")
    page = open_page(editor, draft)
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=reporter, problems=[])
    with qtbot.waitSignal(page.message) as said:
        page.header.moves[Move.SPIKE].click()
    assert "lane-lifts was submitted by Wu Jing" in said.args[0].sentence
    assert newsroom.stories.get(draft.id).stage is Stage.EDIT


def test_what_comes_between_the_question_and_the_move_is_not_moved(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def submitted_meanwhile(*_: object) -> str:
        with ThreadPoolExecutor(1) as elsewhere:
            elsewhere.submit(newsroom.moves.make, Move.SUBMIT, draft.id, actor=reporter, problems=[]).result()
        return "why"

    monkeypatch.setattr("desktop.editor.page.ask_for", submitted_meanwhile)
    page = open_page(editor, draft)
    with qtbot.waitSignal(page.message) as said:
        page.header.moves[Move.SPIKE].click()
    assert "lane-lifts was submitted by Wu Jing" in said.args[0].sentence
    assert newsroom.stories.get(draft.id).stage is Stage.EDIT


def test_history_tells_who_did_what_in_words(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story
) -> None:
    newsroom.moves.make(Move.SUBMIT, draft.id, actor=reporter, problems=[])
    page = open_page(reporter, draft)
    page.details.setCurrentIndex(2)
    said = [label.text() for label in page.details.currentWidget().findChildren(QLabel)]
    assert said.count("Wu Jing") == 2
    assert {"began it", "submitted Draft → Edit"} <= set(said)


def test_in_a_wide_window_lines_stay_readable_and_the_page_takes_the_room(
    open_page: OpenPage, reporter: Account, draft: Story
) -> None:
    page = open_page(reporter, draft)
    page.resize(2400, 1000)
    assert page.form.body.width() <= 700
    assert page.preview.width() > 1200


def test_an_approved_story_says_so_and_its_fields_stay_inside(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, editor: Account, draft: Story, qtbot: QtBot
) -> None:
    newsroom.stories.plan(draft.id, actor=reporter, due=draft.changed)
    make_move(newsroom, Move.SUBMIT, draft.id, actor=reporter)
    make_move(newsroom, Move.APPROVE, draft.id, actor=editor)
    page = open_page(editor, draft)
    assert page.details._verdict.text() == "✓ Approved as it stands"
    sheet = page.details.due.parentWidget()
    area = sheet.parentWidget()
    for field in (page.details.due, page.details.target, page.details.layout_name):
        qtbot.waitUntil(lambda field=field: field.geometry().right() < area.width(), timeout=2_000)


def test_while_the_newsroom_is_away_it_stays_said_where_the_text_is(
    open_page: OpenPage, newsroom: Newsroom, runner: TaskRunner, reporter: Account, draft: Story, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def away(*_: object, **__: object) -> None:
        raise NewsroomError("The server does not answer.")

    page, said = open_page(reporter, draft), []
    page.message.connect(lambda message: said.append(message.sentence))
    runner.failed.connect(said.append)
    with monkeypatch.context() as gone:
        gone.setattr(newsroom.stories, "keep", away)
        gone.setattr(newsroom.stories, "get", away)
        typed(page.form.body, "吴静 ")
        qtbot.waitUntil(lambda: bool(said), timeout=5_000)
        page._work.look()
        page.refresh()
        assert runner.wait()
    assert len(said) == 1
    assert "kept on this computer" in said[0]


def test_the_language_of_a_story_is_chosen_beside_it_and_kept_with_the_text(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    field = page.details.language
    assert field.code == draft.language
    field.setCurrentIndex(field.findData("de"))
    with qtbot.waitSignal(page._work.kept, timeout=1000):
        field.activated.emit(field.currentIndex())
    copy = working_copy(newsroom, draft, reporter)
    assert copy is not None
    assert copy.text.language == "de"


def test_who_may_not_write_may_not_choose_the_language(open_page: OpenPage, newsroom: Newsroom, draft: Story) -> None:
    assert not open_page(signed_in(newsroom, "production"), draft).details.language.isEnabled()


def test_a_story_is_shown_from_its_head_though_another_was_read_to_its_end(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    long = draft.text.with_(slug="two", body=Document.from_paragraphs(["A line of text."] * 60))
    other = newsroom.stories.create(long, desk="City", actor=reporter)
    page = open_page(reporter, other)
    page.form.body.moveCursor(QTextCursor.MoveOperation.End)
    assert page.form._scroll.verticalScrollBar().value() > 500
    third = newsroom.stories.create(long.with_(slug="three"), desk="City", actor=reporter)
    with qtbot.waitSignal(page._work.looked, timeout=10_000):
        page.open_story(third.id)
    qtbot.waitUntil(lambda: not page.form._beginning)
    assert page.form._scroll.verticalScrollBar().value() == 0


def test_the_hour_a_story_is_due_is_read_whole(open_page: OpenPage, reporter: Account, draft: Story) -> None:
    due = open_page(reporter, draft).details.due
    due.setDateTime(datetime(2026, 5, 27, 20, 0))  # as wide as a day gets
    due.show()
    line = due.lineEdit()
    QApplication.processEvents()
    assert line.fontMetrics().horizontalAdvance(line.text()) < line.width()


def test_a_due_time_that_is_set_has_the_keyboard(open_page: OpenPage, reporter: Account, draft: Story) -> None:
    details = open_page(reporter, draft).details
    details.has_due.click()
    assert details.focusWidget() is details.due


@pytest.mark.parametrize("name", ["target", "language"])
def test_the_wheel_in_passing_changes_nothing_of_a_story(
    open_page: OpenPage, reporter: Account, draft: Story, name: str
) -> None:
    details = open_page(reporter, draft).details
    field: QWidget = getattr(details, name)
    field.setFocus()
    before = field.currentText() if isinstance(field, QComboBox) else field.text()
    roll(field)
    assert (field.currentText() if isinstance(field, QComboBox) else field.text()) == before
