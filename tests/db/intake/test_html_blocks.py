"""Structure of HTML as browsers, Word and Google Docs put it on the clipboard."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.document import Block, BlockKind, Span
from db.intake.html_blocks import LONGEST, blocks_of_html
from db.intake.pasted import blocks_of_clip

BROWSER = """<h2 style="color: rgb(0,0,0);">At the pier</h2><p style="font-size: 16px">The <b>old</b> pier is
<a href="https://a.example/p">closed</a>.</p><blockquote><p>Nobody told us.</p></blockquote>
<ul><li>One</li><li><p>Two <em>more</em></p></li></ul><ol><li>First</li></ol><p>The end.</p>"""

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {margin:0}</style></head><body>
<!--StartFragment--><h1>At the pier<o:p></o:p></h1>
<p class=MsoNormal>The <b style='mso-bidi-font-weight:normal'>old</b> pier<span
style='mso-spacerun:yes'>  </span>is <i>closed</i>.</p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>One
<o:p></o:p>
</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>First</p><!--EndFragment--></body></html>"""

DOCS = """<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-7d3f"><h2 dir="ltr"><span
style="font-weight:400">At the pier</span></h2><p dir="ltr"><span style="font-weight:400;">The </span><span
style="font-weight:700;font-style:normal">old</span><span
style="font-weight:400;font-style:italic"> pier</span></p></b>"""


def told(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    """Kind and text of each."""
    return [(block.kind.value, block.text) for block in blocks]


def test_a_web_page_keeps_its_structure() -> None:
    blocks = blocks_of_html(BROWSER)
    assert told(blocks) == [
        ("subhead", "At the pier"), ("paragraph", "The old pier is closed."), ("quote", "Nobody told us."),
        ("bullet", "One"), ("bullet", "Two more"), ("number", "First"), ("paragraph", "The end."),
    ]  # fmt: skip
    assert blocks[1].spans == (
        Span(text="The "), Span(text="old", bold=True), Span(text=" pier is "),
        Span(text="closed", link="https://a.example/p"), Span(text="."),
    )  # fmt: skip
    assert blocks[4].spans[-1] == Span(text="more", italic=True)


def test_word_keeps_its_heads_marks_and_lists_without_the_signs_before_items() -> None:
    blocks = blocks_of_clip(WORD, "")
    assert told(blocks) == [
        ("subhead", "At the pier"), ("paragraph", "The old pier is closed."), ("bullet", "One"), ("number", "First"),
    ]  # fmt: skip
    assert [span.text for span in blocks[1].spans if span.bold] == ["old"]
    assert [span.text for span in blocks[1].spans if span.italic] == ["closed"]


def test_google_docs_is_not_bold_throughout() -> None:
    blocks = blocks_of_html(DOCS)
    assert told(blocks) == [("subhead", "At the pier"), ("paragraph", "The old pier")]
    assert blocks[1].spans == (Span(text="The "), Span(text="old", bold=True), Span(text=" pier", italic=True))


@pytest.mark.parametrize(
    "html", ["<p>One</p><p>Two</p>", "plain", "", '<a href="javascript:x">word</a>', "<b></b>", "<p>x" * 200_000]
)
def test_what_has_no_structure_is_left_to_the_plain_text(html: str) -> None:
    assert blocks_of_html(html) == ()


def test_words_of_a_sentence_keep_the_spaces_at_their_ends() -> None:
    assert blocks_of_html(" the <b>old</b> pier ")[0].text == " the old pier "


def test_what_the_plain_text_does_not_say_is_not_pasted() -> None:
    assert blocks_of_clip("<b>One</b>", "One") != ()
    assert blocks_of_clip("<b>One</b>", "One and more") == ()


@pytest.mark.parametrize("piece", ["<b>", "<ul><li>", "<!--", "</b>", '<a href="', "<p style='font-weight:", "&#", "<"])
def test_a_hostile_clip_is_read_at_once(piece: str) -> None:
    began = time.process_time()
    blocks_of_html((piece * LONGEST)[: LONGEST // 2 - 10] + "</i>" * (LONGEST // 8) + "<b>x</b>")
    assert time.process_time() - began < 5


PIECES = [
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<li>",
    "<ul>",
    "</ul>",
    "<h2>",
    "</h2>",
    "<br>",
    "one ",
    "two",
    "<i>",
    "</i>",
    "<a>",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_every_word_is_in_a_block_in_its_order(pieces: list[str]) -> None:
    words = "".join(piece.strip() for piece in pieces if not piece.startswith("<"))
    blocks = blocks_of_html("".join(pieces))
    assert not blocks or "".join(block.text for block in blocks).replace(" ", "") == words
    assert all(block.kind in BlockKind for block in blocks)
