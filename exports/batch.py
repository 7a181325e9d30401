"""Many stories at once: a file each by several processes, or all in one file. Plain values in, plain values out."""

import gc
import hashlib
import multiprocessing
import os
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from db.errors import NewsroomError
from exports import PDF, Order, check_clean, export_story, provenance_of

if TYPE_CHECKING:
    from exports.pdf import Written
    from exports.typeset import StoryLayout

Result = TypeVar("Result")


@dataclass(frozen=True)
class ExportResult:
    """What became of one order: the file's bytes, or why there is none."""

    slug: str
    data: bytes = b""
    refused: str = ""
    pages: int = 0
    depth_mm: float = 0.0
    story_id: int = 0
    fault: str = ""
    """The report of a mistake in Galley that refused it."""

    @property
    def sha256(self) -> str:
        """The file's hash."""
        return hashlib.sha256(self.data).hexdigest()


def cores() -> int:
    """Processes that this machine runs side by side."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def make_each(orders: Iterable[Order], kind: str = PDF, jobs: int = 1) -> Generator[ExportResult, None, None]:
    """A file for each order, in their order, by so many processes; an order is taken when a process is free for it.

    Closing the iterator ends the work: what no process has begun is dropped.
    """
    with closing(_run(partial(make, kind=kind), _same, orders, jobs)) as working:
        for _, result in working:
            yield result


def _run(
    work: Callable[[Order], Result], refuse: Callable[[ExportResult], Result], orders: Iterable[Order], jobs: int
) -> Generator[tuple[Order, Result]]:
    """Each order with what became of it, in their order; an order is taken when a process is free for it."""
    coming = iter(orders)
    if jobs < 2:
        for order in coming:
            yield order, _held(work, refuse, order)
        return
    pool = _process_pool(jobs)
    under_way: deque[tuple[Order, Future[Result]]] = deque()
    try:
        for order in coming:
            under_way.append((order, _begun(pool, work, refuse, order)))
            if len(under_way) > 2 * jobs:
                yield _next_result(under_way, work, refuse)
                if under_way and _is_broken(under_way[-1][1]):
                    while under_way:
                        yield _next_result(under_way, work, refuse)
                    pool = _process_pool(jobs)
        while under_way:
            yield _next_result(under_way, work, refuse)
    finally:
        pool.shutdown(cancel_futures=True)


def _begun(
    pool: ProcessPoolExecutor, work: Callable[[Order], Result], refuse: Callable[[ExportResult], Result], order: Order
) -> "Future[Result]":
    try:
        return pool.submit(_held, work, refuse, order)
    except BrokenProcessPool as error:
        broken: Future[Result] = Future()
        broken.set_exception(error)
        return broken


def _is_broken(future: "Future[Any]") -> bool:
    return future.done() and isinstance(future.exception(), BrokenProcessPool)


def _next_result(
    under_way: "deque[tuple[Order, Future[Result]]]",
    work: Callable[[Order], Result],
    refuse: Callable[[ExportResult], Result],
) -> tuple[Order, Result]:
    """The next result. Where a story ended its process, and all others with it, each gets a process of its own."""
    order, future = under_way.popleft()
    try:
        return order, future.result()
    except BrokenProcessPool:
        return order, _alone(work, refuse, order)


def _alone(work: Callable[[Order], Result], refuse: Callable[[ExportResult], Result], order: Order) -> Result:
    with _process_pool(1) as pool:
        try:
            return pool.submit(_held, work, refuse, order).result()
        except BrokenProcessPool:
            why = f"{order.story.slug}: the process that set it ended without a word: is there memory enough?"
            return refuse(ExportResult(order.story.slug, refused=why, story_id=order.story.id))


def _held(work: Callable[[Order], Result], refuse: Callable[[ExportResult], Result], order: Order) -> Result:
    """What an order makes, or why not: one story never stops the others.

    A refusal is a sentence, so that it passes between processes. What nobody expects is a mistake in Galley: this is
    the one place where it is caught for one story, and told with its report.
    """
    result = ExportResult(order.story.slug, story_id=order.story.id)
    try:
        return work(order)
    except NewsroomError as error:
        return refuse(replace(result, refused=str(error)))
    except Exception as error:
        why = f"{result.slug}: Galley made a mistake ({type(error).__name__}) over this story; the others go on."
        return refuse(replace(result, refused=why, fault=traceback.format_exc()))


def make(order: Order, kind: str = PDF) -> ExportResult:
    """The file of one order, with its pages and depth. Raises NewsroomError when it may not be made."""
    from exports.typeset import fit_of

    data = export_story(order, kind)
    fit = fit_of(order.layout)
    return ExportResult(order.story.slug, data, pages=fit.pages, depth_mm=fit.depth_mm, story_id=order.story.id)


def _same(result: ExportResult) -> ExportResult:
    return result


@dataclass(frozen=True)
class _SetStory:
    """A story set by a process: its pages written, or what its pages are made of when others share them; neither if
    refused.
    """

    result: ExportResult
    written: "Written | None" = None
    rows: dict[str, Any] | None = None


def make_together(
    orders: Iterable[Order],
    name: str,
    *,
    run_in: bool = False,
    notify: Callable[[ExportResult], None] = lambda result: None,
    jobs: int = 1,
) -> bytes:
    """One PDF of all orders that are clean, by so many processes; this one binds it. Run in, stories share pages.

    An order is taken when a process is free for it, and forgotten when its pages are written. `notify` is called for
    each: what it raises ends the work. Raises NewsroomError when none is left, or they do not agree in format and
    flavour.
    """
    from exports.pdf import bind

    working = _run(_set_in_rows if run_in else _set_in_pages, _SetStory, orders, jobs)
    with _collected_seldom(), closing(working):
        found = _accepted(working, notify)
        first = next(found, None)
        if first is None:
            raise NewsroomError(f"No story can be exported: {name} is not written.")
        order, alike = first[0], _of_one_format(first, found)
        parts = _shared_pages(alike, notify) if run_in else _written_parts(alike, notify)
        return bind(parts, order.format, name, order.at, flavour=order.flavour, proof=order.proof)


def _set_in_pages(order: Order) -> _SetStory:
    """A story on pages of its own."""
    from exports.pdf import FilePart, write_part
    from exports.typeset import fit_of, sheets_of

    check_clean(order)
    part = FilePart(sheets_of(order.layout), provenance_of(order), order.originals)
    written = write_part(part, order.format, flavour=order.flavour, proof=order.proof)
    fit = fit_of(order.layout)
    result = ExportResult(order.story.slug, pages=fit.pages, depth_mm=fit.depth_mm, story_id=order.story.id)
    return _SetStory(result, written)


def _set_in_rows(order: Order) -> _SetStory:
    """A story that waits for its place on a page."""
    from exports.typeset import fit_of

    check_clean(order)
    result = ExportResult(order.story.slug, depth_mm=fit_of(order.layout).depth_mm, story_id=order.story.id)
    return _SetStory(result, rows=order.layout.prepared())


def _process_pool(jobs: int) -> ProcessPoolExecutor:
    """A pool of processes that have the press loaded and ignore Ctrl+C: the parent decides.

    They are copies of this process where it does nothing beside its main thread, or else of one that only loads the
    press: a copy of a process in which other threads run may wait for ever for what they held.
    """
    if _is_single_threaded():
        import_module("exports.preload")
        context: BaseContext = multiprocessing.get_context("fork")
    else:
        context = process_context()
    pool = ProcessPoolExecutor(jobs, context, initializer=initialize_worker)
    with interrupts_blocked():
        pool.submit(os.getpid)
    return pool


def _is_single_threaded() -> bool:
    """Whether this process runs a single thread; only Linux tells of those that libraries began."""
    try:
        return len(list(Path("/proc/self/task").iterdir())) == 1
    except OSError:
        return False


def process_context() -> BaseContext:
    """Processes that have the press and nothing of this one: copies of one that begins to load it here."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    from multiprocessing import forkserver, resource_tracker

    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["exports.preload"])
    resource_tracker.ensure_running()  # it lets Ctrl+C through again when it has begun
    with interrupts_blocked():
        forkserver.ensure_running()
    return context


@contextmanager
def interrupts_blocked() -> Iterator[None]:
    """Keep Ctrl+C waiting: processes begun meanwhile do not hear it."""
    if not hasattr(signal, "pthread_sigmask"):  # not on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_COLLECTION = (50_000, 20, 20)
"""Thresholds of the garbage collector while pages are made: at Python's own of 700 it walks through them over and over,
for nothing; at far higher ones what little is circular would pile up.
"""


@contextmanager
def _collected_seldom() -> Iterator[None]:
    """Collect garbage seldom for a while: pages are many small things that hold one another in no circle."""
    before = gc.get_threshold()
    gc.set_threshold(*_COLLECTION)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def initialize_worker() -> None:
    """Ctrl+C reaches every process of a terminal: the parent alone decides, and no process outlives it. Garbage is
    collected seldom: type setting makes many small things and hardly any circles.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.freeze()
    gc.set_threshold(*_COLLECTION)
    gc.enable()


def _end_with_parent() -> None:
    """End this process when its parent is gone, killed perhaps: no order would ever come."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _accepted(
    working: Iterable[tuple[Order, _SetStory]], notify: Callable[[ExportResult], None]
) -> Iterator[tuple[Order, _SetStory]]:
    for order, ready in working:
        if ready.result.refused:
            notify(ready.result)
        else:
            yield order, ready


def _of_one_format(
    first: tuple[Order, _SetStory], others: Iterable[tuple[Order, _SetStory]]
) -> Iterator[tuple[Order, _SetStory]]:
    yield first
    wanted = first[0]
    for order, ready in others:
        if (order.format, order.flavour) != (wanted.format, wanted.flavour):
            raise NewsroomError(
                f"One file has one format: {wanted.story.slug} is set in {wanted.format.name}, {order.story.slug} in "
                f"{order.format.name}. Name one for all."
            )
        yield order, ready


def _written_parts(
    working: Iterable[tuple[Order, _SetStory]], notify: Callable[[ExportResult], None]
) -> "Iterator[Written]":
    """Each story as a part."""
    for _, ready in working:
        notify(ready.result)
        if ready.written:
            yield ready.written


def _shared_pages(
    working: Iterable[tuple[Order, _SetStory]], notify: Callable[[ExportResult], None]
) -> "Iterator[Written]":
    """Each page as a part whose slug line names the stories on it; a story is forgotten with the last page it is on."""
    from exports.pdf import FilePart, write_part
    from exports.typeset import StoryLayout, pages_run_in

    waiting: dict[int, tuple[Order, ExportResult]] = {}

    def coming() -> "Iterator[StoryLayout]":
        for number, (order, ready) in enumerate(working):
            waiting[number] = (order, ready.result)
            layout = StoryLayout(order.story, order.format, order.originals, number=number)
            layout.adopt(ready.rows or {})
            yield layout

    for sheet, stories in pages_run_in(coming()):
        leader = waiting[next(iter(stories))][0]
        first, *rest = (provenance_of(waiting[number][0]) for number in stories)
        originals = {key: held for number in stories for key, held in waiting[number][0].originals.items()}
        begun = tuple(provenance_of(waiting[number][0]) for number in stories if not waiting[number][1].pages)
        for number, ends in stories.items():
            order, result = waiting[number]
            waiting[number] = (order, replace(result, pages=result.pages + 1))
            if ends:
                notify(waiting.pop(number)[1])
        part = FilePart([sheet], replace(first, also_on_page=tuple(rest)), originals, begun)
        yield write_part(part, leader.format, flavour=leader.flavour, proof=leader.proof)
