"""What the door is asked about arriving files: which there are, what is in each, and to take them in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from db.errors import NewsroomError, one_line
from db.newsroom import Newsroom
from db.values import Account, Draft, Progress, Story
from desktop.localization import stories, tr
from desktop.widgets.message import Tone

MOST_FILES = 2_000
"""Of a folder: a day of a large newsroom's wires; more is a disk that was chosen by mistake."""

_MOST_NAMED = 5
"""Stories and refusals that a message names; the board and the list show them all."""


@dataclass(frozen=True)
class Arrived:
    """Result of one arriving file, or of one text in a mail that brings several: a draft, or the reason why not."""

    path: Path
    draft: Draft | None = None
    number: int = 0
    """Place of the draft among those of its file."""
    refusal: str = ""
    doubts: tuple[str, ...] = ()
    """What may be wrong with the draft, a sentence each."""
    story: Story | None = None
    """The story that was made of it."""

    @property
    def name(self) -> str:
        """What it is called: the name of its file, behind it that of what is attached."""
        inner = self.draft.source if self.draft else ""
        return self.path.name if inner in ("", self.path.name) else f"{self.path.name} · {inner}"


def files_in(newsroom: Newsroom, paths: Sequence[Path]) -> list[Path]:
    """The files among some paths, and those in the folders among them, by name; hidden ones are left out."""
    return [file for path in paths for file in (_in_folder(path) if path.is_dir() else [path])]


def _in_folder(folder: Path) -> list[Path]:
    try:
        names = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return [folder]  # reading it says why not
    return [path for path in names[:MOST_FILES] if path.is_file()]


def read_arriving(newsroom: Newsroom, path: Path, charset: str = "", *, progress: Progress) -> list[Arrived]:
    """Each draft of a file: a mail may bring several. It asks nothing of the newsroom, and holds up no write.

    `progress` may end it.
    """
    from db.intake import read_copy
    from db.intake.doubts import doubts_of

    try:
        drafts = read_copy(path, charset, watch=progress)
    except NewsroomError as error:
        return [Arrived(path, refusal=one_line(error))]
    return [Arrived(path, draft, number, doubts=doubts_of(draft)) for number, draft in enumerate(drafts)]


def take_in(newsroom: Newsroom, arrived: Sequence[Arrived], desk: str, actor: Account) -> list[Arrived]:
    """A story of each draft; one that is refused does not hold up the others."""
    return [_take(newsroom, one, desk, actor) for one in arrived]


def _take(newsroom: Newsroom, one: Arrived, desk: str, actor: Account) -> Arrived:
    if one.draft is None:
        return one
    try:
        return replace(one, story=newsroom.stories.intake(one.draft, desk=desk, actor=actor))
    except NewsroomError as error:
        return replace(one, refusal=one_line(error))


def take_in_anew(newsroom: Newsroom, one: Arrived, actor: Account) -> Arrived:
    """The draft of a file that was taken in already as the next revision of its story, which keeps its slug.

    Raises Stale when somebody has changed the story since.
    """
    assert one.draft is not None
    assert one.story is not None
    text = one.draft.text.with_(slug=one.story.slug, language=one.draft.text.language or one.story.language)
    note = tr("Taken in anew")
    return replace(one, story=newsroom.stories.save(one.story.id, text, actor=actor, base=one.story.version, note=note))


def sum_up(taken: Sequence[Arrived]) -> tuple[str, Tone]:
    """Result of the files, in one sentence."""
    made = [one for one in taken if one.story is not None]
    refused = [one.refusal for one in taken if one.refusal]
    if len(refused) > _MOST_NAMED:
        refused[_MOST_NAMED:] = [tr("{n} more were refused.").format(n=len(refused) - _MOST_NAMED)]
    if not made:
        return " ".join(refused) or tr("Nothing was imported."), Tone.REFUSED if refused else Tone.NOTE
    names = ", ".join(one.story.slug for one in made[:_MOST_NAMED] if one.story)
    names += " …" if len(made) > _MOST_NAMED else ""
    text = tr("{stories} imported: {names}.").format(stories=stories(len(made)), names=names)
    return (f"{text} {' '.join(refused)}", Tone.REFUSED) if refused else (text, Tone.DONE)
