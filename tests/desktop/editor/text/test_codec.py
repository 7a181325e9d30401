"""The editor's text document holds a body exactly."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from db.document import Block, BlockKind, Document, PictureUse, Span
from desktop.editor.text.codec import fill, read
from desktop.look.theme import Theme

TEXT = st.text(
    st.one_of(st.sampled_from("ab ,.“”—吴静\u2028\u00a0🚢é"), st.characters(exclude_categories=["C"])), max_size=20
)
SPANS = st.builds(
    Span,
    text=TEXT,
    bold=st.booleans(),
    italic=st.booleans(),
    link=st.sampled_from(["", "https://courier.example/a"]),
    language=st.sampled_from(["", "fr"]),
)
KINDS = st.sampled_from([kind for kind in BlockKind if kind is not BlockKind.PICTURE])
LOOSE = st.integers(-1, 1)
PLAIN = st.builds(Block, kind=KINDS, spans=st.lists(SPANS, max_size=4).map(tuple), looseness=LOOSE)
USES = st.builds(PictureUse, sha256=st.just("ab" * 32), credit=TEXT, columns=st.integers(1, 5))
PICTURES = st.builds(Block, kind=st.just(BlockKind.PICTURE), spans=st.lists(SPANS, max_size=2).map(tuple), picture=USES)
BODIES = st.lists(st.one_of(PLAIN, PICTURES), max_size=5).map(lambda blocks: Document(blocks=tuple(blocks)))


def test_a_body_comes_back_as_it_went_in(theme: Theme) -> None:
    @given(BODIES)
    def comes_back(body: Document) -> None:
        target = QTextDocument()
        fill(target, body, theme)
        expected = Document() if body.blocks == (Block(),) else body
        assert read(target) == expected

    comes_back()


def test_filling_cannot_be_undone(theme: Theme) -> None:
    target = QTextDocument()
    fill(target, Document.from_paragraphs(["One.", "Two."]), theme)
    assert not target.isUndoAvailable()
