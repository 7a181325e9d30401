"""The fields of a story, and what is pasted into them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from desktop.editor.fields import GrowingEdit, LineField, NoteEdit
from desktop.look.theme import Theme

Paste = Callable[[QMimeData], str]
HELD = "12\u00a0000\u202f€ Donau\u00addampfer"


@pytest.fixture(params=[GrowingEdit, NoteEdit, LineField])
def paste(request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme) -> Paste:
    """Pastes into a field of each kind, and says what stands in it."""
    field = GrowingEdit(theme.fonts.sans(), "", "") if request.param is GrowingEdit else request.param("", "")
    qtbot.addWidget(field)

    def make(data: QMimeData) -> str:
        assert field.canInsertFromMimeData(data)
        field.insertFromMimeData(data)
        return field.text

    return make


def test_no_break_spaces_and_soft_hyphens_stay(paste: Paste) -> None:
    data = QMimeData()
    data.setText(HELD)
    assert paste(data) == HELD


def test_what_is_pasted_in_several_lines_stands_on_one_except_in_a_note(paste: Paste) -> None:
    data = QMimeData()
    data.setText("It sails\vat\u00a0noon\u2029today")
    assert " ".join(paste(data).split("\n")) == "It sails at\u00a0noon today"


@pytest.mark.parametrize("kind", [GrowingEdit, NoteEdit])
def test_html_alone_is_pasted_as_its_words(kind: type, qtbot: QtBot, theme: Theme) -> None:
    field = GrowingEdit(theme.fonts.sans(), "", "") if kind is GrowingEdit else NoteEdit("", "")
    qtbot.addWidget(field)
    data = QMimeData()
    data.setHtml("<h1>Ferry&nbsp;is back</h1>")
    assert field.canInsertFromMimeData(data)
    field.insertFromMimeData(data)
    assert field.text == "Ferry\u00a0is back"


def test_a_text_with_no_break_spaces_that_is_shown_again_is_no_change(qtbot: QtBot, theme: Theme) -> None:
    field = GrowingEdit(theme.fonts.sans(), "", "")
    qtbot.addWidget(field)
    field.fill(HELD)
    with qtbot.assertNotEmitted(field.textChanged):
        field.fill(HELD)


def test_a_short_field_stays_on_one_line_with_what_is_typed_in_sight(qtbot: QtBot) -> None:
    field = LineField("Byline", "none")
    qtbot.addWidget(field)
    field.resize(120, field.height())
    field.show()
    before = field.height()
    qtbot.keyClicks(field, "By Wu Jing and Ida Holm of the harbour office")
    assert (field.height(), field.document().lineCount()) == (before, 1)
    assert field.rect().intersects(field.cursorRect().adjusted(-2, 0, 0, 0))
    field.undo()
    assert field.text == "By Wu Jing and Ida Holm of the harbour"


def test_the_hint_of_an_empty_short_field_is_seen(qtbot: QtBot) -> None:
    field = LineField("Source", "none")
    qtbot.addWidget(field)
    shown = field.grab().toImage()
    field.setPlaceholderText("")
    assert shown != field.grab().toImage()
