"""What the status bar says of the open story: how long it is, what of it is selected, when it was stored last."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from db.values import Story
from desktop.editor.form import StoryForm
from desktop.editor.proofreading.proofreader import Proofreader
from desktop.editor.session.story_session import StorySession
from desktop.editor.side.details import Details
from desktop.editor.text.selection_counts import counted, selection_words
from desktop.editor.writing import StoryWriting
from desktop.localization import count, second, tr, words
from desktop.widgets.parted_label import APART


class StoryStatus(QObject):
    """Says it anew when something of it is other now."""

    changed = Signal(str, str)
    """Length of the story and the time it was stored last."""

    def __init__(
        self, work: StorySession, form: StoryForm, details: Details, writing: StoryWriting,
        proofreader: Proofreader, page: QObject,
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._work, self._form, self._details = work, form, details
        self._writing, self._proofreader = writing, proofreader
        self.saved: datetime | None = None
        """When it was stored last."""
        self.slug_refused = self._read_only = self._of_revision = False
        """Whether the slug is not taken; whether nobody types here, and a revision is read instead."""
        form.body.selectionChanged.connect(self.notify)
        writing.measured.connect(self.notify)
        proofreader.counted.connect(self.notify)

    def open(self, story: Story, *, read_only: bool) -> None:
        """Tell of a story that was opened, to be read alone or to be written in."""
        self.saved, self._read_only, self._of_revision = story.changed, read_only, read_only
        self.notify()

    def lose(self) -> None:
        """Nothing more can be typed; it is told with what is said next."""
        self._read_only = True

    @Slot()
    def notify(self) -> None:
        """Say all of it."""
        if self._work.story is not None:
            number = self._writing.length.words
            self._details.show_words(number)
            self.changed.emit(self._length_said(number), self._storing_said(self._work.story))

    def _length_said(self, number: int) -> str:
        length = self._writing.length
        fit, size = (length.fit, length.size) if length.lines else ("", "")
        remarks = self._proofreader.count
        found = count(remarks, "{n} remark", "{n} remarks") if remarks else ""
        selected = selection_words(counted(self._form.body.textCursor()))
        read_only = tr("read only") if self._read_only else ""
        parts = [fit, *([selected] if selected else [size, words(number)]), found, read_only]
        return APART.join(filter(None, parts))

    def _storing_said(self, story: Story) -> str:
        if self.saved is None:
            return ""
        stored = tr("All but the slug saved {time}") if self.slug_refused else tr("Saved {time}")
        if self._of_revision:  # whoever reads a revision has stored nothing
            stored = tr("Revision {n}, {time}")
        stored = tr("Not stored since {time}") if self._work.away else stored
        return stored.format(time=second(self.saved), n=story.version)
