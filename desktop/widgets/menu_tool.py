"""Tool buttons that open a menu wherever they are pressed."""

from PySide6.QtWidgets import QMenu, QToolButton

from desktop.look.theme import set_property


def open_menu(button: QToolButton, menu: QMenu | None) -> None:
    """Let a press of the button open the menu, or none any more.

    Qt's own mode for that, instant popup, hides the menu from screen readers, and lets none open it.
    """
    if not button.property("opens"):
        set_property(button, "opens", "menu")  # dressed anew: one that is on the screen already had an arrow
        button.pressed.connect(button.showMenu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
    button.setMenu(menu)  # type: ignore[arg-type]  # none takes it away
