"""What the proof window lets others do: plates are drawn one after the other, and beside that the file is checked.

Each is a call in the process of `db/sandbox.py`, from a worker; a newer wish for a page replaces one that still waits.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from db.errors import NewsroomError
from db.sandbox import sandboxed
from db.values import Progress, no_progress
from desktop.proof.drawing import Drawn, Part, draw_plates, draw_thumbnails, hold_library
from desktop.proof.proof_file import ProofFile, check
from desktop.tasks import Task, TaskRunner
from exports.pdf.plates.separate import PlatePages, separate

_LONGER = 8.0
"""Seconds of work more that parting a page is given than reading a file elsewhere: somebody waits who can stop."""
_KEPT = 8
"""Pages whose plates are kept: two spreads before and behind the one that is seen."""
_AT_ONCE = 6
"""Thumbnails drawn in one go: less than half a second, after which a page that is wanted has its turn."""
THUMBNAIL = 112
"""Pixels of the longer side of a thumbnail at 100 %: a headline can be told from a picture."""


@dataclass(frozen=True)
class Look:
    """How pages are to be seen."""

    shown: frozenset[str] | None = None
    """Plates that are shown; None all of them."""
    limit: float | None = None
    """Percent of ink beyond which it is marked; None: not asked for."""


@dataclass(frozen=True)
class DrawnPage:
    """A part of a page that was drawn."""

    page: int
    plates: PlatePages
    drawn: Drawn
    asked: Part
    """What was asked for; a large part of many plates is drawn coarser."""
    look: Look


def drawn_part(
    name: str, given: bytes | PlatePages, page: int, part: Part, look: Look, films: dict[str, bytes] | None = None,
    progress: Progress = no_progress,
) -> DrawnPage:  # fmt: skip
    """A part of a page in its plates, which are parted first where they are not yet."""
    do = partial(sandboxed, name=name, ready=hold_library, watch=progress)
    plates = given if isinstance(given, PlatePages) else do(separate, given, page, longer=_LONGER)
    shown = look.shown if look.shown is not None else frozenset(plate.name for plate in plates.plates)
    drawn = do(
        draw_plates, plates, part.within(_MOST_BYTES // (len(plates.plates) + _COLOURS)), shown, look.limit, films
    )
    return DrawnPage(page, plates, drawn, part, look)


_MOST_BYTES = 28_000_000
"""Bytes of a part that is drawn: what may come back from a process of the sandbox, with some room."""
_COLOURS = 4
"""Bytes of a pixel beside those of its plates: three colours, and whether there is too much ink."""


def thumbnails(
    name: str, data: bytes, pages: tuple[int, ...], side: int, progress: Progress = no_progress
) -> list[tuple[int, int, bytes]]:
    """Small pictures of pages."""
    return sandboxed(draw_thumbnails, data, pages, side, name=name, ready=hold_library, watch=progress)


class ProofWork(QObject):
    """Work on one file at a time."""

    drawn = Signal(object)
    """DrawnPage"""
    thumbnails_drawn = Signal(object, object)
    """Numbers of pages, and a picture of each: width, height and bytes in RGB."""
    checked = Signal(object)
    """Problems of the file."""
    not_checked = Signal(str)
    refused = Signal(str)
    """Why a page cannot be drawn, in one sentence."""
    busy_changed = Signal(str)
    """What is worked on now: `draw`, `check`, or nothing."""

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._file: ProofFile | None = None
        self._plates: dict[int, PlatePages] = {}
        self._films: dict[int, DrawnPage] = {}
        self._waiting: dict[int, tuple[Part, Look]] = {}
        self._thumbnails: list[int] = []
        self._side = THUMBNAIL
        self._drawing: Task | None = None
        self._checking: Task | None = None
        self._to_check = False

    def open(self, file: ProofFile) -> None:
        """From now on it is this file."""
        self.stop()
        self._file, self._plates, self._films, self._to_check = file, {}, {}, True
        self._thumbnails = []

    @Slot()
    def stop(self) -> None:
        """Let nothing more be done."""
        for task in filter(None, (self._drawing, self._checking)):
            task.cancel()
        self._drawing = self._checking = None
        self._waiting, self._thumbnails, self._to_check = {}, [], False
        self._notify()

    def want(self, page: int, part: Part, look: Look) -> None:
        """Let a part of a page be drawn; what was wanted of that page before and is not begun is drawn no more."""
        self._waiting.pop(page, None)
        self._waiting[page] = (part, look)
        self._go_on()

    def forget_unseen(self, leaf: Sequence[int]) -> None:
        """Other pages are seen now: of those that were passed by nothing need be drawn."""
        self._waiting = {page: wanted for page, wanted in self._waiting.items() if page in leaf}

    def want_thumbnails(self, pages: list[int], side: int) -> None:
        """Let small pictures be drawn when nothing else is wanted."""
        self._thumbnails, self._side = pages, side
        self._go_on()

    def plates_of(self, page: int) -> PlatePages | None:
        """The plates of a page, once they are parted."""
        return self._plates.get(page)

    # one after the other

    def _go_on(self) -> None:
        if self._file is None or self._drawing is not None:
            return
        if self._waiting:
            self._draw(next(iter(self._waiting)))
        elif self._thumbnails:
            self._draw_thumbnails()
        if self._to_check and not self._waiting:
            self._check()

    def _draw(self, page: int) -> None:
        assert self._file is not None
        part, look = self._waiting.pop(page)
        before = self._films.get(page)
        films = before.drawn.films if before is not None and before.asked == part else None
        given = self._plates.get(page, self._file.data)
        self._run(drawn_part, (self._file.name, given, page, part, look, films), self._on_drawn, self._on_refused)

    def _draw_thumbnails(self) -> None:
        assert self._file is not None
        pages, self._thumbnails = tuple(self._thumbnails[:_AT_ONCE]), self._thumbnails[_AT_ONCE:]
        done = partial(self._on_thumbnails, pages)
        self._run(thumbnails, (self._file.name, self._file.data, pages, self._side), done, self._on_no_thumbnails)

    def _run(self, work: Callable[..., Any], given: tuple[Any, ...], done: Any, failed: Any) -> None:
        self._drawing = self._runner.run(
            work, *given, on_done=done, on_error=failed, on_end=self._on_end, on_progress=self._on_progress
        )
        self._notify()

    def _check(self) -> None:
        self._to_check = False
        self._checking = self._runner.run(
            check, self._file, on_done=self._on_checked, on_error=self._on_not_checked, on_end=self._on_check_end,
            on_progress=self._on_progress,
        )  # fmt: skip
        self._notify()

    def _on_progress(self, _share: float) -> None:
        """Asked for so that what is stopped ends; how far it is cannot be told."""

    def _on_drawn(self, found: DrawnPage) -> None:
        keep_newest(self._plates, found.page, found.plates)
        keep_newest(self._films, found.page, found)
        self.drawn.emit(found)

    def _on_thumbnails(self, pages: tuple[int, ...], pictures: list[tuple[int, int, bytes]]) -> None:
        self.thumbnails_drawn.emit(pages, pictures)

    def _on_no_thumbnails(self, _error: NewsroomError) -> None:
        self._thumbnails = []

    def _on_refused(self, error: NewsroomError) -> None:
        self.refused.emit(str(error))

    def _on_checked(self, problems: list[Any]) -> None:
        self.checked.emit(problems)

    def _on_not_checked(self, error: NewsroomError) -> None:
        self.not_checked.emit(str(error))

    def _on_end(self) -> None:
        self._drawing = None
        self._go_on()
        self._notify()

    def _on_check_end(self) -> None:
        self._checking = None
        self._notify()

    def _notify(self) -> None:
        self.busy_changed.emit("draw" if self._drawing else "check" if self._checking else "")


def keep_newest(kept: dict[int, Any], page: int, value: Any) -> None:
    """Keep what belongs to a page, and of other pages what was kept last."""
    kept.pop(page, None)
    kept[page] = value
    while len(kept) > _KEPT:
        kept.pop(next(iter(kept)))
