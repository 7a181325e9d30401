"""What the window asks of newsroom and press, done off the main thread; what came of it is told as a message."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from db.errors import NewsroomError, one_line
from db.newsroom import Newsroom
from db.stages import PAST, Move
from db.values import Account, Draft, MoveOption, Story, StoryCard, StoryText
from desktop.shell.message import Message, Tone
from desktop.shell.plan import Plan
from desktop.tasks import Failed, TaskRunner
from desktop.words import stories, tr


@dataclass(frozen=True)
class Taken:
    """What became of one arriving file: a story, or the reason why not."""

    path: Path
    story: Story | None = None
    draft: Draft | None = None
    refusal: str = ""


class Errands(QObject):
    """One person's errands in one newsroom."""

    said = Signal(object)
    """Message."""
    created = Signal(object)
    """Story: new, to be opened."""
    taken = Signal(object)
    """list[Taken]: what became of the files."""
    options_known = Signal(object, object, QPoint)
    """StoryCard, list[MoveOption], and where the menu goes."""

    def __init__(self, newsroom: Newsroom, account: Account, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newsroom, self._account, self._runner = newsroom, account, runner

    def create(self, plan: Plan, on_error: Failed) -> None:
        """Start a story."""
        work = partial(create_story, self._newsroom, plan, self._account)
        self._runner.run(work, on_done=self.created.emit, on_error=on_error, in_order=True)

    def import_files(self, paths: Sequence[Path], desk: str) -> None:
        """Bring in files, each as a story of the desk."""
        work = partial(take_in, self._newsroom, list(paths), desk, self._account)
        self._runner.run(work, on_done=self.taken.emit, in_order=True)

    def ask_options(self, card: StoryCard, place: QPoint) -> None:
        """Find out which moves this person may make."""
        work = partial(options, self._newsroom, card.id, self._account)
        self._runner.run(work, on_done=lambda found: self.options_known.emit(card, found, place), key="options")

    def make_move(self, card: StoryCard, move: Move, note: str) -> None:
        """Move a story."""
        work = partial(make_move, self._newsroom, move, card.id, self._account, note)
        self._runner.run(work, on_done=lambda story: self._say_moved(move, story), in_order=True)

    def export(self, card: StoryCard, folder: Path) -> None:
        """Write the clean PDF of an approved story."""
        work = partial(export, self._newsroom, card.id, folder, self._account)
        self._runner.run(work, on_done=self._say_written, in_order=True)

    def proof(self, card: StoryCard, folder: Path, text: StoryText | None = None) -> None:
        """Write a PDF marked PROOF; of a text that is not saved yet, when one is given."""
        self._runner.run(partial(proof, self._newsroom, card.id, folder, text), on_done=self._say_written)

    def redline(self, card: StoryCard, folder: Path, old: int, new: int) -> None:
        """Write a proof of a revision that shows what changed since an earlier one."""
        self._runner.run(partial(redline, self._newsroom, card.id, folder, old, new), on_done=self._say_written)

    def _say_moved(self, move: Move, story: Story) -> None:
        text = tr("{slug} is {done}: it stands in {stage} now.")
        values = {"slug": story.slug, "done": tr(PAST[move]), "stage": tr(story.stage.value)}
        self.said.emit(Message(text.format(**values), Tone.DONE))

    def _say_written(self, path: Path) -> None:
        text = tr("Written: {path}").format(path=path)
        self.said.emit(Message(text, Tone.DONE, tr("Open"), partial(show_file, path)))


def show_file(path: Path) -> None:
    """Open a file in whatever program this computer has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def create_story(newsroom: Newsroom, plan: Plan, actor: Account) -> Story:
    """A new story as planned, with its writer's byline."""
    text = StoryText(slug=plan.slug, headline=plan.headline, byline=_byline(actor), language=actor.writes_in)
    return newsroom.stories.create(
        text, desk=plan.desk, actor=actor, due=plan.due, target_lines=plan.target_lines, layout=plan.layout
    )


def _byline(actor: Account) -> str:
    """Other languages than English have no “By”."""
    return f"By {actor.name}" if actor.writes_in.startswith("en") else actor.name


def take_in(newsroom: Newsroom, paths: Sequence[Path], desk: str, actor: Account) -> list[Taken]:
    """A story of each file that can be read; a file that cannot does not hold up the others."""
    return [_take(newsroom, path, desk, actor) for path in paths]


def _take(newsroom: Newsroom, path: Path, desk: str, actor: Account) -> Taken:
    from db.intake import read_file

    try:
        draft = read_file(path)
        return Taken(path, newsroom.stories.intake(draft, desk=desk, actor=actor), draft)
    except NewsroomError as error:
        return Taken(path, refusal=one_line(error))


def options(newsroom: Newsroom, story_id: int, actor: Account) -> list[MoveOption]:
    """The moves of a story, each allowed or with the reason why not."""
    return newsroom.moves.options(newsroom.stories.get(story_id), actor)


def make_move(newsroom: Newsroom, move: Move, story_id: int, actor: Account, note: str) -> Story:
    """Make a move, preflight included. The press is loaded here, on a worker, when it is first needed."""
    from desktop.press import handover

    return handover.make_move(newsroom, move, story_id, actor=actor, note=note)


def export(newsroom: Newsroom, story_id: int, folder: Path, actor: Account) -> Path:
    """Write the clean PDF of a story into a folder."""
    from desktop.press import handover

    return handover.export(newsroom, story_id, folder, actor=actor)


def proof(newsroom: Newsroom, story_id: int, folder: Path, text: StoryText | None = None) -> Path:
    """Write a proof of a story, or of a text of it that is not saved yet, into a folder."""
    from desktop.press import handover

    return handover.proof(newsroom, story_id, folder, text=text)


def redline(newsroom: Newsroom, story_id: int, folder: Path, old: int, new: int) -> Path:
    """Write a proof of a revision into a folder, with what changed since an earlier one."""
    from desktop.press import handover

    return handover.proof(newsroom, story_id, folder, against=old, revision=new)


def sum_up(taken: Sequence[Taken]) -> tuple[str, Tone]:
    """What became of the files, in one sentence."""
    made = [one for one in taken if one.story is not None]
    refused = [one.refusal for one in taken if one.refusal]
    if not made:
        return " ".join(refused), Tone.REFUSED
    names = ", ".join(one.story.slug for one in made if one.story)
    text = tr("{stories} imported: {names}.").format(stories=stories(len(made)), names=names)
    return (f"{text} {' '.join(refused)}", Tone.REFUSED) if refused else (text, Tone.DONE)
