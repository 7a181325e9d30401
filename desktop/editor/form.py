"""The pane one writes in: the toolbar, a banner for what one should know, the fields of the story and its body."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QMouseEvent, QResizeEvent, QShortcut, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QTextEdit, QToolButton, QVBoxLayout, QWidget

from db.fields import STORY_FIELDS, FieldKind, title_of
from db.text.anchors import Range
from db.values import StoryText
from desktop.editor.banner import Banner
from desktop.editor.fields import GrowingEdit, Labelled, LineField
from desktop.editor.find.find_bar import FindBar
from desktop.editor.find.query import Match
from desktop.editor.find.searched_field import SearchedField
from desktop.editor.galley_view import GalleyView
from desktop.editor.head_view import HeadView
from desktop.editor.header import heading_font
from desktop.editor.margin.change_bar import ChangeBar
from desktop.editor.margin.margin import NoteMargin
from desktop.editor.text.body import BodyEdit
from desktop.editor.text.images import FindImage
from desktop.editor.text.joint_change import JointChange
from desktop.editor.text.text_ranges import cursor_over
from desktop.editor.text.toolbar import Toolbar
from desktop.editor.text.typing_habits import TypingHabits
from desktop.editor.text.undo_memory import Undoable, UndoMemory
from desktop.editor.writing_view import ViewSwitch
from desktop.localization import count, tr
from desktop.look.theme import GRID, Theme
from exports.typeset.galley.head_fit import HeadFit
from exports.typeset.galley.page_places import TextPlace

_MARGIN = 6 * GRID
_WIDEST = 170 * GRID
"""Pixels that a line of text takes at most: longer ones are hard to read."""
_LINES = tuple(one for one in STORY_FIELDS if one.kind is FieldKind.LINE and (one.printed or one.required))
"""The short fields over the body; the others stand beside the page."""
_UNBOUNDED = (1 << 24) - 1
"""Pixels that Qt lets a widget be wide where nothing bounds it."""
_ROUND_CURSOR = 12 * GRID
"""Pixels above and below the cursor that stay in view: two lines, so that one sees what one goes on from."""


class _Sheet(QWidget):
    """The white ground that fields and body stand on."""

    pressed = Signal(int)
    """Pixels from its top, of a press beside all that stands on it."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """See `pressed`."""
        self.pressed.emit(round(event.position().y()))


class StoryForm(QWidget):
    """Shows a text and gives back what stands in its fields; knows nothing of newsrooms."""

    edited = Signal()
    """The person changed something."""

    def __init__(
        self, theme: Theme, find_image: FindImage, habits: TypingHabits | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, habits = theme, habits or TypingHabits()
        self.headline = GrowingEdit(heading_font(theme), tr("Headline"), tr("Headline"), habits)
        self.dek = GrowingEdit(
            theme.fonts.printed(17, italic=True), tr("Dek"), tr("Dek: one sentence under the headline"), habits
        )
        self.lines = {one.name: LineField(tr(one.title), "—", habits if one.printed else None) for one in _LINES}
        self.body = BodyEdit(theme, find_image, habits)
        self.galley = GalleyView(self.body, theme)
        self._head = HeadView(self.galley, self.headline, self.dek)
        self.margin = NoteMargin(self.body)
        self.switch, self.toolbar = ViewSwitch(), Toolbar(theme, self.body)
        self.banner, self.leave_focus = Banner(), QToolButton()
        self.change_bar, self.suggestion_bar = ChangeBar(), ChangeBar()
        self._alone = False
        """Whether the text is all that is seen."""
        self._shown: StoryText | None = None
        """What stands in the fields as long as nothing may be typed in them."""
        self._searched = [SearchedField(one) for one in self.fields()]
        self.find_bar = FindBar(theme, self._searched)
        self._labelled: dict[str, Labelled] = {}
        self._joints: list[JointChange] = []
        """Changes of several fields at once that can be undone."""
        self._beginning = False
        """Whether a story is being shown from its head: nobody has moved the cursor yet."""
        self._followed = False
        """Whether the cursor was in view when it moved last: it stays so when what stands over it grows."""
        self._longest: Mapping[str, int] = {}
        """Characters that fields may have at most, by their names."""
        self._scroll, self._sheet, self._column, self._rule = QScrollArea(), _Sheet(), QVBoxLayout(), QFrame()
        self._build()
        self._connect()

    def fill(self, text: StoryText, *, anew: bool) -> None:
        """Show a text; what is the same is left alone, with its cursor and its undo, unless all begins `anew`."""
        self._shown = text
        self.set_language(text.language)
        while anew and self._joints:
            self._joints.pop().deleteLater()
        self.headline.fill(text.headline, anew=anew)
        self.dek.fill(text.dek, anew=anew)
        for name, field in self.lines.items():
            field.fill(getattr(text, name), anew=anew)
        self._run_in()
        if anew or self.body.read() != text.body:
            self.body.fill(text.body, anew=anew)
        self.remark()

    def change(self, text: StoryText) -> None:
        """Show a text in place of another: whoever undoes that in one field undoes it in all."""
        joint = JointChange([edit.document() for edit in self.fields()], self)
        self.fill(text, anew=False)
        joint.done()
        self._joints.append(joint)

    def keep_undo(self, memory: UndoMemory, story_id: int) -> None:
        """Remember where undo leads back to in the story that is left."""
        with QSignalBlocker(self):
            memory.keep(story_id, self._undoable)

    def restore_undo(self, memory: UndoMemory, story_id: int) -> None:
        """Let undo lead back where it led when the story was left."""
        memory.restore(story_id, self._undoable)

    @property
    def _undoable(self) -> dict[str, Undoable]:
        return {"headline": self.headline, "dek": self.dek, "body": self.body, **self.lines}

    def show_in_place(self, text: StoryText) -> None:
        """Show another text where one is; undo leads back into neither."""
        self.fill(text, anew=False)
        for edit in self.fields():
            edit.document().clearUndoRedoStacks()
        while self._joints:
            self._joints.pop().deleteLater()

    def begin(self, left: Range | None = None) -> None:
        """Show where the story was left, or its head, which is what one reads first, wherever the cursor stands."""
        if left is not None and left.block < self.body.document().blockCount():
            self.body.setTextCursor(cursor_over(self.body.document(), left))
            self._followed = True
            QTimer.singleShot(0, self, self._show_cursor)
            return
        self._beginning = True
        self._scroll.verticalScrollBar().setValue(0)
        QTimer.singleShot(0, self, self._on_begun)

    def read(self, shown: StoryText) -> StoryText:
        """The text that was shown, with what stands in the fields now."""
        return shown.with_(
            headline=self.headline.text, dek=self.dek.text, body=self.body.read(),
            **{name: field.text for name, field in self.lines.items()},
        )  # fmt: skip

    def set_language(self, language: str) -> None:
        """Language by which quotes and dashes are set as one types."""
        for field in self.fields():
            field.typed.language = language

    def refuse_slug(self, why: str) -> None:
        """Say at the field why the story cannot have this slug; nothing when it can."""
        self._labelled["slug"].refuse(why)

    def set_writable(self, writable: bool) -> None:
        """Whether anything may be typed."""
        if self._shown is not None and not writable and not self.body.isReadOnly():
            self._shown = self.read(self._shown)
        for edit in self.fields():
            edit.setReadOnly(not writable)
        self.toolbar.set_writable(writable)

    def fields(self) -> tuple[GrowingEdit | BodyEdit, ...]:
        """Everything one types in, in the order it stands on the page."""
        return (self.headline, self.dek, *self.lines.values(), self.body)

    @property
    def proofread(self) -> tuple[GrowingEdit | BodyEdit, ...]:
        """Those whose words are printed, in the same order."""
        lines = [self.lines[one.name] for one in _LINES if one.printed]
        return (self.headline, self.dek, *lines, self.body)

    def go_to(self, place: str) -> None:
        """Put the cursor where a problem is: a field's name, `block 3`, or `picture 3`, whose details are opened."""
        what, _, number = place.partition(" ")
        if number:
            self.body.go_to(int(number) - 1)
        if what == "picture":
            self.body.open_picture()
        field = {"headline": self.headline, "dek": self.dek, **self.lines}.get(place, self.body)
        field.setFocus()

    def go_to_place(self, place: TextPlace | str) -> None:
        """Put the cursor at a place in the text, or where `go_to` puts it."""
        if isinstance(place, str):
            self.go_to(place)
        elif place.block >= 0:
            self.body.show_place(Range(place.block, place.offset, place.offset))
        else:
            self.go_to(place.field)

    def _run_in(self) -> None:
        """What is printed with the body stands in it in the galley, too."""
        self.galley.run_in(byline=self.lines["byline"].text, dateline=self.lines["dateline"].text)

    def show_text_alone(self, alone: bool) -> None:
        """Let all but the body be gone, its paragraph clear and the others dim."""
        if alone == self._alone:
            return
        self._alone = alone
        for widget in (self.switch, self.toolbar, self._rule, *self._labelled.values()):
            widget.setVisible(not alone)
        self.leave_focus.setVisible(alone)
        self._bound()
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter if alone else Qt.AlignmentFlag.AlignLeft)
        self.body.show_one_paragraph(alone)
        self._stretch()
        self.margin.hide_all(alone)
        self.fit_margin()
        self.body.setFocus()
        QTimer.singleShot(0, self, self._show_cursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The line that is written in stays in the middle where the text is alone."""
        super().resizeEvent(event)
        self._stretch()
        self.fit_margin()

    @Slot()
    def fit_margin(self) -> None:
        """Give what is said of the text the room beside it, if there is enough."""
        self.margin.fit(min(self._scroll.viewport().width(), self._sheet.maximumWidth()) - 2 * _MARGIN)

    @Slot()
    def _bound(self) -> None:
        """Let it be as wide as a line is read well, and as a headline over all of its columns is."""
        widest = max(_WIDEST, self._head.wanted)
        self._sheet.setMaximumWidth((_WIDEST if self._alone else widest) + 2 * _MARGIN)
        self.setMaximumWidth(_UNBOUNDED if self._alone else widest + 3 * _MARGIN)

    def _stretch(self) -> None:
        """Room over and under the text, so that its first and last line can stand in the middle."""
        half = self._scroll.viewport().height() // 2 if self._alone else 0
        self._column.setContentsMargins(_MARGIN, half or GRID, _MARGIN, half or 10 * GRID)

    def remark(self) -> None:
        """Say of headline and dek how they stand on the page, and how much they have of what they may."""
        headline, dek = self.galley.headline_fit(self.headline.text), self.galley.dek_fit(self.dek.text)
        self._remark("headline", self.headline, head_words(headline), fits=headline is None or headline.fits)
        self._remark("dek", self.dek, count(dek.lines, "{n} line", "{n} lines") if dek else "", fits=True)

    def limit(self, longest: Mapping[str, int]) -> None:
        """Say from now on where a field has more characters than it may: at most so many, by the fields' names."""
        if longest != self._longest:
            self._longest = longest
            self.remark()

    def _remark(self, name: str, edit: GrowingEdit, said: str, *, fits: bool) -> None:
        length, most = len(edit.text), self._longest.get(name)
        reached = tr("{n} of {most}").format(n=length, most=most) if length and most is not None else ""
        fits = fits and (most is None or length <= most)
        self._labelled[name].remark(" · ".join(filter(None, (said, reached))), _tone(fits=fits))

    # putting it together

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("bar", "surface")
        bar = QHBoxLayout()
        bar.setContentsMargins(_MARGIN, 3 * GRID, _MARGIN, 2 * GRID)
        bar.setSpacing(2 * GRID)
        bar.addWidget(self.switch)
        bar.addWidget(self.toolbar, 1)
        bar.addWidget(self.leave_focus, 0, Qt.AlignmentFlag.AlignRight)
        self.leave_focus.setText(tr("Leave focus (F11)"))
        self.leave_focus.hide()
        banner = QVBoxLayout()
        banner.setContentsMargins(_MARGIN, 0, _MARGIN, 2 * GRID)
        banner.addWidget(self.banner)
        banner.addWidget(self.change_bar)
        banner.addWidget(self.suggestion_bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.find_bar)
        layout.addLayout(banner)
        layout.addWidget(self._build_scroll(), 1)

    def _build_scroll(self) -> QScrollArea:
        column = self._column
        self._sheet.setLayout(column)
        column.setContentsMargins(_MARGIN, GRID, _MARGIN, 10 * GRID)
        column.setSpacing(3 * GRID)
        for title, name, field in ((tr("Headline"), "headline", self.headline), (tr("Dek"), "dek", self.dek)):
            self._labelled[name] = Labelled(title, field)
            column.addWidget(self._labelled[name])
        column.addLayout(self._build_lines())
        self._rule.setProperty("rule", "h")
        column.addWidget(self._rule)
        column.addLayout(self._build_row())
        column.addStretch()
        self._bound()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._sheet)
        return self._scroll

    def _build_row(self) -> QHBoxLayout:
        """The body, and what is said of it beside it."""
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self.body, 1)
        row.addWidget(self.margin)
        row.addStretch()
        return row

    def _build_lines(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(5 * GRID)
        for name, field in self.lines.items():
            self._labelled[name] = Labelled(tr(title_of(name)), field)
            row.addWidget(self._labelled[name], 3 if name in ("slug", "byline") else 2, Qt.AlignmentFlag.AlignTop)
        return row

    def _connect(self) -> None:
        for field in self.fields():
            field.edited.connect(self._on_edited)
        for line, below in zip(self.lines.values(), self.fields()[3:], strict=True):
            line.left.connect(below.setFocus)
        self.edited.connect(self.find_bar.text_changed)
        self.find_bar.marked.connect(self._on_found)
        for keys, slot in (
            (QKeySequence.StandardKey.Find, self.find_bar.begin), (QKeySequence("Ctrl+H"), self._on_replace_wanted),
            (QKeySequence("F3"), self.find_bar.go_on), (QKeySequence("Shift+F3"), self.find_bar.go_back),
        ):  # fmt: skip
            QShortcut(keys, self, slot)
        self.headline.left.connect(self.dek.take_focus)
        self.dek.left.connect(self.body.setFocus)
        self.body.cursorPositionChanged.connect(self._on_cursor_moved)
        self.body.laid_out.connect(self.fit_margin)
        self.galley.head_changed.connect(self._bound)
        self.margin.gone_to.connect(self._on_note_gone_to)
        self._sheet.pressed.connect(self._on_sheet_pressed)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_page_grown)
        self._scroll.verticalScrollBar().actionTriggered.connect(self._on_scrolled)

    @Slot()
    def _on_edited(self) -> None:
        """Qt lets screen readers write where nobody may type: that is put back."""
        if self.body.isReadOnly():
            QTimer.singleShot(0, self, self._put_back)
            return
        if self.sender() is not self.body:
            self.remark()
            self._run_in()
        self.edited.emit()

    def _put_back(self) -> None:
        if self._shown is not None and self.body.isReadOnly():
            self.fill(self._shown, anew=False)

    @Slot()
    def _on_replace_wanted(self) -> None:
        self.find_bar.begin(replacing=True)

    @Slot(object, object)
    def _on_found(self, each: list[list[Match]], shown: tuple[int, Match] | None) -> None:
        """Mark what was found, the one that is shown in another colour."""
        for number, (field, found) in enumerate(zip(self._searched, each, strict=True)):
            marks = []
            for match in found:
                mark = QTextEdit.ExtraSelection()
                mark.cursor = field.cursor(match)
                mark.format.setBackground(self._theme.color("accent_soft" if (number, match) != shown else "accent"))
                if (number, match) == shown:
                    mark.format.setForeground(self._theme.color("surface"))
                marks.append(mark)
            widget = field.widget
            widget.mark_found(marks) if isinstance(widget, BodyEdit) else widget.setExtraSelections(marks)

    @Slot()
    def _on_begun(self) -> None:
        """What was laid out meanwhile no longer moves the page."""
        self._beginning = False
        self._scroll.verticalScrollBar().setValue(0)

    @Slot()
    def _on_cursor_moved(self) -> None:
        """The page scrolls to where one writes: the body itself is as high as its text."""
        if not self._beginning:
            self._followed = True
            self._show_cursor()

    def _show_cursor(self) -> None:
        box = self.body.cursorRect()
        point = self.body.viewport().mapTo(self._sheet, box.center())
        if self._alone:  # as a typewriter does, the paper moves and the line stays
            self._scroll.verticalScrollBar().setValue(point.y() - self._scroll.viewport().height() // 2)
            return
        self._scroll.ensureVisible(point.x(), point.y(), 0, _ROUND_CURSOR)

    @Slot()
    def _on_page_grown(self) -> None:
        """What was pasted, or a picture that has come, makes the page longer after the cursor has moved."""
        if self._followed and self.focusWidget() is self.body:
            self._show_cursor()

    @Slot(object)
    def _on_note_gone_to(self, card: QWidget) -> None:
        """See the whole card, not the first of its lines."""
        self._scroll.ensureWidgetVisible(card, 0, _ROUND_CURSOR)

    @Slot()
    def _on_scrolled(self) -> None:
        """Whoever scrolls reads elsewhere than they write."""
        self._followed = False

    @Slot(int)
    def _on_sheet_pressed(self, y: int) -> None:
        """Under a short story most of the pane is blank: a press there goes on writing at the end."""
        if y > self.body.geometry().bottom():
            self.body.moveCursor(QTextCursor.MoveOperation.End)
            self.body.setFocus()


def head_words(fit: HeadFit | None) -> str:
    """How a field over the columns stands there: `2 lines of 3 columns · fits`."""
    if fit is None:
        return ""
    lines, columns = count(fit.lines, "{n} line", "{n} lines"), count(fit.columns, "{n} column", "{n} columns")
    verdict = tr("fits")
    if fit.too_wide:
        verdict = tr("a word is too wide")
    elif fit.too_many:
        verdict = count(fit.too_many, "{n} line too many", "{n} lines too many")
    return f"{tr('{lines} of {columns}').format(lines=lines, columns=columns)} · {verdict}"


def _tone(*, fits: bool) -> str:
    return "muted" if fits else "bad"
