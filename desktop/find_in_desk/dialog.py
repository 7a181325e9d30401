"""The window that finds and replaces in many stories: a list as it is found, what stands round each place beside it.

It stays open beside the board and beside a story. What is replaced makes one revision of each story, by the same rights
as writing in it, and is taken back story by story or for all.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from db.values import Account
from desktop.find_in_desk.finding import DeskQuestion, FoundPage, count_stories, find_on_page
from desktop.find_in_desk.found_list import FoundList
from desktop.find_in_desk.preview import as_html
from desktop.find_in_desk.question_form import QuestionForm
from desktop.find_in_desk.replacing import Replaced, replace_in_story, undo_in_story
from desktop.localization import count, stories, tr, worded
from desktop.look.theme import GRID, Theme, set_property
from desktop.newsroom_door import NewsroomDoor
from desktop.settings import LocalSettings
from desktop.tasks import Task
from desktop.widgets.fitted_dialog import FittedDialog

_SIZE = (250 * GRID, 150 * GRID)
_MOST_FOUND = 1_000
"""Stories that are listed: who finds more looks for something else, and no screen shows them."""
_LAYOUT = "find in desk"

_Change = tuple[Callable[..., Replaced], tuple[Any, ...]]
"""A change of one story, and what it is told before who makes it."""


class FindInDesk(FittedDialog):
    """Asks the newsroom page after page, so that what is found shows at once and Stop stops."""

    open_wanted = Signal(int)
    """Number of a story that is to be opened."""

    def __init__(
        self, door: NewsroomDoor, account: Account, theme: Theme, settings: LocalSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._door, self._account, self._theme, self._settings = door, account, theme, settings
        self.form = QuestionForm(door.facts.desks, account, settings)
        self.list, self.preview, self.told, self.progress = FoundList(theme), QTextBrowser(), QLabel(), QProgressBar()
        self.replace, self.close_button = QPushButton(), QPushButton(tr("Close"))
        self.undo, self.undo_all = QPushButton(tr("Undo in this story")), QPushButton(tr("Undo all"))
        self._asked: DeskQuestion | None = None
        """What the list answers."""
        self._total = self._looked_at = 0
        self._changes: list[_Change] = []
        """What is still to be done, a story each."""
        self._change: Task | None = None
        """The story that is being changed, or was changed last."""
        self._changed: list[Replaced] = []
        """What came of those that are done."""
        self._undoing = False
        self._done: dict[int, Replaced] = {}
        """What was replaced and not undone, by the number of its story."""
        self.running = False
        """Whether anything is looked for, replaced or undone."""
        self._build()
        self._connect()
        self._show_state()

    def begin(self, words: str = "") -> None:
        """Come to the front, ready to be asked."""
        if words and not self.running:
            self.form.words.setText(words)
        self.show()
        self.raise_()
        self.activateWindow()
        self.form.words.setFocus()
        self.form.words.selectAll()

    def done(self, result: int) -> None:
        """What is under way ends behind the story it is at; the size is remembered."""
        self._stop()
        self._settings.keep_layout(_LAYOUT, self.saveGeometry())
        super().done(result)

    # finding

    @Slot()
    def _on_asked(self) -> None:
        question = self.form.question
        if not question.query.text or question.query.fault:
            self._say(question.query.fault or tr("Type what is to be found."), bad=True)
            return
        self._asked, self._total, self._looked_at = question, 0, 0
        self._done, self._changed = {}, []
        self.list.begin()
        self.preview.clear()
        self._run(running=True)
        self._door.read(
            count_stories, question.scope, on_done=self._on_counted, on_error=self._on_refused, key="find in desk"
        )

    def _on_counted(self, total: int) -> None:
        self._total = total
        self._next_page(None)

    def _next_page(self, before: int | None) -> None:
        if self.running:
            self._door.read(
                find_on_page, self._asked, self._account, before, on_done=self._on_page, on_error=self._on_refused,
                key="find in desk",
            )  # fmt: skip

    def _on_page(self, page: FoundPage) -> None:
        if not self.running:
            return
        for found in page.found[: _MOST_FOUND - len(self.list.found)]:
            self.list.add(found)
        self._looked_at += page.looked_at
        self.progress.setRange(0, max(self._total, 1))
        self.progress.setValue(self._looked_at)
        if page.before is None or len(self.list.found) >= _MOST_FOUND:
            self._stop()
        else:
            self._say_found()
            self._next_page(page.before)

    def _on_refused(self, error: Exception) -> None:
        self._changes = []
        self._run(running=False)
        self._say(worded(error), bad=True)

    # replacing

    @Slot()
    def _on_replace(self) -> None:
        if self._asked is not None:
            query, put = self._asked.query, self.form.put.text()
            self._begin_changes([(replace_in_story, (found, query, put)) for found in self.list.wanted], undoing=False)

    @Slot()
    def _on_undo(self) -> None:
        current = self.list.current
        if current is not None and current.card.id in self._done:
            self._begin_changes([(undo_in_story, (self._done[current.card.id],))], undoing=True)

    @Slot()
    def _on_undo_all(self) -> None:
        self._begin_changes([(undo_in_story, (done,)) for done in self._done.values()], undoing=True)

    def _begin_changes(self, changes: Sequence[_Change], *, undoing: bool) -> None:
        """Change story after story: what is typed meanwhile is stored between them."""
        self._changes, self._undoing, self._changed = list(changes), undoing, []
        self.progress.setRange(0, len(changes))
        self.progress.setValue(0)
        self._run(running=True)
        self._next_change()

    def _next_change(self) -> None:
        if not self._changes:
            self._stop()
            return
        change, about = self._changes.pop(0)
        self._change = self._door.write(
            change, *about, self._account, on_done=self._on_changed, on_error=self._on_refused
        )

    def _on_changed(self, done: Replaced) -> None:
        self._changed.append(done)
        if not done.refusal and self._undoing:
            del self._done[done.story_id]
        elif not done.refusal:
            self._done[done.story_id] = done
        said = tr("Undone") if self._undoing else count(done.number, "{n} replaced", "{n} replaced")
        self.list.tell(done, done.refusal or said)
        self.progress.setValue(len(self._changed))
        self._next_change()

    # telling

    @Slot()
    def _stop(self) -> None:
        """No further story is looked at; one that is being changed is waited for: its place in the list is told."""
        self._changes = []
        if self.running and (self._change is None or self._change.finished):
            self._run(running=False)
            self._say_changed() if self._changed else self._say_found()

    def _run(self, *, running: bool) -> None:
        self.running = running
        self.form.show_running(running=running)
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        """What can be done now."""
        wanted, current = self.list.wanted, self.list.current
        places = sum(found.number for found in wanted)
        title = tr("Replace {n} in {stories}") if self.form.put.text() else tr("Take out {n} in {stories}")
        self.replace.setText((title if wanted else tr("Replace")).format(n=f"{places:,}", stories=stories(len(wanted))))
        same = self._asked is not None and self.form.question.query == self._asked.query
        self.replace.setEnabled(bool(wanted) and same and not self.running)
        self.undo.setVisible(bool(self._done))
        self.undo_all.setVisible(bool(self._done))
        self.undo.setEnabled(not self.running and current is not None and current.card.id in self._done)
        self.undo_all.setEnabled(not self.running)
        self.progress.setVisible(self.running)

    @Slot()
    def _on_chosen(self) -> None:
        current = self.list.current
        replacing = bool(self.form.put.text()) and current is not None and not current.why_not
        self.preview.setHtml(as_html(current, self._theme, replacing=replacing) if current else "")
        self._show_state()

    def _say(self, sentence: str, *, bad: bool = False) -> None:
        self.told.setText(sentence)
        set_property(self.told, "tone", "bad" if bad else "muted")

    def _say_found(self) -> None:
        """How much was found so far, and whether all was looked through."""
        number = sum(found.number for found in self.list.found)
        parts = [
            tr("{found} in {stories}").format(
                found=count(number, "{n} place", "{n} places"), stories=stories(len(self.list.found))
            )
            if number
            else tr("Nothing found in {stories}").format(stories=stories(self._looked_at))
        ]
        if self._looked_at < self._total:
            parts.append(tr("{n} of {all} looked through").format(n=f"{self._looked_at:,}", all=f"{self._total:,}"))
        self._say(" · ".join(parts), bad=not number and not self.running)

    def _say_changed(self) -> None:
        """What was replaced or undone, and in how many stories nothing was."""
        good = [one for one in self._changed if not one.refusal]
        left = len(self._changed) - len(good)
        number = sum(one.number for one in good)
        form = tr("{n} undone in {stories}") if self._undoing else tr("{n} replaced in {stories}")
        parts = [form.format(n=f"{number:,}", stories=stories(len(good)))]
        if left:
            parts.append(count(left, "{n} was left as it is", "{n} were left as they are"))
        self._say(" · ".join(parts), bad=bool(left))

    # putting it together

    def _build(self) -> None:
        self.setWindowTitle(tr("Find in stories"))
        self.preview.setAccessibleName(tr("Places in the story"))
        self.preview.setOpenLinks(False)
        self.preview.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.preview.document().setDocumentMargin(3 * GRID)
        self.preview.setPlaceholderText(tr("What stands round each place is shown here."))
        self.progress.setTextVisible(False)
        for button in (self.replace, self.close_button, self.undo, self.undo_all):
            button.setAutoDefault(False)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self.preview)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6 * GRID, 5 * GRID, 6 * GRID, 5 * GRID)
        layout.setSpacing(3 * GRID)
        layout.addWidget(self.form)
        layout.addWidget(self.progress)
        layout.addWidget(split, 1)
        layout.addWidget(self.told)
        layout.addLayout(self._build_buttons())
        self.resize(*_SIZE)
        self.restoreGeometry(self._settings.layout(_LAYOUT))

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        for button in (self.undo, self.undo_all):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self.close_button)
        row.addWidget(self.replace)
        return row

    def _connect(self) -> None:
        self.form.asked.connect(self._on_asked)
        self.form.stopped.connect(self._stop)
        self.form.changed.connect(self._on_chosen)
        self.list.chosen.connect(self._on_chosen)
        self.list.ticked.connect(self._show_state)
        self.list.open_wanted.connect(self.open_wanted)
        self.replace.clicked.connect(self._on_replace)
        self.undo.clicked.connect(self._on_undo)
        self.undo_all.clicked.connect(self._on_undo_all)
        self.close_button.clicked.connect(self.reject)
        self._theme.changed.connect(self._on_chosen)
