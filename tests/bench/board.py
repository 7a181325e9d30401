"""The board over 100,000 stories and the list over a million: start to painted, memory, a change, a jump, an order.

It tells each number beside its goal, and leaves the judging to the reader: on a busy machine all of them are noise.

python tests/bench/board.py [--stories N] [--listed N]
"""

import argparse
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from db.newsroom import open_newsroom
from db.stages import OPEN_STAGES, Role
from tests.bench.newsroom import _insert, words

ROUNDS = 3
OWN = 2_000
"""Stories of the long list that are written one by one; the others are made of them."""
FEW = 20
"""Stories of a newsroom that has hardly begun: what the board costs of itself."""

BARE = """
import json, sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        app.quit()
app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
print(json.dumps({"painted": time.time() - float(sys.argv[1]), "megabytes": 0}))
"""

BOARD = """
import gc, json, sys, time
gc.disable()
from desktop.window_memory import spare_memory
spare_memory()
begun = float(sys.argv[1])
from pathlib import Path
from PySide6.QtWidgets import QApplication
from db.newsroom import open_newsroom
from desktop.look.theme import Appearance, ThemeChoice, apply_theme, make_theme
from desktop.newsroom_door import NewsroomDoor, read_facts
from desktop.settings import LocalSettings
from desktop.shell.window import MainWindow
from desktop.tasks import TaskRunner

def megabytes():
    status = dict(line.split(":", 1) for line in open("/proc/self/status"))
    return int(status["VmRSS"].split()[0]) / 1024, int(status["VmHWM"].split()[0]) / 1024

def gap(seconds, until=lambda: False):
    end, last, worst = time.perf_counter() + seconds, time.perf_counter(), 0.0
    while last < end and not until():
        app.processEvents()
        time.sleep(0.0005)
        now = time.perf_counter()
        worst, last = max(worst, now - last), now
    return worst * 1000

app = QApplication([])
newsroom = open_newsroom(sys.argv[2])
me, theme, runner = newsroom.accounts.sign_in("bench"), make_theme("light"), TaskRunner()
apply_theme(app, theme)
appearance, settings = Appearance(app, theme, ThemeChoice.LIGHT), LocalSettings(Path(sys.argv[3]))
window = MainWindow(NewsroomDoor(newsroom, runner, read_facts(newsroom)), me, runner, appearance, settings)
window.resize(1280, 800)
loaded = []
window.board_page.loaded.connect(lambda: loaded.append(1))
window.show()
while not loaded:
    app.processEvents()
app.processEvents()
told = {"painted": time.time() - begun}
gap(1.0)
told["megabytes"], told["peak"] = megabytes()
board = window.board_page.board
cards = board.columns[0].list
told["change"] = []
for lines in (11, 12, 13):
    before = len(loaded)
    newsroom.stories.plan(board.columns[0].numbers[0], actor=me, target_lines=lines)
    told["change"].append(gap(5, lambda: len(loaded) > before))
cards.verticalScrollBar().setValue(cards.verticalScrollBar().maximum() // 2)
app.processEvents()
start = time.perf_counter()
while cards.lacking():
    app.processEvents()
    time.sleep(0.0005)
told["jump"] = (time.perf_counter() - start) * 1000
cards.selectAll()
told["selected"] = len(board.selected())
told["megabytes after"], told["peak after"] = megabytes()
window.close()
print(json.dumps(told))
"""

_STEPS = BOARD.index("board = window.board_page.board")
LIST = BOARD[:_STEPS].replace(
    "window = MainWindow", "settings.keep_view('bench', 'board/shown_as', 'list'); window = MainWindow"
)
LIST = (
    LIST.replace("window.board_page.loaded.connect", "window.board_page.listed.connect")
    + """
board, page = window.board_page.board, window.board_page
rows = board.listing

def until(done):
    start = time.perf_counter()
    while not done():
        app.processEvents()
        time.sleep(0.0005)
        if time.perf_counter() - start > 120:
            raise TimeoutError(done)
    app.processEvents()
    return (time.perf_counter() - start) * 1000

def shown():
    return loaded and rows.numbers and not rows.lacking()

told["whole"] = until(lambda: len(rows.numbers) > 500)
for name, key in (("view", "desk:City"), ("back", "desks")):
    loaded.clear()
    page.sidebar.choose(key)
    told[name] = until(shown)
    until(lambda: page._table_mark is not None and page._table_mark.question == board.table_question)
told["orders"] = []
for section in (0, 1, 5, 7, 8):
    loaded.clear()
    rows.horizontalHeader().setSortIndicator(section, rows.horizontalHeader().sortIndicatorOrder())
    rows.sorted_anew.emit()
    told["orders"].append(until(shown))
    until(lambda: page._table_mark is not None and page._table_mark.question == board.table_question)
told["megabytes"], told["peak"] = megabytes()
told["scrolls"] = []
bar = rows.verticalScrollBar()
for share in (2, 3, 5, 7):
    bar.setValue(bar.maximum() // share)
    told["scrolls"].append(until(lambda: not rows.lacking()))
told["stories"] = len(rows.numbers)
window.close()
print(json.dumps(told))
"""
)


def multiply(path: Path, times: int) -> None:
    """So many times as many stories, each of another slug, length and time: rows for lists, without texts."""
    other = {
        "id": "s.id + n.v * (SELECT max(id) FROM story)", "slug": "s.slug || '-' || n.v",
        "headline": "hex(randomblob(4)) || ' ' || s.headline", "words": "abs(random()) % 3000",
        "changed": "datetime(s.changed, '-' || (abs(random()) % 90000) || ' minutes') || '.000000'",
        "due": "datetime(s.due, '-' || (abs(random()) % 90000) || ' minutes') || '.000000'",
    }  # fmt: skip
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA synchronous=OFF")
    names = [row[1] for row in raw.execute("PRAGMA table_info(story)")]
    taken = ", ".join(other.get(name, f"s.{name}") for name in names)
    ours = "type = 'index' AND tbl_name = 'story' AND sql IS NOT NULL"
    indexes = raw.execute(f"SELECT name, sql FROM sqlite_master WHERE {ours}").fetchall()
    for index, _ in indexes:  # a million rows are put into all of them at once far sooner than one by one
        raw.execute(f"DROP INDEX {index}")
    raw.execute(
        f"WITH RECURSIVE n(v) AS (SELECT 1 UNION ALL SELECT v + 1 FROM n WHERE v < {times - 1}) "
        f"INSERT INTO story ({', '.join(names)}) SELECT {taken} FROM n, story s"
    )
    for _, made in indexes:
        raw.execute(made)
    raw.close()


def fill(path: Path, stories: int) -> None:
    """A newsroom of so many stories, nine of ten of them open, past its gateway because that would take an hour."""
    newsroom = open_newsroom(path)
    for desk in ("City", "Sport", "Business", "Culture"):
        newsroom.desks.add(desk, actor=None)
    newsroom.accounts.add(login="bench", name="Bench", role=Role.CHIEF, actor=None)
    newsroom.close()
    rng = random.Random(7)
    vocabulary = ["".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=rng.randint(3, 9))) for _ in range(4_000)]
    stages = [*(str(stage) for stage in OPEN_STAGES for _ in range(3)), "Spiked"]
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA synchronous=OFF")
    raw.execute("BEGIN")
    for number in range(stories):
        _insert(raw, number, words(number, 40, rng, vocabulary), rng, stages)
    raw.execute("UPDATE story SET due = changed WHERE id % 2 = 0")
    raw.execute("COMMIT")
    raw.close()


def runs(code: str, *args: str) -> list[dict[str, Any]]:
    """What each round tells, the fastest to paint first; the time of the start is given to it."""
    command = ["-c", f"import sys, time; sys.argv.insert(1, str(time.time()))\n{code}", *args]
    told = []
    for _ in range(ROUNDS):
        done = subprocess.run(
            [sys.executable, *command], check=True, capture_output=True, text=True, timeout=300, env=environment()
        )
        told.append(json.loads(done.stdout.splitlines()[-1]))
    return sorted(told, key=lambda one: one["painted"])


def environment() -> dict[str, str]:
    """No display is needed."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def tell(name: str, told: Sequence[dict[str, Any]], bare: float) -> None:
    """The numbers of a newsroom."""
    best = told[0]
    painted: float = best["painted"]
    print(f"{name}: painted after {painted:.2f} s, {painted / bare:.1f} × an empty window (goal 4 ×)")
    print(f"  {best['megabytes']:.0f} MB, {best['peak']:.0f} at most (goal 170)")
    gaps = ", ".join(f"{gap:.0f}" for gap in best["change"])
    print(
        f"  a change holds the window up for {gaps} ms; a jump to the middle has its cards after {best['jump']:.0f} ms"
    )
    print(
        f"  {best['selected']:,} selected: {best['megabytes after']:.0f} MB, {best['peak after']:.0f} at most",
        flush=True,
    )


def tell_list(told: Sequence[dict[str, Any]]) -> None:
    """The numbers of a list."""
    best = told[0]
    orders, scrolls = (", ".join(f"{one:.0f}" for one in best[name]) for name in ("orders", "scrolls"))
    print(f"a list of {best['stories']:,} stories: whole {best['whole']:.0f} ms after its beginning")
    print(f"  another view painted after {best['view']:.0f} and {best['back']:.0f} ms, in orders {orders} (goal 300)")
    print(f"  {best['megabytes']:.0f} MB, {best['peak']:.0f} at most (goal 200); rows {scrolls} ms after a jump")


def main() -> None:
    """Run all, in a folder that is removed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--stories", type=int, default=100_000)
    parser.add_argument("--listed", type=int, default=1_000_000)
    asked = parser.parse_args()
    bare = runs(BARE)[0]["painted"]
    print(f"an empty window: {bare:.2f} s")
    with tempfile.TemporaryDirectory() as name:
        for number in (FEW, asked.stories):
            place = Path(name) / f"{number}.db"
            fill(place, number)
            tell(f"{number:,} stories", runs(BOARD, str(place), str(Path(name) / "window.ini")), bare)
            place.unlink()
        place = Path(name) / "listed.db"
        fill(place, OWN)
        multiply(place, asked.listed // OWN)
        tell_list(runs(LIST, str(place), str(Path(name) / "list.ini")))


if __name__ == "__main__":
    main()
