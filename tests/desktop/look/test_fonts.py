"""The faces of the program: Chinese in the system's sans where there is one."""

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from desktop.look.fonts import load_fonts


@pytest.mark.parametrize(("installed", "between"), [((), []), (("WenQuanYi Zen Hei", "PingFang SC"), ["PingFang SC"])])
def test_chinese_is_set_in_the_best_sans_that_the_system_has_and_else_in_our_serif(
    installed: tuple[str, ...], between: list[str], monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.setattr(QFontDatabase, "hasFamily", lambda name: name in installed)
    fonts = load_fonts()
    assert fonts.sans().families() == [fonts.ui, *between, fonts.han]
    assert fonts.printed().families() == [fonts.serif, fonts.han]
