"""The bar over the text that finds and replaces: Ctrl+F, Ctrl+H. What is found is marked and counted as one types."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QWidget

from desktop.editor.find.query import FindQuery, Match
from desktop.editor.find.searched_field import SearchedField
from desktop.localization import tr
from desktop.look.icons import dress
from desktop.look.theme import FIELD_HEIGHT, GRID, Theme, set_property
from desktop.widgets.link_label import LinkLabel

_AGAIN_MS = 120
"""After this long the text is looked through again: not at every key of somebody who types fast."""

_NARROWEST = 40 * GRID
"""Pixels of a field: a name of two words stands whole in it."""

_UNDO = '<a href="undo">{}</a>'

Place = tuple[int, Match]
"""Number of a field, and a match in it."""


class FindBar(QWidget):
    """Finds in the fields it is given, in their order, and round again."""

    marked = Signal(object, object)
    """Matches by fields: a list for each, and the Place that is shown now, or None: to be marked."""
    replaced = Signal(int)
    """So many matches were replaced."""

    def __init__(self, theme: Theme, fields: Sequence[SearchedField], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._fields = theme, fields
        self._found: list[Place] = []
        self._current: Place | None = None
        self._began = len(fields) - 1
        """Number of the field one was in: at first the last, which is the body."""
        self._bounds: tuple[int, int, int] | None = None
        """Number of the field and part of it that is looked through, when that is asked for."""
        self._changed: list[int] = []
        """Fields in which the last replacing of all made a step of undo."""
        self.words, self.put = QLineEdit(), QLineEdit()
        self.case, self.whole, self.regex = QCheckBox(), QCheckBox(), QCheckBox()
        self.selected, self.told = QCheckBox(), LinkLabel()
        self.back, self.on, self.close_button = QToolButton(), QToolButton(), QToolButton()
        self.replace, self.replace_all = QPushButton(tr("Replace")), QPushButton(tr("Replace all"))
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._build()
        self._connect()
        self.hide()

    @property
    def query(self) -> FindQuery:
        """What is looked for."""
        return FindQuery(self.words.text(), self.case.isChecked(), self.whole.isChecked(), self.regex.isChecked())

    @property
    def selected_words(self) -> str:
        """What is selected within a line of the field one is in, or was in last."""
        focused = (number for number, field in enumerate(self._fields) if field.widget.hasFocus())
        return self._fields[next(focused, self._began)].selected_text

    def begin(self, *, replacing: bool = False) -> None:
        """Open the bar with the words that are selected; several paragraphs are looked through instead."""
        focused = (number for number, field in enumerate(self._fields) if field.widget.hasFocus())
        self._began = next(focused, self._began)
        start, end = self._fields[self._began].selection
        words = self._fields[self._began].selected_text
        self._bounds = (self._began, start, end) if end > start else None
        self.selected.setEnabled(self._bounds is not None)
        self.selected.setChecked(self._bounds is not None and not words)
        if words:
            self.words.setText(words)
        for widget in (self.put, self.replace, self.replace_all):
            widget.setVisible(replacing)
        self.show()
        self.words.setFocus()
        self.words.selectAll()
        self._look()

    def end(self) -> None:
        """Close the bar; one goes on in the field with the match that was shown last."""
        self.hide()
        self._again.stop()
        number = self._current[0] if self._current else self._began
        if self._current is not None:
            self._fields[number].select(self._current[1])
        self._found, self._current = [], None
        self.marked.emit([[] for _ in self._fields], None)
        self._fields[number].widget.setFocus()

    @Slot()
    def text_changed(self) -> None:
        """Something was typed in a field: look through all again, soon."""
        if self.isVisible():
            self._again.start()

    @Slot()
    def go_on(self) -> None:
        """Show the next match."""
        self._step(1)

    @Slot()
    def go_back(self) -> None:
        """Show the match before."""
        self._step(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, with Shift back; Esc closes; undo takes back what was replaced."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    # finding

    @Slot()
    def _look(self) -> None:
        """Look through all fields; what is shown stays, as far as it is still found."""
        query, put = self.query, self.put.text()
        each = [self._within(number, field.find(query, put)) for number, field in enumerate(self._fields)]
        self._found = [(number, match) for number, found in enumerate(each) for match in found]
        places = [(number, match.start) for number, match in self._found]
        shown = (self._current[0], self._current[1].start) if self._current else None
        self._current = self._found[places.index(shown)] if shown in places else None
        self._tell(query.fault)
        self.marked.emit(each, self._current)

    def _within(self, number: int, found: list[Match]) -> list[Match]:
        if self._bounds is None or not self.selected.isChecked():
            return found
        of, start, end = self._bounds
        return [one for one in found if number == of and start <= one.start and one.start + one.length <= end]

    def _step(self, by: int) -> None:
        self._look()
        if not self._found:
            return
        self._show(self._next(by))

    def _next(self, by: int) -> Place:
        """The match after the one that is shown, or after the cursor; behind the last the first."""
        if self._current is not None:
            return self._found[(self._found.index(self._current) + by) % len(self._found)]
        here = self._began, self._fields[self._began].selection[0]
        later = [place for place in self._found if (place[0], place[1].start) >= here]
        earlier = [place for place in self._found if (place[0], place[1].start) < here]
        return (later or self._found)[0] if by > 0 else (earlier or self._found)[-1]

    def _show(self, place: Place) -> None:
        self._current = place
        self._fields[place[0]].show_match(place[1])
        self._tell("")
        each = [[match for number, match in self._found if number == one] for one in range(len(self._fields))]
        self.marked.emit(each, place)

    def _tell(self, fault: str) -> None:
        count = len(self._found)
        if fault or not self.words.text():
            said = fault
        elif not count:
            said = tr("Nothing found")
        elif self._current is None:
            said = tr("{n} found").format(n=count)
        else:
            said = tr("{at} of {n}").format(at=self._found.index(self._current) + 1, n=count)
        self.told.setText(said)
        set_property(self.told, "tone", "bad" if fault or (self.words.text() and not count) else "muted")

    # replacing

    @Slot()
    def _on_replace(self) -> None:
        """Replace the match that is shown, and go on to the next; without one, show the first."""
        if self._current is None:
            self._step(1)
            return
        number, match = self._current
        if not self._fields[number].writable:
            self._step(1)
            return
        self._fields[number].replace([match])
        here = number, match.start + len(match.replacement.encode("utf-16-le")) // 2
        self._current = None
        self._look()
        if self._found:
            later = [place for place in self._found if (place[0], place[1].start) >= here]
            self._show((later or self._found)[0])
        self.replaced.emit(1)

    @Slot()
    def _on_replace_all(self) -> None:
        """Replace all in one step, which the link beside the number takes back."""
        self._look()
        self._changed, count = [], 0
        for number, field in enumerate(self._fields):
            matches = [match for one, match in self._found if one == number]
            if matches and field.writable:
                field.replace(matches)
                self._changed.append(number)
                count += len(matches)
        self._current, self._bounds = None, None
        self.selected.setChecked(False)
        self.selected.setEnabled(False)
        self._look()
        if count:
            self.told.setText(tr("{n} replaced. {undo}").format(n=count, undo=_UNDO.format(tr("Undo"))))
            set_property(self.told, "tone", "muted")
            self.replaced.emit(count)

    @Slot()
    def _on_undo(self) -> None:
        for number in self._changed:
            self._fields[number].undo()
        self._changed = []
        self._look()

    # putting it together

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words.setPlaceholderText(tr("Find in this story"))
        self.put.setPlaceholderText(tr("Replace with"))
        for field in (self.words, self.put):
            field.setAccessibleName(field.placeholderText())
            field.setMinimumHeight(FIELD_HEIGHT)
            field.setMinimumWidth(_NARROWEST)
        for box, title, tip in (
            (self.case, tr("Aa"), tr("Capitals and small letters differ")),
            (self.whole, tr("Whole"), tr("Whole words alone")),
            (self.regex, tr(".*"), tr("A regular expression")),
            (self.selected, tr("In selection"), tr("Only in what was selected")),
        ):
            box.setText(title)
            box.setToolTip(tip)
            box.setAccessibleName(tip)
        for button, sign, tip in (
            (self.back, "chevron-left", tr("The one before (Shift+F3)")),
            (self.on, "chevron-right", tr("The next (F3)")), (self.close_button, "x", tr("Close (Esc)")),
        ):  # fmt: skip
            button.setToolTip(tip)
            button.setAccessibleName(tip.split(" (")[0])
            dress(button, sign, self._theme)
        self._build_rows()

    def _build_rows(self) -> None:
        grid, choices = QGridLayout(self), QHBoxLayout()
        grid.setContentsMargins(6 * GRID, GRID, 6 * GRID, 2 * GRID)
        grid.setSpacing(2 * GRID)
        for widget in (self.back, self.on, self.case, self.whole, self.regex, self.selected):
            choices.addWidget(widget)
        choices.addStretch()
        choices.addWidget(self.close_button)
        puts = QHBoxLayout()
        puts.addWidget(self.replace)
        puts.addWidget(self.replace_all)
        puts.addWidget(self.told, 1)
        grid.addWidget(self.words, 0, 0)
        grid.addLayout(choices, 0, 1)
        grid.addWidget(self.put, 1, 0)
        grid.addLayout(puts, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)

    def _connect(self) -> None:
        for field in (self.words, self.put):
            field.textChanged.connect(self._look)
        for box in (self.case, self.whole, self.regex, self.selected):
            box.toggled.connect(self._look)
        self._again.timeout.connect(self._look)
        self.on.clicked.connect(self.go_on)
        self.back.clicked.connect(self.go_back)
        self.close_button.clicked.connect(self.end)
        self.replace.clicked.connect(self._on_replace)
        self.replace_all.clicked.connect(self._on_replace_all)
        self.told.linkActivated.connect(self._on_undo)
