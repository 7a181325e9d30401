"""A person as a disc: in the theme's colours, clear outside, sharp on fine screens."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage

from db.values import Account, SignedIn
from desktop.look.theme import Theme
from desktop.widgets.avatar import avatar


def drawn(account: Account, theme: Theme) -> QImage:
    """The disc of a person, 30 pixels wide at 100 %."""
    return avatar(account, theme, 30).pixmap(30, 30).toImage()


def test_it_is_a_disc_in_the_soft_accent_and_clear_round_it(reporter: SignedIn, theme: Theme) -> None:
    image = drawn(replace(reporter, initials=""), theme)
    assert QColor(image.pixelColor(image.width() // 2, image.height() // 2)) == theme.color("accent_soft")
    assert image.pixelColor(0, 0).alpha() == 0


@pytest.mark.parametrize("initials", ["NL", "W"])
def test_initials_are_written_on_it(initials: str, reporter: SignedIn, theme: Theme) -> None:
    blank, written = (drawn(replace(reporter, initials=text), theme) for text in ("", initials))
    assert blank != written


def test_of_three_initials_two_are_written(reporter: SignedIn, theme: Theme) -> None:
    assert drawn(replace(reporter, initials="NLX"), theme) == drawn(replace(reporter, initials="NL"), theme)


def test_it_is_there_for_screens_of_one_and_two_pixels(reporter: SignedIn, theme: Theme) -> None:
    sizes = {size.width() for size in avatar(reporter, theme, 30).availableSizes()}
    assert sizes == {30, 60}
