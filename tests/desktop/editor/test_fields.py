"""The fields of a story, and what is pasted into them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
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
        if isinstance(field, LineField):
            QGuiApplication.clipboard().setMimeData(data)
            field.paste()
            return field.text()
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
