"""What is pasted is read before anything is taken away."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from db.document import BlockKind, Document, Span
from db.values import Account, Story
from desktop.editor.pictures.dialog import PictureDialog
from desktop.editor.text.body import BodyEdit
from desktop.look.theme import Theme
from resources import resource
from tests.desktop.editor.conftest import OpenPage

_NEWER = json.dumps({"version": 99, "blocks": []})


@pytest.fixture
def body(qtbot: QtBot, theme: Theme) -> BodyEdit:
    """A paragraph, all of it selected."""
    body = BodyEdit(theme, lambda _sha256, found: found(QImage()))
    qtbot.addWidget(body)
    body.fill(Document.from_paragraphs(["The ferry is back."]))
    body.selectAll()
    return body


@pytest.mark.parametrize("own", [_NEWER, "{half", "7", '{"version": 1, "blocks": [{"kind": "unheard-of"}]}'])
def test_what_a_newer_galley_copied_is_pasted_as_plain_text_in_one_step(body: BodyEdit, own: str, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("It sails at noon.")
    data.setData("application/x-galley-blocks", own.encode())
    body.insertFromMimeData(data)
    assert body.toPlainText() == "It sails at noon."
    with qtbot.waitSignal(body.edited):
        body.undo()
    assert body.toPlainText() == "The ferry is back."
    body.moveCursor(body.textCursor().MoveOperation.End)
    with qtbot.waitSignal(body.edited):
        qtbot.keyClicks(body, "!")


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


def clip(**kinds: str | bytes) -> QMimeData:
    """What is on a clipboard, by kinds of data: `text_html`."""
    data = QMimeData()
    for kind, value in kinds.items():
        data.setData(kind.replace("_", "/", 1), value.encode() if isinstance(value, str) else value)
    return data


def test_an_empty_line_glues_no_other_paragraphs(body: BodyEdit) -> None:
    body.insertFromMimeData(clip(text_plain="It sails.\nAt noon.\n\nOn\u00a0time."))
    assert [block.text for block in body.read().blocks] == ["It sails.", "At noon.", "On\u00a0time."]


def test_html_alone_is_pasted_as_its_text(body: BodyEdit) -> None:
    data = clip(text_html="<p>It sails.</p><p>At noon.</p>")
    assert body.canInsertFromMimeData(data)
    body.insertFromMimeData(data)
    assert [block.text for block in body.read().blocks] == ["It sails.", "At noon."]


def test_words_come_before_the_picture_that_word_adds_of_them(body: BodyEdit) -> None:
    body.insertFromMimeData(clip(text_plain="It sails.", text_html="<p>It sails.</p>", image_png=b"picture"))
    assert body.read().body_text == "It sails."


@pytest.mark.parametrize(
    "data",
    [
        clip(image_png=b"bytes"),
        clip(text_html="<meta charset='utf-8'><img src='https://example.org/quay.png'>", image_png=b"bytes"),
        clip(text_html="<img src='x'>", **{"text_uri-list": "https://example.org/quay.png"}, image_png=b"bytes"),
    ],
)
def test_a_picture_is_handed_on_and_changes_no_text(body: BodyEdit, data: QMimeData, qtbot: QtBot) -> None:
    assert body.canInsertFromMimeData(data)
    with qtbot.waitSignal(body.pictures_arrived) as arrived:
        body.insertFromMimeData(data)
    assert arrived.args == [(b"bytes",)]
    assert body.toPlainText() == "The ferry is back."


def test_a_screenshot_that_is_pixels_alone_is_handed_on_as_png(body: BodyEdit, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setImageData(QImage(3, 2, QImage.Format.Format_RGB32))
    with qtbot.waitSignal(body.pictures_arrived) as arrived:
        body.insertFromMimeData(data)
    assert arrived.args[0][0].startswith(b"\x89PNG")


def test_files_are_the_window_s_unless_all_are_pictures(body: BodyEdit) -> None:
    picture, text = QUrl.fromLocalFile("/quay.JPG"), QUrl.fromLocalFile("/ferry.txt")
    for urls, taken in (([picture, picture], True), ([picture, text], False), ([text], False)):
        data = QMimeData()
        data.setUrls(urls)
        assert body.canInsertFromMimeData(data) is taken


def test_pictures_are_stored_and_put_in_where_the_cursor_stood(
    open_page: OpenPage, reporter: Account, draft: Story, qtbot: QtBot, tmp_path: Path
) -> None:
    page, broken = open_page(reporter, draft), tmp_path / "torn.png"
    broken.write_bytes(b"\x89PNG")
    place = page.form.body.textCursor()
    page.form.body.go_to(1)
    with qtbot.waitSignal(page.message) as refused:
        page.form.body.pictures_arrived.emit((broken, resource("samples/newsroom/ferry.jpg")))
    assert "torn.png" in refused.args[0].sentence
    qtbot.waitUntil(lambda: bool(page.findChildren(PictureDialog)))
    page.form.body.setTextCursor(place)
    page.findChildren(PictureDialog)[0].accept()
    assert [block.kind for block in page.form.body.read().blocks] == [
        BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.PICTURE,
    ]  # fmt: skip


def test_a_web_page_is_pasted_with_its_structure_and_plainly_with_shift(body: BodyEdit, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setHtml("<h2>At the pier</h2><p>It is <b>closed</b>.</p>")
    data.setText("At the pier\nIt is closed.")
    QGuiApplication.clipboard().setMimeData(data)
    body.paste()
    assert [block.kind for block in body.read().blocks] == [BlockKind.SUBHEAD, BlockKind.PARAGRAPH]
    assert body.read().blocks[1].spans[1] == Span(text="closed", bold=True)
    body.undo()
    assert body.toPlainText() == "The ferry is back."
    body.selectAll()
    qtbot.keyClick(body, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert body.read() == Document.from_paragraphs(["At the pier", "It is closed."])


def test_bold_words_are_pasted_into_a_sentence(body: BodyEdit) -> None:
    body.moveCursor(body.textCursor().MoveOperation.End)
    data = QMimeData()
    data.setHtml(" It <b>sails</b>.")
    data.setText(" It sails.")
    body.insertFromMimeData(data)
    assert body.read().blocks[0].spans == (
        Span(text="The ferry is back. It "), Span(text="sails", bold=True), Span(text="."),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("text/plain", "ab\n" * 5_001),
        ("text/plain", "word " * 60_001),
        ("text/html", "<div>" * 800_001),
        ("application/x-galley-blocks", "[" * 4_000_001),
    ],
)
def test_text_that_would_hold_up_the_window_is_refused_and_nothing_is_taken_away(
    body: BodyEdit, qtbot: QtBot, kind: str, content: str
) -> None:
    data = QMimeData()
    data.setData(kind, content.encode())
    with qtbot.waitSignal(body.paste_refused, check_params_cb=lambda why: "import" in why):
        body.insertFromMimeData(data)
    assert body.toPlainText() == "The ferry is back."
