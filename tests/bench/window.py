"""The story page while one writes: a key to its painted glyph in the galley beside a bare editor, and the page beside.

It tells each number beside its goal, and leaves the judging to the reader: on a busy machine all of them are noise.

    PYTHONPATH=. python tests/bench/window.py [WORDS]
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from db.document import Document
from db.newsroom import open_newsroom
from db.stages import Role
from db.values import StoryText
from desktop.editor.page import StoryPage
from desktop.editor.writing_view import WritingView
from desktop.look.theme import apply_theme, make_theme
from desktop.newsroom_door import NewsroomDoor, read_facts
from desktop.tasks import TaskRunner
from tests.bench.texts import texts

KEYS = 240
BURST = 24
"""Keys after which one pauses, so that the story is stored and its page is set while the next ones are typed."""
PAUSE_MS, BETWEEN_MS = 500, 30
PASSWORD = "a long password for the bench"


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
    QTest.qWait(PAUSE_MS)
    for number in range(KEYS):
        start, work = time.perf_counter(), time.thread_time()
        QTest.keyClick(editor, Qt.Key.Key_Space if number % 6 == 5 else Qt.Key.Key_A)
        QApplication.processEvents()
        worked.append((time.thread_time() - work) * 1000)
        taken.append((time.perf_counter() - start) * 1000)
        QTest.qWait(PAUSE_MS if number % BURST == BURST - 1 else BETWEEN_MS)
    return taken, worked


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


def main() -> int:
    """Measure a story of so many words."""
    app, words = QApplication([]), int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    theme, runner, body = make_theme(), TaskRunner(), body_of(words)
    apply_theme(app, theme)
    with tempfile.TemporaryDirectory() as folder:
        newsroom = open_newsroom(str(Path(folder) / "bench.db"))
        newsroom.accounts.add(login="rita", name="Rita", role=Role.CHIEF, password=PASSWORD, actor=None)
        rita = newsroom.accounts.sign_in("rita", PASSWORD)
        newsroom.desks.add("City", actor=rita)
        text = StoryText(slug="long", headline="A long story", byline="Rita", body=body)
        story = newsroom.stories.create(text, desk="City", actor=rita)
        page = StoryPage(NewsroomDoor(newsroom, runner, read_facts(newsroom)), rita, theme)
        page.resize(1280, 760)
        page.show()
        page.writing.choose(WritingView.GALLEY)
        page.open_story(story.id)
        while page.form.galley.layout is None or not page.form.galley.layout.column.settled or not page.preview.pages:
            QTest.qWait(50)
        print(f"{body.words:,} words, {len(body.blocks)} paragraphs, {page.preview.pages} pages")
        for name, editor in (("bare QTextEdit", bare_editor(body)), ("galley, meter on", page.form.body)):
            taken, worked = keys(editor)
            told(
                f"a key to its painted glyph, {name}",
                taken,
                "goal p95 ≤ 8, max ≤ 25" if editor is page.form.body else "",
            )
            told("  of which its own thread worked", worked, "")
        beside(page)
        page.close_story()
        runner.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
