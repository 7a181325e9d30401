"""Many stories in one file: set by several processes, written by one, in their order, with few held at a time."""

import gc
import io
import multiprocessing
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from pikepdf import Pdf

from db.document import Document, paragraph
from db.errors import NewsroomError
from db.stages import Stage
from exports import Order
from exports.batch import ExportResult, _run, make_each, make_together
from exports.formats import load_format
from exports.pdf.trace import read_stamps
from tests.exports.conftest import AT, WORDS
from tests.press.conftest import approved, full_story, picture

ROOT = Path(__file__).parents[2]
TABLOID = load_format("tabloid")


def orders(count: int, *, refused: int = -1, taken: Callable[[], None] = lambda: None) -> Iterator[Order]:
    """Stories of growing length; one of them may not be exported."""
    for number in range(count):
        taken()
        body = Document(blocks=tuple(paragraph(f"{number} {WORDS}") for _ in range(number % 5 * 9 + 1)))
        stage = Stage.EDIT if number == refused else Stage.PUBLISH
        story = approved(
            replace(full_story(), slug=f"story-{number}", headline=f"Story {number}", body=body, stage=stage)
        )
        yield Order(story, TABLOID, {}, AT)


@pytest.mark.parametrize("run_in", [False, True])
def test_one_file_is_the_same_by_however_many_processes(*, run_in: bool) -> None:
    notified: dict[int, list[ExportResult]] = {1: [], 2: []}
    files = {
        jobs: make_together(orders(9, refused=4), "city", run_in=run_in, notify=notified[jobs].append, jobs=jobs)
        for jobs in (1, 2)
    }
    assert files[1] == files[2]
    assert notified[1] == notified[2]
    assert sorted(made.slug for made in notified[1]) == [f"story-{number}" for number in range(9)]
    assert [made.slug for made in notified[1] if made.refused] == ["story-4"]
    assert all(made.pages and made.depth_mm for made in notified[1] if not made.refused)


@pytest.mark.parametrize("run_in", [False, True])
def test_a_file_with_pictures_is_the_same_too(*, run_in: bool) -> None:
    ramp = picture()
    pictured = [
        Order(replace(full_story(ramp), slug=f"story-{number}"), TABLOID, {ramp.sha256: ramp}, AT)
        for number in range(3)
    ]
    files = [make_together(iter(pictured), "city", run_in=run_in, jobs=jobs) for jobs in (1, 2)]
    assert files[0] == files[1]


def test_a_proof_whose_picture_is_broken_is_named_and_holds_up_no_other() -> None:
    broken, notified = replace(picture(), data=b"no picture", sha256="b" * 64), list[ExportResult]()
    stories = (replace(full_story(broken), slug="lost"), full_story())
    proofs = [Order(story, TABLOID, {broken.sha256: broken}, AT, proof=True) for story in stories]
    assert make_together(proofs, "city", notify=notified.append, jobs=2)
    assert [bool(made.refused) for made in notified] == [True, False]


@pytest.mark.parametrize("run_in", [False, True])
@pytest.mark.parametrize("jobs", [1, 2])
def test_few_stories_are_held_at_a_time(*, run_in: bool, jobs: int) -> None:
    held, most = 0, 0

    def taken() -> None:
        nonlocal held, most
        held += 1
        most = max(most, held)

    def notify(_made: ExportResult) -> None:
        nonlocal held
        held -= 1

    make_together(orders(40, taken=taken), "city", run_in=run_in, notify=notify, jobs=jobs)
    assert most <= 2 * jobs + 8


@pytest.mark.parametrize("run_in", [False, True])
def test_what_tell_raises_ends_the_work_and_its_processes(*, run_in: bool) -> None:
    taken = 0

    def count() -> None:
        nonlocal taken
        taken += 1

    def stop(made: ExportResult) -> None:
        if made.slug == "story-3":
            raise KeyboardInterrupt

    before = set(multiprocessing.active_children())
    with pytest.raises(KeyboardInterrupt):
        make_together(orders(60, taken=count), "city", run_in=run_in, notify=stop, jobs=2)
    assert taken < 30
    assert set(multiprocessing.active_children()) <= before


def test_stories_of_two_formats_do_not_go_into_one_file() -> None:
    mixed = [next(orders(1)), replace(next(orders(1)), format=load_format("letter"))]
    with pytest.raises(NewsroomError, match="One file has one format"):
        make_together(iter(mixed), "city", jobs=2)


def test_files_of_two_flavours_do_not_go_into_one() -> None:
    mixed = [next(orders(1)), replace(next(orders(1)), flavour="x1a")]
    with pytest.raises(NewsroomError, match="One file has one format"):
        make_together(iter(mixed), "city")


@pytest.mark.parametrize("run_in", [False, True])
def test_one_file_is_of_the_flavour_and_the_kind_that_were_ordered(*, run_in: bool) -> None:
    for changes, said in (({"flavour": "x1a"}, "PDF/X-1a:2003"), ({"proof": True}, "PROOF")):
        ordered = [replace(order, **changes) for order in orders(3)]
        data = make_together(ordered, "city", run_in=run_in)
        with Pdf.open(io.BytesIO(data)) as pdf:
            pages, metadata = len(pdf.pages), pdf.Root.Metadata.read_bytes().decode()
            assert str(pdf.docinfo["/Title"]).removeprefix("PROOF: ") == "city"
        read = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()
        assert all(said in page for page in read.split("\f")[:pages])
        assert said in metadata


def test_stories_run_in_are_stamped_once_each_and_told_with_all_their_pages() -> None:
    ramp, notified = picture(), list[ExportResult]()
    pictured = replace(full_story(ramp), slug="pictured")
    long = approved(replace(full_story(), slug="long", body=Document(blocks=full_story().body.blocks * 9)))
    ordered = [*orders(2), Order(long, TABLOID, {}, AT), Order(pictured, TABLOID, {ramp.sha256: ramp}, AT)]
    data = make_together(ordered, "city", run_in=True, notify=notified.append)
    assert [stamp.slug for stamp in read_stamps(data)] == ["story-0", "story-1", "long", "pictured"]
    assert {made.slug: made.pages for made in notified}["long"] > 1
    assert [made.slug for made in notified] == ["story-0", "story-1", "long", "pictured"]


def test_the_pages_told_are_those_in_the_file_and_garbage_is_collected_as_before() -> None:
    notified, before = list[ExportResult](), (701, 11, 11)
    gc.set_threshold(*before)
    with Pdf.open(io.BytesIO(make_together(orders(5), "city", notify=notified.append))) as pdf:
        assert sum(made.pages for made in notified) == len(pdf.pages)
    assert gc.get_threshold() == before


def test_a_refused_story_says_why() -> None:
    refused = list(make_each(orders(2, refused=1)))[1]
    assert "only a proof" in refused.refused


def test_no_file_of_refused_stories_alone() -> None:
    with pytest.raises(NewsroomError, match="No story can be exported"):
        make_together(orders(1, refused=0), "city", run_in=True)


def test_files_of_several_processes_come_in_the_order_of_the_stories() -> None:
    made = list(make_each(orders(7, refused=2), jobs=2))
    assert [one.slug for one in made] == [f"story-{number}" for number in range(7)]
    assert [bool(one.data) for one in made] == [True, True, False, True, True, True, True]
    assert [one.data for one in made] == [one.data for one in make_each(orders(7, refused=2))]


def test_what_other_processes_have_set_is_not_set_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two threads: the processes are copies of one that only loads the press."""
    with ThreadPoolExecutor(1) as aside:
        aside.submit(monkeypatch.setattr, "exports.typeset.page.paginate.body_rows", None).result()
        assert make_together(orders(3), "city", run_in=True, jobs=2)
        assert make_together(orders(3), "city", jobs=2)


ALONE = """
import hashlib, sys
from exports.batch import _is_single_threaded, make_each
from tests.exports.test_batch import orders
if __name__ == "__main__":
    assert _is_single_threaded()
    print([hashlib.sha256(made.data).hexdigest() for made in make_each(orders(3), jobs=2)])
    assert "multiprocessing.forkserver" not in sys.modules
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how many threads a process runs")
def test_a_process_of_one_thread_is_copied() -> None:
    run = subprocess.run([sys.executable, "-c", ALONE], capture_output=True, text=True, cwd=ROOT, check=False)
    assert run.stdout.strip() == str([made.sha256 for made in make_each(orders(3))]), run.stderr


def work_on(order: Order) -> ExportResult:
    """Sets what is right, raises at one story, and ends its process at another."""
    if order.story.slug == "story-1":
        raise ZeroDivisionError("nobody thought of this")
    if order.story.slug == "story-3" and multiprocessing.parent_process():
        os._exit(1)
    return ExportResult(order.story.slug, b"%PDF")


def as_it_is(made: ExportResult) -> ExportResult:
    """What is refused, as it is."""
    return made


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_mistake_in_one_story_is_told_and_holds_up_no_other(jobs: int) -> None:
    coming = [order for order in orders(5) if order.story.slug != "story-3"]
    made = [one for _, one in _run(work_on, as_it_is, coming, jobs)]
    assert [one.slug for one in made if not one.refused] == ["story-0", "story-2", "story-4"]
    assert "story-1: Galley made a mistake (ZeroDivisionError)" in made[1].refused
    assert "nobody thought of this" in made[1].fault


def test_a_story_that_ends_its_process_holds_up_no_other() -> None:
    made = [one for _, one in _run(work_on, as_it_is, orders(12), 2)]
    assert [one.slug for one in made] == [f"story-{number}" for number in range(12)]
    assert [one.slug for one in made if one.refused] == ["story-1", "story-3"]
    assert "ended without a word" in made[3].refused
