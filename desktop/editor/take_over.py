"""Taking a story over from whoever holds it: asked once more while that person is writing in it."""

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from db.values import Story
from desktop.editor.session.story_session import StorySession
from desktop.localization import count, tr, utc_now
from desktop.look.theme import Theme
from desktop.widgets.dialog import FormDialog

_JUST_TYPED = timedelta(minutes=1)
"""Whoever typed this short a time ago is taken to be writing still."""


class TakeOver(QObject):
    """Takes the open story over, or asks before it does."""

    def __init__(self, theme: Theme, work: StorySession, page: QWidget) -> None:
        super().__init__(page)
        self._theme, self._work, self._page = theme, work, page
        work.holder_known.connect(self._on_holder_known)

    def ask(self) -> None:
        """Find out when its holder typed last, and take the story over if that was long ago."""
        self._work.ask_holder()

    @Slot(int, object)
    def _on_holder_known(self, story_id: int, typed: datetime | None) -> None:
        """Whoever typed a moment ago is most likely typing now: taking over is asked once more then."""
        story = self._work.story
        if story is None or story.id != story_id:
            return
        ago = utc_now() - typed if typed is not None else None
        if ago is None or ago > _JUST_TYPED:
            self._take(story.id)
        else:
            self._confirm(story, ago)

    def _take(self, story_id: int) -> None:
        """Take it over, unless another story is open by now."""
        if self._work.story is not None and self._work.story.id == story_id:
            self._work.open(story_id, take_over=True)

    def _confirm(self, story: Story, ago: timedelta) -> None:
        name = story.claim.name if story.claim else tr("Somebody")
        dialog = FormDialog(self._theme, tr("Take {slug} over").format(slug=story.slug), tr("Take it over"), self._page)
        seconds = count(max(round(ago.total_seconds()), 1), "{n} second", "{n} seconds")
        said = tr("{name} typed in it {seconds} ago. What was typed is kept as a revision; they can type no more.")
        dialog.add_note(said.format(name=name, seconds=seconds))
        dialog.submitted.connect(dialog.accept)
        dialog.accepted.connect(partial(self._take, story.id))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
