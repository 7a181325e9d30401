"""Headline and dek over their columns as they are printed, while they are written."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.document import Document
from db.values import StoryText
from desktop.editor.fields import GrowingEdit
from desktop.editor.form import StoryForm
from desktop.editor.head_view import layout_of
from desktop.editor.text.galley.block_lines import laid_out_text
from desktop.look.theme import Theme
from exports.formats import Format, load_format
from exports.typeset.galley.body_setting import BodySetting, GalleyPress
from exports.typeset.galley.head_fit import headline_fit

HEADLINE = "Harbour pilots vote to end nine-day strike, and ships sail again"
SETTING = BodySetting((), (), {}, {}, {}, columns=3)


@pytest.fixture(scope="module")
def tabloid() -> Format:
    """The shipped tabloid."""
    return load_format("tabloid")


@pytest.fixture
def form(theme: Theme, qtbot: QtBot, tabloid: Format) -> StoryForm:
    """It shows a story of three columns as it is printed, with room for all of them."""
    form = StoryForm(theme, lambda *_: None)
    qtbot.addWidget(form)
    form.fill(StoryText(headline=HEADLINE, dek="A court decides.", body=Document.from_paragraphs(["A."])), anew=True)
    form.galley.take(GalleyPress(tabloid), "en")
    form.galley.show(True)
    form.galley.adopt(SETTING)
    form.resize(1200, 700)
    form.show()
    qtbot.waitExposed(form)
    return form


def lines_of(field: GrowingEdit) -> list[str]:
    """The lines that are seen."""
    block = field.document().begin()
    layout, text = block.layout(), laid_out_text(block)
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    return [text[line.textStart() :][: line.textLength()].strip() for line in lines]


def letters(field: GrowingEdit) -> int:
    """Pixels of its letters."""
    (first, *_) = field.document().begin().layout().formats()
    return first.format.font().pixelSize()


def as_printed(text: str, fmt: Format, columns: int = 3) -> list[str]:
    """The lines that are printed."""
    return [text[line.start : line.end].strip() for line in headline_fit(text, fmt, columns, "en").block.lines]


def test_a_headline_stands_in_the_lines_and_at_the_size_of_the_page(form: StoryForm, tabloid: Format) -> None:
    fit = headline_fit(HEADLINE, tabloid, 3, "en")
    assert lines_of(form.headline) == as_printed(HEADLINE, tabloid) and len(fit.block.lines) > 1
    layout = form.headline.document().begin().layout()
    scale = form.galley.pixels / tabloid.styles.body.size
    assert letters(form.headline) == round(fit.size * scale)
    assert layout.lineAt(0).naturalTextWidth() == pytest.approx(fit.block.lines[0].right * scale, abs=2)


def test_typing_and_composing_set_the_lines_anew(form: StoryForm, qtbot: QtBot, tabloid: Format) -> None:
    form.headline.take_focus()
    qtbot.keyClicks(form.headline, " on Tuesday night after the ruling of a court")
    assert lines_of(form.headline) == as_printed(form.headline.text, tabloid)
    high = headline_fit(form.headline.text, tabloid, 3, "en").height * form.galley.pixels / tabloid.styles.body.size
    assert form.headline.height() == pytest.approx(high, abs=3)
    QApplication.sendEvent(form.headline, QInputMethodEvent("s of the sea", []))
    assert lines_of(form.headline) == as_printed(f"{form.headline.text}s of the sea", tabloid)
    QApplication.sendEvent(form.headline, QInputMethodEvent("", []))
    while form.headline.document().isUndoAvailable():
        form.headline.undo()
    assert form.headline.text == HEADLINE and lines_of(form.headline) == as_printed(HEADLINE, tabloid)


def test_more_columns_and_zoom_change_it(form: StoryForm, tabloid: Format) -> None:
    form.galley.adopt(replace(SETTING, columns=2))
    assert lines_of(form.headline) == as_printed(HEADLINE, tabloid, 2)
    before = letters(form.headline)
    form.galley.zoom(-4)
    assert letters(form.headline) == pytest.approx(before * 14 / 18, abs=1)


def test_in_a_pane_that_is_too_narrow_all_of_it_is_smaller_and_the_field_says_so(
    form: StoryForm, tabloid: Format
) -> None:
    wide = layout_of(form.headline)
    assert wide is not None and wide.share == 1 and not form.headline.toolTip()
    form.resize(620, 700)
    narrow, dek = layout_of(form.headline), layout_of(form.dek)
    assert narrow is not None and dek is not None and narrow.share == dek.share < 1
    assert form.headline.toolTip().startswith(f"Shown at {round(narrow.share * 100)} %")
    assert lines_of(form.headline) == as_printed(HEADLINE, tabloid)


def test_what_could_not_be_read_and_plain_writing_have_the_usual_lines(form: StoryForm) -> None:
    form.galley.adopt(replace(SETTING, columns=6))
    form.resize(500, 700)
    assert layout_of(form.headline) is None
    form.resize(1200, 700)
    assert layout_of(form.headline) is not None
    form.galley.show(False)
    assert layout_of(form.headline) is None and layout_of(form.dek) is None


def test_a_click_puts_the_cursor_at_its_letter_and_an_empty_headline_can_be_written_in(
    form: StoryForm, qtbot: QtBot
) -> None:
    cursor = QTextCursor(form.headline.document())
    cursor.setPosition(len(HEADLINE) - 3)
    place = form.headline.cursorRect(cursor).center()
    qtbot.mouseClick(form.headline.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert form.headline.textCursor().position() == cursor.position()
    form.headline.selectAll()
    qtbot.keyClick(form.headline, Qt.Key.Key_Delete)
    high = form.headline.cursorRect().height()
    assert form.headline.height() >= high > 30
    qtbot.keyClicks(form.headline, "Go")
    assert lines_of(form.headline) == ["Go"]
