"""The panel beside the page: the facts of the story, what stands in the way of approval, notes, history.

It is long because it is one form, built and filled field by field; what has a life of its own (the fit, holds, threads,
pictures) is a card in a module beside it.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QDateTime, Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from db.acts import Act
from db.fields import STORY_FIELDS, FieldKind, title_of
from db.stages import PAST, Move, Stage
from db.story.comments import Thread
from db.story.stories import MOST_LINES
from db.values import Event, Problem, Story, StoryText
from desktop.editor.fields import LineField, NoteEdit
from desktop.editor.side.fit_card import FitCard, worth_a_card
from desktop.editor.side.holding_card import HoldingCard
from desktop.editor.side.picture_list import ListedPicture, PictureList
from desktop.editor.side.threads import Threads
from desktop.localization import clock, day_and_time, tr, utc_now, worded
from desktop.look.fonts import TEXT_SIZE_PX
from desktop.look.icons import dress
from desktop.look.theme import GRID, Theme, set_property
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.due_field import DueField
from desktop.widgets.entry import entry
from desktop.widgets.language import LanguageField
from desktop.widgets.link_label import LinkLabel
from desktop.widgets.number import NumberField
from desktop.widgets.problem_head import ProblemHead
from desktop.zone import moment_in, show_moment, soon
from exports.rules import OVERSET, TYPEWRITER
from exports.typeset.sheet import Fit

_IN_DIALOG = ("picture-credit", "picture-resolution")
"""Rules of preflight whose problems are mended in a picture's details."""
_LINES = tuple(one for one in STORY_FIELDS if one.kind is FieldKind.LINE and not (one.printed or one.required))
"""The short fields that no page shows and no story needs."""
_PICTURES = 3
"""The tab of pictures."""
_DUE = 40 * GRID
"""Room for the widest day and time, whole."""
_QUIET = ("claim", "release", "take over", "plan")
"""Events that are no news to who reads a story's history."""
_DETAILED = (Move.APPROVE, "accept suggestion", "refuse suggestion", "reopen suggestion")
"""Events whose details are news: of an approval its key, of a suggestion who made it."""
_DONE = {str(move): past for move, past in PAST.items()} | {
    "create": "began it", "intake": "brought it in", "save": "saved a revision", "comment": "commented",
    "reply": "answered", "resolve": "resolved a comment", "reopen": "reopened a comment", "export": "exported it",
    "accept suggestion": "accepted a suggestion", "refuse suggestion": "refused a suggestion",
    "reopen suggestion": "opened a suggestion again",
    "undo": "put it back", "hold": "held it back", "lift hold": "lifted the hold", "ask check": "asked for a check",
    "drop check": "asked for a check no more", "check": "did a check",
}  # fmt: skip
"""Acts in words, as the history tells them."""


class Details(QTabWidget):
    """Four tabs; the first is for what is wrong, because that is what one looks for."""

    place_wanted = Signal(str)
    """Place of a problem: a field's name, `block 3`, or `picture 3` for the details of the picture in that block."""
    cut_wanted = Signal(object)
    """Block and offset where the story reaches its target."""
    marks_wanted = Signal()
    """The marks of its language are to be set in all of the story."""
    copyfit_wanted = Signal(object)
    """Copyfit: a paragraph is to be set in a line fewer, or more."""
    edited = Signal()
    """The person changed a part of the text."""
    language_chosen = Signal(str)
    """BCP 47"""
    planned = Signal(dict)
    """Due, target, layout, kind or desk was set: what `Stories.plan` takes."""

    def __init__(self, theme: Theme, layouts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._showing, self._approved = False, False
        self.has_due, self.due, self.no_due = QPushButton(tr("Set…")), DueField(theme), QToolButton()
        self.target, self.layout_name = NumberField(maximum=MOST_LINES, singleStep=5), ChoiceBox()
        self.layout_name.addItems(list(layouts))
        self.desk, self.kind, self.language = ChoiceBox(), ChoiceBox(), LanguageField()
        self.lines = {one.name: LineField(tr(one.title), tr("none")) for one in _LINES}
        self._text: StoryText | None = None
        """What stands in the fields as long as nothing may be typed in them."""
        self._kinds: tuple[str, ...] = ()
        self._desks: tuple[str, ...] = ()
        self._planned: dict[str, Any] = {}
        """The plan that is shown: what a field holds when nothing was set in it."""
        self._facts = {name: QLabel() for name in ("claim", "writer", "words", "signed", "exported")}
        self._problems, self._history = QVBoxLayout(), QVBoxLayout()
        self._shown: dict[QVBoxLayout, object] = {}
        """What the lists of problems and events were made of: they are made anew when that is another."""
        self._verdict = QLabel()
        self.ednote = NoteEdit(tr("Ednote"), tr("A note to colleagues; it is never printed."))
        self._last_note, self.threads, self.pictures = QLabel(), Threads(theme), PictureList(theme)
        self.holding = HoldingCard()
        self.compare = QPushButton(tr("Compare revisions…"))
        self.setDocumentMode(True)
        self.setAccessibleName(tr("Details"))
        self.addTab(self._build_details(), tr("Details"))
        self.addTab(self._build_notes(), tr("Notes"))
        self.addTab(self._build_history(), tr("History"))
        self.addTab(self.pictures, tr("Pictures"))
        self._connect()

    def show_story(self, story: Story, *, may: Collection[Act]) -> None:
        """The facts; of the plan one may set what `may` names."""
        self._showing, self._approved = True, story.stage is Stage.PUBLISH
        now = utc_now()
        values = {
            "writer": story.writer_name, "words": f"{story.words:,}",
            "signed": f"{story.sign_off.name}, {day_and_time(story.sign_off.at, now)}" if story.sign_off else "",
            "exported": day_and_time(story.exported, now) if story.exported else "",
        }  # fmt: skip
        for name, value in values.items():
            self._facts[name].setText(value)
            self._rows.setRowVisible(self._facts[name], bool(value))
        self.show_claim(story)
        self._show_plan(story, may)
        said = f"{story.last_note}" if story.last_note else ""
        self._last_note.setText(said)
        self._last_note.setVisible(bool(said))
        self._showing = False

    def offer_kinds(self, kinds: Sequence[str]) -> None:
        """What kinds a story may be of; without any nothing is asked."""
        self._kinds = tuple(kinds)

    def offer_desks(self, desks: Sequence[str]) -> None:
        """The desks a story may belong to."""
        self._desks = tuple(desks)

    def show_claim(self, story: Story) -> None:
        """Who holds it now, and since when."""
        claim = story.claim
        held = tr("by {name} since {time}").format(name=claim.name, time=clock(claim.since)) if claim else ""
        self._facts["claim"].setText(held or tr("by nobody"))

    def show_words(self, words: int) -> None:
        """Number of them now."""
        self._facts["words"].setText(f"{words:,}")

    @property
    def ways_to_text(self) -> tuple[SignalInstance, ...]:
        """What leads from here to a place in the text."""
        return (
            self.place_wanted, self.cut_wanted, self.marks_wanted, self.copyfit_wanted, self.pictures.place_wanted,
            self.threads.place_wanted,
        )  # fmt: skip

    def show_problems(self, problems: Sequence[Problem], fit: Fit | None = None) -> None:
        """What preflight found, each with the way to it; what it found of the length has the ways to mend that."""
        if self._stands(self._problems, (list(problems), fit, self._approved, self._writable)):
            return
        _empty(self._problems)
        blockers = sum(problem.blocks for problem in problems)
        fitting = worth_a_card(fit)
        if self._approved:
            self._verdict.setText(tr("✓ Approved as it stands"))
        elif not problems and not fitting:
            self._verdict.setText(tr("✓ Nothing stands in the way of approval"))
        elif blockers:
            self._verdict.setText(tr("Before it can be approved"))
        else:
            self._verdict.setText(tr("Worth a look before approval"))
        if fit and fitting:
            self._problems.addWidget(self._build_fit(fit))
        for problem in problems:
            if problem.rule != OVERSET or not fitting:
                self._problems.addWidget(self._build_problem(problem))

    def show_unchecked(self) -> None:
        """Nobody knows what stands in the way: the page cannot be set, and beside it stands why."""
        self._shown.pop(self._problems, None)
        _empty(self._problems)
        self._verdict.setText(tr("Not checked: its page cannot be set"))

    def show_history(self, events: Iterable[Event]) -> None:
        """What happened, newest first."""
        told = [event for event in events if event.action not in _QUIET]
        if self._stands(self._history, told):
            return
        _empty(self._history)
        for event in reversed(told):
            self._history.addWidget(_build_event(event))
        self._history.addStretch()

    def show_threads(self, threads: Sequence[Thread]) -> None:
        """The comments; the tab says how many are open."""
        self.threads.show_threads(threads)
        number = sum(not thread.resolved for thread in threads)
        self.setTabText(1, f"{tr('Notes')} {number}" if number else tr("Notes"))

    def show_pictures(self, pictures: Sequence[ListedPicture]) -> None:
        """The pictures; the tab says how many there are."""
        self.pictures.show_pictures(pictures)
        self.setTabText(_PICTURES, f"{tr('Pictures')} {len(pictures)}" if pictures else tr("Pictures"))

    def fill(self, text: StoryText, *, anew: bool) -> None:
        """Show the fields of a text that stand here; it is not an edit, nor to be undone when all begins `anew`."""
        self._text = text
        self.ednote.fill(text.ednote, anew=anew)
        self.language.show_code(text.language)
        for name, line in self.lines.items():
            line.fill(getattr(text, name), anew=anew)

    def read(self, shown: StoryText) -> StoryText:
        """The text that was shown, with what stands in the fields now."""
        lines = {name: line.text for name, line in self.lines.items()}
        return shown.with_(ednote=self.ednote.text, language=self.language.code, **lines)

    def set_writable(self, writable: bool) -> None:
        """Whether what is a part of the text may be changed."""
        if self._text is not None and not writable and self._writable:
            self._text = self.read(self._text)
        self.ednote.setReadOnly(not writable)
        self.language.setEnabled(writable)
        self.pictures.set_writable(writable)
        for line in self.lines.values():
            line.setReadOnly(not writable)

    @property
    def _writable(self) -> bool:
        return not self.ednote.isReadOnly()

    def fields(self) -> tuple[QWidget, ...]:
        """Everything one types in."""
        return (self.ednote, *self.lines.values())

    def _stands(self, where: QVBoxLayout, wanted: object) -> bool:
        """Whether a list was made of this; from now on it is."""
        before, self._shown[where] = self._shown.get(where), wanted
        return before == wanted

    def _show_plan(self, story: Story, may: Collection[Act]) -> None:
        self._show_due(story.due)
        self.target.setValue(story.target_lines or 0)
        if self.layout_name.findText(story.layout) < 0:
            self.layout_name.addItem(story.layout)
        self.layout_name.setCurrentText(story.layout)
        self._show_kind(story.kind)
        self.desk.clear()
        self.desk.addItems(list(dict.fromkeys((*self._desks, story.desk))))
        self.desk.setCurrentText(story.desk)
        self._planned = {"due": story.due, "target_lines": story.target_lines}
        fields = {
            Act.SCHEDULE: (self.due, self.has_due, self.no_due, self.layout_name, self.desk),
            Act.PLAN: (self.target, self.kind),
        }
        for act, widgets in fields.items():
            for widget in widgets:
                widget.setEnabled(act in may)

    def _show_due(self, due: datetime | QDateTime | None) -> None:
        for widget in (self.due, self.no_due):
            widget.setVisible(due is not None)
        self.has_due.setVisible(due is None)
        if due is not None:
            show_moment(self.due, due)

    def _show_kind(self, kind: str) -> None:
        """Among those that are offered, and its own if that is offered no more."""
        offered = dict.fromkeys(("", *self._kinds, kind))
        self.kind.clear()
        for one in offered:
            self.kind.addItem(one or tr("none"), one)
        self.kind.setCurrentIndex(list(offered).index(kind))
        self._rows.setRowVisible(self.kind, len(offered) > 1)

    def _build_details(self) -> QWidget:
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 3 * GRID, 2 * GRID, 3 * GRID)
        layout.setSpacing(3 * GRID)
        layout.addLayout(self._build_facts())
        layout.addWidget(self.holding)
        self._verdict.setFont(self._theme.fonts.sans(TEXT_SIZE_PX, bold=True))
        self._verdict.setWordWrap(True)
        layout.addSpacing(2 * GRID)
        layout.addWidget(self._verdict)
        self._problems.setSpacing(2 * GRID)
        layout.addLayout(self._problems)
        layout.addStretch()
        return _scrolled(inner, tr("Details"))

    def _build_facts(self) -> QFormLayout:
        self._rows = QFormLayout()
        self._rows.setHorizontalSpacing(4 * GRID)
        self._rows.setVerticalSpacing(2 * GRID)
        self._rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.target.setSpecialValueText(tr("open"))
        self.target.setSuffix(tr(" lines"))
        due = QHBoxLayout()
        due.setSpacing(GRID)
        due.addWidget(self.due, 1)
        due.addWidget(self.no_due)
        due.addWidget(self.has_due, 1)
        self.has_due.setAccessibleName(tr("Set the due time"))
        self.no_due.setToolTip(tr("No due time"))
        self.no_due.setAccessibleName(tr("No due time"))
        self.no_due.setProperty("kind", "sign")
        dress(self.no_due, "x", self._theme, "muted")
        lines = ((tr(title_of(name)), line) for name, line in self.lines.items())
        rows: tuple[tuple[str, QWidget | QHBoxLayout], ...] = (
            (tr("Due"), due), (tr("Target"), self.target), (tr("Format"), self.layout_name),
            (tr("Language"), self.language), *lines,
            (tr("Desk"), self.desk), (tr("Kind"), self.kind), (tr("Claimed"), self._facts["claim"]),
            (tr("Writer"), self._facts["writer"]), (tr("Words"), self._facts["words"]),
            (tr("Signed off"), self._facts["signed"]), (tr("Exported"), self._facts["exported"]),
        )  # fmt: skip
        for title, field in rows:
            label = QLabel(title)
            set_property(label, "tone", "muted")
            self._rows.addRow(label, field)
        for name, widget in (
            (tr("Due"), self.due), (tr("Target"), self.target), (tr("Format"), self.layout_name),
            (tr("Language"), self.language), (tr("Desk"), self.desk), (tr("Kind"), self.kind),
        ):  # fmt: skip
            widget.setAccessibleName(name)
            widget.setMinimumHeight(7 * GRID)
            widget.setMinimumWidth(20 * GRID)
        self.due.setMinimumWidth(_DUE)
        for label in self._facts.values():
            label.setWordWrap(True)
        return self._rows

    def _build_notes(self) -> QWidget:
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 3 * GRID, 2 * GRID, 3 * GRID)
        layout.setSpacing(3 * GRID)
        self._last_note.setWordWrap(True)
        self._last_note.setTextFormat(Qt.TextFormat.PlainText)
        set_property(self._last_note, "badge", "warning")
        layout.addWidget(self._last_note)
        layout.addWidget(self.threads, 2)
        name = QLabel(tr("Ednote"))
        set_property(name, "tone", "muted")
        layout.addWidget(name)
        layout.addWidget(self.ednote, 1)
        return inner

    def _build_history(self) -> QWidget:
        inner = QWidget()
        self._history.setContentsMargins(0, 0, 2 * GRID, 3 * GRID)
        self._history.setSpacing(3 * GRID)
        inner.setLayout(self._history)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 3 * GRID, 0, 0)
        layout.setSpacing(3 * GRID)
        layout.addWidget(self.compare)
        layout.addWidget(_scrolled(inner, tr("History")), 1)
        return whole

    def _build_fit(self, fit: Fit) -> FitCard:
        card = FitCard(fit, writable=self._writable)
        card.cut_wanted.connect(self.cut_wanted)
        card.copyfit_wanted.connect(self.copyfit_wanted)
        return card

    def _build_problem(self, problem: Problem) -> QFrame:
        card = QFrame()
        card.setProperty("card", "problem")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addLayout(ProblemHead(problem))
        if problem.mend:
            layout.addWidget(self._build_way(problem))
        if problem.rule == TYPEWRITER and self._writable:
            layout.addWidget(self._build_set_marks(), 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _build_set_marks(self) -> QPushButton:
        button = QPushButton(tr("Set them all"))
        button.setToolTip(tr("Set the quotes, apostrophes and dashes of the story’s language."))
        button.clicked.connect(self.marks_wanted)
        return button

    def _build_way(self, problem: Problem) -> LinkLabel:
        """The link to where it is mended; it promises no more than to lead there where nobody may write."""
        place = problem.place.replace("block", "picture") if problem.rule in _IN_DIALOG else problem.place
        mend = worded(problem.mend)
        words = mend if self._writable and problem.rule != TYPEWRITER else tr("Show where")
        way = LinkLabel(f'<a href="{place}">{words}</a>' if place else mend)
        way.setWordWrap(True)
        way.linkActivated.connect(self.place_wanted)
        return way

    def _connect(self) -> None:
        self.ednote.edited.connect(self._on_edited)
        self.language.activated.connect(self.edited)
        self.language.activated.connect(self._on_language)
        for line in self.lines.values():
            line.edited.connect(self._on_edited)
        self.due.editingFinished.connect(self._on_due)
        self.has_due.clicked.connect(self._on_set_due)
        self.no_due.clicked.connect(self._on_no_due)
        self.target.editingFinished.connect(self._on_target)
        self.layout_name.activated.connect(self._on_layout)
        self.kind.activated.connect(self._on_kind)
        self.desk.activated.connect(self._on_desk)

    @Slot()
    def _on_edited(self) -> None:
        """Qt lets screen readers write where nobody may type: that is put back."""
        if self._writable:
            self.edited.emit()
        else:
            QTimer.singleShot(0, self, self._put_back)

    def _put_back(self) -> None:
        if self._text is not None and not self._writable:
            self.fill(self._text, anew=False)

    @Slot()
    def _on_set_due(self) -> None:
        self._show_due(soon())
        self.due.setFocus()
        self._on_due()

    @Slot()
    def _on_no_due(self) -> None:
        self._show_due(None)
        self.has_due.setFocus()
        self._plan("due", None)

    @Slot()
    def _on_language(self) -> None:
        self.language_chosen.emit(self.language.code)

    @Slot()
    def _on_due(self) -> None:
        """The field holds whole seconds: passed through, it has set nothing else."""
        before, now = self._planned.get("due"), moment_in(self.due)
        if self.due.isVisibleTo(self) and (before is None or now != before.replace(microsecond=0)):
            self._plan("due", now)

    @Slot()
    def _on_target(self) -> None:
        self._plan("target_lines", self.target.value() or None)

    def _plan(self, name: str, value: object) -> None:
        """Plan what was set; whoever only passes through a field sets nothing."""
        if not self._showing and value != self._planned.get(name):
            self._planned[name] = value
            self.planned.emit({name: value})

    @Slot(int)
    def _on_desk(self, _index: int) -> None:
        self.planned.emit({"desk": self.desk.currentText()})

    @Slot(int)
    def _on_layout(self, _index: int) -> None:
        self.planned.emit({"layout": self.layout_name.currentText()})

    @Slot(int)
    def _on_kind(self, _index: int) -> None:
        self.planned.emit({"kind": self.kind.currentData()})


def _build_event(event: Event) -> QWidget:
    """Person and time, over the act; of an approval what is to be known of its key, too."""
    stages = f" {event.stage_from} → {event.stage_to}" if event.stage_from and event.stage_to else ""
    done = tr(_DONE.get(event.action, event.action))
    told = [event.note, event.details if event.action in _DETAILED else ""]
    said = QLabel(": ".join([f"{done}{stages}", *filter(None, told)]))
    said.setTextFormat(Qt.TextFormat.PlainText)
    said.setWordWrap(True)
    return entry(event.actor_name, event.at, said)


def _scrolled(inner: QWidget, name: str) -> QScrollArea:
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    return area


def _empty(layout: QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        widget = item.widget()
        if widget is not None:
            widget.deleteLater()
