"""Whether the galley view has the lines of the PDF: two hundred stories in six formats, opened and then written in.

    PYTHONPATH=. python tests/bench/galley.py [STORIES] [EDITS]

Of every line the first and last character and the hyphen are compared with those of the sheets the PDF is made of.
"""

import os
import random
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QApplication

from db.document import BlockKind
from db.values import Story
from desktop.editor.galley_view import GalleyView
from desktop.editor.text import formatting
from desktop.editor.text.body import BodyEdit
from desktop.look.theme import Theme, make_theme
from exports.batch import cores
from exports.formats import Format, load_format
from exports.typeset import StoryLayout, sheets_of
from exports.typeset.galley.body_setting import GalleyPress, body_setting
from exports.typeset.line.word.hyphenation import SOFT_HYPHEN
from exports.typeset.sheet import Run, Sheet
from tests.bench.texts import stories

FORMATS = ("tabloid", "broadsheet", "berliner", "magazine-a4", "galley", "letter")
_KINDS = (BlockKind.PARAGRAPH, BlockKind.SUBHEAD, BlockKind.BULLET, BlockKind.NUMBER, BlockKind.QUOTE, BlockKind.BOX)
_WORDS = ("harbour ", "the ", "nevertheless ", "9,000 ", "“Why?” ", "e-mail ", "of ", "Übergangsregelung ", "—", "a")

_HANGS = 9.0
"""Points by which a line's first letters may hang over the column's edge: less than any gutter."""

_GAPS = " \u2028"
"""What the press leaves out where a line ends."""

Seen = dict[int, list[tuple[int, int, bool]]]
"""First and last place of each line of a block, and whether it ends in a hyphen."""


@dataclass(frozen=True)
class Desk:
    """A body to write in, shown as a galley."""

    body: BodyEdit
    view: GalleyView

    def open(self, story: Story, fmt: Format) -> None:
        """Show a story in a format."""
        self.view.take(GalleyPress(fmt), story.language)
        self.view.run_in(byline=story.byline, dateline=story.dateline)
        self.body.fill(story.body)
        self.view.show(True)


def make_desk(theme: Theme) -> Desk:
    """A desk of which nothing is seen on a screen."""
    body = BodyEdit(theme, lambda _sha256, found: found(QImage()))
    return Desk(body, GalleyView(body, theme))


def differences(desk: Desk, story: Story, fmt: Format) -> list[str]:
    """Lines of the text on a desk that are not as its pages have them, each in words."""
    layout = StoryLayout(replace(story, body=desk.body.read()), fmt, {})
    desk.view.adopt(body_setting(layout))
    paper, screen = on_paper(sheets_of(layout)), on_screen(desk)
    return [
        f"{story.slug} in {fmt.name}, block {block}: {paper.get(block)} on paper, {screen.get(block)} on screen, of "
        f"{desk.body.read().blocks[block].text!r}"
        for block in sorted(paper.keys() | screen.keys())
        if paper.get(block) != screen.get(block)
    ]


def on_paper(sheets: list[Sheet]) -> Seen:
    """The lines of all pages."""
    found: Seen = {}
    for sheet in sheets:
        hyphens = [item for item in sheet.items if isinstance(item, Run) and item.glyphs[-1][4] == SOFT_HYPHEN]
        for line in sheet.lines:
            hyphen = any(abs(run.y - line.y) < 1 and -_HANGS <= run.x - line.x <= line.width for run in hyphens)
            found.setdefault(line.block, []).append((*_letters(line.start, line.text), hyphen))
    return found


def on_screen(desk: Desk) -> Seen:
    """The lines in which Qt has laid the document out, with the hyphens that are painted behind them."""
    found: Seen = {}
    layout = desk.view.layout
    assert layout is not None
    block = desk.body.document().begin()
    while block.isValid():
        layout.blockBoundingRect(block)
        shown = [line for line in layout.column.shown(block.blockNumber()).lines if line.number >= 0]
        lines = [block.layout().lineAt(number) for number in range(block.layout().lineCount())]
        texts = [(line.textStart(), block.text()[line.textStart() :][: line.textLength()]) for line in lines]
        seen = [_letters(start, text) for start, text in texts if text.strip(_GAPS)]
        if shown:
            found[block.blockNumber()] = [
                (start, end, line.hyphen) for (start, end), line in zip(seen, shown, strict=True)
            ]
        block = block.next()
    return found


def _letters(start: int, text: str) -> tuple[int, int]:
    """Places of the first and the last letter of a line that begins at a place."""
    return start + len(text) - len(text.lstrip(_GAPS)), start + len(text.rstrip(_GAPS))


def edit(desk: Desk, chance: random.Random) -> None:
    """Do something a writer does, somewhere."""
    body, cursor = desk.body, desk.body.textCursor()
    cursor.setPosition(chance.randrange(body.document().characterCount()))
    chance.choices(_EDITS, weights=(12, 4, 2, 1, 1, 1, 1))[0](body, cursor, chance)


def _type(_body: BodyEdit, cursor: QTextCursor, chance: random.Random) -> None:
    cursor.insertText(chance.choice(_WORDS))


def _delete(_body: BodyEdit, cursor: QTextCursor, chance: random.Random) -> None:
    cursor.movePosition(
        QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor, chance.randrange(1, 30)
    )
    cursor.removeSelectedText()


def _break(body: BodyEdit, cursor: QTextCursor, _chance: random.Random) -> None:
    formatting.break_paragraph(cursor, body._theme)


def _restyle(body: BodyEdit, cursor: QTextCursor, chance: random.Random) -> None:
    formatting.set_kind(cursor, chance.choice(_KINDS), body._theme)


def _embolden(body: BodyEdit, cursor: QTextCursor, _chance: random.Random) -> None:
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    formatting.mark(cursor, lambda span: span.model_copy(update={"bold": True}), body._theme)


def _undo(body: BodyEdit, _cursor: QTextCursor, _chance: random.Random) -> None:
    body.undo()


def _loosen(_body: BodyEdit, cursor: QTextCursor, chance: random.Random) -> None:
    formatting.set_looseness(cursor, chance.choice((-1, 0, 1)))


_EDITS: tuple[Callable[[BodyEdit, QTextCursor, random.Random], None], ...] = (
    _type, _delete, _break, _restyle, _embolden, _undo, _loosen,
)  # fmt: skip


@dataclass(frozen=True)
class Part:
    """Every so many-th of the stories, in one format."""

    name: str
    first: int
    step: int
    number: int
    edits: int

    def compare(self) -> tuple[int, list[str]]:
        """The lines compared, and those that differ: on opening, and after so many edits of each story."""
        app = QApplication.instance() or QApplication([])
        desk, chance, fmt = make_desk(make_theme()), random.Random(12 + self.first), load_format(self.name)
        lines, wrong = 0, list[str]()
        for story in islice(stories(self.number), self.first, None, self.step):
            desk.open(story, fmt)
            wrong += differences(desk, story, fmt)
            for _ in range(self.edits):
                edit(desk, chance)
            wrong += differences(desk, story, fmt)
            lines += sum(map(len, on_screen(desk).values()))
        app.processEvents()
        return lines, wrong


def main() -> int:
    """Compare them all, on all cores; whether none differs."""
    number, edits = (int(sys.argv[at]) if len(sys.argv) > at else usual for at, usual in ((1, 200), (2, 25)))
    failed, jobs = False, cores()
    with ProcessPoolExecutor(jobs) as pool:
        for name in FORMATS:
            parts = [Part(name, first, jobs, number, edits) for first in range(jobs)]
            found = list(pool.map(Part.compare, parts))
            lines, wrong = sum(one[0] for one in found), [line for one in found for line in one[1]]
            print(f"{name:12} {number} stories, {edits} edits each: {lines:,} lines, {len(wrong)} differ", flush=True)
            print(*wrong[:3], sep="\n", end="\n" if wrong else "")
            failed = failed or bool(wrong)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
