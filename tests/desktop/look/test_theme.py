"""Both themes name every role, can be read, and are taken up by the program at once."""

import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLoggingCategory
from PySide6.QtGui import QColor, QFontDatabase, QFontMetrics, QIcon, QImage, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QFileDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTextEdit,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from desktop.look.fonts import load_fonts
from desktop.look.icons import dress, icon, pixmap
from desktop.look.theme import Appearance, Theme, ThemeChoice, load_colours, make_theme, palette, style_sheet
from resources import resource

_LEAST = {"light": 4.5, "dark": 4.5, "contrast-light": 7, "contrast-dark": 7}
"""Theme → contrast of words: WCAG 2.2, level AA, and AAA."""
_WORDS = ("text", "muted", "accent", "bad", "good", "warning", "draft", "edit", "publish", "off_path")
_GROUNDS = ("window", "panel", "surface", "hover", "selection", "accent_soft", "warning_soft", "bad_soft", "good_soft")
WORDS_ON_GROUNDS = (
    *product(_WORDS, _GROUNDS),
    *(("faint", ground) for ground in ("window", "panel", "surface", "hover")), *product(("text", "muted"), ("desk",)),
    ("on_accent", "accent"), ("on_accent", "accent_hover"), ("page_text", "page"), ("page_text", "page_shade"),
)  # fmt: skip
"""All words on all grounds; what is faint stands on the plain ones alone."""
LINES_ON_GROUNDS = tuple(product(("field_line", "accent"), ("window", "panel", "surface")))
"""What tells a field from what it stands on, without the keyboard and with it."""


def test_all_themes_name_the_same_roles() -> None:
    assert len({frozenset(load_colours(name).by_role) for name in _LEAST}) == 1


def test_what_cannot_be_used_is_faint(theme: Theme) -> None:
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        assert palette(theme).color(QPalette.ColorGroup.Disabled, role) == theme.color("faint")


@pytest.mark.parametrize("name", _LEAST)
@pytest.mark.parametrize(("word", "ground"), WORDS_ON_GROUNDS)
def test_small_words_have_the_contrast_wcag_asks_for(name: str, word: str, ground: str) -> None:
    by_role = load_colours(name).by_role
    assert contrast(by_role[word], by_role[ground]) >= _LEAST[name]


@pytest.mark.parametrize("name", _LEAST)
@pytest.mark.parametrize(("line", "ground"), LINES_ON_GROUNDS)
def test_the_borders_of_fields_have_the_contrast_wcag_asks_for(name: str, line: str, ground: str) -> None:
    by_role = load_colours(name).by_role
    assert contrast(by_role[line], by_role[ground]) >= 3


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QTextEdit])
def test_what_a_field_asks_for_is_written_in_the_muted_colour(
    kind: type[QLineEdit | QPlainTextEdit | QTextEdit], theme: Theme, qtbot: QtBot
) -> None:
    field = kind()
    qtbot.addWidget(field)
    field.setPlaceholderText("Name")
    field.show()
    assert field.palette().color(QPalette.ColorRole.PlaceholderText) == theme.color("muted")


@pytest.mark.parametrize("dark", [False, True])
def test_the_signs_of_the_file_dialog_are_those_of_the_theme(dark: bool, theme: Theme, qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    colours = load_colours("dark" if dark else "light")
    dialog.setStyleSheet(style_sheet(colours))
    dialog.show()
    for name in ("backButton", "toParentButton", "newFolderButton", "detailModeButton"):
        drawn = dialog.findChild(QToolButton, name).icon().pixmap(16).toImage()
        pixels = [drawn.pixelColor(x, y) for x in range(16) for y in range(16)]
        assert colours.by_role["muted"] in {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("dark", [False, True])
def test_the_heads_of_the_file_dialogs_columns_stand_on_a_ground_of_the_theme(
    dark: bool, theme: Theme, qtbot: QtBot
) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    qtbot.addWidget(dialog)
    colours = load_colours("dark" if dark else "light")
    dialog.setStyleSheet(style_sheet(colours))
    dialog.show()
    heads = dialog.findChild(QHeaderView)
    assert heads.grab().toImage().pixelColor(heads.width() // 2, 1).name() == colours.by_role["panel"]


def test_qt_says_nothing_of_scripts_that_a_face_lacks(theme: Theme) -> None:
    assert not QLoggingCategory("qt.text.font.db").isInfoEnabled()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_style_sheet_has_every_role_filled_in(name: str) -> None:
    assert "$" not in re.sub(r"/\*.*?\*/", "", style_sheet(load_colours(name)), flags=re.S)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_pictures_of_the_style_sheet_are_there(name: str) -> None:
    pictures = re.findall(r'url\("([^"]+)"\)', style_sheet(load_colours(name)))
    assert f"{name}-check.svg" in {Path(picture).name for picture in pictures}
    assert all(Path(picture).is_file() for picture in pictures)


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_what_is_checked_is_drawn_in_the_accent(
    kind: type[QAbstractButton], qapp: QApplication, theme: Theme, qtbot: QtBot
) -> None:
    box = kind("Four eyes")
    qtbot.addWidget(box)
    box.setStyleSheet(style_sheet(theme.colours))
    box.setChecked(True)
    box.show()
    drawn = box.grab().toImage()
    colours = {drawn.pixelColor(x, y).name() for x in range(15) for y in range(drawn.height())}
    assert theme.color("accent").name() in colours


def test_choosing_dark_dresses_the_program_and_tells_the_widgets(qapp: QApplication, qtbot: QtBot) -> None:
    appearance = Appearance(qapp, make_theme("light"), ThemeChoice.LIGHT)
    with qtbot.waitSignal(appearance.theme.changed):
        appearance.choose(ThemeChoice.DARK)
    assert qapp.palette().window().color() == QColor(load_colours("dark").by_role["window"])
    appearance.choose(ThemeChoice.LIGHT)


def test_chinese_is_set_in_our_own_face_beside_latin(qapp: QApplication) -> None:
    fonts = load_fonts()
    assert QFontMetrics(fonts.sans(13)).inFont("A")
    assert fonts.printed(16).families() == [fonts.serif, fonts.han]
    assert "Noto Serif SC" in fonts.han


def test_qt_knows_the_faces_of_the_scripts_of_india_and_of_thai(qapp: QApplication) -> None:
    load_fonts()
    scripts = ("Devanagari", "Bengali", "Gurmukhi", "Oriya", "Telugu", "Kannada", "Thai")
    assert {f"Noto Serif {script}" for script in scripts} <= set(QFontDatabase.families())


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_arrows_of_fields_have_the_muted_colour_of_their_theme(name: str) -> None:
    arrows = [resource(f"themes/arrows/{name}-{way}.svg").read_text() for way in ("up", "down")]
    assert all(f'stroke="{load_colours(name).by_role["muted"]}"' in arrow for arrow in arrows)


def test_every_shipped_icon_can_be_drawn(theme: Theme) -> None:
    names = [path.stem for path in resource("icons").glob("*.svg")]
    assert names and all(_inked(pixmap(name, theme, "text").toImage()) for name in names)


def test_an_icon_follows_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    theme, button = make_theme("light"), QPushButton()
    qtbot.addWidget(button)
    dress(button, "plus", theme)
    before = button.icon().cacheKey()
    theme.use(load_colours("dark"))
    assert button.icon().cacheKey() != before
    assert isinstance(icon("plus", theme), QIcon)


def _inked(image: QImage) -> bool:
    return any(image.pixelColor(x, y).alpha() for x in range(16) for y in range(16))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours: WCAG 2.2, "contrast ratio" and "relative luminance"."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_an_application_that_is_dressed_so_is_not_dressed_again(qapp: QApplication, theme: Theme, qtbot: QtBot) -> None:
    """Each time costs a quarter of a second in a full window."""
    field = QLineEdit()
    qtbot.addWidget(field)
    field.ensurePolished()
    dressed = []
    field.changeEvent = lambda event: dressed.append(event.type())
    Appearance(qapp, theme, ThemeChoice.LIGHT)
    assert QEvent.Type.StyleChange not in dressed
