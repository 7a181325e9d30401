"""The dialog that asks where words lead."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.editor.text.link import LinkDialog
from desktop.look.theme import Theme


@pytest.mark.parametrize(
    ("given", "link"),
    [("https://courier.example", "https://courier.example"), ("courier.example", "https://courier.example"),
     ("mailto:desk@courier.example", "mailto:desk@courier.example"), ("", "")],
)  # fmt: skip
def test_an_address_is_taken_as_it_is_meant(given: str, link: str, qtbot: QtBot, theme: Theme) -> None:
    dialog = LinkDialog(theme, "")
    qtbot.addWidget(dialog)
    dialog.address.setText(given)
    with qtbot.waitSignal(dialog.accepted):
        dialog.go.click()
    assert dialog.link == link


def test_what_is_no_address_is_refused_and_stays_to_be_mended(qtbot: QtBot, theme: Theme) -> None:
    dialog = LinkDialog(theme, "")
    qtbot.addWidget(dialog)
    dialog.address.setText("javascript:alert(1)")
    dialog.go.click()
    assert "https://" in dialog.refusal
    assert dialog.result() == 0


def test_a_link_that_is_there_can_be_taken_away(qtbot: QtBot, theme: Theme) -> None:
    dialog = LinkDialog(theme, "https://courier.example")
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.accepted):
        dialog.unlink.click()
    assert dialog.link == ""
