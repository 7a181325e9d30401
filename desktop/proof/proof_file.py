"""What is looked at in the proof window: any PDF, or the pages of a story; read and checked on a worker. No Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from db.document import Document
from db.input_files import need_file, read_input
from db.newsroom import Newsroom
from db.sandbox import sandboxed
from db.values import PageArea, Problem, Progress, StoryText, no_progress
from desktop.press import service
from desktop.press.format_folders import formats_folder
from exports import preview
from exports.pdf.check import LARGEST
from exports.pdf.check.file_facts import FileFacts, PdfPage, file_facts
from exports.pdf.check.paint.geometry import Box
from exports.typeset import sheets_of
from exports.typeset.sheet import SetLine, Sheet

_LONGER = 8.0
"""Seconds of work more that the check of a file is given here than elsewhere: somebody waits who can stop it."""


@dataclass(frozen=True)
class ProofFile:
    """A PDF that was read."""

    name: str
    """As the window is called."""
    data: bytes
    facts: FileFacts
    demands: service.PressDemands
    path: Path | None = None
    """Where it lies; None for the pages of a story that are in no file."""
    story_id: int = 0
    """The story whose pages these are; 0 for a file."""
    sheets: tuple[Sheet, ...] = ()
    """Of a story: what its pages are made of."""
    body: Document = Document()  # noqa: RUF009  # a document never changes
    problems: tuple[Problem, ...] = ()
    """Of a story: what its own preflight finds."""


def read_file(newsroom: Newsroom, path: Path, progress: Progress = no_progress) -> ProofFile:
    """A PDF from anywhere. Raises Unreadable and Refused in one sentence."""
    need_file(path)
    data = read_input(path, LARGEST)
    facts = sandboxed(file_facts, data, name=path.name, watch=progress)
    return ProofFile(path.name, data, facts, service.press_demands(data, formats_folder(newsroom)), path)


def read_story(
    newsroom: Newsroom, story_id: int, text: StoryText | None, progress: Progress = no_progress
) -> ProofFile:
    """The pages of a story as it stands, or with a text that is not saved yet, as they would leave now."""
    story = newsroom.stories.get(story_id)
    order = service.order_of(newsroom, story.with_text(text) if text else story)
    data, sheets = preview(order), tuple(sheets_of(order.layout))
    progress(0.5)
    facts = file_facts(data)  # our own, so that no process of its own need read it
    demands = service.press_demands(data, formats_folder(newsroom), order.format.name)
    found = ProofFile(
        story.slug, data, facts, demands, story_id=story.id, sheets=sheets, body=order.story.body,
        problems=tuple(service.problems_in(newsroom, order)),
    )  # fmt: skip
    return replace(found, problems=tuple(_placed(found, problem) for problem in found.problems))


def check(file: ProofFile, progress: Progress = no_progress) -> list[Problem]:
    """What a printer would say of the file: blockers first."""
    find = partial(service.problems_by, wanted=file.demands)
    found = sandboxed(find, file.data, name=file.name, watch=progress, longer=_LONGER)
    return sorted(found, key=lambda problem: not problem.blocks)


def number_of_rules() -> int:
    """How many rules there are for files."""
    from exports.pdf.check import RULES

    return len(RULES)


def _placed(file: ProofFile, problem: Problem) -> Problem:
    """A problem of a story with the lines of its text that it is about."""
    field, block = problem.place, -1
    what, _, number = problem.place.partition(" ")
    if number.isdigit() and what in ("block", "picture"):
        field, block = "body", int(number) - 1
    return replace(problem, areas=tuple(_areas(file.sheets, file.facts.pages, field, block)))


def _areas(sheets: Sequence[Sheet], pages: Sequence[PdfPage], field: str, block: int) -> Iterator[PageArea]:
    """Where a field or a block stands: a box on each page that has lines of it."""
    for number, (sheet, page) in enumerate(zip(sheets, pages, strict=False), 1):
        lines = [line for line in (*sheet.lines, *sheet.uncounted) if (line.field, line.block) == (field, block)]
        if lines:
            yield PageArea(number, _box_round(lines, page))


_RISE, _FALL = 10.0, 4.0
"""Points over and under a baseline that a line of body text takes with its letters."""


def _box_round(lines: Sequence[SetLine], page: PdfPage) -> Box:
    """The box round lines, in the page's own space. Lines count from the trim's top left."""
    left, top = (page.box("Trim") or page.media)[0], (page.box("Trim") or page.media)[3]
    x0, x1 = min(line.x for line in lines), max(line.x + line.width for line in lines)
    y0, y1 = min(line.y for line in lines) - _RISE, max(line.y for line in lines) + _FALL
    return (left + x0, top - y1, left + x1, top - y0)
