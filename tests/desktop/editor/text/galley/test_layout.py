"""The galley view: the lines of the press in the editor's own document, with cursor, clicks, undo and input methods."""

import gc
import random
from collections.abc import Iterable
from weakref import ref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QDragEnterEvent,
    QDropEvent,
    QInputMethodEvent,
    QMouseEvent,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
    QTextLine,
)
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.document import Block, BlockKind, Document, PictureUse, Span, paragraph
from db.values import Picture
from desktop.editor.text.galley.layout import GUTTER
from desktop.editor.text.galley.paint import GalleyPainter
from desktop.look.theme import Theme
from exports.formats import load_format
from exports.typeset.galley.body_setting import GalleyPress
from exports.typeset.sheet import Item, Run
from tests.bench.galley import FORMATS, Desk, differences, edit, make_desk, on_screen
from tests.bench.texts import stories

TEXTS = {
    "de": (
        "Die Hafenlotsen haben am Montag beschlossen, den neuntägigen Streik zu beenden, nachdem die Hafengesellschaft "
        "eine Ruhezeit von elf Stunden zwischen zwei Schichten angeboten hatte."
    ),
    "ar": (
        "قال متحدث باسم الهيئة إن العمل في المشروع الجديد سيبدأ في الأسبوع المقبل، وإن التكلفة ستصل إلى 112 مليون يوان."
    ),
    "he": "דובר העירייה אמר כי העבודות בפרויקט החדש יתחילו בשבוע הבא, וכי העלות תגיע ל־112 מיליון יואן בסך הכול.",
    "zh-Hans": (
        "柳溪河游船公司周一宣布，夜航时间将延长至午夜，以满足夏季游客的需求。公司负责人表示，乘客人数增加了23%。"
    ),
    "th": "สภาเมืองประกาศเมื่อวันจันทร์ว่าการก่อสร้างตลาดเก่าขึ้นใหม่จะเริ่มในเดือนหน้า และจะใช้งบประมาณสิบล้านบาท",
    "hi": "नगर परिषद ने सोमवार को घोषणा की कि पुराने बाजार का पुनर्निर्माण अगले महीने शुरू होगा, और खर्च होंगे।",
    "ru": "Портовые лоцманы в понедельник решили прекратить девятидневную забастовку после уступки администрации.",
    "en": "The official office 😀 affirmed that the waffle of flow, efficient and afflicted, was שלום and 柳溪河.",
}
"""A paragraph of some lines by its language; the English one has ligatures, other scripts, what takes two places."""


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    """A desk on the screen, with nothing on it."""
    desk = make_desk(theme)
    qtbot.addWidget(desk.body)
    desk.body.resize(500, 600)
    desk.body.show()
    return desk


def show(desk: Desk, *blocks: Block, language: str = "en", name: str = "tabloid") -> None:
    """Show a body as a galley."""
    desk.view.take(GalleyPress(load_format(name)), language)
    desk.body.fill(Document(blocks=blocks))
    desk.view.show(True)
    desk.body.grab()


def put(desk: Desk, place: int) -> None:
    """Put the cursor at a place."""
    cursor = desk.body.textCursor()
    cursor.setPosition(place)
    desk.body.setTextCursor(cursor)


def press(desk: Desk, qtbot: QtBot, *keys: Qt.Key) -> list[int]:
    """Places of the cursor after each of these keys."""
    places = []
    for key in keys:
        qtbot.keyClick(desk.body, key)
        places.append(desk.body.textCursor().position())
    return places


def letter_space(layout: QTextLayout, line: QTextLine) -> float:
    """Pixels behind each letter of a line, which the last one has behind it, too."""
    for one in layout.formats():
        if one.start <= line.textStart() < one.start + one.length:
            return float(one.format.font().letterSpacing())
    raise AssertionError("a line without a format")


def test_of_a_body_that_was_written_in_and_is_gone_no_layout_is_left(theme: Theme) -> None:
    desk = make_desk(theme)
    show(desk, paragraph("A paragraph that is set."))
    edit(desk, random.Random(1))
    layout = ref(desk.view.layout)
    desk.body.deleteLater()
    del desk
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert layout() is None


@pytest.mark.parametrize("number", range(len(FORMATS)), ids=FORMATS)
def test_lines_are_those_of_the_pages_after_opening_and_after_editing(desk: Desk, number: int) -> None:
    story, fmt, chance = stories(len(FORMATS))[number], load_format(FORMATS[number]), random.Random(number)
    desk.open(story, fmt)
    assert differences(desk, story, fmt) == []
    for _ in range(40):
        edit(desk, chance)
    assert differences(desk, story, fmt) == []


@pytest.mark.parametrize("language", TEXTS)
def test_each_line_is_as_wide_as_on_paper_to_a_pixel(desk: Desk, language: str) -> None:
    show(desk, paragraph(TEXTS[language]), language=language)
    layout, block = desk.view.layout, desk.body.document().begin()
    assert layout is not None
    scale = layout.measure / layout.column.fmt.measure
    papers = layout.column.shown(0).lines
    assert block.layout().lineCount() == len(papers) > 2
    for number, paper in enumerate(papers):
        line = block.layout().lineAt(number)
        assert line.x() == pytest.approx(GUTTER + paper.left * scale, abs=0.01)
        right = line.x() + line.naturalTextWidth() - letter_space(block.layout(), line)
        assert right == pytest.approx(GUTTER + paper.right * scale, abs=1)


@pytest.mark.parametrize("language", ["de", "zh-Hans"])
def test_home_and_end_stay_in_a_line_that_no_space_ends(desk: Desk, qtbot: QtBot, language: str) -> None:
    show(desk, paragraph(TEXTS[language]), language=language)
    (first, second, third, *_) = (end for _, end, _ in on_screen(desk)[0])
    put(desk, 3)
    assert press(desk, qtbot, Qt.Key.Key_End, Qt.Key.Key_Home) == [first, 0]
    assert press(desk, qtbot, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_End) == [
        first,
        pytest.approx(second, abs=3),
        second,
    ]
    assert press(desk, qtbot, Qt.Key.Key_Down, Qt.Key.Key_End)[-1] == third


def test_a_click_behind_a_hyphen_writes_before_it(desk: Desk, qtbot: QtBot) -> None:
    show(desk, paragraph(TEXTS["de"]), language="de")
    line = desk.body.document().begin().layout().lineAt(0)
    at = QPoint(round(line.x() + line.naturalTextWidth() + 8), round(line.y() + line.height() / 2))
    qtbot.mouseClick(desk.body.viewport(), Qt.MouseButton.LeftButton, pos=at)
    layout = desk.view.layout
    assert layout is not None
    assert layout.line_end == desk.body.textCursor().position() == line.textLength()
    assert layout.line_end_box().center().y() < line.y() + line.height()
    press(desk, qtbot, Qt.Key.Key_Left)
    assert layout.line_end == -1


def test_hyphens_are_in_no_copy_of_the_text(desk: Desk) -> None:
    show(desk, paragraph(TEXTS["de"]), language="de")
    assert any(hyphen for _, _, hyphen in on_screen(desk)[0])
    assert desk.body.read().blocks[0].text == TEXTS["de"]
    desk.body.selectAll()
    desk.body.copy()
    assert QApplication.clipboard().text() == TEXTS["de"]


def test_who_reads_by_ear_is_told_the_plain_text(desk: Desk) -> None:
    show(desk, paragraph(TEXTS["de"]), paragraph("Zwei."), language="de")
    text = QAccessible.queryAccessibleInterface(desk.body).textInterface()
    assert text.text(0, text.characterCount()) == f"{TEXTS['de']}\nZwei."


def test_text_cursor_and_undo_stay_when_the_view_changes(desk: Desk, qtbot: QtBot) -> None:
    show(desk, paragraph("One."), paragraph("Two."))
    put(desk, 4)
    qtbot.keyClicks(desk.body, "!")
    desk.view.show(False)
    assert desk.body.textCursor().position() == 5
    desk.body.undo()
    assert desk.body.read().blocks[0].text == "One."
    desk.view.show(True)
    desk.body.redo()
    assert desk.body.read().blocks[0].text == "One.!"


def test_what_is_being_composed_takes_its_room_and_is_underlined(desk: Desk) -> None:
    show(desk, paragraph(TEXTS["zh-Hans"]), language="zh-Hans")
    before = len(on_screen(desk)[0])
    put(desk, 5)
    composed = "天" * 20
    QApplication.sendEvent(desk.body, QInputMethodEvent(composed, []))
    desk.body.grab()
    layout = desk.body.document().begin().layout()
    assert layout.lineCount() > before
    (mark,) = [one for one in layout.formats() if one.format.fontUnderline() or one.format.underlineStyle().value]
    assert (mark.start, mark.length) == (5, 20)
    assert desk.body.read().blocks[0].text == TEXTS["zh-Hans"]
    assert desk.body.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).top() >= layout.lineAt(0).height() / 2
    committed = QInputMethodEvent()
    committed.setCommitString("天")
    QApplication.sendEvent(desk.body, committed)
    assert desk.body.read().blocks[0].text == TEXTS["zh-Hans"][:5] + "天" + TEXTS["zh-Hans"][5:]


def test_a_picture_stands_over_the_lines_of_its_cutline(desk: Desk) -> None:
    picture = PictureUse(sha256="0" * 64, credit="Lin Shu")
    block = Block(
        kind=BlockKind.PICTURE, spans=(Span(text="The ferry at the new landing stage, on Monday."),), picture=picture
    )
    fmt = load_format("galley")
    desk.view.take(GalleyPress(fmt, {"0" * 64: Picture("0" * 64, "a.jpg", 1200, 800, "RGB", 1)}), "en")
    desk.body.fill(Document(blocks=(block, paragraph("It sails."))))
    desk.view.show(True)
    desk.body.grab()
    layout = desk.body.document().begin().layout()
    assert layout.lineAt(0).textLength() == 2
    assert layout.lineAt(1).y() > 100
    assert layout.lineAt(1).textStart() == 2


def test_what_is_too_much_is_in_the_colour_of_that(desk: Desk, theme: Theme) -> None:
    show(desk, paragraph(TEXTS["de"]), language="de")
    desk.view.aim(2)
    desk.body.grab()
    start = on_screen(desk)[0][2][0]
    marked = [one for one in desk.body.document().begin().layout().formats() if one.format.hasProperty(_FOREGROUND)]
    assert all(one.format.foreground().color() == theme.color("bad") for one in marked)
    assert min(one.start for one in marked) == start


def test_hyphens_of_lines_that_are_too_much_have_their_colour(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    show(desk, paragraph("Hafengesellschaftssitzungen " * 12), language="de")
    painted: dict[float, bool] = {}

    def items(_self: object, _painter: object, found: Iterable[Item], *, over: bool = False) -> None:
        painted.update((one.y, over) for one in found if isinstance(one, Run))

    monkeypatch.setattr(GalleyPainter, "items", items)
    desk.view.aim(1)
    desk.body.viewport().grab()
    hyphens = [number for number, (_, _, hyphen) in enumerate(on_screen(desk)[0]) if hyphen]
    assert [painted[y] for y in sorted(painted)] == [number >= 1 for number in hyphens]
    assert {*painted.values()} == {False, True}


_FOREGROUND = QTextCursor().charFormat().Property.ForegroundBrush


def test_a_line_break_typed_at_the_end_gives_a_line_to_write_in(desk: Desk, qtbot: QtBot) -> None:
    show(desk, paragraph("One"), paragraph("Two"))
    put(desk, 3)
    qtbot.keyClick(desk.body, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    first = desk.body.cursorRect()
    put(desk, desk.body.document().begin().next().position())
    assert first.center().y() < desk.body.cursorRect().top()


def test_zoom_makes_the_column_larger_and_zero_as_it_was(desk: Desk) -> None:
    show(desk, paragraph(TEXTS["de"]), language="de")
    layout = desk.view.layout
    assert layout is not None
    usual, lines = layout.measure, on_screen(desk)
    desk.view.zoom(2)
    assert desk.view.layout is not None
    assert desk.view.layout.measure == pytest.approx(usual * 20 / 18)
    assert on_screen(desk) == lines
    desk.view.zoom(0)
    assert desk.view.layout.measure == usual


def test_an_empty_galley_invites_to_write_where_the_cursor_stands_below_the_byline(desk: Desk, qtbot: QtBot) -> None:
    desk.view.run_in(byline="By Wu Jing", dateline="")
    show(desk)
    line = desk.body.cursorRect()
    assert line.top() > 0, "the byline stands over it"
    assert not desk.body.placeholderText(), "Qt would paint it on the byline"
    beside = line.adjusted(line.width() + 4, 0, 100, 0)
    assert not _is_blank(desk, beside)
    qtbot.keyClicks(desk.body, " ")
    assert _is_blank(desk, beside)
    desk.view.show(False)
    assert desk.body.placeholderText()


def _is_blank(desk: Desk, place: QRect) -> bool:
    """Whether nothing is painted at a place of the body."""
    seen = desk.body.grab(place).toImage()
    first = seen.pixel(0, 0)
    return all(seen.pixel(x, y) == first for x in range(seen.width()) for y in range(seen.height()))


def compose(desk: Desk, text: str, cursor: int, *clauses: tuple[int, int, QTextCharFormat.UnderlineStyle]) -> None:
    """Let an input method compose a text, its cursor in it, each clause under a line of its own."""
    kinds = QInputMethodEvent.AttributeType
    asked = [QInputMethodEvent.Attribute(kinds.Cursor, cursor, 1, None)]
    for start, length, style in clauses:
        form = QTextCharFormat()
        form.setUnderlineStyle(style)
        asked.append(QInputMethodEvent.Attribute(kinds.TextFormat, start, length, form))
    QApplication.sendEvent(desk.body, QInputMethodEvent(text, asked))


def candidates(desk: Desk) -> tuple[float, float]:
    """Where an input method shows what may be meant."""
    box = desk.body.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    return box.x(), box.center().y()


def test_clauses_of_a_composition_in_mid_line_have_their_lines_and_candidates_stand_at_its_cursor(desk: Desk) -> None:
    show(desk, paragraph(TEXTS["zh-Hans"]), language="zh-Hans")
    put(desk, 14)
    before, styles = on_screen(desk), QTextCharFormat.UnderlineStyle
    x, y = candidates(desk)
    compose(desk, "nihao'ma", 5, (0, 5, styles.SingleUnderline), (5, 3, styles.DashUnderline))
    layout = desk.body.document().begin().layout()
    asked = [one for one in layout.formats() if one.format.underlineStyle() is styles.DashUnderline]
    assert [(one.start, one.length) for one in asked] == [(19, 3)]
    assert candidates(desk)[0] > x and candidates(desk)[1] == pytest.approx(y, abs=2)
    compose(desk, "", 0)
    assert on_screen(desk) == before and candidates(desk) == (x, y)


def test_candidates_stand_at_the_end_of_a_line_where_the_cursor_is_seen(desk: Desk, qtbot: QtBot) -> None:
    show(desk, paragraph(TEXTS["de"]), language="de")
    first = desk.body.document().begin().layout().lineAt(0)
    press(desk, qtbot, Qt.Key.Key_End)
    x, y = candidates(desk)
    assert x == pytest.approx(first.x() + first.naturalTextWidth(), abs=2)
    assert y < first.y() + first.height()


MIXED = "דובר העירייה Galley Press אמר כי העבודות בפרויקט החדש יתחילו בשבוע הבא, וכי העלות תגיע ל־112 מיליון יואן."
"""Hebrew with a name and a number that run from left to right in it."""


@pytest.mark.parametrize("text", [MIXED, TEXTS["ar"], TEXTS["en"]], ids=["he", "ar", "en"])
def test_a_click_where_the_cursor_was_seen_puts_it_there_again(desk: Desk, qtbot: QtBot, text: str) -> None:
    show(desk, paragraph(text))
    layout = desk.body.document().begin().layout()
    for place in filter(layout.isValidCursorPosition, range(0, len(text), 3)):
        put(desk, place)
        seen = desk.body.cursorRect()
        found = desk.body.cursorForPosition(seen.center())
        assert abs(desk.body.cursorRect(found).x() - seen.x()) <= 1


def test_in_plain_writing_a_click_puts_the_cursor_at_its_letter_too(desk: Desk, qtbot: QtBot) -> None:
    show(desk, paragraph(MIXED))
    desk.view.show(False)
    for place in range(0, len(MIXED), 3):
        put(desk, place)
        seen = desk.body.cursorRect()
        qtbot.mouseClick(desk.body.viewport(), Qt.MouseButton.LeftButton, pos=seen.center())
        qtbot.wait(0)
        assert abs(desk.body.cursorRect().x() - seen.x()) <= 1
        put(desk, 0)


@pytest.mark.parametrize("text", [MIXED, TEXTS["ar"], TEXTS["en"]], ids=["he", "ar", "en"])
def test_left_and_right_move_the_cursor_to_where_they_point(desk: Desk, qtbot: QtBot, text: str) -> None:
    show(desk, paragraph(text))
    for key, way in ((Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1)):
        put(desk, 40)
        before = desk.body.cursorRect()
        for _ in range(30):
            press(desk, qtbot, key)
            now = desk.body.cursorRect()
            assert now.y() != before.y() or (now.x() - before.x()) * way >= 0
            before = now


def test_down_stays_below_the_letter_in_text_from_right_to_left(desk: Desk, qtbot: QtBot) -> None:
    show(desk, paragraph(MIXED))
    put(desk, 8)
    before = desk.body.cursorRect()
    press(desk, qtbot, Qt.Key.Key_Down)
    assert desk.body.cursorRect().x() == pytest.approx(before.x(), abs=6)
    press(desk, qtbot, Qt.Key.Key_Up)
    assert desk.body.textCursor().position() == 8


def test_home_stands_at_the_right_and_end_at_the_left_of_a_line_from_right_to_left(desk: Desk, qtbot: QtBot) -> None:
    show(desk, paragraph(TEXTS["ar"]), language="ar")
    layout = desk.view.layout
    assert layout is not None
    put(desk, 40)
    press(desk, qtbot, Qt.Key.Key_Home)
    assert desk.body.cursorRect().x() == pytest.approx(GUTTER + layout.measure, abs=3)
    press(desk, qtbot, Qt.Key.Key_End)
    assert desk.body.cursorRect().x() == pytest.approx(GUTTER, abs=6)


def at(desk: Desk, place: int) -> QPoint:
    """The point at which a letter begins."""
    return desk.body.cursorRect(_cursor(desk, place)).center() + QPoint(2, 0)


def _cursor(desk: Desk, place: int) -> QTextCursor:
    cursor = desk.body.textCursor()
    cursor.setPosition(place)
    return cursor


def test_double_and_triple_click_take_the_word_and_the_paragraph_over_the_end_of_a_line(
    desk: Desk, qtbot: QtBot
) -> None:
    show(desk, paragraph(TEXTS["de"]), paragraph("Zwei."), language="de")
    parted = on_screen(desk)[0][0][1]
    qtbot.mouseDClick(desk.body.viewport(), Qt.MouseButton.LeftButton, pos=at(desk, parted))
    assert desk.body.textCursor().selectedText() == "Montag"
    qtbot.mouseClick(desk.body.viewport(), Qt.MouseButton.LeftButton, pos=at(desk, parted))
    assert desk.body.textCursor().selectedText() == TEXTS["de"] + "\u2029"


def test_shift_with_a_click_and_with_keys_takes_whole_lines(desk: Desk, qtbot: QtBot) -> None:
    show(desk, paragraph(TEXTS["de"]), language="de")
    (_, first, _), (second, *_), *_ = on_screen(desk)[0]
    qtbot.mouseClick(desk.body.viewport(), Qt.MouseButton.LeftButton, pos=at(desk, 4))
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.mouseClick(desk.body.viewport(), Qt.MouseButton.LeftButton, shift, at(desk, second + 4))
    assert desk.body.textCursor().selectedText() == TEXTS["de"][4 : second + 4]
    put(desk, 4)
    qtbot.keyClick(desk.body, Qt.Key.Key_End, shift)
    assert desk.body.textCursor().selectedText() == TEXTS["de"][4:first]


def drag(viewport: QWidget, to: QPoint) -> None:
    """Move the mouse with its button held."""
    left, place = Qt.MouseButton.LeftButton, QPointF(to)
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, viewport.mapToGlobal(place), left, left, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(viewport, event)


def test_a_drag_over_lines_selects_what_it_was_drawn_over(desk: Desk, qtbot: QtBot) -> None:
    show(desk, paragraph(TEXTS["de"]), language="de")
    viewport = desk.body.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=at(desk, 4))
    drag(viewport, at(desk, 70))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=at(desk, 70))
    assert desk.body.textCursor().selectedText() == TEXTS["de"][4:70]


def test_what_is_dropped_stands_where_it_was_let_go(desk: Desk) -> None:
    show(desk, paragraph(TEXTS["de"]), language="de")
    data = QMimeData()
    data.setText("heute ")
    place = QPointF(at(desk, TEXTS["de"].index("angeboten")))
    actions, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(desk.body.viewport(), QDragEnterEvent(place.toPoint(), actions, data, button, keys))
    QApplication.sendEvent(desk.body.viewport(), QDropEvent(place, actions, data, button, keys))
    assert "heute angeboten" in desk.body.read().blocks[0].text
    desk.body.undo()
    assert desk.body.read().blocks[0].text == TEXTS["de"]
