"""Fields that the mouse wheel leaves alone: where it rolls over them, the pane they stand in is scrolled."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class WheelGuard(QObject):
    """Lives as long as its owner; a value is changed by a click or by keys, never in passing."""

    def __init__(self, owner: QWidget, *fields: QWidget) -> None:
        super().__init__(owner)
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The wheel goes on to whatever the field stands in."""
        if event.type() != QEvent.Type.Wheel:
            return False
        event.ignore()
        return True
