"""Icons: drawn once, and each in the colour and size it is asked for."""

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop.look.icons import dress, pixmap
from desktop.look.theme import Theme


@pytest.mark.parametrize("role", ["text", "accent"])
@pytest.mark.parametrize(("size", "ratio"), [(24, 1.0), (16, 1.0), (16, 2.0)])
def test_an_icon_is_of_its_colour_and_size_whatever_was_drawn_before(
    theme: Theme, role: str, size: int, ratio: float
) -> None:
    image = pixmap("search", theme, role, size, ratio).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    assert theme.color(role).name() in {pixel.name() for pixel in pixels if pixel.alpha() == 255}
    assert (image.width(), image.devicePixelRatio()) == (round(size * ratio), ratio)


@pytest.mark.filterwarnings("error")
def test_what_is_dressed_again_and_again_follows_the_theme_in_its_last_icon(theme: Theme, qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    for name in ("search", "x", "info"):
        dress(button, name, theme)
    theme.changed.emit()
    assert button.icon().pixmap(16).toImage() == pixmap("info", theme).toImage()
