"""The plan of the open story: due date, length, format, kind and desk, each set by whoever may."""

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from db.acts import Act, why_not
from db.errors import NewsroomError
from db.newsroom import Newsroom
from db.values import Account, Story
from desktop.editor.session.story_session import StorySession
from desktop.editor.side.details import Details
from desktop.localization import worded
from desktop.newsroom_door import NewsroomDoor


class StoryPlan(QObject):
    """Sends what is set in the details, and shows there what stands in the newsroom when that is refused."""

    refused = Signal(str)
    """Reason why what was set is not taken."""

    def __init__(self, door: NewsroomDoor, account: Account, work: StorySession, details: Details) -> None:
        super().__init__(details)
        self._door, self._account, self._work, self._details = door, account, work, details

    def settable(self, story: Story) -> frozenset[Act]:
        """The parts of its plan that this person may set."""
        mine = story.writer == self._account.login
        acts = (Act.PLAN, Act.SCHEDULE)
        return frozenset(one for one in acts if not why_not(one, self._account.role, story.stage, is_writer=mine))

    @Slot(dict)
    def send(self, values: dict[str, Any]) -> None:
        """Send these parts of the plan."""
        if self._work.story is not None:
            self._door.write(
                plan_story, self._work.story.id, values, self._account, on_done=self._on_kept, on_error=self._on_refused
            )

    def _on_kept(self, story: Story) -> None:
        if self._work.story is not None and self._work.story.id == story.id:
            self._work.take_plan(story)

    def _on_refused(self, error: NewsroomError) -> None:
        """What was set is not so: what stands in the newsroom is shown again."""
        self.refused.emit(worded(error))
        if self._work.story is not None:
            self._details.show_story(self._work.story, may=self.settable(self._work.story))


def plan_story(newsroom: Newsroom, story_id: int, values: dict[str, Any], actor: Account) -> Story:
    """Another due date, length, format, kind or desk."""
    return newsroom.stories.plan(story_id, actor=actor, **values)
