"""A body that is written in is read as if it were read from its beginning, its words too."""

import random

from PySide6.QtGui import QTextDocument

from db.document import Document
from desktop.editor.text.codec import fill, read
from desktop.editor.text.read_blocks import ReadBlocks
from desktop.look.theme import Theme
from tests.bench.galley import edit, make_desk


def test_what_is_kept_is_what_would_be_read_anew(theme: Theme) -> None:
    desk, chance = make_desk(theme), random.Random(7)
    desk.body.fill(Document.from_paragraphs(["The pier is closed until May.", "Tickets stay valid.", "", "渡轮停航。"]))
    for _ in range(60):
        edit(desk, chance)
        anew = read(desk.body.document())
        assert (desk.body.read(), desk.body.words) == (anew, anew.words)


def test_only_what_was_written_in_is_read_again(theme: Theme) -> None:
    source = QTextDocument()
    source.documentLayout()  # Qt tells of changes where there is one
    fill(source, Document.from_paragraphs(["One.", "Two.", "Three."]), theme)
    kept = ReadBlocks(source)
    before = kept.read()
    source.find("Two").insertText("Second")
    after = kept.read()
    assert [block.text for block in after.blocks] == ["One.", "Second.", "Three."]
    assert after.blocks[0] is before.blocks[0]
    assert after.blocks[2] is before.blocks[2]
