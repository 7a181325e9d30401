"""Tool buttons that open a menu wherever they are pressed."""

from PySide6.QtWidgets import QMenu, QToolButton


def open_menu(button: QToolButton, menu: QMenu | None) -> None:
    """Let a press of the button open the menu, or none any more.

    Qt's own mode for that, instant popup, hides the menu from screen readers, and lets none open it.
    """
    if not button.property("opens"):
        button.setProperty("opens", "menu")
        button.pressed.connect(button.showMenu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
    button.setMenu(menu)  # type: ignore[arg-type]  # none takes it away
