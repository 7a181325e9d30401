"""The story page at work: a key to its painted glyph beside a bare editor, the page beside, stories opened and closed.

It tells each number beside its goal, and leaves the judging to the reader: on a busy machine all of them are noise.

    PYTHONPATH=. python tests/bench/window.py [WORDS]
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from db.document import Document
from db.newsroom import Newsroom, open_newsroom
from db.stages import Role
from db.values import SignedIn, StoryText
from desktop.__main__ import collect_seldom
from desktop.editor.page import StoryPage
from desktop.editor.writing_view import WritingView
from desktop.garbage_collection import GarbageCollector
from desktop.key_turn import KEY_TURN
from desktop.look.theme import apply_theme, make_theme
from desktop.newsroom_door import NewsroomDoor, read_facts
from desktop.tasks import TaskRunner, let_window_go_first
from exports.setting_process import SettingProcess
from tests.bench.texts import texts

KEYS = 240
BURST = 24
"""Keys after which one pauses, so that the story is stored and its page is set while the next ones are typed."""
PAUSE_MS, BETWEEN_MS = 500, 30
PASSWORD = "a long password for the bench"
USUAL_WORDS = 1_000
"""Of a story that is opened."""
OPENED = 200
"""Stories that are opened and closed, to see what they leave in memory; what the first ten leave is no leak."""
FIRST = 20


def body_of(words: int) -> Document:
    """Paragraphs of so many words at least."""
    parts, counted = list[str](), 0
    for text in texts(200):
        for part in text["paras"]:
            parts.append(part)
            counted += part.count(" ") + 1
            if counted >= words:
                return Document.from_paragraphs(parts)
    return Document.from_paragraphs(parts)


def keys(editor: QTextEdit) -> tuple[list[float], list[float]]:
    """Milliseconds from each key to its painted glyph, in the middle of a text; and those the processor worked for."""
    cursor, taken, worked = editor.textCursor(), list[float](), list[float]()
    cursor.setPosition(editor.document().findBlockByNumber(editor.document().blockCount() // 2).position() + 20)
    editor.setTextCursor(cursor)
    editor.setFocus()
    pause(PAUSE_MS)
    for number in range(KEYS):
        start, work = time.perf_counter(), time.thread_time()
        QTest.keyClick(editor, Qt.Key.Key_Space if number % 6 == 5 else Qt.Key.Key_A)
        QApplication.processEvents()
        worked.append((time.thread_time() - work) * 1000)
        taken.append((time.perf_counter() - start) * 1000)
        pause(PAUSE_MS if number % BURST == BURST - 1 else BETWEEN_MS)
    return taken, worked


def pause(milliseconds: int) -> None:
    """Let the program run on its own, as it does between two keys; `QTest.qWait` keeps its workers from working."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def told(name: str, taken: list[float], goal: str) -> None:
    """Print what was measured."""
    ordered = sorted(taken)
    p50, p95 = statistics.median(ordered), ordered[int(0.95 * len(ordered))]
    print(f"{name:44} p50 {p50:6.1f}  p95 {p95:6.1f}  max {ordered[-1]:6.1f} ms   {goal}")


def timed(act: Callable[[], object], times: int = 20) -> list[float]:
    """Milliseconds an act takes until what it changes is painted."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        QApplication.processEvents()
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def bare_editor(body: Document) -> QTextEdit:
    """Qt's own editor with the same text."""
    editor = QTextEdit()
    editor.setPlainText("\n".join(block.text for block in body.blocks))
    editor.resize(640, 700)
    editor.show()
    return editor


def beside(page: StoryPage) -> None:
    """The page beside follows the cursor over all pages, and a click on it reaches the text."""
    view, body = page.preview.page_view, page.form.body
    blocks = iter([n * body.document().blockCount() // 21 for n in range(1, 21)])
    told("the page beside follows the cursor", timed(lambda: body.go_to(next(blocks))), "goal ≤ 100")
    lines = iter(view._sheets[view.page].lines[::7])

    def click() -> None:
        line = next(lines)
        view.clicked.emit(view.page, QPointF(line.x + line.width / 2, line.y - 2))

    told("a click on the page reaches the text", timed(click, 10), "goal ≤ 100")


@dataclass(frozen=True)
class Room:
    """A page to write on, in a newsroom of its own."""

    newsroom: Newsroom
    rita: SignedIn
    page: StoryPage
    runner: TaskRunner

    def add(self, slug: str, body: Document) -> int:
        """Another story; its number."""
        text = StoryText(slug=slug, headline="A long story", byline="Rita", body=body)
        return self.newsroom.stories.create(text, desk="City", actor=self.rita).id

    def open(self, story_id: int) -> tuple[float, float]:
        """Open a story; milliseconds until it can be written in, and until its page is painted."""
        start, page = time.perf_counter(), self.page
        page.open_story(story_id)
        wait(lambda: page.story_id == story_id and not page.form.body.isReadOnly())
        editable = time.perf_counter()
        wait(lambda: page.preview.pages > 0 and not page.preview.page_view._desk._slices.awaited)
        return (editable - start) * 1000, (time.perf_counter() - start) * 1000

    def close(self) -> None:
        """Leave the story, and let what follows from it be done."""
        self.page.close_story()
        self.runner.wait()


def wait(until: Callable[[], bool]) -> None:
    """Let the window work until something is so, and paint that."""
    while not until():
        QApplication.processEvents()
    QApplication.processEvents()


def writing(room: Room, body: Document) -> None:
    """Keys in a long story, in both views beside a bare editor, and the page beside it."""
    page = room.page
    room.open(room.add("long", body))
    wait(lambda: (layout := page.form.galley.layout) is not None and layout.column.settled)
    print(f"{body.words:,} words, {len(body.blocks)} paragraphs, {page.preview.pages} pages")
    goals = {WritingView.GALLEY: "goal p95 ≤ 8, max ≤ 25", WritingView.WIDE: "goal p95 ≤ 3.4"}
    told_keys("bare QTextEdit", bare_editor(body), "")
    for view, goal in goals.items():
        page.writing.choose(view)
        told_keys(f"{view.value}, meter on", page.form.body, goal)
    page.writing.choose(WritingView.GALLEY)
    beside(page)
    room.close()


def told_keys(name: str, editor: QTextEdit, goal: str) -> None:
    """Measure keys in an editor."""
    taken, worked = keys(editor)
    told(f"a key to its painted glyph, {name}", taken, goal)
    told("  of which its own thread worked", worked, "")


def opening(room: Room) -> None:
    """Stories of a usual length are opened, one after the other."""
    body = body_of(USUAL_WORDS)
    taken = []
    for number in range(FIRST):
        taken.append(room.open(room.add(f"usual-{number}", body)))
        room.close()
    first, *others = taken
    told(f"a story of {body.words:,} words opened to be written in", [one[0] for one in others], "goal ≤ 80")
    told("  until its page is painted", [one[1] for one in others], "goal ≤ 200")
    print(f"  the first, while the press is being made ready: {first[0]:.0f} ms, painted after {first[1]:.0f} ms")


def megabytes() -> float:
    """Memory of this process."""
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(status["VmRSS"].split()[0]) / 1024


def leaving(room: Room) -> None:
    """What stories leave in memory that were opened and closed."""
    bodies = [Document.from_paragraphs(text["paras"]) for text in texts(OPENED)]
    numbers = [room.add(f"story-{number}", body) for number, body in enumerate(bodies)]
    after = list[float]()
    for number in numbers:
        room.open(number)
        room.close()
        after.append(megabytes())
    grown = after[-1] - after[FIRST - 1]
    print(f"{OPENED} stories opened and closed: {after[FIRST - 1]:.0f} MB after {FIRST}, {grown:+.0f} MB   goal ≤ +30")


def main() -> int:
    """Measure a story of so many words, and stories that are opened."""
    app, words = QApplication([]), int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    collect_seldom()
    let_window_go_first()
    garbage = GarbageCollector()
    theme, runner, setting = make_theme(), TaskRunner(), SettingProcess(KEY_TURN.step_behind)
    apply_theme(app, theme)
    with tempfile.TemporaryDirectory() as folder:
        newsroom = open_newsroom(str(Path(folder) / "bench.db"))
        newsroom.accounts.add(login="rita", name="Rita", role=Role.CHIEF, password=PASSWORD, actor=None)
        rita = newsroom.accounts.sign_in("rita", PASSWORD)
        newsroom.desks.add("City", actor=rita)
        page = StoryPage(NewsroomDoor(newsroom, runner, read_facts(newsroom)), rita, theme, set_story=setting.set)
        page.resize(1280, 760)
        page.show()
        page.writing.choose(WritingView.GALLEY)
        room = Room(newsroom, rita, page, runner)
        opening(room)
        leaving(room)
        writing(room, body_of(words))
        setting.end()
    garbage.end()
    return 0


if __name__ == "__main__":
    sys.exit(main())
