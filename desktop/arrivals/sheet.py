"""The import sheet: the original at the left, what was taken for what, and the story that comes of it at the right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from db.intake.doubts import doubts_of
from db.intake.drafting import with_roles
from db.values import BODY, Draft
from desktop.arrivals.charset_box import CharsetBox
from desktop.arrivals.original import OriginalView
from desktop.arrivals.reading import Arrived, read_arriving
from desktop.arrivals.roles import reason_of
from desktop.arrivals.story_view import StoryView
from desktop.localization import count, tr, worded
from desktop.look.icons import dress, icon
from desktop.look.theme import GRID, Theme, set_property
from desktop.newsroom_door import NewsroomDoor
from desktop.settings import LocalSettings
from desktop.widgets.current_row import CurrentRow
from desktop.widgets.dialog import FormDialog
from desktop.widgets.rows import add_row

_SIZE = (250 * GRID, 165 * GRID)
"""Pixels when it was never sized: both sides with lines of sixty letters, and no larger than a small screen."""
_SHARES = (560, 440)
_SIGN = 14
_LEFT_OUT = 28 * GRID
"""Pixels of the list of what was left out: three lines, the fourth half seen."""


@dataclass(frozen=True)
class _Step:
    """A state of the sheet that can be gone back to."""

    draft: Draft
    given: Mapping[int, str] = field(default_factory=dict)
    """Roles that were given by hand, by the numbers of the parts."""


class ImportSheet(FormDialog):
    """Nothing is imported until it is submitted: `looked_over` says then what, `others` what else of the same mail."""

    def __init__(
        self, theme: Theme, door: NewsroomDoor, settings: LocalSettings, arrived: Arrived,
        others: Sequence[Arrived] = (), *, button: str = "", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, tr("Import {name}").format(name=arrived.name), button or tr("Import"), parent)
        assert arrived.draft is not None
        self._door, self._settings, self._arrived = door, settings, arrived
        self._history = [_Step(arrived.draft)]
        self._at = 0
        self._reading = self._wanted = ""
        """The character set that is being read in, and the one that is looked at."""
        self._doubt = self.add_note("")
        self.original, self.story, self.left_out = OriginalView(theme), StoryView(theme), QListWidget()
        CurrentRow(self.left_out)
        self.charset = CharsetBox()
        self.undo, self.redo = QPushButton(tr("Undo")), QPushButton(tr("Redo"))
        self._others = [(other, self._other_button()) for other in others if other.draft is not None]
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._build_sheet(arrived.draft)
        self._connect()
        self._show()

    @property
    def draft(self) -> Draft:
        """The draft as it stands in the sheet."""
        return self._history[self._at].draft

    @property
    def looked_over(self) -> Arrived:
        """The file with its draft as it stands in the sheet, in which nobody need see a doubt any more."""
        return replace(self._arrived, draft=self.draft, doubts=())

    @property
    def others(self) -> list[Arrived]:
        """The other texts of the same mail that are wanted, too."""
        return [other for other, wanted in self._others if wanted.isChecked()]

    # what the person does

    @Slot(object, str)
    def give_role(self, parts: Sequence[int], role: str) -> None:
        """Give parts of the original a role; of a field that has one part the last of them gets it."""
        self.story.rest()
        roles = dict.fromkeys(parts, role) if role in ("", BODY) else {parts[-1]: role}
        draft = with_roles(self.draft, roles)
        if draft != self.draft:
            self._take(_Step(draft, {**self._history[self._at].given, **roles}))

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        """A line of the original was clicked: it is for the field that waits."""
        if self.story.waiting:
            self.give_role([number], self.story.waiting)

    @Slot(str)
    def _on_field_chosen(self, name: str) -> None:
        """Show the line the field has now."""
        if name:
            has = [number for number, part in enumerate(self.draft.parts) if part.role == name]
            if has:
                self.original.show_part(has[0])

    @Slot(QListWidgetItem)
    def _on_put_back(self, item: QListWidgetItem | None) -> None:
        """A line that was left out is a paragraph again; where a click activates, too, it is gone the second time."""
        if item is None:
            return
        number = int(item.data(Qt.ItemDataRole.UserRole))
        self.give_role([number], BODY)
        self.original.show_part(number)

    @Slot()
    def _on_undo(self) -> None:
        self._go(-1)

    @Slot()
    def _on_redo(self) -> None:
        self._go(1)

    def _go(self, step: int) -> None:
        self._at = min(max(self._at + step, 0), len(self._history) - 1)
        self._show()

    def _take(self, step: _Step) -> None:
        self._history[self._at + 1 :] = [step]
        self._at += 1
        self._show()

    # another character set

    @Slot(str)
    def _look_as(self, charset: str) -> None:
        """Read the file in another set, off this thread; while one is being read the newest waits for it."""
        self._wanted = charset
        if not self._reading:
            self._read_as(charset)

    def _read_as(self, charset: str) -> None:
        self._reading = charset
        self.go.setEnabled(False)
        self._door.read(
            read_arriving, self._arrived.path, charset, on_done=partial(self._on_read, charset),
            on_end=self._on_read_end, on_progress=_no_matter,
        )  # fmt: skip

    @Slot()
    def _on_read_end(self) -> None:
        """The process that reads is kept between two sets, which makes a look quick: none is stopped for the next."""
        done, self._reading = self._reading, ""
        self.go.setEnabled(True)
        if self._wanted != done:
            self._read_as(self._wanted)

    def _on_read(self, charset: str, read: list[Arrived]) -> None:
        """Show it; kept as a step once it is chosen, and the roles that were given by hand stay."""
        if charset != self._wanted:
            return
        found = next((one for one in read if one.number == self._arrived.number), read[0])
        self.refuse(found.refusal)
        if found.draft is None:
            return
        given = self._history[self._at].given if len(found.draft.parts) == len(self.draft.parts) else {}
        draft = with_roles(found.draft, given)
        if charset != self.charset.charset:
            self._show_draft(draft)
        elif draft != self.draft:
            self._take(_Step(draft, given))
        else:
            self._show()

    # what is shown

    def _show(self) -> None:
        self.undo.setEnabled(self._at > 0)
        self.redo.setEnabled(self._at + 1 < len(self._history))
        self.charset.show_charset(self.draft.charset)
        self._show_draft(self.draft)

    def _show_draft(self, draft: Draft) -> None:
        doubts = doubts_of(draft)
        self._doubt.setText(" ".join(map(worded, doubts)) or tr("Nothing is in doubt."))
        set_property(self._doubt, "tone", "warning" if doubts else "muted")
        self.original.parts.show_parts(draft.parts)
        self.story.show_draft(draft)
        self._show_left_out(draft)

    def _show_left_out(self, draft: Draft) -> None:
        out = [(number, part) for number, part in enumerate(draft.parts) if not part.role]
        self._left_out_title.setText(
            count(
                len(out), "{n} line left out · click it to put it back", "{n} lines left out · click one to put it back"
            )
        )
        self.left_out.clear()
        sign = icon("corner-up-left", self.theme, "muted")
        for number, part in out:
            item = add_row(self.left_out, f"{part.text}  ({reason_of(part)})")
            item.setIcon(sign)
            item.setToolTip(tr("Put back as a paragraph"))
            item.setData(Qt.ItemDataRole.UserRole, number)

    # what Qt asks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape first lets no field wait any more."""
        if event.key() == Qt.Key.Key_Escape and self.story.waiting:
            self.story.rest()
            return
        super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Its sizes are remembered, whatever came of it."""
        self._settings.keep_layout("import sheet", self.saveGeometry())
        self._settings.keep_layout("import sides", self._split.saveState())
        super().done(result)

    # putting it together

    def _build_sheet(self, draft: Draft) -> None:
        self._left_out_title = QLabel()
        set_property(self._left_out_title, "tone", "muted")
        if draft.charset:
            self.charset.offer(draft.charset, draft.charsets)
            self.body.addLayout(self._build_charset())
        self.body.addWidget(self._split, 1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._side(tr("The original"), self.original))
        self._split.addWidget(self._side(tr("The story"), self.story, self._left_out_title, self.left_out))
        self._split.setSizes(list(_SHARES))
        for other, wanted in self._others:
            self.body.addLayout(self._build_other(other, wanted))
        for button, sign in ((self.redo, "redo-2"), (self.undo, "undo-2")):
            button.setAutoDefault(False)
            dress(button, sign, self.theme, "muted")
            self.add_button(button)
        set_property(self.left_out, "list", "copy")
        self.left_out.setAccessibleName(tr("Left out"))
        self.left_out.setMaximumHeight(_LEFT_OUT)
        self.left_out.setIconSize(QSize(_SIGN, _SIGN))
        self.resize(*_SIZE)
        self.restoreGeometry(self._settings.layout("import sheet"))
        self._split.restoreState(self._settings.layout("import sides"))
        self.original.setFocus()

    def _build_charset(self) -> QHBoxLayout:
        row, label = QHBoxLayout(), QLabel(tr("&Read as"))
        label.setBuddy(self.charset)
        row.setSpacing(2 * GRID)
        row.addWidget(label)
        row.addWidget(self.charset)
        row.addStretch()
        return row

    def _side(self, title: str, *parts: QWidget) -> QWidget:
        side, heading = QWidget(), QLabel(title)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(GRID, 0, GRID, 0)
        layout.setSpacing(GRID)
        set_property(heading, "tone", "muted")
        layout.addWidget(heading)
        for part in parts:
            layout.addWidget(part, 0 if isinstance(part, QLabel) else 1)
        return side

    def _other_button(self) -> QPushButton:
        button = QPushButton(tr("Import it, too"))
        button.setCheckable(True)
        button.setChecked(True)
        button.setAutoDefault(False)
        return button

    def _build_other(self, other: Arrived, wanted: QPushButton) -> QHBoxLayout:
        """A text that the same mail brings: its name, and whether it becomes a story of its own."""
        assert other.draft is not None
        text = other.draft.text
        said = tr("The mail brings another text, {name}: {headline}")
        label = QLabel(said.format(name=other.draft.source, headline=text.headline or text.slug))
        row = QHBoxLayout()
        row.addWidget(label, 1)
        row.addWidget(wanted)
        return row

    def _connect(self) -> None:
        self.original.chosen.connect(self._on_chosen)
        self.original.role_given.connect(self.give_role)
        self.story.field_chosen.connect(self._on_field_chosen)
        self.left_out.itemClicked.connect(self._on_put_back)
        self.left_out.itemActivated.connect(self._on_put_back)
        self.charset.looked_at.connect(self._look_as)
        self.undo.clicked.connect(self._on_undo)
        self.redo.clicked.connect(self._on_redo)
        QShortcut(QKeySequence.StandardKey.Undo, self, self._on_undo)
        QShortcut(QKeySequence.StandardKey.Redo, self, self._on_redo)


def _no_matter(_share: float) -> None:
    """How far a reading is does not matter here; being asked lets it be stopped."""
