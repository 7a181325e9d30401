"""Many stories at once: a file each by several processes, or all in one file. Plain values in, plain values out."""

import gc
import hashlib
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from db.errors import NewsroomError, Refused
from db.values import Original, Story
from exports import Order, check_clean, export_story, press_of

if TYPE_CHECKING:
    from exports.pdf import Part


@dataclass(frozen=True)
class Made:
    """What became of one order: the file's bytes, or why there is none."""

    slug: str
    data: bytes = b""
    refused: str = ""
    pages: int = 0
    depth_mm: float = 0.0

    @property
    def sha256(self) -> str:
        """The file's hash."""
        return hashlib.sha256(self.data).hexdigest()


def cores() -> int:
    """How many processes this machine runs side by side."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def make_each(orders: Iterable[Order], kind: str = "pdf", jobs: int = 1) -> Generator[Made, None, None]:
    """A file for each order, in their order, by so many processes; an order is taken when a process is free for it.

    Closing the iterator ends the work: what no process has begun is dropped.
    """
    if jobs < 2:
        for order in orders:
            yield make(order, kind)
        return
    context = multiprocessing.get_context(_way())
    context.set_forkserver_preload(list(_LOADED_ONCE))
    pool = ProcessPoolExecutor(jobs, context, initializer=_begin_work)
    try:
        under_way: deque[Future[Made]] = deque()
        for order in orders:
            under_way.append(pool.submit(make, order, kind))
            if len(under_way) > 2 * jobs:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def make(order: Order, kind: str = "pdf") -> Made:
    """The file of one order, with its pages and depth; a refusal is a sentence, so that it passes between processes."""
    from exports.typeset import fit_of

    try:
        data = export_story(order, kind)
        fit = fit_of(order.setting)
    except NewsroomError as error:
        return Made(order.story.slug, refused=str(error))
    return Made(order.story.slug, data, pages=fit.pages, depth_mm=fit.depth_mm)


def make_together(
    orders: Iterable[Order], name: str, *, run_in: bool = False, tell: Callable[[Made], None] = lambda made: None
) -> bytes:
    """One PDF of all orders that are clean, each set when its turn comes; run in, they share pages.

    `tell` is called for each: what it raises ends the work. Raises NewsroomError when none is left, or they do not
    agree in format and flavour.
    """
    from exports.pdf import write_parts

    found = _clean(iter(orders), tell)
    first = next(found, None)
    if first is None:
        raise NewsroomError(f"No story can be exported: {name} is not written.")
    alike = _alike(first, found)
    parts = _shared_pages(list(alike), tell) if run_in else (_part(order, tell) for order in alike)
    return write_parts(parts, first.format, name, first.at, flavour=first.flavour, proof=first.proof)


def _way() -> str:
    """How processes are started: never by copying this one, which may run threads and hold a database."""
    return "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"


_LOADED_ONCE = ("exports.many", "exports.pdf.write", "exports.pdf.finish", "exports.preflight", "exports.typeset")
"""Modules that all working processes share."""

_SELDOM = 50_000


def _begin_work() -> None:
    """Ctrl+C reaches every process of a terminal: the parent alone decides. Garbage is collected seldom: type setting
    makes many small things and hardly any circles.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.set_threshold(_SELDOM, 20, 20)


def _clean(orders: Iterator[Order], tell: Callable[[Made], None]) -> Iterator[Order]:
    for order in orders:
        try:
            check_clean(order)
        except Refused as error:
            tell(Made(order.story.slug, refused=str(error)))
            continue
        yield order


def _alike(first: Order, others: Iterator[Order]) -> Iterator[Order]:
    yield first
    for order in others:
        if (order.format, order.flavour) != (first.format, first.flavour):
            raise NewsroomError(
                f"One file has one format: {first.story.slug} is set in {first.format.name}, {order.story.slug} in "
                f"{order.format.name}. Name one for all."
            )
        yield order


def _part(order: Order, tell: Callable[[Made], None]) -> "Part":
    """A story's pages."""
    from exports.pdf import Part
    from exports.typeset import fit_of, sheets_of

    sheets, fit = sheets_of(order.setting), fit_of(order.setting)
    tell(Made(order.story.slug, pages=fit.pages, depth_mm=fit.depth_mm))
    return Part(sheets, press_of(order), order.originals)


def _shared_pages(orders: Sequence[Order], tell: Callable[[Made], None]) -> "Iterator[Part]":
    """Each page as a part whose slug line names the stories on it."""
    from exports.pdf import Part
    from exports.typeset import measure, set_run_in

    originals: Mapping[str, Original] = {key: held for order in orders for key, held in order.originals.items()}
    stories: list[Story] = [order.story for order in orders]
    presses = [press_of(order) for order in orders]
    sheets = set_run_in(stories, orders[0].format, originals)
    on_pages = [sorted({line.story for line in sheet.lines}) or [0] for sheet in sheets]
    for number, order in enumerate(orders):
        pages = sum(number in on_page for on_page in on_pages)
        tell(Made(order.story.slug, pages=pages, depth_mm=measure(order.story, order.format, originals).depth_mm))
    begun: set[int] = set()
    for sheet, on_page in zip(sheets, on_pages, strict=True):
        first, *rest = on_page
        press = replace(presses[first], beside=tuple(presses[number] for number in rest))
        new = [number for number in on_page if number not in begun]
        begun.update(new)
        yield Part([sheet], press, originals, tuple(presses[number] for number in new))
