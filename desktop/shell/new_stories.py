"""Stories that begin: planned in a dialog, or brought in from files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from db.errors import NewsroomError, one_line
from db.newsroom import Newsroom
from db.values import Account, Draft, Progress, Story, StoryText
from desktop.localization import stories, tr
from desktop.look.theme import Theme
from desktop.newsroom_door import NewsroomDoor
from desktop.settings import LocalSettings
from desktop.shell.help import left_out_dialog
from desktop.shell.new_story_dialog import NewStoryDialog, PlannedStory
from desktop.tasks import Task
from desktop.widgets.message import Message, Tone

_SAID_AT = 10
"""Steps of a twentieth of a second, as `db/sandbox.py` takes them, after which it is said that files are read."""


@dataclass(frozen=True)
class Imported:
    """Result of one arriving file: a story, or the reason why not."""

    path: Path
    story: Story | None = None
    draft: Draft | None = None
    refusal: str = ""


@dataclass
class FilesRead:
    """Files that are being read, for a desk."""

    desk: str
    task: Task | None = None
    steps: int = 0
    """Number of times their progress was reported."""


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
    brought_in = Signal(int)
    """Number of the last story that came from a file."""

    def __init__(
        self, door: NewsroomDoor, account: Account, theme: Theme, settings: LocalSettings, desks: DeskChoices,
        window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._door, self._account, self._theme = door, account, theme
        self._settings, self._desks, self._window = settings, desks, window
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

    @Slot()
    def ask_files(self) -> None:
        """Ask for files, and bring them in."""
        title, kinds = tr("Import stories"), tr("Text, mail and wire files (*.txt *.eml *.md *.text);;All files (*)")
        names, _ = QFileDialog.getOpenFileNames(self._window, title, str(self._settings.folder), kinds)
        self.bring_in([Path(name) for name in names])

    def bring_in(self, paths: Sequence[Path]) -> None:
        """A story of each file, at the desk that is shown."""
        desk = self._desks.home()
        if paths and not desk:
            self._say_no_desk()
        elif paths:
            reading = FilesRead(desk)
            reading.task = self._door.read(
                read_files, list(paths), on_done=partial(self._on_read, reading),
                on_progress=partial(self._on_progress, reading),
            )  # fmt: skip

    def _on_progress(self, reading: "FilesRead", _share: float) -> None:
        """Say that files are read, once it takes a while, and offer to stop."""
        reading.steps += 1
        if reading.steps == _SAID_AT:
            self.said.emit(Message(tr("Reading…"), Tone.NOTE, tr("Stop"), partial(self._stop, reading)))

    def _stop(self, reading: "FilesRead") -> None:
        if reading.task is not None and not reading.task.finished:
            reading.task.cancel()
            self.said.emit(Message(tr("Nothing was imported."), Tone.NOTE))

    def _on_read(self, reading: "FilesRead", arrived: list[Imported]) -> None:
        self._door.write(take_in, arrived, reading.desk, self._account, on_done=self._on_taken)

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

    def _on_taken(self, taken: list[Imported]) -> None:
        sentence, tone = sum_up(taken)
        left_out = [(one.path.name, one.draft.dropped) for one in taken if one.draft and one.draft.dropped]
        show = partial(self._show_left_out, left_out) if left_out else None
        self.said.emit(Message(sentence, tone, tr("What was left out…") if left_out else "", show))
        made = [one.story for one in taken if one.story]
        if made:
            self.brought_in.emit(made[-1].id)

    def _show_left_out(self, left_out: list[tuple[str, tuple[str, ...]]]) -> None:
        left_out_dialog(self._theme, left_out, self._window).open()


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


def read_files(newsroom: Newsroom, paths: Sequence[Path], *, progress: Progress) -> list[Imported]:
    """The draft of each file that can be read; one that cannot does not hold up the others.

    It asks nothing of the newsroom, and holds up no write: a file may take seconds. `progress` may end it.
    """
    return [one for number, path in enumerate(paths) for one in _read(path, _share_of(progress, number, len(paths)))]


def _share_of(progress: Progress, number: int, count: int) -> Progress:
    """Progress of all the files, reported by that of one of them."""

    def report(share: float) -> None:
        progress((number + share) / count)

    return report


def _read(path: Path, watch: Progress) -> list[Imported]:
    """Each draft of a file: a mail may bring several."""
    from db.intake import read_copy

    try:
        return [Imported(path, draft=draft) for draft in read_copy(path, watch=watch)]
    except NewsroomError as error:
        return [Imported(path, refusal=one_line(error))]


def take_in(newsroom: Newsroom, arrived: Sequence[Imported], desk: str, actor: Account) -> list[Imported]:
    """A story of each draft; one that is refused does not hold up the others."""
    return [_take(newsroom, one, desk, actor) for one in arrived]


def _take(newsroom: Newsroom, one: Imported, desk: str, actor: Account) -> Imported:
    if one.draft is None:
        return one
    try:
        return replace(one, story=newsroom.stories.intake(one.draft, desk=desk, actor=actor))
    except NewsroomError as error:
        return Imported(one.path, refusal=one_line(error))


def sum_up(taken: Sequence[Imported]) -> tuple[str, Tone]:
    """Result of the files, in one sentence."""
    made = [one for one in taken if one.story is not None]
    refused = [one.refusal for one in taken if one.refusal]
    if not made:
        return " ".join(refused), Tone.REFUSED
    names = ", ".join(one.story.slug for one in made if one.story)
    text = tr("{stories} imported: {names}.").format(stories=stories(len(made)), names=names)
    doubts = [f"{one.path.name}: {one.draft.doubt}" for one in made if one.draft and one.draft.doubt]
    text = " ".join([text, *doubts])
    return (f"{text} {' '.join(refused)}", Tone.REFUSED) if refused else (text, Tone.DONE)
