"""The sheet in which somebody sees what was taken for what, and changes it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from db.values import BODY
from desktop.arrivals.sheet import ImportSheet
from desktop.settings import LocalSettings
from tests.desktop.arrivals.conftest import COPY, LAST, LEDE, NAME, SHARE, SITE, TITLE, OpenSheet, arrived


def click(sheet: ImportSheet, part: int, qtbot: QtBot) -> None:
    """Click a line of the original."""
    at = sheet.original.visualRect(sheet.original.parts.index(part)).center()
    qtbot.mouseClick(sheet.original.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_field_that_waits_takes_the_line_that_is_clicked(open_sheet: OpenSheet, qtbot: QtBot) -> None:
    sheet = open_sheet()
    qtbot.mouseClick(sheet.story.fields["dek"], Qt.MouseButton.LeftButton)
    click(sheet, LEDE, qtbot)
    assert sheet.draft.text.dek.startswith("The ferry across the sound")
    assert (sheet.draft.parts[LEDE].role, sheet.story.waiting) == ("dek", "")
    assert sheet.story.fields["dek"].text() == sheet.draft.text.dek


def test_a_click_alone_changes_nothing(open_sheet: OpenSheet, qtbot: QtBot) -> None:
    sheet = open_sheet()
    before = sheet.draft
    click(sheet, SHARE, qtbot)
    assert sheet.draft is before


@pytest.mark.parametrize(
    ("part", "key", "role"),
    [
        (SITE, Qt.Key.Key_K, "kicker"),
        (SITE, Qt.Key.Key_H, "headline"),
        (SHARE, Qt.Key.Key_P, BODY),
        (LAST, Qt.Key.Key_X, ""),
        (LAST, Qt.Key.Key_Delete, ""),
        (NAME, Qt.Key.Key_N, "ednote"),
    ],
)
def test_a_key_gives_a_role(open_sheet: OpenSheet, qtbot: QtBot, part: int, key: Qt.Key, role: str) -> None:
    sheet = open_sheet()
    sheet.original.show_part(part)
    qtbot.keyClick(sheet.original, key)
    assert sheet.draft.parts[part].role == role


def test_the_menu_gives_a_role_to_all_that_is_selected(open_sheet: OpenSheet) -> None:
    sheet = open_sheet()
    sheet.original.selectAll()
    menu = sheet.original.role_menu()
    next(action for action in menu.actions() if action.data() == BODY).trigger()
    assert {part.role for part in sheet.draft.parts} == {BODY}


def test_the_keyboard_alone_fills_a_field(open_sheet: OpenSheet, qtbot: QtBot) -> None:
    sheet = open_sheet()
    qtbot.keyClick(sheet.story.fields["kicker"], Qt.Key.Key_Space)
    sheet.original.setCurrentIndex(sheet.original.parts.index(SITE))
    qtbot.keyClick(sheet.original, Qt.Key.Key_Space)
    assert sheet.draft.text.kicker == "Harbour Courier"


def test_escape_first_lets_the_field_wait_no_more(open_sheet: OpenSheet, qtbot: QtBot) -> None:
    sheet = open_sheet()
    sheet.story.fields["dek"].setChecked(True)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert (sheet.story.waiting, sheet.isVisible()) == ("", True)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.result() == QDialog.DialogCode.Rejected


def test_what_was_left_out_has_its_reason_and_is_put_back_by_a_click(open_sheet: OpenSheet, qtbot: QtBot) -> None:
    sheet = open_sheet()
    rows = [sheet.left_out.item(row).text() for row in range(sheet.left_out.count())]
    assert rows == ["Harbour Courier  (belongs to the page)", "Share this article  (belongs to the page)"]
    at = sheet.left_out.visualItemRect(sheet.left_out.item(1)).center()
    qtbot.mouseClick(sheet.left_out.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert sheet.draft.text.body.blocks[0].text == "Share this article"
    assert sheet.left_out.count() == 1


def test_each_change_can_be_undone_and_made_again(open_sheet: OpenSheet) -> None:
    sheet = open_sheet()
    states = [sheet.draft]
    for part, role in ((SITE, "kicker"), (SHARE, BODY)):
        sheet.give_role([part], role)
        states.append(sheet.draft)
    sheet.undo.click()
    assert sheet.draft == states[1]
    sheet.undo.click()
    assert (sheet.draft, sheet.undo.isEnabled()) == (states[0], False)
    sheet.redo.click()
    sheet.redo.click()
    assert (sheet.draft, sheet.redo.isEnabled()) == (states[2], False)


def test_the_text_changes_as_one_goes_over_the_sets_and_stays_when_nothing_is_chosen(
    open_sheet: OpenSheet, qtbot: QtBot
) -> None:
    sheet = open_sheet()
    before = sheet.draft
    sheet.charset.highlighted.emit(sheet.charset.findData("mac_roman"))
    qtbot.waitUntil(lambda: "caf√©" in sheet.story.body.toPlainText())
    sheet.charset.hidePopup()
    qtbot.waitUntil(lambda: "café" in sheet.story.body.toPlainText())
    assert sheet.draft is before


def test_another_set_is_a_step_that_can_be_undone_and_roles_given_by_hand_stay(
    open_sheet: OpenSheet, qtbot: QtBot
) -> None:
    sheet = open_sheet(charset="utf-8")
    sheet.give_role([SITE], "kicker")
    sheet.charset.setCurrentIndex(sheet.charset.findData("mac_roman"))
    qtbot.waitUntil(lambda: "caf√©" in sheet.draft.text.body.body_text)
    assert sheet.draft.text.kicker == "Harbour Courier"
    sheet.undo.click()
    assert "café" in sheet.draft.text.body.body_text
    assert sheet.charset.charset == "utf-8"


def test_sizes_are_remembered(open_sheet: OpenSheet, settings: LocalSettings) -> None:
    sheet = open_sheet()
    sheet.resize(720, 640)
    sheet.reject()
    assert open_sheet().size() == sheet.size()
    assert settings.layout("import sides").size()


def test_another_text_of_a_mail_is_a_line_with_a_button(open_sheet: OpenSheet, tmp_path: Path) -> None:
    other = arrived(tmp_path / "attached.txt")
    sheet = open_sheet(others=(other,))
    assert sheet.others == [other]
    sheet._others[0][1].click()
    assert sheet.others == []


def test_each_line_says_in_words_what_it_was_taken_for(open_sheet: OpenSheet) -> None:
    sheet = open_sheet(COPY)
    parts = sheet.original.parts
    said = [str(parts.data(parts.index(number))) for number in (SITE, TITLE, LEDE)]
    assert said[0] == "Left out: belongs to the page: Harbour Courier"
    assert said[1].startswith("Headline: ")
    assert said[2].startswith("Paragraph: ")


def test_a_mail_can_be_read_as_another_set(qtbot: QtBot, open_sheet: OpenSheet) -> None:
    head = "From: Nora Hale <nora@example.org>\nSubject: Café\nContent-Type: text/plain; charset=iso-8859-1\n\n"
    sheet = open_sheet(
        head + "The café by the quay stays open, the line said on Monday, and nobody minds.", "mac_roman"
    )
    assert "café" not in sheet.draft.text.body.body_text
    sheet.charset.setCurrentIndex(sheet.charset.findData("mac_roman"))
    qtbot.waitUntil(lambda: "café" in sheet.draft.text.body.body_text)
