"""Questions before stories are moved: what stands out, who is told, which of them stay and why, the reason."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget

from db.stages import Move
from db.values import CleanExport
from desktop.localization import count, full_time, stories, tr, worded
from desktop.look.theme import GRID, Theme, set_property
from desktop.press.move_briefing import MoveBriefing
from desktop.widgets.dialog import FormDialog
from desktop.widgets.move_menu import OPTIONAL, PROMPTS, TITLES
from desktop.widgets.note_field import NoteField

_WIDE, _MARGIN = 130 * GRID, 6 * GRID
_MOST_HIGH = 64 * GRID
"""Pixels of what is to be known: a dozen lines; the buttons stay in sight on a small screen, and the rest scrolls."""
_SIGNS = {"warning": "!", "bad": "!"}
"""What is told by colour is told by a sign, too: that of what is worth a look, for nothing told here stops the move."""


class MoveStoriesDialog(FormDialog):
    """All that is to be known before a move, and the note that it asks for."""

    wide = _WIDE

    def __init__(
        self, theme: Theme, briefings: Sequence[MoveBriefing], parent: QWidget | None = None, asks: str = ""
    ) -> None:
        """`asks` is the kind of note that is asked for in place of the one the move needs."""
        self._able = [one for one in briefings if one.option.allowed]
        option = (self._able or briefings)[0].option
        words = tr(TITLES[option.move][0])
        super().__init__(theme, f"{words} {_subject(briefings)}", words, parent)
        self.asks = (asks or option.asks) if self._able else ""
        self.note = NoteField(tr(PROMPTS[self.asks]) if self.asks else "", self.go)
        self.facts: list[str] = []
        """Facts that are shown, a line each."""
        self._build_facts(briefings)
        self._build_notified()
        self._build_note()
        self.submitted.connect(self.accept)
        self._on_text_changed()

    @property
    def text(self) -> str:
        """The note that was written."""
        return self.note.written

    # putting it together

    def _build_facts(self, briefings: Sequence[MoveBriefing]) -> None:
        lines = QVBoxLayout()
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2 * GRID)
        several = len(briefings) > 1
        for one in briefings:
            if several:
                lines.addWidget(self._line(_fate(one), one.story.slug))
            for tone, fact in facts_of(one) if one.option.allowed else ():
                lines.addWidget(self._line(fact, tone=tone, indent=4 * GRID * several))
        if not lines.count() and briefings[0].option.move is Move.APPROVE:
            lines.addWidget(self._line(tr("Preflight has nothing to say, and no comment is open."), tone="muted"))
        if lines.count():
            self.body.addWidget(_scrolled(lines))

    def _line(self, text: str, head: str = "", tone: str = "", indent: int = 0) -> QLabel:
        self.facts.append(f"{head}: {text}" if head else text)
        head = head or _SIGNS.get(tone, "")
        label = QLabel(f"<b>{escape(head)}</b>&nbsp;&nbsp;{escape(text)}" if head else escape(text))
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setIndent(indent)
        set_property(label, "tone", tone)
        return label

    def _build_notified(self) -> None:
        names = list(dict.fromkeys(name for one in self._able for name in one.notified))
        if names:
            self.facts.append(tr("This will tell {names}.").format(names=", ".join(names)))
            self.add_note(self.facts[-1])

    def _build_note(self) -> None:
        if not self.asks:
            return
        self.add_note(self.note.accessibleName())
        self.note.textChanged.connect(self._on_text_changed)
        self.body.addWidget(self.note)
        self.note.setFocus()

    @Slot()
    def _on_text_changed(self) -> None:
        ready = bool(self._able) and (bool(self.text) or self.asks in ("", OPTIONAL))
        self.go.setEnabled(ready)
        self.go.setToolTip("" if ready else tr("Write something first") if self._able else tr("None of them can go"))


def ask_for(briefings: Sequence[MoveBriefing], theme: Theme, parent: QWidget | None, asks: str = "") -> str | None:
    """The note or reason a move needs, empty when it needs none; None when the person thought better of it.

    What concerns nobody else, stands out in nothing and can be undone is not asked, unless a note is (`asks`). Nor is
    anything while the same is asked already: a menu that was open under the first question stays there over it.
    """
    if not asks and len(briefings) == 1 and not _worth_asking(briefings[0]):
        return ""
    if isinstance(QApplication.activeModalWidget(), MoveStoriesDialog):
        return None
    dialog = MoveStoriesDialog(theme, briefings, parent, asks)
    written = dialog.text if dialog.exec() else None
    dialog.deleteLater()
    return written


def facts_of(one: MoveBriefing) -> list[tuple[str, str]]:
    """Warnings of a story that is to be moved: the tone and the sentence of each."""
    found = [("warning", problem.sentence) for problem in one.warnings]
    if one.under:
        text = count(one.under, "It is {n} line under its length.", "It is {n} lines under its length.")
        found.append(("warning", text))
    if one.open_comments:
        found.append(("warning", count(one.open_comments, "{n} comment is open.", "{n} comments are open.")))
    if one.open_suggestions:
        text = count(one.open_suggestions, "{n} suggestion is open.", "{n} suggestions are open.")
        found.append(("warning", text))
    if one.writing:
        found.append(("warning", tr("{name} is writing in it now.").format(name=one.writing)))
    return found + [("bad", _said_of(export)) for export in one.exports]


def _said_of(export: CleanExport) -> str:
    """Exports with person and time."""
    text = tr("Exported by {name}, {time}: {file}, revision {n}.")
    return text.format(name=export.name, time=full_time(export.at), file=export.file_name, n=export.revision)


def _worth_asking(one: MoveBriefing) -> bool:
    """Submitting tells the editors, which is what it is for, and is undone by a return."""
    if one.option.move is Move.SUBMIT:
        return False
    return bool(one.option.asks or one.notified or facts_of(one) or one.option.move is Move.APPROVE)


def _subject(briefings: Sequence[MoveBriefing]) -> str:
    return briefings[0].story.slug if len(briefings) == 1 else stories(sum(one.option.allowed for one in briefings))


def _fate(one: MoveBriefing) -> str:
    """Whether one of several goes, and else why not."""
    if one.option.allowed:
        return one.story.headline or tr("No headline yet")
    return tr("stays: {why}").format(why=worded(one.option.reason))


def _scrolled(lines: QVBoxLayout) -> QScrollArea:
    inner, area = QWidget(), QScrollArea()
    inner.setLayout(lines)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(inner)
    for number in range(lines.count()):
        lines.itemAt(number).widget().ensurePolished()  # type: ignore[union-attr]  # only widgets are in it
    wanted = lines.totalHeightForWidth(_WIDE - 2 * _MARGIN)
    area.setFixedHeight(min(_MOST_HIGH, wanted))
    if wanted <= _MOST_HIGH:  # the keyboard stops only where there is something to scroll
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    lines.addStretch()
    return area
