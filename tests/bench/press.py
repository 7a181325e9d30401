"""How fast stories become PDF/X, beside other programs in the same run: many, one warm, one cold, a very long file.

    PYTHONPATH=. python tests/bench/press.py [throughput|warm|cold|large|grid …]

Throughput: 200 stories on A3, four columns, each on pages of its own, all in one file; Galley's is PDF/X-4 by two
processes. Beside that, what a newsroom asks for more often and no other program does: a PDF/X-4 file each.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
STORIES = 200
PASSWORD = "ink and paper"
"""Of who approves and exports: both sign with a key, and a key needs a password."""
_AS_CHIEF = {"GALLEY_LOGIN": "chief", "GALLEY_PASSWORD": PASSWORD}
_ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT), "PYDANTIC_DISABLE_PLUGINS": "__all__"}
"""What the program's own start sets is set for its parts, too."""

_ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)


def peak_memory(command: list[str]) -> tuple[float, float, str]:
    """Seconds, MB at most of a command with all processes below it (proportional set size), and what it printed."""
    start = time.perf_counter()
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=_ENVIRONMENT, cwd=ROOT)
    most, over = [0.0], threading.Event()

    def watch() -> None:
        while not over.wait(0.05):
            most[0] = max(most[0], sum(map(_memory_of, _family(running.pid))) / 1024)

    watching = threading.Thread(target=watch)
    watching.start()
    printed, _ = running.communicate()
    over.set()
    watching.join()
    if running.returncode:
        raise SystemExit(f"{command} ended with {running.returncode}")
    return time.perf_counter() - start, most[0], printed


def _family(parent: int) -> list[int]:
    found = [parent]
    for at in found:
        for children in Path(f"/proc/{at}/task").glob("*/children"):
            try:
                found += map(int, children.read_text().split())
            except OSError:
                continue
    return found


def _memory_of(process: int) -> int:
    """Proportional set size, kB."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _run(command: list[str]) -> str:
    """What a command prints."""
    return subprocess.run(command, capture_output=True, text=True, env=_ENVIRONMENT, cwd=ROOT, check=True).stdout


def run_self(*arguments: str) -> list[str]:
    """The command that does a part in a process of its own."""
    return [sys.executable, __file__, "--part", *arguments]


def throughput() -> None:
    """Stories per second and memory of each program: the middle of runs turn by turn, and one run that is watched.

    Watching costs a program the more the more processes it has, so what is timed is not watched.
    """
    print(f"{STORIES} stories, A3, four columns: goal 1.3 × typst, at most 250 MB in all", flush=True)
    taken: dict[str, list[float]] = {"typst": [], "galley": [], "galley-each": [], "weasyprint": [], "platypus": []}
    for turn in range(5):
        for name, seconds in taken.items():
            if turn == 0 or name in ("typst", "galley", "galley-each"):
                seconds.append(float(_run(run_self(name)).split()[0]))
    reference = statistics.median(taken["typst"])
    for name, seconds in taken.items():
        middle, megabytes = statistics.median(seconds), peak_memory(run_self(name))[1]
        print(
            f"{name:12} {STORIES / middle:7.1f} stories/s  {reference / middle:5.2f} × typst  {megabytes:5.0f} MB",
            flush=True,
        )


def part_galley(*, each: bool) -> None:
    """200 stories by two processes in one file or a file each, as `galley export --jobs 2` makes them."""
    from exports import Order
    from exports.batch import ExportResult, make_each, make_together
    from tests.bench.texts import A3, AT, our_format, stories

    def notify(made: ExportResult) -> None:
        assert not made.refused, made.refused

    fmt, together = our_format(A3), stories(STORIES)
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        orders = (Order(one, fmt, {}, AT) for one in together)
        if each:
            for made in make_each(orders, jobs=2):
                notify(made)
                (Path(folder) / f"{made.slug}.pdf").write_bytes(made.data)
        else:
            (Path(folder) / "all.pdf").write_bytes(make_together(orders, "all", notify=notify, jobs=2))
        print(time.perf_counter() - start)


def part_other(name: str) -> None:
    """200 stories by another program."""
    from tests.bench import references
    from tests.bench.texts import A3, texts

    work: Callable[..., None] = getattr(references, f"set_{name}")
    with tempfile.TemporaryDirectory() as folder:
        parts = texts(STORIES)
        start = time.perf_counter()
        work(parts, A3, Path(folder) / "out.pdf")
        print(time.perf_counter() - start)


def warm() -> None:
    """One story of some 600 words in a process that has set others before, beside typst."""
    from exports import Order, export_story
    from tests.bench import references
    from tests.bench.texts import A3, AT, our_format, story, texts

    parts = [part for part in texts(STORIES) if 550 <= sum(len(text.split()) for text in part["paras"]) <= 650][:30]
    fmt = our_format(A3)
    orders = [Order(story(part, number), fmt, {}, AT) for number, part in enumerate(parts)]
    ours = _median([partial(export_story, order) for order in orders])
    compiled = references.typst_warm()
    typst = _median([partial(compiled, [part], A3) for part in parts])
    print(f"one story of 550-650 words, warm: {ours:.1f} ms (goal 12), typst {typst:.1f} ms", flush=True)


def _median(works: list[Callable[[], object]]) -> float:
    """Milliseconds, the first five left out."""
    taken = []
    for work in works:
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken[5:])


def cold() -> None:
    """`galley export` of one story from nothing, beside importing the two libraries it cannot do without."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _newsroom(folder / "galley.db", 1)
        command = [sys.executable, "-m", "desktop", "--db", str(folder / "galley.db"), "export", "story-0"]
        command += ["--out", str(folder / "out")]
        bare = [sys.executable, "-c", "import reportlab, pikepdf"]
        for _ in range(2):
            _seconds(command)
        ours, reference = [], []
        for _ in range(9):
            ours.append(_seconds(command))
            reference.append(_seconds(bare))
    print(
        f"galley export, cold: {statistics.median(ours):.3f} s (goal 0.5), "
        f"python -c 'import reportlab, pikepdf': {statistics.median(reference):.3f} s",
        flush=True,
    )


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=os.environ | _AS_CHIEF)
    return time.perf_counter() - start


def _newsroom(path: Path, number: int) -> None:
    """A newsroom with approved stories."""
    from db.newsroom import open_newsroom
    from db.stages import Move, Role
    from db.values import StoryText
    from tests.bench.texts import stories

    room = open_newsroom(path)
    room.desks.add("City", actor=None)
    room.accounts.add(login="chief", name="Tomas Okello", role=Role.CHIEF, password=PASSWORD, actor=None)
    chief = room.accounts.sign_in("chief", PASSWORD)
    room.accounts.add(login="rita", name="Rita", role=Role.REPORTER, desks=("City",), actor=chief)
    writer = room.accounts.sign_in("rita")
    for one in stories(number):
        text = StoryText(slug=one.slug, headline=one.headline, dek=one.dek, byline=one.byline, body=one.body)
        made = room.stories.create(text, desk="City", actor=writer)
        room.moves.make(Move.SUBMIT, made.id, actor=writer, problems=[])
        room.moves.make(Move.APPROVE, made.id, actor=chief, problems=[])
    room.close()


def large() -> None:
    """1,000 and 2,000 stories in one file: the time must not grow faster than the number, nor the memory with it."""
    found = {}
    for number in (1000, 2000):
        _, megabytes, printed = peak_memory(run_self("large", str(number)))
        found[number] = (float(printed.split()[0]), megabytes)
        print(f"{number} stories in one file: {found[number][0]:.1f} s, {megabytes:.0f} MB", flush=True)
    ratio = found[2000][0] / found[1000][0]
    growth = (found[2000][1] - found[1000][1]) * 1024 / 1000
    print(f"  twice as many take {ratio:.2f} × the time (goal 2.2), {growth:.0f} kB more a story (goal 60)", flush=True)


def part_large(number: int) -> None:
    """Stories one after another into one file, each made when its turn comes; the time is the processor's."""
    from exports import Order
    from exports.batch import make_together
    from tests.bench.texts import A3, AT, our_format, story, texts

    fmt, parts = our_format(A3), texts(number)
    with tempfile.TemporaryDirectory() as folder:
        start = time.process_time()
        data = make_together((Order(story(text, at), fmt, {}, AT) for at, text in enumerate(parts)), "all")
        (Path(folder) / "all.pdf").write_bytes(data)
        print(time.process_time() - start)


def grid() -> None:
    """How far any body baseline of two hundred stories stands off the grid, in each shipped format."""
    from exports.formats import format_names, load_format
    from exports.typeset import set_story
    from tests.bench.texts import A3, our_format, stories

    for fmt in (our_format(A3), *map(load_format, format_names())):
        sheets = (sheet for one in stories(STORIES) for sheet in set_story(one, fmt, {}))
        rows = ((line.y - fmt.top) / fmt.baseline for sheet in sheets for line in sheet.lines)
        worst = max(abs(row - round(row)) * fmt.baseline for row in rows)
        print(f"baselines off the grid, {fmt.name:12} {worst:.4f} pt at most (goal 0.1)", flush=True)


BENCHES: dict[str, Callable[[], None]] = {
    "throughput": throughput, "warm": warm, "cold": cold, "large": large, "grid": grid,
}  # fmt: skip


def main() -> None:
    """Run the benches named, or all."""
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHES))
    parser.add_argument("--part", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.part:
        _run_part(*options.part)
        return
    for name in options.names or BENCHES:
        BENCHES[name]()


def _run_part(name: str, *rest: Any) -> None:
    if name.startswith("galley"):
        part_galley(each=name == "galley-each")
    elif name == "large":
        part_large(int(rest[0]))
    else:
        part_other(name)


if __name__ == "__main__":
    main()
