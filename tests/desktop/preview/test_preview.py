"""The page in its pane: shown or why not, smaller and larger within bounds, fitted again."""

import pytest
from PySide6.QtGui import QImage, QPalette
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from db.newsroom import Newsroom
from db.values import Story
from desktop.look.press_faces import PressFaces
from desktop.look.theme import Appearance, Theme, ThemeChoice, make_theme
from desktop.press.service import order_of, page_bytes
from desktop.preview.preview import Preview, _Shade
from exports.typeset import sheets_of


@pytest.fixture
def preview(theme: Theme, qtbot: QtBot, newsroom: Newsroom, draft: Story) -> Preview:
    """A pane with the page of the draft."""
    preview = Preview(theme)
    qtbot.addWidget(preview)
    preview.resize(400, 600)
    preview.show()
    data = page_bytes(newsroom, draft)
    preview.proof_wanted.connect(lambda: preview.show_proof(data))
    show(preview, newsroom, draft)
    preview.proof.click()
    return preview


def show(preview: Preview, newsroom: Newsroom, story: Story) -> None:
    """Show the pages of a story."""
    sheets = sheets_of(order_of(newsroom, story).layout)
    preview.show_pages(sheets, PressFaces(), lambda *_: QImage())


def test_a_page_takes_the_place_of_the_reason_why_there_is_none_and_back(preview: Preview) -> None:
    assert (preview.pages, preview._pages.whole) == (1, "1 page")
    preview.show_none("Its format is wrong.")
    assert (preview.pages, preview._none.text()) == (0, "Its format is wrong.")
    assert not preview.larger.isEnabled()


def test_the_page_is_clean_until_the_proof_is_wanted(preview: Preview) -> None:
    preview.proof.click()
    assert (preview.page_view.isVisible(), preview.view.isVisible()) == (True, False)
    preview.proof.click()
    assert (preview.page_view.isVisible(), preview.view.isVisible()) == (False, True)


def test_larger_begins_at_the_size_that_fits(preview: Preview) -> None:
    fitted = preview._fitted()
    preview.larger.click()
    assert preview.view.zoomFactor() == pytest.approx(fitted * 1.25)
    preview.smaller.click()
    assert preview.view.zoomFactor() == pytest.approx(fitted)
    preview.fit.click()
    assert preview.view.zoomMode() is QPdfView.ZoomMode.FitInView


def test_a_page_is_never_too_small_or_too_large_to_be_seen(preview: Preview) -> None:
    for button, bound in ((preview.larger, 8.0), (preview.smaller, 0.1)):
        for _ in range(30):
            button.click()
        assert preview.view.zoomFactor() == pytest.approx(bound)


def test_the_place_in_the_page_stays_when_another_is_shown(
    preview: Preview, newsroom: Newsroom, draft: Story, qtbot: QtBot
) -> None:
    for _ in range(6):
        preview.larger.click()
    bar = preview.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    show(preview, newsroom, draft)
    assert before > 0
    assert bar.value() == before


def test_the_surround_of_the_page_follows_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    appearance = Appearance(qapp, make_theme("light"), ThemeChoice.LIGHT)
    preview = Preview(appearance.theme)
    qtbot.addWidget(preview)
    preview.show()
    for choice in (ThemeChoice.DARK, ThemeChoice.LIGHT):
        appearance.choose(choice)
        wanted = appearance.theme.color("desk")
        qtbot.waitUntil(lambda wanted=wanted: preview.view.palette().color(QPalette.ColorRole.Dark) == wanted)


def test_by_night_the_paper_does_not_glare_and_ink_stays_black(qapp: QApplication, qtbot: QtBot) -> None:
    ground = QLabel()
    ground.setStyleSheet("background: white")
    qtbot.addWidget(ground)
    shade = _Shade(make_theme("dark"), ground)
    ground.resize(20, 20)
    ground.show()
    qtbot.waitUntil(lambda: shade.size() == ground.size())
    assert ground.grab().toImage().pixelColor(10, 10) == shade._theme.color("page_shade")
    ground.setStyleSheet("background: black")
    assert ground.grab().toImage().pixelColor(10, 10).name() == "#000000"
