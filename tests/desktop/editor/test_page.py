"""The story page: what is typed is stored, leaving loses nothing, moves are offered with their reasons."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from db.document import Block, BlockKind, Document, PictureUse
from db.newsroom import Newsroom
from db.values import Account, Problem, Severity, Story, StoryText
from desktop.editor.pictures.dialog import PictureDialog
from desktop.editor.session.autosave import KEEP_MS
from desktop.press.format_folders import formats_folder
from desktop.tasks import TaskRunner
from exports.rules import TYPEWRITER
from resources import resource
from tests.desktop.editor.conftest import OpenPage, typed, working_copy


def test_what_was_typed_is_stored_before_another_story_is_opened_in_its_place(
    open_page: OpenPage, newsroom: Newsroom, draft: Story, reporter: Account, qtbot: QtBot
) -> None:
    other = newsroom.stories.create(draft.text.with_(slug="other"), desk="City", actor=reporter)
    page = open_page(reporter, draft)
    typed(page.form.headline, "At last")
    page.open_story(other.id)
    qtbot.waitUntil(lambda: page.story_id == other.id, timeout=10_000)
    stored = newsroom.stories.get(draft.id)
    assert ("At last" in stored.headline, stored.claim) == (True, None)


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


def test_what_was_typed_before_a_crash_is_there_again(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, draft: Story
) -> None:
    text = draft.text.with_(headline="Typed before the lights went out")
    newsroom.stories.keep(draft.id, text, actor=reporter, base=draft.version)
    page = open_page(reporter, draft)
    assert page.form.headline.text == "Typed before the lights went out"
    assert "not a revision yet" in page.form.banner.text()
    typed(page.form.headline, "Again: ")
    assert page.form.banner.isHidden()


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


def test_the_page_and_the_fit_are_shown(open_page: OpenPage, reporter: Account, draft: Story) -> None:
    said: list[str] = []
    page = open_page(reporter, draft)
    page.status_changed.connect(lambda fit, _saved: said.append(fit))
    page.status.notify()
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
    assert page.writing.length.lines == 0


def test_fields_stand_close_however_short_the_story_is(
    open_page: OpenPage, newsroom: Newsroom, reporter: Account, qtbot: QtBot
) -> None:
    page = open_page(reporter, newsroom.stories.create(StoryText(slug="empty"), desk="City", actor=reporter))
    labelled = page.form._labelled["headline"]
    qtbot.waitUntil(lambda: labelled.height() == labelled.sizeHint().height())


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


def test_straight_quotes_of_a_whole_story_are_set_by_one_button_and_one_undo(
    open_page: OpenPage, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    before = page.form.body.read()
    typed(page.form.body, '"Never" - ')
    straight = page.form.body.read()
    page.details.marks_wanted.emit()
    assert page.form.body.read().blocks[0].text.startswith("“Never” — ")
    page.form.body.undo()
    assert page.form.body.read() == straight != before


def test_the_problem_of_straight_quotes_has_the_button_that_sets_them(
    open_page: OpenPage, reporter: Account, draft: Story, qtbot: QtBot
) -> None:
    page = open_page(reporter, draft)
    told = Problem(TYPEWRITER, "2 straight quotes are in the text.", Severity.WARNING, "body", "Set them.")
    page.details.show_problems([told])
    (button,) = [one for one in page.details.findChildren(QPushButton) if one.text() == "Set them all"]
    with qtbot.waitSignal(page.details.marks_wanted, timeout=1000):
        button.click()
