"""Stories that begin: planned in a dialog."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.newsroom import Newsroom
from db.values import Account, Story, StoryText
from desktop.localization import tr
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.shell.new_story_dialog import NewStoryDialog, PlannedStory
from desktop.widgets.message import Message, Tone


@dataclass(frozen=True)
class DeskChoices:
    """Which desks a new story may belong to, whose it most likely is, and of which kinds; asked anew each time."""

    all: Callable[[], list[str]]
    home: Callable[[], str]
    kinds: Callable[[], list[str]]


class NewStories(QObject):
    """One person's new stories in one newsroom."""

    said = Signal(object)
    """Message."""
    created = Signal(object)
    """Story: new, to be opened."""

    def __init__(self, door: NewsroomDoor, account: Account, theme: Theme, desks: DeskChoices, window: QWidget) -> None:
        super().__init__(window)
        self._door, self._account, self._theme = door, account, theme
        self._desks, self._window = desks, window
        self._planning: NewStoryDialog | None = None

    @Slot()
    def plan(self) -> None:
        """Ask what a new story is to be, and start it."""
        desks = self._desks.all()
        if not desks:
            self._say_no_desk()
            return
        self._planning = NewStoryDialog(self._theme, desks, self._desks.home(), self._desks.kinds(), self._window)
        self._planning.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._planning.submitted.connect(self._on_planned)
        self._planning.open()

    def _say_no_desk(self) -> None:
        self.said.emit(Message(tr("There is no desk yet: the chief must make one first."), Tone.REFUSED))

    @Slot()
    def _on_planned(self) -> None:
        planning = self._planning
        if planning is not None:
            done = partial(self._on_created, planning)
            planning.begin()
            self._door.write(
                create_story, planning.plan, self._account, on_done=done, on_error=planning.failed, on_end=planning.end
            )

    def _on_created(self, planning: NewStoryDialog, story: Story) -> None:
        """It is opened for whoever still waits for it; else it stands on the board."""
        planning.accept()
        self._planning = None
        self.created.emit(story)


def create_story(newsroom: Newsroom, plan: PlannedStory, actor: Account) -> Story:
    """A new story as planned, with its writer's byline."""
    text = StoryText(slug=plan.slug, headline=plan.headline, byline=_byline(actor), language=actor.writes_in)
    return newsroom.stories.create(
        text, desk=plan.desk, actor=actor, kind=plan.kind, due=plan.due, target_lines=plan.target_lines,
        layout=plan.layout,
    )  # fmt: skip


def _byline(actor: Account) -> str:
    """Other languages than English have no “By”."""
    return f"By {actor.name}" if actor.writes_in.startswith("en") else actor.name
