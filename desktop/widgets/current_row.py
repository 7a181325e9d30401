"""The current row of a list goes with what is selected: a screen reader selects rows and makes none the current one."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Slot
from PySide6.QtWidgets import QAbstractItemView


class CurrentRow(QObject):
    """Makes a row that was selected the current one, where that is not selected itself. Keys and mouse move it first.

    Belongs to its view, whose model must stay the same.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        view.selectionModel().selectionChanged.connect(self._on_selection_changed)

    @Slot(QItemSelection, QItemSelection)
    def _on_selection_changed(self, selected: QItemSelection, _deselected: QItemSelection) -> None:
        parts, model = selected.toList(), self._view.selectionModel()
        if parts and not model.isSelected(self._view.currentIndex()):
            model.setCurrentIndex(parts[0].topLeft(), QItemSelectionModel.SelectionFlag.NoUpdate)
